"""The day of publication in the address of an article, as many sites write it."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from quliu.ingest.dates import parse_date

__all__ = ["find_url_date"]

_YEAR, _MONTH, _DAY = r"(?P<y>(?:19|20)\d\d)", r"(?P<m>0[1-9]|1[0-2])", r"(?P<d>0[1-9]|[12]\d|3[01])"
_DATES = (
    # /2031/03/05/, /2031-03/05/, /2031/0305/, /203103/05/, with 3 and 5 only where signs part them.
    re.compile(rf"(?<=/){_YEAR}[-/_]?{_MONTH}[-/_]?{_DAY}(?=[/_.-]|\Z)"),
    re.compile(
        r"(?<=/)(?P<y>(?:19|20)\d\d)([-/_])(?P<m>[1-9]|1[0-2])\2(?P<d>[1-9]|[12]\d|3[01])(?=[/_.-]|\Z)"
    ),
    # t20310305_123.html, art-20310305.htm
    re.compile(rf"(?<![0-9A-Za-z])[a-z]?{_YEAR}{_MONTH}{_DAY}(?=[_.-]|\Z)"),
)


def find_url_date(url: str | None) -> tuple[date, str] | None:
    """Return the only full date in the path of an address, and the part of the path that tells it."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return None
    found: dict[date, str] = {}
    for pattern in _DATES:
        for hit in pattern.finditer(path):
            if day := parse_date(f"{hit['y']}-{hit['m']}-{hit['d']}"):
                found.setdefault(day, hit[0])
    return next(iter(found.items())) if len(found) == 1 else None
