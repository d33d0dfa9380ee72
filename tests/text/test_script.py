from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quliu.text.script import to_simplified

ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"])) | st.text(
    alphabet="乾隆燥後皇瞭望著鍾甯騰\U0002a6a5"
)


@given(ANY)
def test_length_is_kept(text: str) -> None:
    assert len(to_simplified(text)) == len(text)


@given(ANY)
def test_simplified_stays(text: str) -> None:
    once = to_simplified(text)
    assert to_simplified(once) == once


def test_words_decide() -> None:
    assert to_simplified("乾隆與乾燥，皇后以後，發財與頭髮") == "乾隆与干燥，皇后以后，发财与头发"
