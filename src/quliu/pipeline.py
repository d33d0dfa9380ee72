"""The one place where the stages meet: read sources into a ledger, judge, rebuild what is derived.

A run commits in small batches, each with all that follows from it; once `on_progress` is called, what it
reports survives a kill at any moment.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice
from typing import BinaryIO

from quliu.ingest.read import ReadOptions, read_sources
from quliu.ingest.watch import Watch
from quliu.lexicon import Lexicon
from quliu.model import Claim, ClaimId, Document, DocumentId, Incoming, Judgement, Reject
from quliu.model.codec import canonical_json
from quliu.resolve import block_of, blocks_of
from quliu.resolve.identity import name_of_key
from quliu.store import (
    Check,
    FetchMemory,
    Ledger,
    ReadDocument,
    Reader,
    Reading,
    Sighting,
    Writer,
    condense,
    derive_documents,
    derive_people,
    examine,
    rebuild_derived,
    sighting_of,
    stand,
    weigh,
)

__all__ = [
    "Engine",
    "ReadReport",
    "Tools",
    "doctor",
    "fetch_memory",
    "judge",
    "read_into",
    "rebuild",
    "record",
]

_log = logging.getLogger(__name__)

_BATCH_SECONDS = 1.0
_AT_ONCE = 32  # items that are looked up together

Progress = Callable[["ReadReport"], None]


@dataclass(frozen=True, slots=True)
class Engine:
    """What reads claims in a document.

    A document is read again whenever the version differs from that of its present reading, and the reading
    made last is the present one. The version must therefore tell apart all that changes what is read, the
    lexicon included.

    Attributes:
        extract: reads one document.
        extract_all: reads many at once, where the engine has several cores; None for a document it broke on.
        may_tell: tells fast whether a text may hold a claim; web pages on which it says no are read less
            carefully.
    """

    name: str
    version: str
    extract: Callable[[Document], Sequence[Claim]]
    extract_all: Callable[[Sequence[Document]], Sequence[Sequence[Claim] | None]] | None = None
    may_tell: Callable[[str], bool] | None = None

    def reading(self, document: Document) -> Reading:
        """Return the reading that the engine would make of a document."""
        return Reading.of(document, self.name, self.version)


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Tools:
    """What a run works with.

    Attributes:
        clock: tells the instant of recording.
        batch_items: how many documents a commit holds at most.
    """

    lexicon: Lexicon
    engine: Engine
    clock: Callable[[], datetime] = _utc_now
    batch_items: int = 256


@dataclass(frozen=True, slots=True)
class ReadReport:
    """How far a run is.

    Attributes:
        read: documents that were new.
        known: documents that were there already, and addresses at which nothing was new.
        rejected: sources that could not be read.
        claims: claims recorded for documents read, or read again.
        committed: the documents of the last commit, in the order they came in.
    """

    read: int = 0
    known: int = 0
    rejected: int = 0
    claims: int = 0
    committed: tuple[DocumentId, ...] = ()


@dataclass(slots=True)
class _Batch:
    """What will be committed together, with what the engine made of it so far.

    Attributes:
        sightings: of each document, those that say what all together say: one text may come a thousand times.
        ended: sources of which the last item is in this batch or was in an earlier one.
    """

    items: list[Incoming | Reject] = field(default_factory=list)
    sightings: dict[DocumentId, tuple[Sighting, ...]] = field(default_factory=dict)
    extracted: dict[Document, Sequence[Claim] | None] = field(default_factory=dict)
    ended: tuple[str, ...] = ()

    @property
    def incomings(self) -> list[Incoming]:
        return [item for item in self.items if isinstance(item, Incoming)]


def read_into(
    ledger: Ledger,
    sources: Iterable[str],
    options: ReadOptions,
    tools: Tools,
    *,
    stdin: BinaryIO | None = None,
    on_progress: Progress | None = None,
) -> ReadReport:
    """Read sources into a ledger: ingest, extract, resolve, fuse. What is there already changes nothing.

    Args:
        ledger: where to.
        sources: files, folders, `-`.
        options: what the user says of the sources' origin.
        tools: what to work with.
        stdin: the stream that `-` means.
        on_progress: called after each commit.
    """
    fetches = fetch_memory(ledger, options, tools.engine)
    watch = Watch(ended=[])
    web = replace(options.web, validators=fetches)
    options = replace(options, may_tell=tools.engine.may_tell, web=web, watch=watch)
    items = read_sources(sources, options, stdin)
    return record(ledger, items, tools, on_progress, fetches=fetches, watch=watch)


def fetch_memory(ledger: Ledger, options: ReadOptions, engine: Engine) -> FetchMemory:
    """Return the memory of fetches for sources that are read in this way.

    What another engine, or with another origin, has read is fetched again in full, as files would be read.
    """
    origin = [str(options.published_on or ""), options.publisher, options.url, options.max_bytes]
    return FetchMemory(ledger, canonical_json([engine.name, engine.version, *origin, options.web.follow]))


def record(
    ledger: Ledger,
    items: Iterable[Incoming | Reject],
    tools: Tools,
    on_progress: Progress | None = None,
    *,
    fetches: FetchMemory | None = None,
    watch: Watch | None = None,
) -> ReadReport:
    """Record documents and rejects as they come in, with the claims of the documents and all that follows.

    Args:
        ledger: where to.
        items: what came in.
        tools: what to work with.
        on_progress: called after each commit.
        fetches: what was fetched to get the items; kept behind the documents, never before them.
        watch: tells which sources were read to their end, so that what was wrong with them can be forgotten.
    """
    report = ReadReport()
    remaining = iter(items)
    rejected: set[str] = set()
    while (batch := _gather(ledger, remaining, tools, watch)).items or batch.ended:
        report = _keep(fetches, _commit(ledger, batch, tools, report, rejected), tools)
        if on_progress is not None:
            on_progress(report)
    return _keep(fetches, report, tools)


def _keep(fetches: FetchMemory | None, report: ReadReport, tools: Tools) -> ReadReport:
    """Keep what was fetched; what has not changed counts as known."""
    unchanged = fetches.save(tools.clock()) if fetches is not None else 0
    return replace(report, known=report.known + unchanged)


def judge(ledger: Ledger, judgement: Judgement, lexicon: Lexicon) -> Judgement:
    """Record a decision about identity or about a claim; derive anew the people it bears on.

    Returns:
        The decision with the id that the ledger gives it.
    """
    keys = [key for key in (judgement.subject, judgement.object) if key]
    names = [name_of_key(key) for key in keys]
    with ledger.write() as writer:
        made = writer.add_judgement(judgement)
        blocks = {block_of(name) for name in names if name}
        judged = writer.claims([ClaimId(key) for key in keys])
        derive_people(writer, blocks.union(*(blocks_of(sourced.claim) for sourced in judged)), lexicon)
    return made


def rebuild(ledger: Ledger, lexicon: Lexicon) -> None:
    """Derive every derived table anew, in one transaction; readers see the old ones until it is done."""
    with ledger.write() as writer:
        rebuild_derived(writer, lexicon)


def doctor(ledger: Ledger, lexicon: Lexicon) -> tuple[Check, ...]:
    """Examine a ledger: the file, what is recorded, and whether what is derived follows from it."""
    return examine(ledger, lexicon)


def _gather(ledger: Ledger, items: Iterator[Incoming | Reject], tools: Tools, watch: Watch | None) -> _Batch:
    """Take the next batch and run the engine on it, without holding up other writers."""
    batch = _Batch()
    later: list[Document] = []
    deadline = time.monotonic() + _BATCH_SECONDS
    with ledger.read() as seen:
        while some := _take(items, min(_AT_ONCE, tools.batch_items - len(batch.items)), deadline):
            batch.items += some
            for document in _unread(seen, some, batch, tools):
                if tools.engine.extract_all is None:
                    _extract(document, batch, tools.engine)
                else:
                    later.append(document)
            if time.monotonic() > deadline:
                break
    if watch is not None and watch.ended:
        batch.ended = tuple(watch.ended)
        watch.ended.clear()
    if later and tools.engine.extract_all is not None:
        batch.extracted.update(zip(later, tools.engine.extract_all(later), strict=True))
    return batch


def _take(items: Iterator[Incoming | Reject], most: int, deadline: float) -> list[Incoming | Reject]:
    """Return the next few items, fewer when they come slowly."""
    some: list[Incoming | Reject] = []
    for item in islice(items, most):
        some.append(_make_sound(item))
        if time.monotonic() > deadline:
            break
    return some


def _unread(
    seen: Reader, some: Sequence[Incoming | Reject], batch: _Batch, tools: Tools
) -> Iterator[Document]:
    """Yield the documents among the items that the engine has not read as they stand now."""
    incomings = [item for item in some if isinstance(item, Incoming)]
    keys = {incoming.document.id for incoming in incomings}
    batch.sightings = seen.sightings(keys - batch.sightings.keys()) | batch.sightings
    readings = seen.readings(keys)
    for incoming in incomings:
        key = incoming.document.id
        told = (*batch.sightings.get(key, ()), sighting_of(incoming, tools.clock()))
        batch.sightings[key] = condense(told)
        document = stand(incoming.document, weigh(batch.sightings[key]))
        if readings.get(key) != tools.engine.reading(document):
            yield document


def _make_sound(item: Incoming | Reject) -> Incoming | Reject:
    """Return an item that a database can hold: half characters cannot be stored."""
    source = _spell_out(item.source)
    if isinstance(item, Reject):
        return replace(item, source=source, message=_spell_out(item.message))
    document = item.document
    if _spell_out(document.text) != document.text:
        message = "the text has half characters (lone surrogates); save it as UTF-8 and read it again"
        return Reject(source, "ingest", "undecodable", message, item.key)
    spelled = replace(
        document,
        title=document.title and _spell_out(document.title),
        publisher=document.publisher and _spell_out(document.publisher),
        url=document.url and _spell_out(document.url),
        date_evidence=document.date_evidence and _spell_out(document.date_evidence),
        publisher_evidence=document.publisher_evidence and _spell_out(document.publisher_evidence),
        reposted_by=document.reposted_by and _spell_out(document.reposted_by),
    )
    return replace(item, source=source, document=spelled)


def _spell_out(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _extract(document: Document, batch: _Batch, engine: Engine) -> Sequence[Claim] | None:
    """Return the engine's claims, None when it fails; a document that breaks it must not stop the run."""
    if document not in batch.extracted:
        try:
            batch.extracted[document] = tuple(engine.extract(document))
        except Exception:
            _log.exception("stage=extract doc_id=%s engine=%s", document.id, engine.name)
            batch.extracted[document] = None
    return batch.extracted[document]


def _commit(
    ledger: Ledger, batch: _Batch, tools: Tools, report: ReadReport, rejected: set[str]
) -> ReadReport:
    """Record a batch; add what is rejected in it to `rejected`, the sources rejected in this run."""
    now = tools.clock()
    incomings = batch.incomings
    ordered = tuple(dict.fromkeys(incoming.document.id for incoming in incomings))
    with ledger.write() as writer:
        known = writer.find_known(ordered)
        changed = writer.add_documents(incomings, now)
        readings, failed = _read_anew(writer, ordered, batch, tools.engine)
        touched = changed | {one.document for one in readings}
        writer.add_readings(readings, now)
        derive_documents(writer, touched, tools.lexicon)
        rejects = _record_rejects(writer, batch, failed, now)
        rejected.update(reject.source for reject in rejects)
        writer.settle_rejects(batch.ended, rejected)
    return ReadReport(
        read=report.read + len(ordered) - len(known),
        known=report.known + len(incomings) - (len(ordered) - len(known)),
        rejected=report.rejected + len(rejects),
        claims=report.claims + sum(len(one.by_id()) for one in readings),
        committed=ordered,
    )


def _read_anew(
    writer: Writer, document_ids: Collection[DocumentId], batch: _Batch, engine: Engine
) -> tuple[list[ReadDocument], frozenset[DocumentId]]:
    """Return the readings that documents need as they now stand, and those on which the engine failed."""
    present = writer.readings(document_ids)
    readings: list[ReadDocument] = []
    failed: set[DocumentId] = set()
    for document in writer.documents(document_ids):
        reading = engine.reading(document)
        if present.get(document.id) == reading:
            continue
        claims = _extract(document, batch, engine)
        if claims is None:
            failed.add(document.id)
        else:
            readings.append(ReadDocument(document.id, reading, claims))
    return readings, frozenset(failed)


def _record_rejects(
    writer: Writer, batch: _Batch, failed: Collection[DocumentId], now: datetime
) -> list[Reject]:
    """Record what could not be read, forget what now could; return what could not."""
    rejects = [item for item in batch.items if isinstance(item, Reject)]
    rejects += [_failure(one) for one in batch.incomings if one.document.id in failed]
    writer.clear_rejects([one.source for one in batch.incomings])
    for reject in rejects:
        writer.add_reject(reject, now)
    return rejects


def _failure(incoming: Incoming) -> Reject:
    message = "the engine failed on this text (see the log); the text is kept, reading it again tries again"
    return Reject(incoming.source, "extract", "failed", message, incoming.key)
