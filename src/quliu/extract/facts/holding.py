"""Posts that a text says somebody holds or held, without those that a move of the text tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quliu.extract.assemble import Judged, Kin, roles_agree, same_org
from quliu.extract.facts.fact import Fact, JudgedFact
from quliu.extract.facts.held import Held
from quliu.extract.facts.naming import is_work
from quliu.extract.facts.posts import builds
from quliu.extract.facts.serving import find_serving
from quliu.extract.facts.titled import find_bracketed, find_titled
from quliu.extract.facts.worked import find_worked
from quliu.extract.frames.draft import Draft
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ROLE, Sentence, Unit
from quliu.model import Contribution, Holding, Side, Status

# The press and experts are quoted, not told of; 候任 and the like are moves; 领导 and 代表 are mostly verbs.
_NO_POST = re.compile(
    "记者|作者|编辑|主编|主播|撰稿|实习生|学者|专家|导师|^领导$|代表$|^准|候任|新任|新上任|拟任|即将上任|下一任|下任|继任"
)
_FOUNDER = re.compile("(?<!联合)(?<!共同)创始人|创办人")
_ROLE = re.compile(ROLE)
_MOST_TOLD = 100  # half-moves of one person that are looked at; no real text tells so many


def find_holdings(scene: Scene) -> Iterator[Fact]:
    """Yield the posts that a sentence says somebody holds or held; a post at a product is a contribution."""
    for sentence, held in _all(scene):
        if not _NO_POST.search(held.role or "") and not (is_work(held.org) and builds(held.role)):
            yield _fact(sentence, held)


def _all(scene: Scene) -> Iterator[tuple[Sentence, Held]]:
    titles = (find_titled, find_serving) if _ROLE.search(scene.mask) else ()
    for reader in (*titles, find_worked):
        for held in reader(scene):
            yield scene.sentence, held
    yield from find_bracketed(scene)


def _fact(sentence: Sentence, held: Held) -> Fact:
    return Fact(
        content=Holding,
        slots={"person": held.person, "org": held.org, "role": held.role, "former": held.former},
        sentence=sentence,
        start=held.start,
        end=held.end,
        trigger=held.trigger,
        rule=held.rule,
        score=round(held.score * held.person.weight * held.org.weight, 2),
        status=Status.REPORTED,
    )


def without_told(facts: Iterable[JudgedFact], judged: Sequence[Judged], kin: Kin) -> Iterator[JudgedFact]:
    """Leave out the posts that a move of the document tells: those it ends, and those it begins."""
    told: dict[str, list[Draft]] = defaultdict(list)
    for one in judged:
        if len(told[one.draft.person.name]) < _MOST_TOLD:
            told[one.draft.person.name].append(one.draft)
    for item in facts:
        post = item.fact.content is Holding or item.fact.rule == "work.post"
        person = item.fact.slots.get("person")
        drafts = told.get(person.name, []) if isinstance(person, Unit) else []
        if not post or not any(_tells(draft, item.fact, kin) for draft in drafts):
            yield item


def _tells(draft: Draft, fact: Fact, kin: Kin) -> bool:
    """Tell whether a half-move says all that a fact says of a post."""
    person, org = fact.slots["person"], fact.slots["work" if fact.content is Contribution else "org"]
    if not isinstance(person, Unit) or not isinstance(org, Unit):
        return False
    here = draft.sentence is fact.sentence
    if here and ".beside." in fact.rule and fact.rule.endswith((".context", ".company")):
        return not _takes_another(draft, fact)  # 首席财务官贾明白辞职: of whom the move knows more
    if not same_org(draft.org, org, kin):
        return False
    role = fact.slots["role"]
    return _same_post(draft, fact, role if isinstance(role, str) else None, here=here)


def _takes_another(draft: Draft, fact: Fact) -> bool:
    """Tell whether a half-move takes up another post than the one that stands beside the name: 董事贾明白出任CEO."""
    role = fact.slots["role"]
    if draft.side is not Side.INTO or draft.role in (None, "founder") or not isinstance(role, str):
        return False
    return role not in draft.role and draft.role not in role


def _same_post(draft: Draft, fact: Fact, role: str | None, *, here: bool) -> bool:
    if role is not None and _FOUNDER.search(role):
        return False  # who founded a firm remains its founder
    past = role is not None and ".past." in fact.rule
    if draft.side is Side.OUT:
        if fact.rule.endswith(".stays"):
            return False  # "former Acme engineer P left the company": said beside the name as well
        if past and role is not None and draft.role is not None:
            return (
                role in draft.role or draft.role in role
            )  # 曾任 tells of an earlier post, unless of this one
        if fact.slots.get("former") and role is not None and draft.role is None and not here:
            return False
        return roles_agree(draft.role, role)
    settled = past or ".beside." in fact.rule or ".now." in fact.rule
    return not settled and here and fact.start <= draft.trigger <= fact.end
