"""Plain text and Markdown: the whole of it is one document."""

from __future__ import annotations

from collections.abc import Iterator

from quliu.ingest.formats.part import Outcome, Part
from quliu.text.decode import decode, refuse_binary

__all__ = ["read_text", "refuse"]

_HEAD_BYTES = 65_536


def read_text(part: Part) -> Iterator[Outcome]:
    """Yield the document of a text."""
    # What is no text at all should be called so, however long it is.
    refuse_binary(part.stream.peek(min(_HEAD_BYTES, part.options.max_bytes)))
    data = part.whole()
    yield part.document(decode(data, part.declared), data)


def refuse(part: Part) -> Iterator[Outcome]:
    """Yield the reject of a format that is not read."""
    message = "this format is not read; unpack it, or save it as HTML, PDF or text"
    yield part.reject("unsupported", message)
