"""Entities: the people, organisations and works that mentions turn out to mean. Derived, never typed in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

EntityId = NewType("EntityId", str)


class EntityKind(StrEnum):
    """What an entity is. A team or lab is an organisation."""

    PERSON = "person"
    ORGANISATION = "organisation"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation or work.

    Attributes:
        name: the best name to show.
        names: every name it was seen under, sorted, `name` included.
        parent: for an organisation, the one it is part of.
    """

    id: EntityId
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    parent: EntityId | None = None
