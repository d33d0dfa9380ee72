"""Loading, merging and refusing lexicon files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quliu.errors import LexiconError
from quliu.lexicon import OrgKind, load_lexicon
from quliu.lexicon.schema import SCHEMAS

ORG = 'kind = "company", source = "test"'


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


# One broken file each: name, text, line of the fault, what the message must say.
BROKEN = [
    pytest.param("orgs", f"nova-1 = {{ nam = 'x', {ORG} }}", 1, "unknown key 'nam'; allowed: name", id="key"),
    pytest.param(
        "orgs", "\nnova-1 = { name = 'x', source = 't' }", 2, "'nova-1' lacks 'kind'; add", id="missing"
    ),
    pytest.param(
        "orgs", f"nova-1 = {{ name = 'x', {ORG} }}\nnova-1 = {{ }}", 2, "duplicate", id="twice-inline"
    ),
    pytest.param("orgs", "[nova-1]\nname='x'\n[nova-1]\nname='y'", 3, "duplicate", id="twice-table"),
    pytest.param(
        "orgs", f"Nova = {{ name = 'x', {ORG} }}", 1, "'Nova' is no id; write lower-case", id="capital"
    ),
    pytest.param("orgs", f"'诺' = {{ name = 'x', {ORG} }}", 1, "'诺' is no id", id="not-ascii"),
    pytest.param("orgs", "[nova-1]\nname = 7", 2, "'name': must be a string, not a number", id="type"),
    pytest.param("orgs", "[nova-1]\nname = ' x'", 2, "spaces around", id="padded"),
    pytest.param("orgs", "[nova-1]\naliases = 'x'", 2, "must be a list of strings, not a string", id="list"),
    pytest.param("orgs", "[nova-1]\naliases = ['x', 1]", 2, "item 1 must be a string", id="item"),
    pytest.param("orgs", "[nova-1]\naliases = ['x', 'x']", 2, "'x' stands twice; keep one", id="repeated"),
    pytest.param("orgs", "[nova-1]\nkind = 'firm'", 2, "'firm' is none of: company, fund", id="kind"),
    pytest.param("orgs", "[nova-1]\ncountry = 'China'", 2, "write two capital letters", id="country"),
    pytest.param("orgs", "name = 'x'", 1, "outside any entry; put it under an [entry-id]", id="loose"),
    pytest.param("orgs", "[nova-1]\nname = x", 2, "not TOML", id="toml"),
    pytest.param("orgs", "[nova-1]\nname = '", 2, "not TOML", id="toml-at-end"),
    pytest.param(
        "orgs",
        f"nova-1 = {{ name = '诺一', {ORG} }}\nnova-2 = {{ name = '诺二', aliases = ['诺 一'], {ORG} }}",
        2,
        "'诺 一' of 'nova-2' already belongs to 'nova-1'; take it from one, or list it as ambiguous",
        id="claimed-twice",
    ),
    pytest.param(
        "orgs", f"nova-1 = {{ name = 'OPEN-AI', {ORG} }}", 1, "belongs to 'openai'", id="claimed-bundled"
    ),
    pytest.param("orgs", f"nova-1 = {{ name = '·', {ORG} }}", 1, "has no letter or digit", id="no-letter"),
    pytest.param(
        "orgs", f"nova-1 = {{ name='诺一', parent='no-such', {ORG} }}", 1, "parent 'no-such'", id="parent"
    ),
    pytest.param(
        "orgs",
        f"n-1 = {{ name='诺一', parent='n-2', {ORG} }}\nn-2 = {{ name='诺二', parent='n-1', {ORG} }}",
        1,
        "parents in a circle: n-1 -> n-2 -> n-1; remove one parent",
        id="circle",
    ),
    pytest.param("orgs", "[openai]\nparent = 'openai'", 2, "circle: openai -> openai", id="own-parent"),
    pytest.param(
        "works", "[w-1]\nname='作一'\nkind='model'\norg='no-such'\nsource='t'", 4, "org 'no-such'", id="org"
    ),
    pytest.param(
        "works", "[w-1]\nkind = 'song'", 2, "'song' is none of: model, product, project", id="work-kind"
    ),
    pytest.param(
        "groups",
        "[g-1]\nname='组一'\nsource='t'\nmembers = [\n  'openai',\n  'no-such',\n]",
        6,
        "member 'no-such' of 'g-1' is no entry of orgs.toml",
        id="member",
    ),
    pytest.param("groups", "[g-1]\nmembers = []", 2, "must be a list of members", id="no-members"),
    pytest.param("groups", "[g-1]\nmembers = [{org='openai', since='2024-13-01'}]", 2, "bad date", id="date"),
    pytest.param("groups", "[g-1]\nmembers = [{org='openai', since=2024}]", 2, "write a day as", id="year"),
    pytest.param(
        "groups",
        "[g-1]\nmembers = [{org='openai', since=2024-05-01, until=2024-05-01}]",
        2,
        "must be later than",
        id="dates-reversed",
    ),
    pytest.param(
        "groups", "[g-1]\nmembers = [{org='openai', from=2024-05-01}]", 2, "unknown key 'from'", id="from"
    ),
    pytest.param("outlets", "[o-1]\nkind = 'leaflet'", 2, "is none of: blog, broadcaster", id="outlet-kind"),
    pytest.param(
        "cues", "[join-x]\nsource='t'\nwords=[]", 3, "must not be empty; remove the class", id="no-words"
    ),
    pytest.param("cues", "[Join]\nsource='t'\nwords=['加入']", 1, "is no class of words", id="class"),
    pytest.param("roles", "[head]\nword=['x']", 2, "unknown key 'word'; allowed: source, words", id="word"),
]


@pytest.mark.parametrize(("stem", "text", "line", "message"), BROKEN)
def test_a_broken_file_is_named_with_its_line(
    tmp_path: Path, stem: str, text: str, line: int, message: str
) -> None:
    write(tmp_path, f"{stem}.toml", text)
    with pytest.raises(LexiconError) as caught:
        load_lexicon([tmp_path])
    assert str(caught.value).startswith(f"{tmp_path / stem}.toml:{line}: ")
    assert message in str(caught.value)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "orgs.toml").write_bytes("# ok\n# 北\n".encode("gb18030"))
    with pytest.raises(LexiconError, match=r"orgs\.toml:2: not UTF-8"):
        load_lexicon([tmp_path])


def test_a_file_of_another_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        LexiconError, match=r"people\.toml:1: not a lexicon file; rename it to one of orgs\.toml"
    ):
        load_lexicon([write(tmp_path, "people.toml", "")])


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such folder"):
        load_lexicon([tmp_path / "absent"])


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    assert load_lexicon([tmp_path]).orgs == load_lexicon().orgs


def test_a_new_id_adds_an_entry(tmp_path: Path) -> None:
    text = "[nova-1]\nname = '星桥九号实验室'\nkind = 'lab'\nparent = 'openai'\nsource = 'mine'"
    lexicon = load_lexicon([write(tmp_path, "orgs.toml", text)])
    org = lexicon.find_org("星桥九号实验室")
    assert org is not None
    assert (org.id, org.kind, org.aliases, org.country) == ("nova-1", OrgKind.LAB, (), "US")
    assert lexicon.company_of("nova-1") == "openai"
    assert "nova-1" not in load_lexicon().orgs


def test_a_known_id_extends_lists_and_replaces_values(tmp_path: Path) -> None:
    before = load_lexicon().orgs["openai"]
    text = "[openai]\nname = '开放智能'\naliases = ['星桥十号', 'Open AI', 'OpenAI']"
    after = load_lexicon([write(tmp_path, "orgs.toml", text)]).orgs["openai"]
    assert after.name == "开放智能"
    assert after.aliases == (*before.aliases, "星桥十号", "OpenAI")
    assert (after.kind, after.source) == (before.kind, before.source)


def test_a_bundled_alias_can_be_made_ambiguous(tmp_path: Path) -> None:
    lexicon = load_lexicon([write(tmp_path, "orgs.toml", "[openai]\nambiguous = ['Open AI']")])
    assert "Open AI" not in lexicon.orgs["openai"].certain


def test_later_folders_change_earlier_ones(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    write(first, "orgs.toml", f"nova-1 = {{ name = '甲桥', country = 'CN', {ORG} }}")
    write(second, "orgs.toml", "nova-1 = { name = '乙桥' }")
    org = load_lexicon([first, second]).orgs["nova-1"]
    assert (org.name, org.country) == ("乙桥", "CN")


def test_words_of_a_class_are_extended(tmp_path: Path) -> None:
    text = "[join]\nwords = ['跃入星桥']\n[my_class]\nsource = 'mine'\nwords = ['星桥', '星桥']"
    cues = load_lexicon([write(tmp_path, "cues.toml", text)]).words["cues"]
    assert cues["join"] == (*load_lexicon().words["cues"]["join"], "跃入星桥")
    assert cues["my_class"] == ("星桥",)


def test_memberships_have_dates(tmp_path: Path) -> None:
    text = """
    [g-1]
    name = '星桥三杰'
    source = 'mine'
    members = ['openai', { org = 'xai', since = 2024-02-01, until = '2025-01-01' }]
    """
    group = load_lexicon([write(tmp_path, "groups.toml", text)]).groups["g-1"]
    assert group.members_on(date(2024, 1, 31)) == ("openai",)
    assert group.members_on(date(2024, 2, 1)) == ("openai", "xai")
    assert group.members_on(date(2025, 1, 1)) == ("openai",)


def test_the_bundled_lexicon_is_made_once() -> None:
    assert load_lexicon() is load_lexicon()


def test_every_schema_has_a_bundled_file() -> None:
    assert set(load_lexicon().words) == {"cues", "roles"}
    assert list(SCHEMAS) == ["orgs", "works", "groups", "outlets", "cues", "roles"]
