"""Checks across entries: spellings claimed twice, ids that lead nowhere, parents in a circle."""

from __future__ import annotations

from collections.abc import Mapping

from quliu.lexicon.lexicon import normalise_name
from quliu.lexicon.merge import Draft

Drafts = Mapping[str, Draft]


def check_drafts(drafts: Mapping[str, Drafts]) -> None:
    """Check all files' drafts against one another.

    Raises:
        LexiconError: at the first thing found wrong.
    """
    for stem in ("orgs", "works", "groups", "outlets"):
        _check_spellings(drafts[stem])
    orgs = drafts["orgs"]
    _check_references(orgs, "parent", orgs)
    _check_references(drafts["works"], "org", orgs)
    _check_members(drafts["groups"], orgs)
    for draft in orgs.values():
        _check_lineage(draft, orgs)


def _check_spellings(drafts: Drafts) -> None:
    owners: dict[str, str] = {}
    for draft in drafts.values():
        ambiguous = draft.texts("ambiguous")
        names = (draft.text("name"), *draft.texts("aliases"))
        for spelling in (*names, *ambiguous):
            if not normalise_name(spelling):
                what = f"{spelling!r} of {draft.id!r} has no letter or digit; remove it"
                raise draft.error(what, value=spelling)
        for spelling in names:
            if spelling in ambiguous:
                continue
            owner = owners.setdefault(normalise_name(spelling), draft.id)
            if owner != draft.id:
                what = f"{spelling!r} of {draft.id!r} already belongs to {owner!r}"
                raise draft.error(f"{what}; take it from one, or list it as ambiguous", value=spelling)


def _check_references(drafts: Drafts, key: str, orgs: Drafts) -> None:
    for draft in drafts.values():
        target = draft.maybe(key)
        if target is not None and target not in orgs:
            raise draft.error(
                f"{key} {target!r} of {draft.id!r} is no entry of orgs.toml; add or correct it", key
            )


def _check_members(groups: Drafts, orgs: Drafts) -> None:
    for draft in groups.values():
        for member in draft.items("members"):
            org = member["org"] if isinstance(member, dict) else member
            if org not in orgs:
                what = f"member {org!r} of {draft.id!r} is no entry of orgs.toml; add or correct it"
                raise draft.error(what, "members", str(org))


def _check_lineage(draft: Draft, orgs: Drafts) -> None:
    seen = [draft.id]
    parent = draft.maybe("parent")
    while parent is not None:
        if parent in seen:
            circle = " -> ".join((*seen, parent))
            raise draft.error(f"parents in a circle: {circle}; remove one parent", "parent")
        seen.append(parent)
        parent = orgs[parent].maybe("parent")
