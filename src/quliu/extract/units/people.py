"""Finding people whom no list knows: by the characters of their names and by what stands beside them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quliu.extract.units.candidates import Candidate, CandidateFinder
from quliu.extract.units.latin import LATIN_NAME, is_given_name, is_word, looks_personal
from quliu.extract.units.names import NameModel, load_names, load_weights
from quliu.extract.units.unit import Gap, Unit, UnitKind, find_gaps, without_overlaps
from quliu.model import ReadOffset, ReadSpan

# Chosen on train.jsonl (2026-11): names of claims kept against spans that are none.
_LEAST = -0.5
_LEAST_VOUCHED = -1.5  # of the surname, where the place speaks for a name

_FUNCTION_WORDS = frozenset("已曾将也在于和的了是为任与就等地这又还都不即被由向从对把并且其则因作仍再没有姓")
_HAN_RUN = re.compile("[一-鿿]+")
_DOT = re.compile("(?<=[一-鿿A-Za-z.])·(?=[一-鿿A-Za-z])")
_BOUNDS = frozenset("\n,。;:、和与及由是对“(")
_AFTER_NAME = frozenset("是在于曾将已和与及则也说表称认因从对")
_LATIN = re.compile("[A-Za-z.]+")
_DOING = re.compile("领导|带领|率领|主导|主持|透露|写道|补充")  # verbs after a name that are no cues
_APPOINTED = re.compile(
    "(?:任命|聘任|聘请|委任|提拔|由)([一-鿿]{2,3}?)(?=担任|出任|接任|接替|兼任|为|负责|任)"
)
# Where most often a person stands; an ordinary word in that place is none all the same.
_OBJECT = re.compile(
    "(?:任命|聘任|聘请|聘用|委任|提拔|选举|推选|增补|提名|免去|解聘|罢免|解雇|分别由|由(?!于)"
    "|接替[他她]的(?:是|为|,)|继任者(?:是|为|,)?|(?:人士|消息)称,?)[了原前]?([一-鿿]{2,3}?)"
    "(?=担任|出任|接任|接替|接手|接管|兼任|负责|领衔|带领|掌舵|牵头|任|为|、|和|与|以及|的|将|已|等|先生|女士|同志|,|。|辞|离)"
)
_SINCE = re.compile("随着([一-鿿]{2,3}?)(?=的?(?:离|加|出走|辞|卸|退|到来|到任|回归|上任|入|去职))")
_SAYS = re.compile(
    "正式|现任|近日|目前|于|表示|称|说|认为|宣布|透露|告诉|曾|将|也|此前|已|在|于|则|离|加|担|出|辞|卸|接|创|成|入|任|退|被"
)
_ALONE = re.compile(
    "(?:是|为)?([一-鿿]{2,3})(?=[,。;、:)“”]|\\Z|近日|日前|于|已|也|则|将|曾|向|在|都|均|与|和|以及|等|宣布|表示)"
)
# What only a person does, at the head of a clause.
_DOES = re.compile(
    "(?:\\A|(?<=[\\n,。;:!?”(]))([一-鿿]{2,3}?)"
    "(?=写道|写下|发文|发帖|现任|时任|历任|曾任|(?:被|获)(?:任命|聘|委任|提拔|提名|选|免)"
    "|(?:已经?|正式|近日|日前)?(?:提交|递交)了?(?:离职|辞职|辞呈)"
    "|在[^,。;]{1,12}(?:上|中|里|圈|博客|微博|推特)[^,。;]{0,3}?(?:写道|表示|称|透露|宣布|发文|说|官宣))"
)
_BESIDE_KIN = re.compile(
    "(?:室友|同窗|好友|老友|战友|校友|同事|搭档|师兄|师弟|师姐|师妹|学长|学弟|妻子|丈夫|弟弟|哥哥|妹妹|姐姐|下属|部下|上司)([一-鿿]{2,3}?)"
    "(?=后来|随后|此后|也|则|已|曾|将|便|一起|一同|共同|创|加入|离|担任|出任|接任|表示|说|[,。;、和与及]|\\Z)"
    "|包括([一-鿿]{2,3}?)(?=在内)"
)
_STANDS_BEFORE_TIME = re.compile("(?:\\A|(?<=[\\n,。;:!?”(]))([一-鿿]{2,3})\\Z")
_LATIN_IN_BRACKETS = re.compile(r" ?\([A-Z][a-z]+ [A-Z]")
_TWO_HAN = re.compile("[一-鿿]{2}")
_MANY = ("员工", "高管", "成员", "人员", "领导", "工程师")  # said of many, so that no name follows
_GOES_ON = re.compile("[A-Za-z·]")
_BRACKET = re.compile(r" ?\(")


_AND = re.compile(" ?(?:以及|和|与|、|及|跟|, ) ?")
_BEFORE_AND = re.compile("([一-鿿]{2,3})(?:以及|和|与|、|及|跟)")
_TWO_WORDS = re.compile(
    r"(?<![A-Za-z] )(?<![A-Za-z])[A-Z][a-zA-ZÀ-ž’'-]+(?: [A-Z]\.)? [A-Z][a-zA-ZÀ-ž’'-]+(?! ?[A-Za-z])"
)
_ENDS = "[,。;、和与及(]|\\Z|等|两|二|三|均|都|也|先后|一同|共同|一起"


class PeopleFinder:
    """Finds people in a reading text."""

    def __init__(self, cues: Iterable[str], acts: Iterable[str] = (), model: NameModel | None = None) -> None:
        self._model = model or load_names()
        self._weights = load_weights()
        cues = tuple(cues)
        acts = sorted(acts, key=lambda word: (-len(word), word))
        self._candidates = CandidateFinder(self._model, cues, acts)
        self._acts = re.compile("|".join(map(re.escape, acts)) or "(?!)")
        follows = "|".join([_ENDS, *map(re.escape, acts)])
        self._subject = re.compile(f"([一-鿿]{{2,3}}?)(?=表示|称|说|透露|{'|'.join(map(re.escape, acts))})")
        self._member = re.compile(f"([一-鿿]{{2,3}}?)(?={follows})")
        words = (c for c in cues if len(c) > 1 and not c.isascii())
        self._cues = re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))) or "(?!)")

    def find_dotted(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Return the foreign names written with dots: 山姆·奥特曼."""
        return [person for gap in find_gaps(text, units) for person in self._dotted(text, gap)]

    def _dotted(self, text: str, gap: Gap) -> Iterator[Unit]:
        at = gap.start
        for dot in _DOT.finditer(text, gap.start, gap.end):
            if dot.start() < at:
                continue
            start = self._walk_left(text, at, dot.start())
            start = self._whole_first(text, start, gap, at)
            end = self._walk_right(text, dot.end(), gap.end)
            while end < gap.end and text[end] == "·":
                end = self._walk_right(text, end + 1, gap.end)
            if dot.start() > start and end > dot.end():
                yield _person(start, end, text[start:end], 0.95)
                at = end

    def _walk_left(self, text: str, least: int, at: int) -> int:
        """Return where the name before a dot begins: at a bracket or gap edge, else where its characters stop being foreign."""
        start = at
        if at - 3 >= least and all(self._spells_foreign(c, 0.0) for c in text[at - 3 : at - 1]):
            start = at - 1  # the character beside the dot is surely of the name
        while start > max(least, at - 6) and self._spells_foreign(
            text[start - 1], 0.0 if at - start < 2 else 0.3
        ):
            start -= 1
        return start

    def _whole_first(self, text: str, start: int, gap: Gap, least: int) -> int:
        """Return where a dotted name begins when a bound stands before at most two characters that may be of it."""
        for at in range(start, max(least, start - 2) - 1, -1):
            if at == gap.start:
                return at if gap.left is UnitKind.ROLE and text[at] not in _FUNCTION_WORDS else start
            if text[at - 1] in _BOUNDS:
                return at
            named = gap.left is UnitKind.ROLE and gap.start >= start - 2
            if text[at - 1] in _FUNCTION_WORDS or not (named or self._spells_foreign(text[at - 1], -1.0)):
                return start
        return start

    def _walk_right(self, text: str, at: int, most: int) -> int:
        """Return where the part of a name after a dot ends."""
        latin = _LATIN.match(text, at, most)
        end = latin.end() if latin else at
        run = _HAN_RUN.match(text, end, most)
        if run and run.end() - at <= 7 and _LATIN_IN_BRACKETS.match(text, run.end()):
            return run.end()
        if (
            run
            and text[end] in self._model.surname
            and not self._spells_foreign(text[end], -0.5)
            and (
                run.end() == end + 1
                or text[end + 1] in _AFTER_NAME
                or self._acts.match(text, end + 1)
                or _DOING.match(text, end + 1)
            )
        ):
            return end + 1
        if run and text[run.end() : run.end() + 1] in ("(", ",", "。", "、", "·") and run.end() - at <= 5:
            return (
                run.end()
                if all(self._spells_foreign(c, -1.5) for c in run.group())
                else self._while_foreign(text, end, at, most)
            )
        return self._while_foreign(text, end, at, most)

    def _while_foreign(self, text: str, end: int, at: int, most: int) -> int:
        rare = self._rare_first(text, end, most)
        if rare:
            return rare
        while end < min(most, at + 7) and self._spells_foreign(text[end], 0.6 if end > at + 1 else -0.5):
            if end > at and (self._cues.match(text, end) or _DOING.match(text, end)):
                break
            if end > at + 1 and text[end] in _FUNCTION_WORDS:
                break
            end += 1
        return end

    def _rare_first(self, text: str, at: int, most: int) -> int:
        """Return where a part of a name ends that begins with a character rare in names: 津斯纳 before a cue; 0 if none."""
        run = _HAN_RUN.match(text, at, most)
        if run is None or self._spells_foreign(text[at], -0.5) or text[at] in _FUNCTION_WORDS:
            return 0
        for end in range(at + 3, min(at + 5, run.end()) + 1):
            if not self._spells_foreign(text[end - 1], 0.0) or not self._spells_foreign(text[end - 2], 0.0):
                return 0
            if (
                end == run.end()
                or self._cues.match(text, end)
                or _DOING.match(text, end)
                or text[end] in _AFTER_NAME
            ):
                return end
        return 0

    def _spells_foreign(self, char: str, least: float) -> bool:
        return self._model.foreign.get(char, -9.0) > least or char == "-"

    def find_latin(self, text: str, taken: Sequence[Unit]) -> list[Unit]:
        """Return the Latin names that look like people; those that context must decide are left to `find_by_place`."""
        return [
            _person(hit.start(), hit.end(), hit.group(), max(0.6, looks_personal(hit.group())))
            for hit in _latin_names(text, taken)
            if looks_personal(hit.group()) > 0.5 or is_given_name(hit.group())
        ]

    def candidates(self, text: str, units: Sequence[Unit]) -> list[Candidate]:
        """Return what could be Chinese names in the stretches between units."""
        return self._candidates.find(text, units)

    def find_chinese(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Return the Chinese names in the stretches between units, none overlapping another."""
        candidates = self.candidates(text, units)
        ranked = sorted(
            ((self._score(c), c) for c in candidates), key=lambda pair: (-pair[0], pair[1].start, pair[1].end)
        )
        used: set[int] = set()
        kept = []
        for score, candidate in ranked:
            start, end = candidate.start, candidate.end
            if score < _LEAST:
                break
            if used.isdisjoint(range(start, end)):
                used.update(range(start, end))
                kept.append(_person(start, end, text[start:end], 1 / (1 + math.exp(-score))))
        return sorted([*kept, *_elsewhere(text, kept, candidates, used)], key=lambda u: u.span.start)

    def _score(self, candidate: Candidate) -> float:
        weights = self._weights
        return weights["bias"] + sum(weights.get(key, 0.0) * value for key, value in candidate.features)

    def find_coordinated(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Return unlikely names that a sure one vouches for: 郝运来和史有据, Robin Stone、郝运来."""
        found: list[Unit] = []
        for gap in find_gaps(text, units):
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
            for gap in find_gaps(text, units)
            for pattern in (_APPOINTED, _OBJECT, _SINCE)
            for hit in pattern.finditer(text, gap.start, gap.end)
            for unit in self._vouched(hit, sure=pattern is _APPOINTED)
        ]

    def find_titled(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Return unlikely names that stand alone between a title and a pause or a verb: 首席科学家许多, 继任者是许多。"""
        return [
            unit
            for gap in find_gaps(text, units)
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
            and name[-1] not in _FUNCTION_WORDS
            and (sure or name not in self._model.ordinary)
            and self._model.surname[surname] > _LEAST_VOUCHED
        ):
            yield _person(hit.start(at), hit.end(at), name, 0.6)

    def find_short(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Return what only a title vouches for: names that are words (首席财务官高兴表示), and given names that lost their
        surname before a cue (研究副总裁知秋离职)."""
        found: list[Unit] = []
        for gap in find_gaps(text, units):
            if gap.left is not UnitKind.ROLE or text.endswith(_MANY, 0, gap.start):
                continue
            named = self._subject.match(text, gap.start, gap.end)
            found.extend(self._vouched(named, sure=True))
            hit = _TWO_HAN.match(text, gap.start, gap.end)
            if hit and self._cues.match(text, hit.end()) and self._given(hit.group()) > 1.0:
                found.append(_person(hit.start(), hit.end(), hit.group(), 0.6))
        return without_overlaps(found)

    def _given(self, given: str) -> float:
        return self._model.first.get(given[0], 0.0) + self._model.last.get(given[1], 0.0)


def _two_words_before(text: str, gap: Gap) -> Iterator[Unit]:
    for hit in _TWO_WORDS.finditer(text, gap.start, gap.end):
        if _AND.fullmatch(text, hit.end(), gap.end):
            yield from _latin_person(hit)


def _latin_person(hit: re.Match[str]) -> Iterator[Unit]:
    if looks_personal(hit.group()) > 0.3:
        yield _person(hit.start(), hit.end(), hit.group(), 0.6)


def find_again(text: str, units: Sequence[Unit]) -> list[Unit]:
    """Return the places of a Chinese name found elsewhere in the text where nothing has been found."""
    names = {
        u.name
        for u in units
        if u.kind is UnitKind.PERSON and 2 <= len(u.name) <= 3 and "一" <= u.name[0] <= "鿿"
    }
    if not names:
        return []
    pattern = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
    return [
        _person(hit.start(), hit.end(), hit.group(), 0.6)
        for gap in find_gaps(text, units)
        for hit in pattern.finditer(text, gap.start, gap.end)
    ]


def _elsewhere(
    text: str, kept: Sequence[Unit], candidates: Iterable[Candidate], used: set[int]
) -> Iterator[Unit]:
    """Yield the other places of a name that was found once, where nothing else was found."""
    names = {unit.name for unit in kept}
    for start, end in ((c.start, c.end) for c in candidates):
        if text[start:end] in names and used.isdisjoint(range(start, end)):
            used.update(range(start, end))
            yield _person(start, end, text[start:end], 0.7)


def find_by_place(text: str, units: Sequence[Unit]) -> list[Unit]:
    """Return Latin names that stand where a person stands: right after a role, or before a verb of saying or moving."""
    found = []
    ends: dict[int, Unit] = {u.span.end: u for u in units}
    for hit in _latin_names(text, units):
        name = hit.group()
        if is_word(name) or re.search(r"\d", name):
            continue
        before = ends.get(hit.start()) or ends.get(hit.start() - 1)
        follows = _SAYS.match(text, hit.end()) or _SAYS.match(text, hit.end() + 1)
        if before and before.kind is UnitKind.ROLE and len(name) > 2 and not name.isupper():
            found.append(_person(hit.start(), hit.end(), name, 0.6))
        elif follows and " " in name and looks_personal(name) > 0.1:
            found.append(_person(hit.start(), hit.end(), name, 0.5))
    return found


def join_brackets(text: str, people: Sequence[Unit]) -> list[Unit]:
    """Join a name with the same name in brackets: 霍茨(George Hotz) becomes one unit, named by the first."""
    joined: list[Unit] = []
    for unit in people:
        if joined:
            last = joined[-1]
            opening = _BRACKET.fullmatch(text, last.span.end, unit.span.start)
            if opening and text[unit.span.end : unit.span.end + 1] == ")":
                whole = ReadSpan(last.span.start, ReadOffset(unit.span.end + 1))
                joined[-1] = replace(last, span=whole, mention=last.span, alias=unit.name, weight=0.97)
                continue
        joined.append(unit)
    return joined


def find_aliases(text: str, people: Sequence[Unit]) -> list[Unit]:
    """Return the later mentions of a person by a part of the name: 沙泽尔 after 诺姆·沙泽尔, Schulman after John Schulman."""
    owners: dict[str, str | None] = {}
    for person in people:
        for whole in (person.name, person.alias or ""):
            parts = [p for p in re.split("[· ]", whole) if len(p) > 1]
            for part in parts if len(parts) > 1 else ():
                owners[part] = person.name if owners.get(part, person.name) == person.name else None
        if person.alias:
            owners[person.alias] = person.name
    found: list[Unit] = []
    for part, owner in sorted(owners.items()):
        if owner is None or is_word(part):
            continue
        found.extend(_person(at, at + len(part), owner, 0.85) for at in _whole(text, part))
    return found


def _whole(text: str, word: str) -> Iterator[int]:
    """Yield where a word begins that no letter or dot goes on."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_GOES_ON.match(text, end) or (at and _GOES_ON.match(text, at - 1))):
            yield at
        at = text.find(word, end)


def _latin_names(text: str, taken: Sequence[Unit]) -> Iterator[re.Match[str]]:
    for gap in find_gaps(text, taken):
        yield from LATIN_NAME.finditer(text, gap.start, gap.end)


def _person(start: int, end: int, name: str, weight: float) -> Unit:
    return Unit(UnitKind.PERSON, ReadSpan(ReadOffset(start), ReadOffset(end)), name, False, weight)
