"""What one source may grow to when it is unpacked, all archives within it together: bombs end here."""

from __future__ import annotations

from quliu.errors import InputError

__all__ = ["BOMB", "MAX_DEPTH", "Budget"]

BOMB = "bomb"
"""The reason that ends the reading of a source, with all archives in it."""

MAX_DEPTH = 5
_FREE_BYTES = 16_000_000
# Articles compress to a tenth, templates to a fiftieth; what gzip can do at most is 1 to 1,032.
_MAX_GROWTH = 200
# They may also grow by number: small archives and short lines take their time, whatever they hold.
_MEMBER_BYTES = 16_384
_LINE_BYTES = 2048


class Budget:
    """Counts the bytes taken from a source and those that unpacking made of them."""

    def __init__(self) -> None:
        self._taken = 0
        self._made = 0

    def take(self, count: int) -> None:
        """Note bytes that were there."""
        self._taken += count

    def make(self, count: int) -> None:
        """Note bytes that came of unpacking.

        Raises:
            InputError: `bomb`.
        """
        self._made += count
        if self._made > _FREE_BYTES + _MAX_GROWTH * self._taken:
            message = (
                f"it unpacks to more than {_MAX_GROWTH} times its size; unpack it and read what is in it"
            )
            raise InputError(BOMB, message)

    def make_member(self) -> None:
        """Note a file that came of unpacking, beside its bytes.

        Raises:
            InputError: `bomb`.
        """
        self.make(_MEMBER_BYTES)

    def make_line(self) -> None:
        """Note a line that came of unpacking, beside its bytes.

        Raises:
            InputError: `bomb`.
        """
        self.make(_LINE_BYTES)
