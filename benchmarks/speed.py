"""How fast quliu reads, on one core, beside jieba.posseg and an untrained spaCy pipeline on the same texts.

    python -m benchmarks.speed ../shared/gold/train.jsonl ../shared/corpus/news.jsonl.gz

Relevant are the articles that pass the gate, irrelevant the others. The peers are optional: what is not
installed is left out (`uv sync --frozen --group bench`). Every part runs in a process of its own on one
core, and its peak memory is its own; the adversarial parts are ended after half a minute.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.texts import adversarial_names, join_texts, make_adversarial, read_articles, take

CHARACTERS = 400_000
BYTES = 20_000_000
LONG_BYTES = 20_000
ADVERSARIAL_BYTES = 2_000_000
LIMIT_S = 30
LEAST_S = 2.0


def main() -> None:
    """Run every part and print its figures; `--json` prints them as JSON instead."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", type=Path, help="JSON lines with a text each, gzipped or not")
    parser.add_argument("--part", help=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", help="run the parts whose name holds this")
    asked = parser.parse_args()
    if asked.part:
        print(json.dumps({**_run_part(asked.part, asked.articles), "peak_mb": peak_mb()}))
        return
    names = [name for name in part_names() if not asked.only or asked.only in name]
    day, where = datetime.now(UTC).date().isoformat(), machine()
    if asked.json:
        figures = {name: _spawn(name, asked.articles) for name in names}
        print(json.dumps({"day": day, "machine": where, "parts": figures}, ensure_ascii=False, indent=2))
        return
    print(f"{day}  {where}")
    for name in names:
        found = _spawn(name, asked.articles)
        print(f"{name:42s} " + "  ".join(f"{key} {value:,}" for key, value in found.items()), flush=True)


def part_names() -> list[str]:
    """Return the parts that can run here, in the order in which they run."""
    peers = {"jieba.posseg": "jieba", "spacy": "spacy"}
    found = [name for name, module in peers.items() if importlib.util.find_spec(module)]
    sizes = (ADVERSARIAL_BYTES // 20, ADVERSARIAL_BYTES // 4, ADVERSARIAL_BYTES)
    adversarial = [f"adversarial {name} {size}" for name in adversarial_names() for size in sizes]
    return ["quliu", *found, "gate", "gate on long texts", "quliu on irrelevant text", *adversarial]


def _spawn(name: str, articles: Iterable[Path]) -> Mapping[str, float]:
    command = [sys.executable, "-m", "benchmarks.speed", "--part", name, *map(str, articles)]
    one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    try:
        done = subprocess.run(
            command,
            check=True,
            capture_output=True,
            text=True,
            env=os.environ | one_thread,
            timeout=_limit(name),
        )
    except subprocess.TimeoutExpired:
        return {"over_s": LIMIT_S}
    found: Mapping[str, float] = json.loads(done.stdout)
    return found


def _limit(name: str) -> float | None:
    return LIMIT_S if name.startswith("adversarial") else None


def _run_part(name: str, articles: Iterable[Path]) -> Mapping[str, float]:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if name.startswith("adversarial"):
        return _read_adversarial(name)
    return _PARTS[name](articles)


def _read_adversarial(part: str) -> Mapping[str, float]:
    name, _, size = part.removeprefix("adversarial ").rpartition(" ")
    text, extract = make_adversarial(name, int(size)), _extractor()
    start = time.perf_counter()
    claims = extract(text)
    return {"seconds": round(time.perf_counter() - start, 2), "claims": claims, "characters": len(text)}


def _read_relevant(articles: Iterable[Path]) -> Mapping[str, float]:
    return _rate(_extractor(), _relevant(articles))


def _read_irrelevant(articles: Iterable[Path]) -> Mapping[str, float]:
    return _rate(_extractor(), _irrelevant(articles))


def _pass_gate(articles: Iterable[Path]) -> Mapping[str, float]:
    return _rate(_gate(), _irrelevant(articles))


def _pass_long(articles: Iterable[Path]) -> Mapping[str, float]:
    gate = _gate()
    return _rate(gate, join_texts(_irrelevant(articles), LONG_BYTES, gate))


def _tag_with_jieba(articles: Iterable[Path]) -> Mapping[str, float]:
    from jieba import posseg  # noqa: PLC0415  an optional peer

    posseg.lcut("先装入词典")
    return _rate(posseg.lcut, _relevant(articles))


def _tag_with_spacy(articles: Iterable[Path]) -> Mapping[str, float]:
    """Run a blank Chinese pipeline with an untrained NER component: as fast as a trained one."""
    import spacy  # noqa: PLC0415  an optional peer
    from spacy.training import Example  # noqa: PLC0415

    nlp = spacy.blank("zh")
    nlp.max_length = 10_000_000
    nlp.add_pipe("ner")
    told = Example.from_dict(
        nlp.make_doc("贾明白加入云鲤科技"), {"entities": [(0, 3, "PERSON"), (5, 9, "ORG")]}
    )
    nlp.initialize(lambda: [told])
    return _rate(nlp, _relevant(articles))


_PARTS: Mapping[str, Callable[[Iterable[Path]], Mapping[str, float]]] = {
    "quliu": _read_relevant,
    "jieba.posseg": _tag_with_jieba,
    "spacy": _tag_with_spacy,
    "gate": _pass_gate,
    "gate on long texts": _pass_long,
    "quliu on irrelevant text": _read_irrelevant,
}


def _rate(read: Callable[[str], object], texts: list[str]) -> Mapping[str, float]:
    """Return characters and bytes a second; the texts are read again until two seconds have passed."""
    characters, size = sum(map(len, texts)), sum(len(text.encode()) for text in texts)
    start, rounds = time.perf_counter(), 0
    while (spent := time.perf_counter() - start) < LEAST_S:
        for text in texts:
            read(text)
        rounds += 1
    return {
        "chars_per_s": round(characters * rounds / spent),
        "mb_per_s": round(size * rounds / spent / 1e6, 2),
        "characters": characters,
    }


def _relevant(articles: Iterable[Path]) -> list[str]:
    gate = _gate()
    return take((text for text in _spread(articles) if gate(text)), CHARACTERS)


def _irrelevant(articles: Iterable[Path]) -> list[str]:
    gate = _gate()
    return take((text for text in _spread(articles) if not gate(text)), BYTES // 3)


def _spread(articles: Iterable[Path]) -> Iterator[str]:
    """Yield a text of each file in turn, so that a part of them is of every file."""
    readers = [read_articles(path) for path in articles]
    while readers:
        for reader in list(readers):
            text = next(reader, None)
            if text is None:
                readers.remove(reader)
            else:
                yield text


def _extractor() -> Callable[[str], int]:
    from quliu.extract import Extractor  # noqa: PLC0415  parts of peers must not load it
    from quliu.lexicon import load_lexicon  # noqa: PLC0415
    from quliu.model import Document, Language, document_id  # noqa: PLC0415

    extract = Extractor(load_lexicon()).extract
    day = datetime(2025, 6, 18, tzinfo=UTC).date()
    return lambda text: len(extract(Document(document_id(text), text, Language.HANS, published_on=day)))


def _gate() -> Callable[[str], bool]:
    from quliu.extract.gate import Gate  # noqa: PLC0415
    from quliu.lexicon import load_lexicon  # noqa: PLC0415

    return Gate(load_lexicon()).is_open


def peak_mb() -> float:
    """Return the most memory that this process has had."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10), 0)


def machine() -> str:
    """Return what the figures were measured on."""
    cpu = "unknown CPU"
    info = Path("/proc/cpuinfo")
    if info.exists():
        cpu = next(
            (line.partition(": ")[2] for line in info.read_text().splitlines() if "model name" in line), cpu
        )
    return f"{cpu}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
