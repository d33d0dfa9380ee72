"""Six kinds of copies of a text, as sites that live on the news of others make them; seeded, repeatable."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from opencc import OpenCC

from quliu.evaluate.damage import parse_damage
from quliu.evaluate.gold import GoldDocument
from quliu.text import find_sentences

ORIGINAL = "original"
KINDS = ("repost", "trim", "spin", "traditional", "pinyin", "rewording")
DIGEST = "digest"

_DATA = Path(__file__).parent / "data"
_HEADERS = (
    "# {title}\n\n2031-04-02 09:14:55 · 作者: 编者甲 · 浏览: 318\n\n",
    "首页 > 资讯 > 正文\n{title}\n来源:搬运工观察 责任编辑:文小抄\n",
    "{title}\n文丨转转科技\n出品丨转转科技编辑部\n",
    "* [首页](/)\n* [科技](/tech)\n* [财经](/money)\n* [人物](/people)\n\n{title}\n\n"
    "发布时间:2031年5月6日 21:08\n",
)
_FOOTERS = (
    "\n\n免责声明:本文观点仅代表作者本人,不构成任何投资建议。如有侵权请联系删除。\n页: [1]",
    "\n标签:大模型 人才 高管变动\n微信扫一扫,分享到朋友圈\n上一篇:股市早参考",
    "\n(责任编辑:文小抄)\n相关阅读\n手机行业的下一个十年\n十款好用的效率工具\n点赞、转发、在看一键三连",
    "\n本文由转转科技授权发布,未经许可,禁止转载。\n关注我们,每天了解科技圈",
)
_ADVERTS = (
    "还在为获客难题发愁?快客营销云一站式解决方案助力企业低成本获客,欢迎咨询官网 https://kuaike.example/a?x=1",
    "好耳朵翻译机,领先的口语品牌,粉丝专享优惠,立即购买 https://haoerduo.example/buy",
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A text of the test set: its story, and how it was made.

    Attributes:
        story: the id of the original that it is or was made of; that of itself for a digest.
        event: reports of one event share it; they are different stories all the same.
        kind: `original`, one of KINDS, or `digest`.
    """

    story: str
    event: str
    kind: str
    text: str


def load_half(half: str) -> list[Paper]:
    """Return all texts of a half: `odd` is for measuring, `even` for choosing thresholds."""
    originals = [json.loads(line) for line in (_DATA / f"{half}.jsonl").read_text("utf-8").splitlines()]
    papers = [paper for original in originals for paper in _copies(original)]
    return [*papers, *_digests(half, [original["text"] for original in originals])]


def _copies(original: Mapping[str, str]) -> Iterator[Paper]:
    text, story = original["text"], original["id"]
    dice = random.Random(f"stories {story}")
    yield Paper(story, story[:-1], ORIGINAL, text)
    for kind in KINDS:
        copy = _MAKERS[kind](text, dice) if kind in _MAKERS else original[kind]
        yield Paper(story, story[:-1], kind, copy)


def _digests(half: str, texts: Sequence[str]) -> Iterator[Paper]:
    """Yield a digest written by hand, and two made of whole titles and first sentences, word for word."""
    written = {row["id"]: row["text"] for row in map(json.loads, _lines("digests.jsonl"))}
    yield Paper(f"{half} digest", "", DIGEST, written["d1" if half == "odd" else "d2"])
    for number, chosen in enumerate((texts[::4], texts[1::5])):
        items = (" ".join(text.splitlines()[0:1]) + "\n" + _lead(text) for text in chosen)
        yield Paper(f"{half} leads {number}", "", DIGEST, "港湾日报早报\n" + "\n".join(items))


def _lines(name: str) -> list[str]:
    return (_DATA / name).read_text("utf-8").splitlines()


def _lead(text: str) -> str:
    first = text.splitlines()[1]
    span = find_sentences(first)[0]
    return first[span.start : span.end]


def _repost(text: str, dice: random.Random) -> str:
    title, *paragraphs = text.splitlines()
    paragraphs.insert(dice.randint(1, len(paragraphs)), dice.choice(_ADVERTS))
    return dice.choice(_HEADERS).format(title=title) + "\n".join(paragraphs) + dice.choice(_FOOTERS)


def _trim(text: str, dice: random.Random) -> str:
    """Keep a run of whole sentences, 35 to 70% of the text; most sites keep the beginning."""
    sentences = [text[span.start : span.end] for span in find_sentences(text)]
    at = dice.choice((0, 0, 0, 1, 2))
    least = dice.uniform(0.35, 0.5) * len(text)
    kept = ""
    while at < len(sentences) and len(kept) < least:
        if kept and len(kept) + len(sentences[at]) > 0.7 * len(text):
            break
        kept += sentences[at] + (" " if sentences[at][-1].isascii() else "")
        at += 1
    return kept


def _spin(text: str, dice: random.Random) -> str:
    """Half of all everyday words give way to others, and one character in a hundred is lost."""
    for damage in ("spin:0.5", "drop:0.01"):
        text = _damaged(text, damage, dice)
    return text


def _damaged(text: str, damage: str, dice: random.Random) -> str:
    document = GoldDocument(id=str(dice.random()), text=text, doc_date=None, claims=())
    return parse_damage(damage).apply(document).text


def _traditional(text: str, _: random.Random) -> str:
    """Traditional script with the words of Taiwan: 软件 is 軟體, 网络 is 網路."""
    return str(_taiwan().convert(text))


def _pinyin(text: str, dice: random.Random) -> str:
    return _damaged(text, "pinyin", dice)


@cache
def _taiwan() -> OpenCC:
    return OpenCC("s2twp")


_MAKERS: Mapping[str, Callable[[str, random.Random], str]] = {
    "repost": _repost,
    "trim": _trim,
    "spin": _spin,
    "traditional": _traditional,
    "pinyin": _pinyin,
}
