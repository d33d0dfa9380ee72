from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from quliu.cli.main import main
from quliu.extract import Explainer, Explanation
from quliu.model import Claim, Document, Kind
from quliu.model.codec import claim_from_dict

TEXT = "贾明白于2025年3月加入云鲤科技,担任首席科学家。"


def _extract(*words: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["extract", *words], input=stdin)


def _lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def _line(**keys: object) -> bytes:
    return json.dumps(keys, ensure_ascii=False).encode() + b"\n"


def test_one_line_a_document_in_order() -> None:
    stdin = b"".join(
        _line(id=name, text=text, extra=1)
        for name, text in (("b", TEXT), ("a", "无事。"), ("c", TEXT + "完"))
    )
    result = _extract("-", stdin=stdin)
    assert result.exit_code == 0
    lines = _lines(result)
    assert [line["id"] for line in lines] == ["b", "a", "c"]
    assert [bool(line["claims"]) for line in lines] == [True, False, True]
    assert all("error" not in line for line in lines)


def test_the_claim_has_the_contract_s_shape() -> None:
    (line,) = _lines(_extract("-", stdin=_line(id="1", text=TEXT, doc_date="2025-04-02")))
    (claim,) = line["claims"]
    assert claim_from_dict(claim).kind is Kind.MOVE
    person = claim["person"]
    assert TEXT[person["start"] : person["end"]] == person["surface"] == person["name"] == "贾明白"
    assert (claim["out"], claim["status"]) == (None, "reported")
    assert claim["into"]["org"]["surface"] == "云鲤科技"
    assert {key: claim["when"][key] for key in ("text", "start", "end")} == {
        "text": "2025年3月",
        "start": "2025-03-01",
        "end": "2025-04-01",
    }
    assert 0 < claim["confidence"] <= 1
    assert set(claim["evidence"]) == {"start", "end"}


def test_a_rejected_line_keeps_its_place() -> None:
    stdin = _line(id="1", text=TEXT) + _line(id="2", text="") + b"{broken\n" + _line(id="4", text=TEXT)
    result = _extract("-", stdin=stdin)
    assert result.exit_code == 1
    lines = _lines(result)
    assert [line["id"] for line in lines[:2]] == ["1", "2"]
    assert lines[3]["id"] == "4"
    assert [line.get("error", {}).get("code") is not None for line in lines] == [False, True, True, False]
    assert all(line["claims"] == [] for line in lines[1:3])
    assert len(result.stderr.splitlines()) == 2


def test_a_file_is_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "新闻 一.txt"
    path.write_text(TEXT, encoding="utf-8")
    (line,) = _lines(_extract(str(path)))
    assert line["id"] == str(path)


def test_the_date_of_the_command_line_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("贾明白上月加入云鲤科技,担任首席科学家。", encoding="utf-8")
    (line,) = _lines(_extract(str(path), "--date", "2025-04-02"))
    assert (line["claims"][0]["when"]["start"], line["claims"][0]["when"]["end"]) == (
        "2025-03-01",
        "2025-04-01",
    )


def test_an_unknown_engine_is_usage() -> None:
    result = _extract("-", "--engine", "magic", stdin=b"")
    assert result.exit_code == 2
    assert "rules" in result.stderr


def test_lines_come_as_they_are_ready() -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "quliu", "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert running.stdin is not None
    assert running.stdout is not None
    with running.stdin, running.stdout:
        for number in "123":
            running.stdin.write(_line(id=number, text=TEXT))
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == number
    assert running.wait(timeout=60) == 0


def test_explain_says_why(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("贾明白离开腾讯。", encoding="utf-8")
    result = CliRunner().invoke(main, ["extract", str(source), "--explain"])
    (claim,) = json.loads(result.stdout)["claims"]
    assert claim["explain"]["cues"][0]["text"] == "离开"
    assert claim["explain"]["confidence"]["value"] == claim["confidence"]


def test_what_cannot_be_explained_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_explainer: Explainer, document: Document, _claims: Sequence[Claim]) -> list[Explanation]:
        raise ValueError(document.id)

    monkeypatch.setattr(Explainer, "explain", fail)
    result = _extract("-", "--explain", stdin=_line(id="1", text=TEXT) + _line(id="2", text=TEXT))
    assert [line["error"]["code"] for line in _lines(result)] == ["failed", "failed"]
    assert result.exit_code == 1
