"""Progress on stderr, only where a person watches it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

from quliu.cli.output import inert, note


class Counter:
    """Counts documents where nobody watches: says nothing but notes."""

    def show(self, documents: int, remark: str) -> None:
        """Tell how far the run is."""

    def note(self, message: str) -> None:
        """Tell the user something that is no data."""
        note(message)


class _Bar(Counter):
    """A moving bar with counts: how many documents will come is not known before they have come."""

    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task

    def show(self, documents: int, remark: str) -> None:
        self._progress.update(self._task, completed=documents, remark=remark)

    def note(self, message: str) -> None:
        self._progress.console.print(Text(inert(message)))


@contextmanager
def count_on_terminal(verb: str) -> Iterator[Counter]:
    """Give a counter that draws on stderr if that is a terminal."""
    if not sys.stderr.isatty():
        yield Counter()
        return
    console = Console(file=sys.stderr, markup=False, emoji=False, highlight=False)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TextColumn("{task.completed} documents, {task.fields[remark]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Bar(progress, progress.add_task(verb, total=None, remark="no claims yet"))
