"""The measure is the one of the scoring script beside the repository: same input, same numbers."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quliu.evaluate import load_gold, render_json, score
from tests.evaluate.factory import Json

Spoil = Callable[[Json, random.Random], Iterator[Json]]


def _as_predicted(claim: Json) -> Json:
    """Return a gold claim in the shape of a prediction: the best of every list."""
    out = dict(claim)
    for key in ("status", "role"):
        value = out.get(key)
        out[key] = value[0] if isinstance(value, list) and value else None
    for side in ("out", "into"):
        post = out.get(side)
        if isinstance(post, dict):
            out[side] = {"org": post["org"], "role": (post.get("role") or [None])[0]}
    return out


def _keep(claim: Json, _: random.Random) -> Iterator[Json]:
    yield claim


def _lose_some(claim: Json, dice: random.Random) -> Iterator[Json]:
    for _ in range(dice.choice([0, 1, 1, 2])):
        yield claim


def _clip_names(claim: Json, dice: random.Random) -> Iterator[Json]:
    out = json.loads(json.dumps(claim))
    for holder in (out, out.get("out") or {}, out.get("into") or {}):
        for key, slot in list(holder.items()):
            if isinstance(slot, dict) and "name" in slot:
                holder[key] = dice.choice(
                    [
                        slot,
                        None,
                        slot["name"],
                        {"surface": slot["name"][:3]},
                        {"name": slot["name"][1:], "surface": "某"},
                    ]
                )
    yield out


def _shake_values(claim: Json, dice: random.Random) -> Iterator[Json]:
    out = dict(claim)
    out["status"] = dice.choice(["confirmed", "reported", "denied", None])
    start, end = (
        dice.choice(["2024-01-01", "2025-03-01", None]),
        dice.choice(["2025-04-01", "2026-01-01", None]),
    )
    out["when"] = dice.choice([out.get("when"), None, {"text": "", "start": start, "end": end}])
    out["evidence"] = dice.choice([out.get("evidence"), None, {"start": 0, "end": 400}])
    out["action"] = dice.choice([out.get("action"), "formed"])
    out["value"] = dice.choice([out.get("value"), "42", None])
    yield out


def _swap_sides(claim: Json, dice: random.Random) -> Iterator[Json]:
    swapped = {**claim, "out": claim.get("into"), "into": claim.get("out")}
    yield dice.choice([claim, swapped])


@pytest.mark.parametrize("name", ["seeds", "dev"])
@pytest.mark.parametrize("spoil", [_keep, _lose_some, _clip_names, _shake_values, _swap_sides])
def test_same_numbers(shared: Path, tmp_path: Path, name: str, spoil: Spoil) -> None:
    path = shared / "gold" / f"{name}.jsonl"
    predicted = _predict(path, spoil, random.Random(f"{name} {spoil.__name__}"))
    file = tmp_path / "predicted.jsonl"
    rows = ({"id": key, "claims": claims} for key, claims in predicted.items())
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    script = [sys.executable, str(shared / "tools" / "score.py"), str(path), str(file), "--json"]
    expected = json.loads(subprocess.run(script, check=True, capture_output=True, text=True).stdout)
    assert render_json(score(load_gold(path), predicted)) == expected


def _predict(path: Path, spoil: Spoil, dice: random.Random) -> dict[str, list[Json]]:
    documents = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return {
        document["id"]: [
            spoiled for claim in document["claims"] for spoiled in spoil(_as_predicted(claim), dice)
        ]
        for document in documents
    }
