from __future__ import annotations

import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quliu.model import ReadOffset, ReadSpan
from quliu.text import Reading, repair
from quliu.text.script import to_simplified

# Everything that some step looks at, so that steps meet in all orders.
PIECES = (
    list("中文乾隆騰讯瞭望著名鍾甯後后，,。．.・·•!！?()（）[]【】“”「」")
    + list("<>*#-_:;/\\ \u3000\xa0\u200b\ufeff\ufffd\xad\r\n\t")
    + list("aAzＡ１1…—ǎ\u0304\x00\x0b\u2028\U0002a6a5\ud800")
    + [
        "(jīng)",
        "(de)",
        "(Lin)",
        "（jì）",
        "経(jìng)",
        "<b>",
        "</b>",
        "<br/>",
        "**",
        "](https://a.b/c?d=1)",
        "](",
    ]
    + ["刘一，", "李四在一处，先后工作", "\n\n", "OpenAI"]
    + ["a line that runs on and on until it is wrapped at the column\n"]
)
DAMAGED = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join)


def same_character(original: str, read: str) -> bool:
    """Tell whether a reading character is the original one, or one that it may be folded to."""
    forms = {original, unicodedata.normalize("NFKC", original), to_simplified(original)}
    forms |= {to_simplified(form) for form in forms}
    if original.isspace():
        forms |= {" ", "\n"}
    folded = {
        "「": "“",
        "」": "”",
        "『": "‘",
        "』": "’",
        "．": ".。·",
        "﹒": ".。·",
        "\u2800": " ",
        "\u3164": " ",
    }
    folded |= dict.fromkeys("﹁｢", "“") | dict.fromkeys("﹂｣", "”") | {"﹃": "‘", "﹄": "’"}
    folded |= dict.fromkeys("・‧•∙⋅･・", "·")
    return read in forms or read in folded.get(original, "")


def offsets_of(reading: Reading) -> list[int]:
    spans = [ReadSpan(ReadOffset(i), ReadOffset(i + 1)) for i in range(len(reading.text))]
    originals = [reading.to_original(span) for span in spans]
    assert all(span.end - span.start == 1 for span in originals)
    return [span.start for span in originals]


TORN = re.compile(
    r"[\n\r\u2028\x0b\x0c\x85]\W*[,，。、;；:：?？!！)）”’》】」』︶]|[,，、(（“‘《【「『][^\w]*[\n\r\u2028\x0b\x0c\x85]"
)


@given(DAMAGED)
def test_every_reading_character_is_one_original_character_in_order(text: str) -> None:
    reading = repair(text)
    offsets = offsets_of(reading)
    assert offsets == sorted(set(offsets))
    assert all(same_character(text[o], read) for o, read in zip(offsets, reading.text, strict=True))


@given(DAMAGED)
def test_what_is_not_in_the_reading_was_dropped_for_a_reason(text: str) -> None:
    reading = repair(text)
    dropped = {i for fix in reading.fixes if fix.dropped for i in range(fix.span.start, fix.span.end)}
    kept = set(offsets_of(reading))
    assert kept | dropped == set(range(len(text)))
    assert not any(text[i].isalnum() for i in set(range(len(text))) - kept if not _may_go(text, i))


def _may_go(text: str, offset: int) -> bool:
    """Tell whether a letter or digit stands in pinyin, a tag or a link's target."""
    return "(" in text[:offset] or "（" in text[:offset] or "<" in text[:offset]


@given(DAMAGED)
def test_repair_is_idempotent(text: str) -> None:
    once = repair(text).text
    assert repair(once).text == once


@given(DAMAGED, st.data())
def test_a_span_of_whole_lines_maps_to_an_original_that_repairs_to_it(text: str, data: st.DataObject) -> None:
    # What a text shows elsewhere decides how plain pinyin, ． and line breaks in a torn text are read.
    assume("．" not in text and "﹒" not in text and "(de)" not in text)
    assume(len(TORN.findall(text)) < 2)
    reading = repair(text)
    edges = [0, *(i + 1 for i, read in enumerate(reading.text) if read == "\n"), len(reading.text)]
    start, end = sorted(data.draw(st.tuples(st.sampled_from(edges), st.sampled_from(edges))))
    whole = reading.text[start:end].strip("\n")
    assume(whole)
    start = reading.text.index(whole, start)
    span = ReadSpan(ReadOffset(start), ReadOffset(start + len(whole)))
    assert repair(reading.to_original(span).slice(text)).text == whole


@given(DAMAGED)
def test_there_and_back(text: str) -> None:
    reading = repair(text)
    for i in range(len(reading.text)):
        span = ReadSpan(ReadOffset(i), ReadOffset(len(reading.text)))
        assert reading.to_reading(reading.to_original(span)) == span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "甄有才在某地担任\n\n产品总监\n\n。据悉，他将于\n\n下周\n\n离开\n\n，去向未定。",
            "甄有才在某地担任产品总监。据悉,他将于下周离开,去向未定。",
            id="torn",
        ),
        pytest.param("騰訊與腾讯", "腾讯与腾讯", id="mixed-scripts"),
        pytest.param("乾隆的乾燥皇后以後", "乾隆的干燥皇后以后", id="words"),
        pytest.param("經(jīng)濟(jì)很好", "经济很好", id="pinyin"),
        pytest.param("經（jīng）濟 ( jì ) 很好", "经济很好", id="pinyin-wide"),
        pytest.param("星河(Xinghe)的林(Lin)", "星河(Xinghe)的林(Lin)", id="real-parentheses"),
        pytest.param("ＡＩ２０３１，（测试）：！？", "AI2031,(测试):!?", id="full-width"),
        pytest.param("在 AI 圈 非常 2 月", "在AI圈非常2月", id="spaces"),
        pytest.param("甲\xa0 \u3000AI\u2009Lab  two", "甲AI Lab two", id="exotic-spaces"),
        pytest.param("  行首\u3000\n\u3000\u3000行尾  ", "行首\n行尾", id="edges"),
        pytest.param("甲\u200b乙\ufeff丙\xad丁\ufffd戊\x00", "甲乙丙丁戊", id="noise"),
        pytest.param("萨姆・奥尔特曼、A‧B", "萨姆·奥尔特曼、A·B", id="name-dots"),
        pytest.param("埃隆 · 某某", "埃隆·某某", id="spaced-name-dot"),
        pytest.param("• 要点", "•要点", id="bullet"),
        pytest.param("「混元」『话』", "“混元”‘话’", id="quotes"),
        pytest.param("甲。\r\n乙。\r丙。", "甲。\n乙。\n丙。", id="line-ends"),
        pytest.param("**张甲**离职", "张甲离职", id="emphasis"),
        pytest.param("[张甲](https://a.example/b)离职", "[张甲]离职", id="link"),
        pytest.param("by Acme Ltd.</p><p>The firm", "by Acme Ltd.\n\nThe firm", id="paragraphs"),
        pytest.param('<p class="x">张甲</p>离职 a<b', "张甲离职a<b", id="tags"),
        pytest.param("他加入了\n\n，并任命", "他加入了,并任命", id="goes-on"),
        pytest.param("３．５倍", "3.5倍", id="wide-point"),
        pytest.param("他走了．公司说", "他走了。公司说", id="wide-full-stop"),
        pytest.param("列夫．某斯基走了。", "列夫·某斯基走了。", id="wide-name-dot"),
        pytest.param("", "", id="empty"),
    ],
)
def test_repair(text: str, expected: str) -> None:
    assert repair(text).text == expected


def test_fixes_say_what_was_done() -> None:
    reading = repair("經(jīng)濟 AI")
    done = [(fix.kind, fix.span.slice(reading.original), fix.dropped) for fix in reading.fixes]
    assert done == [("space", " ", True), ("pinyin", "(jīng)", True), ("script", "經(jīng)濟", False)]


@pytest.mark.parametrize(
    "piece",
    [
        "張三(zhāng)離職，加入 AI 公司。\n",
        " ",
        "中 ",
        "<a ",
        "<<a>",
        "中(",
        "** ",
        "](",
        "．",
        "(jīng)",
        "a\n\n",
        "\n",
        "他说，\n",
        "[",
    ],
)
def test_repair_takes_linear_time(piece: str) -> None:
    text = "中" + piece * (200_000 // len(piece))
    start = time.perf_counter()
    repair(text)
    assert time.perf_counter() - start < 4


def test_seeds_are_read_whole(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        reading = repair(text)
        assert repair(reading.text).text == reading.text
        assert reading.to_original(ReadSpan(ReadOffset(0), ReadOffset(len(reading.text)))).end <= len(text)
        assert "jīng" not in reading.text
