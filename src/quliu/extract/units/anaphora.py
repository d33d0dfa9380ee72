"""Organisations that a text names by a demonstrative: 该行, 该公司, 这家机构.

Each stands for the last organisation before it that can be of its sort, the one the text talks most about first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from quliu.extract.units.unit import Unit, UnitKind
from quliu.model import ReadOffset, ReadSpan

_BACK = 8  # organisations looked at before a demonstrative; chosen on train.jsonl
_POINTS = re.compile(
    "(?:该|这家|这所)(?P<sort>行|银行|公司|集团|企业|机构|校|大学|高校|学院|院|研究院|研究所|所|实验室|平台|厂商|车企|初创公司|初创企业|创业公司|创企|巨头|基金)(?!业|为|动|列|程|情|政|长|友|园|服|有|谓|以|在|需|属|述|得)"
)
_BARE = re.compile("(?P<sort>本?公司|本行|集团)(?!们|内部邮件|化|制|治|法)")
_LATTER = re.compile("(?P<sort>后者)(?=的)")
_STANDS_ALONE = re.compile("(?:[,。;:、\n(“ 任为从是由年月]|\\d日|辞去|接替|选举)\\Z")
_SORTS = {
    "行": re.compile("银行|行$"),
    "银行": re.compile("银行|行$"),
    "校": re.compile("大学|学院|学校|University|College|Institute"),
    "大学": re.compile("大学|学院|University"),
    "高校": re.compile("大学|学院|University"),
    "学院": re.compile("学院|大学"),
    "院": re.compile("院"),
    "研究院": re.compile("研究院"),
    "研究所": re.compile("研究所|Institute"),
    "所": re.compile("研究所|Institute"),
    "实验室": re.compile("实验室|Lab|DeepMind|OpenAI|研究院"),
    "本行": re.compile("银行|行$"),
    "基金": re.compile("基金|资本|Capital|Fund|创投"),
}
_NO_FIRM = re.compile("大学|学院|University|College|中学|研究所|基金会|[局署厅]\\Z|政府|司令部|委员会\\Z")
_TEAM = re.compile("(?:中心|团队|部门?|事业[部群]|委员会|项目)$")
_FIRMS = ("公司", "企业", "集团", "厂商", "车企", "创企", "巨头")
_PASSING = re.compile("(?:前|原|据|曾在|毕业于|来自|此前在)\\Z")
# OpenAI前CTO甲创立的O: what was left is not what the text goes on about.
_ONCE = re.compile("的?(?:前|原)(?!公司|身)")


def find_demonstratives(text: str, units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield the demonstratives whose organisation is clear, named by it; `units` must be sorted."""
    hits = sorted([*_POINTS.finditer(text), *_bare(text, units), *_latter(text, units)], key=_start)
    if not hits:
        return
    orgs = [unit for unit in units if unit.kind is UnitKind.ORG]
    ends = [unit.span.end for unit in orgs]
    told = Counter(unit.lexicon_id or unit.name for unit in orgs)
    for hit in hits:
        last = bisect_right(ends, hit.start())
        before = orgs[max(0, last - _BACK) : last]
        latter = before[-1] if hit.group("sort") == "后者" and before else None
        meant = latter or _meant(hit.group("sort"), before, told, text)
        if meant is not None:
            span = ReadSpan(ReadOffset(hit.start()), ReadOffset(hit.end()))
            yield Unit(
                UnitKind.ORG, span, meant.name, meant.known, meant.weight * 0.9, lexicon_id=meant.lexicon_id
            )


def _start(hit: re.Match[str]) -> int:
    return hit.start()


def _latter(text: str, units: Sequence[Unit]) -> Iterator[re.Match[str]]:
    """Yield 后者 where a title follows: O收购了O2,后者的联合创始人."""
    titles = {unit.span.start for unit in units if unit.kind is UnitKind.ROLE}
    yield from (hit for hit in _LATTER.finditer(text) if hit.end() + 1 in titles)


def _bare(text: str, units: Sequence[Unit]) -> Iterator[re.Match[str]]:
    """Yield 公司 and its like where a title follows: 公司首席科学家."""
    titles = {unit.span.start for unit in units if unit.kind is UnitKind.ROLE}
    for hit in _BARE.finditer(text):
        end = hit.end()
        titled = end in titles or (text[end : end + 1] == "的" and end + 1 in titles)
        if titled and _STANDS_ALONE.search(text, max(0, hit.start() - 2), hit.start()):
            yield hit


def _meant(sort: str, before: Sequence[Unit], told: Counter[str], text: str) -> Unit | None:
    if sort.endswith(_FIRMS):
        before = [unit.owner or unit if _TEAM.search(unit.name) else unit for unit in before]
    fits = [unit for unit in before if _is_sort(sort, unit.name)]
    if not fits:
        return None
    current = [unit for unit in fits if not _in_passing(unit, text)] or fits
    last = len(current) - 1
    ranked = max(
        range(len(current)),
        key=lambda i: (told[current[i].lexicon_id or current[i].name] / (1 + 0.5 * (last - i)), i),
    )
    return current[ranked]


def _in_passing(unit: Unit, text: str) -> bool:
    """Tell whether an organisation is named only as where somebody was or what says something."""
    before = _PASSING.search(text, max(0, unit.span.start - 4), unit.span.start)
    return before is not None or _ONCE.match(text, unit.span.end) is not None


def _is_sort(sort: str, name: str) -> bool:
    if sort.endswith(_FIRMS) and _TEAM.search(name):
        return False
    wanted = _SORTS.get(sort)
    return wanted.search(name) is not None if wanted else _NO_FIRM.search(name) is None
