"""Building blocks of the Chinese time rules: years, months, days, parts, hours."""

from __future__ import annotations

import re

from quliu.extract.time.clock import Clock
from quliu.extract.time.numbers import parse_digits, parse_number

DIGITS = "0123456789"
HAN = "〇零一二两三四五六七八九十廿半"
NUMBERS = DIGITS + HAN

_THIS_YEAR = {
    "今年": 0, "本年": 0, "本年度": 0, "去年": -1, "上年": -1, "前年": -2, "大前年": -3, "明年": 1, "后年": 2,
}  # fmt: skip
_LOOSE = frozenset(("当年", "那年", "那一年"))  # 想当年: of no told year unless one stands near
_FOLLOWING_YEAR = frozenset(("次年", "翌年", "第二年", "转年", "隔年", "来年"))

DASH = "(?:-|‑|–|—|~|至|到)"
_REL_YEAR = "同年|当年|那一?年|这一年|该年|次年|翌年|(?<![连续])第二年|转年|隔年|来年"
YEAR = (
    r"(?:(?<!\d)(?P<y>(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})年度?"
    r"|(?<![\d.近超约达了第有])(?P<y2>[0-289]\d)年(?=\d{1,2}月|年?[初底末](?!薪)|年?中(?![国央文科东小关间])"
    r"|[上下]半|[春夏秋冬]|Q\d|加入|入职|离职|离开|毕业)"
    rf"|(?P<yw>今年|本年度?|去年|大前年|前年|明年|后年|上年)|(?P<rel>{_REL_YEAR}))的?"
)
YEAR_STARTS = DIGITS + "一二今本去大前明后上同当那这该次翌第转隔来"
_M = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
MONTH = rf"(?P<m>{_M})(?:月(?![龄嫂饼薪租])份?|(?={DASH}(?:{_M})月))"
_D = "3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九]"
_WEEKDAY_NOTE = r"(?:\((?:周|星期)[一二三四五六日天]\))?"
_HOURS = "凌晨|早间|清晨|早晨|早上|上午|中午|午间|午后|下午|傍晚|晚间|晚上|深夜|晚|早"
HOUR = rf"{_WEEKDAY_NOTE}(?:当天|当日)?(?:{_HOURS})?"
DAY = rf"(?P<d>{_D})(?:[日号]|(?={DASH}(?:{_D})[日号])){HOUR}"
PART_OF_MONTH = "(?P<pm>上旬|中旬|下旬|[初底末]|中(?![国央文科东小关间]))"
SEASON = "[春夏秋冬](?:[天季日](?![节晚运招游令奥装闱])|(?![节晚运招游令奥装闱天季日]))"
PART_OF_YEAR = rf"(?P<py>年?[初底末]|年?中(?![国央文科东小关间])|[上下]半年|{SEASON})"
QUARTER = "(?:第?(?P<q>[一二三四1-4])个?季度?|[Qq](?P<q2>[1-4]))(?P<pq>[初末底])?"
NUMBER = "(?:\\d{1,3}|[一二两三四五六七八九十]{1,3}|半)"
FUZZY = "几|数|好几"
CLOSE = "一两|两三|三四|三五|四五|五六|七八"
"""Two numbers that stand for either."""
UNIT = "天|日|周|个?星期|个?礼拜|个月|年"

_UNITS = {"天": "day", "日": "day", "周": "week", "个月": "month", "月": "month", "年": "year"}


def unit_of(word: str) -> str:
    """Return the English name of a unit."""
    return _UNITS.get(word, "week")


def number_of(word: str, half: str | None) -> float:
    """Return the value of a number and the 半 after its unit."""
    return parse_number(word) + (0.5 if half else 0.0)


def year_of(hit: re.Match[str], clock: Clock) -> int | None:
    """Return the year that the year block of a match means."""
    groups = hit.groupdict()
    if groups.get("y"):
        return parse_digits(groups["y"])
    if groups.get("y2"):
        value = int(groups["y2"])
        return 2000 + value if value < 50 else 1900 + value
    if groups.get("yw"):
        return clock.year_shifted(_THIS_YEAR[groups["yw"]])
    told, word = clock.told_year(), groups.get("rel")
    if told is None or (word in _LOOSE and not clock.in_paragraph(hit.start())):
        return None
    return told + (word in _FOLLOWING_YEAR)


def month_of(hit: re.Match[str]) -> int:
    """Return the number of the month block of a match."""
    return int(parse_number(hit["m"]))


def part_key(word: str | None) -> str:
    """Return the part as the calendar names it: 年底 -> 底, 春天 -> 春, 上半年 -> 上半."""
    if not word:
        return ""
    if word.endswith("半年"):
        return word[:2]
    if word.endswith("旬"):
        return word
    return word.removeprefix("年")[:1]
