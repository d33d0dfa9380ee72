"""The schema of the lexicon files: which fields an entry may and must have, and of which form.

A check returns a complaint that says what is wrong and how to mend it, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quliu.lexicon.entries import OrgKind, OutletKind, WorkKind

Check = Callable[[object], str | None]

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CLASS = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")


def check_id(value: object) -> str | None:
    """Complain unless the value is an ASCII kebab-case id."""
    if isinstance(value, str) and _ID.fullmatch(value):
        return None
    return (
        f"{value!r} is no id; write lower-case ASCII letters, digits and single hyphens, like 'moonshot-ai'"
    )


def check_class(value: object) -> str | None:
    """Complain unless the value is an ASCII name of a class of words; it may have underscores."""
    if isinstance(value, str) and _CLASS.fullmatch(value):
        return None
    return f"{value!r} is no class of words; write lower-case ASCII letters, digits, '-' and '_', like 'join'"


def check_text(value: object) -> str | None:
    """Complain unless the value is a string that is neither empty nor padded."""
    if not isinstance(value, str):
        return f'must be a string, not {_type_name(value)}; write "..."'
    return None if value and value == value.strip() else "must not be empty or have spaces around it"


def check_texts(value: object) -> str | None:
    """Complain unless the value is a list of different strings."""
    if complaint := _check_items(value):
        return complaint
    if not isinstance(value, list) or len(set(value)) == len(value):
        return None
    return f"{max(value, key=value.count)!r} stands twice; keep one"


def check_words(value: object) -> str | None:
    """Complain unless the value is a list of at least one string; in such long lists a repeat is harmless."""
    return _check_items(value) or (None if value else "must not be empty; remove the class instead")


def _check_items(value: object) -> str | None:
    if not isinstance(value, list):
        return f'must be a list of strings, not {_type_name(value)}; write ["..."]'
    for item in value:
        if complaint := check_text(item):
            return f"item {item!r} {complaint}"
    return None


def check_country(value: object) -> str | None:
    """Complain unless the value has the form of an ISO 3166-1 alpha-2 code."""
    if isinstance(value, str) and _COUNTRY.fullmatch(value):
        return None
    return f"{value!r} is no country; write two capital letters (ISO 3166), like 'CN'"


def check_members(value: object) -> str | None:
    """Complain unless the value is a list of org ids or of tables with `org`, `since`, `until`."""
    if not isinstance(value, list) or not value:
        return 'must be a list of members; write [{ org = "org-id", since = 2024-01-01 }]'
    complaints = (_check_member(item) for item in value)
    return next((complaint for complaint in complaints if complaint), None)


def _check_member(item: object) -> str | None:
    if not isinstance(item, dict):
        return check_id(item)
    if unknown := set(item) - {"org", "since", "until"}:
        return f"member has unknown key {min(unknown)!r}; allowed: org, since, until"
    if complaint := check_id(item.get("org")):
        return complaint
    for key in ("since", "until"):
        if key in item and parse_date(item[key]) is None:
            return f"bad date {item[key]!s} in {key!r}; write a day as 2024-01-31"
    since, until = parse_date(item.get("since")), parse_date(item.get("until"))
    if since and until and since >= until:
        return f"'until' {until} must be later than 'since' {since}"
    return None


def parse_date(value: object) -> date | None:
    """Return the day that a TOML date or an ISO string gives, None for anything else."""
    if type(value) is date:
        return value
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _one_of(kinds: type[StrEnum]) -> Check:
    allowed = {kind.value for kind in kinds}

    def check(value: object) -> str | None:
        if isinstance(value, str) and value in allowed:
            return None
        return f"{value!r} is none of: {', '.join(sorted(allowed))}"

    return check


def _type_name(value: object) -> str:
    names = {bool: "a boolean", int: "a number", float: "a number", str: "a string", list: "a list"}
    return names.get(type(value), "a table" if isinstance(value, dict) else "a date")


@dataclass(frozen=True, slots=True)
class Schema:
    """The fields of one file's entries: all that are allowed, and those that must be there."""

    checks: Mapping[str, Check]
    required: tuple[str, ...]
    id_check: Check = check_id

    def find_fault(self, table: Mapping[str, object]) -> tuple[str, str] | None:
        """Return the first faulty key and the complaint about it; absence is not a fault here."""
        for key, value in table.items():
            check = self.checks.get(key)
            if check is None:
                return key, f"unknown key {key!r}; allowed: {', '.join(self.checks)}"
            if complaint := check(value):
                return key, f"{key!r}: {complaint}"
        return None

    def find_missing(self, table: Mapping[str, object]) -> str | None:
        """Return the first required key that the table lacks."""
        return next((key for key in self.required if key not in table), None)


def _naming(extra: Mapping[str, Check], *required: str) -> Schema:
    common: dict[str, Check] = {"name": check_text, "aliases": check_texts, "ambiguous": check_texts}
    return Schema({**common, **extra, "source": check_text}, ("name", *required, "source"))


_WORDS = Schema({"source": check_text, "words": check_words}, ("source", "words"), check_class)

SCHEMAS: Mapping[str, Schema] = {
    "orgs": _naming({"kind": _one_of(OrgKind), "parent": check_id, "country": check_country}, "kind"),
    "works": _naming({"kind": _one_of(WorkKind), "org": check_id}, "kind"),
    "groups": _naming({"members": check_members}, "members"),
    "outlets": _naming({"kind": _one_of(OutletKind)}, "kind"),
    "cues": _WORDS,
    "roles": _WORDS,
}
"""The schema of each file, by its name without `.toml`."""
