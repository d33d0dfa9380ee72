"""Whom and what a text means across sentences: 两人, 前者, 他 far from the name."""

from __future__ import annotations

import pytest

from tests.extract.factory import Told, joined, left, moves, told

ASIDE = "\n\n小镇很小。\n\n冬天很长。\n\n"
FAR = f"林小满爱拆收音机。老师说林小满很倔。林小满不服输。林小满上了大学。{ASIDE}"

CASES: dict[str, tuple[str, list[Told]]] = {
    "former-and-latter-before": (
        "林小满和沈知远去年离开橙狐科技。前者加入折耳智能，后者加入华为。",
        [
            left("林小满", "橙狐科技"),
            left("沈知远", "橙狐科技"),
            joined("林小满", "折耳智能"),
            joined("沈知远", "华为"),
        ],
    ),
    "two-of-one-predicate": (
        "林小满去年离开折耳智能，并与同事沈知远创办了橙狐科技。如今两人加入华为。",
        [
            told("林小满", out=("折耳智能", None), into=("橙狐科技", "founder")),
            joined("沈知远", "橙狐科技", "founder"),
            joined("林小满", "华为"),
            joined("沈知远", "华为"),
        ],
    ),
    "hero": (f"{FAR}2017年，他加入橙狐科技。", [joined("林小满", "橙狐科技")]),
    "nobody-far-more-than-others": (
        f"林小满和沈知远是同学。{ASIDE}2017年，他加入橙狐科技。",
        [],
    ),
    "whose-papers": (
        "前华为总监何晓棠评论了此事。\n\n从托比·麦克林的履历来看，他很念旧。\n\n2017年，他加入橙狐科技。",
        [joined("托比·麦克林", "橙狐科技")],
    ),
    "whose-nose": (
        "林小满的嗅觉很灵，在大学期间就创办了橙狐科技。",
        [joined("林小满", "橙狐科技", "founder")],
    ),
    "numbered": (
        "1. 林小满，原华为总监，6月加入橙狐科技；\n2. 那位匿名同事，5月加入折耳智能；",
        [joined("林小满", "橙狐科技")],
    ),
    "counted-then-named": (
        "又有三人从华为加入橙狐科技：林小满、沈知远，以及产品经理何晓棠。",
        [
            told("林小满", out=("华为", None), into=("橙狐科技", None)),
            told("沈知远", out=("华为", None), into=("橙狐科技", None)),
            told("何晓棠", out=("华为", None), into=("橙狐科技", None)),
        ],
    ),
    "whose-former-firm": (
        "橙狐科技宣布成立新部门，由原华为的林小满担任总经理。",
        [joined("林小满", "橙狐科技", "总经理")],
    ),
    "latter-goes-on": (
        "林小满和沈知远是同学。后者2013年加入橙狐科技，2023年5月从该公司辞职。",
        [joined("沈知远", "橙狐科技"), left("沈知远", "橙狐科技")],
    ),
    "pronoun-and-name": (
        "林小满离开橙狐科技。2023年，他与前华为副总裁沈知远共同成立折耳智能，前者担任首席技术官。",
        [
            left("林小满", "橙狐科技"),
            joined("林小满", "折耳智能", "founder"),
            joined("沈知远", "折耳智能", "founder"),
        ],
    ),
    "with-others-somewhere": (
        "2013年，林小满离开华为，与沈知远、何晓棠在深圳创办了橙狐科技。",
        [
            told("林小满", out=("华为", None), into=("橙狐科技", "founder")),
            joined("沈知远", "橙狐科技", "founder"),
            joined("何晓棠", "橙狐科技", "founder"),
        ],
    ),
    "school-mate": (
        "橙狐科技创始人林小满说，他的同学沈知远去年从折耳智能辞职。",
        [left("沈知远", "折耳智能")],
    ),
    "from-there-to-here": (
        "橙狐科技宣布换帅。\n\n接替者是林小满，他刚刚从折耳智能加入。",
        [told("林小满", out=("折耳智能", None), into=("橙狐科技", None))],
    ),
    "interview": (
        "记者：团队规模？\n林小满：六十多人。我2022年从橙狐科技离职，现在很好。",
        [left("林小满", "橙狐科技")],
    ),
    "nickname": (
        "橙狐科技创始人林小满（花名：不二）接受采访。2023年，不二加入折耳智能。",
        [joined("林小满", "折耳智能")],
    ),
    "life-of-the-hero": (
        f"{FAR}2011年拿下博士学位，导师托比·麦克林。\n\n之后经多年打磨，加入橙狐科技。",
        [joined("林小满", "橙狐科技")],
    ),
    "owner-of-a-firm": ("沈知远旗下橙狐科技再流失一名元老。", []),
    "joined-then-left": (
        "华为元老林小满2014年加入橙狐科技，三年后又辞去该职。",
        [joined("林小满", "橙狐科技"), left("林小满", "橙狐科技")],
    ),
    "came-over": (
        "橙狐科技项目负责人林小满是2024年11月从华为跳槽过来的。",
        [told("林小满", out=("华为", None), into=("橙狐科技", "项目负责人"))],
    ),
    "with-colleagues": (
        "林小满上个月离开华为，与两名同事创办了橙狐科技。",
        [told("林小满", out=("华为", None), into=("橙狐科技", "founder"))],
    ),
    "founder-of-nothing": ("托比·麦克林表示，将重新成为创始人。橙狐科技没有回应。", []),
    "post-at-what-was-founded": (
        "林小满2014年加入华为。2021年，林小满创立橙狐科技，任董事长。",
        [
            joined("林小满", "华为"),
            joined("林小满", "橙狐科技", "founder"),
            joined("林小满", "橙狐科技", "董事长"),
        ],
    ),
    "former-firm-of-another": (
        "橙狐科技任命前华为总监林小满为首席技术官，原首席技术官沈知远转任首席架构师。",
        [
            joined("林小满", "橙狐科技", "首席技术官"),
            told("沈知远", out=("橙狐科技", "首席技术官"), into=("橙狐科技", "首席架构师")),
        ],
    ),
    "talked-into-it": (
        "橙狐科技说服了华为的林小满加入。",
        [told("林小满", out=("华为", None), into=("橙狐科技", None))],
    ),
    "two-of-three": ("林小满、沈知远和何晓棠是同学。两人加入橙狐科技。", []),
}


@pytest.mark.parametrize("name", CASES)
def test_whom_a_text_means(name: str) -> None:
    text, expected = CASES[name]
    assert sorted(map(_who, moves(text))) == sorted(map(_who, expected))


def _who(move: Told) -> tuple[str, str]:
    """Return a move without its status; sides that one claim joins are told apart elsewhere."""
    return move.person, repr((move.out, move.into))
