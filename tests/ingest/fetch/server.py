"""A real web server on loopback that answers as a test says."""

from __future__ import annotations

import contextlib
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ARTICLE = "贾明白于2025年3月加入云鲤科技,担任首席科学家。此前他在星帆智能负责多模态方向的研究,历时三年。"
PAGE = (
    "<!DOCTYPE html><html><head><title>云鲤科技迎来新高管</title></head>"
    f"<body><article><h1>云鲤科技迎来新高管</h1><p>{ARTICLE}</p></article></body></html>"
)
HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass
class Request:
    path: str
    headers: Mapping[str, str]


@dataclass
class Reply:
    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    parts: Iterator[bytes] | None = None


Route = Reply | Callable[[Request], Reply]


def page(text: str = PAGE, **headers: str) -> Reply:
    return Reply(
        text.encode(), headers={**HTML, **{key.replace("_", "-"): value for key, value in headers.items()}}
    )


def redirect(location: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": location})


class Site:
    """What the server has, and what it was asked for."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.requests: list[Request] = []
        self.port = 0
        self.stopped = threading.Event()

    @property
    def paths(self) -> list[str]:
        return [request.path for request in self.requests]

    def url(self, path: str = "/", host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def reply(self, request: Request) -> Reply:
        self.requests.append(request)
        route = self.routes.get(request.path, Reply(b"not here", 404))
        return route if isinstance(route, Reply) else route(request)


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that leave: that is what is tested."""


@contextlib.contextmanager
def serve(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            reply = site.reply(Request(self.path, dict(self.headers.items())))
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.parts is None and "Content-Length" not in reply.headers:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.close_connection = True
            # Whoever asked may have left by now.
            with contextlib.suppress(OSError):
                for part in reply.parts or (reply.body,):
                    self.wfile.write(part)
                    self.wfile.flush()

        def log_message(self, *_: object) -> None:
            pass

    server = _Server(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()
