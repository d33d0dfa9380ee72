from __future__ import annotations

import json
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quliu.model import (
    Claim,
    Content,
    DateRange,
    Document,
    Kind,
    Language,
    Mention,
    Move,
    Origin,
    Post,
    RawOffset,
    Span,
    Status,
    When,
    document_id,
)
from quliu.model.codec import (
    canonical_json,
    claim_from_dict,
    claim_to_dict,
    document_from_dict,
    document_to_dict,
    find_mentions,
)

st.register_type_strategy(
    Span,
    st.tuples(st.integers(0, 500), st.integers(1, 50)).map(
        lambda pair: Span(RawOffset(pair[0]), RawOffset(pair[0] + pair[1]))
    ),
)
days = st.dates(date(1990, 1, 1), date(2030, 1, 1))
closed = st.lists(days, min_size=2, max_size=2, unique=True).map(lambda pair: DateRange(*sorted(pair)))
ranges = closed | days.map(DateRange) | days.map(lambda day: DateRange(None, day)) | st.just(DateRange())
st.register_type_strategy(DateRange, ranges)
sides = st.tuples(st.none() | st.from_type(Post), st.none() | st.from_type(Post)).filter(any)
moves = st.builds(
    lambda person, pair, before, after: Move(person, pair[0], pair[1], before, after),
    st.from_type(Mention),
    sides,
    st.none() | st.from_type(Mention),
    st.none() | st.from_type(Mention),
)
st.register_type_strategy(Move, moves)


def claims_of(content: type[Content]) -> st.SearchStrategy[Claim]:
    return st.builds(
        Claim,
        content=st.from_type(content),
        confidence=st.floats(0, 1),
        when=st.none() | st.builds(When, range=ranges, anchor=st.none() | days),
    )


@pytest.mark.parametrize("content", get_args(Content), ids=lambda kind: kind.__name__)
def test_round_trip(content: type[Content]) -> None:
    @given(claims_of(content))
    def check(claim: Claim) -> None:
        again = claim_from_dict(json.loads(canonical_json(claim_to_dict(claim))))
        assert again == claim

    check()


def test_every_kind_is_covered() -> None:
    assert len(get_args(Content)) == len(Kind)


def test_shape_is_the_contract() -> None:
    person = Mention("孟知远", "知远", Span(RawOffset(3), RawOffset(5)))
    org = Mention("青鸾智能", "青鸾", Span(RawOffset(7), RawOffset(9)))
    when = When(DateRange(date(2024, 8, 1), date(2024, 9, 1)), "今年8月")
    claim = Claim(
        Move(person, into=Post(org, None)), Status.REPORTED, Span(RawOffset(0), RawOffset(9)), 0.9, when
    )
    shown = claim_to_dict(claim)
    assert list(shown)[:6] == ["kind", "person", "out", "into", "predecessor", "successor"]
    assert shown["person"] == {"name": "孟知远", "surface": "知远", "start": 3, "end": 5}
    assert shown["into"] == {
        "org": {"name": "青鸾智能", "surface": "青鸾", "start": 7, "end": 9},
        "role": None,
    }
    assert shown["out"] is None
    shown_when = shown["when"]
    assert isinstance(shown_when, dict)
    assert (shown_when["text"], shown_when["start"], shown_when["end"]) == (
        "今年8月",
        "2024-08-01",
        "2024-09-01",
    )
    assert shown["evidence"] == {"start": 0, "end": 9}


def test_contract_keys_alone_are_enough() -> None:
    bare = {
        "kind": "move",
        "person": {"name": "孟知远", "surface": "孟知远", "start": 0, "end": 3},
        "into": {"org": None, "role": "创始人"},
        "status": "reported",
        "evidence": {"start": 0, "end": 9},
        "confidence": 1,
        "entities": ["ignored"],
    }
    claim = claim_from_dict(bare)
    assert claim.kind is Kind.MOVE
    assert claim.when is None
    assert claim.rule == ""


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"kind": "wedding"}, "wedding"),
        ({"person": None}, "person"),
        ({"person": {"name": "孟知远"}}, "person.surface"),
        ({"into": None}, "side"),
        ({"evidence": {"start": 4, "end": 4}}, "span"),
        ({"evidence": {"start": True, "end": 4}}, "evidence.start"),
        ({"confidence": "high"}, "confidence"),
        ({"when": {"text": "8月", "start": "soon"}}, "soon"),
    ],
    ids=["kind", "slot", "surface", "side", "span", "offset", "confidence", "day"],
)
def test_no_claim(change: dict[str, object], named: str) -> None:
    good: dict[str, object] = {
        "kind": "move",
        "person": {"name": "孟知远", "surface": "孟知远", "start": 0, "end": 3},
        "into": {"org": None, "role": "创始人"},
        "status": "reported",
        "evidence": {"start": 0, "end": 9},
        "confidence": 1.0,
    }
    with pytest.raises(ValueError, match=named):
        claim_from_dict({**good, **change})


@given(st.text(min_size=1), st.sampled_from(Language), st.none() | st.text(), st.none() | days)
def test_document_round_trip(text: str, language: Language, title: str | None, day: date | None) -> None:
    dated_by = Origin.GIVEN if day else Origin.INFERRED
    document = Document(
        id=document_id(text),
        text=text,
        language=language,
        title=title,
        publisher="某报",
        published_on=day,
        dated_by=dated_by,
        date_evidence=title,
        published_within=None if day else DateRange(date(2031, 3, 1), date(2031, 4, 1)),
        named_by=Origin.META,
        publisher_evidence=title,
        reposted_by=title,
    )
    assert document_from_dict(document_to_dict(document)) == document


def test_find_mentions() -> None:
    person = Mention("孟知远", "知远", Span(RawOffset(3), RawOffset(5)))
    org = Mention("青鸾智能", "青鸾", Span(RawOffset(7), RawOffset(9)))
    move = Move(person, out=Post(None, "工程师"), into=Post(org), successor=person)
    assert find_mentions(move) == (("person", person), ("into.org", org), ("successor", person))
