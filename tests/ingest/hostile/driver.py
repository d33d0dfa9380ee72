"""Reads hostile files, each in a process of its own that may use 1 GB of memory and 5 seconds of processor.

Run as `python -m tests.ingest.hostile.driver FOLDER MODULE`, a module whose files are registered; prints one
JSON object a file. A child is forked for each file, so that the libraries are loaded only once.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
import time
from importlib import import_module
from pathlib import Path

from quliu.ingest import ReadOptions
from quliu.lexicon import load_lexicon
from quliu.lexicon.lexicon import Lexicon
from quliu.pipeline import Engine, Tools, read_into
from quliu.store import open_ledger
from tests.ingest.hostile.registry import HOSTILE, READ

LIBRARIES = ("trafilatura", "fastwarc.warc", "resiliparse.extract.html2text", "pypdf", "feedparser")
MAX_MEMORY = 1 << 30
MAX_CPU_SECONDS = 5
# A child that waits for something uses no processor time.
MAX_WAIT_SECONDS = 60


def main(folder: Path) -> None:
    for library in LIBRARIES:
        import_module(library)
    lexicon = load_lexicon()
    for name, one in HOSTILE.items():
        place = folder / name
        place.mkdir()
        one.make(place / "source")
        told = _in_child(place / "source", folder / f"{name}.db", lexicon)
        shutil.rmtree(place)
        print(json.dumps({"name": name, **told}), flush=True)  # noqa: T201


def _in_child(path: Path, ledger: Path, lexicon: Lexicon) -> dict[str, object]:
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        os.close(ours)
        _limit()
        with os.fdopen(theirs, "w") as answer:
            json.dump(_read(path, ledger, lexicon), answer)
        os._exit(0)
    os.close(theirs)
    status = _wait(child)
    with os.fdopen(ours) as answer:
        text = answer.read()
    return json.loads(text) if status == 0 and text else {"died": status}


def _limit() -> None:
    # Libraries reserve addresses that they never use (rensa a gigabyte); what is reading's own comes on top.
    most = _reserved() + MAX_MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_CPU_SECONDS, MAX_CPU_SECONDS))


def _reserved() -> int:
    """Return how many bytes of addresses this process holds, where the system tells."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0


def _wait(child: int) -> int:
    """Wait for a child and return its status; one that waits for ever is ended."""
    deadline = time.monotonic() + MAX_WAIT_SECONDS
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def _read(path: Path, ledger_path: Path, lexicon: Lexicon) -> dict[str, object]:
    """Read a file into a ledger and return what came of it."""
    tools = Tools(lexicon, Engine("none", "1", lambda _document: ()))
    with open_ledger(str(ledger_path), create=True) as ledger:
        report = read_into(ledger, [str(path)], ReadOptions(), tools)
        with ledger.read() as reader:
            rejects = reader.rejects()
    # Behind the semicolon stands what to do.
    mute = {f"says not what to do: {one.message}" for one in rejects if "; " not in one.message}
    return {
        "outcomes": sorted({one.code for one in rejects} | ({READ} if report.read else set()) | mute),
        "messages": sorted({one.message[:200] for one in rejects})[:5],
    }


if __name__ == "__main__":
    import_module(sys.argv[2])
    main(Path(sys.argv[1]))
