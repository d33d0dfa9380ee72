"""People as derived to rows of the derived tables; `rows` is the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Table

from quliu.fuse import FusedMove, FusedPost
from quliu.model import Entity, Side, Tenure
from quliu.resolve import normalise_person
from quliu.store import schema
from quliu.store.derive import Person

__all__ = ["rows_of"]

Values = Mapping[str, object]


def rows_of(people: Iterable[Person]) -> dict[Table, list[Values]]:
    """Return the rows that hold these people, by table."""
    rows: dict[Table, list[Values]] = {table: [] for table in schema.BLOCK_TABLES}
    for person in people:
        for table, values in _rows_of_person(person):
            rows[table].append({"block": person.block, **values})
    return rows


def _rows_of_person(person: Person) -> Iterator[tuple[Table, Values]]:
    yield from _entity_rows(person.career.person)
    for link in person.links:
        yield schema.links, {"claim_id": link.claim, "slot": link.slot, "entity_id": link.entity}
    for ordinal, tenure in enumerate(person.career.tenures):
        yield from _tenure_rows(ordinal, tenure)
    for ordinal, move in enumerate(person.career.moves):
        yield from _move_rows(ordinal, move)


def _entity_rows(entity: Entity) -> Iterator[tuple[Table, Values]]:
    row = {"id": entity.id, "kind": entity.kind.value, "name": entity.name, "parent": entity.parent}
    yield schema.entities, row
    for name in entity.names:
        searched = {"search_name": normalise_person(name)}
        yield schema.entity_names, {"entity_id": entity.id, "name": name, **searched}


def _tenure_rows(ordinal: int, tenure: Tenure) -> Iterator[tuple[Table, Values]]:
    yield (
        schema.tenures,
        {
            "id": tenure.id,
            "person": tenure.person,
            "ordinal": ordinal,
            "org": tenure.org,
            "org_name": tenure.org_name,
            "parent": tenure.parent,
            "role": tenure.role,
            "start": tenure.start,
            "end": tenure.end,
            "attested": tenure.attested,
            "status": tenure.status.value,
            "belief": tenure.belief,
        },
    )
    for place, support in enumerate(tenure.supports):
        told = {"claim_id": support.claim, "stance": support.stance.value}
        yield schema.tenure_supports, {"tenure_id": tenure.id, "ordinal": place, **told}


def _move_rows(ordinal: int, move: FusedMove) -> Iterator[tuple[Table, Values]]:
    yield (
        schema.moves,
        {
            "id": move.id,
            "person": move.person,
            "ordinal": ordinal,
            "when_start": move.when.start,
            "when_end": move.when.end,
            "other_whens": move.other_whens,
            "status": move.status.value,
            "belief": move.belief,
            "known_on": move.known_on,
        },
    )
    for side, post in ((Side.OUT, move.out), (Side.INTO, move.into)):
        if post is not None:
            yield schema.move_posts, {"move_id": move.id, "side": side.value, **_post(post)}
    for place, step in enumerate(move.history):
        told = {"claim_id": step.claim, "status": step.status.value, "known_on": step.known_on}
        against = {"against": step.claim in move.against}
        yield schema.move_claims, {"move_id": move.id, "ordinal": place, **told, **against}


def _post(post: FusedPost) -> Values:
    return {
        "org": post.org,
        "org_name": post.org_name,
        "parent": post.parent,
        "role": post.role,
        "roles": post.roles,
    }
