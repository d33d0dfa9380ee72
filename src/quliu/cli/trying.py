"""Trying it out: `demo` on the bundled newsroom."""

from __future__ import annotations

import shlex
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

import click

from quliu.cli.asking import print_moves
from quliu.cli.engines import make_engine
from quliu.cli.opening import open_lexicon
from quliu.cli.options import current_settings, global_options
from quliu.cli.output import note, print_text
from quliu.cli.screen import is_terminal, print_rich
from quliu.cli.tables import career_view, org_view
from quliu.ingest import ReadOptions
from quliu.lexicon import Lexicon
from quliu.pipeline import Tools, read_into
from quliu.query import Answer, MoveFact, MoveQuery, describe_org, find_careers, find_moves
from quliu.samples import newsroom_path
from quliu.store import Ledger, Reader, open_ledger


@click.command("demo")
@global_options
def demo_command() -> None:
    """See quliu at work on a bundled sample newsroom.

    Reads it into a throw-away ledger and shows the moves found, a career and an organisation.
    """
    lexicon = open_lexicon()
    with (
        tempfile.TemporaryDirectory(prefix="quliu-demo-") as folder,
        open_ledger(str(Path(folder) / "demo.db"), create=True) as ledger,
    ):
        _read_newsroom(ledger, lexicon)
        with ledger.read() as reader:
            _present(reader, lexicon)


def _read_newsroom(ledger: Ledger, lexicon: Lexicon) -> None:
    tools = Tools(lexicon, make_engine(lexicon))
    report = read_into(ledger, [str(newsroom_path())], ReadOptions(), tools)
    note(f"read {report.read} sample articles, {report.claims} claims; their people are invented")


def _present(reader: Reader, lexicon: Lexicon) -> None:
    answer = find_moves(reader, MoveQuery(), lexicon)
    print_moves(answer, "json" if current_settings().as_json else "table")
    if current_settings().as_json or not answer.results:
        return
    person, org = _most_told(answer)
    print_text(f"\n$ quliu who {_quote(person)}")
    career = find_careers(reader, person, lexicon)
    print_rich(*(career_view(found, compact=is_terminal()) for found in career.results))
    if org:
        print_text(f"\n$ quliu org {_quote(org)}")
        pictures = describe_org(reader, org, lexicon)
        print_rich(*(org_view(found, compact=is_terminal()) for found in pictures.results))
    print_text(_say_next(person, org, answer.results[0]))


def _most_told(answer: Answer[MoveFact]) -> tuple[str, str | None]:
    """Return the person and the organisation of whom the most sources tell, by name where they tie."""
    people: Counter[str] = Counter()
    orgs: Counter[str] = Counter()
    for move in answer.results:
        people[move.person.name] += len(move.sources)
        for post in (move.out, move.into):
            if post is not None and post.org is not None:
                orgs[post.org.name] += len(move.sources)
    return _top(people) or "", _top(orgs)


def _top(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda name: (-counts[name], name), default=None)


def _say_next(person: str, org: str | None, move: MoveFact) -> str:
    """Return the commands to type next, as this user can type them."""
    quliu = f"{_own_name()} --ledger newsroom.db"
    claim = (move.sources or move.against)[0].claim
    lines = [
        "? is what no source names, - what none tells of. `show` takes the claim id before each source.",
        "",
        "Ask for yourself:",
        f"  {quliu} read {_quote(str(newsroom_path()))}",
        f"  {quliu} moves --side out --format md",
        f"  {quliu} who {_quote(person)} --json",
        f"  {quliu} show {claim[:10]}",
    ]
    if org:
        lines.append(f"  {quliu} org {_quote(org)} --as-of {move.known_on}")
    return "\n" + "\n".join(lines)


def _quote(word: str) -> str:
    """Return a word as a shell takes it; unlike `shlex.quote` it leaves Chinese names as they are."""
    return word if word.isalnum() else shlex.quote(word)


def _own_name() -> str:
    """Return what to type to run quliu again: its bare name where the shell finds it."""
    found = shutil.which("quliu")
    same = found is not None and Path(found).resolve() == Path(sys.argv[0]).resolve()
    return "quliu" if same else _quote(sys.argv[0])
