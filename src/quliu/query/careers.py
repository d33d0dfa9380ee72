"""Who someone is: a career with its evidence, today or as it was known by an earlier day."""

from __future__ import annotations

from datetime import date

from quliu.fuse import Career
from quliu.lexicon import Lexicon
from quliu.model import Certainty
from quliu.query.answer import Answer, CareerFact
from quliu.query.cite import cite_moves, cite_tenures, name_of
from quliu.query.subjects import find_people
from quliu.store import Reader


def find_careers(
    reader: Reader, name: str, lexicon: Lexicon, *, as_of: date | None = None, known_on: date | None = None
) -> Answer[CareerFact]:
    """Return the career of everyone whom a name may mean; none when the ledger knows nobody of that name.

    Args:
        reader: a snapshot of the ledger.
        name: full, without its surname, in traditional script, or any other name the person was seen under.
        lexicon: the organisations.
        as_of: keep the tenures that held, or may have held, on this day, and the moves that may have been
            by then.
        known_on: use only what was public by the end of this day.
    """
    people = find_people(reader, name, known_on=known_on, lexicon=lexicon)
    careers = tuple(_cite_career(reader, career, as_of) for career in people)
    return Answer({"name": name, "as_of": as_of, "known_on": known_on}, careers, len(careers))


def _cite_career(reader: Reader, career: Career, as_of: date | None) -> CareerFact:
    people = {career.person.id: career.person}
    tenures = cite_tenures(reader, career.tenures, people=people, as_of=as_of)
    return CareerFact(
        person=name_of(career.person),
        names=career.person.names,
        tenures=tuple(tenure for tenure in tenures if tenure.certainty is not Certainty.NO),
        moves=cite_moves(reader, [m for m in career.moves if as_of is None or m.when.first <= as_of], people),
    )
