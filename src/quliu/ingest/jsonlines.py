"""One JSON line to one Document: `{"id", "text", "doc_date"?, "publisher"?, "url"?, "title"?}`."""

from __future__ import annotations

import json
import re
from datetime import date

from quliu.errors import InputError
from quliu.ingest.dates import parse_date
from quliu.ingest.document import Metadata, build_document
from quliu.ingest.options import ReadOptions
from quliu.model.incoming import Incoming, Reject
from quliu.text.decode import decode, refuse_unreadable

__all__ = ["is_json_object", "read_json_line", "read_json_row", "without_halves"]

Row = dict[str, object]

_NO_OBJECT = 'not a JSON object; write it as {"id": "...", "text": "..."}'
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def is_json_object(line: bytes) -> bool:
    """Tell whether a line is a whole JSON object."""
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        _parse(line)
    except InputError:
        return False
    return True


def read_json_line(source: str, line: bytes, options: ReadOptions) -> Incoming | Reject:
    """Return the document of a line, or why there is none."""
    try:
        row = _parse(line)
    except InputError as error:
        return Reject(source, "ingest", error.code, str(error))
    return read_json_row(source, row, line, options)


def read_json_row(source: str, row: object, raw: bytes, options: ReadOptions) -> Incoming | Reject:
    """Return the document of a JSON value, or why there is none."""
    key = None
    try:
        if not isinstance(row, dict):
            raise InputError("not-json", _NO_OBJECT)
        key = _key(row)
        text = _text(row)
        return Incoming(source, build_document(text, options, _metadata(row)), raw, key)
    except InputError as error:
        return Reject(source, "ingest", error.code, str(error), key)


def _parse(line: bytes) -> Row:
    try:
        row = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        raise InputError("not-json", f"the line is not JSON: {error}; mend it or leave it out") from error
    if not isinstance(row, dict):
        raise InputError("not-json", _NO_OBJECT)
    return row


def _key(row: Row) -> str | None:
    key = row.get("id")
    return str(key) if isinstance(key, str | int | float) and not isinstance(key, bool) else None


def _text(row: Row) -> str:
    text = row.get("text")
    if not isinstance(text, str):
        raise InputError("no-text", 'it has no "text" that is a string; give it one')
    text = without_halves(text)
    refuse_unreadable(text)
    return text


def without_halves(text: str) -> str:
    """Return a string of JSON that can be stored: what stands for half a character keeps every offset."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub("\ufffd", text)
    return text


def _metadata(row: Row) -> Metadata:
    return Metadata(_string(row, "title"), _string(row, "publisher"), _string(row, "url"), _date(row))


def _string(row: Row, key: str) -> str | None:
    value = row.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _date(row: Row) -> date | None:
    value = row.get("doc_date")
    if value is None or value == "":
        return None
    found = parse_date(value) if isinstance(value, str) else None
    if found is None:
        raise InputError("bad-date", f'"doc_date" is not a date: {value!r:.60}; write it as 2031-03-05')
    return found
