"""Words of everyday text, learned from unlabelled news by `tools/learn_words.py`: what is made of them is no name."""

from __future__ import annotations

from functools import cache

from quliu.extract.tables import read_table

_PAIR = 2


@cache
def _latin() -> frozenset[str]:
    return frozenset(read_table("latin_words.txt").split())


@cache
def _han() -> frozenset[str]:
    lines = read_table("han_pairs.txt").splitlines()
    return frozenset(line[at : at + _PAIR] for line in lines for at in range(0, len(line), _PAIR))


def is_latin_word(word: str) -> bool:
    """Tell whether a word in Latin letters is one that texts write in lower case as well: Server, Security."""
    return word.lower() in _latin()


def is_phrase(text: str) -> bool:
    """Tell whether Chinese characters are nothing but everyday words of two, one single character allowed.

    旋律片段 is such a phrase, 景吾 is not. Linear: of the places where the single character may stand, all are tried
    at once, from the left (`head` pairs that are words) and from the right.
    """
    words = _han()
    head = 0
    while text[head : head + _PAIR] in words:
        head += _PAIR
    if head >= len(text):
        return True
    tail = len(text)
    while tail >= _PAIR and text[tail - _PAIR : tail] in words:
        tail -= _PAIR
    return len(text) % _PAIR == 1 and tail <= head + 1
