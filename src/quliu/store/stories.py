"""Keeping stories true: which documents are copies of which, whatever order they came in.

Whether two documents are alike depends on their texts alone, and a story is whatever a chain of like pairs
joins. So a new document is compared with those that share a key with it, and only the stories that it joins
change. Documents that tell nothing belong to no story: nothing is counted by them.

A key that a thousand documents share, a sentence at the foot of all pages of a site or a story that is told
everywhere, would make half a million pairs. So of each key the documents with the least ids are its hubs, and
two documents meet under it only if one of them is a hub: copies are joined through the hubs, few documents
meet as ever, and who meets whom is told by the set of documents alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, func, insert, or_, select

from quliu.model import Document, DocumentId, StoryId
from quliu.store import schema
from quliu.store.reader import Reader
from quliu.store.rows import chunked
from quliu.stories import Fingerprint, Likeness, compare, fingerprint, group

__all__ = ["StoryWriter"]

Pair = tuple[DocumentId, DocumentId]

_HUBS = 16
_KEPT = 2048  # fingerprints kept in memory for the next documents of the same story


class StoryWriter(Reader):
    """The part of the writer that keeps stories."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._fingerprints: dict[DocumentId, Fingerprint] = {}

    def refresh_stories(self, document_ids: Collection[DocumentId]) -> frozenset[DocumentId]:
        """Compare documents anew with those like them; return every document whose story is another now."""
        touched = frozenset(document_ids)
        telling = self._telling(touched)
        keys = self._keys(touched).union(*(self._fingerprint(document).keys for document in telling))
        before = self._hubs(keys)
        self._forget_keys(touched)
        self._file_keys(telling)
        moved = _moved(before, self._hubs(keys))
        affected = touched | moved
        affected |= self._fellows(affected)
        self._forget_pairs(touched | moved)
        affected |= self._pair(self._keyed(touched | moved))
        affected |= self._fellows(affected)
        return self._regroup(affected)

    def _keys(self, document_ids: Collection[DocumentId]) -> frozenset[str]:
        """Return all keys under which these documents are filed."""
        table = schema.story_keys
        return frozenset(row.key for row in self._rows(table, table.c.document_id, document_ids))

    def _keyed(self, document_ids: Collection[DocumentId]) -> dict[DocumentId, list[str]]:
        """Return the keys of documents that have any."""
        table = schema.story_keys
        found: dict[DocumentId, list[str]] = {}
        for row in self._rows(table, table.c.document_id, document_ids):
            found.setdefault(DocumentId(row.document_id), []).append(row.key)
        return found

    def _hubs(self, keys: Collection[str]) -> dict[str, list[DocumentId]]:
        """Return the documents of the least ids under each key, in order."""
        table = schema.story_keys
        place = func.row_number().over(partition_by=table.c.key, order_by=table.c.document_id)
        found: dict[str, list[DocumentId]] = {}
        for part in chunked(keys):
            placed = select(table, place.label("place")).where(table.c.key.in_(part)).subquery()
            query = select(placed.c.key, placed.c.document_id).where(placed.c.place <= _HUBS)
            for row in self._connection.execute(query.order_by(placed.c.key, placed.c.place)):
                found.setdefault(row.key, []).append(DocumentId(row.document_id))
        return found

    def _fellows(self, document_ids: Collection[DocumentId]) -> frozenset[DocumentId]:
        """Return all documents that are in one story with any of these."""
        table = schema.stories
        theirs = table.alias()
        query = select(table.c.document_id).join(theirs, theirs.c.story_id == table.c.story_id).distinct()
        return frozenset(
            DocumentId(found)
            for part in chunked(document_ids)
            for found in self._connection.execute(query.where(theirs.c.document_id.in_(part))).scalars()
        )

    def _forget_keys(self, document_ids: Collection[DocumentId]) -> None:
        keys = schema.story_keys
        for part in chunked(document_ids):
            self._connection.execute(delete(keys).where(keys.c.document_id.in_(part)))

    def _file_keys(self, documents: Collection[Document]) -> None:
        rows = [
            {"key": key, "document_id": document.id}
            for document in documents
            for key in sorted(self._fingerprint(document).keys)
        ]
        if rows:
            self._connection.execute(insert(schema.story_keys), rows)

    def _forget_pairs(self, document_ids: Collection[DocumentId]) -> None:
        pairs = schema.story_pairs
        for part in chunked(document_ids):
            self._connection.execute(delete(pairs).where(or_(pairs.c.one.in_(part), pairs.c.other.in_(part))))

    def _telling(self, document_ids: Collection[DocumentId]) -> list[Document]:
        """Return those of the documents in which anything is told."""
        standings, listed = schema.standings, schema.reading_claims
        query = select(standings.c.document_id).join(listed, listed.c.reading_id == standings.c.reading_id)
        telling = [
            DocumentId(found)
            for part in chunked(document_ids)
            for found in self._connection.execute(
                query.where(standings.c.document_id.in_(part)).distinct()
            ).scalars()
        ]
        return list(self.documents(telling))

    def _pair(self, mine: Mapping[DocumentId, Collection[str]]) -> frozenset[DocumentId]:
        """Record which others each document is like, given the keys of each; return all in a pair."""
        candidates = self._candidates(mine)
        met = {document for pair in candidates for document in pair}
        prints = {document.id: self._fingerprint(document) for document in self.documents(met)}
        rows = [
            _pair_row(pair, likeness)
            for pair in candidates
            if (likeness := compare(prints[pair[0]], prints[pair[1]])) is not None
        ]
        if rows:
            self._connection.execute(insert(schema.story_pairs), rows)
        return frozenset(DocumentId(str(row[end])) for row in rows for end in ("one", "other"))

    def _candidates(self, mine: Mapping[DocumentId, Collection[str]]) -> list[Pair]:
        """Return the pairs of one of these documents and any other that meet under a key, in order."""
        hubs = self._hubs({key for keys in mine.values() for key in keys})
        led: dict[str, list[DocumentId]] = {}  # keys of which one of these documents is a hub
        pairs: set[Pair] = set()
        for own, keys in mine.items():
            for key in keys:
                pairs.update(_pair_of(own, other) for other in hubs[key] if other != own)
                if own in hubs[key] and len(hubs[key]) == _HUBS:
                    led.setdefault(key, []).append(own)
        table = schema.story_keys
        for row in self._rows(table, table.c.key, led):
            other = DocumentId(row.document_id)
            pairs.update(_pair_of(own, other) for own in led[row.key] if own != other)
        return sorted(pairs)

    def _fingerprint(self, document: Document) -> Fingerprint:
        kept = self._fingerprints
        if document.id not in kept:
            if len(kept) >= _KEPT:
                kept.clear()
            kept[document.id] = fingerprint(document.text)
        return kept[document.id]

    def _regroup(self, document_ids: frozenset[DocumentId]) -> frozenset[DocumentId]:
        """Derive the stories of whole groups of documents anew; return those of which the story changed."""
        table = schema.stories
        before = {
            DocumentId(row.document_id): (StoryId(row.story_id), row.rank)
            for row in self._rows(table, table.c.document_id, document_ids)
        }
        after: dict[DocumentId, tuple[StoryId, int]] = {}
        for members in group(document_ids, self._pairs_among(document_ids)):
            if len(members) > 1:
                story = StoryId(min(members))  # a story is named by the least of its documents
                after |= {key: (story, rank) for rank, key in enumerate(self._by_dirt(members))}
        changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        for part in chunked(sorted(changed)):
            self._connection.execute(delete(table).where(table.c.document_id.in_(part)))
        rows = [
            {"document_id": key, "story_id": after[key][0], "rank": after[key][1]}
            for key in sorted(changed & after.keys())
        ]
        if rows:
            self._connection.execute(insert(table), rows)
        return frozenset(changed)

    def _by_dirt(self, document_ids: Collection[DocumentId]) -> list[DocumentId]:
        """Return the copies of a story, the cleanest first."""
        prints = {document.id: self._fingerprint(document) for document in self.documents(document_ids)}
        return sorted(prints, key=lambda key: (prints[key].dirt, key))

    def _pairs_among(self, document_ids: Collection[DocumentId]) -> Iterator[Pair]:
        table = schema.story_pairs
        for row in self._rows(table, table.c.one, document_ids):
            yield DocumentId(row.one), DocumentId(row.other)


def _moved(
    before: Mapping[str, Sequence[DocumentId]], after: Mapping[str, Sequence[DocumentId]]
) -> frozenset[DocumentId]:
    """Return the documents that have become hubs of a key, or are none any more."""
    return frozenset(
        document
        for key in before.keys() | after.keys()
        for document in frozenset(before.get(key, ())).symmetric_difference(after.get(key, ()))
    )


def _pair_of(one: DocumentId, other: DocumentId) -> Pair:
    return (one, other) if one < other else (other, one)


def _pair_row(pair: Pair, likeness: Likeness) -> Mapping[str, object]:
    return {
        "one": pair[0],
        "other": pair[1],
        "kind": likeness.kind.value,
        "shingles": likeness.shingles,
        "content": likeness.content,
    }
