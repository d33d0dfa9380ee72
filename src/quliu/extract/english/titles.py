"""The grammar of English job titles: modifier* head (of field)? (and title)*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quliu.extract.english.words import COMPANY_NOUNS, ORG_ENDS
from quliu.extract.units.latin import is_given_name
from quliu.extract.units.unit import Unit, UnitKind, find_gaps
from quliu.model import ReadOffset, ReadSpan

_FIELDS = (
    "accounting|advertising|ad|ai|alignment|analytics|applications|apps|art|audio|banking|"
    "brand|business|business development|"
    "client|cloud|commercial|communications|community|compliance|computer vision|consumer|"
    "content|corporate|corporate development|"
    "creative|customer|cyber|cybersecurity|data|deep learning|design|developer relations|"
    "development|devices|digital|"
    "distinguished|ecosystem|editorial|education|engineering|enterprise|ethics|experience|"
    "fashion|finance|financial|games|gaming|"
    "global|go-to-market|government|governance|growth|hardware|health|human resources|ide|"
    "information|infrastructure|"
    "innovation|interpretability|investment|it|japan|legal|logistics|machine learning|"
    "managing|manufacturing|marketing|media|"
    "messaging|mobile|network|news|nlp|operating|operations|partnerships|party|payments|"
    "people|personnel|platform|policy|privacy|"
    "product|production|program|programming|public policy|quality|quantum|"
    "reinforcement learning|reliability|research|revenue|"
    "risk|robotics|safety|sales|science|scientific|search|security|services|social|software|"
    "solutions|staff|story|strategic|strategy|"
    "streaming|supply-chain|supply chain|sustainability|systems|talent|tech|technical|"
    "technology|television|training|trust|tv|"
    "vision|web|worldwide|web3|consulting|algorithms|autonomous driving|self-driving|retail|"
    "online retail|entertainment|inference|"
    "multimodal|pretraining|pre-training|post-training|reasoning|agents"
)
_RANKS = (
    "acting|interim|deputy|assistant|associate|vice|senior|sr\\.?|junior|executive|managing|"
    "general|group|principal|lead|staff|"
    "co|founding|chief|first|top|emeritus|honorary|independent|non-executive|"
    "lead independent|global|regional|national|"
    "visiting|adjunct|special|member of technical|distinguished|part-time|full-time|joint|"
    "supervising|permanent|formal"
)
_OFFICER = r"chief (?:[\w-]+ (?:and |& )?){1,4}?officer"
_HEADS = (
    rf"{_OFFICER}|chief executives?|chief scientist|chief of staff|(?:co-?)?c(?:[a-z]|is|it|hr|"
    rf"ai|ip)os?|c\.e\.?o\.|editor-in-chief|co-?founders?|co-?chief|"
    "co-?chair(?:man|woman)?|chairperson|chairman emeritus|chairman|chairwoman|"
    "vice[- ]chair(?:man|woman)?|presidents?|vice[- ]presidents?|"
    "director[- ]generals?|directors?|evp|svp|avp|vp|gm|boss|general counsel|counsel|"
    "professor|chancellor|provost|dean|governor|minister|secretary|"
    "commissioner|treasurer|founders?|general managers?|managers?|advisors?|advisers?|"
    "consultant|executives?|execs?|researchers?|"
    "scientists?|engineers?|architect|analyst|economist|strategist|designers?|developers?|"
    "programmer|editors?|producers?|"
    "journalist|reporter|writer|lawyer|attorney|banker|scholar|trustee|administrator|"
    "superintendent|principal|intern|fellow|"
    "lecturer|postdoc|board members?|board observer|founding members?|"
    "member of technical staff|evangelist|supervisor|recruiter|trader|"
    "controller|comptroller|ombudsman|bureau chief|figurehead|spokesman|spokeswoman|"
    "spokesperson|officers?|chiefs?|leaders?"
)
# These are titles only beside a modifier, "of" or an organisation; else they are verbs or other nouns.
_WEAK_HEADS = "head|lead|chair|partner|host|owner|veteran"
_BOARD = (
    r"advisory board|(?:non-voting )?(?:observ(?:er|ing) )?seat on (?:the |"
    r"its )?board(?: of directors)?|board of directors|"
    r"board of trustees|board observer|board seat|board role|advisory role|"
    r"board(?! (?:members?|observer|chair))"
)
_PRE = rf"(?:(?:{_RANKS}|{_FIELDS})(?:, | and | & |/| |-)){{0,6}}"
_TITLE = re.compile(
    rf"(?<![\w'/@#.-])(?:(?P<board>{_BOARD})|(?P<pre2>{_PRE})(?P<weak>{_WEAK_HEADS})(?![\w@-])|"
    rf"(?P<pre>{_PRE})(?P<head>{_HEADS}))(?![\w@-])",
    re.I,
)
_OPENING = re.compile(r"(?<![\w'/@#.-])([A-Za-z]{1,3})")
# The first three letters of all words that open a title; those in c are many (CEO, CISO) and not listed.
_FIRST_LETTERS = frozenset(word[:3] for word in f"{_RANKS}|{_FIELDS}|{_WEAK_HEADS}".split("|")) | frozenset(
    """
    adm adv ana arc att avp ban boa bos bur dea des dev dir eco edi eng evp exe fel fig fou gen gm gov int
    jou law lea lec man mem min non obs off omb pos pre pri pro rec rep res sch sci sea sec spo str sup svp
    sr tra tre tru vic vp wri eva
    """.split()  # noqa: SIM905
)
_JOIN = re.compile(r" ?(?:and|&|/|, and|,|plus) ?")
_OF = re.compile(r"(?: of| for| in charge of) ")
_WORD = re.compile(r"([A-Za-z][\w'/&-]*)(,? and | & |, (?=\w+ and )| )?")
# What a head heads in its own firm: head of its autonomous driving center.
_OWN_PART = re.compile(
    r" (?:of|for) (?:its|their|the company's|the startup's|the firm's) (?:[a-z][a-z0-9-]{1,20} |AI |R&D ){0,4}"
    r"(?:team|unit|division|center|centre|business|group|department|operations|efforts?|lab|program|arm|office)\b"
)
_FIELD_WORD = re.compile(rf"(?:{_FIELDS})\Z", re.I)
_STOP = frozenset(
    """
    a after all an and are as at before both but by company for from had has her his in into is its
    many of on one or our over several since than that the their these this those three to two under
    until was when which who will with would x
    """.split()  # noqa: SIM905
)
_GERUNDS = frozenset(
    """
    accounting advertising banking building computing consulting driving engineering gaming hiring
    learning licensing manufacturing marketing pricing processing programming publishing reasoning
    recruiting streaming testing training
    """.split()  # noqa: SIM905
)
_BEFORE_NAME = re.compile(rf" (?:(?:{'|'.join(sorted(COMPANY_NOUNS))}) )?[A-Z0-9]")
_LETTERS = re.compile(r"\w{1,30}")
_LOOK = 12  # characters left of a title in which its article or its verb stands
_ITS_FIRM = re.compile(r"[A-Z][A-Za-z]+ ")
_FIRM_LEFT = re.compile(r"[A-Z][\w&]* \Z")
_FULL_NAME = re.compile(r" [A-Z][\w.'-]+ [A-Z][\w'-]+")
_NOUN_LEFT = re.compile(r"\b(?:the|as|previous|a) \Z")
_TITLE_LEFT = re.compile(r"\b(?:as|a|its|the) \Z")
_TITLE_RIGHT = re.compile(r" (?:of|at|for)\b|, ")
_VERBAL = re.compile(r"(?:\bto|\bwill|\bwould|\bthey|\bwho|\bcan|\bhe|\bshe|\bnot|\band) \Z", re.I)


class TitleFinder:
    """Finds job titles in a cleaned text."""

    def find(self, text: str, taken: Sequence[Unit]) -> list[Unit]:
        """Return the titles in the gaps between units; two joined by "and" are one unit."""
        spans: list[tuple[int, int]] = []
        for gap in find_gaps(text, taken):
            for start, end in _in_gap(text, gap.start, gap.end, gap.left is UnitKind.ORG):
                if spans and spans[-1][1] >= gap.start and _joins(text, spans[-1], start):
                    spans[-1] = (spans[-1][0], end)
                else:
                    spans.append((start, end))
        return [
            Unit(UnitKind.ROLE, ReadSpan(ReadOffset(s), ReadOffset(e)), " ".join(text[s:e].split()))
            for s, e in spans
        ]


def _joins(text: str, before: tuple[int, int], start: int) -> bool:
    """Tell whether a title goes on with the next; a plural does not with those it sums up."""
    link = _JOIN.fullmatch(text, before[1], start)
    return link is not None and not (link.group().strip() == "," and text[before[1] - 1] == "s")


def _hits(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the matches of the title pattern, which is tried only at words that can open a title."""
    at = start
    for word in _OPENING.finditer(text, start, end):
        first = word.start()
        opens = word.group(1).lower()
        if first < at or (opens not in _FIRST_LETTERS and opens[0] != "c"):
            continue
        hit = _TITLE.match(text, first, end)
        if hit is not None:
            at = hit.end()
            yield hit


def _in_gap(text: str, start: int, end: int, after_org: bool) -> Iterator[tuple[int, int]]:
    for hit in _hits(text, start, end):
        if hit["weak"] and not _is_title(text, hit, after_org and hit.start() - start <= 3):
            continue
        yield _title_start(text, hit), hit.end() if hit["board"] else _with_field(text, hit.end(), end)


def _title_start(text: str, hit: re.Match[str]) -> int:
    """Return where a title begins: "Robotics" in "Acme Robotics co-founder" is the firm's."""
    pre, head = hit["pre"] or hit["pre2"] or "", "head" if hit["head"] else "weak"
    first = _ITS_FIRM.match(pre)
    named = (
        first
        and first.group().strip().lower() in ORG_ENDS
        and (text[hit.start(head)].islower() or first.group() == "AI ")
    )
    if first and named and _FIRM_LEFT.search(text, max(0, hit.start() - 24), hit.start()):
        return hit.start() + first.end()
    return hit.start()


def _is_title(text: str, hit: re.Match[str], beside_org: bool) -> bool:
    if hit["pre2"] or beside_org:
        return True
    before = max(0, hit.start() - _LOOK), hit.start()
    if _VERBAL.search(text, *before):
        return False
    if hit["weak"] in ("host", "partner") and _FULL_NAME.match(text, hit.end()):
        return True
    if hit["weak"].lower() == "lead":
        return _NOUN_LEFT.search(text, *before) is not None
    return _TITLE_RIGHT.match(text, hit.end()) is not None or _TITLE_LEFT.search(text, *before) is not None


def _with_field(text: str, at: int, most: int) -> int:
    """Return where a title ends with its field: head *of trust and safety*; an organisation is no field."""
    own = _OWN_PART.match(text, at, most)
    if own is not None:
        return own.end()
    opening = _OF.match(text, at, most)
    if opening is None:
        return at
    end, position = at, opening.end()
    for _ in range(7):
        word = _WORD.match(text, position, most)
        if word is None or not _is_field(word[1], end == at):
            break
        end, position = word.end(1), word.end()
        if not word[2]:
            break
    name = _BEFORE_NAME.match(text, end)
    if (
        end > at
        and name is not None
        and not is_given_name(_first_word(text, name.end() - 1))
        and text[opening.end()].islower()
        and not (name.group()[1:2].isupper() and _FIELD_WORD.match(text, text.rfind(" ", 0, end) + 1, end))
    ):
        return at  # "head of crypto exchange X": a description of the organisation
    return end


def _first_word(text: str, at: int) -> str:
    word = _LETTERS.match(text, at)
    return word.group() if word else ""


def _is_field(word: str, first: bool) -> bool:
    if word.lower() in _STOP or (word.lower() in COMPANY_NOUNS and word.lower() != "business"):
        return False
    last = word.lower().rpartition("-")[2]
    if last.endswith("ing") and last not in _GERUNDS:
        return False
    return word[0].islower() or _FIELD_WORD.match(word) is not None
