"""Look-ups in a small invented lexicon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quliu.lexicon import Lexicon, OrgEntry, OrgKind, normalise_name


def org(
    org_id: str, name: str, *aliases: str, ambiguous: tuple[str, ...] = (), parent: str | None = None
) -> OrgEntry:
    return OrgEntry(org_id, name, aliases, "test", ambiguous, kind=OrgKind.COMPANY, parent=parent)


ORGS = (
    org("star-bridge", "星桥科技", "Star-Bridge A.I.", "星桥", ambiguous=("Bridge", "桥")),
    org("sb-lab", "星桥研究院", ambiguous=("研究院",), parent="star-bridge"),
    org("sb-team", "星桥语言组", parent="sb-lab"),
    org("cloud-boat", "云舟", ambiguous=("云舟", "研究院")),
    org("bridge-bank", "Bridge"),
)
LEXICON = Lexicon({o.id: o for o in ORGS}, {}, {}, {}, {})


@pytest.mark.parametrize(
    ("name", "org_id"),
    [
        pytest.param("星桥科技", "star-bridge", id="name"),
        pytest.param("星 桥", "star-bridge", id="stray-space"),
        pytest.param("ＳＴＡＲ　ＢＲＩＤＧＥ　ａｉ", "star-bridge", id="full-width"),
        pytest.param("starbridge·AI", "star-bridge", id="middle-dot"),
        pytest.param("“星桥”", "star-bridge", id="quotes"),
        pytest.param("桥", "star-bridge", id="ambiguous-of-one"),
        pytest.param("bridge", "bridge-bank", id="certain-beats-ambiguous"),
        pytest.param("云舟", "cloud-boat", id="ambiguous-name"),
        pytest.param("研究院", None, id="ambiguous-of-two"),
        pytest.param("星桥科技公司", None, id="unknown"),
        pytest.param("", None, id="empty"),
    ],
)
def test_find_org(name: str, org_id: str | None) -> None:
    found = LEXICON.find_org(name)
    assert (found.id if found else None) == org_id


def test_find_orgs_gives_every_reading_the_certain_one_first() -> None:
    assert [o.id for o in LEXICON.find_orgs("Bridge")] == ["bridge-bank", "star-bridge"]
    assert [o.id for o in LEXICON.find_orgs("研究院")] == ["sb-lab", "cloud-boat"]
    assert LEXICON.find_orgs("无名") == ()


def test_certain_and_spellings() -> None:
    assert ORGS[0].certain == ("星桥科技", "Star-Bridge A.I.", "星桥")
    assert ORGS[0].spellings == ("星桥科技", "Star-Bridge A.I.", "星桥", "Bridge", "桥")
    assert ORGS[3].certain == ()
    assert ORGS[3].spellings == ("云舟", "研究院")


def test_company_of_climbs_to_the_top() -> None:
    assert LEXICON.company_of("sb-team") == "star-bridge"
    assert LEXICON.company_of("star-bridge") == "star-bridge"
    assert LEXICON.company_of("unheard-of") == "unheard-of"


def test_is_within_holds_for_itself_and_upwards_only() -> None:
    assert LEXICON.is_within("sb-team", "star-bridge")
    assert LEXICON.is_within("sb-lab", "sb-lab")
    assert not LEXICON.is_within("star-bridge", "sb-lab")
    assert not LEXICON.is_within("sb-team", "cloud-boat")
    assert LEXICON.is_within("unheard-of", "unheard-of")


def test_teams_of_lists_direct_parts() -> None:
    assert [o.id for o in LEXICON.teams_of("star-bridge")] == ["sb-lab"]


@given(st.text(max_size=12))
def test_normalise_name_is_idempotent(name: str) -> None:
    once = normalise_name(name)
    assert normalise_name(once) == once


def test_digest_tells_contents_apart() -> None:
    same = Lexicon(dict(LEXICON.orgs), {}, {}, {}, {})
    fewer = Lexicon({o.id: o for o in ORGS[:-1]}, {}, {}, {}, {})
    assert same.digest == LEXICON.digest != fewer.digest
