"""What the commands that read sources have in common: options, arguments, and a watch on what comes in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

import click

from quliu.cli.options import parse_day
from quliu.ingest.fetch.settings import FetchSettings
from quliu.ingest.options import MAX_BYTES, ReadOptions
from quliu.model import Incoming, Reject

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="How many cores read claims.",
)
"""The option of the commands that can read on several cores."""


def source_options(command: Decorated) -> Decorated:
    """Add the sources and what the user says of their origin; collect with `make_options`."""
    for option in (
        click.option(
            "--max-bytes",
            type=click.IntRange(min=1),
            default=MAX_BYTES,
            show_default=True,
            metavar="N",
            help="Reject longer documents.",
        ),
        click.option(
            "--follow",
            is_flag=True,
            help="Read what feeds and sitemaps on the web name, too; at most 1000 each.",
        ),
        click.option("--allow-private", is_flag=True, help="Read also from hosts that are not public."),
        click.option("--url", metavar="URL", help="Where the documents were published."),
        click.option("--publisher", metavar="NAME", help="Who published the documents."),
        click.option(
            "--date",
            "published_on",
            type=parse_day,
            metavar="DATE",
            help="When they were published; relative dates such as 上月 count from it.",
        ),
        click.argument("sources", nargs=-1, required=True, metavar="SOURCE..."),
    ):
        command = option(command)
    return command


def make_options(
    *,
    published_on: date | None,
    publisher: str | None,
    url: str | None,
    max_bytes: int,
    follow: bool,
    allow_private: bool,
) -> ReadOptions:
    """Return the options as ingest takes them."""
    web = FetchSettings(allow_private=allow_private, follow=follow)
    return ReadOptions(published_on=published_on, publisher=publisher, url=url, max_bytes=max_bytes, web=web)


def watch_rejects(
    items: Iterable[Incoming | Reject], tell: Callable[[Reject], None]
) -> Iterator[Incoming | Reject]:
    """Pass everything on and tell of each reject as it comes by."""
    for item in items:
        if isinstance(item, Reject):
            tell(item)
        yield item


def say_reject(reject: Reject) -> str:
    """Return one line that names a source and what is wrong with it."""
    return f"{reject.source}: {reject.code}: {reject.message}"


def say_count(number: int, noun: str) -> str:
    """Return how many there are of something."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
