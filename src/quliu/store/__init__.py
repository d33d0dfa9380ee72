"""The ledger; the only SQL."""

from quliu.store.derive import Person, derive
from quliu.store.derived import derive_documents, derive_people, rebuild_derived
from quliu.store.doctor import Check, examine
from quliu.store.fetches import FetchMemory
from quliu.store.ledger import Ledger, open_ledger
from quliu.store.reader import Counts, MoveFilter, Reader
from quliu.store.standing import Reading, Sighting, Standing, condense, sighting_of, stand, weigh
from quliu.store.writer import ReadDocument, Writer, claim_id

__all__ = [
    "Check",
    "Counts",
    "FetchMemory",
    "Ledger",
    "MoveFilter",
    "Person",
    "ReadDocument",
    "Reader",
    "Reading",
    "Sighting",
    "Standing",
    "Writer",
    "claim_id",
    "condense",
    "derive",
    "derive_documents",
    "derive_people",
    "examine",
    "open_ledger",
    "rebuild_derived",
    "sighting_of",
    "stand",
    "weigh",
]
