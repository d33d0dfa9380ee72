"""Tables on stdout: they fit a terminal; elsewhere they are as wide as their data, without colour."""

from __future__ import annotations

import sys

from rich.console import Console, RenderableType

_UNBOUNDED = 100_000


def is_terminal() -> bool:
    """Tell whether a person watches stdout."""
    return sys.stdout.isatty()


def print_rich(*parts: RenderableType) -> None:
    """Print tables and text."""
    width = None if is_terminal() else _UNBOUNDED
    console = Console(file=sys.stdout, width=width, markup=False, emoji=False, highlight=False)
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    sys.stdout.write(_printable(_without_trailing_blanks(captured.get())))


def _without_trailing_blanks(text: str) -> str:
    if is_terminal():
        return text  # colour codes may stand at a line's end
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def _printable(text: str) -> str:
    """Return the text with `\\u...` for what the terminal's encoding lacks."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
