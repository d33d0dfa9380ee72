"""What the rules engine reads in a text, as short tuples. The people and most firms in these are invented."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from quliu.extract import Extractor
from quliu.extract.units.page import Page, PageReader
from quliu.extract.units.unit import Unit, UnitKind
from quliu.lexicon import load_lexicon
from quliu.model import Claim, Document, Holding, Language, Mention, Move, Post, document_id
from quliu.text import repair

DAY = date(2025, 6, 18)
FIRMS = Path(__file__).with_name("lexicon")

Side = tuple[str | None, str | None] | None
"""Organisation and role of a post; None where the text tells nothing of that side."""


class Told(NamedTuple):
    """A move as a text tells it."""

    person: str
    out: Side
    into: Side
    status: str


class Held(NamedTuple):
    """A post that a text names in passing."""

    person: str
    org: str | None
    role: str | None
    former: bool


@cache
def extractor() -> Extractor:
    """Return the engine with the bundled lexicon and the invented firms of these tests, compiled once."""
    return Extractor(load_lexicon([FIRMS]))


@cache
def page_reader() -> PageReader:
    """Return the reader of pages with the bundled lexicon, compiled once."""
    return PageReader(load_lexicon())


def document(text: str, day: date | None = DAY) -> Document:
    return Document(document_id(text), text, Language.HANS, published_on=day)


def claims(text: str, day: date | None = DAY) -> tuple[Claim, ...]:
    return extractor().extract(document(text, day))


def moves(text: str, day: date | None = DAY) -> list[Told]:
    """Return the moves that the engine reads in a text, in text order."""
    read = claims(text, day)
    return [_told(c.content, c.status.value) for c in read if isinstance(c.content, Move)]


def holdings(text: str) -> list[Held]:
    """Return the posts that the engine reads beside names, in text order."""
    contents = [c.content for c in claims(text)]
    return [Held(h.person.name, _name(h.org), h.role, h.former) for h in contents if isinstance(h, Holding)]


def page(text: str) -> Page:
    """Return the page of a text as the engine reads it."""
    return page_reader().read(repair(text).text, DAY)


def found(text: str, kind: UnitKind) -> list[str]:
    """Return the names of the units of a kind, in text order."""
    return [unit.name for unit in units(text, kind)]


def surfaces(text: str, kind: UnitKind) -> list[str]:
    """Return the characters of the units of a kind, in text order."""
    read = page(text)
    return [unit.span.slice(read.text) for unit in read.units if unit.kind is kind]


def units(text: str, kind: UnitKind) -> list[Unit]:
    return [unit for unit in page(text).units if unit.kind is kind]


def told(person: str, *, out: Side = None, into: Side = None, status: str = "reported") -> Told:
    return Told(person, out, into, status)


def joined(person: str, org: str | None, role: str | None = None, status: str = "reported") -> Told:
    return Told(person, None, (org, role), status)


def left(person: str, org: str | None, role: str | None = None, status: str = "reported") -> Told:
    return Told(person, (org, role), None, status)


def _told(move: Move, status: str) -> Told:
    return Told(move.person.name, _side(move.out), _side(move.into), status)


def _side(post: Post | None) -> Side:
    return None if post is None else (_name(post.org), post.role)


def _name(mention: Mention | None) -> str | None:
    return mention.name if mention else None
