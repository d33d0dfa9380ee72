"""Chinese organisations that no list knows and no noun ends, by the places where a text puts them.

Whoever says 加入云鲤, 从云鲤离职 or 云鲤前CEO says that 云鲤 is an organisation. A place that can hold other things too
(云鲤宣布) counts only beside one that cannot hold a person (云鲤股价). What is found in one place is found in all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from quliu.extract.units.names import load_names
from quliu.extract.units.unit import Unit, find_places, find_words, org_at
from quliu.extract.units.unlisted import is_general
from quliu.extract.words import one_of

_HOLDS_NONE = ("join", "leave", "found", "appoint", "dismiss", "succeed", "assume", "hearsay", "confirm")
_IS_NONE = ("neutral", "place", "common", "former", "plan")

_NAME = r"(?P<name>[一-鿿]{2,8}?\d{0,3})"
_OPENS = r"[\n,。;:、!?(“\" #](?:但|而|据|因|涉)?"  # of a text that a line break opens
_CHIEF = "(?:联合|共同)?创始人|联创|创办人|(?:临时)?(?:联席|轮值)?CEO|CTO|CFO|COO|CIO|CMO|(?:副|联席)?董事长|首席[一-鿿A-Z]{1,8}?[官家]"
_TITLE = "(?:高级|执行|资深)?(?:副总裁|总裁|总监|总经理|高管|员工|研究员|工程师|科学家|产品经理)"
_JOIN = "加入|入职|加盟|跳槽到|跳槽至|跳槽|转投|投奔|任职于|就职于|供职于|受雇于|创[办立](?!人)"
_KIND = "初创公司|创业公司|初创企业|创业企业|独角兽(?:企业|公司)?|(?<!科)创企(?!业)|[老前]东家|新东家"
# 前 and 原 begin words too: 前线, 原创.
_EX = "[前原](?![线沿端期述景者提台因来先有始本则油文创料型往为是属])"
_WHEN = "(?:今日|昨日|近日|日前|此前|正式|已经|曾经|周[一二三四五六日天]|[今昨]天|[已曾将正在也还]){0,2}"
_STRONG = (
    rf"(?:(?:(?:{_JOIN})了?[A-Za-z一-鿿]{{0,6}}?)?(?:{_KIND})|(?:{_JOIN})了?){_NAME}"
    r"(?=[,。;、!)”\n]|\Z|担任|出任|任|并|之?后|之?前|[时做当]|负责|工作|成为|从事|联合|创始人|CEO|首席|\d|董事会)",
    rf"(?:加入|入职|加盟|跳槽[到至]?)了?{_NAME}(?= ?[A-Z])",
    rf"从{_NAME}(?=离职|离开|辞职|出走|跳槽|加入|退休|离任|挖来|挖走|挖角|招来|加盟|退出)",
    rf"(?:在|前往){_NAME}(?=任职|担任|实习|就职|供职)",
    rf"(?:[担出历曾升]任|离任|辞去|晋升)了?{_NAME}(?=的?(?:{_CHIEF}))",
    rf"[\n,。;:、!?(“\" #名位]{_EX}{_NAME}(?={_TITLE})",
)
_WEAK = (
    rf"(?:在|离开|去了){_NAME}(?=工作(?:[了过,。、]|期间|\d)|[,。;、]|后|回国|创业)",
    rf"(?:[担出历曾升]任|离任|辞去|晋升)了?{_NAME}(?={_TITLE}|负责人|项目经理|工程师)",
)
# A name that a clause begins with: what follows shows what it names, or may.
_FIRST = (
    rf"{_OPENS}(?:{_EX}|由)?{_NAME}(?:"
    rf"(?P<shown>(?:[前原的]|现任|时任|新任)?(?:{_CHIEF})|{_EX}(?:[^,。;:、\n]{{0,10}}?)(?:{_TITLE}|{_CHIEF}|负责人))"
    rf"|内部|官方|官微|员工|高管|股价|财报|总部|旗下|(?:高级|执行|资深)?(?:副总裁|总裁|总监|总经理)"
    rf"|{_WHEN}(?:宣布|任命|公布|聘|官宣|回应|发布|挖来|挖走|证实|表示|称|计划|重组|收购|裁|披露|公告))"
)
# What stands beside an organisation and not beside a person.
_AFTER = re.compile(
    r"内部(?!邮件|信)|官方|官网|官微|员工|高管|高层|股[份价票东权]|财报|总部|市值|董事会|办公室|办事处|团队|部门|公司|集团|前?(?:CEO|C[TFO]O|副总裁)|"
    r"前(?:员工|高管)|的(?:CEO|员工|股份|董事会|高管|总部|产品|客户|[A-Z])|工作(?=[了过,。、]|期间|超|\d)| ?[A-Z]|旗下[^,。]{0,8}(?:公司|部门|团队|平台)|[一-鿿]{0,6}(?:联席CEO|副总裁|负责人|总监|总经理)"
)
_BEFORE = re.compile(rf"(?:{_JOIN}|离开|离任|辞去|从|[担出历曾]任)了?\Z")
_MOST_PLACES = 12  # looked at for one name
_LIKE_A_PERSON = (
    3.0  # score of three characters from which a name is a person's, where the place may hold one
)
# What stands in phrases and in hardly any name.
_PHRASE = re.compile(
    "[的在于从由被和与及是了向把将对即并其该这那某任就也都已又还曾原跟让使给位称有传]|(?<!\\A.)为|为.|[作成认因行称视名改更变升任聘命]为|[一两二三四五六七八九十几][名位]|[一某这]家|[不没更很最何竟却你我他她们着像随且若每第哪谁]|\\A[前后]者\\Z|\\A[能会要做出以约进来去应使但而根]|(?<!阿)[上里中下内外间时后目此日之年天周月以提当先空眼午]\\Z"
    "|上次|一[张次]|消息|按照|告诉|大批|优秀|内部|提升|涵盖|包括|引导|允许|要求|鼓励|覆盖|帮助|邀请|希望|部分|基层|初级|资深|普通|校招|许多|一线|在职|核心|"
    "关键|顶尖|如果|真实|需要|继续|直接|以来|以后|高校|大厂|虚拟|购物车|日常|建议|推荐|后来|据说|比如|例如|除了|通过|利用|防止|打通|联系|确保|影响|监管|泄[漏露]|越[来好便]|季度|大量|办公室|厂商|机密|漏洞|加密|账户|密码|链接|知识"
)
# A short name is also a part of words: elsewhere it is taken only between these.
_BESIDE_LEFT = re.compile(r"[\s,。;:、!?(“\"#从在前原与和及由被对向给为是的到入开办立职盟槽任]\Z")
_BESIDE_RIGHT = re.compile(
    r"[\s,。;:、!?)”\"#前原与和及在也将已于则就对的A-Z]|宣布|任命|公布|聘|回应|发布|旗下|内部|官方|创始|联合|首席|董事|副?总|高级|高管|员工|公司|集团|团队|离职|工作|[担出]?任|股|表示|称|收购|退休|正|曾|周[一二三四五六日]"
)


class ShownFinder:
    """Finds what a text treats as an organisation; compiled once.

    Args:
        cues: cue words by class.
        roles: words that make roles, which are fields or titles and no names.
    """

    def __init__(self, cues: Mapping[str, Iterable[str]], roles: Iterable[str]) -> None:
        self._held = re.compile(one_of(w for name in _HOLDS_NONE for w in cues[name] if len(w) > 1))
        self._plain = frozenset(w for name in _IS_NONE for w in cues[name])
        self._roles = re.compile(one_of(w for w in roles if len(w) > 1))
        self._people = load_names()
        self._strong = [re.compile(pattern) for pattern in _STRONG]
        self._weak = [re.compile(pattern) for pattern in _WEAK]
        self._first = re.compile(_FIRST)

    def find(self, text: str, taken: Sequence[Unit]) -> Iterator[Unit]:
        """Yield the organisations in all their places in the gaps between units."""
        names = self._names("\n" + text)
        if not names:
            return
        for start, end in find_words(text, names, taken):
            if end - start > 2 or stands_apart(text, start, end):
                yield org_at(start, end, text[start:end], 0.7)

    def _names(self, text: str) -> set[str]:
        shown = {hit["name"] for pattern in self._strong for hit in pattern.finditer(text)}
        first = list(self._first.finditer(text))
        shown |= {hit["name"] for hit in first if hit["shown"]}
        doubted = chain(*(pattern.finditer(text) for pattern in self._weak), first)
        doubtful = {hit["name"] for hit in doubted} - shown
        names = {name for name in shown if self._may_name(name)}
        return names | {
            name
            for name in doubtful
            if self._may_name(name) and _has_proof(text, name) and not self._is_person(name)
        }

    def _is_person(self, name: str) -> bool:
        return len(name) == 3 and any(
            (start, end) == (0, 3) and score > _LIKE_A_PERSON
            for start, end, score in self._people.candidates(name)
        )

    def _may_name(self, name: str) -> bool:
        return not (
            is_general(name)
            or _PHRASE.search(name)
            or name in self._plain
            or self._held.search(name)
            or self._roles.search(name)
        )


def _has_proof(text: str, name: str) -> bool:
    """Tell whether a name stands several times, and somewhere where only an organisation can."""
    return text.count(name) > 1 and any(
        _AFTER.match(text, at + len(name)) or _BEFORE.search(text[max(0, at - 6) : at])
        for at in islice(find_places(text, name), _MOST_PLACES)
    )


def stands_apart(text: str, start: int, end: int) -> bool:
    """Tell whether what may be a part of a word stands between what goes before and after organisations."""
    left = not start or _BESIDE_LEFT.search(text, start - 1, start) is not None
    return left and (end == len(text) or _BESIDE_RIGHT.match(text, end) is not None)
