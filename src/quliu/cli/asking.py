"""Questions to the ledger: `moves`, `who`, `org`, `show`, `story`. Parse, ask `query`, print."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

import click
from rich.console import RenderableType

from quliu.cli.opening import open_lexicon, open_to_read
from quliu.cli.options import as_of_option, current_settings, global_options, known_on_option, parse_day
from quliu.cli.output import note, print_json, print_text
from quliu.cli.publish import moves_csv, moves_markdown
from quliu.cli.screen import is_terminal, print_rich
from quliu.cli.tables import career_view, claim_view, moves_table, org_view, story_view
from quliu.model import Side, Status
from quliu.query import (
    Answer,
    MoveFact,
    MoveQuery,
    describe_org,
    find_careers,
    find_moves,
    show_claim,
    show_story,
)

Result = TypeVar("Result")

_FORMATS = ("table", "json", "csv", "md")


def _choice(kind: type[StrEnum]) -> click.Choice[str]:
    """Return the values of an enumeration as a choice; click by itself would offer their Python names."""
    return click.Choice([member.value for member in kind])


@click.command("moves")
@click.option("--person", metavar="NAME", help="Of this person.")
@click.option("--org", metavar="NAME", help="From or to this organisation, its teams included.")
@click.option("--group", metavar="NAME", help="From or to the members of this group, such as 六小虎.")
@click.option("--side", type=_choice(Side), help="Who left (out), who joined (into).")
@click.option("--since", type=parse_day, metavar="DATE", help="That may have happened on this day or later.")
@click.option("--until", type=parse_day, metavar="DATE", help="That may have happened before this day.")
@click.option("--status", type=_choice(Status), help="Of this status.")
@known_on_option
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many, the latest first.")
@click.option("--format", "style", type=click.Choice(_FORMATS), help="How to print them; table by default.")
@global_options
def moves_command(style: str | None, side: str | None, status: str | None, **asked: Any) -> None:
    """List who left, who joined, and when.

    \b
    quliu moves --org 星帆智能 --side out
    quliu moves --group 六小虎 --since 2025-01-01 --format md
    """
    wanted = MoveQuery(side=Side(side) if side else None, status=Status(status) if status else None, **asked)
    with open_to_read() as reader:
        answer = find_moves(reader, wanted, open_lexicon())
    print_moves(answer, _choose_style(style))
    if answer.total > len(answer.results):
        note(f"{len(answer.results)} of {answer.total} moves; a higher --limit shows more")
    if not answer.results:
        note("no such move is known; `quliu moves` lists all that are")


def _choose_style(style: str | None) -> str:
    as_json = current_settings().as_json
    if as_json and style not in (None, "json"):
        raise click.UsageError(f"--json and --format {style} exclude each other; give one of them.")
    return "json" if as_json else style or "table"


def print_moves(answer: Answer[MoveFact], style: str) -> None:
    """Print moves in one of the styles."""
    if style == "json":
        print_json(answer)
    elif style == "csv":
        print_text(moves_csv(answer.results))
    elif style == "md":
        print_text(moves_markdown(answer.results))
    elif answer.results:
        print_rich(moves_table(answer.results, compact=is_terminal()))


@click.command("who")
@click.argument("name")
@as_of_option
@known_on_option
@global_options
def who_command(name: str, as_of: date | None, known_on: date | None) -> None:
    """Show a career with its evidence.

    NAME may be any name the person was seen under, also without its surname or in traditional script. People
    who share a name are shown one after the other.
    """
    with open_to_read() as reader:
        answer = find_careers(reader, name, open_lexicon(), as_of=as_of, known_on=known_on)
    _print_answer(answer, lambda career: career_view(career, compact=is_terminal()))
    if not answer.results:
        note(f"nobody called {name} is known{_say_day(known_on)}; `quliu moves` lists everyone who moved")
    if len(answer.results) > 1:
        note(f"{len(answer.results)} people may be meant by {name}")


@click.command("org")
@click.argument("name")
@as_of_option
@known_on_option
@global_options
def org_command(name: str, as_of: date | None, known_on: date | None) -> None:
    """Show an organisation: people, leaders, who left and who came.

    Its teams are included. Without --as-of it is shown as last known. A person is there `possibly` where the
    sources leave it open, such as before the first report of an unknown start.
    """
    with open_to_read() as reader:
        answer = describe_org(reader, name, open_lexicon(), as_of=as_of, known_on=known_on)
    _print_answer(answer, lambda picture: org_view(picture, compact=is_terminal()))
    if not answer.results:
        note(f"nobody is known to have been at {name}{_say_day(known_on)}")


@click.command("show")
@click.argument("claim", metavar="CLAIM_ID")
@global_options
def show_command(claim: str) -> None:
    """Show a claim in its context.

    CLAIM_ID is the id that tables show beside each source, or the whole one that --json prints.
    """
    with open_to_read() as reader:
        answer = show_claim(reader, claim)
    _print_answer(answer, claim_view)
    if not answer.results:
        note(f"no claim {claim} is known; tables show claim ids in the column Sources")


@click.command("story")
@click.argument("key", metavar="ID")
@global_options
def story_command(key: str) -> None:
    """Show the copies of a story: who published first, what each changed.

    ID is the id of a document or of one of its claims, or the beginning of either. Copies, reposts and
    rewordings of one text are one story, and one story counts once, however often it was published.
    """
    with open_to_read() as reader:
        answer = show_story(reader, key)
    _print_answer(answer, story_view)
    if not answer.results:
        note(f"no document or claim {key} is known; tables show claim ids in the column Sources")


def _print_answer(answer: Answer[Result], view: Callable[[Result], RenderableType]) -> None:
    if current_settings().as_json:
        print_json(answer)
    elif answer.results:
        print_rich(*(view(result) for result in answer.results))


def _say_day(known_on: date | None) -> str:
    return f" on {known_on}" if known_on else ""
