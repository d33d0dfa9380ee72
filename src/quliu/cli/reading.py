"""Reading news into the ledger: `read` and `rejects`."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import Any

import click

from quliu.cli.engines import running_engine
from quliu.cli.exits import DONE, INTERRUPTED, REJECTED
from quliu.cli.interrupts import Interrupt, heed_interrupts
from quliu.cli.opening import open_lexicon, open_to_read, open_to_write
from quliu.cli.options import current_settings, global_options
from quliu.cli.output import note, print_json, print_text
from quliu.cli.progress import Counter, count_on_terminal
from quliu.cli.screen import print_rich
from quliu.cli.sources import jobs_option, make_options, say_count, say_reject, source_options, watch_rejects
from quliu.cli.tables import rejects_table
from quliu.ingest.fetch.settings import shown_url
from quliu.ingest.read import ReadOptions, read_sources
from quliu.ingest.watch import Watch
from quliu.model import Reject
from quliu.pipeline import ReadReport, Tools, fetch_memory, record
from quliu.query import Answer


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run of `quliu read` did.

    Attributes:
        read: documents that were new.
        known: documents that were there already, and addresses at which nothing was new.
        rejected: sources that could not be read.
        claims: claims found in documents that were new, or read again by a newer engine.
        rejects: the sources that could not be read, with the reasons.
    """

    read: int
    known: int
    rejected: int
    claims: int
    rejects: tuple[Reject, ...]


@click.command("read")
@source_options
@jobs_option
@global_options
@click.pass_context
def read_command(ctx: click.Context, /, sources: tuple[str, ...], jobs: int, **origin: Any) -> None:
    """Read news into the ledger.

    SOURCE is a file (text, Markdown, HTML, PDF, RSS, Atom or JSON feed, mail, web archive, JSON lines, or a
    zip, tar or gzip of these), a folder, an http:// or https:// address, or - for stdin. What was read before
    is not read again; a run that was interrupted is completed by the same command. What cannot be read is
    named, kept for `quliu rejects`, and does not stop the rest.

    Hosts are asked at most once a second, for what is new only, and for nothing that their robots.txt denies.
    """
    watch, counter = Watch(ended=[]), Counter()
    try:
        with count_on_terminal("reading", sources, watch) as counter, heed_interrupts() as interrupt:
            report = _read(sources, replace(make_options(**origin), watch=watch), counter, interrupt, jobs)
    except KeyboardInterrupt:
        note(f"interrupted after {say_count(counter.documents, 'document')}; the same command goes on")
        ctx.exit(INTERRUPTED)
    if current_settings().as_json:
        print_json(Answer({"sources": tuple(map(shown_url, sources))}, (report,), 1))
    else:
        print_text(_say_report(report))
    ctx.exit(REJECTED if report.rejected else DONE)


def _read(
    sources: tuple[str, ...], options: ReadOptions, counter: Counter, interrupt: Interrupt, jobs: int
) -> RunReport:
    rejects: list[Reject] = []

    def tell(reject: Reject) -> None:
        rejects.append(reject)
        counter.note(f"rejected {say_reject(reject)}")

    def show(report: ReadReport) -> None:
        counter.show(report.read + report.known, _say_found(report))

    lexicon = open_lexicon()
    with open_to_write(create=True) as ledger, running_engine(lexicon, jobs) as engine:
        tools = Tools(lexicon, engine)
        fetches = fetch_memory(ledger, options, tools.engine)
        web = replace(options.web, validators=fetches)
        options = replace(options, may_tell=tools.engine.may_tell, web=web)
        items = interrupt.heed(watch_rejects(read_sources(sources, options, sys.stdin.buffer), tell))
        done = record(ledger, items, tools, show, fetches=fetches, watch=options.watch)
    if done.rejected > len(rejects):
        counter.note(f"{done.rejected - len(rejects)} texts broke the engine; `quliu rejects` names them")
    return RunReport(done.read, done.known, done.rejected, done.claims, tuple(rejects))


def _say_found(report: ReadReport) -> str:
    rejected = f", {report.rejected:,} rejected" if report.rejected else ""
    return f"{say_count(report.claims, 'claim')}{rejected}"


def _say_report(report: RunReport) -> str:
    known = f", {report.known} known already" if report.known else ""
    rejected = f", {report.rejected} rejected" if report.rejected else ""
    return f"{say_count(report.read, 'new document')}{known}, {say_count(report.claims, 'claim')}{rejected}"


@click.command("rejects")
@global_options
def rejects_command() -> None:
    """List what could not be read, why, and what to do.

    Once a source was put right and read again, it is listed no more.
    """
    with open_to_read() as reader:
        rejects = reader.rejects()
    if current_settings().as_json:
        print_json(Answer({}, rejects, len(rejects)))
    elif rejects:
        print_rich(rejects_table(rejects))
    else:
        note("nothing was rejected")
