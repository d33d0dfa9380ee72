"""Posts as the readers of holdings propose them, and the organisation of a title that names none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quliu.extract.facts.posts import Titled, read_chain
from quliu.extract.frames.memory import is_same_org
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import Unit

# What stands before a title that names no organisation; after other words the title is cut out of a longer name.
_BOUND = re.compile(
    r"(?:\A|[,。;:!?、“(# ]|[\uf200-\uf7ff]|由|向|和|与|而|并|以及|其|(?<![他她我])的|解雇|包括了?|了|任命|挖来|聘请|前|原|现任?|时任)\Z"
)
_BUYING = re.compile("收购|并购|买下")
_ANYWHERE = re.compile(
    "(?:天使|早期)?投资[人者]|合伙人|律师|分析师"
)  # seldom of the firm that the text is about
_HEAD = re.compile("(?:联合)?创始人|负责人")
_LATIN = re.compile("[A-Za-z]{3}")
_ITS = re.compile(r"其(?:前|原|现任?)?\Z")
# How sure each way of finding the organisation is: guesses after a look at train.jsonl (2026-11), which `confidence`
# corrects.
SCORES = {"own": 0.85, "company": 0.75, "context": 0.6, "place": 0.85, "its": 0.7}

_ONCE = ("原", "前")


@dataclass(frozen=True, slots=True)
class Held:
    """A post that somebody holds or held.

    Attributes:
        start, end: the part of the sentence's mask that says it.
        trigger: position of the title or word that tells it.
        rule: id of the reader and device that proposed it.
    """

    person: Unit
    org: Unit
    role: str | None
    former: bool
    start: int
    end: int
    trigger: int
    rule: str
    score: float


def org_of(scene: Scene, post: Titled, at: int) -> tuple[Unit | None, str]:
    """Return the organisation of a post, and whether its title, the word 公司 or only the context names it."""
    if post.org is not None:
        return post.org, "own"
    how = "company" if post.of_company else "context"
    at = _title_start(scene, post, at)
    if not post.of_company and not _BOUND.search(scene.mask[max(0, at - 14) : at]):
        return None, how
    before = _last_present(scene, at)
    if _ITS.search(scene.mask, max(0, at - 4), at):
        unlisted = _LATIN.search(scene.mask, 0, at) is not None
        whose = before[1] if before is not None else None if unlisted else scene.memory.topic
        return (None if whose is None or whose.work else whose), "its"
    if _ANYWHERE.fullmatch(post.role) or (before is None and _HEAD.fullmatch(post.role)):
        return None, how  # 创始人贾明白: of a firm that the sentence does not name
    if not post.of_company and _BUYING.search(scene.mask, 0, at):
        return None, how  # of the firm bought or of the buyer
    found = before[1] if before is not None else scene.memory.topic
    if post.of_company and (named := _named_default(scene, at)) is not None:
        return named, how
    return (found if found is not None and _in_force(scene, found, here=before is not None) else None), how


def _last_present(scene: Scene, at: int) -> tuple[int, Unit] | None:
    """Return the last organisation before a place to which a bare title may belong.

    Not where somebody was once (O in 原O的R甲), and no lab of a company (甲旗下乙实验室), whose bosses are at that.
    """
    orgs = [
        (start, org)
        for start, org in scene.orgs_in(0, at)
        if scene.mask[start - 1 : start] not in _ONCE and "旗下" not in org.name
    ]
    return orgs[-1] if orgs else None


def _named_default(scene: Scene, at: int) -> Unit | None:
    """Return the organisation that the text is about, where the sentence has named it: 集团CEO."""
    default = scene.memory.default
    if default is None:
        return None
    return next((unit for _, unit in scene.orgs_in(0, at) if is_same_org(unit, default)), None)


def _title_start(scene: Scene, post: Titled, at: int) -> int:
    """Return where a title begins whose first words stand in the mask before it: 研究院 of 研究院院长."""
    for length in range(min(len(post.role), at), 0, -1):
        if scene.mask.startswith(post.role[:length], at - length):
            return at - length
    return at


def _in_force(scene: Scene, found: Unit, *, here: bool) -> bool:
    """Tell whether an organisation is the one that the text is about; where the text knows none, the one it names."""
    default = scene.memory.default
    if default is None:
        return here and not found.work
    return is_same_org(found, default)


def read_posts(scene: Scene, hit: re.Match[str], people: Sequence[Unit], rule: str) -> Iterator[Held]:
    """Yield the posts that the chain of a match gives to people."""
    for post in read_chain(scene.sentence, *hit.span("chain")):
        org, how = org_of(scene, post, hit.start())
        if org is None:
            continue
        start, end = min(hit.start(), post.start), max(hit.end(), post.end)
        for person in people:
            where = (start, end, post.start)
            yield Held(person, org, post.role, post.former, *where, f"held.{rule}.{how}", SCORES[how])
