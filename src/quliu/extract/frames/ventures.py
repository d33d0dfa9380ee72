"""The new firm of somebody who has set out, named where it is spoken of: 甲的新公司名为O, 甲的新公司O宣布."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.telling import Telling
from quliu.extract.units.unit import ORG, PERSON, Unit

_OWNER = re.compile(rf"({PERSON})(?:等人)?(?:的|正在筹备的|创[办立]的)(?:全新|最新|这家)?\Z")
_ITS_OWNER = re.compile("(?:他|她|其)(?:的|创[办立]的)?(?:全新|最新|这家)?\\Z")
_OWNER_CHARS = 12  # no match of either is wider
_SETS_OUT = re.compile("创业|自立门户|单干|另起炉灶")
_CALLED = re.compile(
    rf"(?:的?(?:名字|名称))?(?:暂时?|正式)?(?:取名|命名|定名|起名|名|叫|是|为)(?:为|叫|做|作|是)?[^,。;:\ue000-\uf7ff]{{0,2}}({ORG})"
)
_NAMED = re.compile(rf"[^,。;:的\ue000-\uf7ff]{{0,4}}({ORG})(?!投资|领投|收购|参投|合作)")
_NAMED_LATER = re.compile(rf"新公司(?:的?(?:名字|名称))?[^,。;:\ue000-\uf7ff]{{0,5}}{ORG}")


def find_ventures(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 新公司 at [start, end) of the mask: whose it is stands before, how it is called after."""
    called = _CALLED.match(scene.mask, end)
    named = called or _NAMED.match(scene.mask, end)
    firm = scene.unit(named)
    person, at = _owner(scene, start, named=called is not None)
    if named is None or firm is None or person is None:
        return
    telling = Telling(scene, start, at, named.end(), "found.venture", 0.65)
    yield telling.into(person, firm, "founder")


def _owner(scene: Scene, start: int, *, named: bool) -> tuple[Unit | None, int]:
    """Return whose firm is spoken of: who stands before it, else who has been told to leave something."""
    near = max(0, start - _OWNER_CHARS)
    owner = _OWNER.search(scene.mask, near, start)
    if owner:
        return scene.unit(owner), owner.start()
    pronoun = _ITS_OWNER.search(scene.mask, near, start)
    sets_out = _SETS_OUT.search(scene.mask, 0, start) is not None
    if pronoun is None or not (named or sets_out):
        return None, start
    people = scene.earlier(start)[0]
    told = sets_out or (len(people) == 1 and people[0].name in scene.memory.left)
    return (people[0] if len(people) == 1 and told else None), pronoun.start()


def is_named_next(scene: Scene, at: int) -> bool:
    """Tell whether the rest of a sentence that tells of setting out, or the next one, names the new firm."""
    following = scene.memory.following
    if _NAMED_LATER.search(scene.mask, at):
        return True
    return following is not None and _NAMED_LATER.search(following.mask) is not None
