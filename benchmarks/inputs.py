"""What `benchmarks.reading` reads: articles as JSON lines and as a web archive, as many as are asked for.

The irrelevant ones are irrelevant articles joined to the length of an ordinary one; each is told apart by a
number in its last line, so that none is a copy of another.
"""

from __future__ import annotations

import gzip
import html
import json
import random
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from benchmarks.texts import join_texts, read_articles

ARTICLE_BYTES = 5_000
ONE_IN = 50
"""How many articles come to one that is relevant."""

_SECTIONS = ("首页", "要闻", "财经", "科技", "汽车", "房产", "体育", "娱乐", "教育", "健康", "视频", "图片")
_COMMENTS = ("写得不错，支持一下。", "学习了。", "图片打不开了，请修一下。", "沙发！", "这个比喻很有意思。")
_SCRIPT = (
    "var q=window.q||[];q.push(['track','page',Date.now()]);"
    "function load(u){var s=document.createElement('script');s.src=u;}"
)
_STYLE = ".main{margin:0 auto;width:1180px}.side li a{color:#333;text-decoration:none;line-height:28px}"


class Articles:
    """Relevant and irrelevant texts of files of JSON lines."""

    def __init__(self, paths: Sequence[Path], is_open: Callable[[str], bool]) -> None:
        texts = list(dict.fromkeys(_take_turns([read_articles(path) for path in paths])))
        self._relevant = [text for text in texts if is_open(text)]
        self.short = [text for text in texts if not is_open(text)]
        self._long = join_texts(self.short, ARTICLE_BYTES, is_open)

    def mixed(self, count: int, *, short: bool = False) -> Iterator[str]:
        """Yield so many texts, one in fifty of them relevant."""
        relevant, others = cycle(self._relevant), cycle(self.short if short else self._long)
        for number in range(count):
            text = next(relevant if number % ONE_IN == 0 else others)
            yield f"{text.rstrip()}\n\n第{number}篇"


def write_lines(path: Path, texts: Iterator[str]) -> None:
    """Write texts as JSON lines with the metadata that collections of news have."""
    with path.open("w", encoding="utf-8") as lines:
        for number, text in enumerate(texts):
            row = {"id": str(number), "text": text, "doc_date": "2026-03-05", "publisher": "云鲤日报"}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def write_pages(path: Path, texts: Iterator[str]) -> None:
    """Write texts as pages of a news site in a web archive, each record compressed by itself."""
    dice = random.Random("pages")
    with path.open("wb") as archive:
        for number, text in enumerate(texts):
            url = f"https://news.example/2026/03/05/{number}.html"
            archive.write(gzip.compress(_record(url, make_page(text, url, dice)), 6))


def make_page(text: str, url: str, dice: random.Random) -> str:
    """Return a page that shows a text, with what stands around an article: menus, related items, comments."""
    lines = [line for line in text.split("\n") if any(map(str.isalpha, line))]
    title, paragraphs = lines[0], "\n".join(f"<p>{html.escape(line)}</p>" for line in lines[1:])
    told = {"@type": "NewsArticle", "headline": title, "datePublished": "2026-03-05T08:00:00+08:00"}
    menu = "".join(f'<li><a href="/{n}/" class="nav">{name}</a></li>' for n, name in enumerate(_SECTIONS * 5))
    related = "".join(_related(n, dice) for n in range(40))
    comments = "".join(_comment(dice) for _ in range(15))
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{html.escape(title)}_云鲤日报</title>
<meta name="keywords" content="新闻,云鲤日报"><meta property="og:title" content="{html.escape(title)}">
<meta property="og:site_name" content="云鲤日报"><link rel="canonical" href="{url}">
<script type="application/ld+json">{json.dumps(told, ensure_ascii=False)}</script>
<style>{_STYLE * 20}</style><script>{_SCRIPT * 20}</script></head>
<body><header><nav><ul class="menu">{menu}</ul></nav></header>
<div class="main"><article class="article"><h1>{html.escape(title)}</h1>
<div class="info">2026-03-05 08:00 来源：云鲤日报</div>
<div class="content">{paragraphs}</div></article>
<aside class="side related"><h3>图集</h3><ul>{related}</ul></aside>
<section id="comments" class="comments">{comments}</section></div>
<footer class="footer"><p>关于我们 | 联系方式 | 版权声明</p></footer>
<script>{_SCRIPT * 10}</script></body></html>"""


def _related(number: int, dice: random.Random) -> str:
    address = f"/2026/03/0{number % 9 + 1}/{dice.randrange(10**6)}.html"
    picture = f'<img src="/i/{number}.jpg" alt="">'
    shown = f"{dice.choice(_SECTIONS)}图集第{dice.randrange(1000)}期"
    return f'<li class="item"><a href="{address}" title="图集">{picture}<span>{shown}</span></a></li>'


def _comment(dice: random.Random) -> str:
    user, told = f"网友{dice.randrange(10**5)}", dice.choice(_COMMENTS)
    return f'<div class="comment"><span class="user">{user}</span><p>{told}</p></div>'


def _record(url: str, page: str) -> bytes:
    body = page.encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-06T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def _take_turns(readers: Sequence[Iterator[str]]) -> Iterator[str]:
    """Yield a text of each reader in turn, so that a part of them is of every one."""
    waiting = list(readers)
    while waiting:
        for reader in list(waiting):
            some = list(islice(reader, 1))
            if not some:
                waiting.remove(reader)
            yield from some
