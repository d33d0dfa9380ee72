from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quliu.cli.main import main
from quliu.store import open_ledger
from tests.cli.conftest import answer_of
from tests.query.builders import write_lexicon

ARTICLE = (
    "云鲤科技迎来新高管\n\n2025-04-02 09:00 来源:犀牛科技\n\n贾明白于2025年3月加入云鲤科技,担任首席科学家。\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "新闻 一.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def _quliu(folder: Path, *words: str | Path, stdin: bytes | None = None) -> Result:
    ledger = str(folder / "深处" / "ledger.db")
    return CliRunner().invoke(main, ["--ledger", ledger, *map(str, words)], input=stdin)


def test_reading_makes_the_ledger_and_reports_in_one_line(tmp_path: Path, article: Path) -> None:
    result = _quliu(tmp_path, "read", article)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1 new document, ")
    assert result.stdout.count("\n") == 1


def test_reading_twice_is_reading_once(tmp_path: Path, article: Path) -> None:
    _quliu(tmp_path, "read", article)
    answer = answer_of(_quliu(tmp_path, "read", article, "--json"))
    (report,) = answer["results"]
    assert (report["read"], report["known"], report["rejects"]) == (0, 1, [])


def test_another_lexicon_reads_again(tmp_path: Path, article: Path) -> None:
    _quliu(tmp_path, "read", article)
    extended: list[str | Path] = ["--lexicon", write_lexicon(tmp_path / "lexicon")]
    (report,) = answer_of(_quliu(tmp_path, "read", article, "--json", *extended))["results"]
    assert (report["read"], report["known"], report["claims"]) == (0, 1, 1)
    (report,) = answer_of(_quliu(tmp_path, "read", article, "--json", *extended))["results"]
    assert report["claims"] == 0


def test_what_was_read_is_answered(tmp_path: Path, article: Path) -> None:
    _quliu(tmp_path, "read", article)
    (career,) = answer_of(_quliu(tmp_path, "who", "贾明白", "--json"))["results"]
    sources = [source for move in career["moves"] for source in move["sources"]]
    assert sources
    assert all(source["evidence"]["text"] in ARTICLE for source in sources)


def test_stdin_with_an_origin(tmp_path: Path) -> None:
    text = "贾明白上月加入云鲤科技,担任首席科学家。\n".encode()
    words = ["read", "-", "--date", "2025-04-02", "--publisher", "海带新闻", "--url", "https://example.org/a"]
    assert _quliu(tmp_path, *words, stdin=text).exit_code == 0
    (move,) = answer_of(_quliu(tmp_path, "moves", "--json"))["results"]
    (source,) = move["sources"]
    assert source["publisher"] == "海带新闻"
    assert (source["published_on"], source["url"]) == ("2025-04-02", "https://example.org/a")


def test_a_repost_names_both_and_the_words_that_told(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "贾明白加入云鲤科技\n远山网 2031-03-05 12:00\n来源：星河周刊\n\n"
        "贾明白上月加入云鲤科技,担任首席科学家。\n",
        encoding="utf-8",
    )
    _quliu(tmp_path, "read", page)
    (move,) = answer_of(_quliu(tmp_path, "moves", "--json"))["results"]
    (source,) = move["sources"]
    assert (source["publisher"], source["reposted_by"]) == ("星河周刊", "远山网")
    assert (source["named_by"], source["publisher_evidence"]) == ("text", "来源:星河周刊")
    assert (source["dated_by"], source["date_evidence"]) == ("text", "2031-03-05 12:00")
    shown = _quliu(tmp_path, "show", source["claim"]).stdout
    assert "星河周刊, reposted by 远山网 (text: “来源:星河周刊”)" in shown
    assert "2031-03-05 (text: “2031-03-05 12:00”)" in shown
    assert "星河周刊, reposted by 远山网" in _quliu(tmp_path, "moves", "--format", "md").stdout


def test_an_undated_article_is_about_as_old_as_it_tells(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "云鲤科技换帅\n\n与去年不同,今年人才流动频繁。2025年下半年,贾明白加入云鲤科技,担任首席科学家。\n\n"
        "11月13日,有消息称他另有打算。\n",
        encoding="utf-8",
    )
    _quliu(tmp_path, "read", page)
    moves = answer_of(_quliu(tmp_path, "moves", "--json"))["results"]
    source = moves[0]["sources"][0]
    assert (source["published_on"], source["dated_by"]) == (None, "inferred")
    assert source["published_within"] == {"start": "2025-11-01", "end": "2026-01-01"}
    assert "about 2025-11..12 (inferred)" in _quliu(tmp_path, "show", source["claim"]).stdout


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("空.txt", b"", id="empty"),
        pytest.param("图.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), id="binary"),
        pytest.param("坏.jsonl", b'{"id": "1", "text": \n', id="not-json"),
        pytest.param("长.txt", "长".encode() * 2000, id="too-long"),
    ],
)
def test_a_reject_is_named_and_the_rest_goes_on(
    tmp_path: Path, article: Path, name: str, content: bytes
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    result = _quliu(tmp_path, "read", bad, article, "--max-bytes", "5000")
    assert result.exit_code == 1
    assert "1 new document" in result.stdout
    assert name in result.stderr
    (reject,) = answer_of(_quliu(tmp_path, "rejects", "--json"))["results"]
    assert name in reject["source"]
    assert name in _quliu(tmp_path, "rejects").stdout


def test_a_missing_file_is_a_reject(tmp_path: Path) -> None:
    result = _quliu(tmp_path, "read", tmp_path / "无.txt")
    assert result.exit_code == 1
    assert "无.txt" in result.stderr


def test_nothing_rejected_is_said(tmp_path: Path, article: Path) -> None:
    _quliu(tmp_path, "read", article)
    result = _quliu(tmp_path, "rejects")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing was rejected\n")


def test_ctrl_c_keeps_what_was_read(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.db"
    words = [sys.executable, "-m", "quliu", "--ledger", str(ledger), "read", "-"]
    running = subprocess.Popen(words, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdin is not None
    assert running.stderr is not None
    with running.stdin, running.stderr:
        lines = ({"id": str(number), "text": f"第{number}条。{ARTICLE}"} for number in range(600))
        running.stdin.write(b"".join(json.dumps(line).encode() + b"\n" for line in lines))
        running.stdin.flush()
        deadline = time.monotonic() + 60
        while not _documents(ledger) and time.monotonic() < deadline:
            time.sleep(0.2)
        assert _interrupt(running) == 130
        told = running.stderr.read().decode()
    assert told.endswith("quliu: interrupted; what was acknowledged is kept\n")
    assert _documents(ledger)


def _interrupt(running: subprocess.Popen[bytes]) -> int:
    """Press Ctrl-C, again if need be: Python drops one that falls into a finaliser, as on a busy machine."""
    for _ in range(6):
        running.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return running.wait(timeout=15)
    raise AssertionError("not interrupted")


def _documents(ledger: Path) -> int:
    """Return how many documents a ledger holds, 0 while there is none."""
    if not ledger.exists():
        return 0
    with open_ledger(str(ledger)) as opened, opened.read() as reader:
        return reader.counts().documents


def test_a_read_only_place_is_ledger_trouble(tmp_path: Path, article: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    result = CliRunner().invoke(main, ["--ledger", str(blocked / "ledger.db"), "read", str(article)])
    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1


def test_progress_is_for_terminals_only(tmp_path: Path, article: Path) -> None:
    assert _quliu(tmp_path, "read", article).stderr == ""


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal of the kind that Unix has")
def test_a_terminal_sees_progress(tmp_path: Path, article: Path) -> None:
    ours, theirs = os.openpty()
    words = [sys.executable, "-m", "quliu", "--ledger", str(tmp_path / "l.db"), "read", str(article)]
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=theirs, check=False)
    os.close(theirs)
    seen = os.read(ours, 65536).decode(errors="replace")
    os.close(ours)
    assert done.returncode == 0
    assert "reading" in seen
    assert b"reading" not in done.stdout
