"""One lexicon file as read: its tables, and the line on which an entry, a field or a value stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from quliu.errors import LexiconError

_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A parsed lexicon file. `tables` maps entry ids to their fields, unchecked."""

    path: str
    text: str
    tables: Mapping[str, Mapping[str, object]]

    def line_of(self, entry_id: str, key: str | None = None, value: str | None = None) -> int | None:
        """Return the 1-based line of an entry, of its field, or of a string in it; None when not found."""
        block = self._block_of(entry_id)
        if block is None:
            return None
        first, lines = block
        wanted = _value_pattern(value) if value is not None else _key_pattern(key) if key else None
        if wanted is None:
            return first
        return next((first + i for i, line in enumerate(lines) if wanted.search(line)), None)

    def error(
        self, what: str, entry_id: str, key: str | None = None, value: str | None = None
    ) -> LexiconError:
        """Return the error that says what is wrong with an entry of this file, and where."""
        line = self.line_of(entry_id, key, value) or self.line_of(entry_id, key) or self.line_of(entry_id)
        return LexiconError(f"{self.path}:{line or 1}: {what}")

    def _block_of(self, entry_id: str) -> tuple[int, list[str]] | None:
        """Return the first line number and the lines of an entry, in `[id]` or `id = {...}` form."""
        quoted = f"[\"']?{re.escape(entry_id)}[\"']?"
        table, inline = re.compile(rf"\s*\[\s*{quoted}\s*\]"), re.compile(rf"\s*{quoted}\s*[.=]")
        lines = self.text.splitlines()
        for number, line in enumerate(lines):
            is_table = table.match(line) is not None
            if is_table or inline.match(line):
                next_entry = _TABLE if is_table else _TABLE_OR_KEY
                rest = lines[number + 1 :]
                size = next((i for i, other in enumerate(rest) if next_entry.match(other)), len(rest))
                return number + 1, lines[number : number + 1 + size]
        return None


_TABLE = re.compile(r"\s*\[\s*[\"']?[A-Za-z0-9_-]+[\"']?\s*\]\s*(?:#.*)?$")
_TABLE_OR_KEY = re.compile(rf"{_TABLE.pattern}|\s*[\"']?[A-Za-z0-9_-]+[\"']?\s*[.=]")


def _key_pattern(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s{{,.]){re.escape(key)}\s*=")


def _value_pattern(value: str) -> re.Pattern[str]:
    return re.compile(rf"[\"']{re.escape(value)}[\"']")


def read_source_file(file: Traversable, path: str) -> SourceFile:
    """Read one TOML file of tables.

    Raises:
        LexiconError: not UTF-8, not TOML, an id written twice, or something that is not a table.
    """
    text = _read_text(file, path)
    try:
        tables: dict[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(_say_toml(error, path, text)) from error
    source = SourceFile(path, text, {k: v for k, v in tables.items() if isinstance(v, dict)})
    for entry_id, table in tables.items():
        if not isinstance(table, dict):
            what = f"{entry_id!r} is outside any entry; put it under an [entry-id] line"
            raise source.error(what, entry_id)
    return source


def _read_text(file: Traversable, path: str) -> str:
    data = file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LexiconError(f"{path}:{line}: not UTF-8; save the file as UTF-8") from error


def _say_toml(error: tomllib.TOMLDecodeError, path: str, text: str) -> str:
    message = str(error)
    place = _TOML_PLACE.search(message)
    line = place[1] if place and place[1] else str(len(text.splitlines()) or 1)
    what = _TOML_PLACE.sub("", message)
    if "declare" in what or "overwrite" in what:
        return f"{path}:{line}: duplicate: {what}; an id or key may stand once in a file, merge the two"
    return f"{path}:{line}: not TOML: {what}"
