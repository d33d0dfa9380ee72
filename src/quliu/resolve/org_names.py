"""The forms under which an organisation's name may be looked up, and what losing characters does to a name.

Knows spelling only; which organisation a form means is decided in `orgs`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from quliu.resolve.identity import is_han

COMPANY_TAILS = (
    "创始团队",
    "创业团队",
    "高管团队",
    "管理团队",
    "核心团队",
    "管理层",
    "内部",
    "团队",
    "公司",
    "集团",
    "总部",
    "team",
    "inc",
    "inc.",
    "ltd",
    "corp",
    "corp.",
)
"""Words after a name that leave an organisation what it is, longer ones before those they end in."""

TEAM_TAILS = ("系列模型", "大模型", "模型", "团队", "系列")
"""Words after the name of a model or its team that name the same team."""

_UNITS = re.compile(
    "团队|董事会|委员会|实验室|研究院|研究所|研究中心|中心|事业[部群]|部门?$|[部组院所群]$|业务线?|云$|board|lab|team|group|research"
)
_UNIT_THEN_LATIN = re.compile(r"(?:团队|部门?|实验室|研究院|小组)\s*([A-Za-z][A-Za-z0-9 .\-]*)$")
_BRACKETED = re.compile(r"[(\[](.*?)[)\]]")
_SHORTEST_WHOLE = 4
_LINKS = " \t的旗下属-·、"


def name_forms(name: str) -> tuple[str, ...]:
    """Return a name as it stands, less its bracketed part, that part, and a Latin name after a unit word."""
    plain = unicodedata.normalize("NFKC", name).strip()
    inner = [match.group(1) for match in _BRACKETED.finditer(plain)]
    bare = _BRACKETED.sub("", plain)
    latin = [match.group(1) for match in _UNIT_THEN_LATIN.finditer(bare)]
    forms = (form.strip() for form in (plain, bare, *inner, *latin))
    return tuple(dict.fromkeys(form for form in forms if form))


def stems(name: str, tails: tuple[str, ...]) -> Iterator[str]:
    """Yield what is left of a name as general words are taken off its end, one after another."""
    rest = name
    while tail := next((t for t in tails if rest.casefold().endswith(t) and len(rest) > len(t) + 1), None):
        rest = rest[: -len(tail)].rstrip(" 的")
        yield rest


def splits(name: str) -> Iterator[tuple[str, str]]:
    """Yield every way to read a name as a leading name and a rest, the longest leading name first."""
    for cut in range(len(name) - 1, 1, -1):
        if not (_is_latin(name[cut - 1]) and _is_latin(name[cut])):
            yield name[:cut].strip(), name[cut:].lstrip(_LINKS).rstrip()


def names_a_unit(rest: str) -> bool:
    """Tell whether what follows a company's name is the name of one of its parts."""
    return _UNITS.search(rest.casefold()) is not None


def lost_characters(damaged: str, whole: str) -> str | None:
    """Return the characters that `damaged` would have to have lost from `whole`; None when it did not."""
    lost: list[str] = []
    position = 0
    for character in whole:
        if position < len(damaged) and damaged[position] == character:
            position += 1
        else:
            lost.append(character)
    return "".join(lost) if position == len(damaged) and lost else None


def may_have_lost(damaged: str, whole: str, *, most: int) -> bool:
    """Tell whether `damaged` is `whole` less at most `most` characters, Chinese ones only.

    Rewording tools drop Chinese characters (讯混元 for 腾讯混元); a Latin name less a letter is another name.
    """
    if not 0 < len(whole) - len(damaged) <= most:
        return False
    lost = lost_characters(damaged, whole)
    return lost is not None and all(map(is_han, lost))


def names_a_part(name: str, whole: str) -> bool:
    """Tell whether one normalised name is another told more fully, before or after it.

    江北大学商学院 of 江北大学; a name too short to mean one organisation has no parts.
    """
    least = _SHORTEST_WHOLE if is_han(whole) else 2 * _SHORTEST_WHOLE
    return least <= len(whole) < len(name) and (name.startswith(whole) or name.endswith(whole))


def stands_in(spelling: str, text: str) -> bool:
    """Tell whether a normalised spelling stands in a normalised text, not inside a Latin word."""
    at = text.find(spelling)
    if at < 0:
        return False
    around = ((text[at - 1 : at], spelling[0]), (text[at + len(spelling) :][:1], spelling[-1]))
    return not any(outer and _is_latin(outer) and _is_latin(inner) for outer, inner in around)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
