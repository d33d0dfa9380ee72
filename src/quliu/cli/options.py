"""The options that many commands share, and the settings they add up to."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Settings:
    """What the global options say.

    Attributes:
        ledger: path or database URL; empty for the user's own ledger.
        as_json: whether answers are printed as JSON.
        lexicon: folders with the user's own lexicon files.
    """

    ledger: str = ""
    as_json: bool = False
    lexicon: tuple[Path, ...] = ()

    @property
    def location(self) -> str:
        """The ledger to open."""
        return self.ledger or str(default_ledger())


def parse_day(value: str) -> date:
    """Read a day as the command line takes it."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day; write it as 2024-10-01.") from None


def default_ledger() -> Path:
    """Return where a user's own ledger lives: `quliu/ledger.db` under the XDG data home."""
    home = os.environ.get("XDG_DATA_HOME")
    base = Path(home) if home else Path.home() / ".local" / "share"
    return base / "quliu" / "ledger.db"


def current_settings() -> Settings:
    """Return the settings of the running command."""
    found = click.get_current_context().find_root().obj
    return found if isinstance(found, Settings) else Settings()


def _remember(field: str, ctx: click.Context, _param: click.Parameter, value: Any) -> None:
    # A global option may stand before or after the command, so both places add to the root's settings.
    root = ctx.find_root()
    known = root.obj if isinstance(root.obj, Settings) else Settings()
    if field == "lexicon":
        value = known.lexicon + tuple(Path(folder) for folder in value)
    root.obj = replace(known, **{field: value}) if value else known


def root_options(command: Decorated) -> Decorated:
    """Add `--ledger`, `--json` and `--lexicon` to the command that owns them."""
    return _with_options(command, envvar="QULIU_LEDGER")


def global_options(command: Decorated) -> Decorated:
    """Let a command take `--ledger`, `--json` and `--lexicon` after its name too."""
    # With the environment here too, it would beat what stands before the command.
    return _with_options(command, envvar=None)


def _with_options(command: Decorated, envvar: str | None) -> Decorated:
    for option in (_lexicon_option(), _json_option(), _ledger_option(envvar)):
        command = option(command)
    return command


def _ledger_option(envvar: str | None) -> Callable[[Decorated], Decorated]:
    return click.option(
        "--ledger",
        metavar="PATH_OR_URL",
        envvar=envvar,
        expose_value=False,
        callback=partial(_remember, "ledger"),
        help="The ledger.  [env: QULIU_LEDGER; default: $XDG_DATA_HOME/quliu/ledger.db, "
        "else ~/.local/share/quliu/ledger.db]",
    )


def _json_option() -> Callable[[Decorated], Decorated]:
    return click.option(
        "--json",
        is_flag=True,
        expose_value=False,
        callback=partial(_remember, "as_json"),
        help="Print the answer as JSON.",
    )


def _lexicon_option() -> Callable[[Decorated], Decorated]:
    return click.option(
        "--lexicon",
        metavar="DIR",
        multiple=True,
        type=click.Path(exists=True, file_okay=False),
        expose_value=False,
        callback=partial(_remember, "lexicon"),
        help="A folder of your own lexicon files, merged with the bundled ones. Repeatable.",
    )


def as_of_option(command: Decorated) -> Decorated:
    """Add `--as-of D`."""
    text = "Tell what was so on this day."
    return click.option("--as-of", type=parse_day, metavar="DATE", help=text)(command)


def known_on_option(command: Decorated) -> Decorated:
    """Add `--known-on D`."""
    text = "Use only what was public by this day."
    return click.option("--known-on", type=parse_day, metavar="DATE", help=text)(command)
