from __future__ import annotations

import pytest

from quliu.model import Verdict
from quliu.resolve import block_of, blocks_of, group_blocks, person_key
from tests.fuse.factory import article, judge, move


@pytest.mark.parametrize(
    ("names", "block"),
    [
        pytest.param(("杜若川", "若川"), "若川", id="lost-surname"),
        pytest.param(("杜川",), "杜川", id="two-characters"),
        pytest.param(("欧阳若川",), "若川", id="compound-surname"),
        pytest.param(("罗宾·格林菲尔德", "格林菲尔德"), "尔德", id="middle-dot"),
        pytest.param(("Robin Greenfield", "GREENFIELD", "R. Greenfield"), "greenfield", id="latin"),
        pytest.param(("Zoë Peña",), "pena", id="accents"),
        pytest.param(("",), "", id="empty"),
    ],
)
def test_block_of(names: tuple[str, ...], block: str) -> None:
    assert {block_of(name) for name in names} == {block}


def test_blocks_of_every_person_in_a_claim() -> None:
    claim = article("a", "2025-01-01").says(move("杜若川", into="山海", predecessor="白一舟")).claim
    assert blocks_of(claim) == {"若川", "一舟"}


def test_same_judgements_tie_blocks_together() -> None:
    keys = [person_key(article(n, "2025-01-01").says(move("x y", out="z")).document, n) for n in "abc"]
    ties = [judge(Verdict.SAME, keys[0], keys[1]), judge(Verdict.SAME, keys[1], keys[2], number=2)]
    assert list(group_blocks({"d", "c", "a"}, ties)) == [{"a", "b", "c"}, {"d"}]
    assert list(group_blocks({"a"}, [judge(Verdict.DIFFERENT, keys[0], keys[1])])) == [{"a"}]
