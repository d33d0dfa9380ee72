"""Which of the times of a sentence dates a predicate, and which time a paragraph is set in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quliu.extract.units.unit import PERSON, TIME, Sentence, Unit

_UNITS = "\ue000-\uf8ff"
_DATELINE = re.compile(
    "(?:上午|下午|晚间?|早间)?(?:消息|讯|报道|电(?![话影视商子动])|(?:从[^,。;]{1,16}处)?获悉|,(?:据|根据))"
)
# A year that only belongs to the name of something, or to those who finished school in it.
_IN_A_NAME = re.compile(
    "(?:度|财年)?(?:[^,。;:、\ue000-\uf8ff]{0,7}(?:奖(?!金)|年报|财报|报告|榜单?(?!样))|级(?!别)|届|款|版|生于|出生|生人)"
)
_BORN = re.compile("(?:生于|出生于|毕业于)\\Z")
# 2019年成立的云鲤科技: the time of what is described, not of the predicate.
_DESCRIBES = re.compile(
    "(?:才|刚|正式|共同|联合)?(?:成立|创立|创办|加入|入职|加盟|毕业|发布|上市|推出|收购|获得|诞生|组建|拿下|离开|离职)[^,。;:]{0,8}的"
)
_STILL_SO = re.compile("还|仍|依然|我们所")  # 直到今天还在O
# 2019年加入后升任: the time of what came before.
_BEFORE_THAT = re.compile("[^,。;:]{0,4}(?:成立|创立|加入|入职|加盟)[^,。;:]{0,8}(?:之?后|以来|至今)")
_EFFECTIVE = re.compile(
    rf"(?:自|从|于|在|,|为|是)({TIME})日?起?(?:正式)?(?:起?生效|卸任|离任|离职|上任|就任|履新|到任|到岗|报到|继任|接任|退休|加入|入职|赴任|履职|离开)"
    rf"|最后(?:一个)?(?:工作日|一天)[^,。;:]{{0,4}}?({TIME})"
)
# 相关任命自5月19日起生效: holds for all that the announcement goes on to tell.
_TAKES_EFFECT = re.compile(
    rf"(?:任命|任免|调整|变动|变更|决定|通知)[^,。;{_UNITS}]{{0,6}}[自从于]({TIME})日?起?(?:正式)?起?生效"
)
# A time that ends something, told after the predicate: 担任总裁直到2020年.
_UNTIL = re.compile("(?:直到|直至|截至|截止)\\Z")
_NEXT_EVENT = re.compile("任|晋升|升为|加入|离职|离开|创办|创立|回归|入职|加盟|退休|成为")
_ANNOUNCES = re.compile("宣布|公告|发文|内部信|邮件|官宣|任命|今[日天]|通知|委任|聘|表示|表态")
_AHEAD = re.compile(r"(?:即将|将|拟|计划|打算|准备)[^,。;:]{0,8}\Z")
_HANDS_OVER = re.compile("接任|接替|继任|接棒|接手|接班|接管")
_STARTS_ANEW = re.compile("曾(?!为|经在)|此前|早年|先后|历任|出生|毕业|此外|另外|其他|其余|之前")
_LINKED = re.compile("随后|随即|后来|之后|此后|紧接着|最终|当时|彼时|其中|但|由|其(?!他|余)|他|她|同样|该")
_MEANWHILE = re.compile("与此同时|同时|另据|而(?!且)|其中")
_REACH = 200  # characters of the mask to look at on either side: keeps reading linear
_POINTS = "于在自从,"
_SHORT = 16
_LINK_WORD = 3  # characters of a clause that only links: 例如, 此外, 随后
_LEAD = 40  # characters of the sentence after a heading in which its day is told
_OPENS = 14  # characters of a sentence in which its setting is told


@dataclass(frozen=True, slots=True)
class Setting:
    """The time that the sentences of a paragraph are set in.

    Attributes:
        opening: the time that a sentence opened with.
        latest: the last time of the sentence before, which a successor takes.
        ago: how many sentences ago `opening` was told.
        leads: the sentence that told it is a short one, which opens the next paragraph too.
        lasts: the sentence said that what the paragraph announces takes effect then.
    """

    paragraph: int
    opening: Unit | None
    latest: Unit | None
    ago: int
    leads: bool = False
    lasts: bool = False

    def is_near(self, sentence: Sentence) -> bool:
        """Tell whether the setting holds for a sentence: of its paragraph, or opening it, or carried on in so many words."""
        away = sentence.paragraph - self.paragraph
        if self.ago <= 4 and away <= 1 and _MEANWHILE.match(sentence.mask):
            return True
        if self.lasts and away == 0:
            return True
        if self.ago == 0:
            return away == 0 or (self.leads and away == 1)
        return self.ago <= 2 and away == 0 and _LINKED.match(sentence.mask) is not None


def find_time(sentence: Sentence, ends: Sequence[int], trigger: int) -> Unit | None:
    """Return the time that the sentence gives the predicate at a position of its mask.

    The day on which a change takes effect goes before the day on which it is announced; else the nearest time of
    the clause wins, a definite one before a vague one, then that of the nearest clause before, then that of the
    clause after.

    Args:
        ends: positions of the clause ends of the mask, in order.
    """
    mask = sentence.mask
    low, high = max(0, trigger - _REACH), trigger + _REACH
    index = bisect_right(ends, trigger - 1)
    start = ends[index - 1] + 1 if index else 0
    end = ends[index] if index < len(ends) else len(mask)
    times = [(at, u) for at, u in sentence.find(TIME, low, high) if not _is_foreign(mask, at, trigger)]
    own = [u for at, u in times if start <= at < trigger][::-1] + [u for at, u in times if trigger < at < end]
    effective = _effective(sentence, trigger)
    if effective is not None and (
        not own or not is_definite(own[0]) or _ANNOUNCES.search(mask, low, trigger + 2)
    ):
        return effective
    if own:
        return _first_definite(own) or own[0]
    before = [u for at, u in times if at < start]
    if before:
        return before[-1]
    following = ends[index + 1] if index + 1 < len(ends) else len(mask)
    after = _time_after(sentence, [(at, u) for at, u in times if end <= at < following], trigger)
    if after is not None and not _NEXT_EVENT.search(mask, end, following):
        return after
    return _find_dateline(sentence) if _ANNOUNCES.search(mask, low, trigger) else None


def _time_after(sentence: Sentence, times: Iterable[tuple[int, Unit]], trigger: int) -> Unit | None:
    """Return the first definite time that a word such as 于 leads to; None where somebody else stands before it."""
    for at, unit in times:
        if is_definite(unit) and sentence.mask[at - 1] in _POINTS:
            return None if sentence.find(PERSON, trigger, at) else unit
    return None


def time_of_lead(following: Sentence | None) -> Unit | None:
    """Return the day that the sentence after a heading opens with, which the heading tells of too.

    A dateline alone is the day of the report, and counts only where the sentence announces something.
    """
    if following is None:
        return None
    days = [(at, u) for at, u in following.find(TIME, 0, _LEAD) if is_definite(u) and _is_day(u)]
    own = [u for at, u in days if not _is_foreign(following.mask, at, at)]
    if own:
        return own[0]
    return _find_dateline(following) if _ANNOUNCES.search(following.mask) else None


def _is_day(unit: Unit) -> bool:
    """Tell whether a time is a day, or two."""
    days = unit.time.range if unit.time is not None else None
    return days is not None and not days.is_open and (days.last - days.first).days <= 1


def find_setting(sentence: Sentence, ends: Sequence[int], before: Setting | None) -> Setting | None:
    """Return the time that the next sentence is set in."""
    times = [(at, u) for at, u in sentence.find(TIME) if is_definite(u)]
    own = [(at, u) for at, u in times if not _is_foreign(sentence.mask, at, at)]
    latest = own[-1][1] if own else None
    skipped = sum(1 for at, _ in times[:1] if _DATELINE.match(sentence.mask, at + 1))  # 5月7日消息,今天…
    skipped += bool(ends) and ends[0] <= _LINK_WORD  # 例如,2019年…
    limit = min(ends[skipped] if skipped < len(ends) else _OPENS, _OPENS + 8 * skipped)
    effective = _TAKES_EFFECT.search(sentence.mask)
    in_force = sentence.unit(effective.start(1)) if effective else None
    opening = [in_force] if in_force and is_definite(in_force) else _told_first(sentence, own, limit)
    if opening:
        leads = len(sentence.mask) <= _SHORT
        return Setting(sentence.paragraph, opening[-1], latest, 0, leads, in_force is not None)
    if before is None or before.opening is None or sentence.paragraph - before.paragraph > 1:
        return Setting(sentence.paragraph, None, latest, 0) if latest else None
    return replace(before, latest=latest, ago=before.ago + 1, leads=False)


def _told_first(sentence: Sentence, times: Iterable[tuple[int, Unit]], limit: int) -> list[Unit]:
    """Return the times up to a position that no person stands before: 甲于5月离职 dates what 甲 does alone."""
    return [unit for at, unit in times if at <= limit and not sentence.find(PERSON, 0, at)]


def time_of_setting(sentence: Sentence, setting: Setting, trigger: int) -> Unit | None:
    """Return the time of a predicate without one of its own, None where the paragraph tells of other times too."""
    if not setting.is_near(sentence):
        return None
    if _STARTS_ANEW.search(sentence.mask, max(0, trigger - _REACH), trigger):
        return None
    if setting.latest is not None and setting.ago == 0 and _HANDS_OVER.match(sentence.mask, trigger):
        return setting.latest
    return setting.opening


def _find_dateline(sentence: Sentence) -> Unit | None:
    """Return the day of a dateline that opens the sentence: 5月7日消息."""
    opening = sentence.find(TIME, 0, _OPENS)
    found = [u for at, u in opening if _DATELINE.match(sentence.mask, at + 1) and is_definite(u)]
    return found[0] if found else None


def is_definite(unit: Unit) -> bool:
    """Tell whether a time names a period with a beginning and an end."""
    return unit.time is not None and not unit.time.vague and unit.time.range.start is not None


def _is_foreign(mask: str, at: int, trigger: int) -> bool:
    """Tell whether a time is no time of the predicate: a dateline, part of a name, or of something described."""
    if (
        _DATELINE.match(mask, at + 1)
        or _IN_A_NAME.match(mask, at + 1)
        or _BORN.search(mask, max(0, at - 4), at)
        or _STILL_SO.match(mask, at + 1)
    ):
        return True
    if at > trigger:
        if "的" in mask[trigger + 2 : trigger + 4]:
            return True  # 甲创办的公司今日亮相
        return (
            _UNTIL.search(mask, max(0, at - 3), at) is not None or _DESCRIBES.match(mask, at + 1) is not None
        )
    described = _DESCRIBES.match(mask, at + 1, trigger) or _BEFORE_THAT.match(mask, at + 1, trigger)
    return described is not None


def _effective(sentence: Sentence, trigger: int) -> Unit | None:
    hit = _EFFECTIVE.search(sentence.mask, trigger, trigger + _REACH)
    comma = sentence.mask.find(",", trigger)  # 任命甲为R,自7月1日起生效: its object is nobody else
    if hit is None or (comma >= 0 and sentence.find(PERSON, comma, hit.start())):
        return None
    unit = sentence.unit(hit.start(hit.lastindex or 1))
    return unit if unit is not None and is_definite(unit) else None


def _first_definite(units: Iterable[Unit]) -> Unit | None:
    return next(filter(is_definite, units), None)
