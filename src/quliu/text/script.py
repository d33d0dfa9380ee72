"""Character classes of the scripts quliu reads, and conversion between traditional and simplified."""

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
        converted = _convert(text, "t2s")
        if converted == text:
            break
        text = converted
    return text


def to_traditional(text: str) -> str:
    """Return the text in traditional script, as its standard has it, character for character."""
    return _convert(text, "s2t")


def _convert(text: str, way: str) -> str:
    converted: str = _converter(way).convert(text)
    if len(converted) == len(text):
        return converted
    return "".join(_convert_line(line, way) for line in text.splitlines(keepends=True))


def _convert_line(line: str, way: str) -> str:
    converted: str = _converter(way).convert(line)
    if len(converted) == len(line):
        return converted
    return "".join(_convert_character(character, way) for character in line)


def _convert_character(character: str, way: str) -> str:
    converted: str = _converter(way).convert(character)
    return converted if len(converted) == 1 else character


@cache
def _converter(way: str) -> OpenCC:
    return OpenCC(way)
