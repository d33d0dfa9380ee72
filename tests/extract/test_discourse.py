"""Whom and what a text means across sentences: 两人, 前者, 他 far from the name."""

from __future__ import annotations

import pytest

from tests.extract.factory import Told, joined, left, moves, told

FAR = "林小满的故事要从小镇讲起。林小满爱拆收音机。老师说林小满很倔。林小满不服输。\n\n小镇很小。\n\n冬天很长。\n\n"

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
        "林小满和沈知远是同学。\n\n小镇很小。\n\n冬天很长。\n\n2017年，他加入橙狐科技。",
        [],
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
