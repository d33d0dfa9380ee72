"""Typed access to parsed JSON: what is not of the expected shape becomes an `InputError`, never a crash."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from quliu.errors import InputError

JsonObject = Mapping[str, object]
_Row = TypeVar("_Row")


def read_rows(path: Path, code: str, parse: Callable[[JsonObject], _Row]) -> Iterator[_Row]:
    """Yield what `parse` makes of each line of a file of JSON lines; empty ones are left out.

    Raises:
        InputError: the file cannot be read, or a line is none that `parse` takes; that has the given code and
            its message starts with `path:line:`.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("unreadable", f"{path}: {error}") from error
    # Not `splitlines`: a JSON string may hold U+2028 and others that it takes for line ends.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield parse(as_object(json.loads(line), "line"))
            except (InputError, ValueError, KeyError, OSError) as error:
                raise InputError(code, f"{path}:{number}: {error}") from error


def get_object(raw: JsonObject, key: str) -> JsonObject | None:
    """Return the object at `key`, None when it is null or absent."""
    value = raw.get(key)
    return None if value is None else as_object(value, key)


def get_list(raw: JsonObject, key: str) -> Sequence[object]:
    """Return the array at `key`, empty when it is null or absent."""
    value = raw.get(key)
    if value is None:
        return ()
    if isinstance(value, list | tuple):
        return value
    raise InputError("gold", f"{key}: an array is wanted, not {value!r}")


def get_text(raw: JsonObject, key: str) -> str | None:
    """Return the string at `key`, None when it is null or absent."""
    value = raw.get(key)
    if value is None or isinstance(value, str):
        return value
    raise InputError("gold", f"{key}: a string is wanted, not {value!r}")


def get_texts(raw: JsonObject, key: str) -> tuple[str, ...]:
    """Return the array of strings at `key`, empty when it is null or absent."""
    return tuple(str(value) for value in get_list(raw, key))


def get_date(raw: JsonObject, key: str) -> date | None:
    """Return the ISO date at `key`, None when it is null, empty or absent."""
    value = get_text(raw, key)
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise InputError("gold", f"{key}: an ISO date is wanted, not {value!r}") from error


def as_object(value: object, where: str) -> JsonObject:
    """Return the value itself when it is an object."""
    if isinstance(value, Mapping):
        return value
    raise InputError("gold", f"{where}: an object is wanted, not {value!r}")
