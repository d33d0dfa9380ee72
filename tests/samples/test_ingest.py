"""Where the articles of the newsroom show their outlet and their day, ingest takes them from there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quliu.ingest import ReadOptions, read_sources
from quliu.model import Document, Incoming
from quliu.samples import newsroom_path
from tests.samples.newsroom import GOLD

# The forum post shows only, in a quoted line, the day of the page it was taken from.
UNCLEAR = {"38-forum-post"}
EXPECTED = {row["id"]: row for row in map(json.loads, GOLD.read_text("utf-8").splitlines())}


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    read = read_sources([str(newsroom_path())], ReadOptions())
    incoming = [entry for entry in read if isinstance(entry, Incoming)]
    return {entry.key or Path(entry.source).stem: entry.document for entry in incoming}


def test_every_article_is_read(documents: dict[str, Document]) -> None:
    assert set(documents) == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(set(EXPECTED) - UNCLEAR))
def test_day_and_outlet(documents: dict[str, Document], name: str) -> None:
    document = documents[name]
    day = document.published_on.isoformat() if document.published_on else None
    expected = EXPECTED[name]
    assert (day, document.publisher) == (expected["doc_date"], expected["publisher"])
