"""Posts that English text says somebody holds or held: OpenCo CTO Jane Roe; John Doe, who leads research at Acme."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quliu.extract.english.grammar import LOOSE_ENDS
from quliu.extract.english.scene import Scene
from quliu.extract.facts.fact import Fact
from quliu.extract.units.unit import ORG, PERSON, ROLE, Unit
from quliu.model import Holding, Status

_OF_THE_PRESS = re.compile(
    r"\b(?:reporter|journalist|editor|writer|spokes(?:man|woman|person)|host|author|analyst|lawyer|attorney|"
    r"fellow|leader|developer)s?\b",
    re.I,
)
_PAST = re.compile(r"\b(?:was|had been|served as|formerly|previously|used to be|once)\b")
_NOT_YET = re.compile(r"\b(?:new|newly|next|incoming|interim|future)(?: [a-z-]+)? ?\Z")
_PLAIN_LEFT = re.compile(
    r"(?:\A|[,;:.]|\b(?:and|as|its|current|former|longtime|by|with|report to|directly to|reports to|said|says|that|when|while|including|like|from|of|"
    r"after|since|until|veteran|ex-)) ?\Z"
)
_ITS_NOUN = re.compile(r"\b(?:round|investment|valuation|bid|effort|push|campaign|group of)\b")
_AFTER_SERVING = re.compile(
    rf"\b(?:after|having) (?P<verb>serv(?:ing|ed)|work(?:ing|ed))(?: as)?(?: the| an?| its)?(?: (?P<role>{ROLE}))?"
    rf"(?: [a-z-]+){{0,3}} (?:at|of|for) (?:the )?(?P<org>{ORG})"
)
_FOUNDER = re.compile(r"\bco-?founder|\bfounder", re.I)
_FORMER_LEFT = re.compile(r"\b(?:former|ex-|previous|then-|previously|formerly)[a-z ]*\Z")
_BEFORE_NAME = re.compile(
    rf"(?:(?P<org>{ORG})(?:'s?)? (?:(?P<old>former|longtime|current) )?)?(?P<role>{ROLE}),? (?P<person>{PERSON})(?!'s? {ROLE})"
)
_GROUP = re.compile(
    rf"(?P<former>former |ex-)?(?P<org>{ORG})(?:'s?)? (?:[a-z-]+ ){{0,2}}(?P<role>{ROLE}),? "
    rf"(?P<people>{PERSON}(?:(?:, and |, | and | & ){PERSON}){{1,5}})"
)
_TWO_POSTS = re.compile(
    rf"(?P<person>{PERSON}),(?: (?:the|a|an))? (?P<org>{ORG})(?:'s?)? (?P<role>{ROLE})"
    rf"(?:,? and|,)(?: (?:the|a|an))? (?P<org2>{ORG})(?:'s?)? (?P<role2>{ROLE})"
)
_TWO_FIRMS = re.compile(
    rf"(?P<former>former |ex-)?(?P<org>{ORG}) (?:and|&) (?P<org2>{ORG}) (?P<role>{ROLE}),? (?P<person>{PERSON})"
)
_BOTH_FIRMS = re.compile(
    rf"(?P<person>{PERSON}), (?:the |a |an )?(?P<former>former |ex-)(?P<org>{ORG}) (?:and|&) (?P<org2>{ORG}) (?P<role>{ROLE})"
)
_LEADS = re.compile(
    rf"(?P<person>{PERSON}),? who (?P<adverb>now |currently |also |previously |once |formerly )?"
    rf"(?P<verb>leads|heads(?: up)?|runs|chairs|oversees|led|headed(?: up)?|ran|chaired|oversaw) "
    rf"(?P<what>[^,;.\ue600-\uebff]{{0,50}}?)(?P<org>{ORG})"
)
_LED_BY = re.compile(
    rf"(?P<org>{ORG})(?:'s)?,?(?: [a-z-]+){{0,4}},? (?P<verb>(?:led|headed|run|chaired) by)(?: (?:former|ex-))?"
    rf"(?: {ORG})?(?: {ROLE})? (?P<person>{PERSON})"
)
_SPENT = re.compile(
    rf"(?P<person>{PERSON}),? who (?:has |had )?(?P<verb>spent|worked)[^,;.\ue000-\uebff]{{0,30}}? (?:at|with|for) "
    rf"(?:the )?(?P<org>{ORG})"
)
_SERVED = re.compile(
    rf"(?P<person>{PERSON})(?:, {ROLE})?(?:,? who| also|,)? (?P<verb>(?:had |has )?(?:previously |formerly |once |earlier )"
    rf"(?:served|worked)|previously|formerly|(?:had |has )?(?:previously |formerly |once )?(?:served|worked)|"
    rf"was (?:previously|formerly|once)|was|had been|"
    rf"is (?:currently|also|still)|currently (?:serves|works)|serves|works)(?: as)?(?: the| an?| its)? "
    rf"(?:[a-z-]+ ){{0,2}}(?P<role>{ROLE})(?: (?:of|at|for|with|in) (?:the )?(?:[a-z-]+ ){{0,4}}"
    rf"|, )(?P<org>{ORG})"
)
_FORMERLY_AT = re.compile(
    rf"(?P<person>{PERSON}),? (?P<verb>formerly|previously|late|most recently) (?:of|at|with) (?:the )?(?P<org>{ORG})"
)
_WORKED = re.compile(
    rf"(?P<person>{PERSON})(?:, {ROLE})?(?:,? who| also|,)?(?: [a-z]+ [a-z]+,)? (?P<verb>(?:had |has )?(?:previously |formerly |once |earlier )?"
    rf"(?:spent|worked))[^,;.\ue000-\ue5ff\ue600-\uebff]{{0,30}}? (?:at|with|for) (?:the )?(?P<org>{ORG})"
)
_REMAINS = re.compile(
    r"\b(?P<verb>remains?|stays? on|continues?|serves? on)(?: as| to be| to serve as)?"
    r"(?: an?| the| its)?(?: [a-z-]+){0,2}? "
    rf"(?:(?P<org>{ORG})(?:'s) |(?:company|firm|startup)'s )?(?P<role>{ROLE})"
)
_KEPT = re.compile(r"advis|consult|emerit|part-time|interim", re.I)
_NOW = re.compile(
    rf"(?P<person>{PERSON}), (?:its|the current|currently its|who is its) (?P<role>{ROLE})(?! (?:of|at|for|with|in)\b)"
)
_NAMING = re.compile(
    rf"(?P<org>{ORG})(?: has| had| also| on [\uf200-\uf7ff])* (?:names|appoints|promotes|taps|elevates|named|appointed|promoted|tapped|elevated)"
    rf"(?: its)?(?: current| longtime)? (?P<role>{ROLE}),? (?P<person>{PERSON})(?! {ROLE})"
)
_RANKED = re.compile(
    r"\b(?:ce|cf|ct|co|cm|cp|ci|cs)o\b|chief|president|chair|founder|head|boss|director|chancellor|scientist|"
    r"partner|manager|counsel|evp|svp|vp\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Post:
    """A post as a pattern finds it; `trigger` is where its verb or its name begins."""

    person: Unit
    org: Unit
    role: str | None
    former: bool
    start: int
    end: int
    rule: str
    score: float


def find_holdings(scene: Scene) -> Iterator[Fact]:
    """Yield the posts that a sentence says somebody holds or held, each with its organisation."""
    if not scene.groups:
        return
    told: set[tuple[str, str, bool]] = set()
    for find in _READERS:
        for post in find(scene):
            key = (post.person.name, post.org.name, post.rule == "remains")
            if key in told or (post.role is not None and _OF_THE_PRESS.fullmatch(post.role)):
                continue
            told.add(key)
            yield _fact(scene, post)


def _fact(scene: Scene, post: _Post) -> Fact:
    return Fact(
        Holding,
        {"person": post.person, "org": post.org, "role": post.role, "former": post.former},
        scene.sentence,
        post.start,
        post.end,
        post.start,
        f"en.held.{post.rule}{'.stays' if _stays(post) else ''}",
        round(post.score * post.person.weight * post.org.weight, 2),
        status=Status.REPORTED,
    )


def _stays(post: _Post) -> bool:
    """Tell whether no leaving ends a post: it was over before, or is that of a founder."""
    if post.rule in ("context", "office", "remains"):
        return post.rule == "remains"
    return post.former or (post.role is not None and _FOUNDER.search(post.role) is not None)


def _beside(scene: Scene) -> Iterator[_Post]:
    """Read titles beside names: OpenCo CTO Jane Roe; Jane Roe, the former head of research at OpenCo."""
    for at, beside in sorted(scene.beside.items()):
        if beside.org is None or beside.role is None:
            continue
        places = [scene.sentence.position(u.span.start) for u in (scene.unit(at), beside.org, beside.role)]
        start, end = min(places), max(places) + 1
        if _is_new(scene, start, end):
            continue
        former = beside.former or _PAST.search(scene.mask, start, end) is not None
        yield _Post(scene.unit(at), beside.org, beside.role.name, former, start, end, "beside", 0.8)


def _is_new(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a title is one that somebody only just takes up: the new CEO of Acme."""
    return (
        re.search(r"\b(?:new|newly|next|incoming|named|appointed|as)\b", scene.mask[start:end]) is not None
        or _NOT_YET.search(scene.mask[:start]) is not None
    )


def _groups(scene: Scene) -> Iterator[_Post]:
    """Read one title before several names: OpenCo's founders, Jane Roe and John Doe."""
    for hit in _GROUP.finditer(scene.mask):
        role = scene.unit(hit.start("role")).name
        if not role.lower().endswith("s"):
            continue
        former = hit["former"] is not None
        for _, person in scene.sentence.find(PERSON, *hit.span("people")):
            org = scene.unit(hit.start("org"))
            yield _Post(person, org, role, former, hit.start(), hit.end(), "group", 0.8)


def _two_posts(scene: Scene) -> Iterator[_Post]:
    """Read two posts after a name: Jane Roe, OpenCo co-founder and Acme CEO."""
    for hit in _TWO_POSTS.finditer(scene.mask):
        for org, role in (("org", "role"), ("org2", "role2")):
            yield _Post(
                scene.unit(hit.start("person")),
                scene.unit(hit.start(org)),
                scene.unit(hit.start(role)).name,
                False,
                *hit.span(),
                "two-posts",
                0.8,
            )


def _two_firms(scene: Scene) -> Iterator[_Post]:
    """Read a title at two firms: former OpenCo and Acme researcher Jane Roe."""
    for hit in (*_TWO_FIRMS.finditer(scene.mask), *_BOTH_FIRMS.finditer(scene.mask)):
        for org in ("org", "org2"):
            yield _Post(
                scene.unit(hit.start("person")),
                scene.unit(hit.start(org)),
                scene.unit(hit.start("role")).name,
                hit["former"] is not None,
                *hit.span(),
                "two-firms",
                0.7,
            )


def _leading(scene: Scene) -> Iterator[_Post]:
    """Read what somebody leads: Jane Roe, who heads research at OpenCo; a lab led by Jane Roe."""
    for hit in _LEADS.finditer(scene.mask):
        person, org = scene.unit(hit.start("person")), scene.unit(hit.start("org"))
        past = hit["verb"].split()[0] in ("led", "headed", "ran", "chaired", "oversaw")
        role = _wording(scene, hit.start("verb"), hit.start("org"))
        yield _Post(person, org, role, past, *hit.span(), "leads", 0.65)
    for hit in _LED_BY.finditer(scene.mask):
        if _ITS_NOUN.search(hit.group()):
            continue
        person, org = scene.unit(hit.start("person")), scene.unit(hit.start("org"))
        yield _Post(person, org, hit["verb"], False, *hit.span(), "led-by", 0.6)


def _wording(scene: Scene, start: int, end: int) -> str:
    units = scene.sentence
    words = "".join(
        unit.name if (unit := units.unit(i)) else scene.mask[i] for i in range(start, end)
    ).split()
    while len(words) > 1 and words[-1] in LOOSE_ENDS:
        words.pop()
    return " ".join(words)


def _careers(scene: Scene) -> Iterator[_Post]:
    """Read what somebody was before: Jane Roe, who spent two decades at OpenCo; she had served as R at O."""
    for hit in _SPENT.finditer(scene.mask):
        person, org = scene.unit(hit.start("person")), scene.unit(hit.start("org"))
        yield _Post(person, org, None, True, *hit.span(), "spent", 0.65)
    for pattern in (_FORMERLY_AT, _WORKED):
        for hit in pattern.finditer(scene.mask):
            person, org = scene.unit(hit.start("person")), scene.unit(hit.start("org"))
            yield _Post(person, org, None, True, *hit.span(), "spent", 0.65)
    for hit in _SERVED.finditer(scene.mask):
        person, org = scene.unit(hit.start("person")), scene.unit(hit.start("org"))
        former = re.search(r"\bis|current|serves|works", hit["verb"]) is None
        yield _Post(person, org, scene.unit(hit.start("role")).name, former, *hit.span(), "served", 0.7)


def _after_serving(scene: Scene) -> Iterator[_Post]:
    """Read a post told as past beside a move: she joined after serving as head of policy at OpenCo."""
    for hit in _AFTER_SERVING.finditer(scene.mask):
        subject = scene.subject(hit.start(), verbal=True)
        org = scene.unit(hit.start("org"))
        role = scene.unit(hit.start("role")).name if hit["role"] else None
        for person in subject.people[:1]:
            yield _Post(person, org, role, True, *hit.span(), "after-serving", 0.65)


def _remaining(scene: Scene) -> Iterator[_Post]:
    """Read a post that somebody keeps: Jane Roe will remain a director."""
    for hit in _REMAINS.finditer(scene.mask):
        role = scene.unit(hit.start("role")).name
        subject = scene.subject(hit.start("verb"), verbal=True)
        if len(subject.people) != 1 or _KEPT.search(role):
            continue
        person = subject.people[0]
        org = scene.unit(hit.start("org")) if hit["org"] else scene.org_of(person, hit.start("verb"))
        if org is not None:
            yield _Post(person, org, role, False, *hit.span(), "remains", 0.6)


def _in_office(scene: Scene) -> Iterator[_Post]:
    """Read posts at the firm that acts: Acme promotes CFO P; P, its general counsel."""
    for pattern in (_NOW, _NAMING):
        for hit in pattern.finditer(scene.mask):
            person, role = scene.unit(hit.start("person")), scene.unit(hit.start("role")).name
            named = hit.groupdict().get("org") is not None
            org = scene.unit(hit.start("org")) if named else _acting(scene, hit.start(), person)
            if org is not None and _RANKED.search(role):
                yield _Post(person, org, role, False, *hit.span(), "office", 0.55)


def _by_context(scene: Scene) -> Iterator[_Post]:
    """Read a title without an organisation: it is that of the firm that acts in the sentence, or of the topic."""
    for hit in _BEFORE_NAME.finditer(scene.mask):
        role = scene.unit(hit.start("role")).name
        left = scene.mask[: hit.start()]
        plain = _PLAIN_LEFT.search(left) and not _NOT_YET.search(left)
        if (
            hit["org"]
            or left.endswith("'s ")
            or not plain
            or not _RANKED.search(role)
            or re.match("(?:interim|acting)", role, re.I)
        ):
            continue
        person = scene.unit(hit.start("person"))
        org = _acting(scene, hit.start(), person)
        if org is not None:
            former = _FORMER_LEFT.search(left[-20:]) is not None
            yield _Post(person, org, role, former, *hit.span(), "context", 0.5)


def _acting(scene: Scene, at: int, person: Unit) -> Unit | None:
    known = scene.memory.orgs.get(person.name)
    if known is not None:
        return known
    start, _ = scene.clause(at)
    orgs = [u for p, u in scene.sentence.find(ORG, start, at) if scene.is_free(p, person)]
    return orgs[-1] if orgs else scene.memory.topic


_READERS: tuple[Callable[[Scene], Iterator[_Post]], ...] = (
    _groups,
    _two_posts,
    _two_firms,
    _beside,
    _careers,
    _after_serving,
    _leading,
    _remaining,
    _in_office,
    _by_context,
)
