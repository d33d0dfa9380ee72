"""Confidence: the author's guess of a rule, moved by what was right and wrong in annotated text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quliu.extract.confidence import find_features, load_weights, log_odds, weigh, weighed
from quliu.model import Claim, Move, Release
from tests.extract.factory import claims


def _move() -> Claim:
    return next(c for c in claims("林小满离开腾讯。") if isinstance(c.content, Move))


def test_without_weights_the_guess_stays() -> None:
    claim = replace(_move(), confidence=0.7)
    assert weighed(claim, {}).confidence == pytest.approx(0.7)


def test_a_weight_is_added_in_log_odds() -> None:
    claim = replace(_move(), confidence=0.5)
    assert weighed(claim, {"kind=move": 1.0}).confidence == pytest.approx(0.73)


def test_the_weights_of_features_that_do_not_hold_are_not_added() -> None:
    assert weigh(_move(), {"kind=holding": 1.0}) == []


def test_kinds_without_annotated_text_keep_their_guess() -> None:
    found = [c for c in claims("腾讯今天发布了混元大模型。") if isinstance(c.content, Release)]
    assert found
    assert all(weighed(c, dict.fromkeys(find_features(c), 9.0)).confidence == c.confidence for c in found)


def test_nothing_is_certain() -> None:
    assert weighed(_move(), {"kind=move": 99.0}).confidence < 1


def test_log_odds_are_finite() -> None:
    assert log_odds(0.0) == pytest.approx(-log_odds(1.0))


def test_the_bundled_weights_name_rules() -> None:
    assert any(name.startswith("rule=") for name in load_weights())
