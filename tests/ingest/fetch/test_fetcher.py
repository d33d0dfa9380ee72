from __future__ import annotations

import contextlib
import gzip
import itertools
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator

import pytest
import trustme

from quliu.errors import InputError
from quliu.ingest.fetch.addresses import is_public, resolve
from quliu.ingest.fetch.fetcher import Answer, Fetcher
from quliu.ingest.fetch.settings import FetchSettings
from quliu.model import Validator
from tests.ingest.fetch.conftest import MakeFetcher, Memory, Time
from tests.ingest.fetch.server import PAGE, Reply, Request, Site, page, redirect, serve


def body_of(answer: Answer) -> bytes:
    assert answer.body is not None
    with answer.body as body:
        return body.read()


def code_of(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(InputError) as caught:
        fetcher.fetch(url)
    assert str(caught.value)
    return caught.value.code


def test_a_page_with_what_the_server_says_of_it(site: Site, make_fetcher: MakeFetcher) -> None:
    site.routes["/a?b=%E4%BA%91"] = page(ETag='"1"', Last_Modified="Wed, 02 Apr 2025 01:00:00 GMT")
    answer = make_fetcher().fetch(site.url("/a?b=云#here"))
    assert body_of(answer).decode() == PAGE
    assert (answer.status, answer.charset, str(answer.fetched_on)) == (200, "utf-8", "2025-04-02")
    assert answer.url == site.url("/a?b=%E4%BA%91")
    assert answer.validator == Validator('"1"', "Wed, 02 Apr 2025 01:00:00 GMT")


def test_who_asks(site: Site, make_fetcher: MakeFetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    site.routes["/"] = page(Set_Cookie="id=1")
    fetcher = make_fetcher()
    for _ in range(2):
        body_of(fetcher.fetch(site.url("/", host="news.example")))
    asked = site.requests[-1].headers
    assert asked["User-Agent"].startswith("quliu/")
    assert asked["Host"] == f"news.example:{site.port}"
    assert "Cookie" not in asked


# --- where it goes


def test_loopback_only_when_allowed(site: Site, make_fetcher: MakeFetcher) -> None:
    assert code_of(make_fetcher(FetchSettings()), site.url()) == "forbidden-address"
    assert site.requests == []


def only_the_server(address: str) -> bool:
    """Let the server of the test pass for public, and nothing else on loopback."""
    return address == "127.0.0.1" or is_public(address)


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.2/",
        "http://10.0.0.1:8080/",
        "https://[::1]/",
        "http://[::ffff:169.254.169.254]/",
        "http://[64:ff9b::7f00:2]/",
        "http://2130706434/",
        "//192.168.1.1/admin",
    ],
)
def test_a_redirect_to_a_private_address(site: Site, make_fetcher: MakeFetcher, location: str) -> None:
    site.routes["/"] = redirect(location)
    fetcher = make_fetcher(FetchSettings(), resolver=resolve, is_public=only_the_server)
    assert code_of(fetcher, site.url()) == "forbidden-address"
    assert site.paths == ["/robots.txt", "/"]


def test_robots_that_lie_at_a_private_address(site: Site, make_fetcher: MakeFetcher) -> None:
    site.routes |= {"/robots.txt": redirect("http://127.0.0.2/robots.txt"), "/": page()}
    fetcher = make_fetcher(FetchSettings(), resolver=resolve, is_public=only_the_server)
    assert code_of(fetcher, site.url()) == "forbidden-address"


@pytest.mark.parametrize(
    "location", ["ftp://news.example/a", "file:///etc/passwd", "http://[::1/", "http://0177.0.0.2/"]
)
def test_redirects_lead_to_the_web_only(site: Site, make_fetcher: MakeFetcher, location: str) -> None:
    site.routes["/"] = redirect(location)
    assert code_of(make_fetcher(), site.url()) == "bad-url"


def test_redirects_are_followed_and_counted(site: Site, make_fetcher: MakeFetcher) -> None:
    site.routes |= {"/0": redirect("/1", 301), "/1": redirect("2", 308), "/2": page()}
    answer = make_fetcher().fetch(site.url("/0"))
    assert body_of(answer).decode() == PAGE
    assert answer.url == site.url("/2")
    site.routes["/2"] = redirect("/0")
    assert code_of(make_fetcher(), site.url("/0")) == "too-many-redirects"


def test_a_redirect_to_nowhere(site: Site, make_fetcher: MakeFetcher) -> None:
    site.routes["/"] = Reply(status=302)
    assert code_of(make_fetcher(), site.url()) == "broken-answer"


def test_passwords_are_not_sent_on(site: Site, make_fetcher: MakeFetcher) -> None:
    assert code_of(make_fetcher(), site.url().replace("//", "//name:secret@")) == "credentials"
    site.routes["/"] = redirect(site.url("/b").replace("//", "//name@"))
    assert code_of(make_fetcher(), site.url()) == "credentials"


def test_a_host_that_means_another_address_at_the_next_look(site: Site, make_fetcher: MakeFetcher) -> None:
    """Each connection takes one look, and goes to what it saw."""
    site.routes |= {"/robots.txt": Reply(b""), "/": page()}
    looks: list[str] = []

    def rebind(host: str, port: int) -> tuple[str, ...]:
        looks.append(host)
        return ("127.0.0.1",) if len(looks) <= 2 else ("127.0.0.2",)

    fetcher = make_fetcher(FetchSettings(), resolver=rebind, is_public=only_the_server)
    url = site.url("/", host="rebind.example")
    assert body_of(fetcher.fetch(url))
    assert looks == ["rebind.example"] * len(site.requests)
    assert code_of(fetcher, url) == "forbidden-address"
    assert site.paths == ["/robots.txt", "/"]


def test_each_connection_is_checked_anew(site: Site, make_fetcher: MakeFetcher) -> None:
    site.routes["/"] = redirect(site.url("/inner", host="inner.example"))
    answers = iter([("127.0.0.1",)] * 2)
    fetcher = make_fetcher(resolver=lambda host, port: next(answers, ()))
    assert code_of(fetcher, site.url("/", host="outer.example")) == "unknown-host"


def test_another_address_where_the_first_is_deaf(site: Site, make_fetcher: MakeFetcher) -> None:
    site.routes["/"] = page()
    fetcher = make_fetcher(resolver=lambda host, port: ("127.0.0.9", "127.0.0.1"))
    assert body_of(fetcher.fetch(site.url("/", host="news.example")))


def test_unknown_hosts(make_fetcher: MakeFetcher) -> None:
    def fail(host: str, port: int) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    assert code_of(make_fetcher(resolver=fail), "http://nowhere.example/") == "unknown-host"


def test_nobody_listens(make_fetcher: MakeFetcher) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert code_of(make_fetcher(), f"http://127.0.0.1:{port}/") == "no-connection"


@pytest.mark.parametrize("url", ["http://", "ftp://news.example/", "http://[::1", "http://x:99999/"])
def test_no_address_at_all(make_fetcher: MakeFetcher, url: str) -> None:
    assert code_of(make_fetcher(), url) == "bad-url"


# --- TLS


def test_tls_names_the_host_and_believes_its_certificate(make_fetcher: MakeFetcher) -> None:
    authority = trustme.CA()
    inside = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(inside)
    named: list[str | None] = []
    inside.sni_callback = lambda _socket, name, _context: named.append(name)
    outside = ssl.create_default_context()
    authority.configure_trust(outside)
    with serve(inside) as site:
        site.routes["/"] = page()
        fetcher = make_fetcher(ssl_context=outside)
        assert body_of(fetcher.fetch(site.url("/", "news.example", "https")))
        assert set(named) == {"news.example"}
        assert code_of(fetcher, site.url("/", "other.example", "https")) == "bad-certificate"
        assert code_of(make_fetcher(), site.url("/", "news.example", "https")) == "bad-certificate"


# --- how much and how long


def _gzip_bomb() -> Iterator[bytes]:
    packer = zlib.compressobj(wbits=31)
    for _ in range(10):
        yield packer.compress(b"\0" * 1_000_000)
    yield packer.flush()


def test_a_bomb_is_not_unpacked(site: Site, make_fetcher: MakeFetcher) -> None:
    site.routes["/"] = Reply(parts=_gzip_bomb(), headers={"Content-Encoding": "gzip"})
    settings = FetchSettings(allow_private=True, max_bytes=1_000_000)
    assert code_of(make_fetcher(settings), site.url()) == "too-large"


def test_a_bomb_for_robots(site: Site, make_fetcher: MakeFetcher) -> None:
    site.routes["/robots.txt"] = Reply(parts=_gzip_bomb(), headers={"Content-Encoding": "gzip"})
    site.routes["/"] = page()
    assert body_of(make_fetcher().fetch(site.url()))


def test_packed_pages_are_unpacked(site: Site, make_fetcher: MakeFetcher) -> None:
    half = len(PAGE) // 2
    twice = gzip.compress(PAGE[:half].encode()) + gzip.compress(PAGE[half:].encode())
    site.routes["/"] = Reply(twice, headers={"Content-Encoding": "gzip"})
    assert body_of(make_fetcher().fetch(site.url())).decode() == PAGE
    site.routes["/"] = Reply(gzip.compress(PAGE.encode()) + bytes(16), headers={"Content-Encoding": "gzip"})
    assert body_of(make_fetcher().fetch(site.url())).decode() == PAGE
    site.routes["/"] = Reply(zlib.compress(PAGE.encode()), headers={"Content-Encoding": "deflate"})
    assert body_of(make_fetcher().fetch(site.url())).decode() == PAGE


@pytest.mark.parametrize(
    ("body", "encoding", "code"),
    [
        (gzip.compress(PAGE.encode())[:-20], "gzip", "damaged"),
        (PAGE.encode(), "gzip", "damaged"),
        (PAGE.encode(), "br", "unknown-encoding"),
        (PAGE.encode(), "gzip, gzip", "unknown-encoding"),
    ],
)
def test_badly_packed(site: Site, make_fetcher: MakeFetcher, body: bytes, encoding: str, code: str) -> None:
    site.routes["/"] = Reply(body, headers={"Content-Encoding": encoding})
    assert code_of(make_fetcher(), site.url()) == code


def test_endless_bodies(site: Site, make_fetcher: MakeFetcher) -> None:
    settings = FetchSettings(allow_private=True, max_bytes=1_000_000)
    site.routes["/"] = Reply(parts=itertools.repeat(b"x" * 100_000))
    assert code_of(make_fetcher(settings), site.url()) == "too-large"
    site.routes["/"] = Reply(headers={"Content-Length": str(10**12)})
    assert code_of(make_fetcher(settings), site.url()) == "too-large"


def test_bodies_that_end_early(site: Site, make_fetcher: MakeFetcher) -> None:
    site.routes["/"] = Reply(b"short", headers={"Content-Length": "100"})
    assert code_of(make_fetcher(), site.url()) == "broken-answer"


def test_silence(site: Site, make_fetcher: MakeFetcher) -> None:
    def wait(_: Request) -> Reply:
        site.stopped.wait(30)
        return page()

    site.routes |= {"/robots.txt": Reply(b""), "/": wait}
    assert code_of(make_fetcher(FetchSettings(allow_private=True, read_seconds=0.1)), site.url()) == "timeout"


def test_a_drip_that_never_lets_a_read_time_out(site: Site, make_fetcher: MakeFetcher) -> None:
    def drip() -> Iterator[bytes]:
        while not site.stopped.wait(0.02):
            yield b"x"

    site.routes |= {"/robots.txt": Reply(b""), "/": lambda _: Reply(parts=drip())}
    settings = FetchSettings(allow_private=True, read_seconds=5, total_seconds=0.5)
    assert code_of(make_fetcher(settings), site.url()) == "timeout"


def test_what_is_no_text_is_not_loaded(site: Site, make_fetcher: MakeFetcher) -> None:
    site.routes["/"] = Reply(b"\x89PNG", headers={"Content-Type": "image/png"})
    assert code_of(make_fetcher(), site.url()) == "no-text"


@contextlib.contextmanager
def raw_server(*parts: bytes, repeat: bytes = b"") -> Iterator[str]:
    """Give the address of a server that says what it is told to, then one thing for ever."""
    stopped = threading.Event()

    def speak() -> None:
        with contextlib.suppress(OSError), server.accept()[0] as connection:
            connection.recv(10_000)
            connection.sendall(b"".join(parts))
            while repeat and not stopped.wait(0.02):
                connection.sendall(repeat)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=speak)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        stopped.set()
        thread.join()


def test_no_http(make_fetcher: MakeFetcher) -> None:
    with raw_server(b"220 mail.example ready\r\n") as url:
        assert code_of(make_fetcher(), url) == "broken-answer"


def test_headers_that_never_end(make_fetcher: MakeFetcher) -> None:
    settings = FetchSettings(allow_private=True, read_seconds=5, total_seconds=0.5)
    with raw_server(b"HTTP/1.1 200 OK\r\n", repeat=b"X-Drip: 1\r\n") as url:
        assert code_of(make_fetcher(settings), url) == "timeout"


def test_headers_without_measure(make_fetcher: MakeFetcher) -> None:
    with raw_server(b"HTTP/1.1 200 OK\r\n", b"X: " + b"x" * 1_000_000) as url:
        assert code_of(make_fetcher(), url) == "broken-answer"


def test_a_password_that_a_server_could_send_back(site: Site, make_fetcher: MakeFetcher) -> None:
    with pytest.raises(InputError) as caught:
        make_fetcher().fetch(site.url().replace("//", "//name:secret@"))
    assert "secret" not in str(caught.value)


# --- what servers say


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 500, 503, 304, 300])
def test_refusals_name_their_status(site: Site, make_fetcher: MakeFetcher, status: int) -> None:
    site.routes |= {"/": Reply(status=status), "/robots.txt": Reply(status=404)}
    assert code_of(make_fetcher(), site.url()) == f"http-{status}"


def test_known_answers_are_not_sent_again(site: Site, make_fetcher: MakeFetcher) -> None:
    def answer(request: Request) -> Reply:
        same = request.headers.get("If-None-Match") == '"7"'
        return Reply(status=304) if same else page(ETag='"7"')

    site.routes["/"] = answer
    memory = Memory({site.url(): Validator('"7"', "Wed, 02 Apr 2025 01:00:00 GMT")})
    found = make_fetcher(FetchSettings(allow_private=True, validators=memory)).fetch(site.url())
    assert (found.status, found.body) == (304, None)
    assert site.requests[-1].headers["If-Modified-Since"] == "Wed, 02 Apr 2025 01:00:00 GMT"


# --- politeness


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ("User-agent: *\nDisallow: /", "robots"),
        ("User-agent: quliu\nDisallow: /*.html$\n\nUser-agent: *\nAllow: /", "robots"),
        ("User-agent: *\nDisallow: /\n\nUser-agent: quliu\nAllow: /", None),
        ("User-agent: *\nDisallow: /news\nAllow: /news/a", None),
        ("<html>no rules at all</html>", None),
    ],
)
def test_robots_are_obeyed(site: Site, make_fetcher: MakeFetcher, rules: str, code: str | None) -> None:
    site.routes |= {"/robots.txt": Reply(rules.encode()), "/news/a.html": page()}
    fetcher = make_fetcher()
    if code is None:
        assert body_of(fetcher.fetch(site.url("/news/a.html")))
    else:
        assert code_of(fetcher, site.url("/news/a.html")) == code
        assert site.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(status=404), None),
        (Reply(status=403), None),
        (Reply(status=500), "robots-unreachable"),
        (Reply(status=429), "robots-unreachable"),
        (redirect("/robots.txt"), None),
        (redirect("/rules"), "robots"),
    ],
)
def test_robots_that_cannot_be_had(
    site: Site, make_fetcher: MakeFetcher, reply: Reply, code: str | None
) -> None:
    site.routes |= {"/robots.txt": reply, "/rules": Reply(b"User-agent: *\nDisallow: /"), "/": page()}
    fetcher = make_fetcher()
    found = code_of(fetcher, site.url()) if code else body_of(fetcher.fetch(site.url())) and None
    assert found == code


def test_robots_are_asked_once_a_host_and_again_behind_redirects(
    site: Site, make_fetcher: MakeFetcher
) -> None:
    site.routes |= {"/": redirect(site.url("/b", host="other.example")), "/b": page()}
    fetcher = make_fetcher()
    for _ in range(2):
        body_of(fetcher.fetch(site.url("/", host="news.example")))
    asked = [request.headers["Host"] for request in site.requests if request.path == "/robots.txt"]
    assert asked == [f"news.example:{site.port}", f"other.example:{site.port}"]


def test_a_second_between_two_requests_to_a_host(site: Site, make_fetcher: MakeFetcher, time: Time) -> None:
    site.routes["/"] = page()
    fetcher = make_fetcher()
    for host in ("a.example", "b.example", "a.example", "a.example"):
        body_of(fetcher.fetch(site.url("/", host=host)))
    assert time.naps == [1.0, 1.0]


def test_longer_where_robots_ask_for_it(site: Site, make_fetcher: MakeFetcher, time: Time) -> None:
    site.routes |= {"/robots.txt": Reply(b"User-agent: *\nCrawl-delay: 5\n"), "/": page()}
    fetcher = make_fetcher()
    for _ in range(2):
        body_of(fetcher.fetch(site.url()))
    assert time.naps == [5.0]


def _busy(times: int, retry_after: str) -> Callable[[Request], Reply]:
    left = iter(range(times))
    return lambda _: (
        page() if next(left, None) is None else Reply(status=503, headers={"Retry-After": retry_after})
    )


@pytest.mark.parametrize(
    ("retry_after", "nap"), [("7", 7.0), ("Wed, 02 Apr 2025 09:00:20 GMT", 20.0), ("0", 1.0)]
)
def test_busy_hosts_are_left_alone_as_long_as_they_say(
    site: Site, make_fetcher: MakeFetcher, time: Time, retry_after: str, nap: float
) -> None:
    site.routes["/"] = _busy(1, retry_after)
    assert body_of(make_fetcher().fetch(site.url()))
    assert time.naps == [nap]


def test_but_not_for_ever(site: Site, make_fetcher: MakeFetcher, time: Time) -> None:
    site.routes |= {"/": _busy(9, "5"), "/long": _busy(9, "86400"), "/bad": _busy(9, "soon")}
    assert code_of(make_fetcher(), site.url()) == "http-503"
    assert site.paths.count("/") == 3
    assert code_of(make_fetcher(), site.url("/bad")) == "http-503"
    fetcher = make_fetcher()
    before = list(time.naps)
    assert code_of(fetcher, site.url("/long")) == "http-503"
    assert code_of(fetcher, site.url("/other")) == "retry-later"
    assert time.naps == before
