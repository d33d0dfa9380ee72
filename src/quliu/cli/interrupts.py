"""Ctrl-C: the first stops cleanly wherever the run is, the second ends the process at once."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

Item = TypeVar("Item")


class Interrupt:
    """Whether Ctrl-C was pressed."""

    def __init__(self) -> None:
        self.is_pressed = False

    def press(self, _number: int, _frame: FrameType | None) -> None:
        """Stop what is being done."""
        self.is_pressed = True
        # Whoever cannot wait until all is put away presses again.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        raise KeyboardInterrupt

    def heed(self, items: Iterable[Item]) -> Iterator[Item]:
        """Pass items on until Ctrl-C was pressed, also where Python dropped it, as in finalisers."""
        for item in items:
            self._check()
            yield item
            self._check()
        self._check()

    def _check(self) -> None:
        if self.is_pressed:
            raise KeyboardInterrupt


@contextmanager
def heed_interrupts() -> Iterator[Interrupt]:
    """Let Ctrl-C stop a block by KeyboardInterrupt, once."""
    interrupt = Interrupt()
    before = signal.getsignal(signal.SIGINT)
    # Whoever started the process in the background may have it ignore Ctrl-C.
    if before is signal.SIG_IGN or threading.current_thread() is not threading.main_thread():
        yield interrupt
        return
    signal.signal(signal.SIGINT, interrupt.press)
    try:
        yield interrupt
    finally:
        if not interrupt.is_pressed:
            signal.signal(signal.SIGINT, before)
