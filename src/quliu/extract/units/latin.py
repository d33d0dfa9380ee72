"""Names in Latin letters: where they stand, and which of them are people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from quliu.extract.tables import read_table
from quliu.extract.units.unit import Gap, Unit, UnitKind, find_gaps_with, person_at
from quliu.text.ordinary import is_latin_word

_PARTICLE = "(?:de|da|di|van|von|bin|ben|der|del|la|le|al|el|St\\.)"
_WORD = "(?:[A-Z][A-Za-zÀ-ž’'-]*[A-Za-zÀ-ž]|[A-Z]\\.?)"
_ODD = "(?:[a-z]{1,3}[A-Z][A-Za-z]+|[A-Z][A-Za-z]*[.-][A-Za-z]{1,4})"
LATIN_NAME = re.compile(
    rf"(?<![A-Za-z0-9_@#/.])(?:{_ODD}|{_WORD})(?:(?: |·|-)(?:{_PARTICLE}[ -])?(?:\"[A-Z]\w*\" |\([A-Z]\w{{0,8}}\) )?(?:{_WORD}))*(?![A-Za-z0-9_])"
)
_SYLLABLE = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u|v)"
_PINYIN = re.compile(rf"{_SYLLABLE}(?:[-']?{_SYLLABLE}){{0,2}}\Z", re.I)
_ONE_SYLLABLE = re.compile(rf"{_SYLLABLE}\Z", re.I)
_PREFIX = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)(?=[A-Z])")  # of one word with the name: McLin
_SAYS = re.compile(
    "正式|现任|近日|目前|于|表示|称|说|认为|宣布|透露|告诉|曾|将|也|此前|已|在|于|则|离|加|担|出|辞|卸|接|创|成|入|任|退|被"
)
_CAPITAL = re.compile("[A-Z]")
_BEFORE_CAPITAL = 3  # letters or digits that a name may begin with: eBay, 3Com
_IS_THING = re.compile(
    " ?[一-鿿]{0,4}(?:团队|项目|产品|业务|模型|平台|系统|公司|实验室|部门|眼镜|机器人)"
)  # 领导Orion眼镜团队
_IS = re.compile(
    " ?(?:是|曾是|现任|曾任|担任|出任|时任) ?"
)  # before a role: what stands before is its holder
_DIGIT = re.compile(r"\d")
_INITIAL = re.compile(r"[A-Z]\.?")
_MIXED = re.compile(r"[a-z][A-Z]|\d|\.")
_BETWEEN_WORDS = re.compile("[ ·]")
# Capitalised words that are no names.
_NOT_NAMES = frozenset(
    {"AI", "API", "APP", "App", "GPU", "CPU", "LLM", "LLMs", "AGI", "IPO", "US", "USA", "UK", "EU"}
    | {"CEO", "CTO", "CFO", "The", "This", "That", "These", "It", "We", "They", "He", "She", "In", "On"}
    | {"At", "From", "But", "And", "As", "If", "When", "For", "With", "After", "Before", "While"}
    | {"Since", "Its", "His", "Her", "Their", "Our", "My", "What", "Who", "How", "Why", "Where"}
    | {"There", "Here", "Also", "However", "Meanwhile", "Today", "Yesterday", "Mr", "Ms", "Mrs", "Dr"}
    | {"Prof", "Chinese", "American", "January", "February", "March", "April", "May", "June", "July"}
    | {"August", "September", "October", "November", "December", "Monday", "Tuesday", "Wednesday"}
    | {"Thursday", "Friday", "Saturday", "Sunday", "Leader", "Founder", "Manager", "Engineer"}
    | {"Scientist", "Series", "Inc", "Corp", "Ltd", "PhD", "MBA", "NLP", "CV", "ML", "IT", "HR", "PR"}
    | {"PC", "TV", "OK", "ID", "UI", "UX", "VR", "AR", "XR"}
)

_FIRMS = frozenset({"Google"})  # words that no person's name holds, though they name something


@cache
def _given_names() -> frozenset[str]:
    return frozenset(read_table("given_names.txt").split())


def is_pinyin(word: str) -> bool:
    """Tell whether a word can be read as one to three syllables of Mandarin."""
    return _PINYIN.match(word) is not None


def is_given_name(name: str) -> bool:
    """Tell whether a single word is a common given name."""
    return name in _given_names()


def looks_personal(name: str) -> float:
    """Return how much the words alone look like a person's name, 0..1."""
    words = [w for w in _BETWEEN_WORDS.split(name) if w]
    if not 2 <= len(words) <= 4 or any(w in _NOT_NAMES or w in _FIRMS for w in words):
        return 0.0
    if words[0] in _given_names():
        return 0.95
    if any(is_latin_word(w) and not _ONE_SYLLABLE.match(w) for w in words):
        return 0.05
    if all(is_pinyin(w) for w in words) and len(words) <= 3:
        return 0.85
    if any(_INITIAL.fullmatch(w) for w in words[:-1]):
        return 0.7
    if any(w.isupper() and len(w) > 2 for w in words) or any(
        _MIXED.search(_PREFIX.sub("", w)) for w in words
    ):
        return 0.15
    return 0.5


def is_word(name: str) -> bool:
    """Tell whether a single capitalised word is an ordinary one rather than a name."""
    return name in _NOT_NAMES or len(name) < 2


def in_gaps(
    pattern: re.Pattern[str], text: str, units: Sequence[Unit]
) -> Iterator[tuple[Gap, re.Match[str]]]:
    """Yield the matches of a pattern of Latin names in the stretches between units."""
    for gap, first in find_gaps_with(_CAPITAL, text, units):
        for hit in pattern.finditer(text, max(gap.start, first - _BEFORE_CAPITAL), gap.end):
            yield gap, hit


def find_personal(text: str, units: Sequence[Unit]) -> list[Unit]:
    """Return the Latin names that look like people; those that context must decide are left to `find_by_place`."""
    return [
        person_at(hit.start(), hit.end(), hit.group(), max(0.6, looks_personal(hit.group())))
        for _, hit in in_gaps(LATIN_NAME, text, units)
        if looks_personal(hit.group()) > 0.5 or is_given_name(hit.group())
    ]


def find_by_place(text: str, units: Sequence[Unit]) -> list[Unit]:
    """Return Latin names that stand where a person stands: right after a role, or before a verb of saying or moving."""
    found = []
    ends: dict[int, Unit] = {u.span.end: u for u in units}
    for gap, hit in in_gaps(LATIN_NAME, text, units):
        name = hit.group()
        if is_word(name) or _DIGIT.search(name):
            continue
        before = ends.get(hit.start()) or ends.get(hit.start() - 1)
        follows = _SAYS.match(text, hit.end()) or _SAYS.match(text, hit.end() + 1)
        is_holder = gap.right is UnitKind.ROLE and _IS.fullmatch(text, hit.end(), gap.end) is not None
        if is_holder and len(name) > 3 and not name.isupper():
            found.append(person_at(hit.start(), hit.end(), name, 0.5))
        elif (
            before
            and before.kind is UnitKind.ROLE
            and len(name) > 2
            and not name.isupper()
            and not (before.name == "领导" and _IS_THING.match(text, hit.end()))
        ):
            found.append(person_at(hit.start(), hit.end(), name, 0.6))
        elif follows and " " in name and looks_personal(name) > 0.1:
            found.append(person_at(hit.start(), hit.end(), name, 0.5))
    return found
