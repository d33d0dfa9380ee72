"""The gate: can a text hold a claim at all? A pass over the raw text for cue words, a second for organisations."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick

from quliu.lexicon.lexicon import Lexicon
from quliu.text import to_traditional

_OPENING = (
    "join",
    "assume",
    "appoint",
    "leave",
    "dismiss",
    "succeed",
    "licence",
    "newly",
    "registry",
    "found",
    "hold",
    "report",
    "english",
)
FACT_CUES = ("parthood", "org_change", "dispute", "funding", "release", "contribute")
"""Classes of cue words that open the reading only where a known organisation or work is named.

They are common beside names, so they say nothing about where a name ends.
"""


# What only repair can undo, and what may hide a cue word: pinyin, entities, marks without width, wide letters, bold type.
_DAMAGE = re.compile(
    "[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ\u200b-\u200f\u2060\ufeff\xad\uff21-\uff5a]|&#|[*]{2}|&[a-z]+;"
)


class Gate:
    """Says whether a text holds a cue word that could open a claim, and for some an organisation or work too.

    The text may be raw: cue words are known in both scripts, and white space is left out on both sides.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.words["cues"]
        self._matcher = _matcher(w for name in _OPENING for w in cues.get(name, ()) if len(w) > 1)
        self._facts = _matcher(w for name in FACT_CUES for w in cues.get(name, ()))
        self._names = _matcher(
            spelling
            for entries in (lexicon.orgs, lexicon.works)
            for entry in entries.values()
            for spelling in entry.certain
            if len(spelling) > 1
        )

    def is_open(self, text: str) -> bool:
        """Tell whether the text is worth reading."""
        close = "".join(text.split())
        try:
            return self._holds_cues(close) or _DAMAGE.search(text) is not None
        except UnicodeEncodeError:  # half a character, which repair takes out
            return True

    def _holds_cues(self, text: str) -> bool:
        return _holds(self._matcher, text) or (_holds(self._facts, text) and _holds(self._names, text))


def _matcher(words: Iterable[str]) -> AhoCorasick:
    """Return a matcher of words in both scripts, without their spaces."""
    plain = sorted({"".join(word.split()) for word in words})
    return AhoCorasick(sorted({*plain, *to_traditional("\n".join(plain)).split()}))


def _holds(matcher: AhoCorasick, text: str) -> bool:
    return next(iter(matcher.find_matches_as_indexes(text)), None) is not None
