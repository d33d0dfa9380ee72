"""Claims and documents as plain JSON values and back, without loss.

The shape is the public one of `quliu extract`; the keys beyond it (`rule`, and `span`, `anchor`, `rule`,
`vague` of a `when`) make the way back exact. A key that is missing on the way in reads as null; unknown keys
are ignored.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum

from quliu.model.claim import (
    Claim,
    Content,
    Contribution,
    Dispute,
    Figure,
    Funding,
    Holding,
    Kind,
    Mention,
    Move,
    OrgChange,
    Parthood,
    Post,
    Release,
    Reporting,
    Status,
)
from quliu.model.document import Document, Language, Origin, document_id
from quliu.model.span import RawOffset, Span
from quliu.model.when import DateRange, When

__all__ = [
    "canonical_json",
    "claim_from_dict",
    "claim_to_dict",
    "document_from_dict",
    "document_to_dict",
    "find_mentions",
]


class _Shape(Enum):
    """What a slot of a claim holds."""

    MENTION = "mention"
    MENTIONS = "mentions"
    POST = "post"
    TEXT = "text"
    FLAG = "flag"


_M, _T = _Shape.MENTION, _Shape.TEXT

# The slots of each kind, in the order they are shown; the names are those of the dataclass fields.
_SLOTS: dict[Kind, dict[str, _Shape]] = {
    Kind.MOVE: {
        "person": _M,
        "out": _Shape.POST,
        "into": _Shape.POST,
        "predecessor": _M,
        "successor": _M,
    },
    Kind.HOLDING: {"person": _M, "org": _M, "role": _T, "former": _Shape.FLAG},
    Kind.REPORTING: {"person": _M, "manager": _M, "former_manager": _M, "org": _M},
    Kind.CONTRIBUTION: {"person": _M, "work": _M, "role": _T},
    Kind.PARTHOOD: {"org": _M, "parent": _M},
    Kind.ORG_CHANGE: {"org": _M, "action": _T, "other": _M},
    Kind.DISPUTE: {"plaintiff": _M, "defendant": _M, "parties": _Shape.MENTIONS, "matter": _T},
    Kind.FUNDING: {"org": _M, "founder": _M, "action": _T, "amount": _T, "investors": _Shape.MENTIONS},
    Kind.RELEASE: {"work": _M, "org": _M, "action": _T},
    Kind.FIGURE: {"subject": _M, "metric": _T, "value": _T, "unit": _T},
}


def canonical_json(value: object) -> str:
    """Return the one JSON text of a value: keys sorted, no spaces, characters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def claim_to_dict(claim: Claim) -> dict[str, object]:
    """Return a claim as JSON values, in the shape that `quliu extract` prints."""
    slots = _SLOTS[claim.kind]
    return {
        "kind": claim.kind.value,
        **{name: _encode(getattr(claim.content, name)) for name in slots},
        "status": claim.status.value,
        "attributed_to": claim.attributed_to,
        "when": None if claim.when is None else _when_to_dict(claim.when),
        "evidence": _span_to_dict(claim.evidence),
        "confidence": claim.confidence,
        "rule": claim.rule,
    }


def claim_from_dict(value: object) -> Claim:
    """Return the claim that `claim_to_dict` turned into JSON values.

    Raises:
        ValueError: the value is no claim; the message names the key.
    """
    fields = _mapping(value, "claim")
    when = fields.get("when")
    return Claim(
        content=_content_from(fields),
        status=Status(_text(fields.get("status"), "status")),
        evidence=_span_from(fields.get("evidence"), "evidence"),
        confidence=_number(fields.get("confidence"), "confidence"),
        when=None if when is None else _when_from(when),
        attributed_to=_optional_text(fields.get("attributed_to"), "attributed_to"),
        rule=_optional_text(fields.get("rule"), "rule") or "",
    )


def document_to_dict(document: Document) -> dict[str, object]:
    """Return a document as JSON values."""
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "named_by": document.named_by.value,
        "publisher_evidence": document.publisher_evidence,
        "reposted_by": document.reposted_by,
        "url": document.url,
        "published_on": _day_to_text(document.published_on),
        "published_within": _range_to_dict(document.published_within),
        "dated_by": document.dated_by.value,
        "date_evidence": document.date_evidence,
        "language": document.language.value,
        "text": document.text,
    }


def document_from_dict(value: object) -> Document:
    """Return the document that `document_to_dict` turned into JSON values; ValueError when it is none."""
    fields = _mapping(value, "document")
    text = _text(fields.get("text"), "text")
    return Document(
        id=document_id(text),
        text=text,
        language=Language(_text(fields.get("language"), "language")),
        title=_optional_text(fields.get("title"), "title"),
        publisher=_optional_text(fields.get("publisher"), "publisher"),
        url=_optional_text(fields.get("url"), "url"),
        published_on=_day_from(fields.get("published_on"), "published_on"),
        dated_by=Origin(_text(fields.get("dated_by"), "dated_by")),
        date_evidence=_optional_text(fields.get("date_evidence"), "date_evidence"),
        published_within=_range_from(fields.get("published_within"), "published_within"),
        named_by=Origin(_optional_text(fields.get("named_by"), "named_by") or Origin.UNKNOWN),
        publisher_evidence=_optional_text(fields.get("publisher_evidence"), "publisher_evidence"),
        reposted_by=_optional_text(fields.get("reposted_by"), "reposted_by"),
    )


def find_mentions(content: Content) -> tuple[tuple[str, Mention], ...]:
    """Return every mention of a claim with the name of its slot, in slot order.

    The organisation of a move's side is `out.org` or `into.org`; members of a list share the list's name.
    """
    found: list[tuple[str, Mention]] = []
    for name in _SLOTS[_kind_of(content)]:
        value: object = getattr(content, name)
        if isinstance(value, Mention):
            found.append((name, value))
        elif isinstance(value, Post) and value.org is not None:
            found.append((f"{name}.org", value.org))
        elif isinstance(value, tuple):
            found.extend((name, mention) for mention in value)
    return tuple(found)


def _kind_of(content: Content) -> Kind:
    return next(kind for kind, maker in _MAKERS.items() if isinstance(content, maker))


def _encode(value: object) -> object:
    if isinstance(value, Mention):
        return {"name": value.name, "surface": value.surface, **_span_to_dict(value.span)}
    if isinstance(value, Post):
        return {"org": _encode(value.org), "role": value.role}
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    return value


def _span_to_dict(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end}


def _when_to_dict(when: When) -> dict[str, object]:
    return {
        "text": when.text,
        "start": _day_to_text(when.range.start),
        "end": _day_to_text(when.range.end),
        "span": None if when.span is None else _span_to_dict(when.span),
        "anchor": _day_to_text(when.anchor),
        "rule": when.rule,
        "vague": when.vague,
    }


def _range_to_dict(days: DateRange | None) -> dict[str, object] | None:
    return None if days is None else {"start": _day_to_text(days.start), "end": _day_to_text(days.end)}


def _day_to_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


_MAKERS: dict[Kind, type[Content]] = {
    Kind.MOVE: Move,
    Kind.HOLDING: Holding,
    Kind.REPORTING: Reporting,
    Kind.CONTRIBUTION: Contribution,
    Kind.PARTHOOD: Parthood,
    Kind.ORG_CHANGE: OrgChange,
    Kind.DISPUTE: Dispute,
    Kind.FUNDING: Funding,
    Kind.RELEASE: Release,
    Kind.FIGURE: Figure,
}

# Slots that may not be null, over all kinds in which they occur.
_REQUIRED = {
    Kind.MOVE: ("person",),
    Kind.HOLDING: ("person",),
    Kind.REPORTING: ("person",),
    Kind.CONTRIBUTION: ("person", "work"),
    Kind.PARTHOOD: ("org", "parent"),
    Kind.ORG_CHANGE: ("org", "action"),
    Kind.DISPUTE: (),
    Kind.FUNDING: ("action",),
    Kind.RELEASE: ("work", "action"),
    Kind.FIGURE: ("subject", "metric", "value"),
}


def _content_from(fields: Mapping[str, object]) -> Content:
    kind = Kind(_text(fields.get("kind"), "kind"))
    slots = {name: _DECODERS[shape](fields.get(name), name) for name, shape in _SLOTS[kind].items()}
    missing = [name for name in _REQUIRED[kind] if slots[name] is None]
    if missing:
        raise ValueError(f"a {kind} needs {missing[0]}")
    make: Callable[..., Content] = _MAKERS[kind]
    return make(**slots)


def _optional_mention(value: object, key: str) -> Mention | None:
    return None if value is None else _mention(value, key)


def _mention(value: object, key: str) -> Mention:
    fields = _mapping(value, key)
    return Mention(
        name=_text(fields.get("name"), f"{key}.name"),
        surface=_text(fields.get("surface"), f"{key}.surface"),
        span=_span_from(fields, key),
    )


def _mentions(value: object, key: str) -> tuple[Mention, ...]:
    if value is None:
        return ()
    if not isinstance(value, (list, tuple)):
        raise ValueError(f"{key}: not a list")
    return tuple(_mention(item, key) for item in value)


def _optional_post(value: object, key: str) -> Post | None:
    if value is None:
        return None
    fields = _mapping(value, key)
    return Post(
        org=_optional_mention(fields.get("org"), f"{key}.org"),
        role=_optional_text(fields.get("role"), f"{key}.role"),
    )


def _flag(value: object, key: str) -> bool:
    if value is None or isinstance(value, bool):
        return bool(value)
    raise ValueError(f"{key}: not true or false")


def _optional_text(value: object, key: str) -> str | None:
    return None if value is None else _text(value, key)


_DECODERS: dict[_Shape, Callable[[object, str], object]] = {
    _Shape.MENTION: _optional_mention,
    _Shape.MENTIONS: _mentions,
    _Shape.POST: _optional_post,
    _Shape.TEXT: _optional_text,
    _Shape.FLAG: _flag,
}


def _when_from(value: object) -> When:
    fields = _mapping(value, "when")
    span = fields.get("span")
    return When(
        range=DateRange(
            _day_from(fields.get("start"), "when.start"), _day_from(fields.get("end"), "when.end")
        ),
        text=_optional_text(fields.get("text"), "when.text") or "",
        span=None if span is None else _span_from(span, "when.span"),
        anchor=_day_from(fields.get("anchor"), "when.anchor"),
        rule=_optional_text(fields.get("rule"), "when.rule") or "",
        vague=_flag(fields.get("vague"), "when.vague"),
    )


def _mapping(value: object, key: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{key}: not an object")
    return value


def _text(value: object, key: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{key}: not a text")
    return value


def _number(value: object, key: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"{key}: not a number")
    return float(value)


def _offset(value: object, key: str) -> RawOffset:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{key}: not an offset")
    return RawOffset(value)


def _span_from(value: object, key: str) -> Span:
    fields = _mapping(value, key)
    return Span(_offset(fields.get("start"), f"{key}.start"), _offset(fields.get("end"), f"{key}.end"))


def _range_from(value: object, key: str) -> DateRange | None:
    if value is None:
        return None
    fields = _mapping(value, key)
    return DateRange(
        _day_from(fields.get("start"), f"{key}.start"), _day_from(fields.get("end"), f"{key}.end")
    )


def _day_from(value: object, key: str) -> date | None:
    return None if value is None else date.fromisoformat(_text(value, key))
