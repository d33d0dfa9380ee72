"""Builders of gold and of predictions for the tests of this folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from quliu.evaluate import GoldDocument, Report, score
from quliu.evaluate.gold import parse_document

Json = Mapping[str, object]


def name(*accept: str) -> Json:
    return {"name": accept[0], "accept": list(accept)}


def gold(*claims: Json, **document: object) -> GoldDocument:
    return parse_document(
        {"id": "d", "text": "甄有才离开云鲤科技。", "claims": list(claims), **document}, Path()
    )


def gold_move(
    person: str = "甄有才", out: str | None = "云鲤科技", into: str | None = None, **more: object
) -> Json:
    sides = {"out": out, "into": into}
    posts: Json = {side: org and {"org": name(org), "role": None} for side, org in sides.items()}
    return {"id": "m", "kind": "move", "person": name(person), **posts, "status": ["reported"], **more}


def move(
    person: str = "甄有才", out: str | None = "云鲤科技", into: str | None = None, **more: object
) -> Json:
    sides = {"out": out, "into": into}
    posts: Json = {side: org and {"org": {"name": org}, "role": None} for side, org in sides.items()}
    return {"kind": "move", "person": {"name": person}, **posts, "status": "reported", **more}


def score_one(wanted: GoldDocument, *claims: Json) -> Report:
    return score([wanted], {wanted.id: claims})
