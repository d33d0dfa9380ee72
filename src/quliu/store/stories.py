"""Keeping stories true: which documents are copies of which, whatever order they came in.

Whether two documents are alike depends on their texts alone, and a story is whatever a chain of like pairs
joins. So a new document is compared with those that share a key with it, and only the stories that it joins
change. Documents that tell nothing belong to no story: nothing is counted by them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import Connection, and_, delete, insert, or_, select

from quliu.model import Document, DocumentId, StoryId
from quliu.store import schema
from quliu.store.reader import Reader
from quliu.store.rows import chunked
from quliu.stories import Fingerprint, Likeness, compare, fingerprint, group

__all__ = ["StoryWriter"]

Pair = tuple[DocumentId, DocumentId]

_KEPT = 2048  # fingerprints kept in memory for the next documents of the same story


class StoryWriter(Reader):
    """The part of the writer that keeps stories."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._fingerprints: dict[DocumentId, Fingerprint] = {}

    def refresh_stories(self, document_ids: Collection[DocumentId]) -> frozenset[DocumentId]:
        """Compare documents anew with those like them; return every document whose story is another now."""
        touched = frozenset(document_ids)
        affected = touched | self._fellows(touched)
        self._forget(touched)
        affected |= self._pair(self._telling(touched))
        affected |= self._fellows(affected)
        return self._regroup(affected)

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

    def _forget(self, document_ids: Collection[DocumentId]) -> None:
        keys, pairs = schema.story_keys, schema.story_pairs
        for part in chunked(document_ids):
            self._connection.execute(delete(keys).where(keys.c.document_id.in_(part)))
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

    def _pair(self, documents: Collection[Document]) -> frozenset[DocumentId]:
        """File documents under their keys and record which others they are like; return all in a pair."""
        mine = {document.id: self._fingerprint(document) for document in documents}
        keys = [{"key": key, "document_id": own} for own, it in mine.items() for key in sorted(it.keys)]
        if keys:
            self._connection.execute(insert(schema.story_keys), keys)
        candidates = self._candidates(mine)
        others = {other for pair in candidates for other in pair} - mine.keys()
        prints = mine | {document.id: self._fingerprint(document) for document in self.documents(others)}
        rows = [
            _pair_row(pair, likeness)
            for pair in candidates
            if (likeness := compare(prints[pair[0]], prints[pair[1]])) is not None
        ]
        if rows:
            self._connection.execute(insert(schema.story_pairs), rows)
        return frozenset(DocumentId(str(row[end])) for row in rows for end in ("one", "other"))

    def _candidates(self, document_ids: Collection[DocumentId]) -> list[Pair]:
        """Return the pairs of one of these documents and any other that share a key, in order."""
        mine, theirs = schema.story_keys.alias(), schema.story_keys.alias()
        query = select(mine.c.document_id, theirs.c.document_id).distinct()
        query = query.join(
            theirs, and_(theirs.c.key == mine.c.key, theirs.c.document_id != mine.c.document_id)
        )
        pairs = {
            (DocumentId(min(found)), DocumentId(max(found)))
            for part in chunked(document_ids)
            for found in self._connection.execute(query.where(mine.c.document_id.in_(part)))
        }
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


def _pair_row(pair: Pair, likeness: Likeness) -> Mapping[str, object]:
    return {
        "one": pair[0],
        "other": pair[1],
        "kind": likeness.kind.value,
        "shingles": likeness.shingles,
        "content": likeness.content,
    }
