"""Holidays that news tells time by. Lunar ones move: their days are data, and nothing is known beyond them.

Source: the yearly holiday notices of the State Council of the PRC (days of the festivals themselves).
"""

from __future__ import annotations

from datetime import date, timedelta

from quliu.extract.time.calendar import days
from quliu.model import DateRange

# Month and day of the first day, by year.
_MOVING: dict[str, dict[int, tuple[int, int]]] = {
    "春节": {
        2015: (2, 19), 2016: (2, 8), 2017: (1, 28), 2018: (2, 16), 2019: (2, 5), 2020: (1, 25), 2021: (2, 12),
        2022: (2, 1), 2023: (1, 22), 2024: (2, 10), 2025: (1, 29), 2026: (2, 17), 2027: (2, 6),
    },
    "清明": {
        2015: (4, 5), 2016: (4, 4), 2017: (4, 4), 2018: (4, 5), 2019: (4, 5), 2020: (4, 4), 2021: (4, 4),
        2022: (4, 5), 2023: (4, 5), 2024: (4, 4), 2025: (4, 4), 2026: (4, 5), 2027: (4, 5),
    },
    "端午": {
        2015: (6, 20), 2016: (6, 9), 2017: (5, 30), 2018: (6, 18), 2019: (6, 7), 2020: (6, 25), 2021: (6, 14),
        2022: (6, 3), 2023: (6, 22), 2024: (6, 10), 2025: (5, 31), 2026: (6, 19), 2027: (6, 9),
    },
    "中秋": {
        2015: (9, 27), 2016: (9, 15), 2017: (10, 4), 2018: (9, 24), 2019: (9, 13), 2020: (10, 1),
        2021: (9, 21), 2022: (9, 10), 2023: (9, 29), 2024: (9, 17),
        2025: (10, 6), 2026: (9, 25), 2027: (9, 15),
    },
}  # fmt: skip
_FIXED = {
    "元旦": (1, 1),
    "五一": (5, 1),
    "国庆": (10, 1),
    "十一": (10, 1),
    "双十一": (11, 11),
    "圣诞": (12, 25),
}
_LENGTHS = {
    "春节": 7,
    "国庆": 7,
    "十一": 7,
    "五一": 5,
    "元旦": 3,
    "清明": 3,
    "端午": 3,
    "中秋": 3,
    "圣诞": 2,
    "双十一": 1,
}
_OTHER_NAMES = {
    "过年": "春节", "农历新年": "春节", "劳动节": "五一", "新年": "元旦", "双11": "双十一", "大年初一": "春节",
}  # fmt: skip
STATUTORY = ("元旦", "春节", "清明", "五一", "端午", "中秋", "国庆")
"""The holidays that a bare 节前 or 节后 may mean."""


def find_holiday(name: str, year: int) -> DateRange | None:
    """Return the days of a holiday in a year, None when they are not known."""
    if name == "除夕":
        eve = _MOVING["春节"].get(year)
        return None if eve is None else days(date(year, *eve) - timedelta(days=1), 1)
    single, name = name == "大年初一", _OTHER_NAMES.get(name, name)
    start = _FIXED.get(name) or _MOVING.get(name, {}).get(year)
    return None if start is None else days(date(year, *start), 1 if single else _LENGTHS[name])
