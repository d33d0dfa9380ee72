"""PDF: the text layer, with lines joined to paragraphs where only the width of the page broke them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from quliu.errors import InputError
from quliu.ingest.document import Metadata
from quliu.ingest.formats.extras import need
from quliu.ingest.formats.part import Outcome, Part

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["read_pdf"]

_TIMES = 32
_MIN_CHARS = 20
_MAX_UNREADABLE_SHARE = 0.3
# Glyphs without a meaning come out as controls, private characters or replacements.
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
_FINISHED = tuple("。!?！？;；:：…”」』.")
_FULL_SHARE = 0.85
_MIN_WIDTH = 12
_HYPHEN = re.compile(r"(?<=[a-z])-\Z")


def read_pdf(part: Part) -> Iterator[Outcome]:
    """Yield the document of a PDF file."""
    data = part.whole(_TIMES)
    need("pypdf", "pdf")
    text, title = _read(data, part.options.max_bytes)
    readable = len(text) - len(_UNREADABLE.findall(text))
    if readable < _MIN_CHARS or readable < (1 - _MAX_UNREADABLE_SHARE) * len(text):
        message = (
            "it is pictures of pages without a text layer; run OCR on it, for example ocrmypdf, and read that"
        )
        raise InputError("no-text", message)
    yield part.document(_UNREADABLE.sub("", text), data, Metadata(title=title))


def _read(data: bytes, limit: int) -> tuple[str, str | None]:
    pypdf = need("pypdf", "pdf")
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("encrypted", "it has a password; save it without one and read that")
        text = "\n\n".join(_pages(reader, limit))
        return text, _own_title(reader, text)
    except InputError:
        raise
    except pypdf.errors.DependencyError as error:
        message = "it is encrypted by a method that is not read; save it without encryption and read that"
        raise InputError("encrypted", message) from error
    except Exception as error:  # whatever damaged bytes lead the library to
        message = (
            f"not a whole PDF file: {type(error).__name__}: {error}; get it again, or print it to PDF anew"
        )
        raise InputError("damaged", message) from error


def _pages(reader: PdfReader, limit: int) -> Iterator[str]:
    size = 0
    for page in reader.pages:
        text = _join_lines(page.extract_text().splitlines())
        size += len(text)
        if size > limit:
            raise InputError("too-long", f"more than {limit:,} bytes of text; split it or raise the limit")
        if text:
            yield text


def _own_title(reader: PdfReader, text: str) -> str | None:
    """Return the title that the file gives itself, if its text begins with it: many are of templates."""
    title = reader.metadata.title if reader.metadata else None
    if not isinstance(title, str) or not title.strip():
        return None
    start = "".join(text[: 4 * len(title) + 200].split())
    return title.strip() if "".join(title.split()) in start else None


def _join_lines(lines: Sequence[str]) -> str:
    """Return lines as paragraphs: a full line that does not end a sentence goes on in the next."""
    lines = [stripped for line in lines if (stripped := line.strip())]
    if not lines:
        return ""
    widest = sorted(map(len, lines))[int(0.9 * (len(lines) - 1))]
    parts = [lines[0]]
    for before, after in pairwise(lines):
        full = len(before) >= max(_MIN_WIDTH, _FULL_SHARE * widest)
        if not full or before.endswith(_FINISHED):
            parts.append("\n" + after)
        elif _HYPHEN.search(before):
            parts[-1] = parts[-1][:-1]
            parts.append(after)
        else:
            parts.append(after if _is_wide(before[-1]) or _is_wide(after[0]) else " " + after)
    return "".join(parts)


def _is_wide(character: str) -> bool:
    return character >= "\u2e80"
