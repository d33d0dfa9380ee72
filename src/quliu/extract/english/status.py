"""How far an English text vouches for a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quliu.extract.frames.draft import Draft
from quliu.lexicon.lexicon import Lexicon
from quliu.model import Status

_SOURCE = re.compile(
    r"according to (?:a report (?:by|from|in) )?(?:the )?([A-Z][\w&. ]{1,30}?)(?=[,.;)]| on |"
    r" and |\Z)|([A-Z][\w&.]*(?: [A-Z][\w&.]*){0,3}) (?:first )?(?:reports|reported)\b"
)
_AHEAD = 70


class EnglishStatus:
    """Decides the status of drafts; compiled once from the cue words."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.words["cues"]
        self._hearsay = _words(cues["en_hearsay"])
        self._confirm = _words(cues["en_confirm"])
        self._deny = _words(cues["en_deny"])
        self._negate = re.compile(
            rf"(?:{_words(cues['en_negate']).pattern})(?:[ \ue000-\uf8ff]+[a-z-]*){{0,4}}\Z"
        )
        self._plan = re.compile(rf"(?:{_words(cues['en_plan']).pattern})(?: [a-z-]+){{0,5}} ?\Z")
        self._suppose = re.compile(rf"(?:{_words(cues['en_suppose']).pattern})[^,;]{{0,50}}\Z")

    def read(self, draft: Draft, following: str) -> Status | None:
        """Return the status of a draft; None when the text only supposes, asks or demands it."""
        mask, trigger = draft.sentence.mask, draft.trigger
        start = max(mask.rfind(c, 0, trigger) for c in ",;:") + 1
        left = mask[start:trigger]
        if self._suppose.search(left) or mask.rstrip().endswith("?"):
            return None
        if self._negate.search(left):
            return Status.NEGATED
        if self._deny.search(mask):
            return Status.DENIED
        around = mask[max(0, trigger - 2 * _AHEAD) : trigger + _AHEAD]
        if self._hearsay.search(around):
            return Status.RUMOURED
        planned = self._plan.search(left) is not None
        if self._confirm.search(mask) or (not planned and self._confirm.search(following[:_AHEAD])):
            return Status.CONFIRMED
        return Status.PLANNED if planned else Status.REPORTED

    def attribution(self, draft: Draft, text: str) -> str | None:
        """Return who says so, in the words of the text; None when it is the outlet itself."""
        span = draft.sentence.span
        hit = _SOURCE.search(text, span.start, span.end)
        return None if hit is None else (hit.group(1) or hit.group(2)).strip() or None


def _words(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")(?!\w)"
    )
