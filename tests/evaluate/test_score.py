from __future__ import annotations

import pytest

from quliu.evaluate import OTHERS, Outcome, Rate
from quliu.evaluate.report import Measure
from quliu.model import Kind
from tests.evaluate.factory import Json, gold, gold_move, move, name, score_one


def _counts(measure: Measure) -> tuple[int, int, int]:
    return measure.right, measure.extra, measure.missed


@pytest.mark.parametrize(
    ("claims", "counts"),
    [
        pytest.param([move()], (1, 0, 0), id="right"),
        pytest.param([], (0, 0, 1), id="missed"),
        pytest.param([move(), move()], (1, 0, 0), id="told-twice"),
        pytest.param([move("贾明白")], (0, 1, 1), id="wrong-person"),
        pytest.param([move(out=None, into="云鲤科技")], (0, 1, 1), id="wrong-side"),
        pytest.param([move(into="星帆智能")], (1, 1, 0), id="side-too-many"),
    ],
)
def test_half_moves(claims: list[Json], counts: tuple[int, int, int]) -> None:
    assert _counts(score_one(gold(gold_move()), *claims).measures["move"]) == counts


def test_optional_gold_is_neither_missed_nor_wrong() -> None:
    wanted = gold(gold_move(optional=True))
    assert _counts(score_one(wanted).measures["move"]) == (0, 0, 0)
    assert _counts(score_one(wanted, move()).measures["move"]) == (0, 0, 0)


def test_obligatory_gold_is_served_before_optional() -> None:
    wanted = gold(gold_move(optional=True), gold_move())
    assert _counts(score_one(wanted, move()).measures["move"]) == (1, 0, 0)


def test_move_without_person_cannot_be_missed() -> None:
    assert _counts(score_one(gold({**gold_move(), "person": None})).measures["move"]) == (0, 0, 0)


def test_start_up_without_name_matches_no_name() -> None:
    wanted = gold({**gold_move(out=None), "into": {"org": None, "role": ["创始人"]}})
    founded: Json = {**move(out=None), "into": {"org": None, "role": "创始人"}}
    report = score_one(wanted, founded)
    assert _counts(report.measures["move"]) == (1, 0, 0)
    assert report.measures["move"].rates["role"] == Rate(1, 1)


@pytest.mark.parametrize(
    ("claim", "rate", "right"),
    [
        pytest.param(move(), "status", 1, id="status"),
        pytest.param(move(status="denied"), "status", 0, id="wrong-status"),
        pytest.param(move(when={"start": "2025-03-01", "end": "2025-04-01"}), "when", 1, id="when"),
        pytest.param(move(), "when", 0, id="no-when"),
        pytest.param(move(evidence={"start": 0, "end": 2}), "evidence", 1, id="evidence"),
        pytest.param(move(evidence={"start": 9, "end": 10}), "evidence", 0, id="evidence-elsewhere"),
    ],
)
def test_rates(claim: Json, rate: str, right: int) -> None:
    when = {"text": "今年3月", "start": "2025-03-01", "end": "2025-04-01"}
    wanted = gold(gold_move(when=when, evidence={"start": 0, "end": 9}))
    assert score_one(wanted, claim).measures["move"].rates[rate] == Rate(right, 1)


def test_vague_time_is_not_scored() -> None:
    wanted = gold(gold_move(when={"start": "2025-03-01", "end": None, "vague": True}))
    assert "when" not in score_one(wanted, move()).measures["move"].rates


@pytest.mark.parametrize(
    ("wanted", "guess"),
    [
        pytest.param(
            {"kind": "holding", "person": name("甄有才"), "org": name("云鲤科技")},
            {"kind": "holding", "person": {"name": "甄有才"}, "org": {"name": "云鲤"}},
            id="holding",
        ),
        pytest.param(
            {"kind": "org_change", "org": name("云鲤科技"), "action": "merged"},
            {"kind": "org_change", "org": "云鲤科技", "action": "merged"},
            id="org-change",
        ),
        pytest.param(
            {"kind": "dispute", "parties": ["云鲤科技", "星帆智能"]},
            {"kind": "dispute", "plaintiff": {"name": "星帆智能"}},
            id="dispute",
        ),
        pytest.param(
            {"kind": "funding", "org": None, "founder": name("甄有才")},
            {"kind": "funding", "org": None, "founder": {"name": "甄有才"}},
            id="funding",
        ),
        pytest.param(
            {"kind": "figure", "subject": name("云鲤科技"), "value": "1,200人"},
            {"kind": "figure", "subject": {"name": "云鲤科技"}, "value": "1200"},
            id="figure",
        ),
    ],
)
def test_other_kinds(wanted: Json, guess: Json) -> None:
    report = score_one(gold({"id": "x", **wanted}), guess)
    assert _counts(report.measures[str(wanted["kind"])]) == (1, 0, 0)
    assert _counts(report.measures[OTHERS]) == (1, 0, 0)


def test_action_is_part_of_the_key() -> None:
    wanted = gold({"kind": "org_change", "org": name("云鲤科技"), "action": "merged"})
    report = score_one(wanted, {"kind": "org_change", "org": "云鲤科技", "action": "renamed"})
    assert _counts(report.measures["org_change"]) == (0, 1, 1)


def test_only_wanted_kinds_are_scored() -> None:
    holding = {"kind": "holding", "person": name("甄有才"), "org": name("云鲤科技")}
    assert list(score_one(gold(gold_move(), holding)).measures) == ["move", "holding", OTHERS]


def test_findings_name_what_was_wrong() -> None:
    findings = score_one(gold(gold_move()), move("贾明白", status="denied")).findings
    assert [(found.outcome, found.what) for found in findings] == [
        (Outcome.EXTRA, "out 贾明白 云鲤科技 denied"),
        (Outcome.MISSING, "out 甄有才 云鲤科技 reported"),
    ]


def test_every_kind_can_be_scored() -> None:
    claims = [{"kind": kind.value} for kind in Kind if kind is not Kind.MOVE]
    report = score_one(gold(*claims), *claims)
    assert set(report.measures) == {*(kind.value for kind in Kind), OTHERS}
