"""Data files and their loader: organisations, works, groups, outlets and classes of words.

Nothing is read at import; `load_lexicon()` reads the bundled files once.
"""

from quliu.lexicon.entries import (
    Entry,
    GroupEntry,
    Membership,
    OrgEntry,
    OrgKind,
    OutletEntry,
    OutletKind,
    WorkEntry,
    WorkKind,
)
from quliu.lexicon.lexicon import Lexicon, normalise_name
from quliu.lexicon.load import load_lexicon

__all__ = [
    "Entry",
    "GroupEntry",
    "Lexicon",
    "Membership",
    "OrgEntry",
    "OrgKind",
    "OutletEntry",
    "OutletKind",
    "WorkEntry",
    "WorkKind",
    "load_lexicon",
    "normalise_name",
]
