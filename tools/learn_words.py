"""Learn which words are ordinary, from unlabelled news: `python -m tools.learn_words CORPUS.jsonl.xz`.

Two lists. Latin words that texts write in lower case too, not only as part of a name; pairs of Chinese
characters that many texts have. A capitalised word of the one, and characters that are nothing but the other,
name nobody.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from tools.learn_names import texts

OUT = Path(__file__).parents[1] / "src/quliu/text/data"
LATIN = re.compile("(?<![A-Za-z0-9_@#/.-])[A-Za-z][a-z]{2,}(?![A-Za-z0-9_/.-])")
HAN = re.compile("[一-鿿]{2,}")
# A word written in lower case in so many texts, and at least in this share of those that capitalise it.
LEAST_TEXTS, LEAST_SHARE = 10, 0.15
LEAST_PAIR_TEXTS = 50
PAIRS_A_LINE = 50


def fresh_lines(corpus: Iterable[str]) -> Iterator[str]:
    """Yield each text without lines that one before it had: menus, and headlines on every page of a site."""
    seen: set[bytes] = set()
    for text in corpus:
        lines = {blake2b(line.strip().encode(), digest_size=8).digest(): line for line in text.splitlines()}
        yield "\n".join(line for key, line in lines.items() if key not in seen)
        seen.update(lines)


def main() -> None:
    """Write both lists."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for text in fresh_lines(texts(Path(sys.argv[1]))):
        for word in set(LATIN.findall(text)):
            (lower if word.islower() else upper)[word.lower()] += 1
        pairs.update({run[at : at + 2] for run in HAN.findall(text) for at in range(len(run) - 1)})
    words = [w for w, n in lower.items() if n >= LEAST_TEXTS and n >= LEAST_SHARE * upper[w]]
    (OUT / "latin_words.txt").write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")
    common = sorted(pair for pair, n in pairs.items() if n >= LEAST_PAIR_TEXTS)
    lines = ("".join(common[at : at + PAIRS_A_LINE]) + "\n" for at in range(0, len(common), PAIRS_A_LINE))
    (OUT / "han_pairs.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
