"""Words of everyday text, learned by `tools/learn_words.py`: what is made of them alone is no name."""

from __future__ import annotations

from functools import cache
from importlib import resources

__all__ = ["is_latin_word", "is_pair", "is_phrase"]

_PAIR = 2


@cache
def _latin() -> frozenset[str]:
    return frozenset(_table("latin_words.txt").split())


@cache
def _han() -> frozenset[str]:
    lines = _table("han_pairs.txt").splitlines()
    return frozenset(line[at : at + _PAIR] for line in lines for at in range(0, len(line), _PAIR))


def is_latin_word(word: str) -> bool:
    """Tell whether a word in Latin letters is one that texts write in lower case as well: Server."""
    return word.lower() in _latin()


def is_pair(characters: str) -> bool:
    """Tell whether many texts have two Chinese characters side by side."""
    return characters in _han()


def is_phrase(text: str) -> bool:
    """Tell whether Chinese characters are nothing but everyday words of two, one single character allowed.

    旋律片段 is such a phrase, 景吾 is not. Linear: all places where the single character may stand are
    tried at once, from the left (`head` pairs that are words) and from the right.
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


def _table(name: str) -> str:
    return resources.files("quliu.text").joinpath("data", name).read_text(encoding="utf-8")
