from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quliu.extract.time import find_times
from tests.extract.time.reading import parse_days, ranges, read

# id, text, the days of each expression in turn; told on 2025-04-16.
TOLD_BEFORE = [
    ("sameyear", "2019年加入,同年离职", ["2019", "2019"]),
    ("nextyear", "2019年3月加入,次年离职", ["2019-03", "2020"]),
    ("followingmonth", "2019年3月加入,翌年5月离职", ["2019-03", "2020-05"]),
    ("samemonth", "2022年5月加入,当月离职", ["2022-05", "2022-05"]),
    ("sameday", "2024年3月5日他加入,当天离职", ["2024-03-05", "2024-03-05"]),
    ("nextday", "2024年3月5日,他加入。次日,他离职", ["2024-03-05", "2024-03-06"]),
    ("daybefore", "2024年3月5日他加入,前一天离职", ["2024-03-05", "2024-03-04"]),
    ("monthslater", "2023年3月加入,两个月后离职", ["2023-03", "2023-05"]),
    ("yearmonths", "2022年加入,18个月后离职", ["2022", "2023-07-01/2024-07-01"]),
    ("weeklater", "2024年3月5日加入,一周后离职", ["2024-03-05", "2024-03-09/2024-03-16"]),
    ("dayslater", "2024年3月5日离职,三天后加入", ["2024-03-05", "2024-03-08"]),
    ("passed", "2020年加入,又过了两年离职", ["2020", "2022"]),
    ("within", "2023年11月罢免,但不到一周便回归", ["2023-11", "2023-11-01/2023-12-11"]),
    ("month", "2023年5月加入,8月离职", ["2023-05", "2023-08"]),
    ("monthback", "2023年8月加入,5月离职", ["2023-08", "2024-05"]),
    ("news", "他2019年加入。\n\n3月2日,他宣布离职", ["2019", "2025-03-02"]),
    (
        "timeline",
        "2023年3月,立项;\n\n6月底,内测;\n\n11月,他离职",
        ["2023-03", "2023-06-21/2023-07-01", "2023-11"],
    ),
    ("day", "3月5日他离职,19日他加入", ["2025-03-05", "2025-03-19"]),
    ("weekday", "3月3日(周一)宕机。周二,他离职", ["2025-03-03", "2025-03-04"]),
    ("saturday", "2020年12月12日是星期六,他打电话", ["2020-12-12", "2020-12-12"]),
    ("monthend", "2020年12月12日他说将在月底离职", ["2020-12-12", "2020-12-21/2021-01-01"]),
    ("yearend", "2023年加入,年底离开", ["2023", "2023-11-01/2024-01-01"]),
    ("following", "He joined in 2019 and left the following year.", ["2019", "2020"]),
    ("thatyear", "In May 2023 he joined; later that year she left", ["2023-05", "2023-05-01/2024-01-01"]),
    ("month-en", "In May 2023 he joined; the same month she left", ["2023-05", "2023-05"]),
    ("day-en", "On 5 May 2023 he joined; the next day she left", ["2023-05-05", "2023-05-06"]),
    ("later", "In March 2021 he joined; six months later he left", ["2021-03", "2021-09"]),
]
DATELINES = [
    ("news", "4月14日消息,他今日离职", ["2025-04-14", "2025-04-14"]),
    ("weekday", "4月14日消息,他周四离职", ["2025-04-14", "2025-04-10"]),
    ("week", "4月6日消息,他上周离职", ["2025-04-06", "2025-03-24/2025-03-31"]),
    ("line", "4月14日,他说今天离职\n今天她离职", ["2025-04-14", "2025-04-14", "2025-04-16"]),
    ("old", "2024年3月5日消息,他今日离职", ["2024-03-05", "2025-04-16"]),
]
# id, text, all days, when it began, when it ended
STRETCHES = [
    ("tenure", "2021年6月至2024年8月任总裁", "2021-06", "2021-06", "2024-08"),
    ("during", "2021年6月至2024年8月期间,他离开", "2021-06-01/2024-09-01", "2021-06", "2024-08"),
    ("years", "2007-2014年之间离职", "2007-01-01/2015-01-01", "2007", "2014"),
    ("yearswords", "2019年-2021年,他们离开", "2019-01-01/2022-01-01", "2019", "2021"),
    ("months", "2021年3-5月离职", "2021-03-01/2021-06-01", "2021-03", "2021-05"),
    ("days", "3月5-8日离职", "2025-03-05/2025-03-09", "2025-03-05", "2025-03-08"),
    ("bareday", "3月5日至8日离职", "2025-03-05/2025-03-09", "2025-03-05", "2025-03-08"),
    ("dotted", "2021.6-2023.8离职", "2021-06-01/2023-09-01", "2021-06", "2023-08"),
    ("brackets", "(2019-2021)", "2019-01-01/2022-01-01", "2019", "2021"),
    ("from", "from 2015 to 2019", "2015-01-01/2020-01-01", "2015", "2019"),
    ("between", "between 2015 and 2019", "2015-01-01/2020-01-01", "2015", "2019"),
    ("lasting", "2019年至今任董事", "2019", "2019", None),
    ("since", "自2021年起任总裁", "2021", "2021", None),
]


@pytest.mark.parametrize(
    ("text", "days"), [pytest.param(*row[1:], id=row[0]) for row in (*TOLD_BEFORE, *DATELINES)]
)
def test_leans_on_what_was_told(text: str, days: list[str]) -> None:
    assert ranges(text) == [str(parse_days(written)) for written in days]


@pytest.mark.parametrize(
    ("text", "days", "begun", "ended"), [pytest.param(*row[1:], id=row[0]) for row in STRETCHES]
)
def test_joins_the_ends_of_a_stretch(text: str, days: str, begun: str, ended: str | None) -> None:
    ((_, mention),) = read(text)
    assert mention.range == parse_days(days)
    assert mention.begun == parse_days(begun)
    assert mention.ended == (parse_days(ended) if ended else None)


def test_marks_what_counts_from_an_event() -> None:
    assert [mention.after for _, mention in read("2019年加入,同年离职,两年后回来,2023年又走")] == [
        False,
        True,
        True,
        False,
    ]


def test_takes_a_full_dateline_for_a_missing_anchor() -> None:
    assert ranges("2024年3月5日消息,他昨日离职", None) == ["2024-03-05", "2024-03-04"]


PIECES = (
    *"年月日号周前后底初至到起0123456789一二十零半今去明当同次本上下个。\n-.\ud800",
    *("2024", "99999", "年代", "世纪", "季度", "星期", "春节", "将于"),
    *("last ", "May ", "the end of ", "year", " ago", "two ", "Q3"),
)
WORDS = st.sampled_from(PIECES)
ANCHORS = st.none() | st.dates() | st.sampled_from([date.min, date.max])


@given(st.lists(WORDS, max_size=30).map("".join) | st.text(max_size=60), ANCHORS)
def test_never_raises_and_keeps_order(text: str, anchor: date | None) -> None:
    end = 0
    for mention in find_times(text, anchor):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end


@given(st.lists(WORDS, max_size=30).map("".join))
def test_without_anchor_or_year_nothing_is_definite(text: str) -> None:
    if not any(digit in text for digit in "0123456789一二零十") and "世纪" not in text:
        assert all(mention.vague for mention in find_times(text, None))


@pytest.mark.parametrize(
    "unit", ["2024年3月5日,他加入。", "5月将", "2019-", "\n3月", "周五。", "early ", "一二三", "1" * 8]
)
def test_takes_linear_time(unit: str) -> None:
    def seconds(text: str) -> float:
        return min(_timed(text) for _ in range(3))

    assert seconds(unit * 4000) < 12 * seconds(unit * 1000) + 0.05


def _timed(text: str) -> float:
    start = perf_counter()
    find_times(text, date(2025, 4, 16))
    return perf_counter() - start
