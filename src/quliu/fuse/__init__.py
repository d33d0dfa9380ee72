"""Claims to careers: moves told more than once become one, moves and holdings become tenures.

Pure functions of one person's claims; what was known by a day is chosen before, by the caller.
"""

from quliu.fuse.career import Career, FusedMove, FusedPost, MoveId, StatusStep
from quliu.fuse.person import fuse_person

__all__ = ["Career", "FusedMove", "FusedPost", "MoveId", "StatusStep", "fuse_person"]
