from __future__ import annotations

from quliu.model import Verdict
from quliu.resolve import rejected_claims
from quliu.resolve.verdicts import Verdicts
from tests.fuse.factory import judge


def test_the_newest_judgement_of_a_pair_counts() -> None:
    old, new = judge(Verdict.SAME, "x", "y"), judge(Verdict.UNSURE, "y", "x", number=2)
    assert Verdicts.of([new, old]).by_pair == {("x", "y"): new}
    assert Verdicts.of([new, old]).parted(["x"], ["y", "z"])


def test_a_key_paired_with_itself_says_nothing() -> None:
    assert Verdicts.of([judge(Verdict.DIFFERENT, "x", "x"), judge(Verdict.SAME, "x", None)]).by_pair == {}


def test_rejected_claims() -> None:
    made = [
        judge(Verdict.REJECT, "c1", None),
        judge(Verdict.REJECT, "c2", None),
        judge(Verdict.ACCEPT, "c2", None, number=2),
    ]
    assert rejected_claims(made) == {"c1"}
