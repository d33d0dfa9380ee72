"""The role of a post that is left where the move does not name it: what the text says elsewhere that its person was."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quliu.extract.assemble import Judged, Kin, same_org
from quliu.extract.facts.fact import JudgedFact
from quliu.extract.units.unit import Unit
from quliu.model import Holding, Side

_VAGUE = re.compile("(?:前|老|资深|核心|长期|一名)?(?:高管|员工|成员|人员|领导|骨干|管理层)")
_FOUNDER = re.compile("创始|创办人|联创")


def with_known_roles(judged: Iterable[Judged], facts: Iterable[JudgedFact], kin: Kin) -> list[Judged]:
    """Return half-moves, those that leave a post without a role with the role that a holding of the text gives it."""
    held: dict[str, list[tuple[Unit, str, bool]]] = defaultdict(list)
    for item in facts:
        person, org, role = (item.fact.slots.get(name) for name in ("person", "org", "role"))
        if item.fact.content is not Holding or not isinstance(person, Unit) or not isinstance(org, Unit):
            continue
        if isinstance(role, str) and not _VAGUE.fullmatch(role):
            held[person.name].append((org, role, bool(item.fact.slots.get("former"))))
    return [_filled(item, held.get(item.draft.person.name, ()), kin) for item in judged]


def _filled(item: Judged, held: Sequence[tuple[Unit, str, bool]], kin: Kin) -> Judged:
    draft = item.draft
    if draft.side is not Side.OUT or draft.org is None:
        return item
    if draft.role is not None and not _VAGUE.fullmatch(draft.role):
        return item
    posts = [(role, former) for org, role, former in held if same_org(draft.org, org, kin)]
    # A present post is the one that ends, and a founder who leaves was mostly something else too.
    posts.sort(key=lambda post: (_FOUNDER.search(post[0]) is not None, post[1]))
    return replace(item, draft=replace(draft, role=posts[0][0])) if posts else item
