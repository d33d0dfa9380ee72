"""The hostile files: each a function that makes one, with what may come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

READ = "read"
"""At least one document was read."""

Make = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file or folder that is made to do harm.

    Attributes:
        make: makes it at a path.
        outcomes: what must come of it, no more and no less: `READ`, and codes of rejects.
        module: where it is defined.
    """

    name: str
    module: str
    make: Make
    outcomes: frozenset[str]


HOSTILE: dict[str, Hostile] = {}


def hostile(*outcomes: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Register a function that returns the bytes of a hostile file."""

    def register(build: Callable[[], bytes]) -> Callable[[], bytes]:
        _add(build, lambda path: _write(path, build()), *outcomes)
        return build

    return register


def hostile_folder(*outcomes: str) -> Callable[[Make], Make]:
    """Register a function that makes a hostile file or folder at a path."""

    def register(make: Make) -> Make:
        _add(make, make, *outcomes)
        return make

    return register


def _add(function: Callable[..., object], make: Make, *outcomes: str) -> None:
    name = function.__name__
    assert name not in HOSTILE, name
    HOSTILE[name] = Hostile(name, function.__module__, make, frozenset(outcomes))


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
