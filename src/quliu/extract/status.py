"""How far a text vouches for a draft: status and attribution, from cue words in scope of the trigger."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from quliu.extract.units import ORG, Sentence, Unit
from quliu.lexicon.lexicon import Lexicon
from quliu.model import Status

_SOURCE = re.compile(
    r"(?:据|根据)([^,。;:]{1,24}?)(?:报道|消息|爆料|透露|称|披露|介绍|获悉)|([\uf800-\uf8ff]|[^,。;:\s]{1,10})(?:有?报道称|独家获悉|获悉)"
)
_HEADLINE_HEARSAY = re.compile(r"[# ]*(?:传|曝)(?!统|媒|播|感|奇|动)")
_BACKED = re.compile(r"已经?离|被证实|回应称|已确认")


class Told(Protocol):
    """What status is read of: a draft of a move, or another fact."""

    @property
    def sentence(self) -> Sentence:
        """The sentence that tells it."""

    @property
    def trigger(self) -> int:
        """Position of the telling word in the sentence's mask."""

    @property
    def time(self) -> Unit | None:
        """When, None when the text does not say."""


class StatusReader:
    """Decides the status of drafts; compiled once from the cue words."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.words["cues"]
        self._hearsay = _pattern(cues["hearsay"])
        self._confirm = _pattern(cues["confirm"])
        self._announce = re.compile(
            rf"(?:{ORG}|公司|董事会)[^,。;\ue000-\ue5ff]{{0,14}}(?:宣布|公告|内部信|全员信|内部邮件|官宣|证实|发布声明|内部公布|公布)"
        )
        self._deny = _pattern(cues["deny"])
        self._negate = re.compile(
            rf"(?:未(?![满来必])|{_pattern(cues['negate']).pattern})[^,。;\ue000-\ue5ff]{{0,6}}\Z"
        )
        self._plan = re.compile(rf"(?:{_pattern(cues['plan']).pattern})[^,。;\ue000-\uf1ff]{{0,8}}\Z")
        self._supposed = _pattern(cues["gone"])

    def read(self, draft: Told, scope: int, following: str, announced: bool = False) -> Status | None:
        """Return the status of a draft; None when the text only supposes or asks it.

        Args:
            draft: what is judged.
            scope: where in the mask the talk of another person's move ends; cues before it are not heard.
            announced: an announcement was told just before in the paragraph.
            following: the mask of the next sentence, where a denial may stand.
        """
        mask, trigger = draft.sentence.mask, draft.trigger
        start = max(mask.rfind(c, 0, trigger) for c in ",;:。") + 1
        left = mask[start:trigger]
        if self._supposed.search(left) or mask.rstrip().endswith("?"):
            return None
        if self._negate.search(left):
            return Status.NEGATED
        if self._deny.search(mask) or self._deny.search(following):
            return Status.DENIED
        hearsay = self._hearsay.search(mask[scope:trigger]) or self._hearsay.search(
            mask, trigger, trigger + 24
        )
        hearsay = hearsay or _HEADLINE_HEARSAY.match(mask)
        if hearsay and not _BACKED.search(mask):
            return Status.RUMOURED
        if self._confirm.search(mask[scope:trigger]) or self._confirm.search(mask, trigger, trigger + 12):
            return Status.CONFIRMED
        if announced and not _is_past(draft):
            return Status.CONFIRMED
        if self._plan.search(left):
            return Status.PLANNED
        return Status.REPORTED

    def announces(self, mask: str) -> bool:
        """Tell whether a sentence says that somebody announced or confirmed something."""
        return self._announce.search(mask) is not None

    def attribution(self, draft: Told, text: str) -> str | None:
        """Return who says so, in the words of the text; None when it is the outlet itself."""
        span = draft.sentence.span
        hit = _SOURCE.search(text, span.start, span.end)
        return None if hit is None else (hit.group(1) or hit.group(2)).strip("《》“” ") or None


def _is_past(draft: Told) -> bool:
    """Tell whether a draft gives a whole year or month of its own, as career lines do."""
    return draft.time is not None and draft.time.time is not None and not draft.time.time.vague


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
