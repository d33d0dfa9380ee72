"""`extract`: documents in, claims out as JSON lines; no ledger."""

from __future__ import annotations

import logging
import sys
from typing import Any

import click

from quliu.cli.engines import ENGINES, make_engine
from quliu.cli.exits import DONE, REJECTED
from quliu.cli.opening import open_lexicon
from quliu.cli.options import global_options
from quliu.cli.output import note, print_json
from quliu.cli.sources import make_options, say_reject, source_options
from quliu.ingest.read import read_sources
from quliu.model import Claim, Incoming, Reject
from quliu.model.codec import claim_to_dict
from quliu.pipeline import Engine

_log = logging.getLogger(__name__)


@click.command("extract")
@source_options
@click.option(
    "--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True, help="What reads."
)
@global_options
@click.pass_context
def extract_command(ctx: click.Context, /, sources: tuple[str, ...], engine: str, **origin: Any) -> None:
    """Print the claims of documents as JSON lines; no ledger.

    SOURCE is a file (text, Markdown, JSON lines of {"id", "text", "doc_date"?, "publisher"?, "url"?}), a
    folder, or - for stdin. One line a document comes out, in the same order; `id` is that of the JSON line,
    else the path. A document that cannot be read has an `error` and no claims.
    """
    reads = make_engine(open_lexicon())
    status = DONE
    for item in read_sources(sources, make_options(**origin), sys.stdin.buffer):
        outcome = item if isinstance(item, Reject) else _extract(item, reads)
        if isinstance(outcome, Reject):
            status = REJECTED
            note(f"rejected {say_reject(outcome)}")
        print_json(_to_line(item, outcome), indent=None)
    ctx.exit(status)


def _extract(incoming: Incoming, engine: Engine) -> tuple[Claim, ...] | Reject:
    # A document that breaks the engine must neither stop the run nor disappear.
    try:
        return tuple(engine.extract(incoming.document))
    except Exception:
        _log.exception("stage=extract doc_id=%s engine=%s", incoming.document.id, engine.name)
        message = "the engine failed on this text (see the log); please report it"
        return Reject(incoming.source, "extract", "failed", message, incoming.key)


def _to_line(item: Incoming | Reject, outcome: tuple[Claim, ...] | Reject) -> dict[str, object]:
    line: dict[str, object] = {"id": item.source if item.key is None else item.key}
    if isinstance(outcome, Reject):
        return {**line, "claims": [], "error": {"code": outcome.code, "message": outcome.message}}
    return {**line, "claims": [claim_to_dict(claim) for claim in outcome]}
