from __future__ import annotations

import pytest

from quliu.model import Dispute, Funding, Reporting
from quliu.model.claim import Content
from quliu.resolve import keys_of, normalise_person, person_key, person_slots
from quliu.resolve.identity import name_of_key
from tests.fuse.factory import article, holding, mention, move

A = article("a", "2025-03-10")


@pytest.mark.parametrize(
    ("content", "slots"),
    [
        (move("甲", into="山海", successor="乙"), ["person", "successor"]),
        (holding("甲", "山海"), ["person"]),
        (Reporting(mention("甲"), mention("乙"), mention("丙")), ["person", "manager", "former_manager"]),
        (Funding(None, mention("甲"), "raised"), ["founder"]),
        (Dispute(mention("甲"), None, (mention("乙"), mention("丙"))), ["plaintiff", "party0", "party1"]),
    ],
)
def test_person_slots(content: Content, slots: list[str]) -> None:
    assert [found.slot for found in person_slots(content)] == slots


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("罗宾·格林", "罗宾格林"),
        ("杜 若川", "杜若川"),
        ("Ｒobin  Greenfield", "robin greenfield"),
        ("𠮷田若川", "𠮷田若川"),
    ],
)
def test_normalise_person(name: str, expected: str) -> None:
    assert normalise_person(name) == expected


def test_key_gives_back_its_name() -> None:
    document = A.says(holding("甲", "山海")).document
    assert name_of_key(person_key(document, "Robin | Greenfield")) == "robin | greenfield"
    assert [name_of_key(key) for key in ("c0ffee", "work|a|x", "person|a|")] == [None, None, None]


def test_keys_of() -> None:
    assert keys_of(A.says(move("甲", into="山海", predecessor="乙"))) == ("person|a|甲", "person|a|乙")
