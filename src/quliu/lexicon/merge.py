"""Merging the files of one name into drafts: checked field by field, not yet checked against one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quliu.errors import LexiconError
from quliu.lexicon.schema import Schema
from quliu.lexicon.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry as its files give it. `files` are those that say something of it, the latest last."""

    id: str
    fields: Mapping[str, object]
    files: tuple[SourceFile, ...]

    def text(self, key: str) -> str:
        """Return a string field that is there."""
        value = self.fields[key]
        if not isinstance(value, str):
            raise TypeError(f"{self.id}.{key} is no string")
        return value

    def maybe(self, key: str) -> str | None:
        """Return a string field, None when it is absent."""
        return self.text(key) if key in self.fields else None

    def items(self, key: str) -> tuple[object, ...]:
        """Return the items of a list field, none when it is absent."""
        value = self.fields.get(key, [])
        if not isinstance(value, list):
            raise TypeError(f"{self.id}.{key} is no list")
        return tuple(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the items of a list of strings, none when it is absent."""
        return tuple([item for item in self.items(key) if isinstance(item, str)])

    def error(self, what: str, key: str | None = None, value: str | None = None) -> LexiconError:
        """Return the error that says what is wrong, at the latest file and line that say it."""
        for file in reversed(self.files):
            if file.line_of(self.id, key, value) is not None:
                return file.error(what, self.id, key, value)
        return self.files[-1].error(what, self.id, key)


def merge_files(sources: Iterable[SourceFile], schema: Schema) -> dict[str, Draft]:
    """Return the drafts by id, in the order in which ids first appear.

    Raises:
        LexiconError: a bad id, an unknown key, a wrong type, or a required field that no file gives.
    """
    drafts: dict[str, Draft] = {}
    for source in sources:
        for entry_id, table in source.tables.items():
            _check_table(source, entry_id, table, schema)
            drafts[entry_id] = _extend(drafts.get(entry_id), entry_id, table, source)
    for draft in drafts.values():
        if missing := schema.find_missing(draft.fields):
            raise draft.error(f"{draft.id!r} lacks {missing!r}; add it")
    return drafts


def _check_table(source: SourceFile, entry_id: str, table: Mapping[str, object], schema: Schema) -> None:
    if complaint := schema.id_check(entry_id):
        raise source.error(complaint, entry_id)
    if fault := schema.find_fault(table):
        key, complaint = fault
        raise source.error(f"{entry_id!r}: {complaint}", entry_id, key)


def _extend(old: Draft | None, entry_id: str, table: Mapping[str, object], source: SourceFile) -> Draft:
    if old is None:
        return Draft(entry_id, table, (source,))
    fields = dict(old.fields)
    for key, value in table.items():
        before = fields.get(key)
        if isinstance(value, list) and isinstance(before, list):
            fields[key] = before + [item for item in value if item not in before]
        else:
            fields[key] = value
    return Draft(entry_id, fields, (*old.files, source))
