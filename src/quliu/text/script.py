"""Character classes of the scripts quliu reads, and traditional to simplified conversion."""

from __future__ import annotations

from functools import cache

from opencc import OpenCC

__all__ = ["CJK", "HAN", "to_simplified", "to_traditional"]

# Bodies of regex character classes.
HAN = "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Scripts and marks that are set without spaces; U+30FB is left out, it is a dot inside names. Curly quotes
# and dashes are left out too, English uses them.
CJK = HAN + "\u3040-\u30fa\u30fc-\u30ff、。《》〈〉【】〔〕"

_MAX_ROUNDS = 4


def to_simplified(text: str) -> str:
    """Return the text in simplified script, character for character.

    Conversion looks at words (乾隆 stays, 乾燥 becomes 干燥), so what a character becomes can depend on its
    neighbours; it is repeated until nothing changes.
    """
    for _ in range(_MAX_ROUNDS):
        converted = _convert(text)
        if converted == text:
            break
        text = converted
    return text


def _convert(text: str) -> str:
    converted: str = _converter().convert(text)
    if len(converted) == len(text):
        return converted
    return "".join(map(_convert_line, text.splitlines(keepends=True)))


def _convert_line(line: str) -> str:
    converted: str = _converter().convert(line)
    return converted if len(converted) == len(line) else "".join(map(_convert_character, line))


def _convert_character(character: str) -> str:
    converted: str = _converter().convert(character)
    return converted if len(converted) == 1 else character


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def to_traditional(text: str) -> str:
    """Return the text in traditional script, as its standard has it."""
    converted: str = OpenCC("s2t").convert(text)
    return converted
