"""Small files of every format, and a short way to read them."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping, Sequence

from quliu.ingest import ReadOptions
from quliu.ingest.stream import Stream
from quliu.model import Document, Incoming, Reject

BODY = (
    "星河实验室今日宣布，研究负责人张甲上周离职，加入了另一家公司。",
    "据了解，张甲在星河实验室工作了三年，先后负责过两个模型的训练工作，团队约有四十人。",
    "星河实验室表示，接替他的是副总裁李乙，他将从下个月开始主持研究部门的日常事务。",
    "多位同事说，这次交接准备了很久，研究计划不会因此改变，新模型仍按原定时间发布。",
)
TITLE = "星河实验室研究负责人张甲离职"


def read(data: bytes, name: str = "f", options: ReadOptions | None = None) -> list[Incoming | Reject]:
    return list(Stream(name, io.BytesIO(data), options or ReadOptions()).read())


def told(data: bytes, name: str = "f", options: ReadOptions | None = None) -> list[tuple[str, str]]:
    """Return for each thing read its source and the reject code or the text."""
    found = read(data, name, options)
    return [(item.source, item.document.text if isinstance(item, Incoming) else item.code) for item in found]


def document(data: bytes, options: ReadOptions | None = None) -> Document:
    """Return the one document that is in some bytes."""
    (item,) = read(data, options=options)
    assert isinstance(item, Incoming), item
    return item.document


def page(head: str = "", body: Sequence[str] = BODY, title: str = TITLE, above: str = "") -> str:
    """Return a page with an article, and with what stands around articles."""
    links = "".join(f'<li><a href="/c/{number}">栏目{number}</a></li>' for number in range(20))
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    return (
        f"<!DOCTYPE html><html><head>{head}<title>{title} - 远山网</title></head><body>"
        f"<nav><ul>{links}</ul></nav><article><h1>{title}</h1>{above}{paragraphs}</article>"
        '<div class="comments"><p>网友甲：写得真好，学习了，下次再来看。</p></div>'
        "<footer>版权所有 远山网</footer></body></html>"
    )


def warc(
    body: bytes,
    url: str = "https://news.example.cn/a/1.html",
    kind: str = "text/html",
    status: str = "200 OK",
    headers: str = "",
    length: str | None = None,
) -> bytes:
    """Return one record of a web archive; `length` is what it claims to have."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-03-06T01:02:03Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {length or len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def tarred(files: Mapping[str, bytes], mode: str = "w:gz") -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return made.getvalue()


def pdf(lines: Sequence[str], title: str = "", trailer: str = "") -> bytes:
    """Return a PDF of one page, each character a glyph that a table tells the meaning of."""
    characters = sorted({character for line in lines for character in line})
    code = {character: number for number, character in enumerate(characters, start=1)}
    shown = " T* ".join(
        "<" + "".join(f"{code[character]:04x}" for character in line) + "> Tj" for line in lines
    )
    meanings = "\n".join(f"<{code[one]:04x}> <{one.encode('utf-16-be').hex()}>" for one in characters)
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(characters)} beginbfchar\n{meanings}\n"
        "endbfchar endcmap end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        " /Resources << /Font << /F 5 0 R >> >> >>",
        _stream(f"BT /F 12 Tf 14 TL 50 700 Td {shown} ET"),
        "<< /Type /Font /Subtype /Type0 /BaseFont /Invented /Encoding /Identity-H"
        " /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Invented /DW 1000"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        _stream(table),
        f"<< /Title <feff{title.encode('utf-16-be').hex()}> >>",
    ]
    return _assemble(objects, trailer)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _assemble(objects: Sequence[str], trailer: str) -> bytes:
    made = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        made
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}"
            f"trailer << /Size {size} /Root 1 0 R /Info {len(objects)} 0 R {trailer} >>\n"
            f"startxref\n{len(made)}\n%%EOF\n"
        ).encode()
    )
