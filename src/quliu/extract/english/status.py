"""How far an English text vouches for a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quliu.extract.frames.draft import Draft
from quliu.extract.status import Told
from quliu.extract.units.unit import Sentence
from quliu.extract.words import one_of
from quliu.lexicon.lexicon import Lexicon
from quliu.model import Status

_SOURCE = re.compile(
    r"according to (?:a report (?:by|from|in) )?(?:the )?([A-Z][\w&. ]{1,30}?)(?=[,.;)]| on |"
    r" and |\Z)|([A-Z][\w&.]*(?: [A-Z][\w&.]*){0,3}) (?:first )?(?:reports|reported)\b"
)
_AHEAD = 90
# Cues before these are about something else than what comes after: reportedly hired A, who left B.
_ELSEWHERE = re.compile(
    r"[;:]|\b(?:who|which|amid|as|after|following|but|when|since|because|despite|whose)\b"
)
_SAYS = re.compile(
    r"(?:[\ue000-\uebff]|\b(?:he|she|they|company|firm|board|founder|[\uec00-\uf1ff]))(?: (?:also|has|had|later|then|publicly|"
    r"officially))? (?:said|says|clarified|clarifies|explained|explains|revealed|reveals|noted|insisted|disclosed|"
    r"shared|told [^,;]{1,30}?)(?: (?:on |in )?[\uf200-\uf7ff])?"
    r"(?: (?:in|via|on|at) [^,;.\ue000-\ue5ff]{1,40}?)?(?: that\b|,| (?=(?:he|she|they|it|its|[\ue000-\ue5ff]))|:)"
)
# ", a spokesman said" after what it is about.
_SAYS_AFTER = re.compile(
    r", (?:a|an|the|its|their|his|her)(?: [a-z-]+)? ?(?:[\uec00-\uf1ff]|company|firm|startup|board|university)"
    r"(?: (?:for|of|at) (?:the )?(?:[\ue600-\uebff]|company))?(?: also)? (?:said|confirmed|announced|told)\b|"
    r", (?:[\ue600-\uebff](?:'s)? )?(?:[\uec00-\uf1ff] )?[\ue000-\ue5ff] (?:said|confirmed|announced|wrote|told [a-z]+)\b"
)
_RIGHT_AFTER = re.compile(r"[a-z-]+,? (?:reportedly|allegedly)\b")
_ANNOUNCES = re.compile(
    r"(?:[\ue600-\uebff]|\b(?:company|firm|board|startup))(?:'s [a-z ]{1,20})?(?: (?:has|had|also|today|on [\uf200-\uf7ff]|"
    r"[\uf200-\uf7ff]|officially|just|formally))* (?:announced|announces|confirmed|confirms|revealed|disclosed)\b"
)
_OWN_WORDS = re.compile(r"(?:said|says|wrote|writes|explained|posted|tweeted|added|told|announced|thanked)\b")
_COMING = re.compile(
    r"\b(?:planned|upcoming|expected|anticipated|impending|imminent|pending|proposed|forthcoming|future|eventual)"
    r"(?: [a-z-]+)? ?\Z"
)
_ATTEMPT = re.compile(
    r"\b(?:bid|attempt|effort|move|campaign|push|vote|proposal|motion)s?(?: [a-z-]+){0,8} to ?\Z"
)
_FAILED = re.compile(
    r"\b(?:failed|fails|was rejected|were rejected|collapsed|fell through|was blocked|rejected)\b"
)
# Who has been hired to do something has the post.
_HIRED = re.compile(
    r"\b(?:hired|named|appointed|tapped|promoted|chosen|picked|selected|recruited|elected|poached|brought (?:in|on|back))\b"
)
# Who left to found a firm has founded it.
_LEFT_TO = re.compile(
    r"\b(?:left|quit|departed|resigned from|had left|stepped down)\b(?! (?:will|would)\b)[^,;:]{0,60}? (?:to )?\Z"
)
_DONE = re.compile(
    r"\b(?:decision|prior|due|thanks|response|addition|agreed|chose|opted|according|close|up) to(?: [a-z-]+){0,3} ?\Z"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """What a sentence as a whole says of its reliability, whichever of its moves is asked about.

    Attributes:
        has_sources: it leans on sources without a name.
        attribution: who says so, in the words of the text; None when it is the outlet itself.
    """

    asks: bool
    denies: bool
    has_sources: bool
    confirms: bool
    attribution: str | None


class EnglishStatus:
    """Decides the status of drafts; compiled once from the cue words."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.words["cues"]
        self._hearsay = _words(cues["en_hearsay"])
        self._source = _words(cues["en_source"])
        self._confirm = _words(cues["en_confirm"])
        self._deny = _words(cues["en_deny"])
        self._negate = re.compile(
            rf"(?:{_words(cues['en_negate']).pattern})(?:[ \ue000-\uf8ff]+[a-z-]*){{0,4}}\Z"
        )
        self._plan = re.compile(rf"(?:{_words(cues['en_plan']).pattern})(?: [a-z-]+){{0,5}} ?\Z")
        self._suppose = re.compile(rf"(?:{_words(cues['en_suppose']).pattern})[^,;]{{0,50}}\Z")

    def hear(self, sentence: Sentence, text: str) -> Voice:
        """Return what a sentence of a cleaned text says of its own reliability."""
        mask, span = sentence.mask, sentence.span
        source = _SOURCE.search(text, span.start, span.end)
        return Voice(
            asks=mask.rstrip().endswith("?"),
            denies=self._deny.search(mask) is not None,
            has_sources=self._source.search(mask) is not None,
            confirms=self._confirm.search(mask) is not None,
            attribution=(source[1] or source[2]).strip() or None if source else None,
        )

    def read(
        self, draft: Told, voice: Voice, following: Sentence | None = None, *, announced: bool = False
    ) -> Status | None:
        """Return the status of a draft; None when the text only supposes, asks or demands it.

        Args:
            voice: of the sentence that tells it.
            following: the next sentence, where the person or the firm may speak of it.
            announced: an announcement was told just before in the paragraph.
        """
        mask, trigger = draft.sentence.mask, draft.trigger
        start = max(mask.rfind(c, 0, trigger) for c in ",;:") + 1
        left = mask[start:trigger]
        if _ATTEMPT.search(left) and _FAILED.search(mask, trigger):
            return Status.NEGATED
        if voice.asks or self._suppose.search(left):
            return None
        if self._negate.search(left):
            return Status.NEGATED
        if voice.denies:
            return Status.DENIED
        if voice.has_sources or self._is_hearsay(mask, trigger):
            return Status.RUMOURED
        planned = self._is_planned(draft, left)
        told = voice.confirms or _SAYS.search(mask, 0, trigger) or _SAYS_AFTER.search(mask, trigger)
        undated = draft.time is None or draft.time.time is None or draft.time.time.vague
        later = following is not None and not planned and self._confirms(draft, following)
        if told or later or (announced and undated):
            return Status.CONFIRMED
        return Status.PLANNED if planned else Status.REPORTED

    def announces(self, mask: str) -> bool:
        """Tell whether a sentence says that a firm or somebody in it announced or confirmed something."""
        return _ANNOUNCES.search(mask) is not None

    def _is_hearsay(self, mask: str, trigger: int) -> bool:
        """Tell whether a cue of hearsay before the trigger is about it, or one comes right after."""
        cues = list(self._hearsay.finditer(mask, 0, trigger))
        if cues and not _ELSEWHERE.search(mask, cues[-1].end(), trigger):
            return True
        return _RIGHT_AFTER.match(mask, trigger) is not None

    def _is_planned(self, draft: Told, left: str) -> bool:
        if isinstance(draft, Draft) and draft.rule.startswith(("en.noun", "en.new")):
            return _COMING.search(left) is not None
        mask, trigger = draft.sentence.mask, draft.trigger
        if _LEFT_TO.search(mask, max(0, trigger - _AHEAD), trigger):
            return False
        if mask.startswith("to ", trigger):
            return _HIRED.search(mask, max(0, trigger - 120), trigger) is None
        if left.endswith("to ") and _HIRED.search(mask, max(0, trigger - 120), trigger):
            return False
        return self._plan.search(left) is not None and _DONE.search(left) is None

    def _confirms(self, draft: Told, following: Sentence) -> bool:
        """Tell whether the next sentence lets the person or the employer speak of it."""
        if self._confirm.search(following.mask[:_AHEAD]):
            return True
        speaker = following.unit(0)
        return (
            isinstance(draft, Draft)
            and speaker is not None
            and speaker.name == draft.person.name
            and _OWN_WORDS.match(following.mask, 2) is not None
        )


def _words(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{one_of(words)})(?!\w)")
