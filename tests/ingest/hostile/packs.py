"""Hostile archives, web archives, PDF files and folders."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
import zlib
from pathlib import Path

from tests.ingest.formats.factory import BODY, pdf, tarred, warc, zipped
from tests.ingest.hostile.registry import READ, hostile, hostile_folder

TEXT = "\n".join(BODY).encode()
ROW = b'{"text": "' + BODY[0].encode() + b'"}\n'
GOOD = warc(TEXT, kind="text/plain")


@hostile("binary")
def gzip_of_nulls() -> bytes:
    return gzip.compress(bytes(150_000_000), 1)


@hostile("bomb")
def gzip_of_one_line() -> bytes:
    return gzip.compress(b'{"text": "' + b"x" * 100_000_000)


@hostile("bomb", READ)
def gzip_of_many_lines() -> bytes:
    return gzip.compress(ROW + b" \n" * 10_000_000, 1)


@hostile("too-long")
def gzip_of_a_page() -> bytes:
    return gzip.compress(b"<html><body>" + b"<p>x</p>" * 20_000_000, 1)


@hostile("binary")
def gzip_in_gzip_in_gzip() -> bytes:
    return gzip.compress(gzip.compress(gzip.compress(bytes(100_000_000), 1), 1), 1)


@hostile("too-deep")
def gzip_without_end() -> bytes:
    data = TEXT
    for _ in range(500):
        data = gzip.compress(data)
    return data


@hostile("damaged")
def gzip_head_only() -> bytes:
    return b"\x1f\x8b\x08\x1f" + b"x" * 500


@hostile("damaged")
def gzip_with_garbage_behind() -> bytes:
    return gzip.compress(TEXT) + b"garbage" * 99


@hostile("too-long")
def bzip2_of_one_line() -> bytes:
    return bz2.compress(b"x" * 100_000_000)


@hostile("too-long")
def zip_of_one_line() -> bytes:
    return zipped({"a.txt": b"x" * 100_000_000})


@hostile("bomb", "too-long")
def zip_of_many_lines() -> bytes:
    return zipped({f"{number}.jsonl": b"x" * 9_000_000 for number in range(40)})


@hostile("bomb")
def zip_of_overlapping_files() -> bytes:
    data = zipped({"a": bytes(100_000)})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    index = data[start:end] * 60_000
    tail = bytearray(data[end:])
    tail[8:12] = (60_000).to_bytes(2, "little") * 2
    tail[12:16] = len(index).to_bytes(4, "little")
    return data[:start] + index + bytes(tail)


@hostile("bomb", READ)
def zip_of_zips_of_zips() -> bytes:
    data = b"x"
    for _ in range(5):
        data = zipped({str(number): data for number in range(12)})
    return data


@hostile("too-deep")
def zip_without_end() -> bytes:
    data = TEXT
    for _ in range(50):
        data = zipped({"a.zip": data})
    return data


@hostile("bomb")
def zip_with_an_index_of_40_megabytes() -> bytes:
    data = zipped({"a": b"x"})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    index = data[start:end] * (40_000_000 // (end - start))
    tail = bytearray(data[end:])
    tail[12:16] = len(index).to_bytes(4, "little")
    return data[:start] + index + bytes(tail)


@hostile(READ)
def zip_that_lies_about_its_sizes() -> bytes:
    data = bytearray(zipped({"a.txt": TEXT}))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = (2_000_000).to_bytes(4, "little")
    return bytes(data)


@hostile("encrypted")
def zip_with_a_password() -> bytes:
    data = bytearray(zipped({"a.txt": TEXT}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@hostile("damaged")
def zip_with_a_huge_dictionary() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", TEXT)
    data = bytearray(made.getvalue())
    place = data.index(b"a.txt") + len("a.txt") + 5
    data[place : place + 4] = b"\xff\xff\xff\xff"
    return bytes(data)


@hostile(READ)
def zip_with_names_that_climb() -> bytes:
    return zipped({"../../../etc/passwd": TEXT, "/etc/shadow": TEXT, "C:\\a\\b": TEXT, "\u202etxt.exe": TEXT})


@hostile("damaged")
def zip_cut_in_half() -> bytes:
    data = zipped({"a.txt": os.urandom(5000), "b.txt": TEXT})
    return data[: len(data) // 2]


@hostile("unsupported")
def an_office_document() -> bytes:
    return zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>" * 9999})


@hostile("unsupported")
def an_xz_file() -> bytes:
    return lzma.compress(bytes(1_000_000))


@hostile("damaged", READ)
def tar_cut_in_half() -> bytes:
    data = tarred({"a.txt": TEXT, "b.txt": TEXT * 99}, "w")
    return data[: len(data) // 2]


@hostile(READ)
def tar_of_links_and_devices() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for number, kind in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE)):
            member = tarfile.TarInfo(f"m{number}")
            member.type = kind
            member.linkname = "m0" if number else "/etc/passwd"
            archive.addfile(member)
        member = tarfile.TarInfo("../../a.txt")
        member.size = len(TEXT)
        archive.addfile(member, io.BytesIO(TEXT))
    return made.getvalue()


@hostile("damaged")
def tar_with_a_name_of_a_terabyte() -> bytes:
    member = tarfile.TarInfo("a")
    member.type = tarfile.GNUTYPE_LONGNAME
    member.size = 1 << 40
    return member.tobuf(tarfile.GNU_FORMAT) + bytes(100_000)


@hostile(READ, "damaged", "too-long")
def warc_of_broken_records() -> bytes:
    lengths = ("-1", "x", "99999999999999999999", "", "0x10", "1_000")
    broken = b"".join(warc(b"x", length=length) for length in lengths if length)
    return broken + GOOD + warc(TEXT, length="800000000")


@hostile("damaged")
def warc_that_is_none() -> bytes:
    return b"WARC/1.0\r\n" + os.urandom(100_000).replace(b"WARC", b"")


@hostile("damaged")
def warc_with_a_million_headers() -> bytes:
    return b"WARC/1.0\r\n" + b"X: y\r\n" * 1_000_000


@hostile(READ)
def warc_with_a_header_of_ten_megabytes() -> bytes:
    return b"WARC/1.0\r\nX: " + b"y" * 10_000_000 + b"\r\nContent-Length: 0\r\n\r\n\r\n\r\n" + GOOD


@hostile("too-long", READ)
def warc_with_a_packed_bomb() -> bytes:
    bomb = gzip.compress(bytes(100_000_000), 1)
    return warc(bomb, headers="Content-Encoding: gzip\r\n") + GOOD


@hostile("bomb")
def warc_with_many_packed_bombs() -> bytes:
    bomb = zlib.compress(b"x" * 60_000_000)
    return warc(bomb, headers="Content-Encoding: deflate\r\n") * 40


@hostile(READ)
def warc_with_broken_chunks() -> bytes:
    chunks = b"ffffffffffffffff\r\nx\r\n0\r\n\r\n"
    return warc(chunks, kind="text/plain", headers="Transfer-Encoding: chunked\r\n") + GOOD


@hostile(READ)
def warc_in_warc_in_warc() -> bytes:
    data = GOOD
    for _ in range(3):
        data = warc(data, kind="application/warc")
    return data


@hostile("no-text")
def pdf_of_pictures() -> bytes:
    return pdf([])


LOCK = "/Encrypt << /Filter /Standard /V {0} /R {0} /O <{1}> /U <{1}> /P -4 >> /ID [<00> <00>]"


@hostile("encrypted")
def pdf_with_a_password() -> bytes:
    return pdf(BODY, trailer=LOCK.format(2, "00" * 32))


@hostile("damaged")
def pdf_with_an_unknown_lock() -> bytes:
    return pdf(BODY, trailer=LOCK.format(9, "ff" * 9))


@hostile("damaged")
def pdf_cut_in_half() -> bytes:
    data = pdf(BODY)
    return data[: len(data) // 2]


@hostile("damaged")
def pdf_that_points_at_itself() -> bytes:
    data = pdf(BODY)
    return data.replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")


@hostile(READ)
def pdf_with_tables_in_a_ring() -> bytes:
    data = pdf(BODY)
    place = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R", f"/Root 1 0 R /Prev {place}".encode())


@hostile("damaged")
def pdf_as_deep_as_it_is_long() -> bytes:
    return pdf(BODY).replace(b"/MediaBox [0 0 600 800]", b"/MediaBox " + b"[" * 100_000)


@hostile("damaged")
def pdf_with_a_bomb() -> bytes:
    return _with_stream(zlib.compress(b"BT (x) Tj ET\n" * 20_000_000, 1))


@hostile("no-text")
def pdf_that_draws_itself() -> bytes:
    form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>"
    return pdf([]).replace(b"<< /Length", form.encode() + b" /Length", 1)


def _with_stream(packed: bytes) -> bytes:
    """Return a PDF whose page has a packed content; its table of places is wrong, as it is in many."""
    head, rest = pdf(["x"]).split(b"4 0 obj\n", 1)
    _, tail = rest.split(b"endobj\n", 1)
    content = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream\n" % (len(packed), packed)
    return head + b"4 0 obj\n" + content + b"endobj\n" + tail


@hostile_folder(READ, "unreadable", "missing-file")
def a_folder_of_loops(path: Path) -> None:
    path.mkdir()
    (path / "a.txt").write_bytes(TEXT)
    (path / "up").symlink_to("..")
    (path / "self").symlink_to("self")
    (path / "there").symlink_to("back")
    (path / "back").symlink_to("there")
    (path / "gone").symlink_to("nowhere")
    (path / "again").symlink_to(".", target_is_directory=True)
    os.mkfifo(path / "pipe")


@hostile_folder(READ)
def a_folder_of_evil_names(path: Path) -> None:
    path.mkdir()
    for name in (b"\xff\xfe.txt", b"a\nb.txt", "\u202etxt.exe".encode(), b"-", b"%s%n", b"\x1b[2J"):
        (path / os.fsdecode(name)).write_bytes(TEXT + name.hex().encode())


@hostile_folder(READ)
def a_folder_of_two_hundred_levels(path: Path) -> None:
    deep = path.joinpath(*["d"] * 200)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_bytes(TEXT)
