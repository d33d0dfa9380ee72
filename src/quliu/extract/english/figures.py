"""How many people English text says a firm employs, cuts or serves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.english.scene import Scene
from quliu.extract.facts.fact import Fact, Slot
from quliu.extract.units.unit import ORG, ROLE
from quliu.model import Figure

_ANCHOR = re.compile(r"\d")
_ABOUT = (
    r"(?:about|around|over|more than|roughly|nearly|some|approximately|fewer than|less than|at least|up to|just|only|another|an additional|"
    r"now|currently) "
)
_COUNT = rf"(?:{_ABOUT}){{0,3}}(?P<value>\d[\d,.]*)(?P<unit> (?:thousand|million|billion)|%| percent)?"
_STAFF = "employees|staff|staffers|workers|people|engineers|researchers|scientists"
_HAS = re.compile(
    rf"(?P<org>{ORG})[^.;\ue600-\uebff]{{0,50}}? (?:employs?|employed|has|had|counts|boasts|with) {_COUNT} "
    rf"(?P<metric>(?:[a-z-]+ ){{0,2}}?(?:(?:{_STAFF}|users|customers|subscribers|clients)\b|{ROLE}))(?! (?:in|to|from|who)? ?(?:leave|left))"
)
_CUT = re.compile(
    rf"(?P<org>{ORG})(?: (?:has|had|is|will|also|reportedly|plans|to|be|said|it|that|on [\uf200-\uf7ff]))*"
    rf" (?P<metric>lays off|laid off|lay off|laying off|cuts?|cutting|slash(?:es|ed|ing)?|eliminat(?:es?|ed|ing)) {_COUNT}"
    rf"(?: of (?:its|the) (?:[a-z-]+ )?(?:workforce|staff|employees)\b| (?:[a-z-]+ ){{0,2}}?(?:(?:{_STAFF}|jobs|roles|positions)\b|{ROLE}))"
)


def find_figures(scene: Scene) -> Iterator[Fact]:
    """Yield the numbers that a sentence gives of the people of a firm."""
    if not _ANCHOR.search(scene.mask):
        return
    for pattern in (_CUT, _HAS):
        for hit in pattern.finditer(scene.mask):
            unit = (hit["unit"] or "").strip() or None
            slots: dict[str, Slot] = {
                "subject": scene.unit(hit.start("org")),
                "metric": role.name if (role := scene.sentence.unit(hit.end() - 1)) else hit["metric"],
                "value": hit["value"].rstrip(",."),
                "unit": unit,
            }
            trigger = hit.start("value")
            yield Fact(
                Figure,
                slots,
                scene.sentence,
                hit.start(),
                hit.end(),
                trigger,
                "en.figure",
                0.65,
                time=scene.time(trigger, hit.end()),
            )
