"""Patterns over English masks: groups of people, appositions, clauses and what refers back."""

from __future__ import annotations

import re

from quliu.extract.english.words import COMPANY_NOUNS
from quliu.extract.units.unit import ORG, PERSON, ROLE

_PRE = rf"(?:(?:former |ex-|its |new |current |fellow |and )?(?:{ORG}(?:'s)? )?(?:{ROLE} )?)"
GROUP = re.compile(rf"{PERSON}(?:(?:, and | and |, | & ){_PRE}{PERSON})*")
TOKEN = re.compile(r"[\ue000-\uf8ff]|[^\s,;:.?!\ue000-\uf8ff]+|[,;:.?!]")
_FORMER = r"(?P<former>former |formerly |ex-|ex |former-|then-|previously |past |onetime |one-time )?"
_ADJ = (
    r"(?:(?:then|current|longtime|new|newly appointed|outgoing|first|first-ever|the|its|an|a|"
    r"one of the|prominent|leading|top|veteran|current|acting|ai|senior|longstanding|recent|"
    r"renowned|star|key|[a-z]+-[a-z]+) ){0,2}"
)
_NOUNS = "|".join(sorted(COMPANY_NOUNS))
APPOSITIONS = (
    re.compile(
        rf"{_FORMER}(?:{ORG}(?: and|,) )?(?P<org>{ORG})(?:'s?)? {_ADJ}?(?P<role>{ROLE})(?: and {ROLE}| and [a-z]+ veteran| for the u\.?[ks]\.?)?,? "
        rf"(?P<person>{PERSON})(?!')"
    ),
    re.compile(rf"(?P<org>{ORG})'s? (?P<former>former |ex-)(?P<role>{ROLE}),? (?P<person>{PERSON})"),
    re.compile(
        rf"{_FORMER}(?P<role>{ROLE}) (?:of|at|for|"
        rf"with) (?:the )?(?:[a-z-]+ ){{0,3}}(?P<org>{ORG})(?:'s)?,? (?P<person>{PERSON})"
    ),
    re.compile(
        rf"(?P<person>{PERSON})(?:,|,? who (?:is|has been|had been)| is| was)(?: (?:\d+|"
        rf"aged \d+),)?(?: (?:the|its|a|an|one of the|currently|currently the))? ?{_FORMER}"
        rf"(?:[a-z'-]+ ){{0,3}}(?P<role>{ROLE}),? (?:of|at|for|with|in|"
        rf"from) (?:the )?(?:[a-z-]+ ){{0,3}}(?:{ORG} (?:[a-z-]+ )?(?:{_NOUNS}) )?(?P<org>{ORG})"
    ),
    re.compile(
        rf"(?P<person>{PERSON}),(?: (?:\d+|aged \d+),)?(?: who (?:is|has been|had been|has served as|serves as))?"
        rf"(?: (?:the|a|an))? ?{_FORMER}(?:{ORG}(?: and|,) )?(?P<org>{ORG})(?:'s?)? (?:[a-z-]+ ){{0,3}}(?P<role>{ROLE})"
        rf"(?! {PERSON})"
    ),
    re.compile(rf"{_FORMER}(?P<org>{ORG})(?:'s?) (?P<person>{PERSON})"),
    re.compile(
        rf"(?P<person>{PERSON}),? (?P<former>formerly |previously )?(?:of|at|from) (?:the )?(?P<org>{ORG})"
    ),
    re.compile(rf"{_FORMER}(?P<role>{ROLE}),? (?P<person>{PERSON})"),
    re.compile(
        rf"(?P<person>{PERSON}), (?:the |its |a |an |one of the )?(?:(?:{_NOUNS})'s )?{_FORMER}(?P<role>{ROLE})"
    ),
)
# Two co-founders of OpenCo, A and B: one title, and several names that share it.
SHARED_TITLE = re.compile(
    rf"{_FORMER}(?:(?P<org>{ORG})(?:'s?)? (?:[a-z-]+ ){{0,2}}(?P<role>{ROLE})|(?P<role2>{ROLE}) (?:of|at|from) (?:the )?(?P<org2>{ORG}))"
    rf",? (?P<people>{PERSON}(?:(?:, and |, | and | & ){PERSON}){{1,6}})"
)
BARRED = re.compile(r"(?:\bby|\bunder|\bof|\bto|\bfrom|\bfor|\bagainst|\blike)(?: [\ue600-\uf1ff])* \Z")
NOMINAL = re.compile(
    rf"(?:the|his|her|its|their|this|that)(?: [a-z'-]+){{0,3}}? (?:{'|'.join(sorted(COMPANY_NOUNS))})\b(?!')"
)
SAYING = re.compile(
    r" (?:also |has |had )?(?:said|says|announced|announces|revealed|reveals|confirmed|"
    r"confirms|wrote|posted|tweeted|told [^,]{1,30}?|"
    r"explained|clarified|insists|insisted|added)(?: [\ue000-\uf8ff]|[^,\ue000-\ue5ff]){0,30}\Z"
)
APPOSITIVE = (
    r"(?:\d|the |a |an |its |former|one |formerly|previously|ex-|co-|now )|, [\ue600-\uf1ff]|"
    r", [a-z'-]+ (?:[a-z'-]+ )?[\ue600-\uf1ff]"
)
ASIDE = re.compile(
    r"\b(?:on|to|via|by|with|against|told|like|than|for|at|from|of|in|start|started|join|"
    r"joined|found|founded|leave|left|leaving|"
    r"joining|starting|called)(?: the)? \Z"
)
CLAUSE = re.compile(r"[;:?!]|\.(?= |\Z)")
HOLDS = re.compile(
    r"\b(?:for|to join|after|amid|following|while|when|because|over|citing|before|but|who|"
    r"where|which|that|since|despite|until|alongside|replacing|from)\b|,"
)
# What stands before the date on which something takes effect, as against the day on which it was told.
EFFECTIVE = re.compile(
    r"\b(?:effective|starting|beginning|as of|take(?:s|n)? (?:effect|place)|took effect)(?: [a-z]+){0,3} \Z"
)
DUTY = re.compile(
    r" ?((?:(?:co-)?(?:leads?|led)|heads?|headed|runs?|ran|chairs?|chaired|oversees?|oversaw|manages?|managed|in charge of)"
    r"(?: (?!(?:after|as|when|while|following|until|before|because|amid|who|which|from|starting|effective)\b)"
    r"[a-z0-9'&/-]{1,20}){0,9})"
)
LOOSE_ENDS = frozenset(
    ("a", "and", "as", "at", "for", "from", "in", "its", "of", "on", "the", "to", "up", "with")
)
VAGUE = re.compile(r"execs?|executives?|leaders?|boss(?:es)?|chiefs?|veterans?", re.I)
APART = re.compile(r"\b(?:who|which|whose)\b")
