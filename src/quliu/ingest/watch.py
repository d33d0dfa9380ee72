"""What reading tells of itself while it goes on: how far it is, which sources it has read to their end."""

from __future__ import annotations

__all__ = ["Watch"]


class Watch:
    """Notes how far reading is; whoever wants to know looks.

    Attributes:
        taken: bytes of files that have been read, as they lie on the disk.
        ended: sources that were read to their end, if those are wanted; whoever uses them takes them away.
    """

    __slots__ = ("_before", "ended", "taken")

    def __init__(self, ended: list[str] | None = None) -> None:
        self.taken = 0
        self.ended = ended
        self._before = 0

    def reach(self, position: int) -> None:
        """Note how far the file at hand is read; archives begin with their end, so it may go back."""
        self.taken = self._before + position

    def pass_file(self, size: int) -> None:
        """Note that the file at hand is done with, however much of it was of use."""
        self._before += size
        self.taken = self._before

    def end(self, source: str) -> None:
        """Note that a source was read to its end: what is wrong with it now has been said."""
        if self.ended is not None:
            self.ended.append(source)
