"""`extract`: documents in, claims out as JSON lines; no ledger."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

import click

from quliu.cli.engines import ENGINES, make_explainer, running_engine
from quliu.cli.exits import DONE, INTERRUPTED, REJECTED
from quliu.cli.interrupts import Interrupt, heed_interrupts
from quliu.cli.opening import open_lexicon
from quliu.cli.options import global_options
from quliu.cli.output import note, print_json
from quliu.cli.progress import Counter, count_on_terminal
from quliu.cli.sources import jobs_option, make_options, say_count, say_reject, source_options
from quliu.extract import Cue, Explainer, Explanation
from quliu.ingest.read import ReadOptions, read_sources
from quliu.ingest.watch import Watch
from quliu.model import Claim, Document, Incoming, Reject
from quliu.model.codec import claim_to_dict
from quliu.pipeline import Engine

_log = logging.getLogger(__name__)

JsonObject = dict[str, object]

_AT_ONCE = 256  # documents that several cores get together


@click.command("extract")
@source_options
@click.option(
    "--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True, help="What reads."
)
@click.option("--explain", is_flag=True, help="Say under `explain` why each claim was made.")
@jobs_option
@global_options
@click.pass_context
def extract_command(
    ctx: click.Context,
    /,
    sources: tuple[str, ...],
    engine: str,
    explain: bool,
    jobs: int,
    **origin: Any,
) -> None:
    """Print the claims of documents as JSON lines; no ledger.

    SOURCE is a file (JSON lines of {"id", "text", "doc_date"?, "publisher"?, "url"?}, text, Markdown, HTML,
    PDF, RSS, Atom or JSON feed, mail, web archive, or a zip, tar or gzip of these), a folder, an http:// or
    https:// address, or - for stdin. One line a document comes out, in the same order; `id` is that of the
    JSON line, else the path or address. A document that cannot be read has an `error` and no claims.
    """
    watch = None if sys.stdout.isatty() else Watch()  # where the lines go, there is no place for a bar
    options = replace(make_options(**origin), watch=watch)
    counter, status = Counter(), DONE
    try:
        with count_on_terminal("extracting", sources, watch) as counter, heed_interrupts() as interrupt:
            status = _extract(sources, options, counter, interrupt, explain=explain, jobs=jobs)
    except KeyboardInterrupt:
        note(f"interrupted after {say_count(counter.documents, 'document')}")
        status = INTERRUPTED
    ctx.exit(status)


def _extract(
    sources: tuple[str, ...],
    options: ReadOptions,
    counter: Counter,
    interrupt: Interrupt,
    *,
    explain: bool,
    jobs: int,
) -> int:
    lexicon = open_lexicon()
    explainer = make_explainer(lexicon) if explain else None
    status, claims = DONE, 0
    with running_engine(lexicon, jobs) as engine:
        options = replace(options, may_tell=engine.may_tell)
        items = interrupt.heed(read_sources(sources, options, sys.stdin.buffer))
        for number, (item, outcome) in enumerate(_outcomes(items, engine, explainer), start=1):
            if isinstance(outcome, Reject):
                status = REJECTED
                counter.note(f"rejected {say_reject(outcome)}")
            else:
                claims += len(outcome)
            print_json(_to_line(item, outcome), indent=None)
            counter.show(number, say_count(claims, "claim"))
    return status


def _outcomes(
    items: Iterator[Incoming | Reject], engine: Engine, explainer: Explainer | None
) -> Iterator[tuple[Incoming | Reject, list[JsonObject] | Reject]]:
    """Yield each item with its claims, or why it has none, in order; many at a time on several cores."""
    most = 1 if engine.extract_all is None else _AT_ONCE
    while some := list(islice(items, most)):
        documents = [item.document for item in some if isinstance(item, Incoming)]
        found = iter(engine.extract_all(documents) if engine.extract_all else map(_one(engine), documents))
        for item in some:
            yield item, item if isinstance(item, Reject) else _tell(item, next(found), explainer)


def _one(engine: Engine) -> Callable[[Document], Sequence[Claim] | None]:
    def extract(document: Document) -> Sequence[Claim] | None:
        # A document that breaks the engine must neither stop the run nor disappear.
        try:
            return engine.extract(document)
        except Exception:
            _log.exception("stage=extract doc_id=%s engine=%s", document.id, engine.name)
            return None

    return extract


def _tell(
    incoming: Incoming, claims: Sequence[Claim] | None, explainer: Explainer | None
) -> list[JsonObject] | Reject:
    """Return the claims as JSON, each with its explanation where one is wanted."""
    try:
        reasons = explainer.explain(incoming.document, claims) if explainer and claims is not None else []
    except Exception:
        _log.exception("stage=explain doc_id=%s", incoming.document.id)
        claims = None
    if claims is None:
        message = "the engine failed on this text (see the log); please report it"
        return Reject(incoming.source, "extract", "failed", message, incoming.key)
    told = [claim_to_dict(claim) for claim in claims]
    if explainer is None:
        return told
    return [{**claim, "explain": _explain(why)} for claim, why in zip(told, reasons, strict=True)]


def _to_line(item: Incoming | Reject, outcome: list[JsonObject] | Reject) -> JsonObject:
    line: JsonObject = {"id": item.source if item.key is None else item.key}
    if isinstance(outcome, Reject):
        return {**line, "claims": [], "error": {"code": outcome.code, "message": outcome.message}}
    return {**line, "claims": outcome}


def _explain(why: Explanation) -> JsonObject:
    return {
        "rules": why.rules,
        "cues": [_cue(cue) for cue in why.cues],
        "status": {"status": why.status, "cues": [_cue(cue) for cue in why.status_cues]},
        "confidence": {
            "value": why.confidence,
            "log_odds": {reason.feature: reason.weight for reason in why.reasons},
        },
    }


def _cue(cue: Cue) -> JsonObject:
    return {"rule": cue.rule, "text": cue.text, "start": cue.span.start, "end": cue.span.end}
