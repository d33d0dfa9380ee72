"""Facts of English text other than moves and holdings: who reports to whom, and what happens to firms and works."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from quliu.extract.english.scene import Scene
from quliu.extract.facts.fact import Fact, Slot
from quliu.extract.units.unit import ORG, PERSON, ROLE, Unit
from quliu.model import Content, Dispute, Funding, OrgChange, Parthood, Release, Reporting

_ACTOR = f"(?:{ORG}|{PERSON})"
_NAMES = re.compile(_ACTOR)
_LIGHT = r"(?: (?:has|had|have|will|is|are|was|also|recently|reportedly|today|just|now|then|later|plans|agreed|to|be)){0,4}"
_NOUN = r"(?:[a-z0-9-]+ ){0,4}?"
_REPORTS = re.compile(
    r"\b(?P<verb>report(?:s|ed|ing)?)(?: (?:directly|up|instead))? to (?:[^;.\ue000-\ue5ff]{0,50}? )?"
    rf"(?P<manager>{PERSON})(?!'s (?!successor))"
)
_AND_WILL = re.compile(r"\b(?:and|will|and will|who will|would) \Z")
_ACQUIRED = re.compile(
    rf"(?P<buyer>{ORG}){_LIGHT} (?P<verb>acquired|acquires|acquire|acquiring|bought|buys|buying|buy|snapped up)(?! by\b)"
    rf" (?:the |its |rival )?{_NOUN}(?P<org>{ORG})(?!'s)"
)
_WAS_ACQUIRED = re.compile(
    rf"(?P<org>{ORG}),?(?: which)?{_LIGHT} (?P<verb>acquired|bought|snapped up) by (?:the )?{_NOUN}(?P<buyer>{ORG})"
)
_ACQUISITION = re.compile(
    rf"(?P<buyer>{ORG})'s? {_NOUN}(?P<verb>acquisition|takeover|purchase) of (?:the )?{_NOUN}(?P<org>{ORG})"
)
_LAYOFF = re.compile(
    rf"(?P<org>{ORG}){_LIGHT} (?P<verb>lays off|laid off|lay off|laying off|cuts?|cutting|slash(?:es|ed|ing)?|shed(?:s|ding)?)"
    r" [^.;\ue000-\uebff]{0,50}?\b(?:employees|staff|staffers|workers|jobs|people|workforce|positions|roles|headcount)\b"
)
_DISBANDED = re.compile(
    rf"(?:disband(?:s|ed|ing)?|dissolv(?:es?|ed|ing)|dismantl(?:es?|ed|ing)|shut(?:s|ting)? down|shutter(?:s|ed|ing)?)"
    rf" (?:the |its |his |her )?{_NOUN}(?P<org>{ORG})(?!'s)"
)
_WAS_DISBANDED = re.compile(
    rf"(?P<org>{ORG})(?: team| lab| unit| division| group)?(?:, [^,;.]{{1,60}},)?"
    rf"(?: (?:has|had|have|will|also|reportedly)){{0,3}} (?:is|are|was|were|been|be|being)(?: [a-z]+ly)? (?:being )?(?:disbanded|dissolved|dismantled|shut down|shuttered)\b"
)
_MERGED = re.compile(
    rf"\b(?:merg(?:es?|ed|ing)|combin(?:es?|ed|ing)|fold(?:s|ed|ing)?) (?:the |its )?{_NOUN}(?P<org>{ORG})"
    rf"(?: team| lab| unit| division| group)? (?:with|into|and) (?:the |its )?{_NOUN}(?P<other>{ORG})"
)
_MERGES = re.compile(rf"(?P<org>{ORG}){_LIGHT} merg(?:es?|ed|ing) with (?:the |its )?{_NOUN}(?P<other>{ORG})")
_RENAMED = re.compile(
    rf"(?P<org>{ORG}){_LIGHT} (?:renamed|rebranded|rebrands|renames)(?: itself)?(?: (?:as|to))? (?P<other>{ORG})"
)
_FORMED = re.compile(
    rf"(?P<other>{ORG}){_LIGHT} (?:form(?:s|ed|ing)?|creat(?:es?|ed|ing)|set(?:s|ting)? up|establish(?:es|ed|ing)?|unveil(?:s|ed)?|"
    rf"launch(?:es|ed|ing)?) (?:a|an) (?:new |dedicated |separate )?{_NOUN}(?:team|lab|laboratory|unit|division|group|institute|"
    rf"subsidiary)(?: called| named|,)? (?P<org>{ORG})"
)
_TALKS = r"(?: (?:in (?:advanced |early )?talks|looking|seeking|aiming|hoping|planning|seeks|to)){0,2}"
_AS_BACKER = re.compile(r"(?:\bfrom|\bby|\band|\bwith|\bincluding|\bleaving|\bleft|\bat|\bof|\bto|,) \Z")
_MONEY = r"(?P<amount>(?:us|hk)?[$€£¥] ?\d[\d,.]*(?: ?(?:million|billion|trillion|bn|mn|[mbk]))?)"
_RAISED = re.compile(
    rf"(?P<org>{ORG})(?:, [^,;.\ue000-\ue5ff]{{1,60}},|, which)?{_LIGHT}{_TALKS} (?P<verb>raised|raises|raising|raise|secured|secures|closed|landed|bagged)"
    rf" (?:about |around |over |more than |nearly |at least |up to |an? |another |additional )*{_MONEY}"
)
_VALUED = re.compile(
    rf"(?P<org>{ORG})[^.;\ue600-\uebff]{{0,60}}?\b(?:valued at|valuation of|valuing (?:it|the company|the startup) at)"
    rf" (?:about |around |over |more than |nearly |at least |up to |some )*{_MONEY}"
)
_SEEKING = re.compile(
    r"\b(?:in talks|seeking|seeks|looking|aiming|aims|hopes|hoping|plans|planning|trying|set)\b[^.;]{0,20}\Z"
)
_INVESTORS = re.compile(
    rf"(?:from|led by|backed by)(?: investors)?(?: including)? ((?:{ORG}(?:,? and |, )?){{1,8}})"
)
_SUED = re.compile(
    rf"(?P<plaintiff>{_ACTOR}){_LIGHT} (?P<verb>sued|sues|suing|sue|filed (?:a )?(?:lawsuit|suit|complaint) against|"
    rf"brought (?:a )?(?:lawsuit|suit) against) (?:[a-z-]+ ){{0,3}}?(?P<defendant>{_ACTOR})(?P<over>[^;.]{{0,90}})"
)
_WAS_SUED = re.compile(
    rf"(?P<defendant>{_ACTOR}){_LIGHT} sued by (?:[a-z-]+ ){{0,3}}?(?P<plaintiff>{_ACTOR})(?P<over>[^;.]{{0,90}})"
)
_OVER = re.compile(r"\b(?:over|alleging|accusing [^,]{0,25}? of|for allegedly|claiming|for)\b ([^,;.]{3,80})")
_UNITS = re.compile("[\ue000-\uf8ff]")
_UNIT = r"(?:unit|division|subsidiary|arm|lab|laboratory|team|group|branch|business)"
_PART = re.compile(
    rf"(?P<org>{ORG}), (?:which is )?(?:an? |the )?(?:[a-z-]+ ){{0,3}}?(?:{_UNIT}|part) of (?:the )?(?P<parent>{ORG})(?!'s)"
)
_UNIT_OF = re.compile(rf"(?P<parent>{ORG})'s? (?:[a-z-]+ ){{0,3}}?{_UNIT},? (?P<org>{ORG})(?!'s? {ROLE})")
_OWN_UNIT = re.compile(rf"(?P<parent>{ORG})'s (?P<org>{ORG}) {_UNIT}\b")
_OWNED = re.compile(rf"(?P<parent>{ORG})-owned (?P<org>{ORG})")
_RELEASES = {
    "released": r"releas(?:es?|ed|ing)|launch(?:es|ed|ing)?|unveil(?:s|ed|ing)?|introduc(?:es?|ed|ing)|debut(?:s|ed)|rolled out|rolls out|ships|shipped",
    "open_sourced": r"open[- ]sourc(?:es?|ed|ing)",
    "delayed": r"delay(?:s|ed|ing)?|postpon(?:es?|ed|ing)",
    "discontinued": r"discontinu(?:es?|ed|ing)|retir(?:es?|ed|ing)|sunset(?:s|ted)?|shut(?:s|ting)? down|kill(?:s|ed)",
}
_RELEASE_LEFT = {
    action: re.compile(
        rf"({ORG})(?:'s)?{_LIGHT} (?:{verb})(?: (?!and\b|by\b|from\b|with\b)[a-z0-9-]+){{0,4}} \Z"
    )
    for action, verb in _RELEASES.items()
}
_RELEASE_RIGHT = {
    action: re.compile(
        rf"(?: (?:was|were|is|has been|have been|will be|had been)) (?:[a-z]+ )?(?:{verb})\b(?: by ({ORG}))?"
    )
    for action, verb in _RELEASES.items()
}
_GIST = re.compile(
    r"report|acqui|bought|buy|snapped|takeover|purchase|la(?:y|id|ys|ying) |cut|slash|shed|disband|dissolv|dismantl|shut|merg|"
    r"combin|fold|renam|rebrand|form|creat|set|establish|launch|unveil|rais|secur|closed|landed|bagged|valu|worth|su[ei]|"
    r"lawsuit|suit|unit|division|subsidiary|arm|lab|team|group|part|-owned|releas|introduc|debut|roll|ship|sourc|delay|"
    r"postpon|discontinu|retir|sunset|kill"
)


def find_facts(scene: Scene) -> Iterator[Fact]:
    """Yield what a sentence says of reporting lines, firms, money, suits and releases."""
    mask = scene.mask
    if not (scene.works or _NAMES.search(mask)) or _GIST.search(mask) is None:
        return
    for find in _READERS:
        yield from find(scene)


def _fact(
    scene: Scene,
    hit: re.Match[str],
    content: type[Content],
    slots: Mapping[str, Slot],
    *,
    rule: str,
    score: float,
) -> Fact:
    verb = hit.groupdict().get("verb")
    trigger = hit.start("verb") if verb else hit.start()
    return Fact(
        content,
        slots,
        scene.sentence,
        hit.start(),
        hit.end(),
        trigger,
        f"en.{rule}",
        score,
        time=scene.time(trigger, hit.end()),
    )


def _reporting(scene: Scene) -> Iterator[Fact]:
    """Read reporting lines: Jane Roe, who reports to John Doe; she will report directly to CEO John Doe."""
    for hit in _REPORTS.finditer(scene.mask):
        manager = scene.unit(hit.start("manager"))
        subject = scene.subject(hit.start("verb"), verbal=True)
        sure = (
            ("named", "relative", "pronoun", "zero")
            if hit["verb"] == "reporting" or _AND_WILL.search(scene.mask, 0, hit.start("verb"))
            else ("named", "relative", "pronoun")
        )
        if subject.how not in sure:
            continue
        for person in subject.people:
            if person.name != manager.name:
                slots: dict[str, Slot] = {"person": person, "manager": manager}
                yield _fact(scene, hit, Reporting, slots, rule="reporting", score=0.7)


def _org_changes(scene: Scene) -> Iterator[Fact]:
    for action, other, patterns in _CHANGES:
        for pattern in patterns:
            for hit in pattern.finditer(scene.mask):
                org = scene.unit(hit.start("org"))
                second = scene.unit(hit.start(other)) if other else None
                if second is None or second.name != org.name:
                    slots: dict[str, Slot] = {"org": org, "action": action, "other": second}
                    yield _fact(scene, hit, OrgChange, slots, rule=f"org.{action}", score=0.6)


_CHANGES: tuple[tuple[str, str | None, tuple[re.Pattern[str], ...]], ...] = (
    ("acquired", "buyer", (_ACQUIRED, _WAS_ACQUIRED, _ACQUISITION)),
    ("layoff", None, (_LAYOFF,)),
    ("disbanded", None, (_DISBANDED, _WAS_DISBANDED)),
    ("merged", "other", (_MERGED, _MERGES)),
    ("renamed", "other", (_RENAMED,)),
    ("formed", "other", (_FORMED,)),
)


def _funding(scene: Scene) -> Iterator[Fact]:
    """Read money: Acme raised $20 million from Beta Fund; Acme was valued at $2 billion."""
    for hit in _RAISED.finditer(scene.mask):
        seeking = _SEEKING.search(scene.mask[: hit.start("verb")]) is not None
        yield _money(scene, hit, "seeking" if seeking else "raised")
    for hit in _VALUED.finditer(scene.mask):
        if _AS_BACKER.search(scene.mask[: hit.start()]) is None:
            yield _money(scene, hit, "valuation")


def _money(scene: Scene, hit: re.Match[str], action: str) -> Fact:
    backers = _INVESTORS.search(scene.mask, hit.end()) if action == "raised" else None
    investors = tuple(u for _, u in scene.sentence.find(ORG, *backers.span(1))) if backers else ()
    span = scene.sentence.to_text(*hit.span("amount"))
    amount = scene.sentence.text[span.start : span.end] or hit["amount"]
    slots: dict[str, Slot] = {
        "org": scene.unit(hit.start("org")),
        "founder": None,
        "action": action,
        "amount": amount.strip(" ,."),
        "investors": investors,
    }
    return _fact(scene, hit, Funding, slots, rule=f"funding.{action}", score=0.65)


def _disputes(scene: Scene) -> Iterator[Fact]:
    for pattern in (_SUED, _WAS_SUED):
        for hit in pattern.finditer(scene.mask):
            over = _OVER.search(hit["over"])
            matter = _UNITS.sub("", over.group(1)).strip() if over else None
            slots: dict[str, Slot] = {
                "plaintiff": scene.unit(hit.start("plaintiff")),
                "defendant": scene.unit(hit.start("defendant")),
                "matter": matter or None,
            }
            yield _fact(scene, hit, Dispute, slots, rule="dispute", score=0.65)


def _parthoods(scene: Scene) -> Iterator[Fact]:
    for pattern in (_PART, _UNIT_OF, _OWN_UNIT, _OWNED):
        for hit in pattern.finditer(scene.mask):
            org, parent = scene.unit(hit.start("org")), scene.unit(hit.start("parent"))
            if org.name != parent.name:
                yield _fact(scene, hit, Parthood, {"org": org, "parent": parent}, rule="parthood", score=0.65)


def _releases(scene: Scene) -> Iterator[Fact]:
    """Read what is done with a work of the lexicon: Acme released Modelname; Modelname was delayed."""
    for work in scene.works:
        start = scene.sentence.position(work.span.start)
        end = scene.sentence.position(work.span.end - 1) + 1
        yield from _release(scene, work, start, end)


def _release(scene: Scene, work: Unit, start: int, end: int) -> Iterator[Fact]:
    for action in _RELEASES:
        left = _RELEASE_LEFT[action].search(scene.mask[:start])
        right = _RELEASE_RIGHT[action].match(scene.mask, end)
        hit = left or right
        if hit is not None:
            org = scene.unit(hit.start(1)) if hit.group(1) else None
            slots: dict[str, Slot] = {"work": work, "org": org, "action": action}
            yield _fact(scene, hit, Release, slots, rule=f"release.{action}", score=0.65)
            return


_READERS: tuple[Callable[[Scene], Iterator[Fact]], ...] = (
    _reporting,
    _org_changes,
    _funding,
    _disputes,
    _parthoods,
    _releases,
)
