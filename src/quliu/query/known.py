"""Careers as they were known by an earlier day: recomputed from that day's claims and judgements.

Only the blocks that a question concerns are recomputed. Who that is the claims tell (`Reader.blocks_at`), not
what is derived from them today: later news may have tied a person to another organisation.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from quliu.fuse import Career
from quliu.lexicon import Lexicon
from quliu.resolve import group_blocks
from quliu.store import Reader, derive


def careers_known_on(
    reader: Reader, lexicon: Lexicon, blocks: Collection[str], known_on: date
) -> tuple[Career, ...]:
    """Return the careers of everyone in some blocks, as known by a day."""
    judgements = reader.judgements(known_on)
    return tuple(
        person.career
        for group in group_blocks(blocks, judgements)
        for person in derive(reader.claims_in_blocks(group, known_on), group, lexicon, judgements)
    )
