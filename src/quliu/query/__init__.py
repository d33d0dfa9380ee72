"""Every question that quliu answers, as functions over a snapshot of the ledger. Nothing here writes.

Answers are frozen values in one envelope, see `answer`; `to_plain` makes them ready for JSON.
"""

from quliu.query.answer import (
    Answer,
    CareerFact,
    Citation,
    ClaimInContext,
    Evidence,
    MoveFact,
    Named,
    OrgPicture,
    PostFact,
    StoryCopy,
    StoryPicture,
    Team,
    TenureFact,
)
from quliu.query.careers import find_careers
from quliu.query.claims import show_claim
from quliu.query.moves import MoveQuery, find_moves
from quliu.query.orgs import describe_org
from quliu.query.plain import to_plain
from quliu.query.stories import show_story
from quliu.query.wording import say_range

__all__ = [
    "Answer",
    "CareerFact",
    "Citation",
    "ClaimInContext",
    "Evidence",
    "MoveFact",
    "MoveQuery",
    "Named",
    "OrgPicture",
    "PostFact",
    "StoryCopy",
    "StoryPicture",
    "Team",
    "TenureFact",
    "describe_org",
    "find_careers",
    "find_moves",
    "say_range",
    "show_claim",
    "show_story",
    "to_plain",
]
