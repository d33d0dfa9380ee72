from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from quliu.model import Incoming, Judgement, JudgementId, Origin, Reject, Verdict
from quliu.resolve import resolve_org
from quliu.store import Ledger, ReadDocument, Reading, derive_documents, open_ledger
from tests.store.builders import EMPTY_LEXICON, NOW, incoming, read_sentences

TEXT = "孟知远加入青鸾智能,就在今天。"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as opened:
        yield opened


def add(ledger: Ledger, *items: Incoming, version: str = "1", day: int = 0, cut: int = 0) -> None:
    """Record items as an engine reads them that passes over the first `cut` claims of each."""
    recorded_at = NOW + timedelta(days=day)
    with ledger.write() as writer:
        writer.add_documents(items, recorded_at)
        readings = [
            ReadDocument(document.id, Reading.of(document, "test", version), read_sentences(document)[cut:])
            for document in writer.documents([item.document.id for item in items])
        ]
        writer.add_readings(readings, recorded_at)
        derive_documents(writer, [item.document.id for item in items], EMPTY_LEXICON)


def test_document_comes_back(ledger: Ledger) -> None:
    item = incoming(TEXT, published_on=date(2026, 2, 3), publisher="晨星报")
    add(ledger, item)
    with ledger.read() as reader:
        assert reader.document(item.document.id) == item.document
        assert reader.raw(item.document.id) == item.raw
        assert reader.document_ids() == (item.document.id,)


def test_same_text_twice_is_one_document(ledger: Ledger) -> None:
    add(ledger, incoming(TEXT, source="a.txt"), incoming(TEXT, source="b.txt"))
    add(ledger, incoming(TEXT, source="a.txt"), day=1)
    with ledger.read() as reader:
        assert reader.counts().documents == 1
        (sightings,) = reader.sightings(reader.document_ids()).values()
        assert [one.source for one in sightings] == ["a.txt", "b.txt"]


SIGHTINGS = (
    incoming(TEXT, source="undated"),
    incoming(TEXT, source="text", published_on=date(2026, 1, 5), dated_by=Origin.TEXT, publisher="晚星报"),
    incoming(TEXT, source="given", published_on=date(2026, 2, 3), publisher="晨星报"),
    incoming(TEXT, source="later", published_on=date(2026, 2, 9)),
)


@pytest.mark.parametrize(
    "order", list(permutations(SIGHTINGS)), ids=lambda order: "-".join(one.source for one in order)
)
def test_best_sighting_wins_in_any_order(ledger: Ledger, order: tuple[Incoming, ...]) -> None:
    for item in order:
        add(ledger, item)
    with ledger.read() as reader:
        document = reader.document(SIGHTINGS[0].document.id)
        assert document is not None
        assert (document.published_on, document.dated_by) == (date(2026, 2, 3), Origin.GIVEN)
        assert document.publisher == "晨星报"
        (sourced,) = reader.claims_of_document(document.id)
        assert sourced.known_on == date(2026, 2, 3)
        assert sourced.claim.when is not None
        assert sourced.claim.when.range.start == date(2026, 2, 3)
        assert reader.claims_in_blocks(["知远"]) == (sourced,)


def test_undated_document_is_known_from_its_first_recording(ledger: Ledger) -> None:
    add(ledger, incoming(TEXT, source="late"), day=3)
    add(ledger, incoming(TEXT, source="early"), day=0)
    with ledger.read() as reader:
        (sourced,) = reader.claims_in_blocks(["知远"])
        assert sourced.known_on == NOW.date()
        assert reader.claims_in_blocks(["知远"], known_on=NOW.date() - timedelta(days=1)) == ()


def test_newer_version_supersedes_and_keeps(ledger: Ledger) -> None:
    item = incoming("孟知远加入青鸾智能。乔望舒离开青鸾智能。")
    add(ledger, item, version="1")
    with ledger.read() as reader:
        first, second = reader.claims_of_document(item.document.id)
    add(ledger, item, version="2", cut=1)
    with ledger.read() as reader:
        assert reader.claims_of_document(item.document.id) == (second,)
        assert reader.claims_in_blocks(["知远", "望舒"]) == (second,)
        assert reader.claim(first.id) == first
        assert reader.counts().claims == 1


def test_the_reading_made_last_counts(ledger: Ledger) -> None:
    item = incoming(TEXT)
    for version, cut in (("1", 0), ("2", 1), ("1", 0)):
        add(ledger, item, version=version, cut=cut)
    with ledger.read() as reader:
        assert len(reader.claims_of_document(item.document.id)) == 1
        assert reader.readings([item.document.id])[item.document.id].engine_version == "1"


@pytest.mark.parametrize(
    ("orgs", "days", "blocks"),
    [
        pytest.param(["o"], 0, {"知远"}, id="org"),
        pytest.param(["o"], -1, set(), id="not-known-yet"),
        pytest.param([], 0, set(), id="nowhere"),
        pytest.param(None, 0, {"知远"}, id="all"),
        pytest.param(None, -1, set(), id="nobody-yet"),
    ],
)
def test_blocks_at(ledger: Ledger, orgs: list[str] | None, days: int, blocks: set[str]) -> None:
    add(ledger, incoming(TEXT, published_on=NOW.date()))
    org = resolve_org("青鸾智能", "青鸾智能", EMPTY_LEXICON).id
    with ledger.read() as reader:
        found = reader.blocks_at(
            None if orgs is None else [org for _ in orgs], NOW.date() + timedelta(days=days)
        )
    assert found == blocks


def test_claim_said_twice_is_kept_once(ledger: Ledger) -> None:
    item = incoming(TEXT)
    with ledger.write() as writer:
        writer.add_documents([item], NOW)
        reading = Reading.of(item.document, "test", "1")
        claims = read_sentences(item.document) * 2
        writer.add_readings([ReadDocument(item.document.id, reading, claims)], NOW)
        assert len(writer.claims_of_document(item.document.id)) == 1


def test_unknown_ids_are_no_errors(ledger: Ledger) -> None:
    with ledger.read() as reader:
        assert reader.document(incoming("无").document.id) is None
        assert reader.claims([]) == ()
        assert reader.entities_named("孟知远") == ()
        assert reader.blocks_named("孟知远") == {"知远"}


def test_rejects_tell_what_is_wrong_now(ledger: Ledger) -> None:
    first = Reject("a.txt", "ingest", "empty", "nothing in it")
    second = Reject("a.txt", "ingest", "binary", "no text", key="7")
    with ledger.write() as writer:
        writer.add_reject(first, NOW)
        writer.add_reject(second, NOW)
        assert writer.rejects() == (second,)
        writer.clear_rejects(["a.txt", "b.txt"])
        assert writer.rejects() == ()


def test_judgements_by_day(ledger: Ledger) -> None:
    judgement = Judgement(JudgementId(0), Verdict.SAME, "a", "b", "tester", "same page", 1.0, NOW)
    later = Judgement(
        JudgementId(0), Verdict.ACCEPT, "c", None, "tester", "read it", 0.5, NOW + timedelta(days=1)
    )
    with ledger.write() as writer:
        made = [writer.add_judgement(judgement), writer.add_judgement(later)]
        assert [one.id for one in made] == [1, 2]
        assert writer.judgements() == tuple(made)
        assert writer.judgements(known_on=NOW.date()) == (made[0],)
