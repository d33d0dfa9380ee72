"""Care of the ledger: `rebuild` and `doctor`."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version

import click

from quliu.cli.exits import DONE, LEDGER
from quliu.cli.opening import open_lexicon, open_to_write
from quliu.cli.options import current_settings, global_options
from quliu.cli.output import note, print_json, print_text
from quliu.cli.screen import print_rich
from quliu.cli.tables import facts_table
from quliu.errors import LedgerError
from quliu.pipeline import doctor, rebuild
from quliu.query import Answer
from quliu.store import Check, Counts, Ledger


@dataclass(frozen=True, slots=True)
class Health:
    """What `quliu doctor` finds.

    Attributes:
        ledger: where it is.
        counts: how much it holds; None when it is too damaged to count.
        checks: what was examined, each with its faults; empty faults are good news.
        lexicon: how many entries of each kind are loaded.
    """

    quliu: str
    python: str
    ledger: str
    counts: Counts | None
    checks: tuple[Check, ...]
    lexicon: dict[str, int]

    @property
    def faults(self) -> tuple[str, ...]:
        """Everything that is wrong, in words."""
        return tuple(fault for check in self.checks for fault in check.faults)


@click.command("rebuild")
@global_options
def rebuild_command() -> None:
    """Derive people, moves and tenures anew from the claims.

    Documents, claims and judgements stay as they are. Needed after an upgrade of quliu;
    with another lexicon than before, the next `quliu read` does it by itself.
    """
    with open_to_write() as ledger:
        rebuild(ledger, open_lexicon())
        with ledger.read() as reader:
            counts = reader.counts()
    if current_settings().as_json:
        print_json(Answer({}, (counts,), 1))
    else:
        print_text(f"rebuilt {counts.people} people and {counts.moves} moves from {counts.claims} claims")


@click.command("doctor")
@global_options
@click.pass_context
def doctor_command(ctx: click.Context) -> None:
    """Check the ledger and the installation.

    Examines the file, every document and its original bytes, every claim and the characters it stands on, and
    whether what is derived follows from them. Writers wait meanwhile. Exit status 3 if anything is wrong.
    """
    with open_to_write() as ledger:
        health = _examine(ledger)
    if current_settings().as_json:
        print_json(Answer({}, (health,), 1))
    else:
        print_rich(facts_table(_say_health(health)))
    for fault in health.faults:
        note(f"fault: {fault}")
    if any(check.faults for check in health.checks if check.name != "derived"):
        note("restore the ledger from a copy, or read the sources into a new one")
    ctx.exit(LEDGER if health.faults else DONE)


def _examine(ledger: Ledger) -> Health:
    lexicon = open_lexicon()
    checks = doctor(ledger, lexicon)
    entries = {kind: len(getattr(lexicon, kind)) for kind in ("orgs", "works", "groups", "outlets")}
    return Health(
        version("quliu"), platform.python_version(), ledger.location, _count(ledger), checks, entries
    )


def _count(ledger: Ledger) -> Counts | None:
    try:
        with ledger.read() as reader:
            return reader.counts()
    except LedgerError:
        return None


def _say_health(health: Health) -> list[tuple[str, str]]:
    entries = ", ".join(f"{number} {kind}" for kind, number in health.lexicon.items())
    return [
        ("quliu", f"{health.quliu}, Python {health.python}"),
        ("lexicon", entries),
        ("ledger", health.ledger),
        *_say_counts(health.counts),
        *_say_checks(health.checks),
    ]


def _say_checks(checks: Sequence[Check]) -> list[tuple[str, str]]:
    sound = ", ".join(check.name for check in checks if check.ok)
    faulty = ", ".join(check.name for check in checks if not check.ok)
    return [row for row in (("sound", sound), ("faulty", faulty)) if row[1]]


def _say_counts(counts: Counts | None) -> list[tuple[str, str]]:
    if counts is None:
        return [("recorded", "cannot be counted")]
    return [
        ("recorded", f"{counts.documents} documents, {counts.claims} claims, {counts.judgements} judgements"),
        ("derived", f"{counts.people} people, {counts.moves} moves"),
        ("rejects", f"{counts.rejects}{' (see `quliu rejects`)' if counts.rejects else ''}"),
    ]
