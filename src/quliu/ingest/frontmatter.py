"""The `---` block of keys at the head of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["FrontMatter", "parse_front_matter"]

_BLOCK = re.compile(r"\s*---[ \t]*\r?\n(?P<body>.{0,10000}?\r?\n)?---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^(?P<key>[A-Za-z][\w-]*)[ \t]*:[ \t]*(?P<value>\S.*?)[ \t]*\r?$", re.MULTILINE)
_QUOTED = re.compile(r"""(["'])(.*)\1""")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The plain entries of a block, keys in lower case, and where the text behind it begins."""

    entries: Mapping[str, str]
    end: int

    def first(self, *keys: str) -> str | None:
        """Return the value of the first of the keys that is there."""
        key = self.first_key(*keys)
        return None if key is None else self.entries[key]

    def first_key(self, *keys: str) -> str | None:
        """Return the first of the keys that is there."""
        return next((key for key in keys if key in self.entries), None)


def parse_front_matter(text: str) -> FrontMatter:
    """Return the front matter of a text, without entries when it has none."""
    block = _BLOCK.match(text)
    if block is None:
        return FrontMatter({}, 0)
    found = _ENTRY.finditer(block["body"] or "")
    entries = {entry["key"].lower(): _unquote(entry["value"]) for entry in found}
    return FrontMatter(entries, block.end() if entries else 0)


def _unquote(value: str) -> str:
    quoted = _QUOTED.fullmatch(value)
    return quoted[2] if quoted else value
