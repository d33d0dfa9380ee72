"""Care of the ledger: `rebuild` and `doctor`."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib.metadata import version

import click

from quliu.cli.exits import DONE, LEDGER
from quliu.cli.opening import open_lexicon, open_to_write
from quliu.cli.options import current_settings, global_options
from quliu.cli.output import note, print_json, print_text
from quliu.cli.screen import print_rich
from quliu.cli.tables import facts_table
from quliu.pipeline import rebuild
from quliu.query import Answer
from quliu.query.health import find_faults
from quliu.store import Counts, Ledger


@dataclass(frozen=True, slots=True)
class Health:
    """What `quliu doctor` finds.

    Attributes:
        ledger: where it is.
        counts: how much it holds.
        faults: what is wrong with it; empty when it is sound.
        lexicon: how many entries of each kind are loaded.
    """

    quliu: str
    python: str
    ledger: str
    counts: Counts
    faults: tuple[str, ...]
    lexicon: dict[str, int]


@click.command("rebuild")
@global_options
def rebuild_command() -> None:
    """Derive people, moves and tenures anew from the claims.

    Documents, claims and judgements stay as they are. Needed after a change of your lexicon.
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

    Reads every document and claim. Exit status 3 if anything is wrong.
    """
    with open_to_write() as ledger:
        health = _examine(ledger)
    if current_settings().as_json:
        print_json(Answer({}, (health,), 1))
    else:
        print_rich(facts_table(_say_health(health)))
    for fault in health.faults:
        note(f"fault: {fault}")
    if health.faults:
        note("restore the ledger from a copy, or read the sources into a new one")
    ctx.exit(LEDGER if health.faults else DONE)


def _examine(ledger: Ledger) -> Health:
    lexicon = open_lexicon()
    damage = ledger.find_damage()
    with ledger.read() as reader:
        counts, faults = reader.counts(), damage or tuple(find_faults(reader))
    entries = {kind: len(getattr(lexicon, kind)) for kind in ("orgs", "works", "groups", "outlets")}
    return Health(version("quliu"), platform.python_version(), ledger.location, counts, faults, entries)


def _say_health(health: Health) -> list[tuple[str, str]]:
    counts = health.counts
    entries = ", ".join(f"{number} {kind}" for kind, number in health.lexicon.items())
    return [
        ("quliu", f"{health.quliu}, Python {health.python}"),
        ("ledger", health.ledger),
        ("recorded", f"{counts.documents} documents, {counts.claims} claims, {counts.judgements} judgements"),
        ("derived", f"{counts.people} people, {counts.moves} moves"),
        ("rejects", f"{counts.rejects}{' (see `quliu rejects`)' if counts.rejects else ''}"),
        ("lexicon", entries),
        ("sound", f"no, {len(health.faults)} faults" if health.faults else "yes"),
    ]
