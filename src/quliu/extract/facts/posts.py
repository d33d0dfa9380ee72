"""The grammar of titles: 前星帆智能首席科学家、云鲤科技研发副总裁 as a chain of posts, over a masked sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quliu.extract.units.unit import ORG, ROLE, Sentence, Unit, UnitKind
from quliu.model import ReadOffset, ReadSpan

_TEXT = r"[^\ue000-\uf8ff,。;:!?、的\"“”()\[\]|]"
_OWN = r"[^\ue000-\uf8ff,。;:!?、的\"“”()\[\]|任现曾担是为在于将由被向说称示加离]"
_ORGS = rf"{ORG}(?:(?:、|和|与|及|以及|以及前|&|/){ORG}){{0,4}}(?:等?(?:公司|集团|企业|厂商))?等?"
_BEFORE = "(?P<former>前任?|原|曾任|时任|已故|昔日)?(?:(?P<now>现任?|今)|该|一名|一位|位)?"
_OF = (
    "(?P<of>(?:旗下的?|的)?(?:前(?!端|沿|台)任?|原|时任|现任?|首位|首任|联合|一名|一位|早期)的?|旗下的?|的)?"
)
_WHAT = rf"(?P<what>(?:负责{_TEXT}{{1,16}}的|{_TEXT}{{1,10}}(?:团队|部门?|业务|中心|实验室|项目|组|情报|产品|技术|安全|研究|市场|运营|销售|战略|方面|领域|方向|平台)的|{_TEXT}{{1,8}}、)?{_TEXT}{{0,14}}?)"
POST = (
    rf"{_BEFORE}(?:(?P<orgs>{_ORGS}){_OF}{_WHAT}|(?P<company>该?公司|集团)的?(?P<was>前任?|原|现任?)?)?"
    rf"(?P<role>{ROLE})(?:之一|一职|职务)?"
)
_AND = rf"(?:(?:、|兼任?|和|及|以及|与|暨|/|&)(?:{_TEXT}{{1,8}}、)?|(?=[原现前]{ORG}))"
_JOIN = (
    rf"(?:、|兼任?|和|及|以及|与|暨|/|&|,?(?:同时|并|也|还|以及)?(?:兼任?|担任|任|是)|,)(?:{_TEXT}{{1,8}}、)?"
)
_OWNED = rf"(?:{_OWN}{{1,12}}?)??"
_UNNAMED = re.compile(r"\(\?P<\w+>")
_PLAIN = _UNNAMED.sub("(?:", POST)
TITLES = rf"(?>{_PLAIN})(?>(?:{_AND}{_OWNED}{_PLAIN}){{0,8}})"
CHAIN = rf"(?>{_PLAIN})(?>(?:{_JOIN}{_OWNED}{_PLAIN}){{0,8}})"

# A firm that no list knows, by the noun that ends its name, right before a title.
_ENDS = "智能|科技|网络|数据|软件|集团|资本|创投|银行|证券|机器人|生物|汽车|传媒|医疗"
_FIRM_NAME = rf"(?!人工|具身|商业|群体|信息|金融|互联网|大数据|数据)[一-鿿A-Za-z]{{2,6}}(?:{_ENDS})"
_BODY_NAME = "[一-鿿]{2,10}(?:局|署|学会|协会|法院|检察院|研究所|研究院|医院|基金会|大使馆|实验室)"
# In Latin letters a name is told from a field (AI, Infra) by its length or its second word.
LATIN_NAME = r"(?<![A-Za-z0-9.&-])(?:[A-Z][A-Za-z0-9.&-]+ [A-Z][A-Za-z0-9.&-]+(?: [A-Z][A-Za-z0-9.&-]+){0,2}|[A-Z][a-z]+[A-Z][A-Za-z]+)"
_UNLISTED = rf"{_FIRM_NAME}(?={ROLE})|{_BODY_NAME}(?=的?{ROLE})|{LATIN_NAME}(?= ?的?{ROLE})"
FIRM = rf"(?:{_UNLISTED})?"

_POSTS = re.compile(rf"(?:{_JOIN})?(?:(?P<body>{_UNLISTED}) ?的?|(?P<own>(?:{_OWN}{{1,12}}?)??)){POST}")
_COMPANY = re.compile(
    "(?:该|本|起初|任命|兼任|随着|只剩|按照|根据|新|整个|两|原|前|某|这家|其|在|向|为|是|由|从|加入|成立|批准|落实|违反|开启|说|相关工作)*(?:公司|集团|分公司|子公司|母公司)|基金会|研究院|实验室|协会|委员会|BG|BU|按照|事业群|事业部"
)
_FORMER = ("前", "原", "时", "曾", "已", "昔")
_TAKEN_IN = re.compile("前任?|原|现任?|时任|曾任|曾|担任|出任")
_NO_TITLE = re.compile(
    "宣布|任命|委任|聘|表示|指出|将|由|被|让|是|为|在|从|向|对(?!话|齐)|称|给|等|据(?<!数据)|加入|离(?!线)|任职|说|把|之后|以后|后任|"
    "招|挖|旗|提拔|晋升|推选|选举|引入|邀请|委派|出任|担任|升任|而|宣|发布|透露|成立|迎来|跟|以及|内部|收购|投资了"
)
_FUNCTION = re.compile(
    "业务|产品|技术|事业|部门?$|团队|负责|中心|区$|线$|平台|市场|运营|研究|战略|设计|管理|工程|项目|首席|商业|"
    "服务|安全|系统|内容|品牌|用户|销售|财务|生态|智能|营销|大模型|算法|研发|数据|群$|组$|板块|地区|全球|中国|委员会|办公室"
)
_FIRM = re.compile(_FIRM_NAME)
_APART = re.compile("(?:与|和|及|以及|跟|同)(前|原)?")
_NO_BODY = re.compile(
    "AI |App |Agent |Machine|Deep|Data|Vice|Senior|Chief|Product|Research|Principal|Staff|Software|General|Head|该|其|所在|公司|一家|这家"
)
_NO_NAME = re.compile(
    "公司|企业|机构|前|原|现|曾|兼|任|是|为|在|的|和|与|及|我国|著名|知名|国内|国际|资深|一[名位个]|位|名|首|新|其|他|她|"
    "今|当|年|月|日|以|并|也|还|了|称|说|将|由|被|据|位于|来自|担|成|女|男"
)


# Whoever has such a role at a product built it; any other role there is a post at the firm or team behind it.
_BUILDS = re.compile(
    "负责人|制作人|产品经理|主管|操盘手|领导者|带头人|设计师|架构师|研发|主创|作者|贡献者|开发者|一号位|掌门"
)
_RUNS = re.compile(
    "董事|总裁|CEO|CFO|COO|首席|创始|法定代表人|公关|市场|销售|人力|财务|团队|部门|事业部|业务|实验室"
)


# A part of a firm that does not say of which: 信息技术部 after 云鲤科技 in one list of posts.
_PART = re.compile(
    "(?!中国|国家|全国)[一-鿿A-Za-z]{2,10}(?:(?<![本总])部|总部|部门|营业部|事业[部群]|中心|办公室|研究室|业务线)"
)
_POINTS = re.compile("[该这本其]|公司|集团")
_OPENS = re.compile(rf"({ORG})(?:的|旗下的?)?(?:前任?|原|现任?)?\Z")


@dataclass(frozen=True, slots=True)
class Titled:
    """One post of a chain.

    Attributes:
        org: None when the title names none: the context may.
        of_company: the title says only 公司: the organisation in force.
        now: the chain says 现任 here or before.
        start, end: in the sentence's mask.
    """

    org: Unit | None
    role: str
    former: bool
    start: int
    end: int
    of_company: bool = False
    now: bool = False


def read_chain(sentence: Sentence, start: int, end: int) -> list[Titled]:
    """Return the posts of a chain that CHAIN matched at [start, end) of the mask; later ones inherit organisation."""
    posts: list[Titled] = []
    last: Unit | None = None
    firm = _firm_before(sentence, start)
    former = now = False
    for hit in _POSTS.finditer(sentence.mask, start, end):
        own = _owner(sentence, hit) if hit["own"] or hit["body"] else None
        said = [_plain_org(u) for _, u in sentence.find(ORG, *hit.span("orgs"))] if hit["orgs"] else []
        vague = [u for u, _ in said if not u.known and _COMPANY.fullmatch(u.name)]
        said = [(u, word) for u, word in said if u not in vague]
        what = hit["what"] or ""
        loose = bool(_NO_TITLE.search(what))
        if loose:
            said, what = [], ""
        apart = _APART.match(what)
        if apart:
            said, what = [], what[apart.end() :]  # 星帆智能与前员工甲: of whom it is not said
        explicit = bool(said) or own is not None
        of = (hit["of"] or hit["was"] or "").removeprefix("旗下").removeprefix("的")
        now = now or hit["now"] is not None or any(word.startswith("现") for _, word in said)
        marks = (
            hit["former"] or "",
            of,
            (apart.group(1) or "") if apart else "",
            *(word for _, word in said),
        )
        marked = any(mark.startswith(_FORMER) for mark in marks)
        if vague:
            last = None
        if explicit or hit["company"] or marked:
            former = marked
        role = _joined(what.removeprefix("公司").strip("《》“” "), _role(sentence, hit))
        if hit["own"] and not loose:
            role = _joined(hit["own"], role) if own is None else role.removeprefix(hit["own"])
        orgs: list[Unit | None] = [of_firm(sentence, u, firm) for u, _ in said]
        orgs = orgs or ([own] if own else [last])
        company = bool(hit["company"] or vague) and not said
        posts.extend(Titled(org, role, former, hit.start(), hit.end(), company, now) for org in orgs)
        last = orgs[-1]
        if last is not None and last.owner is not None and last.owner is firm:
            last = firm  # what follows in the list is of the firm again
        if last is not None:
            firm = _is_named_whole(sentence, last) or firm if is_part(last) else (last.owner or last)
    return posts


def _firm_before(sentence: Sentence, start: int) -> Unit | None:
    """Return the organisation right before a chain that begins with a part of it: 云鲤科技前信息技术部总监."""
    hit = _OPENS.search(sentence.mask, max(0, start - 6), start)
    return sentence.unit(hit.start(1)) if hit else None


def is_part(unit: Unit) -> bool:
    """Tell whether a name says only which part of a firm is meant."""
    return not unit.known and unit.owner is None and _PART.fullmatch(unit.name) is not None


def _is_named_whole(sentence: Sentence, unit: Unit) -> Unit | None:
    """Return the organisation of the sentence with whose name that of a part opens: 云鲤 of 云鲤信息技术部."""
    said = ((other, other.named.slice(sentence.text)) for _, other in sentence.find(ORG))
    return next((u for u, name in said if u is not unit and name and unit.name.startswith(name)), None)


def of_firm(sentence: Sentence, unit: Unit, firm: Unit | None) -> Unit:
    """Return a part named alone in a list of posts as the part of the firm that the list named before."""
    if firm is None or not is_part(unit) or _is_named_whole(sentence, unit):
        return unit
    said = firm.named.slice(sentence.text)
    return replace(unit, name=(firm.name if _POINTS.match(said) else said) + unit.name, owner=firm)


def _joined(words: str, role: str) -> str:
    """Return words before a role with it; the role's name may already begin with some of them."""
    for length in range(len(words), 0, -1):
        if role.startswith(words[-length:]):
            return words[:-length] + role
    return words + role


def _role(sentence: Sentence, hit: re.Match[str]) -> str:
    unit = sentence.unit(hit.start("role"))
    return unit.name if unit else ""


def _plain_org(unit: Unit) -> tuple[Unit, str]:
    """Return an organisation without a 前 or 现任 that the finder took into its name, and that word."""
    hit = None if unit.known else _TAKEN_IN.match(unit.name)
    if hit is None or len(unit.name) < hit.end() + 2:
        return unit, ""
    span = ReadSpan(ReadOffset(unit.span.start + hit.end()), unit.span.end)
    return replace(unit, name=unit.name[hit.end() :], span=span), hit.group()


def _owner(sentence: Sentence, hit: re.Match[str]) -> Unit | None:
    """Return the words before a title as the name of an unknown organisation; None when they name a function."""
    if hit["body"] and not hit["orgs"] and not _NO_BODY.match(hit["body"]):
        return text_org(sentence, *hit.span("body"))
    words = hit["own"]
    if hit["orgs"] or not words or not may_name(words):
        return None
    return text_org(sentence, *hit.span("own"))


def may_name(words: str) -> bool:
    """Tell whether words before a title may be the name of an organisation rather than of a function."""
    if _NO_NAME.search(words):
        return False
    return _FIRM.fullmatch(words) is not None or (len(words) > 1 and not _FUNCTION.search(words))


def text_org(sentence: Sentence, start: int, end: int) -> Unit:
    """Return a stretch of the mask without units as an organisation that no list knows."""
    return Unit(UnitKind.ORG, sentence.to_text(start, end), sentence.mask[start:end], weight=0.6)


def builds(role: str | None) -> bool:
    """Tell whether a role at a product is that of one who built it."""
    return role is not None and _BUILDS.search(role) is not None and not _RUNS.search(role)


def split_roles(role: str) -> Iterator[str]:
    """Yield the roles of a list of posts held one after the other: 销售总监、副总裁."""
    yield from (part for part in re.split("、|以及|及|和|&|,", role) if part)
