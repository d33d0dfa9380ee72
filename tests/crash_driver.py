"""A run for the crash test to kill: reads a folder, writes down each document once it is committed."""

from __future__ import annotations

import os

from quliu.ingest.read import ReadOptions
from quliu.lexicon import load_lexicon
from quliu.pipeline import Engine, ReadReport, Tools, read_into
from quliu.store import open_ledger
from tests.store.builders import read_sentences

# Loaded at import, so that a fork server pays for it once.
LEXICON = load_lexicon()

OPTIONS = ReadOptions(published_on=None, publisher=None, url=None)


def run(ledger_path: str, folder: str, acknowledged_path: str) -> None:
    """Read a folder in small batches; a line of `acknowledged_path` is an id that must never be lost."""
    tools = Tools(LEXICON, Engine("test", "1", read_sentences), batch_items=5)
    written = os.open(acknowledged_path, os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def acknowledge(report: ReadReport) -> None:
        os.write(written, "".join(f"{document}\n" for document in report.committed).encode())

    with open_ledger(ledger_path, create=True) as ledger:
        read_into(ledger, [folder], OPTIONS, tools, on_progress=acknowledge)
