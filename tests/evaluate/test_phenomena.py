from __future__ import annotations

from collections.abc import Mapping

import pytest

from quliu.evaluate import Measure, by_phenomenon, pair, phenomena, render_phenomena
from tests.evaluate.factory import Json, gold, gold_move, move, name


def _shown(text: str, *claims: Json) -> Mapping[str, Mapping[str, Measure]]:
    return by_phenomenon(pair([gold(*claims, text=text)], {}))


def _founder() -> Json:
    into = {"org": None, "role": ["创始人"]}
    return {"kind": "move", "person": name("林小满"), "into": into, "status": ["reported"]}


@pytest.mark.parametrize(
    ("text", "claim", "shown"),
    [
        ("甄有才离开云鲤科技。", gold_move(), {"simplified", "passage", "reported", "out", "company"}),
        ("甄有才離開雲鯉科技,擔任顧問的職務。", gold_move(out="雲鯉科技"), {"traditional"}),
        (
            "Zhen left the company in May and then joined a lab.",
            gold_move("Zhen", out="lab"),
            {"english", "team"},
        ),
        ("甄有才离开云鲤科技。" * 200, gold_move(), {"article"}),
        ("Zhen离开了云鲤科技。", gold_move("Zhen"), {"latin name"}),
        ("甄有才是语音负责人。他离开了云鲤科技。", gold_move(), {"apart"}),
        ("甄有才离开云鲤科技。", gold_move(into="望潮实验室"), {"transfer", "team", "company"}),
        ("甄有才升任副总裁。", gold_move(into="云鲤科技"), {"inside"}),
        ("甄有才接替贾明白。", gold_move(successor=name("贾明白")), {"hand-over"}),
        ("林小满创业了。", _founder(), {"founding", "no organisation", "into"}),
    ],
)
def test_phenomenon(text: str, claim: Json, shown: set[str]) -> None:
    assert shown <= set(_shown(text, claim))


def test_a_list_of_people() -> None:
    claims = gold_move("甄有才"), gold_move("贾明白")
    assert "list" in _shown("甄有才、贾明白离开云鲤科技。", *claims)
    assert "list" in _shown("甄有才，以及高管贾明白离开云鲤科技。", *claims)
    assert "list" not in _shown("甄有才离开云鲤科技！贾明白、史有据也离开了。", *claims)
    assert "list" not in _shown("甄有才离开云鲤科技。贾明白也离开了。", *claims)


def test_extra_guesses_count_under_their_own_phenomena() -> None:
    wanted = gold(gold_move(), text="甄有才离开云鲤科技,加入望潮实验室。")
    found = by_phenomenon(pair([wanted], {"d": [move(), move(out=None, into="望潮实验室")]}))
    assert (found["out"]["move"].right, found["out"]["move"].extra) == (1, 0)
    assert (found["into"]["move"].right, found["into"]["move"].extra) == (0, 1)


def test_each_has_a_name_of_its_own_and_says_what_it_is() -> None:
    names = [phenomenon.name for phenomenon in phenomena()]
    assert len(set(names)) == len(names)
    assert "out: the side that ends a post" in render_phenomena(_shown("甄有才走了。", gold_move()))
