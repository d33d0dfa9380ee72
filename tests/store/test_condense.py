from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quliu.model import Origin
from quliu.store import Sighting, condense, weigh
from tests.store.builders import NOW


def sighting(name: str | None, day: int | None, at: datetime, dated_by: Origin) -> Sighting:
    published_on = None if day is None else date(2031, 3, 1 + day)
    return Sighting(
        source="a.txt",
        title=name,
        publisher=name and f"{name}报",
        url=None,
        published_on=published_on,
        dated_by=dated_by,
        recorded_at=at,
        date_evidence=name,
        named_by=dated_by if name else Origin.UNKNOWN,
        publisher_evidence=name,
        reposted_by=None,
    )


sightings = st.builds(
    sighting,
    st.sampled_from((None, "晨星", "晚星")),
    st.none() | st.integers(0, 9),
    st.integers(0, 9).map(lambda hours: NOW + timedelta(hours=9 * hours)),
    st.sampled_from(Origin),
)


@given(st.lists(sightings, min_size=1), st.lists(sightings))
def test_what_is_condensed_says_the_same_whatever_comes_to_it(
    before: list[Sighting], after: list[Sighting]
) -> None:
    assert len(condense(before)) <= 6
    assert weigh([*condense(before), *after]) == weigh([*before, *after])
