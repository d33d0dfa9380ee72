"""The gate: can a text hold a claim at all? A pass over the raw text for cue words, a second for organisations."""

from __future__ import annotations

from ahocorasick_rs import AhoCorasick

from quliu.lexicon.lexicon import Lexicon

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


class Gate:
    """Says whether a reading text holds a cue word that could open a claim, and for some an organisation or work too."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.words["cues"]
        self._matcher = AhoCorasick(
            sorted({w for name in _OPENING for w in cues.get(name, ()) if len(w) > 1})
        )
        self._facts = AhoCorasick(sorted({w for name in FACT_CUES for w in cues.get(name, ())}))
        self._names = AhoCorasick(
            sorted(
                {
                    spelling
                    for entries in (lexicon.orgs, lexicon.works)
                    for entry in entries.values()
                    for spelling in entry.certain
                    if len(spelling) > 1
                }
            )
        )

    def is_open(self, text: str) -> bool:
        """Tell whether the text is worth reading."""
        if _holds(self._matcher, text):
            return True
        return _holds(self._facts, text) and _holds(self._names, text)


def _holds(matcher: AhoCorasick, text: str) -> bool:
    return next(iter(matcher.find_matches_as_indexes(text)), None) is not None
