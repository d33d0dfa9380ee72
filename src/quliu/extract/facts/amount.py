"""Amounts as text says them: sums of money, counts, shares."""

from __future__ import annotations

_ABOUT = "(?:大约|约为|约|近|将近|接近|超过|超|逾|高达|多达|至少|不低于|不足|不到|突破|破)?"
_DIGITS = r"\d+(?:[,.]\d+)*"
_SPOKEN = "[一二两三四五六七八九十百千数几]{1,4}"
CURRENCY = "(?:美元|美金|元人民币|人民币|港元|港币|欧元|英镑|日元|韩元|新元|元)"

MONEY = rf"{_ABOUT} ?(?:{_DIGITS}|{_SPOKEN}) ?(?:多|余)?(?:万亿|千亿|百亿|亿|千万|百万|万){CURRENCY}?"
"""A sum with its magnitude; the currency may be left out: 1.5亿美元, 数千万元, 超百亿."""

NUMBER = rf"{_ABOUT} ?{_DIGITS}(?:多|余)?"
"""A number in digits with the word that makes it a bound: 约30, 超过1.2, 近2."""
