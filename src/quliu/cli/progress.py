"""Progress on stderr, only where a person watches it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from quliu.cli.output import inert, note
from quliu.cli.sources import say_count
from quliu.ingest.read import count_bytes
from quliu.ingest.watch import Watch

_SPEED_SECONDS = 60.0  # of the rate by which the time left is told: long enough for files of all kinds


class Counter:
    """Counts documents where nobody watches: says nothing but notes.

    Attributes:
        documents: how many have been dealt with.
    """

    def __init__(self) -> None:
        self.documents = 0

    def show(self, documents: int, remark: str) -> None:
        """Tell how far the run is."""
        self.documents = documents

    def note(self, message: str) -> None:
        """Tell the user something that is no data."""
        note(message)


class _Bar(Counter):
    """A moving bar with counts, and with the share done where the size of all sources is known."""

    def __init__(self, progress: Progress, task: TaskID, watch: Watch) -> None:
        super().__init__()
        self._progress = progress
        self._task = task
        self._watch = watch

    def show(self, documents: int, remark: str) -> None:
        super().show(documents, remark)
        self._progress.update(self._task, completed=self._watch.taken, documents=documents, remark=remark)

    def note(self, message: str) -> None:
        self._progress.console.print(Text(inert(message)))


class _Counts(ProgressColumn):
    """How many documents, how many a second, and what came of them."""

    def render(self, task: Task) -> Text:
        documents, seconds = task.fields["documents"], task.elapsed or 0.0
        rate = f", {documents / seconds:,.0f}/s" if documents and seconds >= 1 else ""
        return Text(f"{say_count(documents, 'document')}{rate}, {task.fields['remark']}")


@contextmanager
def count_on_terminal(verb: str, sources: Sequence[str], watch: Watch | None) -> Iterator[Counter]:
    """Give a counter that draws on stderr if that is a terminal.

    Args:
        verb: what is being done.
        sources: what is read.
        watch: tells how far reading is; None where a bar would be in the way.
    """
    if watch is None or not sys.stderr.isatty():
        yield Counter()
        return
    console = Console(file=sys.stderr, markup=False, emoji=False, highlight=False)
    total = count_bytes(sources) or None
    known = (BarColumn(bar_width=16), TextColumn("{task.percentage:.0f}%"))
    left = (TimeRemainingColumn(), TextColumn("left"))
    unknown = (SpinnerColumn(),)
    columns = (
        TextColumn("{task.description}"),
        *(known if total else unknown),
        _Counts(),
        *(left if total else (TimeElapsedColumn(),)),
    )
    with Progress(
        *columns, console=console, transient=True, speed_estimate_period=_SPEED_SECONDS
    ) as progress:
        yield _Bar(progress, progress.add_task(verb, total=total, documents=0, remark="no claims yet"), watch)
