from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from quliu.fuse import Career, FusedMove, FusedPost, MoveId, StatusStep
from quliu.model import (
    ClaimId,
    DateRange,
    Entity,
    EntityId,
    EntityKind,
    Side,
    Stance,
    Status,
    Support,
    Tenure,
    TenureId,
)
from quliu.resolve import Link
from quliu.store import Ledger, MoveFilter, Person, ReadDocument, Reading, Writer, open_ledger
from tests.store.builders import NOW, incoming, read_sentences

QINGLUAN, SEED, GROUP = EntityId("qingluan"), EntityId("seed"), EntityId("group")
AUGUST = DateRange(date(2024, 8, 1), date(2024, 9, 1))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as opened:
        yield opened


def add_claim(writer: Writer, text: str) -> ClaimId:
    item = incoming(text, published_on=date(2024, 8, 20))
    writer.add_documents([item], NOW)
    reading = Reading.of(item.document, "test", "1")
    writer.add_readings([ReadDocument(item.document.id, reading, read_sentences(item.document))], NOW)
    return writer.claims_of_document(item.document.id)[0].id


def move(number: str, person: str, claim: ClaimId, when: DateRange, **changes: object) -> FusedMove:
    values: dict[str, object] = {
        "id": MoveId(number),
        "person": EntityId(person),
        "out": FusedPost(QINGLUAN, "青鸾智能", None, None),
        "into": FusedPost(SEED, "青鸾种子", GROUP, "负责人", ("负责人", "工程师")),
        "when": when,
        "other_whens": (DateRange(date(2024, 7, 1)), DateRange(None, date(2025, 1, 1))),
        "status": Status.REPORTED,
        "history": (StatusStep(date(2024, 8, 20), Status.REPORTED, claim),),
        "belief": 0.75,
        "claims": (claim,),
        "against": (),
        "known_on": date(2024, 8, 20),
    }
    return FusedMove(**{**values, **changes})  # type: ignore[arg-type]


def person(name: str, key: str, claim: ClaimId, *moves: FusedMove) -> Person:
    entity = Entity(EntityId(key), EntityKind.PERSON, name, tuple(sorted({name, name[1:]})))
    tenure = Tenure(
        id=TenureId(f"t-{key}"),
        person=entity.id,
        org=SEED,
        org_name="青鸾种子",
        parent=GROUP,
        role=None,
        start=AUGUST,
        end=None,
        attested=DateRange(),
        status=Status.CONFIRMED,
        belief=0.5,
        supports=(Support(claim, Stance.STARTS), Support(claim, Stance.HOLDS)),
    )
    return Person(name[1:], (Link(claim, "person", entity.id),), Career(entity, (tenure,), moves))


def test_people_come_back(ledger: Ledger) -> None:
    with ledger.write() as writer:
        claim = add_claim(writer, "孟知远加入青鸾智能。")
        found = person("孟知远", "p1", claim, move("m1", "p1", claim, AUGUST))
        writer.replace_people(["知远"], [found])
    with ledger.read() as reader:
        assert reader.entities_named("知远") == reader.entities_named("孟知远") == (found.career.person,)
        assert reader.entity(EntityId("p1")) == found.career.person
        assert reader.careers([found.career.person]) == (found.career,)
        assert reader.moves() == found.career.moves
        assert reader.moves_of_claims([claim]) == found.career.moves
        assert reader.links([claim]) == found.links


def test_replacing_a_block_leaves_the_others(ledger: Ledger) -> None:
    with ledger.write() as writer:
        one = add_claim(writer, "孟知远加入青鸾智能。")
        two = add_claim(writer, "乔望舒加入青鸾智能。")
        writer.replace_people(["知远", "望舒"], [person("孟知远", "p1", one), person("乔望舒", "p2", two)])
        writer.replace_people(["知远"], [])
        assert writer.entity(EntityId("p1")) is None
        assert writer.entity(EntityId("p2")) is not None
        assert [person.id for person in writer.people_at([SEED])] == ["p2"]


@pytest.mark.parametrize(
    ("orgs", "people"),
    [([SEED], ["p1"]), ([GROUP], ["p1"]), ([QINGLUAN], ["p1"]), ([EntityId("none")], []), ([], [])],
    ids=["tenure", "parent", "move", "elsewhere", "nowhere"],
)
def test_people_at(ledger: Ledger, orgs: list[EntityId], people: list[str]) -> None:
    with ledger.write() as writer:
        claim = add_claim(writer, "孟知远加入青鸾智能。")
        writer.replace_people(["知远"], [person("孟知远", "p1", claim, move("m1", "p1", claim, AUGUST))])
        assert [found.id for found in writer.people_at(orgs)] == people


UNDATED = DateRange()
CASES = {
    "all": (MoveFilter(), ["late", "undated", "month", "open"]),
    "people": (MoveFilter(people=[EntityId("p2")]), []),
    "org": (MoveFilter(orgs=[SEED]), ["late", "undated", "month", "open"]),
    "company": (MoveFilter(orgs=[GROUP], side=Side.INTO), ["late", "undated", "month", "open"]),
    "side": (MoveFilter(orgs=[SEED], side=Side.OUT), []),
    "side alone": (MoveFilter(side=Side.OUT), ["undated", "month", "open"]),
    "no org": (MoveFilter(orgs=[]), []),
    "status": (MoveFilter(statuses=[Status.DENIED]), ["late"]),
    "since": (MoveFilter(since=date(2024, 8, 31)), ["late", "undated"]),
    "until": (MoveFilter(until=date(2024, 9, 1)), ["month", "open"]),
    "both": (MoveFilter(since=date(2024, 8, 5), until=date(2024, 8, 6)), ["month"]),
}


@pytest.mark.parametrize(("wanted", "expected"), CASES.values(), ids=CASES)
def test_move_filter(ledger: Ledger, wanted: MoveFilter, expected: list[str]) -> None:
    with ledger.write() as writer:
        claim = add_claim(writer, "孟知远加入青鸾智能。")
        denied = {"claims": (), "against": (claim,), "status": Status.DENIED, "out": None}
        moves = (
            move("open", "p1", claim, DateRange(None, date(2024, 6, 1))),
            move("month", "p1", claim, DateRange(date(2024, 8, 1), date(2024, 8, 31))),
            move("undated", "p1", claim, UNDATED, known_on=date(2024, 9, 20)),
            move("late", "p1", claim, DateRange.day(date(2025, 1, 1)), **denied),
        )
        writer.replace_people(["知远"], [person("孟知远", "p1", claim, *moves)])
        assert [found.id for found in writer.moves(wanted)] == expected
        assert writer.count_moves(wanted) == len(expected)
        assert [found.id for found in writer.moves(wanted, limit=1, offset=1)] == expected[1:2]
        (career,) = writer.careers(writer.entities_named("孟知远"))
        assert career.moves == moves
