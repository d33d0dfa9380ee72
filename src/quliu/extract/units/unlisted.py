"""Organisations that no list knows, by where a name stands and by the noun that ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from quliu.extract.units.latin import LATIN_NAME, in_gaps, is_given_name, is_word, looks_personal
from quliu.extract.units.unit import Gap, Unit, UnitKind, find_gaps, find_gaps_with, org_at
from quliu.text.ordinary import is_phrase

# What never stands inside a name.
STOP = re.compile(
    "有(?!限)|传(?!媒)|到(?!店|家)|[的在于从由被和与及是为了向将把对自即并其该这那此某任就也都已又还曾前原至跟让使给个名位称说]|辞去|辞任|卸任|申请|退出|加入|离开|担任|负责|成立|创立|创办|旗下|宣布|表示|获得|完成|带领|领导|组建|出任|主导|经过|通过|收购|参加|建立|联合|选择|需要|筹备|裁撤|解散|切入|执掌|管理|调查|加速|放弃|积极|名为|名叫|叫做|包括|[待呆干做去]过|一路|做到|出掌|回归|领衔|未满|不满|不到"
)
_COMPANY = "有限公司|公司|集团|科技|智造|研究院|研究所|实验室|大学|学院|基金会|基金|资本|创投|银行|证券|保险|事业群组?|事业部|委员会|协会|工作室|医院|影业|传媒|出版社|俱乐部|航空|航天|制药|重工|半导体|微电子"
_LONGEST = 24  # characters of a name before the noun
_SUFFIXED = re.compile(
    rf"(?:[一-鿿A-Za-z0-9&·.+-]|(?<=[A-Za-z0-9]) (?=[A-Za-z0-9一-鿿])|(?<=[一-鿿]) (?=[A-Z])){{2,{_LONGEST}}}?(?:{_COMPANY})(?![一-鿿])|[一-鿿A-Za-z0-9&·]{{2,14}}?(?:有限公司|公司|集团|大学|研究院|实验室|事业群|事业部|基金会|委员会)"
)
_NOUN = re.compile(_COMPANY)
_GENERIC = re.compile(
    "(?:[一两三四五六七八九十几多数\\d]+[家个所支]|这家|该|本|某|新|全|整个|各|大|小|初创|创业|科技|互联网|上市|母|子|分|总|前|老|原|另一家|其他|国有|外资|知名|头部|独角兽|相关|核心|管理|技术|研发|产品|创始|研究|大型|附属|保密|软件工程|全资|的|AI|人工智能|大模型|机器人|芯片|游戏|汽车|软件|数据|自己的|目标|竞争对手)*(?:有限公司|公司|集团|团队|部门|中心|实验室|大学|学院|研究院|事业部|机构|董事会|委员会|基金会|协会|学会|医院|学校|企业|政府|报社|银行|基金|资本|科技|智能|汽车|软件|网络|机器人|平台|动力|出行|部|局|院|所|处|系)\\Z"
)
# 公司 ends a name only where a firm is joined, left, founded or introduced.
_FIRM = re.compile(
    "(?:.{0,3}[,。;:、(“\\n]|.{0,2}(?:加入|离开|入职|加盟|创办|创立|创建|企业|收购)|.{0,1}(?:加入|离开|创办|创立)了|.{0,3}[从前原])[一-鿿A-Za-z0-9]{2,4}公司",
    re.S,
)
_BARE_FIRM = re.compile("(?<!有限)公司\\Z")
_VAGUE = re.compile("[一某这]家|一个|一所|[家限冲个所]|某|两|多|有限")
_DESCRIBES = re.compile("(?:公司|企业|平台|巨头|机构|厂商|社区|网站|工作室)\\Z")
_CAPITAL = re.compile(" ?[A-Za-z]")
_NO_ORG = re.compile(
    "之后|以后|之时|之初|以来|伊始|至今|期间|后\\Z|竞争|行列|公司|团队|阵营|战局|讨论|其中|我们|他们|自己|创业|企业|副|总|任|首席|联合|现|时|前|他|她|它|互联网|人工智能|科技|项目|赛道|国籍|协会|俱乐部|高管|集体|大家|一起|生态|计划|联盟|东家|学术界|业界|学界|商界|政界|产业界|工业界|体制|职场|母校|包括|领衔|未满|不满|不到|不足|[一两三四五六七八九十几半多数][年天周月]|个月"
)
_LATIN_AFTER = re.compile(
    r"(?:加入|入职|加盟|离开|创办|创立|创建|成立|跳槽到|跳槽至|转投|重返|收购|加入到|名为|(?<![他她我人])叫|公司|企业|平台|团队|机构|品牌|厂商|巨头|研究所|网站|前东家|老东家|风投|应用|社区|论坛|基金|交易所|供应商|开发商|制造商|新秀|担任|出任|曾任|竞争对手|受雇于|就职于|任职于|供职于|效力于|投奔|去了|前往|来自)(?:了|至|到|的|过|做|一个|一家|新|著名|[^,。;:\n\ue000-\uf8ff]{0,8}?(?:公司|企业|平台|品牌|实验室|团队))?[“\" ]{0,2}\Z"
)
_LATIN_BEFORE = re.compile(
    r"[”\" ]{0,2}(?:公司|团队|集团|实验室|董事会|基金会|研究院|旗下|的(?:母公司|创始人|联合创始人|CEO|首席|总裁|员工|高管|团队|工程师)|联合创始人|创始人|CEO|CTO|CFO|COO|首席|总裁|董事长|联席|前员工|员工|工程师|内部|宣布|官方|官网|成立|聘请|聘任|任命|挖走|挖来|高层|高管|股价|股份|没有立即|发布公告|多[位名]|已有[^,。]{1,5}员工|由[^,。]{0,24}(?:创立|创办|创建|成立|联合)|于(?:19|20)\d\d年)"
)
# Before a name that is a person's family name too: the Evans of 创办了Evans and Sutherland.
_FOUNDED = re.compile('(?:创办|创立|创建|成立)了?[“" ]?\\Z')
_ORG_WORDS = frozenset(
    {"Organization", "Organisation", "Labs", "Lab", "Engineering", "Inc", "Inc.", "Corp", "Solutions"}
    | {"Systems", "Technologies", "Technology", "Networks", "Studio", "Studios", "Group", "Capital"}
    | {"Ventures", "Partners", "Games", "Media", "Software", "Security", "Robotics", "AI", "Foundation"}
    | {"Institute", "University", "College", "School", "Bank", "Motors", "Health", "Energy", "Research"}
    | {"Cloud", "Data", "Digital", "Entertainment", "Records", "Project", "Company", "Corporation"}
    | {"Linux", "Intelligence", "Semiconductor", "Semiconductors", "Computing", "Computer"}
    | {"Interactive", "Holdings", "Bio", "Sciences", "Science", "Therapeutics", "Pharma", "Space"}
    | {"Aerospace", "Center", "Centre", "Committee", "Council", "Department", "Agency", "Association"}
    | {"Academy", "Press", "News", "Times", "Post", "Daily", "Journal", "Machines", "Dynamics", "Works"}
    | {"Industries", "International", "Global"}
)
_QUOTED = re.compile(
    r"(?:公司|企业|品牌|团队|平台|机构|实验室|工作室|合并为|板块|创立|创办|成立|创建|名为|叫做?|加入|加盟|入职)了?(?:的)?[“\"\[【]([^“”\"\n,。\[\]【】]{2,14})[”\"\]】]|[“\"]([^“”\"\n,。]{2,14})[”\"](?=公司|团队|实验室|工作室|创始人|CEO|首席|部门|板块|事业部|业务)"
)
# Latin names as LATIN_NAME has them, those too that hold or begin with a digit: Team8, 3Com.
_LATIN_FIRM = re.compile(
    rf"{LATIN_NAME.pattern}|(?<![A-Za-z0-9_@#/.-])(?:\d{{1,2}}[A-Z][a-z]+|[A-Z][A-Za-z]+\d{{1,3}})(?![A-Za-z0-9_-])"
)
# An office or department at the end of a stretch before a title.
_OFFICE = re.compile(
    "([一-鿿A-Za-z0-9]{2,16}(?:局|部|(?<!部)署|厅|处|办公室|委员会|中心|分行|支行|总部|使馆|领事馆|学会|协会|联合会|理事会|研究所|研究室|实验室|党校|金控|控股|银行|研究院|学院|大学|医院|报社|出版社))(?:的|前|原|现任|时任|首任|新任)?\\Z"
)
_WORKS = re.compile(" ?(?:担任|任职|工作|做[了过]?|曾|和|负责|期间|就职|出任|任|实习|离开|离职|辞职)")
_TO_ROLE = re.compile(" ?(?:的|前|原|现任|时任|首任|新任)? ?")
_KINDS = "(?:公司|企业|平台|品牌|机构|厂商|初创|风投|基金|工作室|团队)"
_PLACED = re.compile(
    rf"(?:加入|加盟|入职|创办|创立|创建|成立|组建|转投|跳槽到|跳槽至|回到|重返)了?(?:一家|[^,。;:\n]{{0,8}}?{_KINDS})?([一-鿿]{{2,8}})(?=[,。;、!]|\Z|\n|担任|任职|并|后,|出任|,任)|(?:(?<=[,。;:、“(前原是任为\n ])|(?<=\A))([一-鿿]{{2,7}})(?=(?:的?联合)?创始人|董事长|首席|CEO|CTO|总裁|创办人)"
)
_UNITS = frozenset({"BG", "BU", "BD", "HR", "IT"})


def find_latin(text: str, units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield Latin names that stand where an organisation does: after 加入, before 公司 or a title; in all their places."""
    hits = list(in_gaps(_LATIN_FIRM, text, units))
    role_ends = {u.span.end + space for u in units if u.kind is UnitKind.ROLE for space in (0, 1)}
    family = {
        word for _, hit in hits if looks_personal(hit.group()) > 0.5 for word in hit.group().split()[1:]
    }
    named = {
        hit.group()
        for gap, hit in hits
        if _may_name(hit.group())
        and (hit.group() not in family or _FOUNDED.search(text, max(0, hit.start() - 8), hit.start()))
        and _stands(text, gap, hit, role_ends)
    }
    for _, hit in hits:
        if hit.group() in named and hit.start() not in role_ends:
            yield org_at(hit.start(), hit.end(), hit.group(), 0.7)


def _may_name(name: str) -> bool:
    return not (is_word(name) or name in _UNITS or (len(name) < 3 and not name.isupper()))


def _stands(text: str, gap: Gap, hit: re.Match[str], role_ends: Set[int]) -> bool:
    name = hit.group()
    if gap.right is UnitKind.ROLE and _TO_ROLE.fullmatch(text, hit.end(), gap.end):
        return looks_personal(name) < 0.5 and not is_given_name(name)
    if " " in name and name.split(" ")[-1] in _ORG_WORDS:
        return True
    return hit.start() not in role_ends and looks_personal(name) <= 0.6 and _is_placed(text, hit)


def _is_joined(text: str, start: int) -> bool:
    return _LATIN_AFTER.search(text[max(0, start - 24) : start]) is not None


def _is_placed(text: str, hit: re.Match[str]) -> bool:
    """Tell whether somebody joins, founds or works at what is named, or whether it is called a firm."""
    start, end = hit.span()
    if _is_joined(text, start):
        return True
    if _LATIN_BEFORE.match(text, end):
        return not (text[end : end + 2].strip().startswith("于") and _is_part(text, hit.group()))
    return text[start - 1 : start] in ("在", "从") and _WORKS.match(text, end) is not None


def _is_part(text: str, name: str) -> bool:
    """Tell whether a word is elsewhere a part of a person's name: Eric于2024年 beside Eric Tan."""
    if " " in name:
        return False
    whole = re.search(
        rf"(?<![A-Za-z])(?:{re.escape(name)} [A-Z][a-z]+|[A-Z][a-z]+ {re.escape(name)})(?![A-Za-z])", text
    )
    return whole is not None and looks_personal(whole.group()) > 0.5


def find_quoted(text: str) -> Iterator[Unit]:
    """Yield names in quotation marks that the text calls a company or that someone founds or joins."""
    for hit in _QUOTED.finditer(text):
        start, end = hit.span(hit.lastindex or 0)
        yield org_at(start, end, text[start:end], 0.7)


def find_placed(text: str, cues: re.Pattern[str]) -> Iterator[Unit]:
    """Yield Chinese names right after 加入 or 创办 or right before 创始人 that hold no cue word."""
    for hit in _PLACED.finditer(text):
        start, end = hit.span(hit.lastindex or 0)
        name = text[start:end]
        if not (names_nothing(name) or is_phrase(name) or cues.search(name)):
            yield org_at(start, end, name, 0.6)


def names_nothing(name: str) -> bool:
    """Tell whether Chinese characters in the place of an organisation are words that name none: 自己的公司."""
    return bool(STOP.search(name)) or is_general(name)


def is_general(name: str) -> bool:
    """Tell whether a name is one for organisations in general, or for what else people join: 一家公司, 行列."""
    return _is_vague(name) or _NO_ORG.search(name) is not None


def find_before_role(text: str, units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield the offices and departments that stand right before a title: 某省药监局局长."""
    for gap in find_gaps(text, units, UnitKind.ROLE):
        hit = _OFFICE.search(text, gap.start, gap.end) if gap.right is UnitKind.ROLE else None
        if hit is None:
            continue
        start, end = _after_stops(text, *hit.span(1)), hit.end(1)
        name = text[start:end]
        if len(name) >= 3 and not _is_vague(name):
            yield org_at(start, end, name, 0.6)


def find_suffixed(text: str, units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield the organisations in the gaps between units whose names end in a noun for organisations."""
    for gap, noun in find_gaps_with(_NOUN, text, units):
        for hit in _SUFFIXED.finditer(text, max(gap.start, noun - _LONGEST), gap.end):
            start, end = _after_stops(text, *hit.span()), hit.end()
            name = text[start:end]
            if _DESCRIBES.search(name) and _CAPITAL.match(text, end):
                continue
            if _BARE_FIRM.search(name) and not _FIRM.fullmatch(text, max(0, start - 4), end):
                continue
            if len(name) >= 4 and not _is_vague(name):
                yield org_at(start, end, name, 0.6)


def _after_stops(text: str, start: int, end: int) -> int:
    """Return where a name begins in [start, end): after the last of the words that no name holds."""
    for stop in STOP.finditer(text, start, end - 2):
        start = stop.end()
    return start


def _is_vague(name: str) -> bool:
    return _GENERIC.fullmatch(name) is not None or _VAGUE.match(name) is not None
