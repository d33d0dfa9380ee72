from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quliu.model import DateRange, Origin
from quliu.store import Reading, Sighting, open_ledger, weigh
from tests.store.builders import NOW, incoming
from tests.store.test_writer import add

UNDATED = """与去年不同,今年人才流动频繁。2025年下半年,孟知远加入青鸾智能。

11月13日,有消息称他另有打算。"""
names = st.none() | st.sampled_from(["甲报", "乙网"])
origins = st.sampled_from(Origin)


def sighting(
    publisher: str | None,
    named_by: Origin,
    reposted_by: str | None = None,
    *,
    day: date | None = None,
    dated_by: Origin = Origin.UNKNOWN,
    evidence: str | None = None,
) -> Sighting:
    return Sighting(
        source="a.txt",
        title=None,
        publisher=publisher,
        url=None,
        published_on=day,
        dated_by=dated_by,
        recorded_at=NOW,
        date_evidence=evidence,
        named_by=named_by,
        publisher_evidence=publisher,
        reposted_by=reposted_by,
    )


@pytest.mark.parametrize(
    ("sightings", "publisher", "reposter"),
    [
        ([sighting("甲网", Origin.META), sighting("乙报", Origin.TEXT, "甲网")], "乙报", "甲网"),
        ([sighting("丙报", Origin.GIVEN), sighting("乙报", Origin.TEXT, "甲网")], "丙报", None),
        ([sighting(None, Origin.UNKNOWN), sighting("乙报", Origin.TEXT)], "乙报", None),
    ],
)
def test_the_surest_publisher_wins(sightings: list[Sighting], publisher: str, reposter: str | None) -> None:
    for order in permutations(sightings):
        found = weigh(order)
        assert (found.publisher, found.reposted_by) == (publisher, reposter)


@given(
    st.lists(
        st.builds(
            sighting,
            names,
            origins,
            names,
            day=st.none() | st.sampled_from([date(2026, 1, 1), date(2026, 1, 2)]),
            dated_by=origins,
            evidence=names,
        ),
        min_size=1,
        max_size=4,
    )
)
def test_order_plays_no_part(sightings: list[Sighting]) -> None:
    assert len({weigh(order) for order in permutations(sightings)}) == 1


def test_evidence_is_of_the_day_that_won() -> None:
    early = sighting(None, Origin.UNKNOWN, day=date(2026, 1, 1), dated_by=Origin.TEXT, evidence="1月1日")
    late = sighting(None, Origin.UNKNOWN, day=date(2026, 1, 2), dated_by=Origin.META, evidence="meta date")
    assert weigh([early, late]).date_evidence == "meta date"


def test_an_address_is_less_sure_than_a_line() -> None:
    line = sighting(None, Origin.UNKNOWN, day=date(2026, 1, 2), dated_by=Origin.TEXT)
    address = sighting(None, Origin.UNKNOWN, day=date(2026, 1, 1), dated_by=Origin.URL)
    assert weigh([address, line]).published_on == date(2026, 1, 2)


def test_inferred_days_are_cut_at_the_day_of_recording_and_never_known() -> None:
    standing = weigh([sighting(None, Origin.UNKNOWN)])
    month = DateRange(date(2026, 2, 1), date(2026, 4, 1))
    inferred = standing.inferring(month)
    assert inferred.published_within == DateRange(date(2026, 2, 1), NOW.date() + timedelta(days=1))
    assert (inferred.published_on, inferred.dated_by) == (None, Origin.INFERRED)
    assert inferred.known_on == NOW.date()
    assert standing.inferring(DateRange(date(2027, 1, 1), date(2027, 2, 1))) == standing
    assert standing.inferring(None) == standing


def test_an_undated_document_that_tells_something_gets_inferred_days(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as ledger:
        item = incoming(UNDATED)
        silent = incoming(UNDATED.replace("加入", "谈起"))
        add(ledger, item, silent)
        with ledger.read() as reader:
            told, untold = reader.document(item.document.id), reader.document(silent.document.id)
            before = reader.digest_derived()
        assert told is not None
        assert untold is not None
        assert told.published_within == DateRange(date(2025, 11, 1), date(2026, 1, 1))
        assert (told.published_on, told.dated_by) == (None, Origin.INFERRED)
        assert untold.published_within is None
        # What is inferred gives no reason to read again.
        reading = Reading.of(told, "test", "1")
        assert reading == Reading.of(item.document, "test", "1")
        with ledger.read() as reader:
            assert reader.readings([told.id])[told.id] == reading
        add(ledger, incoming(UNDATED, source="dated", published_on=date(2025, 11, 20)))
        with ledger.read() as reader:
            dated = reader.document(item.document.id)
            assert reader.digest_derived() != before
        assert dated is not None
        assert (dated.published_on, dated.published_within) == (date(2025, 11, 20), None)


def test_what_was_learned_comes_back(tmp_path: Path) -> None:
    item = incoming("孟知远加入青鸾智能。", published_on=date(2026, 2, 3), publisher="晨星报")
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as ledger:
        document = replace(
            item.document,
            dated_by=Origin.META,
            date_evidence="meta date: 2026-02-03",
            named_by=Origin.TEXT,
            publisher_evidence="来源:晨星报",
            reposted_by="远山网",
        )
        add(ledger, replace(item, document=document))
        with ledger.read() as reader:
            assert reader.document(item.document.id) == document
