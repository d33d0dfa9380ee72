"""Finding organisations: by the lexicon, by the nouns that end their names, and by extending a known one to its team."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ahocorasick_rs import AhoCorasick, MatchKind

from quliu.extract.units.latin import LATIN_NAME, is_given_name, is_word, looks_personal
from quliu.extract.units.names import load_names
from quliu.extract.units.unit import Unit, UnitKind, find_gaps
from quliu.lexicon.lexicon import Lexicon
from quliu.model import ReadOffset, ReadSpan

_LOWER = {i: i + 32 for i in range(65, 91)}
_TEAM = "团队|部门|事业群组?|事业部|业务部|研究院|研究所|研究中心|实验室|工作室|委员会|董事会|中心|学院|基金会|小组|项目组|项目|平台|子公司|分公司|集团|BG|BU|Lab|Labs|[一-鿿]{1,5}分校"
_COMPANY = "有限公司|公司|集团|科技|智造|研究院|研究所|实验室|大学|学院|基金会|基金|资本|创投|银行|证券|保险|事业群组?|事业部|委员会|协会|工作室|医院|影业|传媒|出版社|俱乐部|航空|航天|制药|重工|半导体|微电子"
_EXTENSION = re.compile(
    rf"(?: ?[(（][^()（）\n]{{1,8}}[)）])?[一-鿿]{{0,8}}(?:股份)?有限公司|(?: ?的? ?(?:[A-Za-z][A-Za-z0-9&/.+-]*|[一-鿿])(?: ?[A-Za-z0-9&/+-]++|[一-鿿、]){{0,11}}?)?(?: ?(?:{_TEAM}))+(?: ?[A-Z][A-Za-z]*)?"
)
_STOP = re.compile(
    "有(?!限)|传(?!媒)|到(?!店|家)|[的在于从由被和与及是为了向将把对自即并其该这那此某任就也都已又还曾前原至跟让使给个名位称说]|辞去|辞任|卸任|申请|退出|加入|离开|担任|负责|成立|创立|创办|旗下|宣布|表示|获得|完成|带领|领导|组建|出任|主导|经过|通过|收购|参加|建立|联合|选择|需要|筹备|裁撤|解散|切入|执掌|管理|调查|加速|放弃|积极|名为|名叫|叫做|包括|[待呆干做去]过|一路|做到|出掌|回归|领衔|未满|不满|不到"
)
_SUFFIXED = re.compile(
    rf"(?:[一-鿿A-Za-z0-9&·.+-]|(?<=[A-Za-z0-9]) (?=[A-Za-z0-9一-鿿])|(?<=[一-鿿]) (?=[A-Z])){{2,24}}?(?:{_COMPANY})(?![一-鿿])|[一-鿿A-Za-z0-9&·]{{2,14}}?(?:有限公司|公司|集团|大学|研究院|实验室|事业群|事业部|基金会|委员会)"
)
_NOUN = re.compile(_COMPANY)
_GENERIC = re.compile(
    "(?:[一两三四五六七八九十几多数\\d]+[家个所支]|这家|该|本|某|新|全|整个|各|大|小|初创|创业|科技|互联网|上市|母|子|分|总|前|老|原|另一家|其他|国有|外资|知名|头部|独角兽|相关|核心|管理|技术|研发|产品|创始|研究|大型|附属|保密|软件工程|全资|的|AI|人工智能|大模型|机器人|芯片|游戏|汽车|软件|数据|自己的|目标|竞争对手)*(?:有限公司|公司|集团|团队|部门|中心|实验室|大学|学院|研究院|事业部|机构|董事会|委员会|银行|基金|资本|科技|智能|汽车|软件|网络|机器人|平台|动力|出行|部|局|院|所|处|系)\\Z"
)

# 公司 ends a name only where a firm is joined, left, founded or introduced.
_FIRM = re.compile(
    "(?:.{0,3}[,。;:、(“\\n]|.{0,2}(?:加入|离开|入职|加盟|创办|创立|创建|企业|收购)|.{0,1}(?:加入|离开|创办|创立)了|.{0,3}[从前原])[一-鿿A-Za-z0-9]{2,4}公司",
    re.S,
)
# What the name of a part of a firm holds after the firm's own.
_PART = re.compile(
    "实验室|研究院|研究所|研究中心|团队|部门|事业部|事业群|业务部|业务线|工作室|小组|项目组|子公司|分公司|lab\\Z|labs\\Z|旗下|ai for|(?:研究|研发|创新|视觉|技术|算法|设计|工程|智能|运营|产品)中心\\Z"
)
_LATIN_REST = re.compile("[a-z][a-z ]{2,24}")
_LINK = re.compile(r"\A\s*(?:旗下)?的?\s*")
_VAGUE = re.compile("[一某这]家|一个|一所|[家限冲个所]|某|两|多|有限")
_GENERIC_TEAM = re.compile(" ?的 ?[一-鿿]{0,10}(?:团队|部门|小组|中心|平台|项目)\\Z")
_DESCRIBES = re.compile("(?:公司|企业|平台|巨头|机构|厂商|社区|网站|工作室)\\Z")
_CAPITAL = re.compile(" ?[A-Za-z]")
_NO_ORG = re.compile(
    "之后|以后|之时|之初|以来|伊始|至今|期间|后\\Z|竞争|行列|公司|团队|阵营|战局|讨论|其中|我们|他们|自己|创业|企业|副|总|任|首席|联合|现|时|前|他|她|它|互联网|人工智能|科技|项目|赛道|国籍|协会|俱乐部|高管|集体|大家|一起|生态|计划|联盟|东家|学术界|业界|学界|商界|政界|产业界|工业界|体制|职场|母校|包括|领衔|未满|不满|不到|不足|[一两三四五六七八九十几半多数][年天周月]|个月"
)
_LATIN_AFTER = re.compile(
    r"(?:加入|入职|加盟|离开|创办|创立|创建|成立|跳槽到|跳槽至|转投|重返|收购|加入到|名为|叫|公司|企业|平台|团队|机构|品牌|厂商|巨头|研究所|网站|前东家|老东家|风投|应用|社区|论坛|基金|交易所|供应商|开发商|制造商|新秀)(?:了|至|到|的|过|做|一个|一家|新|著名|[^,。;:\n\ue000-\uf8ff]{0,8}?(?:公司|企业|平台|品牌|实验室|团队))?[“\" ]{0,2}\Z"
)
_LATIN_BEFORE = re.compile(
    r"[”\" ]{0,2}(?:公司|团队|集团|实验室|董事会|基金会|研究院|旗下|的(?:母公司|创始人|联合创始人|CEO|首席|总裁|员工|高管|团队|工程师)|联合创始人|创始人|CEO|CTO|CFO|COO|首席|总裁|董事长|联席|前员工|员工|工程师|内部|宣布|官方|官网|成立|由[^,。]{0,24}(?:创立|创办|创建|成立|联合)|于(?:19|20)\d\d年)"
)
_ORG_WORDS = frozenset(
    [
        "Organization",
        "Organisation",
        "Labs",
        "Lab",
        "Engineering",
        "Inc",
        "Inc.",
        "Corp",
        "Solutions",
        "Systems",
        "Technologies",
        "Technology",
        "Networks",
        "Studio",
        "Studios",
        "Group",
        "Capital",
        "Ventures",
        "Partners",
        "Games",
        "Media",
        "Software",
        "Security",
        "Robotics",
        "AI",
        "Foundation",
        "Institute",
        "University",
        "College",
        "School",
        "Bank",
        "Motors",
        "Health",
        "Energy",
        "Research",
        "Cloud",
        "Data",
        "Digital",
        "Entertainment",
        "Records",
        "Project",
        "Company",
        "Corporation",
        "Linux",
        "Intelligence",
        "Semiconductor",
        "Semiconductors",
        "Computing",
        "Computer",
        "Networks",
        "Interactive",
        "Holdings",
        "Bio",
        "Sciences",
        "Science",
        "Therapeutics",
        "Pharma",
        "Space",
        "Aerospace",
        "Institute",
        "Center",
        "Centre",
        "Committee",
        "Council",
        "Department",
        "Agency",
        "Association",
        "Academy",
        "Press",
        "News",
        "Times",
        "Post",
        "Daily",
        "Journal",
        "Machines",
        "Dynamics",
        "Works",
        "Industries",
        "International",
        "Global",
    ]
)
_QUOTED = re.compile(
    r"(?:公司|企业|品牌|团队|平台|机构|实验室|工作室|合并为|板块|创立|创办|成立|创建|名为|叫做?|加入|加盟|入职)了?(?:的)?[“\"]([^“”\"\n,。]{2,14})[”\"]|[“\"]([^“”\"\n,。]{2,14})[”\"](?=公司|团队|实验室|工作室|创始人|CEO|首席|部门|板块|事业部|业务)"
)
# Latin names as LATIN_NAME has them, those too that hold or begin with a digit: Team8, 3Com.
_LATIN_FIRM = re.compile(
    rf"{LATIN_NAME.pattern}|(?<![A-Za-z0-9_@#/.-])(?:\d{{1,2}}[A-Z][a-z]+|[A-Z][A-Za-z]+\d{{1,3}})(?![A-Za-z0-9_-])"
)
# An office or department at the end of a stretch before a title.
_OFFICE = re.compile(
    "([一-鿿A-Za-z0-9]{2,16}(?:局|部|署|厅|处|办公室|委员会|中心|分行|支行|总部|使馆|领事馆|学会|协会|联合会|理事会|研究所|研究室|实验室|党校|金控|控股|银行|研究院|学院|大学|医院|报社|出版社))(?:的|前|原|现任|时任|首任|新任)?\\Z"
)
_WORKS = re.compile(" ?(?:担任|任职|工作|出任|任|实习|离开|离职|辞职)")
_TO_ROLE = re.compile(" ?(?:的|前|原|现任|时任|首任|新任)? ?")
_KINDS = "(?:公司|企业|平台|品牌|机构|厂商|初创|风投|基金|工作室|团队)"
_PLACED = re.compile(
    rf"(?:加入|加盟|入职|创办|创立|创建|成立|组建|转投|跳槽到|跳槽至|回到|重返)了?(?:一家|[^,。;:\n]{{0,8}}?{_KINDS})?([一-鿿]{{2,8}})(?=[,。;、!]|\Z|\n|担任|任职|并|后,|出任|,任)|(?:(?<=[,。;:、“(前原是任为\n ])|(?<=\A))([一-鿿]{{2,7}})(?=(?:的?联合)?创始人|董事长|首席|CEO|CTO|总裁|创办人)"
)
_IN_PLACE = re.compile(
    r"(?:加入|入职|离开|加盟|任职于?|就职于?|从|前|原|在|于|跳槽到?至?|转投|回到|重返|创办|创立|创建|成立|和|与|、|,|^|。|\n|“|是|由|对|joined |left |at |of |for |from |by ?)了? ?@"
    r"|@ ?(?:称|表示|回应|内部|官方|旗下|创始人|联合创始人|CEO|CTO|COO|CFO|总裁|副总裁|董事长|负责人|团队|公司|集团|汽车|首席|高管|联创|员工|前|宣布|的|、|\)|科技|高级|'s )"
)
# What a board does its company does; who joins or leaves a board is told of the board.
_BOARD_ACTS = re.compile(
    "(?:已|将|正式|近日|随后|今日|昨日|一致|于[^,。]{1,10}){0,2}(?:任命|宣布|决定|批准|同意|聘|委任|选举|解雇|罢免|免去|解除|投票|审议|通过|认为|表示|发布|公告|接受|要求|撤换|推选|提名|开除)"
)
# 华为 is no firm where 华 ends the name of someone appointed: 任命林小华为总监.
_MADE_INTO = re.compile("(?:任命|聘任|聘请|委任|提拔|选举|推选|提名|增补)[一-鿿]{1,2}\\Z")
_SURE_SURNAME = 2.5
_UNITS = frozenset({"BG", "BU", "BD", "HR", "IT"})
_LONGER = frozenset({"究员", "究人", "究科", "究生", "学家", "程师"})  # 谷歌研究 is no lab in 谷歌研究员
_OTHER_WORDS = frozenset({"旧金", "北京", "东京", "南京"})  # 旧金山 is not 金山, 北京东 not 京东


class OrgFinder:
    """Finds organisations in a reading text; compiled once from the lexicon."""

    def __init__(
        self, lexicon: Lexicon, hidden: frozenset[str] = frozenset(), *, cues: Iterable[str] = ()
    ) -> None:
        self._names: dict[str, tuple[str, str, bool]] = {}  # lower-case spelling -> (id, name, sure)
        self._cues = re.compile(
            "|".join(sorted((re.escape(c) for c in cues if len(c) > 1), key=len, reverse=True)) or "(?!)"
        )
        self._ambiguous: set[str] = set()
        for entry in lexicon.works.values():
            for spelling in entry.certain:
                self._names[spelling.translate(_LOWER)] = (entry.id, entry.name, False)
        for outlet in lexicon.outlets.values():
            for spelling in outlet.certain:
                self._names[spelling.translate(_LOWER)] = (outlet.id, outlet.name, True)
        self._outlets = frozenset(lexicon.outlets)
        for org in lexicon.orgs.values():
            if org.id in hidden:
                continue
            for spelling in org.ambiguous:
                if len(spelling) > 1:
                    self._ambiguous.add(org.id)
                    self._names[spelling.translate(_LOWER)] = (org.id, org.name, False)
            for spelling in org.certain:
                self._names[spelling.translate(_LOWER)] = (org.id, org.name, True)
        companies = {org.id: lexicon.orgs[lexicon.company_of(org.id)] for org in lexicon.orgs.values()}
        owners = {
            work.id: lexicon.orgs[lexicon.company_of(work.org)]
            for work in lexicon.works.values()
            if work.org is not None and work.org in lexicon.orgs
        }
        self._companies = {i: c.id for i, c in (companies | owners).items()}
        self._parents = {i: (c.id, c.name) for i, c in (companies | owners).items() if c.id != i}
        self._people = load_names()
        self._owners = {
            spelling.translate(_LOWER): (org.id, org.name)
            for org in lexicon.orgs.values()
            if org.id not in hidden
            for spelling in (*org.ambiguous, *org.certain)
            if len(spelling) > 1
        }
        self._works = {s.translate(_LOWER) for work in lexicon.works.values() for s in work.spellings}
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
        named = text[unit.named.start : unit.named.end].translate(_LOWER)
        work = named in self._works or (
            owner is not None and _LINK.sub("", named[_length(owner) :]) in self._works
        )
        return replace(unit, owner=owner, work=work) if owner or work else unit

    def _find_owner(self, text: str, unit: Unit) -> Unit | None:
        """Return the known organisation that the name of a part opens with; None for a name that is all one firm's."""
        start, end = unit.span.start, unit.named.end
        if unit.alias and unit.lexicon_id in self._parents and text.startswith(unit.alias, start):
            owner = (start + len(unit.alias), self._parents[unit.lexicon_id])
            return _owner(start, *owner)
        lower = text[start:end].translate(_LOWER)
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
        doubtful: list[int] = []
        placed: set[str] = set()
        for index, start, stop in self._matcher.find_matches_as_indexes(text.translate(_LOWER)):
            spelling = self._patterns[index]
            if _cut_word(text, start, stop):
                spelling = self._shorter(text, start, stop)
            if spelling == "华为" and _MADE_INTO.search(text, max(0, start - 6), start):
                continue
            end = start + len(spelling)
            if not spelling:
                continue
            org_id, name, sure = self._names[spelling]
            if not sure and self._is_given_name(text, start, end):
                continue
            if not sure and org_id in self._ambiguous:
                doubtful.append(len(found))
                if self._cut_before(text, start, org_id) or _IN_PLACE.search(
                    text[max(0, start - 6) : start] + "@" + text[end : end + 6]
                ):
                    placed.add(org_id)
            kind = UnitKind.OUTLET if org_id in self._outlets else UnitKind.ORG
            found.append(Unit(kind, _span(start, end), name, sure, 1.0 if sure else 0.7, lexicon_id=org_id))
            if sure:
                placed.add(org_id)
        dropped = {i for i in doubtful if found[i].lexicon_id not in placed}
        return [unit for i, unit in enumerate(found) if i not in dropped]

    def _shorter(self, text: str, start: int, end: int) -> str:
        """Return the longest known spelling that is whole where a longer one is cut out of a word: 谷歌 in 谷歌研究员."""
        for stop in range(end - 1, start + 1, -1):
            spelling = text[start:stop].translate(_LOWER)
            if spelling in self._names and not _cut_word(text, start, stop):
                return spelling
        return ""

    def _is_given_name(self, text: str, start: int, end: int) -> bool:
        """Tell whether a short doubtful spelling is what follows a surname: 小鹏 in 何小鹏."""
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
            _span(at - len(rest), org.span.end),
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
                UnitKind.ORG, _span(hit.start(), hit.end()), parent[1], True, 0.8, lexicon_id=parent[0]
            )

    def extend(self, text: str, orgs: Sequence[Unit], taken: Sequence[Unit]) -> list[Unit]:
        """Return the organisations with the team that follows inside their span: 荣耀 + 影像团队."""
        starts = sorted(u.span.start for u in taken)
        return [_extended(text, org, starts) for org in orgs]

    def find_latin(self, text: str, units: Sequence[Unit]) -> Iterator[Unit]:
        """Yield Latin names that no list knows where an organisation stands: after 加入, before 公司 or a title."""
        role_ends = {u.span.end for u in units if u.kind is UnitKind.ROLE} | {
            u.span.end + 1 for u in units if u.kind is UnitKind.ROLE
        }
        for gap in find_gaps(text, units):
            for hit in _LATIN_FIRM.finditer(text, gap.start, gap.end):
                name = hit.group()
                if is_word(name) or name in _UNITS or (len(name) < 3 and not name.isupper()):
                    continue
                if gap.right is UnitKind.ROLE and _TO_ROLE.fullmatch(text, hit.end(), gap.end):
                    if looks_personal(name) < 0.5 and not is_given_name(name):
                        yield Unit(UnitKind.ORG, _span(hit.start(), hit.end()), name, False, 0.7)
                    continue
                worded = name.split(" ")[-1] in _ORG_WORDS and " " in name
                if not worded and (looks_personal(name) > 0.6 or hit.start() in role_ends):
                    continue
                placed = _LATIN_AFTER.search(
                    text[max(0, hit.start() - 24) : hit.start()]
                ) or _LATIN_BEFORE.match(text, hit.end())
                at_work = text[hit.start() - 1 : hit.start()] in ("在", "从") and _WORKS.match(
                    text, hit.end()
                )
                if worded or placed or at_work:
                    yield Unit(UnitKind.ORG, _span(hit.start(), hit.end()), name, False, 0.7)

    def find_quoted(self, text: str, units: Sequence[Unit]) -> Iterator[Unit]:
        """Yield names in quotation marks that the text calls a company or that someone founds or joins."""
        for hit in _QUOTED.finditer(text):
            start, end = hit.span(1) if hit.group(1) else hit.span(2)
            yield Unit(UnitKind.ORG, _span(start, end), text[start:end], False, 0.7)

    def find_placed(self, text: str, units: Sequence[Unit]) -> Iterator[Unit]:
        """Yield unknown Chinese names right after 加入 or 创办 or right before 创始人."""
        for hit in _PLACED.finditer(text):
            start, end = hit.span(1) if hit.group(1) else hit.span(2)
            name = text[start:end]
            if not (
                _STOP.search(name)
                or _GENERIC.fullmatch(name)
                or _VAGUE.match(name)
                or _NO_ORG.search(name)
                or self._cues.search(name)
            ):
                yield Unit(UnitKind.ORG, _span(start, end), name, False, 0.6)

    def find_before_role(self, text: str, units: Sequence[Unit]) -> Iterator[Unit]:
        """Yield the offices and departments, unknown to any list, that stand right before a title: 某省药监局局长."""
        for gap in find_gaps(text, units):
            if gap.right is not UnitKind.ROLE:
                continue
            hit = _OFFICE.search(text, gap.start, gap.end)
            if hit is None:
                continue
            left = hit.start(1)
            for stop in _STOP.finditer(text, left, hit.end(1) - 2):
                left = stop.end()
            name = text[left : hit.end(1)]
            if len(name) >= 3 and not _GENERIC.fullmatch(name) and not _VAGUE.match(name):
                yield Unit(UnitKind.ORG, _span(left, hit.end(1)), name, False, 0.6)

    def find_suffixed(self, text: str, start: int, end: int) -> Iterator[Unit]:
        """Yield the unknown organisations of a stretch without units that end in a noun for organisations."""
        if not _NOUN.search(text, start, end):
            return
        for hit in _SUFFIXED.finditer(text, start, end):
            left = hit.start()
            for stop in _STOP.finditer(text, hit.start(), hit.end() - 2):
                left = stop.end()
            name = text[left : hit.end()]
            if _DESCRIBES.search(name) and _CAPITAL.match(text, hit.end()):
                continue
            if (
                name.endswith("公司")
                and not name.endswith("有限公司")
                and not _FIRM.fullmatch(text, max(0, left - 4), hit.end())
            ):
                continue
            if len(name) >= 4 and not _GENERIC.fullmatch(name) and not _VAGUE.match(name):
                yield Unit(UnitKind.ORG, _span(left, hit.end()), name, False, 0.6)


def _owner(start: int, end: int, owner: tuple[str, str]) -> Unit:
    return Unit(UnitKind.ORG, _span(start, end), owner[1], True, lexicon_id=owner[0])


def _length(unit: Unit) -> int:
    return unit.span.end - unit.span.start


def _extended(text: str, org: Unit, starts: Sequence[int]) -> Unit:
    hit = _EXTENSION.match(text, org.span.end, org.span.end + 30)
    if not hit or hit.end() == org.span.end:
        return org
    tail = text[org.span.end : hit.end()]
    if _GENERIC_TEAM.match(tail):
        return org
    if _STOP.search(tail.lstrip(" 的")) or bisect_left(starts, org.span.end) < bisect_left(starts, hit.end()):
        return org
    if tail.strip() == "董事会" and _BOARD_ACTS.match(text, hit.end()):
        whole = _span(org.span.start, hit.end())
        return org if org.mention else replace(org, span=whole, mention=org.span)
    name = text[org.span.start : hit.end()]
    return Unit(
        UnitKind.ORG, _span(org.span.start, hit.end()), name, org.known, org.weight, lexicon_id=org.lexicon_id
    )


def _cut_word(text: str, start: int, end: int) -> bool:
    """Tell whether a match that begins or ends with a Latin letter or digit is a part of a longer word."""
    first, last = text[start], text[end - 1]
    before, after = text[start - 1 : start], text[end : end + 1]
    left = first.isascii() and first.isalnum() and before.isascii() and before.isalnum()
    right = last.isascii() and last.isalnum() and after.isascii() and after.isalnum()
    return left or right or before + first in _OTHER_WORDS or last + after in _LONGER


def _span(start: int, end: int) -> ReadSpan:
    return ReadSpan(ReadOffset(start), ReadOffset(end))
