"""`eval`: the extractor against gold, broken down, on damaged texts, with less to look up, beside a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import click

from quliu.cli.engines import make_engine
from quliu.cli.exits import DONE, REJECTED
from quliu.cli.opening import open_lexicon
from quliu.cli.options import current_settings, global_options
from quliu.cli.output import note, print_json, print_text
from quliu.errors import UsageError
from quliu.evaluate import (
    DAMAGES,
    Difference,
    GoldDocument,
    Pairings,
    Predicted,
    Report,
    beyond_to_dict,
    by_phenomenon,
    check_floors,
    compare,
    differences_to_dict,
    drop_to_dict,
    hide_orgs,
    load_floors,
    load_gold,
    load_predictions,
    pair,
    parse_damage,
    parse_share,
    phenomena_to_dict,
    raise_floors,
    render_calibration,
    render_differences,
    render_drop,
    render_json,
    render_phenomena,
    render_text,
    report_on,
    save_predictions,
)
from quliu.evaluate.run import evaluate_gold, predict
from quliu.lexicon import Lexicon
from quliu.model import Kind
from quliu.query import Answer

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wishes:
    """What the command line asks for; None and False where it says nothing."""

    gold: Path
    kinds: str | None
    show: bool
    by: str | None
    against: Path | None
    damage: str | None
    hide: str | None
    save: Path | None
    floors: Path | None
    raise_: bool

    @property
    def query(self) -> dict[str, object]:
        asked = {"by": self.by, "against": self.against, "damage": self.damage, "hide": self.hide}
        return {
            "gold": str(self.gold),
            "kinds": self.kinds,
            **{name: str(value) for name, value in asked.items() if value is not None},
        }


@click.command("eval")
@click.argument("gold", type=_FILE, metavar="GOLD.jsonl")
@click.option("--kinds", metavar="KIND,...", help="Score these kinds of claims only.")
@click.option("--show", is_flag=True, help="Name every extra and missing claim, and the bins of confidence.")
@click.option("--by", type=click.Choice(["phenomenon"]), help="Also score each phenomenon by itself.")
@click.option(
    "--against",
    type=_FILE,
    metavar="OLD.jsonl",
    help="List what was gained and lost since these claims, as --save or `quliu extract` wrote them.",
)
@click.option(
    "--damage",
    metavar="NAME[:RATE[:SEED]]",
    help=f"Damage the texts as scrapers and spinners do and score that too: {', '.join(DAMAGES)}.",
)
@click.option(
    "--hide",
    metavar="SHARE[:SEED]",
    help="Hide a random share of the lexicon's organisations and score that too.",
)
@click.option(
    "--save",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the claims found to this file.",
)
@click.option(
    "--floors",
    type=_FILE,
    metavar="FILE",
    help="Compare with the floors in this file; exit status 1 where one is not held.",
)
@click.option("--raise", "raise_", is_flag=True, help="Lift the floors to what is reached; they never sink.")
@global_options
@click.pass_context
def eval_command(ctx: click.Context, /, **wishes: Any) -> None:
    """Score the extractor against gold.

    Prints precision, recall and F1, how many of the matched moves have the right status, time, role and
    evidence, in how many of the texts without a move none was found, and how far confidence is from the share
    of right half-moves.
    """
    asked = _Wishes(**wishes)
    if asked.raise_ and asked.floors is None:
        raise UsageError("--raise needs --floors FILE")
    run = _Run(asked)
    if asked.save:
        save_predictions(asked.save, run.predicted)
    if current_settings().as_json:
        print_json(Answer(asked.query, (run.to_dict(),), 1))
    else:
        print_text(run.to_text())
    ctx.exit(REJECTED if _breaks_floors(asked, run.report) else DONE)


def _breaks_floors(asked: _Wishes, report: Report) -> bool:
    if asked.floors is None:
        return False
    breaches = check_floors(report, load_floors(asked.floors, asked.gold.name))
    for breach in breaches:
        note(f"below the floor: {breach}")
    if asked.raise_ and not breaches:
        for floor in raise_floors(asked.floors, asked.gold.name, report):
            note(f"raised: {floor.measure} {floor.value} {floor.least:.2f}")
    return bool(breaches)


class _Run:
    """One evaluation: the plain run, and beside it what else is asked for, each worked out once."""

    def __init__(self, asked: _Wishes) -> None:
        self._asked = asked
        self._kinds = _parse_kinds(asked.kinds)
        self._lexicon = open_lexicon()
        self._documents = load_gold(asked.gold)

    @cached_property
    def predicted(self) -> Predicted:
        """What is found in the texts as they are."""
        return predict(self._documents, make_engine(self._lexicon).extract)

    @cached_property
    def report(self) -> Report:
        """The report on the texts as they are."""
        return report_on(self._pairings)

    def to_text(self) -> str:
        """Return the whole answer for people."""
        asked, report = self._asked, self.report
        parts = [render_text(report, show=asked.show)]
        if asked.show and report.calibration:
            parts.append(render_calibration(report.calibration))
        if asked.by:
            parts += ["", render_phenomena(by_phenomenon(self._pairings))]
        if asked.against:
            parts += ["", render_differences(self._compare(asked.against))]
        for name, other in self._others():
            parts += ["", render_drop(report, other, name)]
        return "\n".join(parts)

    def to_dict(self) -> dict[str, object]:
        """Return the whole answer as JSON."""
        asked, report = self._asked, self.report
        out = {**render_json(report, show=asked.show), **beyond_to_dict(report)}
        if asked.by:
            out["phenomena"] = phenomena_to_dict(by_phenomenon(self._pairings))
        if asked.against:
            out["against"] = differences_to_dict(self._compare(asked.against))
        out.update({name: drop_to_dict(report, other) for name, other in self._others()})
        return out

    @cached_property
    def _pairings(self) -> Pairings:
        return pair(self._documents, self.predicted, kinds=self._kinds)

    def _compare(self, older: Path) -> tuple[Difference, ...]:
        before = pair(self._documents, load_predictions(older), kinds=self._kinds)
        return compare(before, self._pairings)

    def _others(self) -> Iterator[tuple[str, Report]]:
        """Yield the reports on the damaged texts and with the smaller lexicon, with what was done."""
        if self._asked.damage:
            damage = parse_damage(self._asked.damage)
            yield str(damage), self._score(map(damage.apply, self._documents), self._lexicon)
        if self._asked.hide:
            lexicon = hide_orgs(self._lexicon, *parse_share(self._asked.hide))
            yield f"hide {self._asked.hide}", self._score(self._documents, lexicon)

    def _score(self, documents: Iterable[GoldDocument], lexicon: Lexicon) -> Report:
        return evaluate_gold(documents, make_engine(lexicon).extract, kinds=self._kinds)


def _parse_kinds(kinds: str | None) -> frozenset[Kind] | None:
    if kinds is None:
        return None
    try:
        return frozenset(Kind(kind.strip()) for kind in kinds.split(","))
    except ValueError as error:
        raise UsageError(f"{error}; kinds are {', '.join(kind.value for kind in Kind)}") from error
