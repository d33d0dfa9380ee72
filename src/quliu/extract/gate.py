"""The gate: can a text hold a claim at all? A pass over the raw text for cue words, a second for organisations."""

from __future__ import annotations

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
FACT_CUES = ("parthood", "org_change", "dispute", "funding", "release", "contribute", "figure")
"""Classes of cue words that open the reading only where a known organisation or work is named.

They are common beside names, so they say nothing about where a name ends.
"""


# What only repair can undo, and what may hide a cue word: pinyin, entities, marks without width, wide letters, bold type.
_DAMAGE = (
    *"āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ",
    *"\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad",
    *map(chr, range(0xFF21, 0xFF5B)),
    *(
        "&#",
        "**",
        "&amp;",
        "&nbsp;",
        "&lt;",
        "&gt;",
        "&quot;",
        "&apos;",
        "&middot;",
        "&ldquo;",
        "&rdquo;",
        "&mdash;",
    ),
)


class Gate:
    """Says whether a text holds a cue word that could open a claim, and for some an organisation or work too.

    The text may be raw: cue words are known in both scripts, white space is left out on both sides, and a text with
    damage that may hide a cue word is let through. One pass over the text looks for all of these.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.words["cues"]
        opening = _spellings(w for name in _OPENING for w in cues.get(name, ()) if len(w) > 1)
        opening += [mark for mark in _DAMAGE if mark not in opening]
        facts = _spellings(w for name in FACT_CUES for w in cues.get(name, ()))
        self._opening = len(opening)
        self._cues = AhoCorasick([*opening, *(word for word in facts if word not in opening)])
        self._names = AhoCorasick(
            _spellings(
                spelling
                for entries in (lexicon.orgs, lexicon.works)
                for entry in entries.values()
                for spelling in entry.certain
                if len(spelling) > 1
            )
        )

    def is_open(self, text: str) -> bool:
        """Tell whether the text is worth reading."""
        close = "".join(text.split())
        try:
            hits = self._cues.find_matches_as_indexes(close, overlapping=True)
        except UnicodeEncodeError:  # half a character, which repair takes out
            return True
        if any(word < self._opening for word, _, _ in hits):
            return True
        return bool(hits) and bool(self._names.find_matches_as_indexes(close))


def _spellings(words: Iterable[str]) -> list[str]:
    """Return words in both scripts, without their spaces."""
    plain = sorted({"".join(word.split()) for word in words})
    return sorted({*plain, *to_traditional("\n".join(plain)).split()})
