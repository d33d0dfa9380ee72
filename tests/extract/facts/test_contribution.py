from __future__ import annotations

import pytest

from quliu.model import Contribution
from tests.extract.factory import claims

Deed = tuple[str, str, str | None]

CASES: dict[str, tuple[str, list[Deed]]] = {
    "led": ("去年加入百度的宋雨眠主导了文心大模型的研发。", [("宋雨眠", "文心大模型", "主导研发")]),
    "unknown-model": ("宋雨眠主导了星图大模型的研发，去年加入百度。", [("宋雨眠", "星图大模型", "主导研发")]),
    "took-part-in-two": (
        "宋雨眠曾参与橙狐科技超大规模预训练模型K6以及BTA的技术开发，后离职。",
        [("宋雨眠", "K6", "参与技术开发"), ("宋雨眠", "BTA", "参与技术开发")],
    ),
    "pronoun": ("宋雨眠加入阿里巴巴。她主导了Qwen系列模型的开发。", [("宋雨眠", "Qwen", "主导开发")]),
    "who-took-part": ("今年1月，参与Gemini早期训练的宋雨眠离职。", [("宋雨眠", "Gemini", "参与早期训练")]),
    "contributor": ("GPT-4o的核心贡献者之一宋雨眠宣布离职。", [("宋雨眠", "GPT-4o", "核心贡献者之一")]),
    "author": ("宋雨眠是GPT-4论文的第一作者，近日离职。", [("宋雨眠", "GPT-4", "第一作者")]),
    "father": ("被称为Claude Code之父的宋雨眠宣布加入橙狐科技。", [("宋雨眠", "Claude Code", "之父")]),
    "post-at-a-product": (
        "宋雨眠曾是Noisee的产品负责人，现已加入橙狐科技。",
        [("宋雨眠", "Noisee", "产品负责人")],
    ),
    "one-of-eight": (
        "作为Claude Code的八位作者之一，宋雨眠加入橙狐科技。",
        [("宋雨眠", "Claude Code", "作者之一")],
    ),
    "firm-releases": ("宋雨眠离职后，阿里巴巴推出了Qwen3。", []),
    "generic": ("宋雨眠带队研发多模态大模型，后离职。", []),
    "not-done": ("宋雨眠没有参与GPT-4o的研发，后离职。", []),
    "users": ("宋雨眠离职后，用户参与了Sora的测试。", []),
}


@pytest.mark.parametrize("name", CASES)
def test_contributions(name: str) -> None:
    text, expected = CASES[name]
    contents = [c.content for c in claims(text)]
    assert [
        (c.person.name, c.work.surface, c.role) for c in contents if isinstance(c, Contribution)
    ] == expected
