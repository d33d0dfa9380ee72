"""From pairs of like documents to stories: whatever is joined by a chain of pairs is one story."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

__all__ = ["group"]

Item = TypeVar("Item", bound=Hashable)


def group(items: Iterable[Item], pairs: Iterable[tuple[Item, Item]]) -> list[frozenset[Item]]:
    """Return the items in groups, each joined by pairs; the order of neither plays a part.

    Args:
        items: all of them; one in no pair is a group of its own.
        pairs: two items each.
    """
    parent: dict[Item, Item] = {item: item for item in items}

    def root(item: Item) -> Item:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for one, other in pairs:
        parent[root(one)] = root(other)
    groups: dict[Item, set[Item]] = {}
    for item in parent:
        groups.setdefault(root(item), set()).add(item)
    return [frozenset(members) for members in groups.values()]
