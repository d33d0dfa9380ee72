"""Why a claim was made: the rules, the words that set them off, what the status was read from, the confidence.

An explanation is worked out after the claim, from its rules and from the drafts that the frames propose for the text;
making claims costs nothing for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quliu.extract.assemble import Judged
from quliu.extract.confidence import load_weights, weigh
from quliu.extract.engine import Extractor
from quliu.extract.words import one_of
from quliu.lexicon.lexicon import Lexicon
from quliu.model import Claim, Document, Move, ReadOffset, ReadSpan, Span, Status
from quliu.text import Reading, find_sentences, repair

_CLASSES: Mapping[str, tuple[str, ...]] = {
    "post": ("assume",),
    "found-unnamed": ("found",),
    "startup": ("found",),
    "held": ("former", "assume"),
    "en": ("english",),
}
"""Family of a rule -> the classes of cue words that set it off, where they have other names."""

_STATUS_CLASSES: Mapping[Status, str] = {
    Status.CONFIRMED: "confirm",
    Status.RUMOURED: "hearsay",
    Status.DENIED: "deny",
    Status.NEGATED: "negate",
    Status.PLANNED: "plan",
}
_MOST_REASONS = 6
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of the text that counted, with its characters in the original text."""

    text: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Reason:
    """What moved the confidence away from its rule's author's guess: a feature and its weight, in log-odds."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a claim was made.

    Attributes:
        rules: the ids of the rules that proposed it.
        cues: the words that set them off; empty where the grammar alone did (甲公司首席科学家乙).
        status_cues: the words the status was read from; empty where nothing in the text says more or less than
            that it is so, or where they stand further off.
        reasons: the strongest first; empty where no confidence model judged the claim.
    """

    rules: tuple[str, ...]
    cues: tuple[Cue, ...]
    status: Status
    status_cues: tuple[Cue, ...]
    confidence: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """A document as it was read: its text, the half-moves proposed for it, its sentences."""

    reading: Reading
    moves: Sequence[Judged]
    sentences: Sequence[ReadSpan]


class Explainer:
    """Explains the claims of documents; compiled once from the lexicon. Each document is read a second time for it."""

    def __init__(self, extractor: Extractor, lexicon: Lexicon) -> None:
        self._extractor = extractor
        self._weights = load_weights()
        cues = lexicon.words["cues"]
        self._cues = {name: re.compile(one_of(words), re.IGNORECASE) for name, words in cues.items()}

    def explain(self, document: Document, claims: Iterable[Claim]) -> list[Explanation]:
        """Return one explanation for each claim that the engine found in the document, in their order."""
        found = self._extractor.propose(document)
        reading = repair(document.text) if found is None else found.reading
        read = _Read(reading, () if found is None else found.moves, find_sentences(reading.text))
        return [self._explain(claim, read) for claim in claims]

    def _explain(self, claim: Claim, read: _Read) -> Explanation:
        rules, reading = tuple(claim.rule.split("+")), read.reading
        own = [item for item in read.moves if _is_of(item, claim, rules, reading)]
        evidence = reading.to_reading(claim.evidence)
        cues = tuple(self._triggers(own, reading)) or tuple(self._guess_cues(rules, evidence, reading))
        return Explanation(
            rules=rules,
            cues=tuple(dict.fromkeys(cues)),
            status=claim.status,
            status_cues=tuple(self._status_cues(claim.status, evidence, read)),
            confidence=claim.confidence,
            reasons=self._reasons(claim),
        )

    def _triggers(self, own: Iterable[Judged], reading: Reading) -> Iterator[Cue]:
        """Yield the words at which the drafts of the claim were proposed."""
        for item in own:
            draft = item.draft
            start = draft.sentence.to_text(draft.trigger, draft.trigger + 1).start
            yield self._cue(
                draft.rule, reading, start, _word_end(self._patterns(draft.rule), reading.text, start)
            )

    def _guess_cues(self, rules: Iterable[str], evidence: ReadSpan, reading: Reading) -> Iterator[Cue]:
        """Yield the first cue word of each rule's classes in the evidence, for a claim that is no draft's."""
        for rule in rules:
            hits = (p.search(reading.text, evidence.start, evidence.end) for p in self._patterns(rule))
            found = min((hit.span() for hit in hits if hit), default=None)
            if found:
                yield self._cue(rule, reading, *found)

    def _status_cues(self, status: Status, evidence: ReadSpan, read: _Read) -> Iterator[Cue]:
        name = _STATUS_CLASSES.get(status)
        if name is None:
            return
        for start, end in _around(read.sentences, evidence):
            for hit in self._cues[name].finditer(read.reading.text, start, end):
                yield self._cue(f"status.{name}", read.reading, *hit.span())

    def _reasons(self, claim: Claim) -> tuple[Reason, ...]:
        """Return what moved the confidence of the claim, the strongest first."""
        ordered = sorted(weigh(claim, self._weights), key=lambda found: (-abs(found[1]), found[0]))
        return tuple(Reason(name, round(weight, 2)) for name, weight in ordered[:_MOST_REASONS])

    def _patterns(self, rule: str) -> list[re.Pattern[str]]:
        family = rule.partition(".")[0]
        return [self._cues[name] for name in _CLASSES.get(family, (family,)) if name in self._cues]

    def _cue(self, rule: str, reading: Reading, start: int, end: int) -> Cue:
        span = reading.to_original(ReadSpan(ReadOffset(start), ReadOffset(end)))
        return Cue(span.slice(reading.original), span, rule)


def _is_of(item: Judged, claim: Claim, rules: Sequence[str], reading: Reading) -> bool:
    """Tell whether a draft went into a claim: same rule, person and side, in the sentence of its evidence."""
    content, draft = claim.content, item.draft
    if not isinstance(content, Move) or draft.rule not in rules or draft.person.name != content.person.name:
        return False
    if getattr(content, draft.side) is None:
        return False
    evidence = reading.to_reading(claim.evidence)
    return draft.sentence.span.start <= evidence.start < draft.sentence.span.end


def _word_end(patterns: Iterable[re.Pattern[str]], text: str, start: int) -> int:
    """Return where the cue word at `start` ends: the longest known one, else the Latin word, else the character."""
    ends = [hit.end() for pattern in patterns if (hit := pattern.match(text, start))]
    word = _WORD.match(text, start)
    return max([*ends, word.end() if word else start + 1])


def _around(sentences: Iterable[ReadSpan], evidence: ReadSpan) -> Iterator[tuple[int, int]]:
    """Yield the sentences that the evidence touches, and two after them, where a denial may stand."""
    after = 2
    for span in sentences:
        if span.end <= evidence.start:
            continue
        if span.start >= evidence.end:
            after -= 1
            if after < 0:
                return
        yield span.start, span.end
