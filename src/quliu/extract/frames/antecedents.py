"""Whom a pronoun means: 他, 两人, 前者, in a sentence and across sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quliu.extract.frames.clauses import Clauses
from quliu.extract.units.unit import TIME, Unit

PRONOUN = re.compile(
    "这[位名](?:[0-9]0后|老将|大牛|元老|掌门人|学者)|他们|她们|二人|两人|三人|双方|自己|他|她|其(?!中|他|实|次|余)|本人|该高管|前者|后者"
)
_EXCEPTED = ("除外", "之外", "以外")
PLURAL = ("他们", "她们", "二人", "两人", "三人", "双方")
_SIZES = {"二人": 2, "两人": 2, "三人": 3}
OF_TWO = ("前者", "后者")
_SINGULAR = frozenset({"他", "她", "其", "本人", "该高管"})
SINGULAR_PRONOUN = re.compile("[他她](?!们)")
_SETS_SCENE = re.compile(f"(?:{TIME}|[在从自当而但后此随那这同更])")


def remembered(clauses: Clauses, start: int, pronoun: str) -> tuple[Unit, ...]:
    """Return whom a pronoun of the clause at `start` means; nobody where a plural has one antecedent."""
    groups = [
        g for g in clauses.people_in(0, start) if not clauses.mask.startswith(_EXCEPTED, g[0] + len(g[1]))
    ]
    everybody = tuple({u.name: u for _, group in groups for u in group}.values())
    if pronoun in PLURAL:
        return _several_meant(clauses, start, pronoun, groups, everybody)
    if pronoun in OF_TWO:
        everybody = _with_pronoun(clauses, start, everybody)
        two = everybody[-2:] if len(everybody) > 1 else _two_before(clauses)
        if two:
            return two[:1] if pronoun == "前者" else two[1:]
    if pronoun in _SINGULAR and not groups and not clauses.memory.subject and _speaks_of_hero(clauses):
        return (clauses.memory.hero,) if clauses.memory.hero else ()
    if groups:
        return groups[-1][1][-1:]
    away = clauses.sentence.paragraph - clauses.memory.subject_paragraph
    if (pronoun in _SINGULAR and len(clauses.memory.subject) > 1) or (pronoun == "自己" and away > 1):
        return ()
    return clauses.memory.subject[-1:]


def _several_meant(
    clauses: Clauses,
    start: int,
    pronoun: str,
    groups: Sequence[tuple[int, tuple[Unit, ...]]],
    everybody: tuple[Unit, ...],
) -> tuple[Unit, ...]:
    """Return whom 两人 or 他们 means: as many as it says, those of the sentence before those of earlier ones."""
    memory = clauses.memory
    size = _SIZES.get(pronoun)
    lists = [group for _, group in groups if len(group) > 1]
    everybody = _with_pronoun(clauses, start, everybody)
    near = memory.several_paragraph >= clauses.sentence.paragraph - 1
    before: tuple[tuple[Unit, ...], ...] = (memory.several, memory.listed) if near else ()
    offered = (*lists[-1:], everybody, memory.subject, *before)
    fits = [people for people in offered if len(people) > 1 and size in (None, len(people))]
    if fits:
        return fits[0]
    return (everybody or memory.subject) if pronoun == "双方" else ()


def _with_pronoun(clauses: Clauses, start: int, everybody: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Add to the one person that a sentence names whom a pronoun before them means: 他与甲…,前者…."""
    if len(everybody) != 1 or not SINGULAR_PRONOUN.search(clauses.mask, 0, start):
        return everybody
    return tuple({u.name: u for u in (*clauses.memory.subject[-1:], *everybody)}.values())


def _two_before(clauses: Clauses) -> tuple[Unit, ...]:
    """Return the two people that the sentences before told of together."""
    memory = clauses.memory
    if len(memory.several) != 2 or memory.several_paragraph < clauses.sentence.paragraph - 1:
        return ()
    return memory.several


def _speaks_of_hero(clauses: Clauses) -> bool:
    """Tell whether the first pronoun of a sentence has no antecedent before it whose name is not read (某某曾是R,他…)."""
    first = PRONOUN.search(clauses.mask)
    before = clauses.clause(first.start())[0] if first else 0
    return before == 0 or _SETS_SCENE.match(clauses.mask) is not None
