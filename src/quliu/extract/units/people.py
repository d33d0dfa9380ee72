"""Finding people whom no list knows: by the characters of their names and by what stands beside them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence

from quliu.extract.units.candidates import Candidate, CandidateFinder
from quliu.extract.units.dotted import DottedFinder
from quliu.extract.units.latin import looks_personal
from quliu.extract.units.names import FUNCTION_WORDS, load_names, load_weights
from quliu.extract.units.unit import (
    Gap,
    Unit,
    UnitKind,
    find_gaps,
    find_gaps_with,
    person_at,
    without_overlaps,
)
from quliu.extract.words import one_of

# Chosen on train.jsonl (2026-11): names of claims kept against spans that are none.
_LEAST = -0.5
_LEAST_VOUCHED = -1.5  # of the surname, where the place speaks for a name

_APPOINTED = re.compile(
    "(?:任命|聘任|聘请|委任|提拔|由)([一-鿿]{2,3}?)(?=担任|出任|接任|接替|兼任|为|负责|任)"
)
# Where most often a person stands; an ordinary word in that place is none all the same.
_OBJECT = re.compile(
    "(?:任命|聘任|聘请|聘用|委任|提拔|选举|推选|增补|提名|免去|解聘|罢免|解雇|分别由|由(?!于)"
    "|接替[他她]的(?:是|为|,)|继任者(?:是|为|,)?|(?:人士|消息)称,?)[了原前]?([一-鿿]{2,3}?)"
    "(?=担任|出任|接任|接替|接手|接管|兼任|负责|领衔|带领|掌舵|牵头|任|为|变更?为|、|和|与|以及|的|将|已|等|先生|女士|同志|,|。|辞|离)"
)
_LEADS_TO_NAME = re.compile(
    "任命|聘[任请用]|委任|提拔|分别由|由|选举|推选|增补|提名|免去|解聘|罢免|解雇|接替|继任者|人士称|消息称|随着"
)
_SINCE = re.compile("随着([一-鿿]{2,3}?)(?=的?(?:离|加|出走|辞|卸|退|到来|到任|回归|上任|入|去职))")
_ALONE = re.compile(
    "(?:是|为)?([一-鿿]{2,3})(?=[,。;、:)“”]|\\Z|先生|女士|博士|教授|近日|日前|于|已|也|则|将|曾|向|在|都|均|与|和|以及|等|宣布|表示)"
)
# What only a person does, at the head of a clause.
_DOES = re.compile(
    "(?:\\A|(?<=[\\n,。;:!?”(]))([一-鿿]{2,3}?)"
    "(?=曾(?:是|在|经是)|因(?:个人|身体|工作|家庭)|写道|写下|发文|发帖|现任|时任|历任|曾任|(?:被|获)(?:任命|聘|委任|提拔|提名|选|免)"
    "|(?:已经?|正式|近日|日前)?(?:提交|递交)了?(?:离职|辞职|辞呈)"
    "|在[^,。;]{1,12}(?:上|中|里|圈|博客|微博|推特)[^,。;]{0,3}?(?:写道|表示|称|透露|宣布|发文|说|官宣))"
)
_BESIDE_KIN = re.compile(
    "(?:室友|同窗|好友|老友|战友|校友|同事|搭档|师兄|师弟|师姐|师妹|学长|学弟|妻子|丈夫|弟弟|哥哥|妹妹|姐姐|下属|部下|上司)([一-鿿]{2,3}?)"
    "(?=后来|随后|此后|也|则|已|曾|将|便|一起|一同|共同|创|加入|离|担任|出任|接任|表示|说|[,。;、和与及]|\\Z)"
    "|包括([一-鿿]{2,3}?)(?=在内)"
)
_STANDS_BEFORE_TIME = re.compile("(?:\\A|(?<=[\\n,。;:!?”(]))([一-鿿]{2,3})\\Z")
_TWO_HAN = re.compile("[一-鿿]{2}")
_MANY = ("员工", "高管", "成员", "人员", "领导", "工程师")  # said of many, so that no name follows


_AND = re.compile(" ?(?:以及|和|与|、|及|跟|, ) ?")
_BEFORE_AND = re.compile("([一-鿿]{2,3})(?:以及|和|与|、|及|跟)")
_TWO_WORDS = re.compile(
    r"(?<![A-Za-z] )(?<![A-Za-z])[A-Z][a-zA-ZÀ-ž’'-]+(?: [A-Z]\.)? [A-Z][a-zA-ZÀ-ž’'-]+(?! ?[A-Za-z])"
)
_ENDS = "[,。;、和与及(]|\\Z|等|两|二|三|均|都|也|先后|一同|共同|一起"


class PeopleFinder:
    """Finds people in a reading text."""

    def __init__(self, cues: Iterable[str], acts: Iterable[str]) -> None:
        """Compile the finder: `cues` are words that no name holds, `acts` those of them that people do."""
        cues, acts = tuple(cues), tuple(acts)
        self._model = load_names()
        self._weights = load_weights()
        self._candidates = CandidateFinder(self._model, cues, acts)
        act = one_of(acts)
        self._acts = re.compile(act)
        self._subject = re.compile(f"([一-鿿]{{2,3}}?)(?=表示|称|说|透露|{act})")
        self._member = re.compile(f"([一-鿿]{{2,4}}?)(?={_ENDS}|{act})")
        self._cues = re.compile(one_of(c for c in cues if len(c) > 1 and not c.isascii()))
        self._dotted = DottedFinder(self._model, self._cues, self._acts)

    def find_dotted(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Return the foreign names written with dots: 汤姆·韦勒."""
        return self._dotted.find(text, units)

    def without_inside(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Leave out the units that are only characters of a foreign name written with dots."""
        return self._dotted.without_inside(text, units)

    def candidates(self, text: str, units: Sequence[Unit]) -> list[Candidate]:
        """Return what could be Chinese names in the stretches between units."""
        return self._candidates.find(text, units)

    def find_chinese(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Return the Chinese names in the stretches between units, none overlapping another."""
        candidates = self.candidates(text, units)
        scored = [(score, c) for c in candidates if (score := self._score(c)) >= _LEAST]
        scored.sort(key=lambda pair: (-pair[0], pair[1].start, pair[1].end))
        used: set[int] = set()
        kept = []
        for score, candidate in scored:
            start, end = candidate.start, candidate.end
            if used.isdisjoint(range(start, end)):
                used.update(range(start, end))
                kept.append(person_at(start, end, text[start:end], 1 / (1 + math.exp(-score))))
        return sorted([*kept, *_elsewhere(text, kept, candidates, used)], key=lambda u: u.span.start)

    def _score(self, candidate: Candidate) -> float:
        weight = self._weights.get
        return weight("bias", 0.0) + sum([weight(key, 0.0) * value for key, value in candidate.features])

    def find_coordinated(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Return unlikely names that a sure one vouches for: 郝运来和史有据, Robin Stone、郝运来."""
        found: list[Unit] = []
        for gap in find_gaps(text, units, UnitKind.PERSON):
            if gap.right is UnitKind.PERSON:
                found.extend(self._vouched(_BEFORE_AND.fullmatch(text, gap.start, gap.end)))
                found.extend(_two_words_before(text, gap))
            if gap.left is UnitKind.PERSON:
                found.extend(self._listed(text, gap))
        return found

    def _listed(self, text: str, gap: Gap) -> Iterator[Unit]:
        """Yield the names that go on a list after a person."""
        at = gap.start
        while link := _AND.match(text, at, gap.end):
            latin = _TWO_WORDS.match(text, link.end(), gap.end)
            han = self._member.match(text, link.end(), gap.end)
            units = list(_latin_person(latin) if latin else self._vouched(han))
            if not units:
                return
            yield from units
            at = units[0].span.end

    def find_appointed(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Return unlikely names where only a person can stand: 任命许多担任."""
        return [
            unit
            for gap, first in find_gaps_with(_LEADS_TO_NAME, text, units)
            for pattern in (_APPOINTED, _OBJECT, _SINCE)
            for hit in pattern.finditer(text, first, gap.end)
            for unit in self._vouched(hit, sure=pattern is _APPOINTED)
        ]

    def find_titled(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Return unlikely names that stand alone between a title and a pause or a verb: 首席科学家许多, 继任者是许多。"""
        return [
            unit
            for gap in find_gaps(text, units, UnitKind.ROLE)
            if gap.left is UnitKind.ROLE and not text.endswith(_MANY, 0, gap.start)
            for unit in self._vouched(_ALONE.match(text, gap.start, gap.end))
        ] + self._doers(text, units)

    def _doers(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Return the likely names that stand at the head of a clause before what only a person does."""
        hits: list[re.Match[str]] = []
        ends = {int(u.span.start): int(u.span.end) for u in units if u.kind is UnitKind.TIME}
        for gap in find_gaps(text, units):
            hits.extend(_DOES.finditer(text, gap.start, gap.end))
            hits.extend(_BESIDE_KIN.finditer(text, gap.start, gap.end))
            if gap.right is UnitKind.TIME and gap.end - gap.start > 1:
                hit = _STANDS_BEFORE_TIME.search(text, max(gap.start, gap.end - 4), gap.end)
                if hit and self._acts.match(text, ends[gap.end]):
                    hits.append(hit)
        return [
            unit for hit in hits if self._likely(hit.group(hit.lastindex or 0)) for unit in self._vouched(hit)
        ]

    def _likely(self, name: str) -> bool:
        surname = self._model.surname_at(name, 0)
        return bool(surname) and self._model.name_score(surname or "", name[len(surname or "") :]) > 0.0

    def _vouched(self, hit: re.Match[str] | None, *, sure: bool = False) -> Iterator[Unit]:
        """Yield a name that its place makes likely; a `sure` place makes one of an ordinary word too."""
        at = hit.lastindex or 0 if hit else 0
        name = hit.group(at) if hit else ""
        surname = self._model.surname_at(name, 0)
        given = name[len(surname) :] if surname else ""
        if (
            hit
            and surname
            and 1 <= len(given) <= 2
            and not self._cues.search(name)
            and (name[-1] not in FUNCTION_WORDS or _is_last_of_name(hit, name))
            and (sure or name not in self._model.ordinary)
            and self._model.surname[surname] > _LEAST_VOUCHED
        ):
            yield person_at(hit.start(at), hit.end(at), name, 0.6)

    def find_short(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Return what only a title vouches for: names that are words (首席财务官高兴表示), and given names that lost their
        surname before a cue (研究副总裁知秋离职)."""
        found: list[Unit] = []
        for gap in find_gaps(text, units, UnitKind.ROLE):
            if gap.left is not UnitKind.ROLE or text.endswith(_MANY, 0, gap.start):
                continue
            named = self._subject.match(text, gap.start, gap.end)
            found.extend(self._vouched(named, sure=True))
            hit = _TWO_HAN.match(text, gap.start, gap.end)
            if hit and self._cues.match(text, hit.end()) and self._given(hit.group()) > 1.0:
                found.append(person_at(hit.start(), hit.end(), hit.group(), 0.6))
        return without_overlaps(found)

    def _given(self, given: str) -> float:
        return self._model.first.get(given[0], 0.0) + self._model.last.get(given[1], 0.0)


def _is_last_of_name(hit: re.Match[str], name: str) -> bool:
    """Tell whether 为 after two characters ends a name: before a pause it is no verb, which has an object."""
    return len(name) == 3 and name[-1] == "为" and hit.string.startswith((",", "。", ";", "、"), hit.end())


def _two_words_before(text: str, gap: Gap) -> Iterator[Unit]:
    for hit in _TWO_WORDS.finditer(text, gap.start, gap.end):
        if _AND.fullmatch(text, hit.end(), gap.end):
            yield from _latin_person(hit)


def _latin_person(hit: re.Match[str]) -> Iterator[Unit]:
    if looks_personal(hit.group()) > 0.3:
        yield person_at(hit.start(), hit.end(), hit.group(), 0.6)


def _elsewhere(
    text: str, kept: Sequence[Unit], candidates: Iterable[Candidate], used: set[int]
) -> Iterator[Unit]:
    """Yield the other places of a name that was found once, where nothing else was found."""
    names = {unit.name for unit in kept}
    for start, end in ((c.start, c.end) for c in candidates):
        if text[start:end] in names and used.isdisjoint(range(start, end)):
            used.update(range(start, end))
            yield person_at(start, end, text[start:end], 0.7)
