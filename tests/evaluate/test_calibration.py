from __future__ import annotations

import pytest

from quliu.evaluate import render_calibration
from tests.evaluate.factory import gold, gold_move, move, score_one


def test_confidence_that_keeps_its_word() -> None:
    report = score_one(gold(gold_move()), move(confidence=0.5), move("贾明白", confidence=0.5))
    assert report.calibration is not None
    assert report.calibration.error == 0
    assert report.value("move", "calibration") == 1


def test_bins_weigh_by_their_guesses() -> None:
    wanted = gold(gold_move(), gold_move("贾明白"), gold_move("林小满"))
    sure = [move(who, confidence=0.9) for who in ("甄有才", "贾明白", "林小满")]
    report = score_one(wanted, *sure, move("史有据", confidence=0.3))
    assert report.calibration is not None
    assert report.calibration.error == pytest.approx(0.75 * 0.1 + 0.25 * 0.3)
    assert render_calibration(report.calibration).splitlines()[0] == (
        "  0.3-0.4     1 half-moves  confidence 0.30  right 0.00"
    )


def test_full_confidence_falls_in_the_last_bin() -> None:
    report = score_one(gold(gold_move()), move(confidence=1.0))
    assert report.calibration is not None
    assert [found.low for found in report.calibration.bins] == [0.9]


def test_without_confidence_there_is_none() -> None:
    assert score_one(gold(gold_move()), move()).calibration is None


@pytest.mark.parametrize(("guesses", "share"), [([], 1.0), ([move()], 0.0)])
def test_quiet_where_no_move_is_expected(guesses: list[dict[str, object]], share: float) -> None:
    assert score_one(gold(), *guesses).value("move", "quiet") == share
