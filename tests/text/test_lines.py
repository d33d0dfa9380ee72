from __future__ import annotations

import pytest

from quliu.text.lines import fold_broken_lines

WRAPPED = """The company said on Monday that its head of research
had left, and that a successor would be named within
a few weeks at most."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("他加入了\n\n,并任命", "他加入了  ,并任命", id="begins-with-comma"),
        pytest.param("据他说,\n\n公司", "据他说,  公司", id="ends-with-comma"),
        pytest.param("据他说,\n\n# 公司", "据他说,\n\n# 公司", id="heading-after-comma"),
        pytest.param("甲在那里,工作了\n\n十年\n\n。", "甲在那里,工作了  十年  。", id="set-apart"),
        pytest.param(f"甲说,{'他' * 40}\n,因\n此\n走", f"甲说,{'他' * 40} ,因 此 走", id="prose-goes-on"),
        pytest.param(f"甲说,“{'他' * 40}。\n”\n乙", f"甲说,“{'他' * 40}。 ”\n乙", id="prose-is-finished"),
        pytest.param("据某公司,\n一位高管离职\n丙", "据某公司, 一位高管离职\n丙", id="headline-in-two"),
        pytest.param("人才\n\n张甲\n\n,离开", "人才\n\n张甲  ,离开", id="heading-before-name"),
        pytest.param("甲走了。\n\n“为什么?”", "甲走了。\n\n“为什么?”", id="sentences"),
        pytest.param("话说\n”完。", "话说 ”完。", id="closing-quote"),
        pytest.param("图\n![](a)", "图\n![](a)", id="image"),
        pytest.param("张甲离职\n李乙入职\n王丙创业", "张甲离职\n李乙入职\n王丙创业", id="headlines"),
        pytest.param(WRAPPED, WRAPPED.replace("\n", " "), id="wrapped"),
        pytest.param("\n\n甲\n\n", "\n\n甲\n\n", id="blank-edges"),
        pytest.param("\n\n", "\n\n", id="blank"),
        pytest.param("甲,\n", "甲,\n", id="last-line"),
    ],
)
def test_fold_broken_lines(text: str, expected: str) -> None:
    assert fold_broken_lines(text) == expected
