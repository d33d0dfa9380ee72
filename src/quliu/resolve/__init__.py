"""Surface names to entities: organisations by the lexicon, people by comparing what is said of them.

Pure functions of claims, lexicon and judgements; nothing here reads or writes.
"""

from quliu.resolve.blocks import block_of, blocks_of, group_blocks
from quliu.resolve.clusters import Pair
from quliu.resolve.evidence import Feature
from quliu.resolve.identity import PersonSlot, keys_of, normalise_person, person_key, person_slots
from quliu.resolve.orgs import OrgMatch, OrgRef, resolve_org
from quliu.resolve.people import Link, Resolution, resolve_people
from quliu.resolve.told import orgs_told
from quliu.resolve.verdicts import rejected_claims

__all__ = [
    "Feature",
    "Link",
    "OrgMatch",
    "OrgRef",
    "Pair",
    "PersonSlot",
    "Resolution",
    "block_of",
    "blocks_of",
    "group_blocks",
    "keys_of",
    "normalise_person",
    "orgs_told",
    "person_key",
    "person_slots",
    "rejected_claims",
    "resolve_org",
    "resolve_people",
]
