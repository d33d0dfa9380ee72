"""Moves as CSV and as Markdown, ready to publish: every row with its sources."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from quliu.cli.cells import citations, say_post, say_publisher, say_status, say_when
from quliu.cli.output import inert
from quliu.query.answer import Citation, MoveFact, PostFact
from quliu.query.wording import say_published

_CSV_HEADER = (
    *("person", "from_org", "from_role", "to_org", "to_role", "when", "when_start", "when_end", "status"),
    *("known_on", "publishers", "titles", "urls", "claims", "against"),
)
_FORMULA = ("=", "+", "-", "@")
_MARKS = re.compile(r"([\\`*_\[\]<>|#~])")


def moves_csv(moves: Iterable[MoveFact]) -> str:
    """Return a header and one line a move; several sources of one move share a cell, parted by `; `."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_CSV_HEADER)
    writer.writerows([_csv_cell(cell) for cell in _csv_row(move)] for move in moves)
    return out.getvalue()


def _csv_row(move: MoveFact) -> tuple[str, ...]:
    return (
        move.person.name,
        *_csv_post(move.out),
        *_csv_post(move.into),
        say_when(move),
        *(value.isoformat() if value else "" for value in (move.when.start, move.when.end)),
        say_status(move),
        move.known_on.isoformat(),
        _join(citation.publisher for citation in move.sources),
        _join(citation.title for citation in move.sources),
        _join(citation.url for citation in move.sources),
        _join(citation.claim for citation in move.sources),
        _join(citation.claim for citation in move.against),
    )


def _csv_post(post: PostFact | None) -> tuple[str, str]:
    if post is None:
        return "", ""
    return (post.org.name if post.org else "", post.role or "")


def _csv_cell(cell: str) -> str:
    """Return a cell that a spreadsheet takes as text: names come from pages that anybody can write."""
    text = inert(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _join(values: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(value for value in values if value))


def moves_markdown(moves: Sequence[MoveFact]) -> str:
    """Return a table whose rows point to footnotes, one footnote a claim."""
    notes: dict[str, str] = {}
    lines = ["| Person | From | To | When | Status | Sources |", "| --- | --- | --- | --- | --- | --- |"]
    for move in moves:
        marks = [_note(notes, stance, citation) for stance, citation in citations(move)]
        cells = (move.person.name, say_post(move.out), say_post(move.into), say_when(move), say_status(move))
        lines.append("| " + " | ".join([*map(_escape, cells), " ".join(marks)]) + " |")
    footnotes = [f"[^{number}]: {text}" for number, text in enumerate(notes.values(), start=1)]
    return "\n".join([*lines, "", *footnotes]).rstrip() + "\n"


def _note(notes: dict[str, str], stance: str, citation: Citation) -> str:
    key = f"{stance}{citation.claim}"
    notes.setdefault(key, stance + _footnote(citation))
    return f"[^{list(notes).index(key) + 1}]"


def _footnote(citation: Citation) -> str:
    within = citation.published_within
    day = say_published(citation.published_on, within) if citation.published_on or within else None
    title = f"《{citation.title}》" if citation.title else None
    publisher = say_publisher(citation.publisher, citation.reposted_by) if citation.publisher else None
    named = [_escape(part) for part in (publisher, title, day) if part]
    origin = ", ".join(named) or f"document {citation.document}"
    link = f" <{_link(citation.url)}>" if citation.url else ""
    return f"{origin}{link}: “{_escape(citation.evidence.text)}” (claim {citation.claim})"


def _link(url: str) -> str:
    return inert(url).replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")


def _escape(text: str) -> str:
    return _MARKS.sub(r"\\\1", inert(text))
