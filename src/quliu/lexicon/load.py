"""Loading the lexicon: the bundled files, merged with the user's own, checked together.

A user's folder holds files of the same names. There a new id adds an entry. The id of an existing entry
changes it: lists (`aliases`, `ambiguous`, `members`, `words`) are extended, single values (`name`, `kind`,
`parent`, `country`, `org`, `source`) replaced, fields not given stay. Later folders change earlier ones.
To make a bundled alias ambiguous, list it as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from quliu.errors import LexiconError
from quliu.lexicon.entries import (
    Entry,
    GroupEntry,
    Membership,
    OrgEntry,
    OrgKind,
    OutletEntry,
    OutletKind,
    WorkEntry,
    WorkKind,
)
from quliu.lexicon.lexicon import Lexicon
from quliu.lexicon.merge import Draft, merge_files
from quliu.lexicon.schema import SCHEMAS, parse_date
from quliu.lexicon.source_file import SourceFile, read_source_file
from quliu.lexicon.validate import check_drafts

E = TypeVar("E", bound=Entry)


def load_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """Return the bundled lexicon, merged with the files of the given folders in order.

    Without folders the result is made once and shared.

    Raises:
        LexiconError: the message starts with `file:line:` and says how to mend it.
    """
    if not extra:
        return _load_bundled()
    drafts = _merge([*_bundled_files(), *_users_files(extra)])
    check_drafts(drafts)
    return _build(drafts)


@cache
def _load_bundled() -> Lexicon:
    # The test suite checks the bundled entries against one another; here that would only cost time.
    return _build(_merge(_bundled_files()))


def _bundled_files() -> Iterator[tuple[str, SourceFile]]:
    folder = files("quliu.lexicon") / "data"
    for stem in SCHEMAS:
        name = f"{stem}.toml"
        yield stem, read_source_file(folder / name, f"quliu/lexicon/data/{name}")


def _users_files(folders: Iterable[Path]) -> Iterator[tuple[str, SourceFile]]:
    expected = ", ".join(f"{stem}.toml" for stem in SCHEMAS)
    for folder in folders:
        if not folder.is_dir():
            raise LexiconError(f"{folder}:1: no such folder; give a folder with any of {expected}")
        for path in sorted(folder.glob("*.toml")):
            if path.stem not in SCHEMAS:
                raise LexiconError(f"{path}:1: not a lexicon file; rename it to one of {expected}")
            yield path.stem, read_source_file(path, str(path))


def _merge(sources: Iterable[tuple[str, SourceFile]]) -> Mapping[str, Mapping[str, Draft]]:
    by_stem: dict[str, list[SourceFile]] = {stem: [] for stem in SCHEMAS}
    for stem, source in sources:
        by_stem[stem].append(source)
    return {stem: merge_files(by_stem[stem], SCHEMAS[stem]) for stem in SCHEMAS}


def _build(drafts: Mapping[str, Mapping[str, Draft]]) -> Lexicon:
    return Lexicon(
        orgs=_freeze(_make_org(draft, drafts["orgs"]) for draft in drafts["orgs"].values()),
        works=_freeze(_make_work(draft) for draft in drafts["works"].values()),
        groups=_freeze(_make_group(draft) for draft in drafts["groups"].values()),
        outlets=_freeze(_make_outlet(draft) for draft in drafts["outlets"].values()),
        words=MappingProxyType({stem: _make_words(drafts[stem]) for stem in ("cues", "roles")}),
    )


def _freeze(entries: Iterable[E]) -> Mapping[str, E]:
    return MappingProxyType({entry.id: entry for entry in entries})


def _make_org(draft: Draft, orgs: Mapping[str, Draft]) -> OrgEntry:
    return OrgEntry(
        *_naming_of(draft),
        kind=OrgKind(draft.text("kind")),
        parent=draft.maybe("parent"),
        country=_country_of(draft, orgs),
    )


def _country_of(draft: Draft, orgs: Mapping[str, Draft]) -> str | None:
    """Return the country of an organisation: its own, else that of the one it is part of."""
    parent = draft.maybe("parent")
    return draft.maybe("country") or (_country_of(orgs[parent], orgs) if parent else None)


def _make_work(draft: Draft) -> WorkEntry:
    return WorkEntry(*_naming_of(draft), kind=WorkKind(draft.text("kind")), org=draft.maybe("org"))


def _make_group(draft: Draft) -> GroupEntry:
    members = tuple(_make_membership(item) for item in draft.items("members"))
    return GroupEntry(*_naming_of(draft), members=members)


def _make_outlet(draft: Draft) -> OutletEntry:
    return OutletEntry(*_naming_of(draft), kind=OutletKind(draft.text("kind")))


def _naming_of(draft: Draft) -> tuple[str, str, tuple[str, ...], str, tuple[str, ...]]:
    texts = draft.texts
    return draft.id, draft.text("name"), texts("aliases"), draft.text("source"), texts("ambiguous")


def _make_membership(item: object) -> Membership:
    if not isinstance(item, dict):
        return Membership(str(item))
    return Membership(item["org"], parse_date(item.get("since")), parse_date(item.get("until")))


def _make_words(drafts: Mapping[str, Draft]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType(
        {name: tuple(dict.fromkeys(draft.texts("words"))) for name, draft in drafts.items()}
    )
