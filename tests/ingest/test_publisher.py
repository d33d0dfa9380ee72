from __future__ import annotations

import pytest

from quliu.ingest.publisher import find_publisher


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("来源:某某周刊 作者:张三", "某某周刊"),
        ("2031年3月5日 10:20 来源:某某网", "某某网"),
        ("来源:[某某网](https://n.example)", "某某网"),
        ("出品丨深海·某某工作室", "深海·某某工作室"),
        ("公众号:星河观察", "星河观察"),
        ("星河位 | 公众号 XingheBit", "星河位"),
        ("星河观察报 记者 张三", "星河观察报"),
        ("某某新京报记者 张三 李四 北京报道", "某某新京报"),
        ("星河之心报道", "星河之心"),
        ("某某新闻 2031-03-05 12:00", "某某新闻"),
        ("来源:某某科技评论 作者:张三", "某某科技评论"),
        ("来源:某某网作者:张三", "某某网"),
        ("2031-03-05 12:00 某某财经", "某某财经"),
        ("2031-03-05 某某财经 作者:张三", "某某财经"),
        ("《星河》 2031-03-05 12:00", "星河"),
        ("The Novum Ledger, March 5, 2031", "The Novum Ledger"),
        ("The Novum Ledger — Published March 5, 2031", "The Novum Ledger"),
        ("Source: Novum Wire", "Novum Wire"),
        ("来源:网络", None),
        ("图片来源:某某网", None),
        ("数据来源:某某网", None),
        ("来源:https://n.example", None),
        ("作者:某某", None),
        ("本报记者 张三", None),
        ("多位记者获悉", None),
        ("2031-03-05 12:00", None),
        ("2031年3月5日某某网创立", None),
        ("San Novo, March 5, 2031", None),
    ],
)
def test_head(line: str, publisher: str | None) -> None:
    assert find_publisher([line], "", []) == publisher


@pytest.mark.parametrize(
    ("opening", "publisher"),
    [
        ("星河之家 3 月 5 日消息,张甲离职。", "星河之家"),
        ("某华社北京3月5日电 张甲离职。", "某华社"),
        ("(某华社北京2031年3月5日电)张甲离职。", "某华社"),
        ("SAN FRANCISCO, March 5 (Novum News) - Jane Roe left.", "Novum News"),
        ("据某华社3月5日消息,张甲离职。", None),
        ("北京时间3月5日消息,张甲离职。", None),
        ("3月5日消息,张甲离职。", None),
        ("2031年3月5日消息,张甲离职。", None),
    ],
)
def test_opening(opening: str, publisher: str | None) -> None:
    assert find_publisher([], opening, []) == publisher


def test_tail_counts_where_it_agrees() -> None:
    assert find_publisher([], "", ["张甲离职。(来源:某某新闻)"]) == "某某新闻"
    assert find_publisher([], "", ["张甲离职。(来源:某某新闻)", "李乙离职。(来源:某某网)"]) is None
    assert find_publisher([], "", ["来源:某某新闻"]) == "某某新闻"
