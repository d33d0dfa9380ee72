from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from quliu.lexicon import Lexicon
from quliu.model import Certainty
from quliu.query import TenureFact, describe_org
from quliu.query.orgs import is_head
from quliu.store import Reader


def _names(tenures: Iterable[TenureFact]) -> set[str]:
    return {tenure.person.name for tenure in tenures}


def test_before_the_change_the_old_head_may_be_there(reader: Reader, lexicon: Lexicon) -> None:
    (picture,) = describe_org(reader, "山海青鸟", lexicon, as_of=date(2024, 10, 1)).results
    assert _names(picture.people) == {"甄有才"}
    assert picture.people[0].certainty is Certainty.POSSIBLY
    assert _names(picture.joined_later) == {"吴中生"}


def test_after_the_change_the_new_head_is_there(reader: Reader, lexicon: Lexicon) -> None:
    (picture,) = describe_org(reader, "青鸟团队", lexicon, as_of=date(2025, 3, 15)).results
    assert "吴中生" in _names(picture.people)
    assert picture.joined_later == ()


def test_long_after_the_change_the_old_head_has_left(reader: Reader, lexicon: Lexicon) -> None:
    (picture,) = describe_org(reader, "青鸟团队", lexicon, as_of=date(2025, 6, 1)).results
    assert (_names(picture.people), _names(picture.left)) == ({"吴中生"}, {"甄有才"})


def test_without_a_day_it_is_shown_as_last_known(reader: Reader, lexicon: Lexicon) -> None:
    (picture,) = describe_org(reader, "山海智能", lexicon).results
    assert _names(picture.people) >= {"吴中生", "贾文灏"}
    assert "甄有才" in _names(picture.left)
    assert [(team.org.name, team.people) for team in picture.teams] == [("山海青鸟", 1)]


def test_leadership_is_in_order_of_time(reader: Reader, lexicon: Lexicon) -> None:
    (picture,) = describe_org(reader, "山海智能", lexicon).results
    assert [tenure.person.name for tenure in picture.leadership] == ["甄有才", "吴中生"]


def test_a_team_names_its_parent(reader: Reader, lexicon: Lexicon) -> None:
    (picture,) = describe_org(reader, "山海青鸟", lexicon).results
    assert picture.parent is not None
    assert picture.parent.name == "山海智能"


def test_known_on_forgets_what_came_later(reader: Reader, lexicon: Lexicon) -> None:
    answer = describe_org(reader, "山海青鸟", lexicon, as_of=date(2024, 10, 1), known_on=date(2025, 4, 1))
    (picture,) = answer.results
    assert (picture.people, _names(picture.joined_later)) == ((), {"吴中生"})


def test_an_organisation_without_people_is_no_picture(reader: Reader, lexicon: Lexicon) -> None:
    assert describe_org(reader, "查无此司", lexicon).total == 0


@pytest.mark.parametrize(
    ("role", "head"),
    [
        ("技术负责人", True),
        ("founder", True),
        ("联合创始人", True),
        ("副负责人", False),
        ("工程师", False),
        (None, False),
    ],
)
def test_heads(lexicon: Lexicon, role: str | None, head: bool) -> None:
    assert is_head(role, lexicon) is head
