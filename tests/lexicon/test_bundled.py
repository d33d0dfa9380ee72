"""The bundled data: enough of it, sound, and answering the spellings that the news uses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files

import pytest

from quliu.lexicon import Entry, Lexicon, OrgKind, load_lexicon, normalise_name


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def all_entries(lexicon: Lexicon) -> Iterable[Entry]:
    yield from (*lexicon.orgs.values(), *lexicon.works.values())
    yield from (*lexicon.groups.values(), *lexicon.outlets.values())


def test_counts(lexicon: Lexicon) -> None:
    assert len(lexicon.orgs) >= 260
    assert len(lexicon.works) >= 170
    assert len(lexicon.outlets) >= 90
    assert len(lexicon.groups) >= 10


def test_every_id_is_ascii_kebab_case_and_every_entry_has_a_source(lexicon: Lexicon) -> None:
    for entry in all_entries(lexicon):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.id)
        assert entry.source


def test_no_spelling_is_claimed_outright_by_two(lexicon: Lexicon) -> None:
    for entries in (lexicon.orgs, lexicon.works, lexicon.groups, lexicon.outlets):
        owners: dict[str, str] = {}
        for entry in entries.values():
            for spelling in entry.certain:
                assert owners.setdefault(normalise_name(spelling), entry.id) == entry.id


def test_teams_belong_to_something(lexicon: Lexicon) -> None:
    assert [o.id for o in lexicon.orgs.values() if o.kind is OrgKind.TEAM and o.parent is None] == []


def test_no_ambiguous_spelling_is_also_an_alias(lexicon: Lexicon) -> None:
    for entry in all_entries(lexicon):
        assert not set(entry.aliases) & set(entry.ambiguous)
        assert entry.name not in entry.aliases


@pytest.mark.parametrize("stem", ["orgs", "works", "outlets"])
def test_one_entry_a_line(stem: str) -> None:
    text = (files("quliu.lexicon") / "data" / f"{stem}.toml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(lines) == len(tomllib.loads(text))


@pytest.mark.parametrize(
    ("name", "org_id"),
    [
        ("字节", "bytedance"),
        ("ByteDance", "bytedance"),
        ("豆包大模型团队", "bytedance-seed"),
        ("Seed", "bytedance-seed"),
        ("月之暗面", "moonshot-ai"),
        ("moonshot ai", "moonshot-ai"),
        ("深度求索", "deepseek"),
        ("稀宇科技", "minimax"),
        ("ＯｐｅｎＡＩ", "openai"),
        ("谷歌 DeepMind", "google-deepmind"),
        ("C.AI", "character-ai"),
        ("MSRA", "msra"),
        ("腾讯 AI Lab", "tencent-ai-lab"),
        ("混元", "tencent-hunyuan"),
        ("千问", "qwen-team"),
        ("北大", "peking"),
        ("斯坦福", "stanford"),
        ("红杉", "hongshan"),
        ("MSL", "meta-msl"),
        ("2050全球研究院", "kunlun-2050"),
    ],
)
def test_organisations_by_the_names_news_uses(lexicon: Lexicon, name: str, org_id: str) -> None:
    found = lexicon.find_org(name)
    assert found is not None
    assert found.id == org_id


@pytest.mark.parametrize(
    ("spelling", "org_id"),
    [("字节", "bytedance"), ("金山", "kingsoft"), ("小鹏", "xpeng"), ("苹果", "apple"), ("X", "twitter")],
)
def test_common_words_are_ambiguous(lexicon: Lexicon, spelling: str, org_id: str) -> None:
    assert spelling in lexicon.orgs[org_id].ambiguous
    assert spelling not in lexicon.orgs[org_id].certain


@pytest.mark.parametrize(
    ("team", "company"),
    [
        ("qwen-team", "alibaba"),
        ("damo-academy", "alibaba"),
        ("bytedance-seed", "bytedance"),
        ("fair", "meta"),
        ("gemini-team", "google"),
        ("msra", "microsoft"),
        ("noahs-ark-lab", "huawei"),
    ],
)
def test_teams_lead_to_their_company(lexicon: Lexicon, team: str, company: str) -> None:
    assert lexicon.company_of(team) == company


@pytest.mark.parametrize(
    ("name", "work_id", "org_id"),
    [
        ("gpt4", "gpt-4", "openai"),
        ("DALL-E 3", "dall-e", "openai"),
        ("通义千问", "qwen", "qwen-team"),
        ("文心一言", "yiyan", "baidu"),
        ("ChatGLM", "chatglm", "zhipu-ai"),
        ("可灵", "kling-model", "kuaishou"),
    ],
)
def test_works_lead_to_their_maker(lexicon: Lexicon, name: str, work_id: str, org_id: str) -> None:
    work = lexicon.find_work(name)
    assert work is not None
    assert (work.id, work.org) == (work_id, org_id)


def test_the_six_tigers(lexicon: Lexicon) -> None:
    group = lexicon.find_group("大模型六小龙")
    assert group is not None
    assert group is lexicon.find_group("六小虎")
    assert {m.org for m in group.members} == {
        "zhipu-ai",
        "01-ai",
        "minimax",
        "baichuan",
        "moonshot-ai",
        "stepfun",
    }


@pytest.mark.parametrize(
    ("name", "outlet_id"),
    [
        ("《晚点》", "latepost"),
        ("晚点 LatePost", "latepost"),
        ("路透社", "reuters"),
        ("The Information", "the-information"),
    ],
)
def test_outlets(lexicon: Lexicon, name: str, outlet_id: str) -> None:
    found = lexicon.find_outlet(name)
    assert found is not None
    assert found.id == outlet_id
