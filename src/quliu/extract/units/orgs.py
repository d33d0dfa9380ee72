"""Finding organisations: by the lexicon, by the nouns that end their names, and by extending a known one to its team."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ahocorasick_rs import AhoCorasick, MatchKind

from quliu.extract.units.names import load_names
from quliu.extract.units.unit import Unit, UnitKind, span_at
from quliu.lexicon.lexicon import Lexicon

# What the name of a part of a firm holds after the firm's own.
_PART = re.compile(
    "实验室|研究院|研究所|研究中心|团队|部门|事业部|事业群|业务部|业务线|工作室|小组|项目组|子公司|分公司|lab\\Z|labs\\Z|旗下|ai for|(?:研究|研发|创新|视觉|技术|算法|设计|工程|智能|运营|产品)中心\\Z"
)
_LATIN_REST = re.compile("[a-z][a-z ]{2,24}")
_LINK = re.compile(r"\A\s*(?:旗下)?的?\s*")
_IN_PLACE = re.compile(
    r"(?:加入|入职|离开|加盟|任职于?|就职于?|从|前|原|在|于|跳槽到?至?|转投|回到|重返|创办|创立|创建|成立|和|与|、|,|^|。|\n|“|是|由|对|joined |left |at |of |for |from |by ?)了? ?@"
    r"|@ ?(?:称|表示|回应|内部|官方|旗下|创始人|联合创始人|CEO|CTO|COO|CFO|总裁|副总裁|董事长|负责人|团队|公司|集团|汽车|首席|高管|联创|员工|前|宣布|的|、|\)|科技|高级|'s )"
)
# 华为 is no firm where 华 ends the name of someone appointed: 任命林小华为总监.
_MADE_INTO = re.compile("(?:任命|聘任|聘请|委任|提拔|选举|推选|提名|增补)[一-鿿]{1,2}\\Z")
_SURE_SURNAME = 2.5
_LONGER = frozenset({"究员", "究人", "究科", "究生", "学家", "程师"})  # 谷歌研究 is no lab in 谷歌研究员
_OTHER_WORDS = frozenset({"旧金", "北京", "东京", "南京"})  # 旧金山 is not 金山, 北京东 not 京东


class OrgFinder:
    """Finds organisations in a reading text; compiled once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        orgs, works, outlets = lexicon.orgs, lexicon.works, lexicon.outlets
        companies = {i: orgs[lexicon.company_of(i)] for i in orgs}
        companies |= {i: companies[work.org] for i, work in works.items() if work.org in companies}
        self._companies = {i: company.id for i, company in companies.items()}
        self._parents = {i: (c.id, c.name) for i, c in companies.items() if c.id != i}
        self._owners = {
            _lower(spelling): (org.id, org.name)
            for org in orgs.values()
            for spelling in (*org.ambiguous, *org.certain)
            if len(spelling) > 1
        }
        self._works = {_lower(spelling) for work in works.values() for spelling in work.spellings}
        self._outlets = frozenset(outlets)
        self._ambiguous = {i for i, org in orgs.items() if any(len(s) > 1 for s in org.ambiguous)}
        self._shared = _shared(lexicon)
        self._people = load_names()
        self._names = _names(lexicon)
        self._patterns = sorted(self._names)
        self._matcher = AhoCorasick(self._patterns, matchkind=MatchKind.LeftmostLongest)

    def company_of(self, entry_id: str | None) -> str | None:
        """Return the id of the company behind an organisation or work of the lexicon."""
        return self._companies.get(entry_id or "")

    def describe(self, text: str, unit: Unit) -> Unit:
        """Return an organisation with what its spelling says: whose part it is, and whether it names a work."""
        if unit.kind is not UnitKind.ORG:
            return unit
        owner = self._find_owner(text, unit)
        named = _lower(text[unit.named.start : unit.named.end])
        work = named in self._works or (
            owner is not None and _LINK.sub("", named[owner.span.end - unit.span.start :]) in self._works
        )
        return replace(unit, owner=owner, work=work) if owner or work else unit

    def _find_owner(self, text: str, unit: Unit) -> Unit | None:
        """Return the known organisation that the name of a part opens with; None for a name that is all one firm's."""
        start, end = unit.span.start, unit.named.end
        if unit.alias and unit.lexicon_id in self._parents and text.startswith(unit.alias, start):
            owner = (start + len(unit.alias), self._parents[unit.lexicon_id])
            return _owner(start, *owner)
        lower = _lower(text[start:end])
        for size in range(len(lower) - 2, 1, -1):
            found = self._owners.get(lower[:size])
            if found is None or (found[0] == unit.lexicon_id and lower in self._names):
                continue
            if _cut_word(text, start, start + size):
                continue
            rest = _LINK.sub("", lower[size:])
            known = self._names.get(rest, ("", "", False))[0]
            latin = not known and _LATIN_REST.fullmatch(rest) and not text[start + size - 1].isascii()
            if latin or _PART.search(rest) or (known != found[0] and self._companies.get(known) == found[0]):
                return _owner(start, start + size, found)
        return None

    def find_known(self, text: str) -> list[Unit]:
        """Return the organisations, and the works that may stand for their team, which the lexicon names."""
        found: list[Unit] = []
        doubtful: set[str] = set()
        placed: set[str] = set()
        for index, start, stop in self._matcher.find_matches_as_indexes(_lower(text)):
            spelling = self._spelled(text, self._patterns[index], start, stop)
            end = start + len(spelling)
            if not spelling:
                continue
            org_id, name, sure = self._names[spelling]
            in_place = sure or self._is_in_place(text, start, end, org_id)
            if spelling in self._shared:
                if in_place:
                    found.append(Unit(UnitKind.ORG, span_at(start, end), text[start:end], weight=0.7))
                continue
            if not sure and self._is_given_name(text, start, end):
                continue
            if not sure and org_id in self._ambiguous:
                doubtful.add(org_id)
            if sure or (in_place and org_id in doubtful):
                placed.add(org_id)
            kind = UnitKind.OUTLET if org_id in self._outlets else UnitKind.ORG
            found.append(Unit(kind, span_at(start, end), name, sure, 1.0 if sure else 0.7, lexicon_id=org_id))
        dropped = doubtful - placed
        kept = [unit for unit in found if unit.known or unit.lexicon_id not in dropped]
        return [self._meant(text, kept, unit) if unit.lexicon_id is None else unit for unit in kept]

    def _spelled(self, text: str, spelling: str, start: int, stop: int) -> str:
        """Return the known spelling that stands at a match, empty where it is only cut out of other words."""
        if _cut_word(text, start, stop):
            return self._shorter(text, start, stop)
        made = spelling == "华为" and _MADE_INTO.search(text, max(0, start - 6), start)
        return "" if made else spelling  # 任命李文华为总裁

    def _is_in_place(self, text: str, start: int, end: int, org_id: str) -> bool:
        """Tell whether a doubtful spelling stands where an organisation does."""
        around = text[max(0, start - 6) : start] + "@" + text[end : end + 6]
        return self._cut_before(text, start, org_id) is not None or _IN_PLACE.search(around) is not None

    def _meant(self, text: str, orgs: Sequence[Unit], unit: Unit) -> Unit:
        """Return a name that teams of several firms bear (AI Lab) as that of the firm named last before it.

        Where none is named before, as that of the one firm that the text names at all; else as it stands.
        """
        start = unit.span.start
        owners = {self._companies[org_id]: (org_id, name) for org_id, name in self._shared[_lower(unit.name)]}
        cut = [owner for owner in owners.values() if self._cut_before(text, start, owner[0])]
        named = [
            (other.span.start, self._companies.get(other.lexicon_id or "")) for other in orgs if other.known
        ]
        before = [owners[company] for at, company in named if company in owners and at < start]
        anywhere = {owners[company] for _, company in named if company in owners}
        chosen = cut[-1:] or before[-1:] or (list(anywhere) if len(anywhere) == 1 else [])
        if not chosen:
            return unit
        org_id, name = chosen[0]
        return replace(unit, name=name, known=True, weight=0.9, lexicon_id=org_id)

    def _shorter(self, text: str, start: int, end: int) -> str:
        """Return the longest known spelling that is whole where a longer one is cut out of a word: 谷歌 in 谷歌研究员."""
        for stop in range(end - 1, start + 1, -1):
            spelling = _lower(text[start:stop])
            if spelling in self._names and not _cut_word(text, start, stop):
                return spelling
        return ""

    def _is_given_name(self, text: str, start: int, end: int) -> bool:
        """Tell whether a short doubtful spelling is what follows a surname: 小鹏 in 贾小鹏."""
        if end - start > 2 or not "一" <= text[start] <= "鿿" or not start:
            return False
        before = text[start - 2 : start - 1]
        return self._people.surname.get(text[start - 1], -9.0) > _SURE_SURNAME and not "一" <= before <= "鿿"

    def find_cut(self, text: str, orgs: Sequence[Unit]) -> list[Unit]:
        """Return the organisations whose company lost a character before the team's name (讯混元), joined to one name.

        Where a text shows one, what is left of the company's name is also taken for it when it stands alone (从讯离职).
        """
        joined = [cut for org in orgs if (cut := self._cut(text, org)) is not None]
        alone = sorted({(cut.alias or "", self._parents[cut.lexicon_id or ""]) for cut in joined})
        return [
            *joined,
            *(unit for rest, parent in alone for unit in self._standing_alone(text, rest, parent)),
        ]

    def _cut(self, text: str, org: Unit) -> Unit | None:
        at = org.span.start
        rest = self._cut_before(text, at, org.lexicon_id or "")
        if rest is None:
            return None
        name = self._parents[org.lexicon_id or ""][1] + text[at : org.span.end]
        return Unit(
            UnitKind.ORG,
            span_at(at - len(rest), org.span.end),
            name,
            True,
            0.9,
            lexicon_id=org.lexicon_id,
            alias=rest,
        )

    def _cut_before(self, text: str, at: int, org_id: str) -> str | None:
        """Return what stands before a team's name when that is its company's name without one character."""
        company = self._parents.get(org_id, ("", ""))[1]
        for gone in range(len(company) if len(company) < 4 and not company.isascii() else 0):
            rest = company[:gone] + company[gone + 1 :]
            if text.endswith(rest, 0, at) and not text.endswith(company, 0, at):
                return rest
        return None

    def _standing_alone(self, text: str, rest: str, parent: tuple[str, str]) -> Iterator[Unit]:
        for hit in re.finditer(
            rf"(?:(?<=[从离对在为,。])|(?<=作为)|(?<=加入)){re.escape(rest)}(?![一-鿿]?[息号问记])", text
        ):
            yield Unit(
                UnitKind.ORG, span_at(hit.start(), hit.end()), parent[1], True, 0.8, lexicon_id=parent[0]
            )


def _owner(start: int, end: int, owner: tuple[str, str]) -> Unit:
    return Unit(UnitKind.ORG, span_at(start, end), owner[1], True, lexicon_id=owner[0])


def _cut_word(text: str, start: int, end: int) -> bool:
    """Tell whether a match that begins or ends with a Latin letter or digit is a part of a longer word."""
    first, last = text[start], text[end - 1]
    before, after = text[start - 1 : start], text[end : end + 1]
    left = first.isascii() and first.isalnum() and before.isascii() and before.isalnum()
    right = last.isascii() and last.isalnum() and after.isascii() and after.isalnum()
    return left or right or before + first in _OTHER_WORDS or last + after in _LONGER


def _shared(lexicon: Lexicon) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the spellings that several organisations bear, each with their ids and names."""
    owners: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for org in lexicon.orgs.values():
        for spelling in {_lower(s) for s in org.ambiguous}:
            owners[spelling].append((org.id, org.name))
    return {spelling: tuple(those) for spelling, those in owners.items() if len(those) > 1}


def _names(lexicon: Lexicon) -> dict[str, tuple[str, str, bool]]:
    """Return each spelling, in lower case, with the id and name of what it names and whether it names that for sure."""
    names: dict[str, tuple[str, str, bool]] = {}
    for work in lexicon.works.values():
        names |= {_lower(spelling): (work.id, work.name, False) for spelling in work.certain}
    for outlet in lexicon.outlets.values():
        names |= {_lower(spelling): (outlet.id, outlet.name, True) for spelling in outlet.certain}
    for org in lexicon.orgs.values():
        names |= {_lower(s): (org.id, org.name, False) for s in org.ambiguous if len(s) > 1}
        names |= {_lower(spelling): (org.id, org.name, True) for spelling in org.certain}
    return names


def _lower(text: str) -> str:
    """Return a text with its ASCII letters in lower case, of the same length."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
