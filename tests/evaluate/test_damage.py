from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quliu.errors import UsageError
from quliu.evaluate import DAMAGES, parse_damage
from quliu.evaluate.gold import Characters, GoldDocument
from quliu.text import repair
from tests.evaluate.factory import gold, gold_move

TEXT = "据报道,云鲤科技首席科学家贾明白宣布离职,随后加入望潮实验室。Jia joined the new company."


def _document(text: str = TEXT) -> GoldDocument:
    start = text.index("贾明白") if "贾明白" in text else 0
    evidence = {"start": start, "end": start + 7}
    return gold(gold_move("贾明白", out="云鲤科技", evidence=evidence), text=text)


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("traditional", "離職"),
        ("pinyin", "離(lí)職(zhí)"),
        ("spin:1", "公布离任"),
        ("spaces:1", "离 职"),
        ("drop:1", ",,。"),
    ],
)
def test_what_damage_looks_like(words: str, seen: str) -> None:
    assert seen in parse_damage(words).apply(_document()).text


@pytest.mark.parametrize("name", DAMAGES)
def test_same_seed_same_damage(name: str) -> None:
    document = _document(TEXT * 20)
    assert parse_damage(name).apply(document) == parse_damage(name).apply(document)


@pytest.mark.parametrize("name", ["drop:0.3", "spin:0.5", "spaces:0.3"])
def test_another_seed_damages_other_places(name: str) -> None:
    document = _document(TEXT * 20)
    assert parse_damage(name).apply(document).text != parse_damage(f"{name}:2").apply(document).text


@pytest.mark.parametrize("name", ["traditional", "pinyin", "spaces:1", "spin:1"])
def test_evidence_moves_along(name: str) -> None:
    damaged = parse_damage(name).apply(_document())
    (place,) = damaged.claims[0].evidence
    said = repair(damaged.text[place.start : place.end]).text
    assert said.startswith("贾明白")
    assert said.endswith(("离职", "离任"))


def test_evidence_that_is_gone_is_left_out() -> None:
    assert parse_damage("drop:1").apply(_document()).claims[0].evidence == ()


def test_what_became_of_a_name_counts_as_right() -> None:
    post = next(iter(parse_damage("traditional").apply(_document()).claims[0].posts.values()))
    assert post.org is not None
    assert post.org.accept == ("云鲤科技", "雲鯉科技")


@given(
    st.text(st.sampled_from("贾明白离职 加入,。\nJoined the company负责人"), max_size=60),
    st.sampled_from(DAMAGES),
)
def test_evidence_stays_inside_the_text(text: str, name: str) -> None:
    whole = gold(gold_move(evidence={"start": 0, "end": len(text)}), text=text)
    damaged = parse_damage(name).apply(whole)
    expected = (Characters(0, len(damaged.text)),) if damaged.text else ()
    assert damaged.claims[0].evidence == expected


@pytest.mark.parametrize("name", ["traditional", "pinyin", "spaces:0.5"])
def test_repair_undoes_what_can_be_undone(name: str) -> None:
    assert repair(parse_damage(name).apply(_document()).text).text == repair(TEXT).text


@pytest.mark.parametrize("words", ["fire", "drop:2", "drop:x", "drop:-1", "drop:0.1:x"])
def test_no_such_damage(words: str) -> None:
    with pytest.raises(UsageError):
        parse_damage(words)
