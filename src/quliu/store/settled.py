"""Which rejects are out of date once sources were read again. Pure.

A part is named after its source: `a.zip!b.txt`, `a.jsonl:3`. Where the source was read to its end, whatever
is still wrong with its parts has been said anew; all else that was said of them is past.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

__all__ = ["find_settled"]

_LINE = re.compile(r":[0-9]+\Z")


def find_settled(
    known: Iterable[str], *, ended: Collection[str], rejected: Collection[str]
) -> tuple[str, ...]:
    """Return the sources, of those known to be rejected, with which nothing is wrong any more.

    Args:
        known: sources that were rejected at any time.
        ended: sources that have now been read to their end.
        rejected: sources that have now been rejected. Their parts were perhaps not come to, so what was
            said of these stands.
    """
    return tuple(
        source
        for source in known
        if any(whole in ended for whole in _wholes(source))
        and not any(whole in rejected for whole in _wholes(source))
    )


def _wholes(source: str) -> Iterator[str]:
    """Yield a source and all that it may be a part of."""
    yield source
    if line := _LINE.search(source):
        yield source[: line.start()]
    at = source.find("!")
    while at >= 0:
        yield source[:at]
        at = source.find("!", at + 1)
