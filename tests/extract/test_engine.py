"""What holds for every text: newsroom articles, random ones, and ones made to hurt."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quliu.extract import Extractor
from quliu.extract.gate import Gate
from quliu.lexicon import load_lexicon
from quliu.model import Claim, Document, Mention, Move, Post
from tests.extract.factory import DAY, Told, claims, document, extractor, joined, left, moves, told
from tests.samples.newsroom import load_texts

ARTICLES = load_texts()
CUES = sorted({word for words in load_lexicon().words["cues"].values() for word in words})

# Pieces of news put together at random: mostly nonsense, but nonsense that opens every frame.
PIECES = st.sampled_from(
    [
        *[
            "林小满",
            "沈知远",
            "何晓棠",
            "托比·麦克林",
            "Lin Xiaoman",
            "他",
            "两人",
            "橙狐科技",
            "折耳智能",
            "腾讯混元",
            "讯混元",
        ],
        *[
            "首席科学家",
            "CEO",
            "副总裁兼首席财务官",
            "2024年3月",
            "上周五",
            "近日",
            "去年",
            "3个月后",
            "，",
            "。",
            "、",
            "和",
            "的",
        ],
        *[
            "由",
            "被",
            "从",
            "将",
            "为",
            "原",
            "前",
            "“",
            "”",
            "（",
            "）",
            "《",
            "？",
            "\n\n",
            "# ",
            "**",
            " ",
            "了",
            "据传",
            "其中包括",
        ],
        *[
            "(lí)",
            "<b>",
            "https://a.b/c",
            "\u3000",
            "\ufffd",
            "\ud800",
            "\U0002a6a5",
            "1",
            "a",
            "林",
            "離職",
            "賈",
        ],
    ]
)
NONSENSE = st.lists(PIECES | st.sampled_from(CUES), max_size=40).map("".join)
HURTFUL = {
    "one-trigger": "离职" * 2000,
    "triggers": "加入离开任命接替创办变更为新任任职资格" * 300,
    "punctuation": "，。、；：？！“”（）《》…—·" * 500,
    "opening-brackets": "加入" + "（" * 5000,
    "closing-brackets": "加入" + "）" * 5000,
    "one-sentence": "林小满" + "好的很" * 33_000 + "离职",
    "one-sentence-of-names": "林小满、沈知远、" * 2000 + "离职",
    "one-sentence-of-firms": "橙狐科技、折耳智能、" * 1000 + "林小满离职",
    "one-sentence-of-roles": "首席总裁兼副总监、" * 2000 + "林小满离职",
    "dots": "离职" + "麦·克" * 3000,
    "latin": "加入 " + "Aa Bb " * 8000,
    "one-latin-word": "加入" + "A" * 100_000,
    "dashes": "加入" + "-" * 50_000,
    "of": "离开" + "的" * 20_000 + "人",
    "times": "2024年3月" * 3000 + "离职",
    "passive": "由" * 5000 + "林小满创办",
    "latin-run": "林小满离职。科大讯飞" + "SparkDesk" * 500,
    "of-whom": "入伙的" + "在场各位听完都笑了" * 200 + "。",
    "by-nobody": "由" + "于公司业务调整和组织升级" * 200 + "接替。",
    "lone-surrogates": "林小满\ud800离开\udfff橙狐科技\ud83d。",
    "nulls": "林小满\x00离开\x00橙狐科技。",
    "blank-lines": "林小满离职" + "\n" * 20_000,
    "many-lines": "林小满离职\n" * 1000,
    "private-use": "\ue000离开\ue600，\uec00\uf200任\uf800。",
    "empty": "",
    "blank": " \n\u3000\t",
}


def mentions(claim: Claim) -> list[Mention]:
    content = claim.content
    slots = [getattr(content, field.name) for field in fields(content)]
    found = [slot.org if isinstance(slot, Post) else slot for slot in slots]
    listed = [item for slot in slots if isinstance(slot, tuple) for item in slot]
    return [mention for mention in (*found, *listed) if isinstance(mention, Mention)]


def check(text: str, read: tuple[Claim, ...]) -> None:
    """Assert what must hold for the claims of any text."""
    for claim in read:
        assert 0 <= claim.evidence.start < claim.evidence.end <= len(text)
        assert 0 < claim.confidence <= 1
        assert claim.rule
        for mention in mentions(claim):
            assert mention.span.slice(text) == mention.surface != ""
            assert mention.name.strip()
        if claim.when and claim.when.span:
            assert claim.when.span.slice(text) == claim.when.text != ""
    evidence = [claim.evidence for claim in read]
    assert evidence == sorted(evidence)
    assert len(set(read)) == len(read)


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_claims_of_an_article_are_its_own_characters(name: str) -> None:
    text = ARTICLES[name]
    read = claims(text)
    check(text, read)
    assert claims(text) == read


@pytest.mark.parametrize("name", HURTFUL)
def test_no_text_is_too_much(name: str) -> None:
    check(HURTFUL[name], claims(HURTFUL[name]))


@settings(max_examples=150)
@given(NONSENSE)
def test_nonsense_is_read_without_harm(text: str) -> None:
    read = claims(text)
    check(text, read)
    assert claims(text) == read


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text_is_read_without_harm(text: str) -> None:
    check(text, claims(text))


@given(st.sampled_from(sorted(ARTICLES)), st.data())
def test_any_piece_of_an_article_is_read_without_harm(name: str, data: st.DataObject) -> None:
    text = ARTICLES[name]
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : data.draw(st.integers(start, len(text)))]
    check(piece, claims(piece))


@given(NONSENSE)
def test_a_day_only_adds_to_what_is_read_of_times(text: str) -> None:
    dated, undated = claims(text), claims(text, None)
    assert {c.content.person.name for c in dated if isinstance(c.content, Move)} == {
        c.content.person.name for c in undated if isinstance(c.content, Move)
    }


@pytest.mark.parametrize(
    "text", ["", "今天天气很好，适合晾衣服。", "The weather is fine.", "橙狐科技的林小满爱吃面。"]
)
def test_a_text_without_cue_words_says_nothing(text: str) -> None:
    assert not Gate(load_lexicon()).is_open(text)
    assert claims(text) == ()


def test_reading_does_not_depend_on_what_was_read_before() -> None:
    fresh = Extractor(load_lexicon())
    for name in sorted(ARTICLES, reverse=True):
        fresh.extract(_dated(ARTICLES[name]))
    once = Extractor(load_lexicon())
    assert fresh.extract(_dated(ARTICLES["03-confirmed"])) == once.extract(_dated(ARTICLES["03-confirmed"]))


PRINT_CLAIMS = """
from tests.extract.factory import claims
from tests.samples.newsroom import load_texts
for name, text in sorted(load_texts().items())[:12]:
    print(name, claims(text))
"""


def test_reading_does_not_depend_on_the_hash_seed() -> None:
    root = Path(__file__).parents[2]
    outputs = [
        subprocess.run(
            [sys.executable, "-c", PRINT_CLAIMS],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) > 1000


def when(text: str, day: date | None) -> tuple[date | None, date | None]:
    (claim,) = (c for c in claims(text, day) if isinstance(c.content, Move))
    assert claim.when is not None
    return claim.when.range.start, claim.when.range.end


def test_with_a_day_a_relative_time_is_a_date() -> None:
    assert when("林小满上周离开橙狐科技。", DAY) == (date(2025, 6, 9), date(2025, 6, 16))


def test_without_a_day_a_relative_time_stays_open() -> None:
    assert when("林小满上周离开橙狐科技。", None) == (None, None)


@pytest.mark.parametrize("day", [None, DAY])
def test_an_absolute_time_needs_no_day(day: date | None) -> None:
    text = "林小满于2024年3月5日离开橙狐科技。"
    assert when(text, day) == (date(2024, 3, 5), date(2024, 3, 6))


SAME: dict[str, tuple[tuple[str, str, str], list[Told]]] = {
    "leaves-and-joins": (
        (
            "林小满从折耳智能离职，随后加入橙狐科技，担任首席科学家。",
            "林小滿從折耳智能離職，隨後加入橙狐科技，擔任首席科學家。",
            "林小满从折耳智能离(lí)职(zhí)，随后加(jiā)入(rù)橙狐科技，担任首(shǒu)席(xí)科学家。",
        ),
        [told("林小满", out=("折耳智能", None), into=("橙狐科技", "首席科学家"))],
    ),
    "hands-over": (
        (
            "橙狐科技首席财务官罗开怀卸任，由宋雨眠接任。",
            "橙狐科技首席財務官羅開懷卸任，由宋雨眠接任。",
            "橙狐科技首席财务官罗开怀卸(xiè)任(rèn)，由宋雨眠接(jiē)任(rèn)。",
        ),
        [left("罗开怀", "橙狐科技", "首席财务官"), joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "denied": (
        (
            "橙狐科技否认首席运营官罗开怀离职。",
            "橙狐科技否認首席運營官羅開懷離職。",
            "橙狐科技否(fǒu)认(rèn)首席运营官罗开怀离(lí)职(zhí)。",
        ),
        [left("罗开怀", "橙狐科技", "首席运营官", "denied")],
    ),
    "founds": (
        (
            "何晓棠离开折耳智能，创办橙狐科技。",
            "何曉棠離開折耳智能，創辦橙狐科技。",
            "何晓棠离(lí)开(kāi)折耳智能，创(chuàng)办(bàn)橙狐科技。",
        ),
        [told("何晓棠", out=("折耳智能", None), into=("橙狐科技", "founder"))],
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_three_ways_of_writing_tell_the_same(name: str) -> None:
    texts, expected = SAME[name]
    assert [sorted(moves(text), key=repr) for text in texts] == [sorted(expected, key=repr)] * 3
    for text in texts:
        check(text, claims(text))


def _dated(text: str) -> Document:
    return document(text)


def test_the_engine_is_compiled_once() -> None:
    assert extractor() is extractor()


def test_who_moves_between_clubs_is_no_news() -> None:
    assert moves("皇马前锋林小满转会加入利物浦,担任队长。") == []


def test_a_person_named_twice_by_one_predicate_is_one_and_flagged() -> None:
    (claim,) = claims("合伙人林小满以及公司副总裁林小满离开了百度。")
    assert "doubled-name" in claim.rule.split("+")
    (plain,) = claims("百度副总裁林小满离职。")
    assert "doubled-name" not in plain.rule


def test_a_number_of_a_known_firm_opens_the_reading_by_itself() -> None:
    assert [claim.kind for claim in claims("橙狐科技员工450人。")] == ["figure"]
    assert claims("这家公司员工450人。") == ()
