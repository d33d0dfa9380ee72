from __future__ import annotations

from datetime import date

import pytest

from quliu.errors import UsageError
from quliu.lexicon import Lexicon
from quliu.model import Side, Stance, Status
from quliu.query import MoveQuery, find_moves
from quliu.store import Reader


@pytest.mark.parametrize(
    ("wanted", "people"),
    [
        pytest.param(MoveQuery(), {"甄有才", "吴中生", "贾文灏", "甄不走"}, id="all"),
        pytest.param(MoveQuery(person="贾文灏"), {"贾文灏"}, id="person"),
        pytest.param(MoveQuery(person="文灏"), {"贾文灏"}, id="lost-surname"),
        pytest.param(MoveQuery(person="賈文灝"), {"贾文灏"}, id="traditional"),
        pytest.param(MoveQuery(person="无此人"), set(), id="unknown-person"),
        pytest.param(
            MoveQuery(org="山海智能"), {"甄有才", "吴中生", "贾文灏", "甄不走"}, id="teams-included"
        ),
        pytest.param(MoveQuery(org="山海青鸟"), {"甄有才", "吴中生"}, id="team"),
        pytest.param(MoveQuery(org="青鸟团队", side=Side.INTO), {"吴中生"}, id="alias-and-side"),
        pytest.param(MoveQuery(org="查无此司"), set(), id="unknown-org"),
        pytest.param(MoveQuery(side=Side.INTO), {"吴中生", "贾文灏"}, id="side-alone"),
        pytest.param(
            MoveQuery(group="北山双雄", side=Side.OUT), {"贾文灏", "甄有才", "甄不走"}, id="group-in-time"
        ),
        pytest.param(MoveQuery(group="北山双雄", side=Side.INTO), {"吴中生"}, id="not-a-member-yet"),
        pytest.param(MoveQuery(since=date(2025, 2, 1)), {"甄有才", "吴中生"}, id="since"),
        pytest.param(MoveQuery(until=date(2024, 9, 1)), {"贾文灏", "甄不走"}, id="until-keeps-the-undated"),
        pytest.param(MoveQuery(status=Status.RUMOURED), {"甄不走"}, id="status"),
        pytest.param(MoveQuery(known_on=date(2025, 1, 15)), {"贾文灏", "甄不走"}, id="known-on"),
        pytest.param(MoveQuery(org="山海青鸟", known_on=date(2025, 4, 1)), {"吴中生"}, id="org-known-on"),
        pytest.param(MoveQuery(person="贾文灏", known_on=date(2024, 8, 31)), set(), id="before-known"),
    ],
)
def test_filters(reader: Reader, lexicon: Lexicon, wanted: MoveQuery, people: set[str]) -> None:
    answer = find_moves(reader, wanted, lexicon)
    assert {move.person.name for move in answer.results} == people
    assert answer.total == len(answer.results)


@pytest.mark.parametrize("side", [None, *Side])
@pytest.mark.parametrize("since", [None, date(2025, 2, 15)])
@pytest.mark.parametrize("until", [None, date(2025, 3, 1)])
@pytest.mark.parametrize("org", [None, "山海智能", "云外科技"])
def test_the_last_day_shows_what_the_store_shows(
    reader: Reader,
    lexicon: Lexicon,
    org: str | None,
    side: Side | None,
    since: date | None,
    until: date | None,
) -> None:
    today = MoveQuery(org=org, side=side, since=since, until=until)
    later = MoveQuery(org=org, side=side, since=since, until=until, known_on=date(2025, 6, 1))
    assert find_moves(reader, later, lexicon).results == find_moves(reader, today, lexicon).results


def test_latest_first_and_limited(reader: Reader, lexicon: Lexicon) -> None:
    everything = find_moves(reader, MoveQuery(), lexicon)
    limited = find_moves(reader, MoveQuery(limit=2), lexicon)
    assert limited.results == everything.results[:2]
    assert limited.total == everything.total == len(everything.results)


def test_every_move_leads_to_its_characters(reader: Reader, lexicon: Lexicon) -> None:
    (move,) = find_moves(reader, MoveQuery(person="贾文灏"), lexicon).results
    (source,) = move.sources
    (document,) = reader.documents([source.document])
    assert document.text[source.evidence.start : source.evidence.end] == source.evidence.text
    assert (source.publisher, source.published_on) == ("海带新闻", date(2024, 9, 1))


def test_a_denial_stands_against(reader: Reader, lexicon: Lexicon) -> None:
    (move,) = find_moves(reader, MoveQuery(person="甄不走"), lexicon).results
    assert [source.status for source in move.sources] == [Status.RUMOURED]
    assert [(source.status, source.stance) for source in move.against] == [(Status.DENIED, Stance.AGAINST)]


def test_before_the_denial_nothing_stands_against(reader: Reader, lexicon: Lexicon) -> None:
    (move,) = find_moves(reader, MoveQuery(person="甄不走", known_on=date(2025, 1, 15)), lexicon).results
    assert move.against == ()


def test_an_unknown_group_names_those_that_are_known(reader: Reader, lexicon: Lexicon) -> None:
    with pytest.raises(UsageError, match="北山双雄"):
        find_moves(reader, MoveQuery(group="南山双雄"), lexicon)


def test_org_and_group_exclude_each_other(reader: Reader, lexicon: Lexicon) -> None:
    with pytest.raises(UsageError, match="not for both"):
        find_moves(reader, MoveQuery(org="山海智能", group="北山双雄"), lexicon)
