from __future__ import annotations

import pytest

from quliu.model import Move
from tests.extract.factory import claims, moves

# What the text says of 罗开怀, who leaves in every one of them.
CASES = {
    "plain": ("橙狐科技首席运营官罗开怀离职。", "reported"),
    "seen-on-the-net": ("网传橙狐科技首席运营官罗开怀离职。", "rumoured"),
    "exposed": ("橙狐科技首席运营官罗开怀被曝离职。", "rumoured"),
    "announced": ("橙狐科技宣布，首席运营官罗开怀离职。", "confirmed"),
    "by-herself": ("罗开怀在朋友圈发文，称自己正式离开橙狐科技。", "confirmed"),
    "letter": ("橙狐科技首席运营官罗开怀发内部信宣布离职。", "confirmed"),
    "notice": ("橙狐科技发布公告，首席运营官罗开怀辞职。", "confirmed"),
    "confirmed-rumour": ("橙狐科技证实，首席运营官罗开怀已离职，此前有传闻称她要走。", "confirmed"),
    "denied": ("橙狐科技否认首席运营官罗开怀离职。", "denied"),
    "untrue": ("橙狐科技回应称，首席运营官罗开怀离职的消息不实。", "denied"),
    "next-sentence": ("有消息称橙狐科技首席运营官罗开怀离职。公司对此予以否认。", "denied"),
    "rumour-quashed": ("网传橙狐科技首席运营官罗开怀离职，公司辟谣。", "denied"),
    "not": ("橙狐科技首席运营官罗开怀没有离职。", "negated"),
    "not-yet": ("橙狐科技首席运营官罗开怀尚未离职。", "negated"),
    "will-not": ("罗开怀不会离开橙狐科技。", "negated"),
    "refuses": ("罗开怀拒绝离开橙狐科技。", "negated"),
    "plan": ("橙狐科技首席运营官罗开怀将于9月离职。", "planned"),
    "intends": ("橙狐科技首席运营官罗开怀打算年底离职。", "planned"),
    "soon": ("罗开怀即将离开橙狐科技。", "planned"),
    "board-is-no-will": ("2025年6月，罗开怀被董事会罢免，离开橙狐科技。", "reported"),
    "past-is-no-plan": ("罗开怀2024年3月将离开橙狐科技的消息告诉了同事。", "reported"),
    "formally-is-no-word-given": ("橙狐科技首席运营官罗开怀正式离职。", "reported"),
    "retold": ("橙狐科技宣布，首席运营官罗开怀于2019年3月离职。", "reported"),
    "news-by-the-firm": ("橙狐科技发布消息称，首席运营官罗开怀离职。", "confirmed"),
    "headline-of-a-notice": (
        "罗开怀离开橙狐科技\n\n6月17日，橙狐科技发布公告，公司首席运营官有变。",
        "confirmed",
    ),
    "staff-tell": ("多位员工透露，罗开怀从橙狐科技离职。", "rumoured"),
    "she-tells": ("罗开怀透露，她从橙狐科技离职。", "reported"),
    "may": ("橙狐科技首席运营官罗开怀可能离职。", "rumoured"),
    "rumour-of-something-else": ("橙狐科技首席运营官罗开怀离职，传闻估值大涨。", "reported"),
    "rumour-answered": (
        "就橙狐科技首席运营官罗开怀离职的传闻，公司回应称，罗开怀今天已经办完手续。",
        "confirmed",
    ),
    "two-sentences-later": (
        "网传橙狐科技首席运营官罗开怀离职。事情传得很快。事后被证实这是假消息。",
        "denied",
    ),
    "fake-news": ("网传橙狐科技首席运营官罗开怀离职。公司称这是假新闻。", "denied"),
    "denies-something-else": (
        "橙狐科技首席运营官罗开怀离职，并否认了折耳智能收购橙狐科技的传闻。",
        "reported",
    ),
    "another-rumour-denied": (
        "橙狐科技首席运营官罗开怀离职。折耳智能被传裁员，折耳智能否认。",
        "reported",
    ),
    "put-off": ("罗开怀推迟从橙狐科技退休。", "negated"),
    "gives-up-her-pay": ("罗开怀放弃高薪加入橙狐科技。", "reported"),
    "without-omen": ("罗开怀没有预兆地离开橙狐科技。", "reported"),
    # Somebody else's cue.
    "another-stays": ("橙狐科技首席运营官罗开怀离职，唐小糖没有离开橙狐科技。", "reported"),
    "another-plans": ("唐小糖将于9月离开折耳智能。橙狐科技首席运营官罗开怀离职。", "reported"),
    "mere-talk-of-fact": ("有传闻称，橙狐科技首席运营官罗开怀已经离开公司，公司未予置评。", "rumoured"),
    "still-at-work": (
        "有媒体报道称，橙狐科技首席运营官罗开怀已于5月离职。公司回应称，罗开怀仍在正常工作，并未离职。",
        "denied",
    ),
    "says-so-first": ("“我已决定离开橙狐科技”，罗开怀在微博上写道。", "confirmed"),
    "news-is-fake": ("橙狐科技回应罗开怀离职传闻：假消息。", "denied"),
    "own-words": ("“我今天从橙狐科技辞职了”，罗开怀写道。", "confirmed"),
    "denied-in-her-words": (
        "有自媒体称，橙狐科技首席运营官罗开怀将离职。罗开怀本人在朋友圈回应：“假的，别信。”",
        "denied",
    ),
    "made-up": (
        "网传橙狐科技首席运营官罗开怀离职。公司发布声明称上述内容纯属捏造。",
        "denied",
    ),
    "press-release": ("根据橙狐科技官方新闻稿，首席运营官罗开怀离职。", "confirmed"),
    "not-as-said": ("橙狐科技首席运营官罗开怀并没有像外界传言的那样离开公司。", "negated"),
    "inaccurate": (
        "对于橙狐科技首席运营官罗开怀将离职的说法，公司表示，消息并不准确。",
        "denied",
    ),
    "question-denied": ("橙狐科技首席运营官罗开怀离职？橙狐科技回应：不实", "denied"),
    "question-denied-at-once": ("罗开怀离开橙狐科技？谣言！", "denied"),
    "question-backed": ("橙狐科技首席运营官罗开怀离职？公司回应：消息属实", "confirmed"),
    "nothing-of-the-kind": ("网传橙狐科技首席运营官罗开怀离职，公司称与事实不符。", "denied"),
    "announced-with-another": (
        "6月17日，橙狐科技首席运营官唐小糖宣布退休，此前负责财务的罗开怀将离开橙狐科技。",
        "planned",
    ),
    "successor-in-one-breath": ("橙狐科技宣布首席运营官罗开怀退休，由唐小糖接替。", "confirmed"),
}

SUPPOSED = {
    "if": "如果罗开怀离开橙狐科技，股价会跌。",
    "suppose": "假如罗开怀离职，橙狐科技由谁来管？",
    "once": "一旦罗开怀离开橙狐科技，团队就散了。",
    "whether": "罗开怀是否离开橙狐科技，还不知道。",
    "question": "罗开怀离开橙狐科技了吗？",
    "hope": "员工希望罗开怀离开橙狐科技。",
    "thought-of": "罗开怀考虑过离开橙狐科技。",
    "once-thought": "罗开怀曾考虑离开橙狐科技。",
    "wishes": "罗开怀想离开橙狐科技。",
    "demand": "股东要求罗开怀离开橙狐科技。",
    "call": "员工呼吁罗开怀离开橙狐科技。",
    "whether-or-not": "罗开怀有没有离开橙狐科技，公司没有说。",
    "headline": "罗开怀离开橙狐科技？",
    "unanswered": "罗开怀离开橙狐科技？公司：不予置评",
    "why": "罗开怀为什么离开橙狐科技？公司回应：不实",
}

ATTRIBUTED = {
    "outlet": ("据《算力日报》报道，橙狐科技首席运营官罗开怀离职。", "算力日报"),
    "outlet-in-marks": ("《算力日报》有报道称，橙狐科技首席运营官罗开怀离职。", "算力日报"),
    "whom-news-is-about": ("宋雨眠那边传出了停更的消息，橙狐科技首席运营官罗开怀离职。", None),
    "people": ("据两位知情人士透露，橙狐科技首席运营官罗开怀离职。", "两位知情人士"),
    "nobody": ("橙狐科技首席运营官罗开怀离职。", None),
    "herself": ("罗开怀宣布从橙狐科技离职。", "本人"),
    "firm": ("折耳智能发布公告，橙狐科技首席运营官罗开怀离职。", "折耳智能"),
    "insider": ("知情人士透露，橙狐科技首席运营官罗开怀离职。", "知情人士"),
    "not-of-the-next-clause": ("宋雨眠宣布停更，罗开怀从橙狐科技离职。", None),
}


@pytest.mark.parametrize("name", CASES)
def test_how_far_the_text_vouches(name: str) -> None:
    text, status = CASES[name]
    assert {move.status for move in moves(text) if move.person == "罗开怀"} == {status}


@pytest.mark.parametrize("name", SUPPOSED)
def test_what_is_only_supposed_is_no_move(name: str) -> None:
    assert moves(SUPPOSED[name]) == []


@pytest.mark.parametrize("name", ATTRIBUTED)
def test_who_says_so(name: str) -> None:
    text, source = ATTRIBUTED[name]
    assert [c.attributed_to for c in claims(text) if isinstance(c.content, Move)] == [source]


def test_a_denial_about_another_person_denies_nothing_else() -> None:
    text = "腾讯首席科学家林小满已经离职。橙狐科技否认首席运营官罗开怀离职。"
    assert [move.status for move in moves(text) if move.person == "林小满"] == ["reported"]


def test_the_source_is_named_without_what_belongs_to_the_telling() -> None:
    (claim,) = claims("犀牛科技从两位接近腾讯的人士处获悉,腾讯首席科学家林小满已离职。")
    assert claim.attributed_to == "两位接近腾讯的人士"


def test_who_speaks_with_others_speaks_for_himself() -> None:
    read = claims("百度副总裁林小满和沈知远宣布离职。")
    assert [claim.attributed_to for claim in read] == ["本人", "本人"]
