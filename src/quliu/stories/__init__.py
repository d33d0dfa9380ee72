"""Stories: documents that are copies or rewordings of one another, found by their text alone."""

from quliu.stories.fingerprint import DAMAGE, Fingerprint, fingerprint
from quliu.stories.groups import group
from quliu.stories.likeness import Likeness, LikenessKind, compare

VERSION = "1"
"""Raised when fingerprints or likeness change, so that a ledger derives its stories anew."""

__all__ = ["DAMAGE", "VERSION", "Fingerprint", "Likeness", "LikenessKind", "compare", "fingerprint", "group"]
