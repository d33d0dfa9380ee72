from __future__ import annotations

import pytest

from quliu.ingest import ReadOptions
from tests.ingest.formats.factory import BODY, TITLE, document, pdf, told

LOCKED = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >> /ID [<00> <00>]".format(
    "00" * 32
)


def test_the_text_layer() -> None:
    made = document(pdf([TITLE, *BODY], title=TITLE))
    assert (made.title, made.text) == (TITLE, "\n".join([TITLE, *BODY]))


def test_lines_broken_by_the_width_of_the_page() -> None:
    text = "".join(BODY[:3])
    lines = [text[start : start + 30] for start in range(0, len(text), 30)]
    assert document(pdf([TITLE, *lines])).text == f"{TITLE}\n{text}"
    assert document(pdf(["The head of research", "left the laboratory", "last week."])).text.endswith(
        "research left the laboratory last week."
    )


def test_a_title_left_from_a_template() -> None:
    assert document(pdf([TITLE, *BODY], title="Microsoft Word - 模板")).title == TITLE


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(pdf([]), "no-text", id="pictures"),
        pytest.param(pdf(["\ue000\ue001" * 20]), "no-text", id="glyphs-without-meaning"),
        pytest.param(pdf(BODY, trailer=LOCKED), "encrypted", id="password"),
        pytest.param(pdf(BODY)[:400], "damaged", id="cut"),
        pytest.param(b"%PDF-1.4\n" + b"1 0 obj << /Kids [1 0 R] >>" * 99, "damaged", id="no-pages"),
        pytest.param(pdf(["甲" * 700]), "too-long", id="too-long"),
    ],
)
def test_rejects(data: bytes, code: str) -> None:
    assert told(data, options=ReadOptions(max_bytes=600)) == [("f", code)]
