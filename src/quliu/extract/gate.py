"""The gate: can a text hold a move at all? One pass over the raw text for cue words."""

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
    "english",
)


class Gate:
    """Says whether a reading text holds a cue word that could open a move."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.words["cues"]
        self._matcher = AhoCorasick(
            sorted({w for name in _OPENING for w in cues.get(name, ()) if len(w) > 1})
        )

    def is_open(self, text: str) -> bool:
        """Tell whether the text is worth reading."""
        return next(iter(self._matcher.find_matches_as_indexes(text)), None) is not None
