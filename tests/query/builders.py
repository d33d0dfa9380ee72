"""A small ledger of invented people, filled by the real pipeline with an engine that is told what to find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from quliu.lexicon import Lexicon, load_lexicon
from quliu.model import (
    Claim,
    DateRange,
    Document,
    Incoming,
    Language,
    Mention,
    Move,
    Origin,
    Post,
    Span,
    Status,
    When,
    document_id,
)
from quliu.model.span import RawOffset
from quliu.pipeline import Engine, Tools, record
from quliu.store import Ledger

ORGS = """\
shanhai = { name = "山海智能", aliases = ["山海"], kind = "company", source = "invented" }
qingniao = { name = "山海青鸟", aliases = ["青鸟团队"], kind = "team", parent = "shanhai", source = "us" }
yunwai = { name = "云外科技", kind = "company", source = "invented" }
"""
GROUPS = """\
[shuangxiong]
name = "北山双雄"
source = "invented"
members = [{ org = "yunwai", until = 2025-01-01 }, { org = "shanhai", since = 2025-01-01 }]
"""
ROLES = """\
[leader]
source = "invented"
words = ["负责人"]

[below]
source = "invented"
words = ["副"]
"""


@dataclass(frozen=True, slots=True)
class Article:
    """A document and, in words that it holds, the moves it tells."""

    text: str
    published_on: date | None
    tells: Callable[[Document], Sequence[Claim]]
    publisher: str | None = None
    url: str | None = None

    def incoming(self) -> Incoming:
        document = Document(
            id=document_id(self.text),
            text=self.text,
            language=Language.HANS,
            title=self.text.splitlines()[0],
            publisher=self.publisher,
            url=self.url,
            published_on=self.published_on,
            dated_by=Origin.GIVEN if self.published_on else Origin.UNKNOWN,
        )
        return Incoming(f"{document.id}.txt", document, self.text.encode())


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(RawOffset(start), RawOffset(start + len(part)))


def mention(text: str, surface: str) -> Mention:
    return Mention(surface, surface, span_of(text, surface))


def tell_move(
    person: str,
    *,
    out: tuple[str, str | None] | None = None,
    into: tuple[str, str | None] | None = None,
    when: DateRange | None = None,
    status: Status = Status.REPORTED,
) -> Callable[[Document], Sequence[Claim]]:
    """Return an engine's finding: one move, its evidence the line with the person."""

    def tell(document: Document) -> Sequence[Claim]:
        text = document.text
        posts = [post and Post(mention(text, post[0]), post[1]) for post in (out, into)]
        found = mention(text, person)
        line = next(line for line in text.splitlines()[1:] if person in line)
        return [
            Claim(
                content=Move(found, out=posts[0], into=posts[1]),
                status=status,
                evidence=span_of(text, line),
                confidence=0.9,
                when=When(when) if when else None,
                rule="told",
            )
        ]

    return tell


def months(first: str, after: str) -> DateRange:
    """Return the days from the first of a month to the first of another, half-open: `2024-08`, `2024-09`."""
    return DateRange(date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{after}-01"))


ARTICLES = (
    Article(
        "青鸟换帅\n甄有才已不再担任青鸟团队负责人。\n他的去向未知。",
        date(2025, 5, 20),
        tell_move("甄有才", out=("青鸟团队", "负责人"), when=months("2025-02", "2025-05")),
        publisher="犀牛周报",
        url="https://example.org/qingniao",
    ),
    Article(
        "青鸟迎新\n吴中生2025年2月加入青鸟团队,任负责人。",
        date(2025, 3, 1),
        tell_move("吴中生", into=("青鸟团队", "负责人"), when=months("2025-02", "2025-03")),
        publisher="犀牛周报",
    ),
    Article(
        "人才流动\n贾文灏于2024年8月离开云外科技,加入山海智能。",
        date(2024, 9, 1),
        tell_move(
            "贾文灏", out=("云外科技", "技术联创"), into=("山海智能", None), when=months("2024-08", "2024-09")
        ),
        publisher="海带新闻",
    ),
    Article(
        "传闻\n据传甄不走将离开山海智能。",
        date(2025, 1, 10),
        tell_move("甄不走", out=("山海智能", "副总裁"), status=Status.RUMOURED),
    ),
    Article(
        "辟谣\n山海智能称甄不走没有离职。",
        date(2025, 1, 20),
        tell_move("甄不走", out=("山海智能", None), status=Status.DENIED),
        publisher="海带新闻",
    ),
)


def write_lexicon(folder: Path) -> Path:
    """Write the invented organisations into a folder; return it."""
    folder.mkdir(exist_ok=True)
    for name, text in (("orgs", ORGS), ("groups", GROUPS), ("roles", ROLES)):
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def make_lexicon(folder: Path) -> Lexicon:
    return load_lexicon([write_lexicon(folder)])


def fill(ledger: Ledger, lexicon: Lexicon, articles: Sequence[Article] = ARTICLES) -> None:
    """Record the articles with the claims they tell."""
    tells = {document_id(article.text): article.tells for article in articles}
    engine = Engine("told", "1", lambda document: tuple(tells[document.id](document)))
    tools = Tools(lexicon, engine, clock=lambda: datetime(2025, 6, 1, tzinfo=UTC))
    record(ledger, [article.incoming() for article in articles], tools)
