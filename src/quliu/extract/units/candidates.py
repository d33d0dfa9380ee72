"""Stretches of Chinese characters that could be names, with what speaks for and against each.

A candidate is scored by a weighted sum over its features: how its characters are used in names, what stands before and
after it, and whether the text repeats it. The weights are learned by `tools/learn_people.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from quliu.extract.units.names import FUNCTION_WORDS, NameModel, load_japanese_surnames
from quliu.extract.units.unit import Gap, Unit, UnitKind, find_gaps

Features = list[tuple[str, float]]

_LEAST_NAME = -2.0  # below this no context makes a name of characters
_LEAST_FOREIGN = 2.5
_FUNCTION_SURNAMES = frozenset("曾任由应时于向关成从但便和")
_ANY_GIVEN = 4.0  # score of a Japanese name, whose given name the tables of Chinese ones do not know
_MEASURE = frozenset("位名家项支步门")  # surnames that count things after a number: 两位博士
_NUMBERS = frozenset("一二两三四五六七八九十几多数各这那每首某诸该百千万")
_JAPANESE = 3  # longest given name after a Japanese surname
_LATIN_IN_BRACKETS = re.compile(r" ?\([A-Z][a-z]+ [A-Z]")


def _classes(side: str, table: Mapping[str, str]) -> dict[str, str]:
    return {char: f"{side}:{kind}" for kind, chars in table.items() for char in chars}


_BEFORE = _classes(
    "before",
    {
        "clause": "\n,。;:!?#>*|▲•-—… ",
        "list": "、/",
        "and": "和与及跟同",
        "by": "由让请派聘",
        "to": "对向给被据",
        "of": "的",
        "is": "是为叫即",
        "former": "前原名位",
        "quote": '“"(《[【‘',
    },
)
_AFTER = _classes(
    "after",
    {
        "clause": "\n,。;!?…—",
        "colon": ":",
        "list": "、/",
        "and": "和与及跟同等",
        "of": "的",
        "bracket": "(",
        "quote": '”")》]】’',
        "says": "称说表认透坦告指",
        "light": "向对给被获拟汇发亲所拥已未有毕负任为于在因自从已将曾也则均都任仍并还先此近又正出宣辞离加卸转调升兼接创是",
    },
)
_SUBJECT = frozenset(
    f"before:{kind}" for kind in ("clause", "start", "quote", "role", "time", "list", "person")
)
_LINKS = frozenset("从由自在于任")
_LIGHT = re.compile(
    "(?:已经?|任|由|自|将会?|于|在|从|也|均|都|还|仍|目前|现在|如今|正式|近日|日前|先后|最近|曾|即将|又|再次|重新|最终|后来|随后|因[^,。]{1,6}){1,3}"
)
_NOUNS = ("机器人", "大学", "学院", "公司", "集团", "银行", "奥林匹克", "奥赛", "赛道")
"""Nouns that no name holds."""
_TITLES = ("先生", "女士", "博士", "教授", "老师", "院士", "同学", "同志")

_SCHOOLS = ("分校", "大学", "学院", "奖")
_AT = re.compile(r"于(?! ?[0-9一二三四五六七八九十今去本上近同次])")  # 专注于, 于 no time
_SURNAMES_ABROAD = frozenset("王李陈张刘黄周吴林徐杨")  # after a foreign given name: 汤姆森王
_NO_CUES = frozenset((*_TITLES, *_NOUNS))


class Candidate(NamedTuple):
    """A stretch that could be a name."""

    start: int
    end: int
    features: Features


class CandidateFinder:
    """Finds candidates; compiled once from the cue words that no name may hold and those that people do."""

    def __init__(self, model: NameModel, cues: Iterable[str], acts: Iterable[str]) -> None:
        self._model = model
        self._acts = frozenset(acts)
        self._words = sorted({c for c in (*cues, *_TITLES, *_NOUNS) if len(c) > 1 and not c.isascii()})
        self._matcher = AhoCorasick(self._words, matchkind=MatchKind.Standard)
        self._japanese = load_japanese_surnames()
        self._compound = frozenset(s for s in model.surname if len(s) > 1) | self._japanese
        self._compound_starts = frozenset(s[0] for s in self._compound)
        first = "".join(sorted({s[0] for s in (*model.surname, *self._japanese)}))
        self._surname = re.compile(f"[{first}](?=[一-鿿])")
        letters = "".join(sorted(c for c, v in model.foreign.items() if v >= -0.3))
        self._letters = re.compile(f"[{letters}]{{2,12}}")

    def find(self, text: str, units: Sequence[Unit]) -> list[Candidate]:
        """Return the candidates in the gaps between units."""
        covered, acts = self._cues(text)
        found = [
            Candidate(start, end, [*features, *self._context(text, start, end, gap, acts)])
            for gap in find_gaps(text, units)
            for start, end, features in chain(
                self._chinese(text, gap, covered), self._foreign(text, gap, covered)
            )
        ]
        _add_repetition(text, found)
        return found

    def _cues(self, text: str) -> tuple[bytearray, dict[int, str]]:
        """Return a mark for each character that a cue word covers, and what kind of word begins where."""
        covered = bytearray(len(text))
        begins: dict[int, str] = {}
        for index, start, end in self._matcher.find_matches_as_indexes(text, overlapping=True):
            covered[start:end] = b"\1" * (end - start)
            if self._words[index] in _NO_CUES:
                continue  # covered; what they say of a name before them the context tells
            if self._words[index] in self._acts:
                begins[start] = "act"
            else:
                begins.setdefault(start, "word")
        return covered, begins

    def _chinese(self, text: str, gap: Gap, covered: bytearray) -> Iterator[tuple[int, int, Features]]:
        """Yield the surnames that are followed by what could be a given name, scored by its characters."""
        name_score, ordinary = self._model.name_score, self._model.ordinary
        for hit in self._surname.finditer(text, gap.start, gap.end):
            start = hit.start()
            if covered[start]:
                continue
            surname = self._surname_at(text, start, gap.end)
            if surname is None or covered.find(1, start, start + len(surname)) >= 0:
                continue
            if surname in _MEASURE and text[start - 1 : start] in _NUMBERS:
                continue
            given_at = start + len(surname)
            japanese = surname in self._japanese
            for end in range(given_at + 1, min(gap.end, given_at + (_JAPANESE if japanese else 2)) + 1):
                last = text[end - 1]
                if not "一" <= last <= "鿿" or covered[end - 1]:
                    break
                if last in FUNCTION_WORDS or text[start:end] in ordinary:
                    continue
                if text.startswith("分校", end):
                    break  # 戴维斯分校
                score = _ANY_GIVEN if japanese else name_score(surname, text[given_at:end])
                if score >= _LEAST_NAME:
                    yield start, end, self._spelling(text, surname, start, end, score)

    def _surname_at(self, text: str, at: int, most: int) -> str | None:
        if text[at] in self._compound_starts:
            for size in (3, 2):
                if text[at : at + size] in self._compound and at + size < most:
                    return text[at : at + size]
        return text[at] if text[at] in self._model.surname else None

    def _spelling(self, text: str, surname: str, start: int, end: int, score: float) -> Features:
        length = "japanese" if surname in self._japanese else min(len(surname), 2)
        features = [("name", score), (f"length:{length}+{end - start - len(surname)}", 1.0)]
        if text[start] in _FUNCTION_SURNAMES:
            features.append(("function surname", 1.0))
        return features

    def _foreign(self, text: str, gap: Gap, covered: bytearray) -> Iterator[tuple[int, int, Features]]:
        """Yield stretches of characters that spell foreign names, scored by their characters."""
        table = self._model.foreign
        for run in self._letters.finditer(text, gap.start, gap.end):
            for first in range(run.start(), run.end() - 1):
                if covered[first]:
                    continue
                total = table[text[first]]
                for last in range(first + 1, min(first + 6, run.end())):
                    if covered[last]:
                        break
                    total += table[text[last]]
                    size = last - first + 1
                    if text.startswith(_SCHOOLS, last + 1) or (size == 2 and _AT.match(text, last + 1)):
                        break  # 戴维斯分校, 专注于
                    if 0.9 * total + 0.3 * size > _LEAST_FOREIGN:
                        yield first, last + 1, [("foreign", total), (f"letters:{size}", 1.0)]
                        if size > 2 and text[last + 1 : last + 2] in _SURNAMES_ABROAD:
                            yield first, last + 2, [("foreign", total), (f"letters:{size}", 1.0)]

    def _context(self, text: str, start: int, end: int, gap: Gap, acts: Mapping[int, str]) -> Features:
        features: Features = []
        if start == gap.start:
            features.append((f"before:{gap.left or 'start'}", 1.0))
        else:
            before = text[start - 1]
            numbered = before in ".)" and text[start - 2 : start - 1].isdigit()  # 2. 甲,前O的R
            features.append(("before:clause" if numbered else _BEFORE.get(before, "before:other"), 1.0))
            features.append(("before", self._model.before.get(before, 0.0)))
        if end == gap.end:
            features.append((f"after:{gap.right or 'end'}", 1.0))
            if gap.right is UnitKind.TIME and features[0][0] in _SUBJECT:
                features.append(("subject", 1.0))
            return features
        after = text[end]
        if features[0][0] in _SUBJECT and _acts_after(text, end, gap, acts):
            features.append(("subject", 1.0))
        if end in acts:
            features.append((f"after:{acts[end]}", 1.0))
        elif after == "(" and _LATIN_IN_BRACKETS.match(text, end):
            features.append(("after:latin", 1.0))
        elif text.startswith(_TITLES, end):
            features.append(("after:title", 1.0))
        else:
            features.append((_AFTER.get(after, "after:other"), 1.0))
        features.append(("after", self._model.after.get(after, 0.0)))
        return features


def _acts_after(text: str, at: int, gap: Gap, acts: Mapping[int, str]) -> bool:
    """Tell whether a verb of moving follows, light words or a time between."""
    light = _LIGHT.match(text, at, gap.end)
    stop = light.end() if light else at
    if acts.get(stop) == "act":
        return True
    if light is None or stop < gap.end:
        return False
    return gap.right is UnitKind.TIME or (
        gap.right in (UnitKind.ORG, UnitKind.ROLE) and text[stop - 1] in _LINKS
    )


def _add_repetition(text: str, candidates: Sequence[Candidate]) -> None:
    """Add what repetition in the text says about each candidate.

    A string that is always followed by one and the same character is cut short; one that goes on differently each
    time is whole, and a longer one that stands once is too long.
    """
    times = Counter(text[start:end] for start, end in {(c.start, c.end) for c in candidates})
    followers: dict[str, set[str]] = {}
    for candidate in candidates:
        if times[name := text[candidate.start : candidate.end]] > 1:
            followers.setdefault(name, set()).add(text[candidate.end : candidate.end + 1])
    for candidate in candidates:
        name = text[candidate.start : candidate.end]
        if times[name] > 1:
            cut = len(followers[name]) == 1 and name + next(iter(followers[name])) in times
            candidate.features.append(("cut" if cut else "repeated", 1.0))
        elif len(followers.get(name[:-1], ())) > 1:
            candidate.features.append(("too long", 1.0))
