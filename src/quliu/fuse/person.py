"""The career of one person: the one door of this stage."""

from __future__ import annotations

from collections.abc import Sequence

from quliu.fuse.career import Career
from quliu.fuse.events import read_events
from quliu.fuse.moves import fuse_moves
from quliu.fuse.tenures import build_tenures
from quliu.lexicon import Lexicon
from quliu.model import Entity, SourcedClaim
from quliu.resolve.orgs import organisations


def fuse_person(person: Entity, claims: Sequence[SourcedClaim], lexicon: Lexicon) -> Career:
    """Return the career of one person.

    Args:
        person: who.
        claims: the claims linked to the person in the slot `person`, in any order, a claim perhaps twice.
            Leave out what was not known by the day in question. Claims of other kinds, and those whose main
            name is none of the person's, are passed over.
        lexicon: what is known of organisations.

    Returns:
        Tenures and moves, both in order of time; the same for every order of the claims.
    """
    orgs = organisations(lexicon)
    events = read_events(person, claims, orgs)
    fusions = fuse_moves(person.id, events, orgs)
    tenures = build_tenures(person.id, fusions, events, orgs)
    return Career(person, tenures, tuple(fusion.move for fusion in fusions))
