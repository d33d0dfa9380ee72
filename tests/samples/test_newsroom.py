from __future__ import annotations

import tomllib

import pytest

from quliu.evaluate import GoldDocument, load_gold
from quliu.samples import newsroom_path
from tests.samples.newsroom import GOLD, load_texts

TEXTS = load_texts()
DOCUMENTS = load_gold(GOLD)
BY_ID = pytest.mark.parametrize("document", [pytest.param(doc, id=doc.id) for doc in DOCUMENTS])


def test_there_are_enough_of_every_sort() -> None:
    assert len(TEXTS) >= 40
    assert sum("english" in name for name in TEXTS) == 5
    assert sum("traditional" in name for name in TEXTS) == 4


def test_manifest_names_every_article_once() -> None:
    with (newsroom_path().parent / "newsroom.toml").open("rb") as file:
        articles = tomllib.load(file)["article"]
    assert sorted(article["id"] for article in articles) == sorted(TEXTS)
    assert all(article["shows"] and article["story"] for article in articles)


def test_gold_covers_every_article() -> None:
    assert {document.id: document.text for document in DOCUMENTS} == TEXTS


@BY_ID
def test_articles_are_short(document: GoldDocument) -> None:
    assert 60 <= len(document.text) <= 520


@BY_ID
def test_gold_says_what_the_text_says(document: GoldDocument) -> None:
    for claim in document.claims:
        slots = [*claim.slots.values(), *(post.org for post in claim.posts.values())]
        assert all(any(name in document.text for name in slot.accept) for slot in slots if slot)
        assert all(0 <= place.start < place.end <= len(document.text) for place in claim.evidence)


@pytest.mark.parametrize(
    ("phenomenon", "status"),
    [
        ("01-rumour", "rumoured"),
        ("03-confirmed", "confirmed"),
        ("10-denied", "denied"),
        ("12-not-left", "negated"),
    ],
)
def test_degrees_of_truth(phenomenon: str, status: str) -> None:
    (document,) = (doc for doc in DOCUMENTS if doc.id == phenomenon)
    assert document.claims[0].statuses[0] == status


def test_wire_is_dated_like_gold() -> None:
    assert all(document.doc_date for document in DOCUMENTS)
