"""Numbers that a text gives of a subject: how many, how much, which share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.facts.amount import CURRENCY, NUMBER
from quliu.extract.facts.fact import Fact
from quliu.extract.facts.naming import unit_at
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, OUTLET, PERSON, ROLE, TIME, Unit
from quliu.model import Figure

_ANCHOR = re.compile(r"\d")
_METRIC = (
    r"(?:总?参数(?:量|规模|数)?|(?:注册|付费|活跃|月活跃?|日活跃?|全球|企业|周活跃?|订阅|总){0,3}用户(?:数量|规模|总数|数|量)?|月活|日活|周活|DAU|MAU|WAU"
    r"|(?:累计|全球|总)*下载量|装机量|衍生模型|员工(?:总数|人数|规模|数)?|团队(?:人数|规模)|总?人数|(?:年化|年|季度|总|经常性|净|广告|云|全年){0,3}(?:营收|收入|利润|亏损)|ARR|毛利率"
    r"|占比|(?:市场)?份额|(?:融资|投资|交易|合同)?总额|市场规模|增长率|增速|涨幅|跌幅|降幅|(?:同比|环比)(?:大幅)?(?:增长|增加|上涨|提升|下降|下滑|减少|下跌)|(?:用户|市场)?需求|股价|市值|销量|出货量|调用量|使用量|访问量|点击量|播放量"
    r"|资本开支|资本支出|研发(?:投入|支出|费用)|预算|年薪|薪酬总?额?|薪资|离职率|留存率|渗透率|准确率|得分|估算成本|训练成本|成本|订单量?|交易额|GMV|专利数?量?|论文数?量?|门店数?量?|[Tt]oken(?:s)?(?:消耗|使用|调用)量?)"
)
_LINK = r"(?:已经?|目前|更|也|又|就|均|都|可|仍|则|还|仅|只|将|高|再|同比|环比|当前|达到了?|达至?|为|是|增长了?|增加了?|增至|升至|涨至|突破了|共|合计|累计|总计|飙升至?|下跌了?|上涨了?|下降[了至]?|降至|跌至|缩减至|增长至|减少[了至]?|缩水了?|提升了?|从|有|只有|数|:|逼近|来到|实现了?|预计|或|会|在|\s|[\uf200-\uf7ff]){0,6}"
_UNIT = rf"(?:(?:万亿|千亿|百亿|亿级别|亿|千万|百万|万|千|百)[多余]?)?(?:{CURRENCY}|人次|人|名|位|次|个百分点|个|家|款|台|张|卡|倍|[BMTbmt](?![A-Za-z])|小时|分钟|天|年|[Tt]okens?|篇|项|分)?"
_VALUE = rf"(?P<value>{NUMBER}) ?(?P<unit>%|{_UNIT})"
_STATED = re.compile(rf"(?P<metric>{_METRIC})(?:量|数)?{_LINK}{_VALUE}")
_COUNTED = re.compile(
    rf"“(?P<metric>[^“”,。]{{2,12}})”(?:了|次数|量|已经?|达到?){{0,3}}(?P<value>{NUMBER}) ?(?P<unit>万亿次|亿次|万次|次|亿单|万单)"
)
_PACE = re.compile(
    r"平均(?:每)?(?P<value>\d+(?:\.\d+)?) ?(?P<unit>天|小时|分钟|个月|周|秒)[就便才]?(?P<metric>[^\ue000-\uf8ff,。;”]{3,14})"
)
_CUT = re.compile(
    rf"(?P<metric>裁员|裁减|裁掉)(?:了|规模|比例|人数|幅度|将|达到?|为){{0,4}}(?P<value>{NUMBER}) ?(?P<unit>%|万?余?名员工|万?多?人|万?名)"
)
_SHARE = re.compile(
    rf"(?P<metric>占(?:了|到|据|比)?(?:{ORG}|{ROLE})?[^\ue000-\uf8ff,。;\d]{{0,12}}?)(?:的|为){{0,2}}{_VALUE}(?<=%)"
)
_STAFFED = re.compile(
    rf"(?:拥有|有|共有|现有|雇佣|雇用|招聘)(?:了|着){{0,2}}(?P<value>{NUMBER}) ?(?P<unit>万?(?:名|位|个)?)(?P<metric>(?:全职|正式|付费|注册|活跃|企业|月活跃?|日活跃?|个人){{0,3}}(?:员工|用户|客户|研究员|工程师|开发者|订阅者|研究人员)|{ROLE})"
)
_MANNED = re.compile(
    rf"(?P<metric>{ROLE}|(?<=[,。;、\ue600-\uebff\uf200-\uf7ff])(?:研发|技术|整个|核心|公司|现有)?团队|(?<=全)公司)(?:总数|人数|规模|数量|数)?{_LINK}(?P<value>{NUMBER}) ?(?P<unit>万?(?:名|人))(?!民)"
)
_STAFF = re.compile("(?:员工|用户|客户|研究员|工程师|开发者|人员|成员)\\Z")
_SOURCE = re.compile(
    r"\A(?:据|根据|按照?|来自)?[^,。;]{0,18}?(?:数据|报告|统计|显示|透露|表示|称|介绍|公布|财报)(?:显示|称|表明|指出)?[,:]?"
)
_PLAIN = re.compile(r"(?:[^\ue000-\uf8ff,。;:“”]){2,14}")
_BEFORE_SUBJECT = re.compile(f"{TIME}|{OUTLET}")
_NO_SUBJECT = re.compile(
    "[了着过是、将它他她]|一家|^(?:公司|包括|签约|年度|并且.?|累计|合计|平均|最终|实现|完成|拥有|超过|达到|约|共|总)|^[^的]{0,2}$"
)
_NOISE = re.compile(
    r"^(?:其中|而|且|但|此外|另外|同时|截至|目前|如今|当前|预计|也就是|例如|比如|与此同时|甚至|的|在|其|这|该|今年|去年|一方面|还有|以及|和|到){1,4}|(?:的|在|上|中|其|有|是|已|,)+$"
)
_TRAILS = re.compile("(?:的|在|上|中|其|有|是|已|,)+\\Z")


def find_figures(scene: Scene) -> Iterator[Fact]:
    """Yield the numbers that the sentence gives with what they measure."""
    if not _ANCHOR.search(scene.mask):
        return
    taken: set[int] = set()
    for pattern, rule, score in (
        (_CUT, "cut", 0.75),
        (_STATED, "stated", 0.75),
        (_SHARE, "share", 0.7),
        (_COUNTED, "counted", 0.7),
        (_PACE, "pace", 0.65),
        (_STAFFED, "staffed", 0.7),
        (_MANNED, "staffed", 0.7),
    ):
        for hit in pattern.finditer(scene.mask):
            if hit.start("value") in taken or not hit.group("unit") or not _is_counted(scene, hit):
                continue
            subject = _subject(scene, hit.start())
            if subject is not None:
                taken.add(hit.start("value"))
                yield _fact(scene, hit, subject, rule=rule, score=score)


def _is_counted(scene: Scene, hit: re.Match[str]) -> bool:
    """Tell whether what is measured, where it reads as a title, is one that is counted: 员工, not 创始人."""
    role = scene.sentence.unit(hit.start("metric"))
    return role is None or _STAFF.search(role.name) is not None


def _subject(scene: Scene, at: int) -> Unit | None:
    """Return what a number is of: the name before it, else the noun that opens its clause, else the name before that."""
    start = max(scene.clause(at)[0], at - 60)
    named = scene.sentence.find(f"{ORG}|{PERSON}", start, at)
    if named:
        return named[-1][1]
    left = start + len(source.group()) if (source := _SOURCE.match(scene.mask[start:at])) else start
    text = scene.mask[left:at]
    times = [hit.end() for hit in _BEFORE_SUBJECT.finditer(text)]
    left += max(times, default=0)
    opening = _NOISE.match(scene.mask[left:at])
    left += opening.end() if opening else 0
    text = scene.mask[left:at]
    closing = _TRAILS.search(text)
    end = at - (len(closing.group()) if closing else 0)
    plain = _PLAIN.fullmatch(scene.mask, left, end)
    if plain and not _NO_SUBJECT.search(plain.group()):
        return unit_at(scene.sentence, left, end)
    earlier = scene.sentence.find(ORG, max(0, start - 80), start)
    return earlier[-1][1] if earlier and (end - left < 2 or plain) else None


def _fact(scene: Scene, hit: re.Match[str], subject: Unit, *, rule: str, score: float) -> Fact:
    return Fact(
        Figure,
        {
            "subject": subject,
            "metric": role.name
            if (role := scene.sentence.unit(hit.start("metric")))
            else hit.group("metric"),
            "value": hit.group("value").strip(),
            "unit": hit.group("unit"),
        },
        scene.sentence,
        hit.start(),
        hit.end(),
        hit.start("value"),
        f"figure.{rule}",
        score,
        time=scene.time(hit.start("value")),
    )
