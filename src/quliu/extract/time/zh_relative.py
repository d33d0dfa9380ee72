"""Chinese rules for times counted from today or from what was told before, and for times that fix nothing."""

from __future__ import annotations

import re
from datetime import date, timedelta

from quliu.extract.time import bare
from quliu.extract.time.calendar import days, shift, shift_months, week_of
from quliu.extract.time.clock import Clock
from quliu.extract.time.rule import NotATimeError, Rule
from quliu.extract.time.zh_words import CLOSE, FUZZY, HOUR, NUMBER, NUMBERS, UNIT, number_of, unit_of
from quliu.model import DateRange

_DAYS = {
    "今天": 0, "今日": 0, "今晨": 0, "今早": 0, "今晚": 0, "今起": 0,
    "昨天": -1, "昨日": -1, "昨晚": -1, "昨夜": -1,
    "前天": -2, "前日": -2, "前晚": -2, "大前天": -3, "明天": 1, "明日": 1, "明早": 1, "明晚": 1, "后天": 2,
}  # fmt: skip
_DAY_WORDS = (
    "今天|今日(?!本|头条|资本|投资)|今晨|今早|今晚|今起|昨天|昨日(?!本|重现)|昨晚|昨夜|大前天|前天|前日(?!本)|前晚"
    "|明天|明日(?!本|方舟|之)|明早|明晚|后天(?![性的培习])"
)
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
_WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "": 0, "下": 1, "下下": 2}
_BEFORE = "(?:之前|以前|前(?![往后沿端瞻锋夕任台期途景言三两进]))"
_AFTER = "(?:之后|以后|过后|后(?![来续台端面方者半期排裔备]))"


_A_MONTH = 31
_FAR_AHEAD = 1100  # days: no news plans a move for ten years from now
_ABILITY = re.compile("[会能可需]|(?<!主)要")


def _day_word(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return None if clock.now is None else DateRange.day(clock.now + timedelta(days=_DAYS[hit["dw"]]))


def _same_day(hit: re.Match[str], clock: Clock) -> DateRange | None:
    told = clock.told
    if told is not None and told.start != told.last and clock.in_paragraph(hit.start()):
        # 2022年12月,甲离职。同一天,…: no day is told, so none is known any better than that
        return told if not told.is_open and (told.last - told.first).days <= _A_MONTH else None
    if clock.day is None:
        return None
    word = hit.group()
    count = 1 if word in ("次日", "第二天", "翌日", "隔天", "隔日") else -1 if word.startswith("前") else 0
    return DateRange.day(clock.day + timedelta(days=count))


def _from_now_on(hit: re.Match[str], clock: Clock) -> DateRange | None:
    """Return the day of an announcement that takes effect at once; it may have been the day before.

    Where the sentence has told another day (2021年10月29日,公司公告称,即日起) it is that day.
    """
    told = clock.day if clock.tells_in_sentence(hit.start()) else None
    if told is not None and (clock.now is None or abs((clock.now - told).days) > 2):
        return DateRange.day(told)
    return None if clock.now is None else days(clock.now - timedelta(days=1), 2)


def _weekday(hit: re.Match[str], clock: Clock) -> DateRange | None:
    which, number = (hit["ww"] or "").rstrip("个"), _WEEKDAYS[hit["wd"]]
    if clock.now is None:
        return None
    if which:
        return DateRange.day(week_of(clock.now, _WEEKS[which]).first + timedelta(days=number))
    found = bare.weekday(clock, *hit.span(), number)
    return None if found is None else DateRange.day(found)


def _week(hit: re.Match[str], clock: Clock) -> DateRange | None:
    which, part = (hit["ww"] or "").rstrip("个"), hit["pw"]
    if clock.now is None:
        return None
    week = week_of(clock.now, _WEEKS[which])
    if part == "末":
        weekend = days(week.first + timedelta(days=5), 2)
        if not which and weekend.first > clock.now and not clock.is_future(*hit.span(), clause=True):
            weekend = days(weekend.first - timedelta(days=7), 2)
        return weekend
    if part == "初":
        return days(week.first, 3)
    return clock.until_now(week, *hit.span())


def _ago(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    return shift(DateRange.day(clock.now), -number_of(hit["n"], hit["half"]), unit_of(hit["u"]))


def _months_ago(hit: re.Match[str], clock: Clock) -> DateRange | None:
    """Return the month of 一个半月前, the two of 两个多月前: more than two months ago, less than three."""
    if clock.now is None:
        return None
    number = number_of(hit["n"], None)
    near = shift(DateRange.day(clock.now), -number - (0.5 if hit["half"] else 0), "month")
    return near if hit["half"] else near.hull(shift(DateRange.day(clock.now), -number - 1, "month"))


def _either_ago(hit: re.Match[str], clock: Clock) -> DateRange | None:
    """Return the days between the two numbers of 两三个月前."""
    if clock.now is None:
        return None
    near, far = (
        shift(DateRange.day(clock.now), -number_of(number, None), unit_of(hit["u"])) for number in hit["n"]
    )
    return far.hull(near)


def _lately(hit: re.Match[str], clock: Clock) -> DateRange | None:
    """Return the stretch up to now that 近三个月 and 过去几周 name."""
    if hit["n"] not in FUZZY.split("|"):
        return _past_stretch(hit, clock)
    found = None if clock.now is None else few(clock.now, unit_of(hit["u"]), -1)
    return None if found is None or clock.now is None else found.hull(DateRange.day(clock.now))


def _later(hit: re.Match[str], clock: Clock) -> DateRange | None:
    base = clock.told
    if (
        clock.now is not None
        and not clock.in_paragraph(hit.start())
        and clock.is_future(*hit.span(), clause=True)
    ):
        base = DateRange.day(clock.now)
    if base is None or base.is_open:
        return None
    found = shift(base, number_of(hit["n"], hit["half"]), unit_of(hit["u"]))
    # 退休两年后: a duration that did not begin with the event told before.
    ahead = 0 if clock.now is None else (found.first - clock.now).days
    return None if ahead > (_FAR_AHEAD if clock.is_future(*hit.span(), clause=True) else 0) else found


def _some_ago(hit: re.Match[str], clock: Clock) -> DateRange | None:
    """Return what "a few" spans: two to seven days, two to six weeks, two to nine months."""
    return None if clock.now is None else few(clock.now, unit_of(hit["u"]), -1)


def _some_later(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return (
        None
        if clock.told is None or clock.told.start is None
        else few(clock.told.start, unit_of(hit["u"]), 1)
    )


def few(base: date, unit: str, sign: int) -> DateRange | None:
    """Return the days that "a few days (weeks, months) ago" or "later" may mean, None for years."""
    if unit == "year":
        return None
    if unit == "month":
        near, far = shift_months(base, sign * 2), shift_months(base, sign * 9)
    else:
        least, most = (2, 7) if unit == "day" else (10, 42)
        near, far = base + timedelta(days=sign * least), base + timedelta(days=sign * most)
    return DateRange(min(near, far), max(near, far) + timedelta(days=1))


def _past_stretch(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    number, unit = number_of(hit["n"] or "一", hit["half"]), unit_of(hit["u"])
    if unit in ("year", "month"):
        first = shift_months(clock.now, -round(number * (12 if unit == "year" else 1)))
        if (clock.now - first).days > 1100:
            return None
    else:
        first = clock.now - timedelta(days=round(number * (7 if unit == "week" else 1)))
    return DateRange(first, clock.now + timedelta(days=1))


def _within(hit: re.Match[str], clock: Clock) -> DateRange | None:
    """Return the time from the event told before on; where none was told it is a mere duration."""
    if clock.told is None or clock.told.is_open or not clock.in_paragraph(hit.start()):
        raise NotATimeError
    start, end = hit.span()
    if clock.is_future(start, end, clause=True) or _ABILITY.search(
        clock.text, max(0, start - 12), min(end + 4, len(clock.text))
    ):
        raise NotATimeError
    if not re.search("[内间]$|^[不短]", hit.group()):
        raise NotATimeError
    return clock.told.hull(shift(clock.told, number_of(hit["n"], hit["half"]), unit_of(hit["u"])))


def _vague(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return DateRange(None, clock.now + timedelta(days=1)) if clock.now else DateRange()


def _unknown(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return None


_WEEK = "(?:周|星期|礼拜)"
RULES: tuple[Rule, ...] = (
    Rule("zh-day-word", "今昨前明后大", f"(?P<dw>{_DAY_WORDS}){HOUR}", _day_word),
    Rule(
        "zh-same-day",
        "当同次第翌隔前",
        "当天|当日|同日|同一天|当晚|次日|(?<!连续)第二天|翌日|隔天|隔日|前一[天日]",
        _same_day,
        after=True,
    ),
    Rule("zh-from-now", "即", "即日起?|即刻|即时(?=生效)", _from_now_on),
    Rule(
        "zh-weekday",
        "上本这下周星礼",
        rf"(?:(?P<ww>上上个?|下下个?|上个?|本|这个?|下个?){_WEEK}|(?<![一每\d两几三四五六七八九十本首半数整]){_WEEK})"
        rf"(?P<wd>[一二三四五六日天](?![年月周个鸿福围鸣])){HOUR}(?:稍[早晚])?",
        _weekday,
    ),
    Rule(
        "zh-week",
        "上本这下",
        rf"(?P<ww>上上个?|下下个?|上个?|本|这个?|下个?){_WEEK}(?!年|期|[一二三四五六日天])(?P<pw>末|初|早些时候|以来)?",
        _week,
    ),
    Rule("zh-weekend", "周", r"(?:(?<=[,。在于到\n])|\A)(?P<ww>)周(?P<pw>末)(?!愉快)", _week),
    Rule(
        "zh-either-ago",
        "一两三四五七",
        rf"(?<![\d.第年百十])(?P<n>{CLOSE})(?P<u>{UNIT})(?P<half>半)?{_BEFORE}",
        _either_ago,
    ),
    Rule(
        "zh-months-ago",
        NUMBERS,
        rf"(?<![\d.第年])(?P<n>{NUMBER})个(?:(?P<half>半)|多)月{_BEFORE}",
        _months_ago,
    ),
    Rule(
        "zh-lately",
        "近最过",
        rf"(?:(?:(?<=[,。在于\n])|\A)近|最近|过去)(?P<n>{FUZZY}|[一两二三四五六七八九十]|\d{{1,2}})(?P<u>天|日|周|个?星期|个月)(?P<half>半)?"
        "(?:之?内|里|间|以?来)?(?![前后之多的以])",
        _lately,
    ),
    Rule("zh-ago", NUMBERS, rf"(?<![\d.第年])(?P<n>{NUMBER})多?(?P<u>{UNIT})(?P<half>半)?多?{_BEFORE}", _ago),
    Rule(
        "zh-later",
        NUMBERS,
        rf"(?<![\d.第近])(?P<n>{NUMBER})多?(?P<u>{UNIT})(?P<half>半)?多?{_AFTER}",
        _later,
        after=True,
    ),
    Rule(
        "zh-passed",
        "又再",
        rf"[又再]过了?(?P<n>{NUMBER})(?P<u>{UNIT})(?P<half>半)?(?:之?后)?",
        _later,
        after=True,
    ),
    Rule("zh-some-ago", FUZZY.replace("|", ""), rf"(?:{FUZZY})(?P<u>{UNIT}|月)(?:之前|以前|前)", _some_ago),
    Rule(
        "zh-some-later",
        FUZZY.replace("|", ""),
        rf"(?:{FUZZY})(?P<u>{UNIT}|月){_AFTER}",
        _some_later,
        after=True,
    ),
    Rule(
        "zh-past-stretch",
        "过",
        rf"过去(?:的)?(?P<n>{NUMBER})(?P<u>{UNIT})(?P<half>半)?(?:里|中|间|内|以来)?",
        _past_stretch,
    ),
    Rule(
        "zh-within",
        "不短" + NUMBERS,
        rf"(?:(?<=[,但在仅])(?:不到|短短)|(?<=在))(?P<n>{NUMBER})(?P<u>{UNIT})(?P<half>半)?(?:之内|以内|内|时间)?(?=[^\d多])",
        _within,
        after=True,
    ),
    Rule("zh-age", NUMBERS, rf"(?<!\d)(?P<n>{NUMBER})岁(?:那年|那一年)", _unknown),
    Rule(
        "zh-vague",
        "近日最不前眼如现",
        r"近日|(?<![\d今昨前当同几数])日前|最近|不久前|前不久|近期|近来|前段时间|前些日子|前[些几]天|前阵子|最新动态|眼下|如今|现在",
        _vague,
        vague=True,
    ),
)
