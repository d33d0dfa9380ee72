"""What of a text stays when it is copied: its shingles, its rare words, and the keys under which copies meet.

A fingerprint is taken of the repaired text without the page's furniture, so that script, pinyin noise,
another site's byline and disclaimers play no part. Copies share *shingles* (runs of four letters); rewordings
at least the *content*, what an everyday text does not have: names, numbers, rare pairs of characters.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from rensa import RMinHash

from quliu.text import find_sentences, repair
from quliu.text.furniture import blank_furniture, find_furniture
from quliu.text.ordinary import is_latin_word, is_pair

__all__ = ["DAMAGE", "Fingerprint", "fingerprint"]

_SHINGLE = 4
_SEED = 20310303  # of the permutations; another one gives other keys, so it never changes
# (bands, rows): two texts of similarity s meet under a band with probability 1 - (1 - s^rows)^bands
# (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4.2): half of the pairs at .49 and at .36.
_SHINGLE_BANDS = (16, 4)
_CONTENT_BANDS = (21, 3)
_SENTENCES = 8
"""How many sentences, those of the smallest hashes, are keys: a copy cut to a third keeps two or three."""
_LEAST_LETTERS = 16  # of a sentence that is a key: shorter ones recur by chance
DAMAGE = frozenset({"noise", "pinyin", "script", "line", "emphasis", "tag"})
"""The kinds of repair that undo what others broke, rather than fold forms that mean the same."""
_NOT_LETTERS = re.compile(r"[\W_]+")
_HAN_RUN = re.compile("[一-鿿]{2,}")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_LATIN = re.compile("[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A text for comparison with others.

    Attributes:
        shingles: its runs of four letters.
        content: its numbers, rare Latin words and rare pairs of Chinese characters.
        keys: short strings; two texts that share none are not compared.
        letters: how many letters the article has.
        blemishes: how many of its characters had to be repaired.
    """

    shingles: frozenset[str]
    content: frozenset[str]
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
    content = frozenset(_content(article.lower()))
    sentences = (_letters(article[span.start : span.end]) for span in find_sentences(article))
    keys = {
        *_bands("s", shingles, *_SHINGLE_BANDS),
        *_bands("c", content, *_CONTENT_BANDS),
        *sorted(_hash(one) for one in set(sentences) if len(one) >= _LEAST_LETTERS)[:_SENTENCES],
    }
    blemishes = sum(fix.span.end - fix.span.start for fix in repaired.fixes if fix.kind in DAMAGE)
    return Fingerprint(shingles, content, frozenset(keys), len(letters), blemishes)


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).lower()


def _content(text: str) -> Iterable[str]:
    for run in _HAN_RUN.findall(text):
        pairs = (run[at : at + 2] for at in range(len(run) - 1))
        yield from (pair for pair in pairs if not is_pair(pair))
    yield from _NUMBER.findall(text)
    yield from (word for word in _LATIN.findall(text) if not is_latin_word(word))


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
