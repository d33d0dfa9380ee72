"""A part of a source: bytes yet to be read, with what is known about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from quliu.errors import InputError
from quliu.ingest.document import Metadata, build_document
from quliu.ingest.formats.budget import MAX_DEPTH, Budget
from quliu.ingest.formats.peeked import Peeked, Readable
from quliu.ingest.options import ReadOptions
from quliu.model.incoming import Incoming, Reject

__all__ = ["NO_HINTS", "Hints", "Outcome", "Part", "Reader"]


@dataclass(frozen=True, slots=True)
class Hints:
    """What came along with bytes: in the answer of a server, in the record of an archive.

    Attributes:
        url: where they were got from.
        charset: the encoding that was declared, which may be wrong.
        fetched_on: a day on which they were there already.
    """

    url: str | None = None
    charset: str | None = None
    fetched_on: date | None = None


NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes of a source, to be read once.

    Attributes:
        source: its name, as a user would find it: `path`, `path!member`.
        size: how many bytes it has at least; 0 when that is not known.
        depth: how many archives it lies in.
    """

    source: str
    stream: Peeked
    options: ReadOptions
    size: int = 0
    hints: Hints = NO_HINTS
    budget: Budget = field(default_factory=Budget)
    depth: int = 0

    @property
    def declared(self) -> tuple[str, ...]:
        """The encodings that came along."""
        return (self.hints.charset,) if self.hints.charset else ()

    def whole(self, times: int = 1) -> bytes:
        """Return all bytes.

        Args:
            times: how many times the limit of a text they may have, for markup and pictures around it.

        Raises:
            InputError: `too-long`.
        """
        limit = times * self.options.max_bytes
        data = b"" if self.size > limit else self.stream.read(limit + 1)
        if self.size > limit or len(data) > limit:
            raise InputError("too-long", f"more than {limit:,} bytes; split it or raise the limit")
        return data

    def document(self, text: str, raw: bytes, metadata: Metadata | None = None) -> Incoming:
        """Return the document of a text that was found in this part.

        Raises:
            InputError: as `build_document`.
        """
        metadata = metadata or Metadata()
        metadata = replace(metadata, url=metadata.url or self.hints.url, fetched_on=self.hints.fetched_on)
        return Incoming(self.source, build_document(text, self.options, metadata), raw)

    def reject(self, code: str, message: str, source: str | None = None) -> Reject:
        """Return why this part, or what `source` names in it, could not be read."""
        return Reject(source or self.source, "ingest", code, message)

    def inside(self, name: str | None, stream: Readable, hints: Hints | None = None) -> Part:
        """Return a part that lies within this one, under its name if it has none of its own.

        Raises:
            InputError: `too-deep`, `bomb`.
        """
        if self.depth >= MAX_DEPTH:
            message = f"it lies {MAX_DEPTH} archives deep; unpack the outer ones and read the folder"
            raise InputError("too-deep", message)
        self.budget.make_member()
        return replace(
            self,
            source=self.source if name is None else f"{self.source}!{name}",
            stream=Peeked(stream),
            size=0,
            hints=hints or self.hints,
            depth=self.depth + 1,
        )


Outcome = Incoming | Reject | Part
Reader = Callable[[Part], Iterator[Outcome]]
