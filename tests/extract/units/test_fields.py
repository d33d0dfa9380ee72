from __future__ import annotations

import pytest

from quliu.extract.units.unit import UnitKind
from tests.extract.factory import found, surfaces

FIELDS = {
    "team": ("字节跳动体验与设备部门负责人罗开怀离职。", "体验与设备部门负责人"),
    "after-verb": ("罗开怀担任磁力引擎负责人。", "磁力引擎负责人"),
    "latin": ("罗开怀任AGI经济学总监。", "AGI经济学总监"),
    "first-in-list": ("罗开怀兼任火力引擎总经理。", "火力引擎总经理"),
    "needs-none": ("字节跳动首席执行官罗开怀离职。", "首席执行官"),
    "verb": ("字节跳动解除负责人的职务。", "负责人"),
    "counted": ("字节跳动的三位负责人离职。", "负责人"),
    "of": ("罗开怀是业务线的负责人。", "负责人"),
    "cut-name": ("罗开怀在 Apple Watch产品设计部任职，Apple Watch负责人是她。", "负责人"),
}


@pytest.mark.parametrize("name", FIELDS)
def test_the_field_of_a_role(name: str) -> None:
    text, role = FIELDS[name]
    assert found(text, UnitKind.ROLE)[-1] == role


def test_a_field_is_named_but_not_covered() -> None:
    text = "罗开怀担任磁力引擎负责人。"
    assert surfaces(text, UnitKind.ROLE) == ["负责人"]
