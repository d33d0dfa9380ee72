"""What of a text stays when it is copied: its shingles, its facts, and the keys under which copies meet.

A fingerprint is taken of the repaired text without the page's furniture, so that script, pinyin noise,
another site's byline and disclaimers play no part. Copies share *shingles* (runs of four letters); rewordings
tell sentence by sentence the same *content*, what an everyday text does not have: names, numbers, rare pairs
of characters.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rensa import RMinHash

from quliu.text import find_sentences, repair
from quliu.text.furniture import blank_furniture, find_furniture
from quliu.text.ordinary import is_latin_word, is_pair

__all__ = ["DAMAGE", "Fingerprint", "fingerprint"]

_SHINGLE = 4
_SEED = 20310303  # of the permutations; another one gives other keys, so it never changes
# (bands, rows): two texts of similarity s meet under a band with probability 1 - (1 - s^rows)^bands
# (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4.2): half of the pairs at .49 and at .32.
# The facts of a text and of a rewording have .44 or more in `tests/stories`, those of other texts 0 mostly.
_SHINGLE_BANDS = (16, 4)
_FACT_BANDS = (20, 3)
_LEAST_FACTS = 4  # fewer are shared by chance: a year and a round number
_SENTENCES = 8
"""How many sentences, those of the smallest hashes, are keys: a copy cut to a third keeps two or three."""
_LEAST_LETTERS = 16  # of a sentence that is a key: shorter ones recur by chance
_LEAST_WORDS = 4  # of a sentence that is compared
_STEM = 6  # letters of a Latin word that count: announce, announced
DAMAGE = frozenset({"noise", "pinyin", "script", "line", "emphasis", "tag"})
"""The kinds of repair that undo what others broke, rather than fold forms that mean the same."""
_NOT_LETTERS = re.compile(r"[\W_]+")
_HAN_RUN = re.compile("[一-鿿]{2,}")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_LATIN = re.compile("[a-z]{2,}")
# Numbers of two signs or more that are facts: 46亿, 2027, 三千万.
_FIGURE = re.compile(r"\d+(?:\.\d+)?[万亿%]|\d[\d.,]*\d|[〇一二三四五六七八九十百千万亿两]{2,}")
_WORDS = re.compile(r"[一-鿿]{2,}|[a-z]{4,}|\d[\d.,]*\d|\d")
# Two reporters quote the same statement word for word: what is quoted at length shows nobody copying.
_QUOTED = re.compile(r"“[^“”\n]{20,}”|「[^「」\n]{20,}」|\"[^\"\n]{20,}\"")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A text for comparison with others.

    Attributes:
        shingles: its runs of four letters.
        content: its numbers, rare Latin words and rare pairs of Chinese characters.
        facts: of its content what it names more than once, and its figures.
        sentences: the words and pairs of characters of each sentence, without long quotations.
        keys: short strings; two texts that share none are not compared.
        letters: how many letters the article has.
        blemishes: how many of its characters had to be repaired.
    """

    shingles: frozenset[str]
    content: frozenset[str]
    facts: frozenset[str]
    sentences: tuple[frozenset[str], ...]
    keys: frozenset[str]
    letters: int
    blemishes: int

    @property
    def dirt(self) -> tuple[float, int]:
        """What ranks the copies of a story, the cleanest first: repaired characters a letter, then length."""
        return self.blemishes / max(1, self.letters), -self.letters


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a document's text, in time linear in its length."""
    repaired = repair(text)
    reading = repaired.text
    article = blank_furniture(reading, find_furniture(reading))
    letters = _letters(article)
    shingles = frozenset(letters[at : at + _SHINGLE] for at in range(len(letters) - _SHINGLE + 1))
    content = Counter(_content(article.lower()))
    facts = frozenset(_facts(article, content))
    sentences = [_letters(sentence) for sentence in _sentences(article)]
    keys = {
        *_bands("s", shingles, *_SHINGLE_BANDS),
        *_bands("f", facts if len(facts) >= _LEAST_FACTS else frozenset(), *_FACT_BANDS),
        *sorted(_hash(one) for one in set(sentences) if len(one) >= _LEAST_LETTERS)[:_SENTENCES],
    }
    return Fingerprint(
        shingles=shingles,
        content=frozenset(content),
        facts=facts,
        sentences=_told(_QUOTED.sub(_blank, article)) or _told(article),
        keys=frozenset(keys),
        letters=len(letters),
        blemishes=sum(fix.span.end - fix.span.start for fix in repaired.fixes if fix.kind in DAMAGE),
    )


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).lower()


def _sentences(text: str) -> Iterator[str]:
    return (text[span.start : span.end] for span in find_sentences(text))


def _content(text: str) -> Iterable[str]:
    for run in _HAN_RUN.findall(text):
        yield from (pair for pair in _pairs(run) if not is_pair(pair))
    yield from _NUMBER.findall(text)
    yield from (word for word in _LATIN.findall(text) if not is_latin_word(word))


def _facts(article: str, content: Counter[str]) -> Iterable[str]:
    yield from (word for word, times in content.items() if times > 1 and not word[0].isdecimal())
    yield from _FIGURE.findall(article)


def _told(text: str) -> tuple[frozenset[str], ...]:
    sentences = (frozenset(_words(sentence.lower())) for sentence in _sentences(text))
    return tuple(words for words in sentences if len(words) >= _LEAST_WORDS)


def _words(sentence: str) -> Iterator[str]:
    for word in _WORDS.findall(sentence):
        if _HAN_RUN.match(word):
            yield from _pairs(word)
        else:
            yield word if word[0].isdecimal() else word[:_STEM]


def _pairs(run: str) -> Iterator[str]:
    return (run[at : at + 2] for at in range(len(run) - 1))


def _blank(hit: re.Match[str]) -> str:
    return " " * len(hit.group())


def _bands(kind: str, items: frozenset[str], bands: int, rows: int) -> Iterable[str]:
    """Yield a key for each band of a MinHash signature; nothing for an empty set, which is like no other."""
    if not items:
        return
    signature = RMinHash(num_perm=bands * rows, seed=_SEED)
    signature.update(sorted(items))
    digest = signature.digest()
    for band in range(bands):
        row = digest[band * rows : (band + 1) * rows]
        yield f"{kind}{band:x}:{_hash(','.join(map(str, row)))}"


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
