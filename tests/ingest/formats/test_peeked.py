from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from quliu.ingest.formats.peeked import Peeked

STEPS = st.lists(
    st.tuples(st.sampled_from(["peek", "peek_line", "read", "readline"]), st.integers(1, 9)), max_size=20
)


@given(st.binary(max_size=60).map(lambda data: data.replace(b"\0", b"\n")), STEPS)
def test_peeking_changes_nothing(data: bytes, steps: list[tuple[str, int]]) -> None:
    peeked, plain = Peeked(io.BytesIO(data)), io.BytesIO(data)
    for step, size in steps:
        at = plain.tell()
        expected = plain.readline(size) if "line" in step else plain.read(size)
        if "peek" in step:
            plain.seek(at)
        assert getattr(peeked, step)(size) == expected


def test_lines_ahead() -> None:
    peeked = Peeked(io.BytesIO(b"ab\ncd\nef"))
    assert [peeked.peek_line(9, after) for after in (0, 3, 6, 8)] == [b"ab\n", b"cd\n", b"ef", b""]
    assert peeked.read(9) == b"ab\ncd\nef"
