from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from quliu.evaluate.run import evaluate_gold
from quliu.model import Claim, Document, Mention, Move, Post, RawOffset, Span, Status
from tests.evaluate.factory import gold, gold_move

SEEN: list[Document] = []


def _find_leaver(document: Document) -> Iterable[Claim]:
    SEEN.append(document)
    person = Mention("甄有才", "甄有才", Span(RawOffset(0), RawOffset(3)))
    org = Mention("云鲤科技", "云鲤科技", Span(RawOffset(5), RawOffset(9)))
    return [Claim(Move(person, out=Post(org)), Status.REPORTED, Span(RawOffset(0), RawOffset(9)), 0.9)]


def test_what_the_extractor_finds_is_scored() -> None:
    wanted = gold(gold_move(evidence={"start": 0, "end": 3}), doc_date="2025-03-18")
    measure = evaluate_gold([wanted], _find_leaver).measures["move"]
    assert (measure.f1, measure.rates["evidence"].share) == (1.0, 1.0)


def test_the_extractor_sees_the_text_and_its_date() -> None:
    SEEN.clear()
    evaluate_gold([gold(doc_date="2025-03-18")], _find_leaver)
    assert [(document.text, document.published_on) for document in SEEN] == [
        ("甄有才离开云鲤科技。", date(2025, 3, 18))
    ]


def test_a_text_that_is_no_text_yields_nothing() -> None:
    empty = gold(gold_move(), text="")
    assert evaluate_gold([empty], _find_leaver).measures["move"].missed == 1
