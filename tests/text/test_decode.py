from __future__ import annotations

import pytest

from quliu.errors import InputError
from quliu.text import decode

HANS = "星河实验室的研究负责人张甲上周离职，加入了另一家公司。"
HANT = "星河實驗室的研究負責人張甲上週離職，加入了另一家公司。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(HANS, "utf-8", id="utf-8"),
        pytest.param(HANS, "utf-8-sig", id="utf-8-mark"),
        pytest.param(HANS, "utf-16", id="utf-16-mark"),
        pytest.param(HANS, "utf-32", id="utf-32-mark"),
        pytest.param(HANS, "gb18030", id="gb18030"),
        pytest.param(HANT, "gb18030", id="traditional-gb18030"),
        pytest.param(HANT, "big5", id="big5"),
        pytest.param("張甲離職", "big5", id="short-big5"),
        pytest.param("张甲离职", "gbk", id="short-gbk"),
        pytest.param("Novum’s new café opened in the city.", "cp1252", id="western"),
        pytest.param("a\r\nb\n\n", "utf-8", id="line-ends-kept"),
    ],
)
def test_decode(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_broken_byte_does_not_lose_a_text() -> None:
    data = (HANS * 10).encode()
    assert decode(data[:-1] + b"\xff").startswith(HANS)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \r\n\t", "empty", id="blank"),
        pytest.param("\ufeff\u200b\u3000".encode(), "empty", id="invisible"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "binary", id="image"),
        pytest.param(bytes(range(256)) * 4, "binary", id="bytes"),
        pytest.param(b"\xff\xfd\xf1\xcc\xff\xfe" * 9, "undecodable", id="no-encoding"),
    ],
)
def test_what_is_no_text(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as error:
        decode(data)
    assert error.value.code == code


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        pytest.param(HANS, "gb18030", ["utf-8"], id="gbk-called-utf-8"),
        pytest.param(HANS, "utf-8", ["gb2312"], id="utf-8-called-gbk"),
        pytest.param(HANT, "big5", ["gbk", "utf-8"], id="big5-called-gbk"),
        pytest.param(HANS, "gb18030", ["iso-8859-1", "nonsense", "rot13", "\0"], id="gbk-called-nonsense"),
        pytest.param("模型", "gbk", ["gb2312"], id="gbk-that-is-utf-8-too"),
        pytest.param("研究室の責任者が先週、退職しました。", "cp932", ["Shift_JIS"], id="japanese"),
        pytest.param("研究室の責任者が先週、退職しました。", "euc_jp", ["EUC-JP"], id="japanese-euc"),
        pytest.param("연구소 책임자가 지난주에 회사를 떠났다.", "euc_kr", ["euc-kr"], id="korean"),
        pytest.param(HANS, "gb18030", ["euc-kr", "euc-jp", "shift_jis"], id="gbk-called-korean"),
        pytest.param("Руководитель лаборатории ушёл.", "cp1251", ["windows-1251"], id="cyrillic"),
        pytest.param(HANS, "hz", ["hz-gb-2312"], id="escapes"),
        pytest.param("<p>Novum</p>\n" * 9, "utf-16-le", [], id="utf-16-without-mark"),
        pytest.param(HANS, "utf-16-be", [], id="chinese-utf-16-without-mark"),
        pytest.param(HANS, "utf-16-le", ["gbk"], id="chinese-utf-16-called-gbk"),
    ],
)
def test_declared(text: str, encoding: str, declared: list[str]) -> None:
    assert decode(text.encode(encoding), declared) == text
