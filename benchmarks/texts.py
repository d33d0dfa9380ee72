"""The texts that the benchmark reads: real articles by path, and adversarial texts made here."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

TRIGGERS = ("加入", "离开", "担任", "任命", "创立", "接替", "离职", "跳槽", "被解雇", "宣布", "出任", "加盟")
_PIECES = (
    "贾明白加入云鲤科技担任首席科学家",
    "甄有才离开星帆智能",
    "此前林小满曾在望潮实验室负责语音团队",
    "史有据接替郝运来出任副总裁",
    "今年三月周知远与叶知微共同创立了一家公司",
    "他表示新产品将在下个季度发布",
)
_ENGLISH = (
    "Jia Mingbai joined Yunli Technology as chief scientist",
    "Zhen Youcai left Xingfan",
    "Lin Xiaoman was named head of the speech team",
    "the company said the product would ship next quarter",
)


def read_articles(path: Path) -> Iterator[str]:
    """Yield the texts of a file of JSON lines, gzipped or not; lines without a text are left out."""
    open_text = gzip.open if path.suffix == ".gz" else open
    with open_text(path, "rt", encoding="utf-8") as lines:
        yield from (text for line in lines if (text := json.loads(line).get("text")))


def take(texts: Iterator[str], characters: int) -> list[str]:
    """Return texts from the front until they hold so many characters."""
    taken: list[str] = []
    total = 0
    for text in texts:
        if total >= characters:
            break
        taken.append(text)
        total += len(text)
    return taken


def join_texts(texts: Iterable[str], size: int, is_open: Callable[[str], bool]) -> list[str]:
    """Return texts joined to longer ones of at least `size` bytes in UTF-8 that the gate does not open.

    Two texts that it keeps out can open it together: one names a firm, the other has the word for what befell
    it. So each goes to the first piece with which it stays out. Pieces that stay too short are left out.
    """
    pieces: list[str] = []
    for text in texts:
        grown = ((at, f"{piece}\n\n{text}") for at, piece in enumerate(pieces) if len(piece.encode()) < size)
        found = next(((at, piece) for at, piece in grown if not is_open(piece)), None)
        if found is None:
            pieces.append(text)
        else:
            pieces[found[0]] = found[1]
    return [piece for piece in pieces if len(piece.encode()) >= size]


def make_adversarial(name: str, size: int) -> str:
    """Return the adversarial text of this name, of about `size` bytes in UTF-8."""
    text, width = _MAKERS[name], 1 if name.startswith(("english", "brackets")) else 3
    parts: list[str] = []
    length = 0
    for part in text(random.Random(name)):
        parts.append(part)
        length += len(part)
        if length * width >= size:
            break
    return "".join(parts)


def adversarial_names() -> tuple[str, ...]:
    """Return the names that `make_adversarial` takes."""
    return tuple(_MAKERS)


def _forever(make: Callable[[random.Random], str]) -> Callable[[random.Random], Iterator[str]]:
    return lambda dice: chain.from_iterable(iter(lambda: (make(dice),), None))


_MAKERS: Mapping[str, Callable[[random.Random], Iterator[str]]] = {
    "triggers": _forever(lambda dice: dice.choice(TRIGGERS)),
    "brackets open": _forever(lambda _: "("),
    "brackets nested": _forever(lambda dice: dice.choice(("((", "))", "()", "([", "])"))),
    "brackets around names": _forever(lambda dice: f"({dice.choice(_PIECES)})"),
    "no punctuation": _forever(lambda dice: dice.choice(_PIECES)),
    "endless sentence": _forever(lambda dice: dice.choice(_PIECES) + "，"),
    "endless list": _forever(lambda dice: dice.choice(("贾明白", "甄有才", "林小满", "史有据")) + "、"),
    "english endless sentence": _forever(lambda dice: dice.choice(_ENGLISH) + ", and "),
    "english no punctuation": _forever(lambda dice: dice.choice(_ENGLISH) + " "),
}
