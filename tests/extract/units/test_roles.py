from __future__ import annotations

import pytest

from quliu.extract.units.roles import RoleFinder
from quliu.extract.units.unit import Unit, UnitKind
from quliu.lexicon import load_lexicon
from quliu.model import ReadOffset, ReadSpan

ROLES = {
    "head": ("林小满任总监。", ["总监"]),
    "modified": ("林小满任语音算法总监。", ["语音算法总监"]),
    "twice-modified": ("林小满任大中华区高级副总裁。", ["大中华区高级副总裁"]),
    "of": ("林小满任语音的负责人。", ["语音的负责人"]),
    "and": ("林小满任总裁兼首席执行官。", ["总裁兼首席执行官"]),
    "listed": ("林小满任创始人、董事长和首席执行官。", ["创始人、董事长和首席执行官"]),
    "spaced": ("林小满任联合创始人 & CTO。", ["联合创始人 & CTO"]),
    "latin": ("林小满任CEO。", ["CEO"]),
    "latin-modified": ("林小满任AI总监。", ["AI总监"]),
    "english-title": ("林小满任Principal Research Scientist。", ["Principal Research Scientist"]),
    "executive-chairman": ("林小满任执行董事长。", ["执行董事长"]),
    "inside-a-word": ("林小满读MYCEOBOOK。", []),
    "modifier-alone": ("林小满做语音算法。", []),
    "longest": ("林小满任董事会秘书。", ["董事会秘书"]),
    "two-people": ("总裁林小满、总监何晓棠。", ["总裁", "总监"]),
    "deputy": ("林小满任副总经理。", ["副总经理"]),
    "acts-as": ("林小满将代理CEO一职。", ["CEO"]),
    "acts-for-now": ("林小满暂代CEO。", ["CEO"]),
    "acting": ("代理CEO林小满离职。", ["代理CEO"]),
    "made-acting": ("林小满将任代理CEO。", ["代理CEO"]),
    "leads": ("林小满将领导语音团队。", []),
    "has-led": ("林小满领导过三个团队。", []),
    "leader": ("公司领导林小满离职。", ["领导"]),
    "successor": ("继任者是林小满。", []),
    "in-brackets": ("林小满(CTO)离职。", ["CTO"]),
    "nothing": ("", []),
}


@pytest.fixture(scope="module")
def finder() -> RoleFinder:
    return RoleFinder(load_lexicon())


@pytest.mark.parametrize("name", ROLES)
def test_roles(finder: RoleFinder, name: str) -> None:
    text, expected = ROLES[name]
    assert [role.name for role in finder.find(text, [])] == expected


def test_a_role_is_the_text_at_its_span(finder: RoleFinder) -> None:
    text = "联合创始人兼CTO林小满、语音算法总监何晓棠"
    assert all(role.span.slice(text) == role.name for role in finder.find(text, []))


def test_no_role_crosses_a_unit(finder: RoleFinder) -> None:
    text = "语音橙狐总监"
    taken = Unit(UnitKind.ORG, ReadSpan(ReadOffset(2), ReadOffset(4)), "橙狐")
    assert [role.name for role in finder.find(text, [taken])] == ["总监"]
