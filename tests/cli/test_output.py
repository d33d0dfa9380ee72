from __future__ import annotations

import json

import pytest

from quliu.cli.output import inert, to_json


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("甄有才", "甄有才", id="plain"),
        pytest.param("甄\x1b[31m有才", "甄�[31m有才", id="escape"),
        pytest.param("甄\u202e有才", "甄�有才", id="right-to-left"),
        pytest.param("甄\n有\t才", "甄 有 才", id="lines"),
        pytest.param("甄\ud800", "甄�", id="half-character"),
    ],
)
def test_no_text_steers_the_terminal(text: str, shown: str) -> None:
    assert inert(text) == shown


def test_json_is_readable_and_valid_utf8() -> None:
    text = to_json({"name": "甄\ud800"})
    assert json.loads(text.encode("utf-8")) == {"name": "甄\ud800"}
    assert "甄" in text
