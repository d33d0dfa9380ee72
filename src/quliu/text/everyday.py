"""How much of a text is written with the characters of everyday Chinese: what tells encodings apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quliu.text.script import to_simplified

__all__ = ["everyday_share"]

_WIDE = re.compile("[^\x00-\x7f]+")
_SAMPLE_CHARS = 2000


def everyday_share(text: str) -> float:
    """Return the share of everyday Chinese among the first 2,000 non-ASCII characters, 0 without any."""
    wide = "".join(_sample(text))[:_SAMPLE_CHARS]
    everyday = _everyday()
    return sum(character in everyday for character in to_simplified(wide)) / len(wide) if wide else 0.0


def _sample(text: str) -> Iterator[str]:
    taken = 0
    for run in _WIDE.finditer(text):
        yield run[0]
        taken += len(run[0])
        if taken >= _SAMPLE_CHARS:
            return


@cache
def _everyday() -> frozenset[str]:
    """The first level of GB 2312, its 3,755 most used characters, with the usual punctuation."""
    rows = (bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    characters = (row.decode("gb2312", "ignore") for row in rows)
    return frozenset(characters) | frozenset("，。、；：？！“”‘’（）《》〈〉【】—…·～％「」『』\u3000")
