"""What is printed as text: data to stdout, the rest to stderr."""

from __future__ import annotations

import json
import re
import unicodedata

import click

from quliu.query.plain import to_plain

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_HIDDEN = {"\u200e", "\u200f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}


def to_json(value: object, *, indent: int | None = None) -> str:
    """Return JSON that keeps Chinese readable and is valid UTF-8 even where a text held half a character."""
    text = json.dumps(to_plain(value), ensure_ascii=False, indent=indent, allow_nan=False)
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def print_json(value: object, *, indent: int | None = 2) -> None:
    """Print one JSON value; UTF-8 whatever the terminal speaks, since JSON has no other encoding."""
    print_text(to_json(value, indent=indent))


def print_text(text: str) -> None:
    """Print a line or more of data as UTF-8."""
    click.echo(text.encode("utf-8", "backslashreplace"))


def note(message: str) -> None:
    """Tell the user something that is no data."""
    click.echo(inert(message), err=True)


def inert(text: str) -> str:
    """Return a text that cannot steer a terminal.

    Control and direction characters become `�`, line ends spaces: names and titles come from pages that
    anybody can write.
    """
    return "".join(_inert_character(character) for character in text)


def _inert_character(character: str) -> str:
    if character in "\r\n\t":
        return " "
    hostile = character in _HIDDEN or unicodedata.category(character) in ("Cc", "Cs")
    return "�" if hostile else character
