"""The articles of the newsroom by id, and what a careful reader finds in them."""

from __future__ import annotations

import json
from pathlib import Path

from quliu.samples import newsroom_path

GOLD = Path(__file__).with_name("gold.jsonl")


def load_texts() -> dict[str, str]:
    """Return the text of every article by the id that manifest and gold give it."""
    files = sorted(newsroom_path().iterdir())
    texts = {file.stem: file.read_text("utf-8") for file in files if file.suffix in {".txt", ".md"}}
    lines = (newsroom_path() / "wire.jsonl").read_text("utf-8").splitlines()
    return texts | {row["id"]: row["text"] for row in map(json.loads, lines)}
