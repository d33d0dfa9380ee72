"""What reading a document has met so far: whom it is about, who works where, what was just left or joined."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.timing import Setting
from quliu.extract.units.unit import Sentence, Unit
from quliu.model import Side

_REFUSED = re.compile("(?:没有?|并?未能?|拒绝|不|放弃)[^,。;]{0,4}\\Z")
_LONG_AGO = frozenset(["join.from", "join.after", "join.next"])  # 甲将离任。他2021年从O加入
_KINDS = (
    ("bank", re.compile("银行(?!科技|家|业|法|卡)|农商行|信用社|农信|\\bBank")),
    ("school", re.compile("大学|学院|研究院|研究所|科学院|医院|University|Institute|College|School")),
)


def kind_of(name: str) -> str | None:
    """Return bank or school for the name of one, None for other organisations."""
    return next((kind for kind, pattern in _KINDS if pattern.search(name)), None)


@dataclass(slots=True)
class Memory:
    """What reading has met so far in a document."""

    subject: tuple[Unit, ...] = ()
    subject_paragraph: int = -1
    hero: Unit | None = None  # whom the text speaks of far more than of anybody else
    several: tuple[Unit, ...] = ()  # who last did something together, or were named together
    several_paragraph: int = -1
    listed: tuple[Unit, ...] = ()  # the last several people of one list, in the paragraph of `several`
    orgs: dict[str, Unit] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    topic: Unit | None = None
    default: Unit | None = None
    setting: Setting | None = None
    following: Sentence | None = None  # the sentence after the one being read: it may say who speaks
    left: dict[str, Unit] = field(default_factory=dict)  # person -> what they were last told to leave
    former: dict[str, Unit] = field(default_factory=dict)  # person -> where they are said to have been once
    speaker: tuple[int, Unit | None] = (-1, None)  # whose name opened a line, and in which paragraph
    founded: Unit | None = None  # what the sentence being read says that somebody founded
    founders: set[str] = field(default_factory=set)  # who is told to have founded a firm with a name
    joined: dict[str, tuple[int, Unit | None]] = field(default_factory=dict)
    """Person -> the paragraph in which they last joined something, and what."""
    kinds: dict[str, dict[str, tuple[int, Unit]]] = field(default_factory=dict)
    """Kind of organisation -> name -> how often it was named, and its last mention."""

    _telling: tuple[tuple[int, int], tuple[Unit, ...]] = ((-1, -1), ())

    @property
    def about(self) -> Unit | None:
        """The organisation that the text is about at this point."""
        return self.topic or self.default

    def count_kinds(self, orgs: Iterable[Unit]) -> None:
        """Note the banks and schools that a sentence names."""
        for org in orgs:
            kind = kind_of(org.name)
            if kind is not None:
                named = self.kinds.setdefault(kind, {})
                named[org.name] = (named.get(org.name, (0, org))[0] + 1, org)

    def most_named(self, kind: str) -> Unit | None:
        """Return the bank or school that has been named most so far, the first among equals."""
        named = self.kinds.get(kind)
        return max(named.values(), key=lambda item: item[0])[1] if named else None

    def learn(self, draft: Draft) -> None:
        """Note where a draft puts its person, so that a later 离职 without an organisation is understood."""
        name = draft.person.name
        self._learn_several(draft)
        if draft.org is None or draft.org.weight < 0.5:
            return
        if draft.side is Side.OUT:
            if draft.rule in _LONG_AGO:
                self.left.setdefault(name, draft.org)
            elif not draft.rule.endswith(".topic"):
                self.left[name] = draft.org
            return
        if _REFUSED.search(draft.sentence.mask, max(0, draft.trigger - 8), draft.trigger):
            return
        if draft.role == "founder":
            self.founders.add(name)
            self.founded = draft.org
        if draft.role is not None:
            self.roles[name] = draft.role
        elif not is_same_org(draft.org, self.orgs.get(name)):
            self.roles.pop(name, None)
        self.orgs[name] = draft.org

    def speaker_in(self, paragraph: int) -> Unit | None:
        """Return whose words a paragraph is, where a name and a colon open it."""
        return self.speaker[1] if self.speaker[0] == paragraph else None

    def told_in(self, sentence: Sentence) -> list[tuple[Unit, ...]]:
        """Return of whom the last predicate of a sentence told, where there is one."""
        (start, _), people = self._telling
        return [people] if people and start == int(sentence.span.start) else []

    def _learn_several(self, draft: Draft) -> None:
        """Note the people of whom one predicate tells, so that a later 两人 is understood."""
        told = (int(draft.sentence.span.start), draft.trigger)
        together = (*self._telling[1], draft.person) if told == self._telling[0] else (draft.person,)
        self._telling = (told, together)
        people = tuple({unit.name: unit for unit in together}.values())
        if len(people) > 1:
            self.several, self.several_paragraph = people, draft.sentence.paragraph


def is_same_org(one: Unit, other: Unit | None) -> bool:
    """Tell whether two units name one organisation, in letters or for the lexicon."""
    return other is not None and (
        one.name == other.name or (one.lexicon_id is not None and one.lexicon_id == other.lexicon_id)
    )
