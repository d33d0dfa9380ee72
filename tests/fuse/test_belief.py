from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from quliu.fuse.belief import strongest, weigh
from quliu.model import DocumentId, Status


@dataclass(frozen=True)
class Told:
    witness: str
    status: Status
    known_on: date = date(2025, 3, 1)
    confidence: float = 1.0


def told(*statuses: str) -> list[Told]:
    """Return one claim a document, each known a day after the one before."""
    return [
        Told(DocumentId(str(n)), Status(s), date(2025, 3, 1) + timedelta(days=n))
        for n, s in enumerate(statuses)
    ]


@pytest.mark.parametrize(
    ("less", "more"),
    [
        pytest.param(("rumoured",), ("reported",), id="report-over-rumour"),
        pytest.param(("rumoured",) * 3, ("reported",), id="three-rumours-stay-below-a-report"),
        pytest.param(("reported",), ("reported", "reported"), id="two-documents"),
        pytest.param(("reported", "reported"), ("confirmed",), id="confirmation-over-two-reports"),
        pytest.param(("reported", "denied"), ("reported",), id="denial-lowers"),
        pytest.param(("rumoured", "denied"), ("reported", "denied"), id="denial-of-a-rumour"),
        pytest.param(("reported",), (*("reported",) * 8, "denied"), id="one-denial-of-many"),
        pytest.param(("denied",), ("rumoured",), id="only-denied-is-least"),
        pytest.param(
            ("reported", "denied"), ("reported", "denied", "confirmed"), id="confirmed-after-denial"
        ),
        pytest.param(("confirmed", "denied"), ("denied", "confirmed"), id="denied-after-confirmation"),
    ],
)
def test_order_of_cases(less: tuple[str, ...], more: tuple[str, ...]) -> None:
    assert 0 < weigh(told(*less)) < weigh(told(*more)) < 1


def test_a_document_counts_once() -> None:
    claim = Told(DocumentId("a"), Status.REPORTED)
    assert weigh([claim, claim]) == weigh([claim])


def test_thousands_of_documents_are_no_trouble() -> None:
    assert weigh(told(*["confirmed"] * 3000)) == 1


def test_no_confidence_no_belief() -> None:
    assert weigh([Told(DocumentId("a"), Status.REPORTED, confidence=0)]) == 0


def test_confidence_weighs() -> None:
    assert weigh([Told(DocumentId("a"), Status.REPORTED, confidence=0.5)]) < weigh(told("reported"))


def test_strongest() -> None:
    assert strongest([Status.DENIED, Status.RUMOURED, Status.REPORTED]) is Status.REPORTED
