"""How what is told in several places becomes one claim, or stays several."""

from __future__ import annotations

import pytest

from tests.extract.factory import Told, joined, left, moves, told

CASES: dict[str, tuple[str, list[Told]]] = {
    "leaves-then-joins": (
        "沈知远离开折耳智能。随后他加入橙狐科技，担任首席科学家。",
        [told("沈知远", out=("折耳智能", None), into=("橙狐科技", "首席科学家"))],
    ),
    "joins-at-another-time": (
        "沈知远去年离开折耳智能。今年3月，他加入橙狐科技。",
        [left("沈知远", "折耳智能"), joined("沈知远", "橙狐科技")],
    ),
    "will-join": (
        "沈知远上周离开折耳智能。他将加入橙狐科技。",
        [left("沈知远", "折耳智能"), joined("沈知远", "橙狐科技", status="planned")],
    ),
    "told-twice": (
        "沈知远离开折耳智能。\n\n6月3日，沈知远离开折耳智能，同事为他送行。",
        [left("沈知远", "折耳智能")],
    ),
    "announced-and-done": (
        "6月3日，沈知远宣布离开折耳智能。\n\n6月17日，沈知远从折耳智能离职。",
        [left("沈知远", "折耳智能", status="confirmed")],
    ),
    "came-back": (
        "沈知远2015年加入折耳智能。\n\n2021年，沈知远重返折耳智能。",
        [joined("沈知远", "折耳智能"), joined("沈知远", "折耳智能")],
    ),
    "rumour-outweighs-a-bare-mention": (
        "网传沈知远离开折耳智能。\n\n沈知远离开折耳智能后，工位还空着。",
        [left("沈知远", "折耳智能", status="rumoured")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_claims_of_a_text(name: str) -> None:
    text, expected = CASES[name]
    assert sorted(moves(text), key=repr) == sorted(expected, key=repr)
