"""Scoring of claims against gold: the measure, its reports and the floors below which it must not fall."""

from quliu.evaluate.compare import Difference, compare, load_predictions, save_predictions
from quliu.evaluate.damage import DAMAGES, Damage, parse_damage
from quliu.evaluate.floors import Breach, Floor, check_floors, load_floors, raise_floors
from quliu.evaluate.gold import GoldClaim, GoldDocument, GoldPost, GoldSlot, load_gold
from quliu.evaluate.hiding import hide_orgs, parse_share
from quliu.evaluate.pairing import Pairings, Predicted, pair
from quliu.evaluate.phenomena import Phenomenon, by_phenomenon, phenomena
from quliu.evaluate.render import (
    beyond_to_dict,
    differences_to_dict,
    drop_to_dict,
    phenomena_to_dict,
    render_calibration,
    render_differences,
    render_drop,
    render_json,
    render_phenomena,
    render_text,
)
from quliu.evaluate.report import OTHERS, Calibration, Finding, Measure, Outcome, Rate, Report
from quliu.evaluate.score import report_on, score

__all__ = [
    "DAMAGES",
    "OTHERS",
    "Breach",
    "Calibration",
    "Damage",
    "Difference",
    "Finding",
    "Floor",
    "GoldClaim",
    "GoldDocument",
    "GoldPost",
    "GoldSlot",
    "Measure",
    "Outcome",
    "Pairings",
    "Phenomenon",
    "Predicted",
    "Rate",
    "Report",
    "beyond_to_dict",
    "by_phenomenon",
    "check_floors",
    "compare",
    "differences_to_dict",
    "drop_to_dict",
    "hide_orgs",
    "load_floors",
    "load_gold",
    "load_predictions",
    "pair",
    "parse_damage",
    "parse_share",
    "phenomena",
    "phenomena_to_dict",
    "raise_floors",
    "render_calibration",
    "render_differences",
    "render_drop",
    "render_json",
    "render_phenomena",
    "render_text",
    "report_on",
    "save_predictions",
    "score",
]
