"""Stories: documents that are copies or rewordings of one another, found by their text alone."""

from quliu.stories.fingerprint import DAMAGE, Fingerprint, fingerprint
from quliu.stories.groups import group
from quliu.stories.likeness import Likeness, LikenessKind, compare

__all__ = ["DAMAGE", "Fingerprint", "Likeness", "LikenessKind", "compare", "fingerprint", "group"]
