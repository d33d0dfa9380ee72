"""The shapes of people's names: which may be short for which, which are too common to tell people apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from quliu.resolve.identity import is_han, normalise_person

# The characters of most of the fifty most frequent given names in the yearly reports on names (全国姓名报告)
# of the Ministry of Public Security, and the twenty most frequent surnames there, in pinyin.
_COMMON_GIVEN = frozenset("伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚秀英建国华志文红海燕玉兰桂春梅丹雪小林晓东")
_COMMON_ROMANISED = frozenset(
    "wang|li|zhang|liu|chen|yang|huang|zhao|wu|zhou|xu|sun|ma|zhu|hu|guo|he|lin|gao|luo".split("|")  # noqa: SIM905
)


_DOT = re.compile("[·・•‧∙]")


def is_common(name: str) -> bool:
    """Tell whether a name is so frequent that sharing it says little.

    True of every Chinese name of two characters (one given-name character is left to tell people apart), of
    three when both given-name characters are among the most frequent, of a lone Latin word and of a romanised
    Chinese name, which stands for many written ones.
    """
    folded = normalise_person(name)
    if is_han(folded):
        return len(folded) <= 2 or (len(folded) == 3 and set(folded[1:]) <= _COMMON_GIVEN)
    words = folded.split()
    return len(words) < 2 or bool(_COMMON_ROMANISED & {words[0], words[-1]})


def may_be_short(short: str, full: str) -> bool:
    """Tell whether one name may be another that lost its surname or first name.

    知秋 of 易知秋, 韦勒 of 汤姆·韦勒, Weller of Tom Weller. Both as claims give them.
    """
    short_form, full_form = normalise_person(short), normalise_person(full)
    if short_form == full_form or not short_form:
        return False
    if not is_han(short_form):
        return " " not in short_form and full_form.split()[-1:] == [short_form]
    parts = _DOT.split(full)
    if len(parts) > 1 and normalise_person(parts[-1]) == short_form:
        return True
    surname = len(full_form) - len(short_form)
    fits = surname == 1 or (surname == 2 and len(full_form) == 4)
    return len(short_form) > 1 and fits and full_form.endswith(short_form)


def agree(name: str, other: str) -> bool:
    """Tell whether two names may be one person's: equal, or one short for the other."""
    same = normalise_person(name) == normalise_person(other)
    return same or may_be_short(name, other) or may_be_short(other, name)


def choose_name(counts: Mapping[str, int]) -> str:
    """Return the best of a person's names: the longest Chinese one, else the most frequent full one."""
    han = [name for name in counts if is_han(name)]
    if han:
        return min(han, key=lambda name: (-len(normalise_person(name)), -counts[name], name))
    full = [name for name in counts if not any(may_be_short(name, other) for other in counts)]
    return min(full, key=lambda name: (-counts[name], -len(name), name))


def all_agree(names: Collection[str]) -> bool:
    """Tell whether no two of the names must be different people's."""
    ordered = sorted(names)
    return all(agree(a, b) for n, a in enumerate(ordered) for b in ordered[n + 1 :])
