"""Who is mentioned where: person slots of a claim, and the keys that judgements about identity name.

Within one document one name is one person; a key therefore names a document and a name.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from quliu.model import (
    Contribution,
    Dispute,
    DocumentId,
    EntityKind,
    Funding,
    Holding,
    Mention,
    Move,
    Reporting,
    SourcedClaim,
)
from quliu.model.claim import Content

_DOTS = dict.fromkeys(map(ord, " \t\n\u3000·・•‧∙\u200b\ufeff"))
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PERSON = EntityKind.PERSON.value


@dataclass(frozen=True, slots=True)
class PersonSlot:
    """A slot of a claim that may hold a person.

    `certain` is False where an organisation may stand as well, such as the sides of a dispute.
    """

    slot: str
    mention: Mention
    certain: bool = True


def person_slots(content: Content) -> tuple[PersonSlot, ...]:
    """Return the filled slots that may hold a person, the main one first."""
    found: list[tuple[str, Mention | None, bool]] = []
    match content:
        case Move():
            found = [
                ("person", content.person, True),
                ("predecessor", content.predecessor, True),
                ("successor", content.successor, True),
            ]
        case Holding() | Contribution():
            found = [("person", content.person, True)]
        case Reporting():
            found = [
                ("person", content.person, True),
                ("manager", content.manager, True),
                ("former_manager", content.former_manager, True),
            ]
        case Funding():
            found = [("founder", content.founder, True)]
        case Dispute():
            found = [("plaintiff", content.plaintiff, False), ("defendant", content.defendant, False)]
            found += [(f"party{n}", party, False) for n, party in enumerate(content.parties)]
        case _:
            pass
    return tuple(PersonSlot(slot, mention, sure) for slot, mention, sure in found if mention is not None)


def normalise_person(name: str) -> str:
    """Return the form under which two spellings of a person's name are one.

    NFKC, case folded; a Chinese name also without spaces and middle dots, so 汤姆·韦勒 = 汤姆韦勒.
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    return folded.translate(_DOTS) if is_han(folded) else " ".join(folded.split())


def is_han(name: str) -> bool:
    """Tell whether a name has a Chinese character."""
    return _HAN.search(name) is not None


def person_key(document: DocumentId, name: str) -> str:
    """Return the identity key of a name in a document, as judgements name it."""
    return f"{_PERSON}|{document}|{normalise_person(name)}"


def name_of_key(key: str) -> str | None:
    """Return the name that a person's identity key holds; None for any other key."""
    kind, _, rest = key.partition("|")
    _, bar, name = rest.partition("|")
    return name if kind == _PERSON and bar and name else None


def keys_of(claim: SourcedClaim) -> tuple[str, ...]:
    """Return the identity keys of the persons a claim may be about, main slot first."""
    slots = person_slots(claim.claim.content)
    return tuple(person_key(claim.document, found.mention.name) for found in slots)
