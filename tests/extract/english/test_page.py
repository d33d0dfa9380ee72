from __future__ import annotations

import time
from functools import cache

import pytest

from quliu.extract.english.page import EnglishPageReader
from quliu.extract.english.reader import EnglishReader, is_english
from quliu.extract.units.unit import UnitKind
from quliu.lexicon import load_lexicon


@cache
def _pages() -> EnglishPageReader:
    return EnglishPageReader(load_lexicon())


def _names(text: str, kind: UnitKind) -> list[str]:
    sentences = _pages().read(text, None).sentences
    return [unit.name for sentence in sentences for unit in sentence.units if unit.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Ngozi Adeyemi left.", ["Ngozi Adeyemi"]),
        ("Mr. Solberg quit Northwind AI.", ["Solberg"]),
        ("Jan van Dorp joined Northwind AI.", ["Jan van Dorp"]),
        ('Tobias "Toby" Renk joined Northwind AI.', ['Tobias "Toby" Renk']),
        ("CEO Quorra Vimble spoke.", ["Quorra Vimble"]),
        ("Liu Xiaoman and Shen Zhiyuan left.", ["Liu Xiaoman", "Shen Zhiyuan"]),
        ("Hanna Lindqvist spoke. Lindqvist left.", ["Hanna Lindqvist", "Hanna Lindqvist"]),
        ("Northwind AI Boss Hanna Lindqvist Is Leaving the Company", ["Hanna Lindqvist"]),
        ("Its head of robotics, Quorra Vimble, is leaving.", ["Quorra Vimble"]),
        ("Quorra Vimble, Quillbrook's treasurer, is in Rome.", ["Quorra Vimble"]),
        ("In January, the Paris office closed.", []),
    ],
)
def test_people(text: str, expected: list[str]) -> None:
    assert _names(text, UnitKind.PERSON) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hanna Lindqvist joined Quillbrook.", ["Quillbrook"]),
        ("the University of Lakeview", ["University of Lakeview"]),
        ("startup Quillbrook", ["Quillbrook"]),
        ("Hanna Lindqvist joined 7 Industries.", ["7 Industries"]),
        ("Quillbrook's chief executive spoke.", ["Quillbrook"]),
        ("Quillbrook said on Monday that Hanna Lindqvist will leave.", ["Quillbrook"]),
        (
            "Hanna Lindqvist left Quill Brook Labs. Later Quill Brook spoke.",
            ["Quill Brook Labs", "Quill Brook"],
        ),
        ("a creator of ChatGPT", []),
        ("It acquired Quillbrook in May.", ["Quillbrook"]),
        ("a San Verro startup", []),
        ("the apple fell", []),
    ],
)
def test_organisations(text: str, expected: list[str]) -> None:
    assert _names(text, UnitKind.ORG) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chief brand and communications officer", ["chief brand and communications officer"]),
        ("VP of Research", ["VP of Research"]),
        ("head of trust and safety at Quillbrook", ["head of trust and safety"]),
        ("head of its robotics unit", ["head of its robotics unit"]),
        ("head of pre-training", ["head of pre-training"]),
        ("head of business,", ["head of business"]),
        ("VP of engineering Quorra Vimble", ["VP of engineering"]),
        ("chairman and CEO", ["chairman and CEO"]),
        ("executive chair", ["executive chair"]),
        ("to chair the meeting", []),
        ("to lead the team", []),
        ("head of the table", ["head"]),
        ("the CEO of crypto exchange Quillbrook", ["CEO"]),
    ],
)
def test_titles(text: str, expected: list[str]) -> None:
    assert _names(text, UnitKind.ROLE) == expected


def test_the_mask_is_lower_case_with_brackets_as_commas() -> None:
    sentence = _pages().read("Joel Stern (the CFO) Left — “For  Good”.", None).sentences[0]
    assert sentence.mask.translate({0xE000: "P", 0xEC00: "R"}) == "P, the R, left, for good."


def test_offsets_point_to_the_text() -> None:
    text = "**Ana Costa**: [Ana Costa](https://example.org/a) joined Tern AI &amp; left."
    page = _pages().read(text, None)
    units = [unit for sentence in page.sentences for unit in sentence.units]
    assert [text[u.span.start : u.span.end] for u in units if u.kind is UnitKind.PERSON] == ["Ana Costa"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hanna Lindqvist joined Northwind AI last week.", True),
        ("林小满加入Northwind AI,担任首席技术官。", False),
        ("OK", False),
        ("", False),
    ],
)
def test_is_english(text: str, expected: bool) -> None:
    assert is_english(text) is expected


@pytest.mark.parametrize(
    "piece", ["Ana Costa, ", "left ", "OpenAI's ", "and joined as CEO of ", "(", "named "]
)
def test_reading_is_linear_on_one_endless_sentence(piece: str) -> None:
    reader = EnglishReader(load_lexicon())
    text = "Ana Costa joined " + piece * (40_000 // len(piece))
    begin = time.perf_counter()
    list(reader.read(text, None, []))
    assert time.perf_counter() - begin < 10
