"""What an expression leans on: the day the text is told on, and the times told before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from quliu.model import DateRange

_REACH = 100  # characters of a sentence to look at on either side: keeps reading linear
SAME_STORY = 1500
_SENTENCE_END = "。\n!?"
_CLAUSE_END = "。\n!?,;:"
_FUTURE = re.compile(
    r"将(?![军领近其他她它])|拟|计划|预计|即将|有望|生效|定于|届时|打算|必须|力争|争取|为止"
    r"|\b(?:will|would|is to|are to"
    r"|to (?:step|start|join|leave|retire|depart|take|become|begin|succeed)"
    r"|plans?|planning|planned|expected|set to|slated|scheduled|due to|effective|starting|until|upcoming"
    r"|coming to|is (?:stepping|leaving|joining|retiring|departing)|last day is)\b"
)
# A verb in the past just before an expression dates it, whatever the sentence says is to come: quit in May to start.
_JUST_PAST = re.compile(
    r"\b(?:left|quit|was|were|had|became|took|went|came|began|died|told|said|[a-z]{2,12}ed)(?: (?!to\b|will\b)[\w'-]+){0,4}? "
    r"(?:in|on|since|late in|early in|back in) \Z"
)
_JUST_AHEAD = re.compile(
    r"\b(?:joins|starts|begins|takes over|steps (?:down|into)|retires|departs|assumes)(?: (?!to\b)[\w'-]+){0,6}? (?:in|on) \Z"
)
_PAST = re.compile(r"此前|曾|当时|去年|了|\b(?:had|was|were|last year|previously|former)\b")


@dataclass(slots=True)
class Clock:
    """The state of reading a text from its start to a position.

    Attributes:
        anchor: the document's date, or that of the last dateline which holds for more than its line.
        now: what 今天 means here: the day of the last dateline (3月2日消息), else the anchor.
        told: the last definite time told, and `told_from`, `told_to` where.
        day: the last definite single day told.
    """

    text: str
    anchor: date | None
    now: date | None = None
    told: DateRange | None = None
    told_from: int = -1
    told_to: int = -1
    day: date | None = None
    _line_end: int = -1

    def __post_init__(self) -> None:
        self.now = self.anchor

    def go_to(self, at: int) -> None:
        """Leave a line whose own date was today."""
        if 0 <= self._line_end < at:
            self.now, self._line_end = self.anchor, -1

    def set_now(self, day: date, at: int, *, whole_text: bool) -> None:
        """Let a dateline say what day the text (or only its line) is told on."""
        self.now = day
        if whole_text:
            self.anchor, self._line_end = day, -1
        else:
            line_end = self.text.find("\n", at)
            self._line_end = len(self.text) if line_end < 0 else line_end

    def tell(self, told: DateRange, start: int, end: int) -> None:
        """Remember a definite time."""
        self.told, self.told_from, self.told_to = told, start, end
        if told.start is not None and told.last == told.start:
            self.day = told.start

    def told_year(self) -> int | None:
        """Return the year told last (同年)."""
        return self.told.start.year if self.told and self.told.start else None

    def year_shifted(self, count: int) -> int | None:
        """Return this year (0), the last (-1) ..., None without a day to count from."""
        return None if self.now is None else self.now.year + count

    def is_future(self, start: int, end: int, *, clause: bool = False) -> bool:
        """Tell whether the sentence (or the clause) around an expression speaks of the future."""
        first, _ = self._around(start, end, _CLAUSE_END)
        past = _JUST_PAST.search(self.text, first, start)
        if past is not None and _FUTURE.search(self.text, first, start) is None:
            return False
        if _JUST_AHEAD.search(self.text, first, start) is not None:
            return True
        return (
            _FUTURE.search(self.text, *self._around(start, end, _CLAUSE_END if clause else _SENTENCE_END))
            is not None
        )

    def is_past(self, start: int, end: int) -> bool:
        """Tell whether the clause around an expression speaks of the past in so many words."""
        return _PAST.search(self.text, *self._around(start, end, _CLAUSE_END)) is not None

    def _around(self, start: int, end: int, stops: str) -> tuple[int, int]:
        low, high = max(0, start - _REACH), min(len(self.text), end + _REACH)
        first = max(self.text.rfind(stop, low, start) for stop in stops) + 1
        ends = (self.text.find(stop, end, high) for stop in stops)
        return max(first, low), min((at for at in ends if at >= 0), default=high)

    def tells_in_sentence(self, at: int) -> bool:
        """Tell whether the last time was told in the sentence that holds a position, before it."""
        return 0 <= at - self.told_to <= _REACH and not any(
            end in self.text[self.told_to : at] for end in _SENTENCE_END
        )

    def in_paragraph(self, at: int) -> bool:
        """Tell whether the last time was told in this paragraph, not far before."""
        return (
            self.told_to >= 0 and at - self.told_to <= SAME_STORY and "\n" not in self.text[self.told_to : at]
        )

    def from_now(self, found: DateRange) -> DateRange:
        """Cut off the days that have passed from a stretch that holds today (今年晚些时候)."""
        now = self.now
        return found if now is None or not found.contains(now) else DateRange(now, found.end)

    def until_now(self, found: DateRange, start: int, end: int) -> DateRange:
        """Cut off the days to come from a stretch that holds today, unless the future is told."""
        now = self.now
        if now is None or found.end is None or not found.first <= now < found.last:
            return found
        if self.is_future(start, end, clause=True):
            return found
        return DateRange(found.start, now + timedelta(days=1))
