"""What an expression leans on: the day the text is told on, and the times told before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from quliu.extract.time.calendar import months, week_of, years
from quliu.model import DateRange

_REACH = 100  # characters of a sentence to look at on either side: keeps reading linear
_NEAR = 400
_SAME_STORY = 1500
_FRESH = timedelta(days=30)
_SENTENCE_END = "。\n!?"
_CLAUSE_END = "。\n!?,;:"
_FUTURE = re.compile(
    r"将(?![军领近其他她它])|拟|计划|预计|即将|有望|生效|定于|届时|打算"
    r"|\b(?:will|would|is to|are to|to (?:step|start|join|leave|retire|depart|take|become|begin|succeed)|plans?"
    r"|planning|planned|expected|set to|slated|scheduled|due to|effective|starting|until|upcoming|coming to"
    r"|is (?:stepping|leaving|joining|retiring|departing)|last day is)\b"
)
_PAST = re.compile(r"此前|曾|当时|去年|了|\b(?:had|was|were|last year|previously|former)\b")
_JUST_FUTURE = re.compile(r"(?:将|拟|计划|预计|有望|定于|\b(?:will|plans to|due)\b[^.]{0,20})(?:于|在|自|从)?\Z")


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
        return _FUTURE.search(self.text, *self._around(start, end, _CLAUSE_END if clause else _SENTENCE_END)) is not None

    def is_past(self, start: int, end: int) -> bool:
        """Tell whether the clause around an expression speaks of the past in so many words."""
        return _PAST.search(self.text, *self._around(start, end, _CLAUSE_END)) is not None

    def _around(self, start: int, end: int, stops: str) -> tuple[int, int]:
        low, high = max(0, start - _REACH), min(len(self.text), end + _REACH)
        first = max(self.text.rfind(stop, low, start) for stop in stops) + 1
        ends = (self.text.find(stop, end, high) for stop in stops)
        return max(first, low), min((at for at in ends if at >= 0), default=high)

    def in_paragraph(self, at: int) -> bool:
        """Tell whether the last time was told in this paragraph, not far before."""
        return 0 <= self.told_to and at - self.told_to <= _SAME_STORY and "\n" not in self.text[self.told_to : at]

    def year_of(self, start: int, end: int, month: int, day: int | None = None) -> int | None:
        """Return the year of a bare month or day, None when nothing fixes it.

        A year told just before in one story wins; else it is the latest one not after now, unless the sentence
        speaks of the future or a bare day lies just ahead.
        """
        begun = self._year_of_story(start, month, day)
        if begun is not None or self.now is None:
            return begun
        this = date(self.now.year, month, 1) if day is None else _clipped(self.now.year, month, day)
        ahead = (this - self.now).days
        if ahead <= 0:
            direct = _JUST_FUTURE.search(self.text, max(0, start - 30), start) is not None
            following = 365 + ahead
            if direct and following <= 200 or day and following <= 75 and self.is_future(start, end):
                return self.now.year + 1
            return self.now.year
        if self.is_future(start, end) or day and ahead <= 110 and not self.is_past(start, end):
            return self.now.year
        return self.now.year - 1

    def _year_of_story(self, at: int, month: int, day: int | None) -> int | None:
        told = self.told.start if self.told else None
        if told is None or (self.now is not None and told.year >= self.now.year):
            return None
        if (month, 31 if day is None else day) < (told.month, told.day):
            return None
        if self.in_paragraph(at):
            return told.year
        if self.now is None:
            return None
        current = _clipped(self.now.year, month, day or 1)
        if timedelta(0) <= self.now - current <= _FRESH or self._is_year(self.told):
            return None
        timeline = at - self.told_to <= _NEAR and self._opens_line(at) and self._opens_line(self.told_from)
        return told.year if timeline or (at - self.told_to <= _SAME_STORY and month == told.month) else None

    def _is_year(self, told: DateRange | None) -> bool:
        return told is None or told.end is None or (told.end - told.first).days > 300

    def _opens_line(self, at: int) -> bool:
        return "\n" in self.text[max(0, at - 8) : at] or at <= 8

    def month_of_day(self, start: int, end: int, day: int) -> date | None:
        """Return the day that a day without a month means, None when nothing fixes it."""
        told = self.told.start if self.told else None
        fresh = told is not None and self.now is not None and abs((self.now - told).days) <= 45
        narrow = self.told is not None and not self._is_year(self.told)
        if told is not None and narrow and (self.in_paragraph(start) or fresh):
            found = date(told.year, told.month, day)
            if self.now is None or told > self.now or found <= self.now or self.is_future(start, end):
                return found
        if self.now is None:
            return None
        base = self.now.replace(day=1)
        if day > self.now.day and not self.is_future(start, end):
            base = (base - timedelta(days=1)).replace(day=1)
        return base.replace(day=day)

    def month_of_part(self, start: int, part: str) -> date | None:
        """Return the first of the month that a bare 月初 or 月底 means, None when nothing fixes it."""
        told = self.told
        if told is not None and told.start is not None and not self._is_year(told) and self.in_paragraph(start):
            return told.start.replace(day=1)
        if self.now is None:
            return None
        begins = {"初": 1, "上旬": 1, "中": 11, "中旬": 11}.get(part, 21)
        base = self.now.replace(day=1)
        if self.now.day < begins and not self.is_future(start, start + 2):
            base = (base - timedelta(days=1)).replace(day=1)
        return base

    def year_of_part(self, start: int, end: int, first_month: int) -> int | None:
        """Return the year that a bare 年底 or 下半年 means, None when nothing fixes it."""
        told = self.told_year()
        if told is not None and self.in_paragraph(start) and (self.now is None or told < self.now.year):
            return told
        if self.now is None:
            return None
        past = first_month <= self.now.month or self.is_future(start, end)
        return self.now.year if past else self.now.year - 1

    def weekday(self, start: int, end: int, number: int) -> date | None:
        """Return the day that a bare weekday means: the latest one, unless told of the future or in a story."""
        if self.now is None:
            return None
        found = week_of(self.now).first + timedelta(days=number)
        if self.day is not None and self.in_paragraph(start) and 6 < (self.now - self.day).days <= 60:
            return self.day + timedelta(days=(number - self.day.weekday()) % 7)
        if found > self.now and not self.is_future(start, end, clause=True):
            found -= timedelta(days=7)
        return found

    def until_now(self, found: DateRange, start: int, end: int) -> DateRange:
        """Cut off the days to come from a stretch that holds today, unless the clause speaks of the future."""
        now = self.now
        if now is None or found.end is None or not found.first <= now < found.last:
            return found
        if self.is_future(start, end, clause=True):
            return found
        return DateRange(found.start, now + timedelta(days=1))

    def year(self, count: int = 0) -> DateRange | None:
        """Return this year or one some years away."""
        return None if self.now is None else years(self.now.year + count)

    def month(self, count: int = 0) -> DateRange | None:
        """Return this month or one some months away."""
        return None if self.now is None else months(self.now.year, self.now.month + count)


def _clipped(year: int, month: int, day: int) -> date:
    whole = months(year, month)
    return min(whole.first + timedelta(days=day - 1), whole.last)
