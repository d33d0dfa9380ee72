from __future__ import annotations

import pytest

from quliu.text.forms import fold_dots, fold_forms, fold_stops


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ＡＢ１２（）：，；？！％", "AB12():,;?!%"),
        ("。、《》【】…—～", "。、《》【】…—~"),
        ("\u3000\xa0\t|\u2028\x0b", "   |\n\n"),
        ("「」『』｢｣", "“”‘’“”"),
        ("⼈⾦", "人金"),
        ("ﬁ①㈱", "ﬁ①㈱"),
    ],
    ids=["wide", "kept", "spaces", "quotes", "radicals", "longer-forms-kept"],
)
def test_fold_forms(text: str, expected: str) -> None:
    assert fold_forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("３．５", "３.５"),
        ("走了．他说", "走了。他说"),
        ("列夫．某。", "列夫·某。"),
        ("走了．", "走了。"),
        ("a．b", "a.b"),
    ],
)
def test_fold_stops(text: str, expected: str) -> None:
    assert fold_stops(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("萨姆・某", "萨姆·某"), ("A•B‧C", "A·B·C"), ("•甲 •", "•甲 •")]
)
def test_fold_dots(text: str, expected: str) -> None:
    assert fold_dots(text) == expected
