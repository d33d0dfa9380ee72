"""Scores broken down by what makes a claim easy or hard.

Every phenomenon is a rule over the text and one claim; none needs an annotation of its own. A gold claim and
a guess are looked at through the same `View`: what is found or missed counts under the phenomena of gold,
what is extra under those of the guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quliu.evaluate.gold import GoldDocument
from quliu.evaluate.pairing import GoldUnit, GuessUnit, Pairing, Pairings
from quliu.evaluate.report import Measure
from quliu.evaluate.score import measure
from quliu.model import Kind, Language, Side, Status
from quliu.text import detect_language, find_sentences

ARTICLE_CHARS = 1_000
"""From this length a text counts as a whole article, below as a passage."""

_TEAM = re.compile(
    r"团队|部门|事业群|事业部|实验室|研究院|研究所|中心|小组|項目組|项目组|\b(?:lab|labs|team|research|unit|division)\b",
    re.IGNORECASE,
)
_FOUNDER = re.compile(r"创始|創始|创办|創辦|联创|founder", re.IGNORECASE)
_LIST = re.compile(r"[、,，和与與及]|\band\b")
_STOP = re.compile(r"[。!?！？\n]")
_LIST_CHARS = 30
_ASCII_NAME = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class View:
    """A half-move or another claim, gold or guessed, with what the rules look at.

    Attributes:
        people, orgs: the names that stand for the person and for the organisation of the side.
        sides: how many sides its move has.
        inside: both sides of its move are in one organisation.
        companions: for each other person with the same side and organisation in the document, the names.
        repeated: the person has other moves in the document.
    """

    document: GoldDocument
    side: Side | None
    people: tuple[str, ...]
    orgs: tuple[str, ...]
    roles: tuple[str, ...]
    status: str
    dated: bool
    others: bool
    former: bool
    sides: int
    inside: bool
    companions: tuple[tuple[str, ...], ...] = ()
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Phenomenon:
    """A rule with the words that explain it; `of_moves` rules do not apply to other kinds."""

    name: str
    meaning: str
    holds: Callable[[View], bool]
    of_moves: bool = True


def phenomena() -> tuple[Phenomenon, ...]:
    """Return every phenomenon, those of the document first."""
    return (*_of_document(), *_of_status(), *_of_moves())


def by_phenomenon(pairings: Pairings) -> Mapping[str, Mapping[str, Measure]]:
    """Return for each phenomenon that occurs a measure for each kind, `move` first."""
    viewed = {kind: [_view(one) for one in of_kind] for kind, of_kind in pairings.items()}
    out: dict[str, dict[str, Measure]] = {}
    for phenomenon in phenomena():
        measures = {
            kind.value: measure(kind, [one.select(phenomenon) for one in of_kind])
            for kind, of_kind in viewed.items()
            if kind is Kind.MOVE or not phenomenon.of_moves
        }
        found = {kind: counted for kind, counted in measures.items() if counted != Measure(0, 0, 0)}
        if found:
            out[phenomenon.name] = found
    return out


@dataclass(frozen=True, slots=True)
class _Viewed:
    """A pairing with the view of each unit: of gold where there is gold, else of the guess."""

    pairing: Pairing
    pairs: tuple[View, ...]
    extra: tuple[View, ...]
    missing: tuple[View, ...]

    def select(self, phenomenon: Phenomenon) -> Pairing:
        """Return the pairing without the units that do not show the phenomenon."""
        one, holds = self.pairing, phenomenon.holds
        return Pairing(
            one.document,
            tuple(unit for unit, view in zip(one.pairs, self.pairs, strict=True) if holds(view)),
            tuple(unit for unit, view in zip(one.extra, self.extra, strict=True) if holds(view)),
            tuple(unit for unit, view in zip(one.missing, self.missing, strict=True) if holds(view)),
        )


def _view(one: Pairing) -> _Viewed:
    gold = [unit for _, unit in one.pairs] + list(one.missing)
    guessed = [unit for unit, _ in one.pairs] + list(one.extra)
    wanted = _related([_view_gold(one.document, unit) for unit in gold])
    offered = _related([_view_guess(one.document, unit) for unit in guessed])
    count = len(one.pairs)
    return _Viewed(one, tuple(wanted[:count]), tuple(offered[count:]), tuple(wanted[count:]))


def _view_gold(document: GoldDocument, unit: GoldUnit) -> View:
    claim, post = unit.claim, unit.post
    person = claim.slots.get("person")
    org = post.org if post else claim.slots.get("org")
    orgs = [found.org.accept if found.org else () for found in claim.posts.values()]
    return View(
        document=document,
        side=unit.side,
        people=person.accept if person else (),
        orgs=org.accept if org else (),
        roles=post.roles if post else (),
        status=claim.statuses[0] if claim.statuses else "",
        dated=claim.when is not None,
        others=claim.others,
        former=claim.former,
        sides=len(claim.posts),
        inside=_share_name(orgs),
    )


def _view_guess(document: GoldDocument, unit: GuessUnit) -> View:
    guess, post = unit.guess, unit.post
    return View(
        document=document,
        side=unit.side,
        people=guess.offers("person"),
        orgs=post.org if post else guess.offers("org"),
        roles=(post.role,) if post and post.role else (),
        status=guess.status or "",
        dated=guess.when is not None,
        others=guess.others,
        former=guess.former,
        sides=len(guess.posts),
        inside=_share_name([found.org for found in guess.posts.values()]),
    )


def _share_name(orgs: Sequence[Iterable[str]]) -> bool:
    """Tell whether both sides are there and one name stands for the organisation of either."""
    return len(orgs) > 1 and bool(set.intersection(*map(set, orgs)))


def _related(views: Sequence[View]) -> list[View]:
    """Return the views with what the others of the document tell of them."""
    return [_relate(view, [other for other in views if other is not view]) for view in views]


def _relate(view: View, others: Iterable[View]) -> View:
    companions, repeated = [], False
    people, orgs = set(view.people), set(view.orgs)
    for other in others:
        if people & set(other.people):
            repeated = repeated or other.side is view.side
        elif other.side is view.side and (orgs & set(other.orgs) or orgs == set(other.orgs)):
            companions.append(other.people)
    return replace(view, companions=tuple(companions), repeated=repeated)


def _of_document() -> Iterator[Phenomenon]:
    named = {
        Language.HANS: ("simplified", "the text is Chinese in simplified script"),
        Language.HANT: ("traditional", "the text is Chinese in traditional script"),
        Language.ENGLISH: ("english", "the text is English"),
    }
    for language, (name, meaning) in named.items():
        yield Phenomenon(name, meaning, _in_language(language), of_moves=False)
    yield Phenomenon(
        "passage",
        f"the text has fewer than {ARTICLE_CHARS:,} characters",
        lambda view: len(view.document.text) < ARTICLE_CHARS,
        of_moves=False,
    )
    yield Phenomenon(
        "article",
        f"the text has {ARTICLE_CHARS:,} characters or more",
        lambda view: len(view.document.text) >= ARTICLE_CHARS,
        of_moves=False,
    )


def _of_status() -> Iterator[Phenomenon]:
    for status in Status:
        yield Phenomenon(status, f"its status is {status}", _has_status(status), of_moves=False)
    yield Phenomenon("former", "a holding that is over", lambda view: view.former, of_moves=False)


def _of_moves() -> tuple[Phenomenon, ...]:
    return (
        Phenomenon("out", "the side that ends a post", lambda view: view.side is Side.OUT),
        Phenomenon("into", "the side that starts a post", lambda view: view.side is Side.INTO),
        Phenomenon("transfer", "its move has both sides", lambda view: view.sides > 1 and not view.inside),
        Phenomenon("inside", "both sides of its move are in one organisation", lambda view: view.inside),
        Phenomenon("founding", "the role is that of a founder", _is_founding),
        Phenomenon("hand-over", "a predecessor or a successor is named", lambda view: view.others),
        Phenomenon("team", "the organisation's name is that of a team or a lab", _is_team),
        Phenomenon("company", "any other named organisation", lambda v: bool(v.orgs) and not _is_team(v)),
        Phenomenon("no organisation", "the text names no organisation", lambda view: not view.orgs),
        Phenomenon(
            "list", "the person stands in a list of people with the same side and organisation", _in_list
        ),
        Phenomenon("apart", "no sentence names both the person and the organisation", _is_apart),
        Phenomenon(
            "several moves", "the person has another move of this side in the text", lambda v: v.repeated
        ),
        Phenomenon("dated", "the text tells when", lambda view: view.dated),
        Phenomenon("latin name", "a Chinese text names the person in Latin letters only", _has_latin_name),
    )


def _in_language(language: Language) -> Callable[[View], bool]:
    return lambda view: _language(view.document.text) is language


def _has_status(status: Status) -> Callable[[View], bool]:
    return lambda view: view.status == status


def _is_founding(view: View) -> bool:
    return view.side is Side.INTO and any(map(_FOUNDER.search, view.roles))


def _is_team(view: View) -> bool:
    return bool(view.orgs) and _TEAM.search(view.orgs[0]) is not None


def _in_list(view: View) -> bool:
    """Tell whether a companion stands near, with a conjunction and no full stop between the two names."""
    return any(
        _LIST.search(gap) and not _STOP.search(gap)
        for names in view.companions
        for name in view.people
        for other in names
        for gap in _gaps(view.document.text, name, other)
    )


def _gaps(text: str, name: str, other: str) -> Iterator[str]:
    """Yield what stands between the two names, on either side, wherever the other is near."""
    near = _LIST_CHARS + len(other)
    for hit in re.finditer(re.escape(name), text):
        after, found, _ = text[hit.end() : hit.end() + near].partition(other)
        if found:
            yield after
        _, found, before = text[max(0, hit.start() - near) : hit.start()].rpartition(other)
        if found:
            yield before


def _is_apart(view: View) -> bool:
    return bool(view.orgs) and not any(
        _says(sentence, view.people) and _says(sentence, view.orgs)
        for sentence in _sentences(view.document.text)
    )


def _says(sentence: str, names: Iterable[str]) -> bool:
    return any(name.casefold() in sentence for name in names)


def _has_latin_name(view: View) -> bool:
    is_latin = all(_ASCII_NAME.match(name) for name in view.people)
    return is_latin and _language(view.document.text) is not Language.ENGLISH


@lru_cache(maxsize=4096)
def _language(text: str) -> Language:
    return detect_language(text)


@lru_cache(maxsize=4096)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(text[span.start : span.end].casefold() for span in find_sentences(text))
