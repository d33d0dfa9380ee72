"""Moves and holdings of the annotated articles in ../shared as claims, as a faultless engine gives them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from quliu.model import DateRange, Holding, Move, Post, SourcedClaim, Status, When
from tests.fuse.factory import Article, mention


def load_gold(path: Path) -> tuple[SourcedClaim, ...]:
    """Return the claims about named people of a gold file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(claim for line in lines for claim in _claims(json.loads(line)))


def _claims(document: dict[str, Any]) -> Iterator[SourcedClaim]:
    article = Article(document["id"], date.fromisoformat(document["doc_date"]))
    for claim in document["claims"]:
        if claim["kind"] in {"move", "holding"} and claim["person"] and not claim.get("optional"):
            content = _move(claim) if claim["kind"] == "move" else _holding(claim)
            yield article.says(content, status=Status(claim["status"][0]), when=_when(claim.get("when")))


def _move(claim: dict[str, Any]) -> Move:
    predecessor, successor = claim.get("predecessor"), claim.get("successor")
    return Move(
        mention(_person(claim["person"])),
        _post(claim.get("out")),
        _post(claim.get("into")),
        mention(_person(predecessor)) if predecessor else None,
        mention(_person(successor)) if successor else None,
    )


def _holding(claim: dict[str, Any]) -> Holding:
    post = _post(claim) or Post()
    return Holding(mention(_person(claim["person"])), post.org, post.role, bool(claim.get("former")))


def _person(slot: dict[str, Any] | str) -> str:
    """Return the name as the text has it, in reading form: damage stays, pinyin and script do not."""
    if isinstance(slot, str):
        return slot
    best: str = slot["name"]
    return next((str(name) for name in slot["accept"] if name in best), best)


def _post(slot: dict[str, Any] | None) -> Post | None:
    if slot is None:
        return None
    role = next((role for role in slot.get("role") or () if "(" not in role), None)
    return Post(mention(slot["org"]["name"]) if slot.get("org") else None, role)


def _when(slot: dict[str, Any] | None) -> When | None:
    if slot is None:
        return None
    ends = (date.fromisoformat(slot[end]) if slot.get(end) else None for end in ("start", "end"))
    return When(DateRange(*ends), slot["text"], vague=bool(slot.get("vague")))
