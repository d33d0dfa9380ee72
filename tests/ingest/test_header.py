from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quliu.ingest import Header, read_header
from quliu.ingest.publisher import Outlet, Publishing
from quliu.model import Origin

BODY = "\n\n某公司研究负责人张甲上周离职，公司没有回应置评请求。\n\n他曾在这里工作五年。"
DAY = date(2031, 3, 5)


@pytest.mark.parametrize(
    "line",
    [
        "2031-03-05 05:20:08 · 作者: 某某 · 浏览: 0",
        "作者:某某      2031-03-05 14:01:27     189",
        "2031年3月5日 10:20 来源：某某网 作者：张三",
        "发布时间：2031/03/05",
        "某某新闻 2031-03-05 12:00",
        "《星河》 2031-03-05 12:00",
        "2031年3月5日　某某财经",
        "The Novum Ledger, March 5, 2031",
        "2031-03-05",
        "（2031年3月5日）",
        "By Jane Roe | March 5, 2031",
        "Published March 5, 2031 at 9:30 AM",
        "March 5, 2031 · 5 min read",
        "- date published: 2031-03-05T20:57:24+00:00",
        "某某社北京2031年3月5日电 某公司今天宣布换帅。",
        "更新时间：2031-03-07 发布时间：2031-03-05",
    ],
)
def test_lines_that_tell_the_date(line: str) -> None:
    assert read_header("张甲离开某公司\n" + line + BODY).published_on == DAY


@pytest.mark.parametrize(
    "line",
    [
        "3月5日凌晨，张甲宣布离职。",
        "2031 年 3 月 5 日，张甲创立了某公司",
        "2031年3月5日张甲创立某公司",
        "2031年3月5日消息，张甲离职。",
        "更新时间：2031-03-05",
        "投票时间：2031年3月5日 - 2031年3月9日",
        "On March 5, 2031 Jane Roe left Novum",
        "某某社北京3月5日电 张甲离职。",
        "2031年3月",
        "https://n.example/2031/03/05/a.html",
    ],
)
def test_lines_that_do_not(line: str) -> None:
    assert read_header("张甲离开某公司\n" + line + BODY).published_on is None


def test_a_footer_needs_a_label() -> None:
    text = "张甲离开某公司" + BODY + "\n\n" * 12 + "{}"
    assert read_header(("甲\n" * 14) + text.format("发布于 2031-03-05")).published_on == DAY
    assert read_header(("甲\n" * 14) + text.format("2031-03-05")).published_on is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("张甲离开某公司" + BODY, "张甲离开某公司", id="first-line"),
        pytest.param("![](a.png)\n首页\n2031-03-05\n張甲離開某公司" + BODY, "張甲離開某公司", id="furniture"),
        pytest.param("作者：某某\n张甲离开某公司" + BODY, "张甲离开某公司", id="byline"),
        pytest.param("# **张甲**离开某公司\n> 公众号：某某" + BODY, "张甲离开某公司", id="markdown"),
        pytest.param("張甲離(lí)開(kāi)某公司" + BODY, "张甲离开某公司", id="pinyin"),
        pytest.param("---\ntitle: 某题\n---\n# 张甲离开" + BODY, "某题", id="front-matter"),
        pytest.param(
            "Roe Leaves Novum for xNova\n\nJane Roe left Novum on Monday.",
            "Roe Leaves Novum for xNova",
            id="english",
        ),
        pytest.param("张甲已经离开某公司。" + BODY, None, id="sentence"),
        pytest.param("据本报了解，\n\n张甲离开" + BODY, None, id="broken-sentence"),
        pytest.param("张甲离开某公司", None, id="one-line"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert read_header(text).title == title


def test_address() -> None:
    assert (
        read_header("张甲离开\n> 原文链接：https://n.example/a?b=1\n" + BODY).url == "https://n.example/a?b=1"
    )
    assert read_header("---\nsource: https://n.example/a\n---\n张甲").url == "https://n.example/a"


def test_front_matter_tells_all() -> None:
    text = "---\ntitle: 某题\ndate: 2031-03-05\npublisher: 某某报\nurl: https://n.example/a\n---\n" + BODY
    assert read_header(text) == Header(
        title="某题",
        publishing=Publishing(shown_by=Outlet("某某报", "publisher: 某某报")),
        named_by=Origin.META,
        published_on=DAY,
        dated_by=Origin.META,
        date_evidence="date: 2031-03-05",
        url="https://n.example/a",
    )


def test_seeds(shared: Path) -> None:
    headers = [
        read_header(path.read_text(encoding="utf-8")) for path in sorted((shared / "seeds").glob("*.txt"))
    ]
    assert [header.published_on for header in headers] == [date(2026, 1, 3), None, None, date(2025, 4, 13)]
    assert [header.publisher for header in headers] == [None, "经济观察报", None, "深网·腾讯新闻小满工作室"]
    assert all(header.title for header in headers)


def test_a_digest_has_no_source_of_its_own() -> None:
    page = "今日要闻\n远山网 2031-03-05" + BODY + "\n李乙离职。{}\n"
    items = page.format("（来源：某某报）") + "\n".join(["王丙入职。"] * 12)
    assert read_header(f"{items}张甲离职。（来源：星河网）").publisher == "远山网"
    assert read_header(items).publisher == "远山网"
    assert read_header(page.format("") + "张甲离职。（来源：星河网）").publisher == "星河网"
