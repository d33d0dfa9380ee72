from __future__ import annotations

import pytest

from quliu.ingest.publisher import Outlet, find_publishing, is_same_house


def publisher_of(head: list[str], opening: str, tail: list[str]) -> str | None:
    found = find_publishing(head, opening, tail).publisher
    return found.name if found else None


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
    assert publisher_of([line], "", []) == publisher


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
    assert publisher_of([], opening, []) == publisher


def test_tail_counts_where_it_agrees() -> None:
    assert publisher_of([], "", ["张甲离职。(来源:某某新闻)"]) == "某某新闻"
    assert publisher_of([], "", ["张甲离职。(来源:某某新闻)", "李乙离职。(来源:某某网)"]) is None
    assert publisher_of([], "", ["来源:某某新闻"]) == "某某新闻"


@pytest.mark.parametrize(
    ("head", "tail", "publisher", "reposter"),
    [
        (["远山网 2031-03-05 12:00"], ["张甲离职。(来源:星河周刊)"], "星河周刊", "远山网"),
        (["2031-03-05 远山网", "来源:星河周刊"], [], "星河周刊", "远山网"),
        (["远山网 2031-03-05"], ["(本文转载自微信公众号“星河深谈”,作者张三)"], "星河深谈", "远山网"),
        (["远山网 2031-03-05"], ["本文首发于《星河周刊》。"], "星河周刊", "远山网"),
        (["远山网 2031-03-05"], ["This story was told."], "远山网", None),
        (["远山网 2031-03-05", "来源:远山科技"], [], "远山科技", None),
        (["来源:远山网", "出品丨星河工作室"], [], "星河工作室", "远山网"),
        (["星河观察报 记者 张三"], ["以上内容为自媒体平台“远山号”用户上传并发布"], "星河观察报", "远山号"),
        (["文丨星河财经 张三", "远山网 2031-03-05"], [], "星河财经", "远山网"),
        (["文丨张三"], [], None, None),
        (["远山网 2031-03-05"], ["版权归本网,转载请注明出处:远山网。"], "远山网", None),
        ([], ["转载请注明来源:远山网。"], "远山网", None),
        (["Novum Post, March 5, 2031"], ["Originally published by Novum Wire."], "Novum Wire", "Novum Post"),
    ],
)
def test_who_published_first_and_who_shows_it(
    head: list[str], tail: list[str], publisher: str | None, reposter: str | None
) -> None:
    found = find_publishing(head, "", tail)
    shown = found.reposter
    assert (found.publisher.name if found.publisher else None) == publisher
    assert (shown.name if shown else None) == reposter


def test_evidence_is_the_words_that_name_it() -> None:
    found = find_publishing(["2031-03-05 远山网", "来源:星河周刊 作者:张三"], "", [])
    assert found.original == Outlet("星河周刊", "来源:星河周刊 作者:张三")
    assert found.shown_by == Outlet("远山网", "2031-03-05 远山网")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("远山网", "远山", True),
        ("远山网", "远山科技", True),
        ("Yuanshan.com", "yuanshan", True),
        ("远山网", "星河网", False),
        ("网", "网", True),
        ("远", "远山", False),
    ],
)
def test_same_house(one: str, other: str, same: bool) -> None:
    assert is_same_house(one, other) is is_same_house(other, one) is same
