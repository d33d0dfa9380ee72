from __future__ import annotations

import pytest

from quliu.text.pinyin import find_pinyin

TONED = "經(jīng)濟(jì)觀(guān)"


def without_pinyin(text: str) -> str:
    for start, end in reversed(find_pinyin(text)):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("女(nǚ)王", "女王", id="umlaut"),
        pytest.param("經(ji\u0304ng)", "經", id="decomposed"),
        pytest.param("林(Lín)", "林", id="capital"),
        pytest.param("經(jīng)(jīng)濟", "經濟", id="twice"),
        pytest.param("星河(Xinghe)", "星河(Xinghe)", id="no-syllable"),
        pytest.param("林(Lin)", "林(Lin)", id="surname"),
        pytest.param("他们(men)来了", "他们(men)来了", id="plain-alone"),
        pytest.param("某某(José)", "某某(José)", id="accent-no-tone"),
        pytest.param("某某(café)", "某某(café)", id="no-chinese-syllable"),
        pytest.param("Lab(jīng)", "Lab(jīng)", id="after-latin"),
        pytest.param(TONED + "他們(men)的(de)", "經濟觀他們的", id="plain-among-toned"),
        pytest.param(TONED + "林(Lin)與人工智能(ai)", "經濟觀林(Lin)與人工智能(ai)", id="names-among-toned"),
        pytest.param(TONED + "星河(labs)", "經濟觀星河(labs)", id="word-among-toned"),
    ],
)
def test_find_pinyin(text: str, expected: str) -> None:
    assert without_pinyin(text) == expected
