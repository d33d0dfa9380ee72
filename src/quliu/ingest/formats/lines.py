"""JSON lines: one document a line. Never more than one line of bounded length is in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from quliu.ingest.formats.part import Outcome, Part
from quliu.ingest.jsonlines import is_json_object, read_json_line

__all__ = ["has_lines", "line_limit", "read_lines"]

_LINE_FILES = frozenset({".jsonl", ".ndjson"})
# The text in a JSON line may be escaped, and metadata stands beside it.
_ESCAPED = 3
_BESIDE_TEXT = 65_536
# Lines to tell JSON lines from text by: the first may be damaged.
_JUDGED_LINES = 3
_MAX_BLANK_LINES = 100
_JSON_FEED = b"jsonfeed.org/version"


def line_limit(part: Part) -> int:
    """Return how long a line may be."""
    return _ESCAPED * part.options.max_bytes + _BESIDE_TEXT


def has_lines(part: Part) -> bool:
    """Tell whether a part is JSON lines, by its first lines; by name only `.jsonl` and `.ndjson`.

    A JSON object is enough: whoever asks one line at a time over a pipe is answered at once.
    """
    limit = line_limit(part)
    name = PurePath(part.source.lower().removesuffix(".gz").removesuffix(".bz2"))
    seen = judged = 0
    for _ in range(_MAX_BLANK_LINES):
        line = part.stream.peek_line(limit + 1, seen)
        seen += len(line)
        if not line or seen > limit + len(line) or judged == _JUDGED_LINES:
            return False
        start = line[:_BESIDE_TEXT].lstrip()
        if not start:
            continue
        judged += 1
        if name.suffix in _LINE_FILES or (is_json_object(line) and _JSON_FEED not in line):
            return True
        # The last document of an array in lines stands in a line of its own as well.
        if start.startswith((b"<", b"[")) or _JSON_FEED in line:
            return False
        if len(line) > limit:
            return start.startswith(b'{"')
    return False


def read_lines(part: Part) -> Iterator[Outcome]:
    """Yield a document or a reject for each line that is not blank."""
    limit = line_limit(part)
    number = 0
    while line := part.stream.readline(limit + 1):
        number += 1
        if part.depth:
            part.budget.make_line()
        source = f"{part.source}:{number}"
        if len(line) > limit:
            _skip_line(part, line, limit)
            message = f"the line has more than {limit:,} bytes; split it or raise the limit"
            yield part.reject("too-long", message, source)
        elif line.strip():
            yield read_json_line(source, line.rstrip(b"\r\n"), part.options)


def _skip_line(part: Part, line: bytes, limit: int) -> None:
    while len(line) > limit and not line.endswith(b"\n"):
        line = part.stream.readline(limit + 1)
