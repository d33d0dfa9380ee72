"""Chinese organisations that no list knows, found by how a whole text uses a name.

A name that ends in a noun for firms (科技, 智能, 研究院 ...) is taken where it stands alone between pauses, verbs and
titles; then every other place of the same characters in the text is the same organisation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from quliu.extract.units.unit import (
    Gap,
    Unit,
    UnitKind,
    find_gaps_with,
    find_words,
    org_at,
    span_at,
    without_overlaps,
)

_KIND = (
    "科技|智能|智造|云计算|计算|机器人|研究院|大学|学院|实验室|研究所|资本|创投|基金会|基金|银行|集团|医疗|汽车|动力|半导体|微电子|电子|软件|网络|传媒|互动|"
    "数据|航天|航空|能源|教育|生物|芯片|视觉|语音|健康|金融|物流|出行|电商|游戏|咖啡|证券|保险|创新|时代|未来|视界|量子|通信|信息|工业|重工|制药|控股|投资|财经|观察"
)
# Nouns that end many a phrase: a name that ends so must stand where somebody joins, leaves or founds, or before a title.
_WEAK = re.compile(
    "(?:时代|未来|创新|健康|数据|信息|通信|投资|能源|(?<!云)计算|视觉|语音|芯片|软件|网络|机器人|汽车|教育|金融|游戏|工业|动力|生物|电子|观察|财经|互动|视界|电商|物流|出行|基金|资本)\\Z"
)
_JOINED = re.compile(
    "(?:加入|离开|回归|重返|回到|入职|加盟|创办|创立|创建|成立|创立的|创办的|创建的|任命为|聘为|名为|叫|叫做|出掌|执掌|掌舵|转投|跳槽到|跳槽至|辞去|出任|担任|任职于|前|原|公司|从)了?\\Z"
)
_TITLED = re.compile(
    "的?(?:联合)?(?:首席|创始|联创|CEO|CTO|CFO|COO|董事长|总裁|副总裁|创办人)|(?:\\d{1,2}月\\d{1,2}日|[今昨][日天]|近日|日前)?(?:宣布|确认|证实|公告|任命|聘请)|[(]"
)
_GLUE = re.compile(
    ".*(?:任|由|因|赴|向|给|与|和|及|如|据|创办|创立|成立|加盟|加入|离开|出掌|执掌|掌舵|名为|名叫|叫做|根据|组建|推动|投身到?)|[前原后叫]"
)
_LEFT = (
    r"(?:\A|(?<=[\n,。;:、!?(“\"】 #])|(?<=加入)|(?<=加入了)|(?<=离开)|(?<=离开了)|(?<=从)|(?<=在)|(?<=回归)|(?<=重返)|(?<=回到)|(?<=入职)|(?<=加盟)|(?<=创办)|(?<=创办了)|(?<=创立)"
    r"|(?<=创立了)|(?<=创建)|(?<=成立)|(?<=辞去)|(?<=出任)|(?<=担任)|(?<=任职于)|(?<=转投)|(?<=跳槽到)|(?<=跳槽至)|(?<=前)|(?<=原)|(?<=与)|(?<=和)|(?<=由)|(?<=向)|(?<=接近)|(?<=据)|(?<=传)|(?<=公司)"
    r"|(?<=创立的)|(?<=创办的)|(?<=创建的)|(?<=任命为)|(?<=聘为)|(?<=名为)|(?<=叫)|(?<=叫做)|(?<=出掌)|(?<=执掌)|(?<=掌舵))"
)
_RIGHT = (
    r"(?=发布|负责|宣布|换帅|迎来|确认|公告|今[日天]|昨[日天]|成立|旗下|证实|内部|的|首席|创始|联合|CEO|CTO|CFO|COO|董事|总裁|副总裁|高级|执行|负责人|回应|方面|称|表示|随后|任命|聘请|聘任|获|完成|已|将|于|从|此前|未|官|"
    r"\(|、|,|。|;|:|!|”|\"|\n|\Z|研究|技术|算法|产品|预训练|前|原|员工|高管|联创|工作|任|担任|出任|并|和|与|后|时|科学|创办|团队|实验室|语音|由|近日|日前|发生|待|\d)"
)
_NOUN = re.compile(_KIND)
_PART = 2  # characters of the end of a name by which it is looked for in a title
_LONGEST = 5  # characters of a name before the noun
_NAME = re.compile(rf"{_LEFT}(?![的在])([一-鿿]{{2,{_LONGEST}}}?(?:{_KIND})){_RIGHT}")
_ORDINARY = re.compile(
    "(?:公有|私有|混合|人工|具身|通用|商业|群体|空间|生成式?|端侧|超级|情感|高|黑|硬|前沿|金融|数字|信息|云|边缘|量子|高性能|分布式|并行|人形|服务|聊天|扫地|工业|协作|新能源|电动|智能|自动驾驶|神经|社交|互联|移动|大|开源|训练|操作|"
    "应用|系统|个人|国家|重点|联合|全国|知名|多家|这家|一家|某|海外|中国|美国|全球|传统|大型|头部|综合|公立|私立|名牌|顶尖|机器|计算机|自动|辅助|多模态|天使|风险|产业|母|子|上市|创业|初创|科技|互联网|基础|相关|其他|所有|各|本|该|我们的?|他的|人类|物理|经典|虚拟|现代|未来|美好|新|老|旧)"
    f"+(?:{_KIND})"
)
_NOT_IN_NAME = re.compile(
    "注册|早期|手机|人工智能|具身智能|推动|[的任由因说给了在是被把将已从于与和及或而且但也都就又还并其该这那此每各某]|公司|首席|表示|宣布|前往|来自|成为|目前|如何|什么|我们|他们|她们|进入|离开|加入|负责|获得|完成|推出|发布|提供|研发|专注|主打|聚焦|布局|面向|以及|通过|关于|对于|因为|所以|如果|没有|不是|就是|可以|需要|正在|开始|继续|关注|支持|使用|采用|基于|利用|实现|打造|构建|发展|参与|从事|涉及|属于|包括|领衔|回归|未满|一路"
)


def find_firms(text: str, taken: Sequence[Unit]) -> Iterator[Unit]:
    """Yield the organisations that the text itself shows to be such, wherever they stand in the gaps between units."""
    for start, end in find_words(text, _names(text, taken), taken):
        yield org_at(start, end, text[start:end], 0.8)


def with_whole_firms(text: str, units: Sequence[Unit]) -> list[Unit]:
    """Return the units with firms whole where a title took the end of their name: 墨鱼 云计算首席科学家."""
    names = {u.name for u in units if u.kind is UnitKind.ORG and not u.known and len(u.name) > _PART}
    if not names:
        return list(units)
    found: list[Unit] = []
    for unit in units:
        found.extend(_split(text, unit, names) if unit.kind is UnitKind.ROLE else (unit,))
    return without_overlaps(sorted(found, key=lambda u: (u.kind is not UnitKind.ORG, u.span.start)))


def _split(text: str, role: Unit, names: Collection[str]) -> tuple[Unit, ...]:
    """Return a firm and the title after it where a title begins inside the name of the firm; else the title."""
    start, end = int(role.span.start), int(role.span.end)
    for at in range(start + _PART, end - 1):
        for name in names:
            first = at - len(name)
            if first < start and name[-_PART:] == text[at - _PART : at] and text.startswith(name, first):
                title = replace(role, span=span_at(at, end), name=text[at:end])
                return org_at(first, at, name, 0.8), title
    return (role,)


def _names(text: str, taken: Sequence[Unit]) -> list[str]:
    """Return the names found in a telling place, those left out that end in another one (现身云鲤科技)."""
    found: Counter[str] = Counter()
    for gap, noun in find_gaps_with(_NOUN, text, taken):
        for hit in _places(text, gap, noun):
            name = hit.group(1)
            glue = _GLUE.match(name)
            if glue and len(name) - glue.end() >= 4:
                name = name[glue.end() :]
            if _WEAK.search(name) and not (
                _JOINED.search(text, max(0, hit.start() - 6), hit.end() - len(name))
                or _TITLED.match(text, hit.end())
            ):
                continue
            if not _NOT_IN_NAME.search(name) and not _ORDINARY.fullmatch(name):
                found[name] += 1
    told = {name: times * text.count(name) for name, times in found.items()}
    return [n for n in told if all(told.get(n[cut:], 0) < told[n] for cut in range(1, len(n)))]


def _places(text: str, gap: Gap, at: int) -> Iterator[re.Match[str]]:
    """Yield the matches of `_NAME` in a gap; it is tried only where a noun for firms is near enough to end it.

    Args:
        at: where the first noun stands.
    """
    least = gap.start
    while noun := _NOUN.search(text, at, gap.end):
        at = noun.start() + 1
        for start in range(max(least, noun.start() - _LONGEST), noun.start() - 1):
            hit = _NAME.match(text, start, gap.end)
            if hit:
                yield hit
                least = hit.end()
                break
