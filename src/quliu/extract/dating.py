"""When a document that shows no date was published, as far as its own times tell."""

from __future__ import annotations

from quliu.extract.time import infer_published
from quliu.model import DateRange
from quliu.text import repair
from quliu.text.furniture import blank_furniture, find_furniture

__all__ = ["when_published"]


def when_published(text: str) -> DateRange | None:
    """Return the months in which a text was published, None where its times do not settle it."""
    reading = repair(text).text
    return infer_published(blank_furniture(reading, find_furniture(reading)))
