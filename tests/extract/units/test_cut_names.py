from __future__ import annotations

import pytest

from quliu.extract.units.unit import UnitKind
from tests.extract.factory import moves, surfaces

CUT = {
    "chinese": ("林小满加入慢半拍科技。慢拍科技宣布了此事。", ["慢半拍科技", "慢拍科技"]),
    "latin": ("林小满加入Sluggo。她说Slugo很慢。", ["Sluggo", "Slugo"]),
    "listed": ("林小满离开迪士尼。她说，迪尼宣布了此事。", ["迪士尼", "迪尼"]),
}


@pytest.mark.parametrize("name", CUT)
def test_a_name_that_lost_a_character_is_known_by_its_whole(name: str) -> None:
    text, expected = CUT[name]
    assert surfaces(text, UnitKind.ORG) == expected


def test_a_longer_latin_word_is_no_cut_name() -> None:
    assert surfaces("林小满加入Sluggo。她说Slugos很慢。", UnitKind.ORG) == ["Sluggo"]


@pytest.mark.parametrize("verb", ["加", "入"])
def test_what_is_left_of_a_verb_before_an_organisation(verb: str) -> None:
    assert "林小满" in [told.person for told in moves(f"林小满去年{verb}小米。叶小舟从华为离职。")]


@pytest.mark.parametrize("words", ["增加", "投入", "引入"])
def test_other_verbs_that_end_so(words: str) -> None:
    assert "林小满" not in [told.person for told in moves(f"林小满去年{words}小米股份。叶小舟从华为离职。")]
