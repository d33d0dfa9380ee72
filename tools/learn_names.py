"""Learn what Chinese personal names look like, from unlabelled news: `python -m tools.learn_names CORPUS.jsonl.xz`.

Two passes. The first collects names by role words on their left and verbs of saying on their right and counts surnames
and given-name characters; the second finds names with those counts and learns which characters stand before and after
a name. Every row of the result is a natural-log ratio of two relative frequencies: in (or beside) names against in running text.
"""

from __future__ import annotations

import json
import lzma
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from quliu.extract.units.names import NameModel, load_surnames

OUT = Path(__file__).parents[1] / "src/quliu/extract/data/names.tsv"
HAN = "一-鿿"
BEFORE = "(?:首席执行官|创始人|联合创始人|创办人|总裁|副总裁|董事长|总经理|负责人|教授|院长|研究员|博士|科学家|CEO|CTO|CFO|COO|主任|校长|记者|作者|编辑|合伙人|工程师|院士)"
CLAUSE = "(?:^|[,，。、;；:：\\n“”「」（）()])"
SAYS = "(?:表示|认为|指出|坦言|透露|补充|回忆|告诉|强调|直言|解释|宣布|离职|加入了|创办|毕业|曾任|曾在|担任|接受采访)"
AFTER = (
    "(?:表示|称|说|认为|指出|透露|坦言|宣布|告诉|强调|解释|介绍|在|于|和|与|、|,|，|。|等|曾|也|则|离职|加入)"
)
SMOOTH = 300.0  # how many imagined characters the prior weighs
MIN_COUNT = 20
DOTTED = re.compile(
    f"[{HAN}]{{2}}[·・‧•][{HAN}]{{2}}"
)  # the characters next to the dot are surely of the name
SURE = 7.0
LEAST_WORD = -1.0  # what scores less is no name even beside a verb
FUNCTION_WORDS = frozenset("已曾将也在于和的了是为任与就等地这又还都不即被由向从对把并且其则因作仍再没有")
BESIDE = ("before", "after")
LEAST = {"foreign": 2, "surname": 0, "single": 0, "first": 0, "last": 0, "before": 20, "after": 20}


def texts(path: Path) -> Iterator[str]:
    """Yield the texts of a compressed JSON Lines corpus."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def log_ratio(inside: Counter[str], everywhere: Counter[str]) -> dict[str, float]:
    """Return ln(p inside / p everywhere) of every character, smoothed towards the square root of its frequency.

    The prior makes a rare character that was never met in a name likelier there than a common one that was not.
    """
    total_in, total_all = sum(inside.values()), sum(everywhere.values())
    root = sum(math.sqrt(n) for n in everywhere.values())
    return {
        key: math.log(
            (inside[key] + SMOOTH * math.sqrt(count) / root) / (total_in + SMOOTH) / (count / total_all)
        )
        for key, count in everywhere.items()
        if count >= MIN_COUNT or key in inside
    }


def count_name(counts: dict[str, Counter[str]], surname: str, given: str) -> None:
    """Count one name."""
    counts["surname"][surname] += 1
    if len(given) == 1:
        counts["single"][given] += 1
    else:
        counts["first"][given[0]] += 1
        counts["last"][given[1]] += 1


def empty_counts() -> dict[str, Counter[str]]:
    """Return a counter for each table."""
    return {kind: Counter() for kind in ("surname", "single", "first", "last")}


def by_context(corpus: Iterable[str], surnames: frozenset[str]) -> dict[str, Counter[str]]:
    """Count the names that stand between a role and a verb, each once a text."""
    alternatives = "|".join(sorted(surnames, key=len, reverse=True))
    name = f"({alternatives})([{HAN}]{{1,2}}?)"
    patterns = [re.compile(f"{BEFORE} ?{name}(?={AFTER})"), re.compile(f"{CLAUSE}{name}(?={SAYS})", re.M)]
    counts = empty_counts()
    for text in corpus:
        for surname, given in {hit.groups() for pattern in patterns for hit in pattern.finditer(text)}:
            count_name(counts, surname, given)
    return counts


def foreign(corpus: Iterable[str]) -> Counter[str]:
    """Count the characters of dotted names, each name once a text."""
    counts: Counter[str] = Counter()
    for text in corpus:
        for name in set(DOTTED.findall(text)):
            counts.update(re.findall(f"[{HAN}]", name))
    return counts


def by_repetition(corpus: Iterable[str], model: NameModel) -> dict[str, Counter[str]]:
    """Count the likely names that a text repeats and does not also use as part of one longer string."""
    counts = empty_counts()
    for text in corpus:
        for name, times in Counter(
            text[s:e] for s, e, score in model.candidates(text) if score > SURE
        ).items():
            longer = Counter(text[h.end() : h.end() + 1] for h in re.finditer(re.escape(name), text))
            if times >= 2 and name[-1] not in FUNCTION_WORDS and longer.most_common(1)[0][1] <= 0.6 * times:
                surname = model.surname_at(name, 0) or name[0]
                count_name(counts, surname, name[len(surname) :])
    return counts


def beside(corpus: Iterable[str], model: NameModel) -> dict[str, Counter[str]]:
    """Count the characters before and after names that the model is sure of and that a text repeats."""
    counts: dict[str, Counter[str]] = {"before": Counter(), "after": Counter()}
    for text in corpus:
        found = Counter(text[s:e] for s, e, score in model.candidates(text) if score > SURE)
        for name in (n for n, times in found.items() if times >= 3):
            for hit in re.finditer(re.escape(name), text):
                counts["before"][text[max(0, hit.start() - 1) : hit.start()] or "\n"] += 1
                counts["after"][text[hit.end() : hit.end() + 1] or "\n"] += 1
    return counts


def ordinary(corpus: Iterable[str], model: NameModel) -> list[str]:
    """Return the strings that would score as names but stand, over many texts, where names do not."""
    texts_with: Counter[str] = Counter()
    beside: dict[str, float] = {}
    times: Counter[str] = Counter()
    for text in corpus:
        found: Counter[str] = Counter()
        for start, end, score in model.candidates(text):
            if score > LEAST_WORD:
                name = text[start:end]
                found[name] += 1
                around = model.before.get(text[start - 1 : start], 0.0) + model.after.get(
                    text[end : end + 1], 0.0
                )
                beside[name] = beside.get(name, 0.0) + around
        texts_with.update(found.keys())
        times.update(found)
    return sorted(n for n, seen in texts_with.items() if seen >= 20 and beside[n] / times[n] < 0.5)


def tables(counts: dict[str, Counter[str]], everywhere: Counter[str]) -> dict[tuple[str, str], float]:
    """Return the rows of all tables; a surname only if it was met."""
    return {
        (kind, char): value
        for kind, counter in counts.items()
        for char, value in log_ratio(counter, everywhere).items()
        if counter[char] >= LEAST[kind] and _may_stand(kind, char)
    }


def _may_stand(kind: str, char: str) -> bool:
    if kind == "surname":
        return char in load_surnames()
    return kind in BESIDE or (len(char) == 1 and "一" <= char <= "鿿")


def main() -> None:
    """Write the table."""
    corpus = list(texts(Path(sys.argv[1])))
    surnames = load_surnames()
    everywhere: Counter[str] = Counter()
    for text in corpus:
        everywhere.update(text)
        everywhere.update({c: text.count(c) for c in surnames if len(c) > 1 and c in text})
    rows = tables(by_context(corpus, surnames), everywhere)
    rows = tables(by_repetition(corpus, NameModel.from_rows(rows)), everywhere)
    rows |= {
        ("surname", c): 4.0 for c in surnames if len(c) == 1 and ("surname", c) not in rows
    }  # too rare to count
    rows |= tables(beside(corpus, NameModel.from_rows(rows)), everywhere)
    rows |= tables({"foreign": foreign(corpus)}, everywhere)
    words = ordinary(corpus, NameModel.from_rows(rows))
    rows |= {("ordinary", word): 1.0 for word in words}
    shown = {
        k: v
        for k, v in rows.items()
        if k[1].isprintable() and (abs(v) >= 0.3 or k[0] in ("surname", "foreign"))
    }
    lines = [f"{kind}\t{char}\t{value:.2f}" for (kind, char), value in sorted(shown.items())]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
