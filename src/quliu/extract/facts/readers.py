"""The readers of facts, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quliu.extract.facts.fact import Fact
from quliu.extract.frames.scene import Scene

Reader = Callable[[Scene], Iterator[Fact]]

READERS: tuple[Reader, ...] = ()
