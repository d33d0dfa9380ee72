"""Decoding, repair with an offset map, sentences."""
