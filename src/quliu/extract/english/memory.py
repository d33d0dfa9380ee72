"""What reading an English text finds and keeps: titles beside names, subjects, and what went before."""

from __future__ import annotations

from dataclasses import dataclass, field

from quliu.extract.units.unit import Unit


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a person's name: OpenCo CTO Jane Roe."""

    org: Unit | None
    role: Unit | None
    former: bool

    @property
    def role_now(self) -> Unit | None:
        """The title, unless it is a former one."""
        return None if self.former else self.role


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a predicate is about.

    Attributes:
        how: the device that found them; "nameless" where only a title stands.
        at: where the subject begins in the mask.
        org, role: of a nameless subject.
    """

    people: tuple[Unit, ...]
    how: str
    at: int
    org: Unit | None = None
    role: Unit | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """A leaving told of somebody by title only, until a sentence names them.

    Attributes:
        several: the title is a plural, and a list of names may follow.
        sentences: how many sentences may still name them.
        time: when, as the sentence that told it says.
    """

    org: Unit
    role: str
    several: bool
    sentences: int
    time: Unit | None = None


@dataclass(slots=True)
class Memory:
    """What reading has met so far in a document.

    Attributes:
        going: where this sentence says that people go, and as what.
        went: the same of this sentence and the one before.
        vacant: the post that somebody was last said to leave, with its holder.
    """

    subject: tuple[Unit, ...] = ()
    orgs: dict[str, Unit] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    topic: Unit | None = None
    label: Unit | None = None
    pending: tuple[Pending, ...] = ()
    going: dict[str, tuple[Unit, str | None]] = field(default_factory=dict)
    went: dict[str, tuple[Unit, str | None]] = field(default_factory=dict)
    vacant: tuple[Unit, str | None, Unit] | None = None

    def go(self, person: Unit, org: Unit, role: str | None) -> None:
        """Note where a person goes."""
        self.going[person.name] = self.went[person.name] = org, role

    def forget(self) -> None:
        """End a sentence: what it told is what the next one may build on."""
        self.went, self.going = dict(self.going), {}
