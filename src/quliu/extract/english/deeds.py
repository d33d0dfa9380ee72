"""Who English text says led, built or wrote a model or product that is known by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.english.scene import Scene
from quliu.extract.facts.fact import Fact, Slot
from quliu.extract.units.unit import PERSON, Unit
from quliu.model import Contribution

_LOOK = 120  # characters left of a work in which its maker stands
_VERB = re.compile(
    r"\b(?P<verb>(?:led|leads|headed|oversaw|spearheaded|built|(?:co-?)?created|(?:co-?)?developed|designed|invented|wrote|trained|"
    r"co-?authored|worked on|contributed to|helped (?:to )?(?:build|create|develop|launch|train|lead|design))"
    r"(?: (?!and\b|but\b|by\b|from\b|to\b|after\b|before\b|with\b)[a-z0-9'-]+){0,6}) \Z"
)
_MAKER = re.compile(
    rf"(?P<person>{PERSON})(?:, (?:who (?:is|was) )?| is | was )(?:also )?"
    r"(?P<verb>(?:an? |the |one of the )?(?:(?:core|lead|key|original|main|chief|first|principal) )?"
    r"(?:co-?)?(?:creators?|inventors?|authors?|contributors?|builders?|makers?|[\uec00-\uf1ff])) (?:of|to|behind|on) (?:the )?\Z"
)
_SURE = ("named", "relative", "pronoun")


def find_deeds(scene: Scene) -> Iterator[Fact]:
    """Yield who a sentence says led or built which of the works it names."""
    for work in scene.works:
        at = scene.sentence.position(work.span.start)
        first = max(scene.clause(at)[0], at - _LOOK)
        maker = _MAKER.search(scene.mask, first, at)
        if maker:
            yield _deed(scene, maker, scene.unit(maker.start("person")), work)
            continue
        verb = _VERB.search(scene.mask, first, at)
        if verb:
            subject = scene.subject(verb.start("verb"), verbal=True)
            if subject.how in _SURE:
                for person in subject.people:
                    yield _deed(scene, verb, person, work)


def _deed(scene: Scene, hit: re.Match[str], person: Unit, work: Unit) -> Fact:
    role = "".join(
        unit.name if (unit := scene.sentence.unit(i)) else scene.mask[i]
        for i in range(hit.start("verb"), hit.end("verb"))
    )
    slots: dict[str, Slot] = {"person": person, "work": work, "role": role}
    start, trigger = hit.start(), hit.start("verb")
    time = scene.time(trigger, hit.end())
    return Fact(Contribution, slots, scene.sentence, start, hit.end(), trigger, "en.work", 0.65, time=time)
