"""What ingest hands on: a document that could be read, or a reject that says why one could not."""

from __future__ import annotations

from dataclasses import dataclass

from quliu.model.document import Document


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document as it came in.

    Attributes:
        source: where it was read, as a user would name it: `path`, `path:line`, `-:line`.
        key: the `id` its JSON line gave it; None elsewhere.
        raw: the bytes it was decoded from.
    """

    source: str
    document: Document
    raw: bytes
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """Something that could not be read, and why.

    Attributes:
        source: as in `Incoming`.
        stage: the stage that gave up: `ingest`, `extract`.
        code: the stable reason, for example `empty`, `binary`, `undecodable`, `too-long`, `not-json`.
        message: what is wrong and what to do, for a person.
        key: as in `Incoming`.
    """

    source: str
    stage: str
    code: str
    message: str
    key: str | None = None
