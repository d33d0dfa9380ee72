"""One stream of bytes to Documents: JSON lines, or one text.

Which of the two shows in the first lines; only `.jsonl` and `.ndjson` are believed by name. Never more than
one text, or one line of bounded length, is in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from quliu.errors import InputError
from quliu.ingest.document import build_document
from quliu.ingest.jsonlines import is_json_object, read_json_line
from quliu.ingest.options import ReadOptions
from quliu.model.incoming import Incoming, Reject
from quliu.text.decode import decode, refuse_binary

__all__ = ["Stream"]

_LINE_FILES = frozenset({".jsonl", ".ndjson"})
# The text in a JSON line may be escaped, and metadata stands beside it.
_ESCAPED = 3
_BESIDE_TEXT = 65_536
# Lines to tell JSON lines from text by: the first may be damaged.
_JUDGED_LINES = 3


@dataclass(frozen=True, slots=True)
class Stream:
    """An open source.

    Attributes:
        source: its name, for what is read from it.
        size: how many bytes it has at least; 0 when that is not known.
    """

    source: str
    stream: BinaryIO
    options: ReadOptions
    size: int = 0

    def read(self) -> Iterator[Incoming | Reject]:
        """Yield a document or a reject for each text, in order."""
        head = self._read_head()
        if self._has_lines(head):
            yield from self._read_lines(head)
        else:
            yield self._read_text(b"".join(head))

    def _has_lines(self, head: list[bytes]) -> bool:
        if not any(line.strip() for line in head):
            return False
        if PurePath(self.source).suffix.lower() in _LINE_FILES or any(map(is_json_object, head)):
            return True
        return len(head[-1]) > self._line_limit and head[-1].lstrip().startswith(b'{"')

    @property
    def _line_limit(self) -> int:
        return _ESCAPED * self.options.max_bytes + _BESIDE_TEXT

    def _read_head(self) -> list[bytes]:
        """Read lines until there are enough with something on them; the last may be cut at the limit.

        A JSON object is enough: whoever asks one line at a time over a pipe is answered at once.
        """
        head: list[bytes] = []
        judged = 0
        while judged < _JUDGED_LINES and sum(map(len, head)) <= self._line_limit:
            line = self.stream.readline(self._line_limit + 1)
            if not line:
                break
            head.append(line)
            judged += bool(line.strip())
            if is_json_object(line):
                break
        return head

    def _read_text(self, head: bytes) -> Incoming | Reject:
        limit = self.options.max_bytes
        try:
            data = head if self.size > limit else head + self.stream.read(max(0, limit + 1 - len(head)))
            refuse_binary(data)
            if self.size > limit or len(data) > limit:
                raise InputError("too-long", f"more than {limit:,} bytes; split it or raise the limit")
            return Incoming(self.source, build_document(decode(data), self.options), data)
        except InputError as error:
            return Reject(self.source, "ingest", error.code, str(error))

    def _read_lines(self, head: list[bytes]) -> Iterator[Incoming | Reject]:
        for number, line in enumerate(self._lines(head), start=1):
            source = f"{self.source}:{number}"
            if len(line) > self._line_limit:
                yield Reject(
                    source, "ingest", "too-long", f"the line has more than {self._line_limit:,} bytes"
                )
            elif line.strip():
                yield read_json_line(source, line.rstrip(b"\r\n"), self.options)

    def _lines(self, head: list[bytes]) -> Iterator[bytes]:
        """Yield every line; of one over the limit only the beginning, its rest is passed over."""
        for line in head:
            yield self._whole(line)
        while line := self.stream.readline(self._line_limit + 1):
            yield self._whole(line)

    def _whole(self, line: bytes) -> bytes:
        rest = line
        while len(rest) > self._line_limit and not rest.endswith(b"\n"):
            rest = self.stream.readline(self._line_limit + 1)
        return line
