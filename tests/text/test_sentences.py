from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quliu.text import find_paragraphs, find_sentences, repair
from quliu.text.sentences import MOST_CHARS


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["甲走了。", "乙来了!", "丙呢?", "再见;", "完"], id="chinese"),
        pytest.param(["他说:“我走了。”", "随后离开!?", "(是真的。)", "完"], id="closers"),
        pytest.param(["“走不走?”,他问。", "完"], id="goes-on-after-quote"),
        pytest.param(["他加入 Novum.AI 的 3.5 团队。", "完"], id="dots-inside"),
        pytest.param(["他走了.", "公司回应.", "Novum 否认"], id="ascii-stop"),
        pytest.param(["他离开 Novum.", "公司回应"], id="latin-before-stop"),
        pytest.param(['他说:"走了。"', '"为何?"', "完"], id="straight-quotes"),
    ],
)
def test_chinese(sentences: list[str]) -> None:
    check("".join(sentences), sentences)


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["John J. Roe left.", "He joined xNova."], id="initial"),
        pytest.param(["He met Dr. Roe of Novum Inc. in the U.S. office.", "It closed."], id="abbreviations"),
        pytest.param(["She works at Novum Inc.", "The firm grew."], id="abbreviation-ends"),
        pytest.param(["A.I. is at 3.5 now.", "Novum.AI hired staff."], id="dotted"),
        pytest.param(["She became CEO.", "“Well.”", "He left."], id="quote"),
        pytest.param(["They left.", "xNova hired them.", "iNova did not."], id="small-brand"),
        pytest.param(["See No. 5 of Vol. 2 for more.", "He said no.", "She agreed."], id="counters"),
        pytest.param(["They waited... and left.", "Then nothing..."], id="ellipsis"),
        pytest.param(["Is it true?", "Yes!", "See https://n.example/a?b=1 now."], id="marks"),
        pytest.param(["1. Roe left.", "He joined."], id="list-number"),
    ],
)
def test_english(sentences: list[str]) -> None:
    check(" ".join(sentences), sentences)


def test_lines_end_sentences() -> None:
    check("一个标题\n甲走了。乙\n\n丙", ["一个标题", "甲走了。", "乙", "丙"])


def test_scraped_lines_are_joined_first() -> None:
    text = repair("甲加入了\n\n**某公司**\n\n，并任职。\n\n完").text
    check(text, ["甲加入了", "某公司,并任职。", "完"])


def test_paragraphs_are_lines() -> None:
    text = "甲。乙。\n\n 丙 \n"
    assert [span.slice(text) for span in find_paragraphs(text)] == ["甲。乙。", "丙"]


@given(st.text(alphabet='甲乙 aB.。!?;"”’)(,\n1…', max_size=40))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    spans = find_sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = "".join(span.slice(text) for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(span.slice(text) == span.slice(text).strip() for span in spans)


def check(text: str, sentences: list[str]) -> None:
    assert [span.slice(text) for span in find_sentences(text)] == sentences


@pytest.mark.parametrize("text", ["贾明白加入云鲤科技," * 200, "加入" * 1000, "Jia joined Yunli " * 200])
def test_an_endless_sentence_is_cut(text: str) -> None:
    spans = find_sentences(text)
    assert max(span.end - span.start for span in spans) <= MOST_CHARS
    assert "".join(text[span.start : span.end] for span in spans).replace(" ", "") == text.replace(" ", "")
