from __future__ import annotations

import json
from datetime import date

from quliu.model import DateRange, EntityId, Status
from quliu.query import Answer, Named, to_plain


def test_an_answer_becomes_an_object() -> None:
    answer = Answer(
        {"since": date(2025, 1, 1), "status": Status.DENIED}, (Named(EntityId("p1"), "甄有才"),), 1
    )
    assert to_plain(answer) == {
        "query": {"since": "2025-01-01", "status": "denied"},
        "results": [{"id": "p1", "name": "甄有才"}],
        "total": 1,
    }


def test_enumerations_and_open_ranges_are_json() -> None:
    plain = to_plain({"status": Status.REPORTED, "when": DateRange(None, date(2025, 4, 14))})
    assert json.loads(json.dumps(plain)) == {
        "status": "reported",
        "when": {"start": None, "end": "2025-04-14"},
    }
