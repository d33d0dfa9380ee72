from __future__ import annotations

import pytest

from quliu.errors import InputError
from quliu.text.mojibake import mend

HANS = "星河实验室的研究负责人张甲上周离职，加入了另一家公司。"
HANT = "星河實驗室的研究負責人張甲上週離職，加入了另一家公司。"


def as_windows(data: bytes) -> str:
    """Return bytes read as Windows-1252 by a reader that lets the undefined ones through."""
    return "".join(
        bytes((one,)).decode("cp1252" if one not in b"\x81\x8d\x8f\x90\x9d" else "latin-1") for one in data
    )


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        pytest.param(as_windows(HANS.encode()), HANS, id="utf-8-as-windows"),
        pytest.param(HANS.encode().decode("latin-1"), HANS, id="utf-8-as-latin-1"),
        pytest.param(HANS.encode("gbk").decode("latin-1"), HANS, id="gbk-as-latin-1"),
        pytest.param(HANT.encode("big5").decode("latin-1"), HANT, id="big5-as-latin-1"),
        pytest.param("<p>" + as_windows(HANS.encode()) + "</p>", f"<p>{HANS}</p>", id="within-markup"),
        pytest.param("，她离任。的".encode().decode("gbk"), "，她离任。的", id="utf-8-as-gbk"),
    ],
)
def test_what_can_be_undone(garbled: str, meant: str) -> None:
    assert garbled != meant
    assert mend(garbled) == meant


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HANS, id="chinese"),
        pytest.param("Novum’s café reopened — “à la carte”… naïve façade, où déjà été.", id="western"),
        pytest.param("“……”——“……”——“……”——“……”", id="punctuation"),
        pytest.param("Đội ngũ đã rời công ty; ông Trần Đức được bổ nhiệm.", id="vietnamese"),
        pytest.param("鏡泊湖畔，張甲離職。", id="rare"),
        pytest.param("", id="nothing"),
        pytest.param("plain", id="ascii"),
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert mend(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HANS.encode().decode("cp1252", "ignore"), id="bytes-lost"),
        pytest.param(HANS.encode().decode("gb18030", "replace"), id="characters-lost"),
        pytest.param("锟斤拷" * 9, id="replaced-and-read-as-gbk"),
        pytest.param(as_windows(HANS.encode()) + "（转载）", id="half-of-it"),
    ],
)
def test_what_cannot(text: str) -> None:
    with pytest.raises(InputError) as error:
        mend(text)
    assert error.value.code == "mojibake"
