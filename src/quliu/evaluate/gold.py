"""Gold documents and their claims, as a careful reader annotated them. Reads files, scores nothing.

The format is JSON lines: `id`, `doc_date`, `text` (or `file`, a path from the parent of the gold file's
folder) and `claims`. Slots are kept by name, because scoring treats the kinds alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from quliu.evaluate.wire import (
    JsonObject,
    as_object,
    get_date,
    get_list,
    get_object,
    get_text,
    get_texts,
    read_rows,
)
from quliu.model import Kind, Side

SLOTS = ("person", "manager", "org", "parent", "work", "founder", "plaintiff", "defendant", "subject")
"""Every slot that takes part in the key of some kind."""


@dataclass(frozen=True, slots=True)
class GoldSlot:
    """A name as gold has it: the best form and every form that counts as right."""

    name: str
    accept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldPost:
    """One side of a gold move. `any_org` accepts every organisation; without `roles` none is scored."""

    org: GoldSlot | None
    roles: tuple[str, ...]
    any_org: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """Half-open days of gold or of a guess; unlike `DateRange` it holds whatever the file says."""

    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Characters:
    """Half-open characters of the text, whatever the file says."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One annotated claim.

    Attributes:
        slots: the filled name slots other than those of posts.
        posts: the sides of a move that are there.
        statuses: accepted statuses, the best first.
        when: the days, None when the time is not scored (absent, open on both sides, or vague).
        evidence: the places that say it; empty when evidence is not scored.
        optional: finding it is no error, missing it is none.
        others: a predecessor or a successor is named.
    """

    id: str
    kind: Kind
    slots: Mapping[str, GoldSlot]
    posts: Mapping[Side, GoldPost] = field(default_factory=dict)
    statuses: tuple[str, ...] = ()
    when: Days | None = None
    evidence: tuple[Characters, ...] = ()
    parties: tuple[str, ...] = ()
    action: str | None = None
    value: str | None = None
    optional: bool = False
    others: bool = False
    former: bool = False


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text with every claim that a careful reader finds in it; `doc_date` anchors its relative times."""

    id: str
    text: str
    doc_date: date | None
    claims: tuple[GoldClaim, ...]


def load_gold(path: Path) -> tuple[GoldDocument, ...]:
    """Read a gold file.

    Raises:
        InputError: the file cannot be read or a line is not gold; the message starts with `path:line:`.
    """
    folder = path.absolute().parent.parent
    return tuple(read_rows(path, "gold", lambda raw: parse_document(raw, folder)))


def parse_document(raw: JsonObject, folder: Path) -> GoldDocument:
    """Return the document of one line; a `file` is looked for under `folder`."""
    text = get_text(raw, "text")
    if text is None:
        # Bytes, not text mode: offsets count the characters of the file, line ends included.
        text = (folder / str(raw["file"])).read_bytes().decode("utf-8")
    claims = tuple(parse_claim(as_object(claim, "claims")) for claim in get_list(raw, "claims"))
    return GoldDocument(str(raw["id"]), text, get_date(raw, "doc_date"), claims)


def parse_claim(raw: JsonObject) -> GoldClaim:
    """Return one gold claim."""
    named = ((slot, _parse_slot(raw, slot)) for slot in SLOTS)
    posts = ((side, _parse_post(raw, side)) for side in Side)
    return GoldClaim(
        id=str(raw.get("id", "")),
        kind=Kind(str(raw["kind"])),
        slots={slot: value for slot, value in named if value is not None},
        posts={side: post for side, post in posts if post is not None},
        statuses=get_texts(raw, "status"),
        when=_parse_when(raw),
        evidence=_parse_evidence(raw),
        parties=get_texts(raw, "parties"),
        action=get_text(raw, "action"),
        value=str(raw.get("value")),
        optional=bool(raw.get("optional", False)),
        others=bool(raw.get("predecessor") or raw.get("successor")),
        former=bool(raw.get("former")),
    )


def _parse_slot(raw: JsonObject, key: str) -> GoldSlot | None:
    slot = get_object(raw, key)
    return None if slot is None else GoldSlot(str(slot["name"]), get_texts(slot, "accept"))


def _parse_post(raw: JsonObject, side: Side) -> GoldPost | None:
    post = get_object(raw, side)
    if post is None:
        return None
    return GoldPost(_parse_slot(post, "org"), get_texts(post, "role"), bool(post.get("org_any")))


def _parse_when(raw: JsonObject) -> Days | None:
    when = get_object(raw, "when")
    if when is None or when.get("vague"):
        return None
    days = Days(get_date(when, "start"), get_date(when, "end"))
    return None if days == Days(None, None) else days


def _parse_evidence(raw: JsonObject) -> tuple[Characters, ...]:
    first = get_object(raw, "evidence")
    if not first:
        return ()
    places = (first, *(as_object(place, "also") for place in get_list(raw, "also")))
    return tuple(parse_characters(place) for place in places)


def parse_characters(raw: JsonObject) -> Characters:
    """Return the range of a `{"start", "end"}` object."""
    return Characters(int(str(raw["start"])), int(str(raw["end"])))
