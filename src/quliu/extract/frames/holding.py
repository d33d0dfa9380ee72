"""Posts that a text names in passing: 星帆智能首席科学家贾明白, 前云鲤科技CEO甄有才."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quliu.extract.frames.scene import Scene
from quliu.extract.units import Sentence, Unit

_OF_THE_PRESS = re.compile("记者|作者|编辑|主编|主播|撰稿|实习生|学者|专家|导师")


@dataclass(frozen=True, slots=True)
class Held:
    """A post beside a name.

    Attributes:
        start, end: the part of the sentence's mask from the organisation to the name, or the other way round.
    """

    person: Unit
    org: Unit
    role: str
    former: bool
    sentence: Sentence
    start: int
    end: int


def find_held(scene: Scene) -> Iterator[Held]:
    """Yield the posts that stand beside the names of a sentence."""
    for at, beside in sorted(scene.appositions.items()):
        person = scene.sentence.unit(at)
        if (
            person is None
            or beside.org is None
            or beside.role is None
            or _OF_THE_PRESS.search(beside.role.name)
        ):
            continue
        places = (
            at,
            scene.sentence.position(beside.org.span.start),
            scene.sentence.position(beside.role.span.start),
        )
        yield Held(
            person, beside.org, beside.role.name, beside.former, scene.sentence, min(places), max(places) + 1
        )
