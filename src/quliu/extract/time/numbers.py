"""Numerals inside time expressions, Chinese and English."""

from __future__ import annotations

HAN_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}

EN_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18, "a couple of": 2, "half a": 0.5,
}  # fmt: skip

EN_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def parse_number(word: str) -> float:
    """Return the value of a number: digits, 三, 十二, 二十, 廿三, 半, two, half a.

    Raises:
        ValueError: the word is no number.
    """
    if word.isascii() and word.isdigit():
        return float(word)
    if word.lower() in EN_NUMBERS:
        return float(EN_NUMBERS[word.lower()])
    if word == "半":
        return 0.5
    return float(_parse_han(word.replace("廿", "二十").replace("卅", "三十")))


def _parse_han(word: str) -> int:
    tens, ten, ones = word.partition("十")
    if not ten:
        return parse_digits(word)
    return 10 * (parse_digits(tens) if tens else 1) + (parse_digits(ones) if ones else 0)


def parse_digits(word: str) -> int:
    """Return the value of digits written one by one, Western or Chinese: 2024, 二〇二四.

    Raises:
        ValueError: a character is no digit, or there is none.
    """
    return int("".join(str(HAN_DIGITS.get(c, c)) for c in word))
