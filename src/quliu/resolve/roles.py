"""When two roles are the same, told in other words or more fully."""

from __future__ import annotations

from functools import lru_cache

# Outlets write a chief officer's title out or shorten it as they please, in either language.
_CHIEFS = {
    "首席执行官": "ceo",
    "行政总裁": "ceo",
    "chief executive officer": "ceo",
    "chief executive": "ceo",
    "首席技术官": "cto",
    "chief technology officer": "cto",
    "chief technical officer": "cto",
    "首席财务官": "cfo",
    "chief financial officer": "cfo",
    "首席运营官": "coo",
    "chief operating officer": "coo",
    "首席产品官": "cpo",
    "chief product officer": "cpo",
    "首席营销官": "cmo",
    "首席市场官": "cmo",
    "chief marketing officer": "cmo",
    "首席信息官": "cio",
    "chief information officer": "cio",
}
_FOUNDING = ("founder", "创始", "创办", "创业", "联创")


def is_founding(role: str | None) -> bool:
    """Tell whether a role is that of a founder."""
    return role is not None and any(word in role.casefold() for word in _FOUNDING)


def roles_agree(role: str | None, other: str | None) -> bool:
    """Tell whether two known roles are the same, one perhaps told more fully; unknown ones never agree."""
    if not role or not other:
        return False
    one, two = normalise_role(role), normalise_role(other)
    return one in two or two in one or (is_founding(role) and is_founding(other))


@lru_cache(maxsize=65_536)
def normalise_role(role: str) -> str:
    """Return the form under which two ways of writing a role are one: case folded, without spaces."""
    folded = role.casefold()
    for title, short in _CHIEFS.items():
        folded = folded.replace(title, short)
    return "".join(folded.split())
