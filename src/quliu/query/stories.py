"""A story: the copies of one text, who published first, and what each copy changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from quliu.model import Document, DocumentId
from quliu.query.answer import Answer, StoryCopy, StoryPicture
from quliu.store import Reader
from quliu.stories import DAMAGE, compare, fingerprint
from quliu.text import find_sentences, repair
from quliu.text.furniture import blank_furniture, find_furniture

FEWEST_CHARACTERS = 6
"""A shorter beginning of an id would name half the ledger."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_PIECE = 3
_SAME_SENTENCE = 0.5  # of the pieces of the shorter sentence: below it nothing is left of a sentence


def show_story(reader: Reader, key: str) -> Answer[StoryPicture]:
    """Return the stories of the documents whose id, or the id of one of whose claims, starts with `key`."""
    start = key.lower()
    found: tuple[DocumentId, ...] = ()
    if len(start) >= FEWEST_CHARACTERS:
        claims = reader.claims(reader.find_claim_ids(start))
        found = (*reader.find_document_ids(start), *(claim.document for claim in claims))
    stories = dict.fromkeys(reader.copies(document) for document in dict.fromkeys(found))
    pictures = tuple(_picture(reader, copies) for copies in stories)
    return Answer({"story": key}, pictures, len(pictures))


def _picture(reader: Reader, copies: Sequence[DocumentId]) -> StoryPicture:
    documents = {document.id: document for document in reader.documents(copies)}
    known = reader.known_on(copies)
    clean = _Told(documents[copies[0]])
    told = [_copy(clean, clean if key == copies[0] else _Told(documents[key])) for key in copies]
    # Without a date nobody knows who was first, so those that have one come before the others.
    by_time = sorted(told, key=lambda copy: (copy.published_on is None, known[copy.document], copy.document))
    return StoryPicture(
        id=min(copies),
        cleanest=copies[0],
        first=by_time[0].document if by_time[0].published_on else None,
        copies=tuple(by_time),
    )


class _Told:
    """A document with what is compared of it, worked out once."""

    def __init__(self, document: Document) -> None:
        repaired = repair(document.text)
        article = blank_furniture(repaired.text, find_furniture(repaired.text))
        self.document = document
        self.repairs = tuple(sorted({fix.kind for fix in repaired.fixes} & DAMAGE))
        self.sentences = [article[span.start : span.end] for span in find_sentences(article)]
        self.fingerprint = fingerprint(document.text)


def _copy(clean: _Told, copy: _Told) -> StoryCopy:
    """Return a copy with what it changed of the cleanest one."""
    likeness = compare(clean.fingerprint, copy.fingerprint) if copy is not clean else None
    left_out, added, changed = _changes(clean.sentences, copy.sentences)
    document = copy.document
    return StoryCopy(
        document=document.id,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        published_on=document.published_on,
        kind=likeness.kind if likeness else None,
        repairs=copy.repairs,
        left_out=left_out,
        added=added,
        changed=changed,
        reposted_by=document.reposted_by,
        published_within=document.published_within,
    )


def _changes(
    before: Sequence[str], after: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the sentences that are gone, those that are new, and those told in other words, as pairs."""
    kept = {_letters(one) for one in before} & {_letters(one) for one in after}
    gone = {one: _pieces(one) for one in before if _letters(one) not in kept}
    new = {one: _pieces(one) for one in after if _letters(one) not in kept}
    changed: list[tuple[str, str]] = []
    for one, pieces in gone.items():
        likeness = {other: _likeness(pieces, theirs) for other, theirs in new.items()}
        best = max(likeness, key=likeness.__getitem__, default=None)
        if best is not None and likeness[best] >= _SAME_SENTENCE:
            changed.append((one, best))
    paired = set(chain.from_iterable(changed))
    return _without(gone, paired), _without(new, paired), tuple(changed)


def _without(sentences: Iterable[str], some: set[str]) -> tuple[str, ...]:
    return tuple(one for one in sentences if one not in some and _letters(one))


def _likeness(left: AbstractSet[str], right: AbstractSet[str]) -> float:
    least = min(len(left), len(right))
    return len(left & right) / least if least else 0.0


def _pieces(sentence: str) -> frozenset[str]:
    letters = _letters(sentence)
    return frozenset(letters[at : at + _PIECE] for at in range(len(letters) - _PIECE + 1))


def _letters(sentence: str) -> str:
    return _NOT_LETTERS.sub("", sentence).lower()
