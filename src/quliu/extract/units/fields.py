"""The field of a role: 数据安全 in 数据安全负责人, which no list of role words can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quliu.extract.units.unit import Unit, UnitKind

# Roles that say little without their field; a 首席执行官 needs none.
_BARE = re.compile(
    "(?:负责人|总监|主管|经理|部长|所长|主任|组长|副总裁|工程师|研究员|专员|专家|委员|顾问|官员|院长)\\Z"
)
_RUN = re.compile("[一-鿿A-Za-z0-9、/&]{2,24}\\Z")
# What ends the words before a field: verbs, particles, counted people.
_BEFORE_FIELD = re.compile(
    ".*(?:[为是的了在被将由曾已给让把从其这该们我他她你请聘现兼至、又并只各]|任(?!务)|对(?!齐|外|话|接)|(?<![方导])向"
    "|[0-9一二两三四五六七八九十多几数]+余?[位名个]|前任?(?!端|沿|瞻)|原(?!生|料|创)|新任|新的|时任|等(?!离)"
    "|任命|提升|晋升|升任|成为|作为|宣布|表示|否认|证实|确认|透露|回应|公布|包括|以及|批评|解雇|辞去|卸任|离开|加入|选举|邀请|招聘|要求|做过|坐上|充当|解除|取消|免去|负责|来自|离职|以(?!太)|年|月|日|称(?!职)|说)"
)
_NO_FIELD = re.compile(
    "[和与及/&]|.?(?:一起|同时|目前|此后|随后|有关|相关|联合|共同|公司|集团|机构|资深|高级|核心|关键|顶尖|天才|独家|多名|部分|不少|所有|以上|要求)\\Z"
)
_MOST = 14


def with_fields(text: str, units: Sequence[Unit]) -> list[Unit]:
    """Return the units with bare roles named in full; the characters that they cover stay as they are."""
    found: list[Unit] = []
    end = 0
    for unit in units:
        if unit.kind is UnitKind.ROLE and _BARE.search(unit.name):
            found.append(replace(unit, name=_field_before(text, end, unit.span.start) + unit.name))
        else:
            found.append(unit)
        end = unit.span.end
    return found


def _field_before(text: str, start: int, end: int) -> str:
    first = max(start, end - 24)
    run = _RUN.search(text[first:end])
    if run is None:
        return ""
    before = _BEFORE_FIELD.match(run.group())
    field = run.group()[before.end() if before else 0 :]
    cut = text[end - len(field) - 1 : end - len(field)]
    if not 2 <= len(field) <= _MOST or _NO_FIELD.match(field):
        return ""
    if field[0].isascii() and (cut == " " or (cut.isascii() and cut.isalnum())):
        return ""  # the end of a longer name in Latin letters
    return field
