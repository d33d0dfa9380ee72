from __future__ import annotations

from functools import cache

from quliu.extract import Explainer, Explanation
from quliu.extract.confidence import load_weights, weigh
from quliu.lexicon import load_lexicon
from quliu.model import Kind
from tests.extract.factory import document, extractor

# The commonest ways to tell of a move; which of their rules have a weight, the learned table says.
_ORDINARY = (
    "贾明白离开腾讯。",
    "贾明白加入腾讯。",
    "腾讯任命贾明白为首席科学家。",
    "贾明白担任腾讯首席科学家。",
    "贾明白创立了腾讯。",
)


@cache
def _explainer() -> Explainer:
    return Explainer(extractor(), load_lexicon())


def _explain(text: str, kind: Kind = Kind.MOVE) -> list[Explanation]:
    read = document(text)
    claims = [claim for claim in extractor().extract(read) if claim.kind is kind]
    return _explainer().explain(read, claims)


def test_the_cue_is_the_word_that_set_the_rule_off() -> None:
    text = "2025年3月,贾明白加入腾讯,担任首席科学家。"
    why = _explain(text)[0]
    assert all(rule.startswith(("join", "post")) for rule in why.rules)
    assert why.cues[0].text == "加入"
    assert why.cues[0].span.slice(text) == "加入"


def test_cues_stand_in_the_original_of_a_damaged_text() -> None:
    text = "賈明白已從騰訊離(lí)職(zhí)。"
    (why,) = _explain(text)
    assert why.cues[0].span.slice(text) == why.cues[0].text
    assert why.cues[0].text.startswith("離")


def test_what_the_status_was_read_from() -> None:
    (why,) = _explain("据知情人士透露,贾明白已从腾讯离职。")
    assert why.status == "rumoured"
    assert any("知情人" in cue.text for cue in why.status_cues)


def test_the_rule_moves_the_confidence() -> None:
    learned = load_weights()
    claims = [claim for text in _ORDINARY for claim in extractor().extract(document(text))]
    own = [(claim, f"rule={rule}") for claim in claims for rule in claim.rule.split("+")]
    weighty = [(claim, feature) for claim, feature in own if feature in learned]
    assert weighty
    assert all((feature, learned[feature]) in weigh(claim, learned) for claim, feature in weighty)


def test_the_strongest_reasons_come_first() -> None:
    (why,) = _explain("贾明白离开腾讯。")
    weights = [abs(reason.weight) for reason in why.reasons]
    assert weights == sorted(weights, reverse=True)
    assert all(round(load_weights()[reason.feature], 2) == reason.weight for reason in why.reasons)


def test_english() -> None:
    why = _explain("Xiaoman Lin joined Google as chief scientist on Monday, the company said.")[0]
    assert why.cues[0].text == "joined"


def test_every_claim_is_explained() -> None:
    text = "腾讯副总裁贾明白表示,公司成立了新的实验室。"
    read = document(text)
    claims = extractor().extract(read)
    assert len(_explainer().explain(read, claims)) == len(claims)
