"""How fast quliu reads whole files: articles as JSON lines, and pages of a news site in a web archive.

    python -m benchmarks.reading ../shared/gold/train.jsonl ../shared/corpus/news.jsonl.gz

One article in fifty is relevant: it passes the gate. Every part runs in a process of its own, on a tenth of
its input and on all of it: the rate is what the rest took in CPU seconds, without starting up, and memory is
flat when both peaks are alike. Beside quliu run what it is made on, alone.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.inputs import Articles, write_lines, write_pages
from benchmarks.speed import machine, peak_mb

TENTH = 10
_INPUTS = ("lines.jsonl", "short.jsonl", "pages.warc.gz")


def main() -> None:
    """Make the inputs, run every part on them and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", type=Path, help="JSON lines with a text each, gzipped or not")
    parser.add_argument("--count", type=int, default=20_000, help="how many articles an input has")
    parser.add_argument("--only", default="", help="run the parts whose input and name hold this")
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--part", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.part:
        print(json.dumps(_measure(*asked.part)))
    elif asked.make:
        _make_inputs(asked.make, asked.articles, asked.count)
    else:
        print(f"{datetime.now(UTC).date().isoformat()}  {machine()}")
        with tempfile.TemporaryDirectory() as folder:
            _run_all(Path(folder), asked.articles, asked.count, asked.only)


def _run_all(folder: Path, articles: Sequence[Path], count: int, only: str) -> None:
    for size in (count // TENTH, count):
        (folder / str(size)).mkdir()
        _run("--make", folder / str(size), "--count", size, *articles)
    for name in _INPUTS:
        for part in _PAGE_PARTS if name.startswith("pages") else _LINE_PARTS:
            if only in f"{name} {part}":
                few = json.loads(_run("--part", part, folder / str(count // TENTH) / name))
                all_ = json.loads(_run("--part", part, folder / str(count) / name))
                print(f"{name:14s} {part:14s} {_say(few, all_, count - count // TENTH)}", flush=True)


def _say(few: Mapping[str, float], all_: Mapping[str, float], rest: int) -> str:
    busy, passed = all_["cpu_s"] - few["cpu_s"], all_["wall_s"] - few["wall_s"]
    rates = f"{rest / busy:10,.0f} a CPU second {rest / passed:10,.0f} a second"
    return f"{rates}  peak {few['peak_mb']:.0f} then {all_['peak_mb']:.0f} MB"


def _run(*arguments: object) -> str:
    command = [sys.executable, "-m", "benchmarks.reading", *map(str, arguments)]
    one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ | one_thread
    ).stdout


def _make_inputs(folder: Path, paths: Sequence[Path], count: int) -> None:
    from quliu.extract.gate import Gate  # noqa: PLC0415  parts of peers must not load it
    from quliu.lexicon import load_lexicon  # noqa: PLC0415

    articles = Articles(paths, Gate(load_lexicon()).is_open)
    write_lines(folder / "lines.jsonl", articles.mixed(count))
    write_lines(folder / "short.jsonl", articles.mixed(count, short=True))
    write_pages(folder / "pages.warc.gz", articles.mixed(count))


def _measure(part: str, path: str) -> Mapping[str, float]:
    """Run a part; return what it took, with what loading its modules took."""
    start = time.perf_counter()
    with open(os.devnull, "w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere):
        (_PAGE_PARTS if path.endswith(".warc.gz") else _LINE_PARTS)[part](path)
    used = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "cpu_s": used.ru_utime + used.ru_stime,
        "wall_s": time.perf_counter() - start,
        "peak_mb": peak_mb(),
    }


def _extract(path: str) -> None:
    _quliu("extract", path)


def _read(path: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _quliu("--ledger", f"{folder}/ledger.db", "read", path)


def _quliu(*arguments: str) -> None:
    from quliu.cli.main import main as quliu  # noqa: PLC0415  parts of peers must not load it

    with contextlib.suppress(SystemExit):
        quliu(list(arguments))


def _load_lines(path: str) -> None:
    with open(path, "rb") as lines:
        for line in lines:
            json.loads(line)


def _pages(path: str) -> Iterator[str]:
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415

    with open(path, "rb") as archive:
        for record in ArchiveIterator(archive, parse_http=True):
            yield record.reader.read().decode()


def _use_resiliparse(path: str) -> None:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    for page in _pages(path):
        extract_plain_text(page, main_content=True)


def _use_trafilatura(path: str) -> None:
    from trafilatura import extract  # noqa: PLC0415

    for page in _pages(path):
        extract(page, fast=True, include_comments=False)


_Parts = Mapping[str, Callable[[str], None]]
_LINE_PARTS: _Parts = {"quliu extract": _extract, "quliu read": _read, "json.loads": _load_lines}
_PAGE_PARTS: _Parts = {
    "quliu extract": _extract,
    "quliu read": _read,
    "resiliparse": _use_resiliparse,
    "trafilatura": _use_trafilatura,
}

if __name__ == "__main__":
    main()
