"""Write docs/commands.md from the help of the command line.

Run it as `python -m tools.command_reference`; a test fails when the committed page differs.
"""

from __future__ import annotations

from pathlib import Path

import click

from quliu.cli.main import main as quliu

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
_WIDTH = 100
_PREAMBLE = """\
# Commands

Generated from the command line's own help by `python -m tools.command_reference`; do not edit by hand.
"""


def render_reference() -> str:
    """Return the page: the help of `quliu`, then that of each command under a heading of its own."""
    root = _context(quliu, "quliu", None)
    names = quliu.list_commands(root)
    commands = ((name, quliu.get_command(root, name)) for name in names)
    sections = [_section(command, _context(command, name, root)) for name, command in commands if command]
    return "\n".join([_PREAMBLE, _section(quliu, root), *sections])


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    """Return the context that click itself would make: help options are cached on the command otherwise."""
    return command.make_context(
        name, [], parent, resilient_parsing=True, terminal_width=_WIDTH, max_content_width=_WIDTH
    )


def _section(command: click.Command, context: click.Context) -> str:
    lines = (line.rstrip() for line in command.get_help(context).splitlines())
    return f"## {context.command_path}\n\n```text\n" + "\n".join(lines) + "\n```\n"


if __name__ == "__main__":
    PAGE.write_text(render_reference(), encoding="utf-8")
