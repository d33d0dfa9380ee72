from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
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


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_keeps_what_was_read(tmp_path: Path, jobs: str) -> None:
    ledger = tmp_path / "ledger.db"
    words = [sys.executable, "-m", "quliu", "--ledger", str(ledger), "read", "-", "--jobs", jobs]
    texts = [f"第{number}条。{'' if number % 9 else ARTICLE}" for number in range(300)]
    lines = b"".join(
        json.dumps({"id": str(number), "text": text}).encode() + b"\n" for number, text in enumerate(texts)
    )
    running = subprocess.Popen(words, stdin=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert running.stdin is not None
    assert running.stderr is not None
    with running.stdin, running.stderr:
        running.stdin.write(lines)
        running.stdin.flush()
        deadline = time.monotonic() + 60
        while not _documents(ledger) and time.monotonic() < deadline:
            time.sleep(0.2)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does it: workers get it, too
        told = running.stderr.read().decode()  # to its end: nobody is left who could write there
        assert running.wait(timeout=60) == 130
    kept = _documents(ledger)
    said = re.fullmatch(r"interrupted after (\d+) documents?; the same command goes on\n", told)
    assert said is not None, told
    assert int(said[1]) <= kept  # less, if between a commit and what is said of it
    assert subprocess.run(words, input=lines, check=False, stdout=subprocess.DEVNULL).returncode == 0
    assert 0 < kept <= _documents(ledger) == len(texts)
    health = CliRunner().invoke(main, ["--ledger", str(ledger), "doctor"])
    assert health.exit_code == 0, health.output


def test_ctrl_c_ends_extract_in_one_line() -> None:
    words = [sys.executable, "-m", "quliu", "extract", "-"]
    running = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write(b'{"id": "1", "text": "' + b"a" * 30 + b'"}\n')
    running.stdin.flush()
    assert json.loads(running.stdout.readline())["id"] == "1"
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert re.fullmatch(rb"interrupted after [01] documents?\n", told)


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


def _on_a_terminal(*words: str | Path, stdin: bytes = b"") -> tuple[str, bytes]:
    """Return what a command draws on stderr, a terminal, and what it prints."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "quliu", *map(str, words)]
    done = subprocess.run(command, input=stdin, stdout=subprocess.PIPE, stderr=theirs, check=False)
    os.close(theirs)
    seen = os.read(ours, 65536).decode(errors="replace")
    os.close(ours)
    assert done.returncode == 0
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", seen), done.stdout


def test_a_terminal_sees_progress(tmp_path: Path, article: Path) -> None:
    (tmp_path / "more").mkdir()
    shutil.copy(article, tmp_path / "more")
    seen, printed = _on_a_terminal("--ledger", tmp_path / "l.db", "read", article, tmp_path / "more")
    assert re.search(r"reading .* 100% 2 documents.* 1 claim .* left", seen)
    assert b"reading" not in printed


def test_a_terminal_sees_no_share_of_what_has_no_end(tmp_path: Path) -> None:
    seen, printed = _on_a_terminal("extract", "-", stdin=ARTICLE.encode())
    assert re.search(r"extracting .* 1 document, 1 claim", seen)
    assert "%" not in seen
    assert "left" not in seen
    assert printed.count(b"\n") == 1


def test_a_reject_is_forgotten_once_the_source_is_fine(tmp_path: Path, article: Path) -> None:
    pack, lines = tmp_path / "a.zip", tmp_path / "b.jsonl"

    def rejects() -> list[str]:
        _quliu(tmp_path, "read", pack, lines)
        found = answer_of(_quliu(tmp_path, "rejects", "--json"))["results"]
        return [reject["source"].removeprefix(f"{tmp_path}/") for reject in found]

    _zip(pack, {"x.txt": b"", "y.txt": b"", "deep.zip": _zip(tmp_path / "deep.zip", {"z.txt": b""})})
    lines.write_text('{"id": "1", "text": ""}\n{"id": "2"}\n', encoding="utf-8")
    every = ["a.zip!deep.zip!z.txt", "a.zip!x.txt", "a.zip!y.txt", "b.jsonl:1", "b.jsonl:2"]
    assert rejects() == every
    pack.write_bytes(b"PK\x03\x04 cut off")
    assert rejects() == ["a.zip", *every]
    _zip(pack, {"y.txt": b"", "deep.zip": b"PK\x03\x04 cut off"})
    lines.write_text('{"id": "1", "text": ""}\n', encoding="utf-8")
    assert rejects() == ["a.zip!deep.zip", "a.zip!deep.zip!z.txt", "a.zip!y.txt", "b.jsonl:1"]
    _zip(pack, {"y.txt": ARTICLE.encode()})
    lines.write_text(json.dumps({"id": "1", "text": ARTICLE}), encoding="utf-8")
    assert rejects() == []


def _zip(path: Path, members: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path.read_bytes()
