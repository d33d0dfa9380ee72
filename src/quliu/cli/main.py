"""The `quliu` command: the commands that `COMMANDS` names, loaded by need; `--help` imports nothing heavy."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import NamedTuple, TextIO

import click

from quliu.cli.exits import INTERRUPTED, PIPE_CLOSED, exit_code
from quliu.cli.options import root_options
from quliu.errors import QuliuError


class _Entry(NamedTuple):
    module: str
    help: str


COMMANDS = {
    "demo": _Entry("trying", "See quliu at work on a bundled sample newsroom."),
    "read": _Entry("reading", "Read news into the ledger."),
    "extract": _Entry("extracting", "Print the claims of documents as JSON lines; no ledger."),
    "moves": _Entry("asking", "List who left, who joined, and when."),
    "who": _Entry("asking", "Show a career with its evidence."),
    "org": _Entry("asking", "Show an organisation: people, leaders, who left and who came."),
    "show": _Entry("asking", "Show a claim in its context."),
    "story": _Entry("asking", "Show the copies of a story: who published first, what each changed."),
    "rejects": _Entry("reading", "List what could not be read, why, and what to do."),
    "rebuild": _Entry("keeping", "Derive people, moves and tenures anew from the claims."),
    "doctor": _Entry("keeping", "Check the ledger and the installation."),
    "eval": _Entry("scoring", "Score the extractor against gold."),
}
"""Command -> the module of `quliu.cli` that holds it as `<command>_command`, and its line on the help page.

The lines stand here once more so that `quliu --help` need not import the commands; a test compares them.
"""


class QuliuGroup(click.Group):
    """Loads commands by need and turns every error raised on purpose into one line and an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in reading order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"quliu.cli.{COMMANDS[cmd_name].module}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; errors, Ctrl-C and a closed pipe end it with one line at most."""
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except QuliuError as error:
            click.echo(f"quliu: {error}", err=True)
            ctx.exit(exit_code(error))
        except KeyboardInterrupt:
            click.echo("quliu: interrupted; what was acknowledged is kept", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _silence(sys.stdout)
            ctx.exit(PIPE_CLOSED)
        return result


def _silence(stream: TextIO) -> None:
    """Send what is still buffered nowhere, else the interpreter complains again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    from importlib.metadata import version  # noqa: PLC0415  costs a third of the start-up time

    click.echo(f"quliu {version('quliu')}")
    ctx.exit()


@click.group(
    name="quliu",
    cls=QuliuGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 done, 1 some input was rejected, 2 usage, 3 ledger trouble.",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="Print the version and exit.",
)
@root_options
def main() -> None:
    """Who joined, who left, since when, and according to whom: a sourced record read from the news.

    \b
    quliu demo                      see it work on a bundled sample newsroom
    quliu read articles/            read news into the ledger
    quliu moves --org 星帆智能 --side out
    quliu who 贾明白                who, where, since when, and says who
    quliu org 云鲤科技 --as-of 2025-04-01

    stdout carries data; progress and messages go to stderr.
    """
