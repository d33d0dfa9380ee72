"""`quliu read URL` and `quliu extract URL` against a real server."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quliu.cli.main import main
from quliu.store import open_ledger
from tests.cli.conftest import answer_of
from tests.ingest.fetch.server import Reply, Request, Site, page, serve


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as started:
        started.routes["/news"] = _once(page(ETag='"7"'))
        yield started


def _once(reply: Reply) -> Callable[[Request], Reply]:
    def answer(request: Request) -> Reply:
        return Reply(status=304) if "If-None-Match" in request.headers else reply

    return answer


def _quliu(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--ledger", str(folder / "ledger.db"), *words])


def _read(folder: Path, *words: str) -> dict[str, object]:
    result = _quliu(folder, "read", "--json", "--allow-private", *words)
    (report,) = json.loads(result.stdout)["results"]
    return {key: report[key] for key in ("read", "known", "rejected")}


def test_a_page_is_read_once(site: Site, tmp_path: Path) -> None:
    url = site.url("/news")
    assert _read(tmp_path, url) == {"read": 1, "known": 0, "rejected": 0}
    assert _read(tmp_path, url) == {"read": 0, "known": 1, "rejected": 0}
    assert "If-None-Match" in site.requests[-1].headers
    (career,) = answer_of(_quliu(tmp_path, "who", "贾明白", "--json"))["results"]
    assert {source["url"] for move in career["moves"] for source in move["sources"]} == {url}


def test_another_origin_is_read_anew(site: Site, tmp_path: Path) -> None:
    _read(tmp_path, site.url("/news"))
    _read(tmp_path, site.url("/news"), "--publisher", "海带新闻")
    assert "If-None-Match" not in site.requests[-1].headers
    (move,) = answer_of(_quliu(tmp_path, "moves", "--json"))["results"]
    assert {source["publisher"] for source in move["sources"]} == {"海带新闻"}


def test_a_reject_says_what_to_do_and_goes_when_it_is_done(site: Site, tmp_path: Path) -> None:
    result = _quliu(tmp_path, "read", site.url("/news"))
    assert result.exit_code == 1
    assert "forbidden-address" in result.stderr
    assert "--allow-private" in result.stderr
    assert site.requests == []
    _read(tmp_path, site.url("/news"))
    with open_ledger(str(tmp_path / "ledger.db")) as ledger, ledger.read() as reader:
        assert reader.rejects() == ()


def test_a_sitemap_is_followed_when_asked(site: Site, tmp_path: Path) -> None:
    url = site.url("/news")
    site.routes["/map"] = Reply(f"<urlset><url><loc>{url}</loc></url></urlset>".encode())
    result = _quliu(tmp_path, "read", "--allow-private", site.url("/map"))
    assert "--follow" in result.stderr
    assert _read(tmp_path, "--follow", site.url("/map")) == {"read": 1, "known": 0, "rejected": 0}


def test_extract_prints_a_line_an_address(site: Site, tmp_path: Path) -> None:
    urls = [site.url("/news"), site.url("/gone")]
    result = _quliu(tmp_path, "extract", "--allow-private", *urls)
    assert result.exit_code == 1
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["id"], second["id"]) == (urls[0], urls[1])
    assert first["claims"]
    assert second["error"]["code"] == "http-404"
