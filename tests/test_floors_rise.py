from __future__ import annotations

from tools.floors_rise import find_lowered

BEFORE = {"dev.jsonl": {"move": {"p": 0.8, "f1": 0.7}}}


def test_a_floor_may_rise_and_others_may_come() -> None:
    now = {"dev.jsonl": {"move": {"p": 0.8, "f1": 0.75}, "holding": {"f1": 0.5}}}
    assert list(find_lowered(BEFORE, now)) == []


def test_a_floor_may_not_sink_or_go() -> None:
    assert list(find_lowered(BEFORE, {"dev.jsonl": {"move": {"p": 0.7}}})) == [
        "dev.jsonl move p: 0.7, it was 0.8",
        "dev.jsonl move f1: None, it was 0.7",
    ]
