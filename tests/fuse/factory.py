"""Builders of claims for the tests of resolve and fuse. All people in them are invented."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from quliu.lexicon import Lexicon, OrgEntry, OrgKind, WorkEntry, WorkKind
from quliu.model import (
    Claim,
    ClaimId,
    DateRange,
    DocumentId,
    Holding,
    Judgement,
    JudgementId,
    Mention,
    Move,
    Post,
    RawOffset,
    SourcedClaim,
    Span,
    Status,
    Verdict,
    When,
)
from quliu.model.claim import Content

SPAN = Span(RawOffset(0), RawOffset(1))


@dataclass(frozen=True, slots=True)
class Article:
    """A document that makes claims, by name and day."""

    name: str
    known_on: date

    def says(
        self,
        content: Content,
        *,
        status: Status = Status.REPORTED,
        when: When | None = None,
        confidence: float = 1.0,
    ) -> SourcedClaim:
        """Return one of its claims; the same words always have the same id."""
        claim = Claim(content, status, SPAN, confidence, when)
        digest = hashlib.sha256(f"{self.name}|{claim!r}".encode()).hexdigest()[:16]
        return SourcedClaim(ClaimId(digest), DocumentId(self.name), self.known_on, None, claim)


def article(name: str, known_on: str) -> Article:
    return Article(name, date.fromisoformat(known_on))


def mention(name: str) -> Mention:
    return Mention(name, name, SPAN)


def post(org: str | None, role: str | None = None) -> Post:
    return Post(mention(org) if org else None, role)


def move(
    person: str,
    *,
    out: Post | str | None = None,
    into: Post | str | None = None,
    predecessor: str | None = None,
    successor: str | None = None,
) -> Move:
    return Move(
        mention(person),
        post(out) if isinstance(out, str) else out,
        post(into) if isinstance(into, str) else into,
        mention(predecessor) if predecessor else None,
        mention(successor) if successor else None,
    )


def holding(person: str, org: str | None, role: str | None = None, *, former: bool = False) -> Holding:
    return Holding(mention(person), mention(org) if org else None, role, former)


def month(year: int, number: int) -> When:
    end = date(year + number // 12, number % 12 + 1, 1)
    return When(DateRange(date(year, number, 1), end), f"{year}年{number}月")


def year(number: int) -> When:
    return When(DateRange(date(number, 1, 1), date(number + 1, 1, 1)), f"{number}年")


def day(text: str) -> When:
    return When(DateRange.day(date.fromisoformat(text)), text)


def lately(known_on: str) -> When:
    """Return 近日 as the extractor reads it in an article of that day."""
    end = date.fromisoformat(known_on) + timedelta(days=1)
    return When(DateRange(None, end), "近日", vague=True)


def judge(verdict: Verdict, subject: str, object_: str | None, *, number: int = 1) -> Judgement:
    made_at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
    return Judgement(JudgementId(number), verdict, subject, object_, "a tester", "for the test", 1.0, made_at)


def org(
    org_id: str,
    name: str,
    *aliases: str,
    parent: str | None = None,
    kind: OrgKind = OrgKind.COMPANY,
    ambiguous: tuple[str, ...] = (),
) -> OrgEntry:
    return OrgEntry(org_id, name, aliases, "test", ambiguous, kind=kind, parent=parent)


TEAM = OrgKind.TEAM


def build_lexicon() -> Lexicon:
    """Return a small lexicon: real companies for real traps, invented ones (山海, 云帆) for the rest."""
    orgs = [
        org("tencent", "腾讯", "Tencent"),
        org("tencent-hunyuan", "腾讯混元", "混元", parent="tencent", kind=TEAM),
        org("tencent-ai-lab", "腾讯AI Lab", parent="tencent", kind=TEAM, ambiguous=("AI Lab",)),
        org("iflytek", "科大讯飞", "讯飞"),
        org("bytedance", "字节跳动", "ByteDance", ambiguous=("字节",)),
        org("bytedance-seed", "字节跳动Seed", "Seed团队", parent="bytedance", kind=TEAM, ambiguous=("Seed",)),
        org("bytedance-ai-lab", "字节跳动AI Lab", parent="bytedance", kind=TEAM, ambiguous=("AI Lab",)),
        org("alibaba", "阿里巴巴", "阿里"),
        org("alibaba-damo", "达摩院", "阿里巴巴达摩院", parent="alibaba", kind=TEAM),
        org("alibaba-qwen", "通义千问", "千问", "Qwen", parent="alibaba", kind=TEAM),
        org("zhipu", "智谱AI", "智谱"),
        org("baichuan", "百川智能"),
        org("google", "谷歌", "Google"),
        org("deepmind", "Google DeepMind", "DeepMind", parent="google", kind=TEAM),
        org("shanhai", "山海智能", "山海"),
        org("yunfan", "云帆科技", "云帆"),
        org("jiangbei", "江北大学", kind=OrgKind.UNIVERSITY),
    ]
    works = [
        WorkEntry("gemini", "Gemini", (), "test", (), kind=WorkKind.MODEL, org="deepmind"),
        WorkEntry("doubao", "豆包", (), "test", (), kind=WorkKind.PRODUCT, org="bytedance"),
    ]
    return Lexicon({o.id: o for o in orgs}, {w.id: w for w in works}, {}, {}, {})
