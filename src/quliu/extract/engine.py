"""The rules engine: a document in, its claims out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import islice

from quliu.extract.assemble import Judged, assemble, without_unlikely
from quliu.extract.confidence import load_weights, weighed
from quliu.extract.cues import CueFinder
from quliu.extract.english import EnglishReader, is_english
from quliu.extract.facts import CUES, READERS, assemble_facts
from quliu.extract.facts.fact import JudgedFact
from quliu.extract.facts.holding import without_told
from quliu.extract.facts.left_posts import with_known_roles
from quliu.extract.frames.appointing import find_appointments
from quliu.extract.frames.dismissing import find_dismissals
from quliu.extract.frames.draft import Draft
from quliu.extract.frames.founding import find_foundings
from quliu.extract.frames.handing import find_register_changes, find_successions
from quliu.extract.frames.joining import find_joins
from quliu.extract.frames.leaving import find_leaves
from quliu.extract.frames.memory import Memory
from quliu.extract.frames.newcomers import find_licences, find_newcomers
from quliu.extract.frames.posts import find_posts
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.ventures import find_ventures
from quliu.extract.gate import Gate
from quliu.extract.handover import with_counterparts
from quliu.extract.status import ANNOUNCING, StatusReader, announces
from quliu.extract.units.page import Page, PageReader
from quliu.extract.units.unit import ORG, PERSON, ROLE, Sentence, Unit, UnitKind
from quliu.extract.words import one_of
from quliu.lexicon.lexicon import Lexicon
from quliu.model import Claim, Document
from quliu.text import Reading, repair
from quliu.text.furniture import blank_furniture, find_furniture

ENGINE = "rules"
ENGINE_VERSION = "3"

# Icon fonts of web pages leave private-use characters, which masked sentences need for themselves.
_PRIVATE = re.compile("[\ue000-\uf8ff]")

_PART = re.compile("(?:研究院|研究所|实验室|中心|部门?|团队|学院|大学|委员会)\\Z")  # may be of any firm
_MOVES = "moves"  # stands for all frames among the readers of cues
_SELDOM = 2  # mentions of an unknown organisation up to which a text is not about it; chosen on train.jsonl
_NEWS = 3  # paragraphs that tell what an announcing headline announced, itself included
_LEAST_HERO = 4  # mentions of whom a text is about; chosen on train.jsonl
_MOST_TRIGGERS = 10  # in one sentence; the fullest real one of train.jsonl has fewer

_DENIES_OF = re.compile(rf"否认[^,。;]{{0,24}}?({PERSON})")

Frame = Callable[[Scene, int, int], Iterator[Draft]]
_FRAMES: tuple[tuple[str, Frame], ...] = (
    ("succeed", find_successions),
    ("registry", find_register_changes),
    ("appoint", find_appointments),
    ("dismiss", find_dismissals),
    ("leave", find_leaves),
    ("found", find_foundings),
    ("venture", find_ventures),
    ("join", find_joins),
    ("licence", find_licences),
    ("newly", find_newcomers),
    ("assume", find_posts),
)

# What is left of a verb that lost a character, before an organisation or a role where nothing else can stand: 加 of 加入.
_CUT_CUES: Mapping[str, Frame] = {
    "加": find_joins,
    "入": find_joins,
    "离": find_leaves,
    "创": find_foundings,
    "立": find_foundings,
    "担": find_posts,
}
_CUT = (
    f"(?<![增添参更追附施叠强外再])加(?={ORG})|(?<![进引投并纳注收输买接嵌出介融植导录])入(?={ORG})|(?<![距脱偏分])离(?={ORG})"
    f"|(?<![原首独开草初])创(?={ORG})|(?<![成建设独对中确树孤国])立(?={ORG})|担(?={ORG}?{ROLE})"
)


@dataclass(frozen=True, slots=True)
class Proposals:
    """What frames and readers propose for a document, before any of it is joined, weighed or dropped.

    Attributes:
        reading: the text they were read in.
        moves: half-moves, each with its status.
        facts: the other facts, each with its status.
    """

    reading: Reading
    moves: list[Judged]
    facts: list[JudgedFact]


class Extractor:
    """Reads documents; compiled once from the lexicon, then usable for any number of them."""

    def __init__(self, lexicon: Lexicon, weights: Mapping[str, float] | None = None) -> None:
        """Compile the engine; `weights` replace the learned ones that make confidence."""
        cues = lexicon.words["cues"]
        self._gate = Gate(lexicon)
        self._pages = PageReader(lexicon)
        self._english = EnglishReader(lexicon)
        self._status = StatusReader(lexicon)
        self._weights = load_weights() if weights is None else weights
        self._frames: dict[str, list[Frame]] = {}
        for name, frame in _FRAMES:
            for word in cues[name]:
                self._frames.setdefault(word, []).append(frame)
        for word, frame in _CUT_CUES.items():
            self._frames.setdefault(word, []).append(frame)
        self._triggers = re.compile(f"{one_of(set(self._frames) - set(_CUT_CUES))}|{_CUT}")
        self._cues = CueFinder({_MOVES: self._frames, announces: ANNOUNCING, **CUES})
        self._sport = re.compile(one_of(cues["sport"]))

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return what the document says, in text order; empty when it says nothing."""
        found = self.propose(document)
        if found is None:
            return ()
        reading, anchor = found.reading, document.published_on
        moves = without_unlikely(found.moves)
        claims = [
            *assemble(self._completed(moves, found.facts), reading, anchor, self._kin),
            *assemble_facts(without_told(found.facts, moves, self._kin), reading, anchor),
        ]
        ordered = sorted(claims, key=lambda c: (c.evidence, c.kind, c.rule))
        return tuple(weighed(claim, self._weights) for claim in ordered)

    def may_tell(self, text: str) -> bool:
        """Tell whether a text may hold a claim: whether any cue word opens its reading."""
        return self._gate.is_open(text)

    def propose(self, document: Document) -> Proposals | None:
        """Return what frames and readers propose for a document; None where no cue word opens its reading."""
        if not self._gate.is_open(document.text):
            return None
        reading = repair(document.text)
        text = blank_furniture(_PRIVATE.sub(" ", reading.text), find_furniture(reading.text))
        if not self._gate.is_open(text):
            return None
        facts: list[JudgedFact] = []
        if is_english(text):
            moves = self._english.read(text, document.published_on, facts)
        else:
            page = self._pages.read(text, document.published_on)
            moves = self._read(page, document.published_on, facts)
        return Proposals(reading, list(moves), facts)

    def _completed(self, moves: Sequence[Judged], facts: Sequence[JudgedFact]) -> list[Judged]:
        """Return half-moves with what the text tells of them elsewhere: the role that is left, who follows whom."""
        return with_counterparts(with_known_roles(moves, facts, self._kin), self._kin)

    def _kin(self, one: Unit, other: Unit) -> bool:
        """Tell whether two organisations are parts of one company."""
        company = self._pages.company_of(one.lexicon_id)
        return company is not None and company == self._pages.company_of(other.lexicon_id)

    def _read(self, page: Page, told_on: date | None, facts: list[JudgedFact]) -> Iterator[Judged]:
        """Yield the half-moves of a page, each with its status, and put the other facts that it tells into a list."""
        memory = Memory(default=_default_org(page), hero=_hero(page))
        headline = bool(page.sentences) and page.sentences[0].heading and announces(page.sentences[0].mask)
        announced = -1  # the paragraph in which an announcement was last told
        cues = self._cues.find([sentence.mask for sentence in page.sentences])
        for index, (sentence, heard) in enumerate(zip(page.sentences, cues, strict=True)):
            following = page.sentences[index + 1 : index + 3]
            memory.following = following[0] if following else None
            scene = Scene(sentence, memory)
            if sentence.names_something:
                facts.extend(self._facts(scene, page.text, heard))
            drafts = list(self._drafts(scene)) if _MOVES in heard else []
            leads = bool(drafts) and sentence.heading and any(announces(after.mask) for after in following)
            for draft in drafts:
                status = self._status.read(
                    draft,
                    scope=_scope(draft, drafts),
                    following="".join(_about(following, draft.person)),
                    announced=leads
                    or announced == sentence.paragraph
                    or (headline and sentence.paragraph <= _NEWS),
                    told_on=told_on,
                )
                if status is not None:
                    yield Judged(draft, status, self._status.attribution(draft, page.text))
            if announces in heard and announces(sentence.mask):
                announced = sentence.paragraph
            scene.remember()

    def _facts(self, scene: Scene, text: str, heard: Set[Hashable]) -> Iterator[JudgedFact]:
        for reader in READERS:
            for fact in reader(scene) if reader not in CUES or reader in heard else ():
                status = fact.status or self._status.read(fact)
                if status is not None:
                    yield JudgedFact(fact, status, self._status.attribution(fact, text))

    def _drafts(self, scene: Scene) -> Iterator[Draft]:
        if self._sport.search(scene.mask):
            return
        for hit in islice(self._triggers.finditer(scene.mask), _MOST_TRIGGERS):
            for frame in self._frames[hit.group()]:
                drafts = list(frame(scene, hit.start(), hit.end()))
                for draft in drafts:
                    scene.memory.learn(draft)
                yield from drafts
                if drafts:
                    break


def _scope(draft: Draft, drafts: Sequence[Draft]) -> int:
    """Return where the sentence last told of somebody else's move before a draft's own, 0 where it did not."""
    others = (d.trigger for d in drafts if d.trigger < draft.trigger and d.person is not draft.person)
    return max(others, default=0)


def _about(sentences: Iterable[Sentence], person: Unit) -> Iterator[str]:
    """Yield the masks of sentences, those left out that deny something of another person."""
    for sentence in sentences:
        denied = [sentence.unit(hit.start(1)) for hit in _DENIES_OF.finditer(sentence.mask)]
        if all(unit is None or unit.name == person.name for unit in denied):
            yield sentence.mask


def _hero(page: Page) -> Unit | None:
    """Return the person of whom the text speaks far more than of anybody else; None where there is none."""
    named = Counter(u.name for u in page.units if u.kind is UnitKind.PERSON)
    ranked = named.most_common(2)
    if not ranked or ranked[0][1] < _LEAST_HERO or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return next(u for u in page.units if u.kind is UnitKind.PERSON and u.name == ranked[0][0])


def _default_org(page: Page) -> Unit | None:
    """Return the organisation the text is about: the first of its heading, else the most frequent one.

    One that no list knows counts from its third mention on.
    """
    named = [u for u in page.units if u.kind is UnitKind.ORG]
    counts = Counter(u.lexicon_id or u.name for u in named)
    orgs = [u for u in named if u.known or counts[u.name] > _SELDOM]
    if not orgs:
        named = [u for u in named if u.weight >= 0.6 and not u.work and not _PART.search(u.name)]
        return named[0] if len({u.name for u in named}) == 1 else None
    if page.sentences and orgs[0].span.start < page.sentences[0].span.end:
        return orgs[0]
    return max(orgs, key=lambda u: counts[u.lexicon_id or u.name])
