"""Scoring of claims against gold: the measure, its report and the floors below which it must not fall."""

from quliu.evaluate.floors import Breach, Floor, check_floors, load_floors
from quliu.evaluate.gold import GoldClaim, GoldDocument, GoldPost, GoldSlot, load_gold
from quliu.evaluate.render import render_json, render_text
from quliu.evaluate.report import OTHERS, Finding, Measure, Outcome, Rate, Report
from quliu.evaluate.score import score

__all__ = [
    "OTHERS",
    "Breach",
    "Finding",
    "Floor",
    "GoldClaim",
    "GoldDocument",
    "GoldPost",
    "GoldSlot",
    "Measure",
    "Outcome",
    "Rate",
    "Report",
    "check_floors",
    "load_floors",
    "load_gold",
    "render_json",
    "render_text",
    "score",
]
