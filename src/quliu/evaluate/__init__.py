"""Scoring of claims against gold."""
