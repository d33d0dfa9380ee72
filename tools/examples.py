"""Fill the examples of README.md and ARCHITECTURE.md with what the program makes of the sample newsroom.

Run it as `python -m tools.examples`; a test fails when the committed pages differ.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from quliu.cli.main import main as quliu
from quliu.extract import Extractor
from quliu.ingest import ReadOptions, read_sources
from quliu.lexicon import load_lexicon
from quliu.model import Claim, DateRange, Incoming, Move, ReadOffset, ReadSpan
from quliu.model.codec import claim_to_dict
from quliu.samples import newsroom_path
from quliu.store import Reader, open_ledger
from quliu.text.repair import repair

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", ROOT / "ARCHITECTURE.md")
ARTICLE = "05-pinyin.txt"
PERSON = "易知秋"
_SENTENCE = "其工作由研究副总裁易知秋接(jiē)替(tì)"
_WORD = "接替"
_WIDTH = "110"
_SLOT = re.compile(r"(<!-- example: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def fill_page(page: str, examples: Mapping[str, str]) -> str:
    """Return the page with its examples filled in anew."""
    return _SLOT.sub(lambda slot: f"{slot[1]}```text\n{examples[slot[2]]}\n```\n{slot[3]}", page)


def render_examples() -> Mapping[str, str]:
    """Return every example by name."""
    incoming = _read_article()
    with _newsroom_ledger() as path, open_ledger(path) as ledger, ledger.read() as reader:
        return {
            "document": _tell_document(incoming),
            "reading": _tell_reading(),
            "claims": _tell_claims(incoming),
            "entity": _tell_entity(reader),
            "career": _tell_career(reader),
            "answer": _ask(path, "who", PERSON),
            "moves": _ask(path, "moves", "--person", "郝运来"),
            "who": _ask(path, "who", "郝运来", "--as-of", "2025-01-01"),
            "denied": _ask(path, "moves", "--person", "孙小满", "--known-on", "2025-06-30"),
        }


def _read_article() -> Incoming:
    (incoming,) = read_sources([str(newsroom_path() / ARTICLE)], ReadOptions())
    assert isinstance(incoming, Incoming)
    return incoming


@contextmanager
def _newsroom_ledger() -> Iterator[str]:
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "newsroom.db")
        _run("--ledger", path, "read", str(newsroom_path()))
        yield path


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(quliu, arguments, env={"COLUMNS": _WIDTH}, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return "\n".join(line.rstrip() for line in result.stdout.splitlines())


def _ask(path: str, *arguments: str) -> str:
    return f"$ quliu {' '.join(arguments)}\n{_run('--ledger', path, *arguments).strip()}"


def _tell_document(incoming: Incoming) -> str:
    document = incoming.document
    lines = {
        "bytes": f"{len(incoming.raw)} of {ARTICLE}",
        "id": document.id,
        "text": f"{len(document.text)} characters",
        "title": document.title,
        "publisher": document.publisher,
        "published_on": f"{document.published_on} (from the {document.dated_by})",
        "language": document.language,
    }
    return _tell(lines)


def _tell_reading() -> str:
    reading = repair(_SENTENCE)
    start = reading.text.index(_WORD)
    span = reading.to_original(ReadSpan(ReadOffset(start), ReadOffset(start + len(_WORD))))
    back = f"[{start}, {start + len(_WORD)}) {_WORD} -> [{span.start}, {span.end}) {span.slice(_SENTENCE)}"
    return _tell({"original": _SENTENCE, "reading": reading.text, "way back": back})


def _tell_claims(incoming: Incoming) -> str:
    claims = Extractor(load_lexicon()).extract(incoming.document)
    told = (claim for claim in claims if _is_about_person(claim))
    return "\n".join(json.dumps(_without_scores(claim), ensure_ascii=False) for claim in told)


def _is_about_person(claim: Claim) -> bool:
    return isinstance(claim.content, Move) and claim.content.person.name == PERSON


def _without_scores(claim: Claim) -> dict[str, object]:
    """Return the claim without what changes with every tuning of the rules."""
    return {name: value for name, value in claim_to_dict(claim).items() if name not in {"confidence", "rule"}}


def _tell_entity(reader: Reader) -> str:
    (entity,) = reader.entities_named(PERSON)
    return _tell(
        {"id": entity.id, "kind": entity.kind, "name": entity.name, "names": ", ".join(entity.names)}
    )


def _tell_career(reader: Reader) -> str:
    (entity,) = reader.entities_named(PERSON)
    tenures = [
        f"tenure  {tenure.org} {tenure.role or '?'}: from {_days(tenure.start)} to {_days(tenure.end)},"
        f" {tenure.status}, {len(tenure.supports)} claims"
        for career in reader.careers([entity])
        for tenure in career.tenures
    ]
    return "\n".join(tenures)


def _days(days: DateRange | None) -> str:
    return str(days) if days else "?"


def _tell(lines: Mapping[str, object]) -> str:
    return "\n".join(f"{name:13s} {value}" for name, value in lines.items())


if __name__ == "__main__":
    made = render_examples()
    for file in PAGES:
        file.write_text(fill_page(file.read_text("utf-8"), made), encoding="utf-8")
