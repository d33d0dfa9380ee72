"""What must hold for any set of claims: order never matters, twice is once, blocks stand alone."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from quliu.fuse import Career, fuse_person
from quliu.model import (
    ClaimId,
    DateRange,
    Entity,
    Holding,
    Judgement,
    Move,
    SourcedClaim,
    Status,
    Verdict,
    When,
)
from quliu.resolve import Link, block_of, blocks_of, keys_of, person_key, resolve_people
from tests.fuse.factory import Article, build_lexicon, holding, judge, mention, move, post

LEXICON = build_lexicon()
NAMES = ["杜若川", "若川", "白若川", "张伟", "Robin Greenfield", "Greenfield"]
ORGS = ["字节", "Seed", "阿里", "千问", "达摩院", "山海", "云帆", "讯", "讯混元", "无名工坊", None]
ROLES = ["CTO", "技术负责人", "负责人", "founder", None]
DAYS = st.dates(date(2019, 1, 1), date(2026, 6, 1))

posts = st.builds(post, st.sampled_from(ORGS), st.sampled_from(ROLES))
others = st.none() | st.sampled_from(NAMES)
moves = st.builds(
    lambda person, out, into, who: move(
        person, out=out, into=into, predecessor=who if who != person else None
    ),
    st.sampled_from(NAMES),
    posts,
    st.none() | posts,
    others,
)
holdings = st.builds(
    lambda *a: holding(a[0], a[1], a[2], former=a[3]),
    st.sampled_from(NAMES),
    st.sampled_from(ORGS),
    st.sampled_from(ROLES),
    st.booleans(),
)
whens = st.none() | st.builds(
    lambda start, days, vague: When(
        DateRange(None if vague and days % 2 else start, start + timedelta(days=days)), vague=vague
    ),
    DAYS,
    st.integers(1, 400),
    st.booleans(),
)
articles = st.sampled_from([Article(name, date(2019 + n, 3 * n + 1, 9)) for n, name in enumerate("abcd")])
claims = st.builds(
    lambda article, content, status, when, sure: article.says(
        content, status=status, when=when, confidence=sure
    ),
    articles,
    moves | holdings,
    st.sampled_from(Status),
    whens,
    st.floats(0, 1),
)
claim_sets = st.lists(claims, max_size=9)


def _careers(found: list[SourcedClaim], judgements: list[Judgement]) -> list[Career]:
    by_id = {claim.id: claim for claim in found}
    resolution = resolve_people(found, LEXICON, judgements)
    told = [(link.entity, by_id[link.claim]) for link in resolution.links if link.slot == "person"]
    return [
        fuse_person(person, [claim for entity, claim in told if entity == person.id], LEXICON)
        for person in resolution.entities
    ]


def _judgements(found: list[SourcedClaim], data: st.DataObject) -> list[Judgement]:
    keys = sorted({key for claim in found for key in keys_of(claim)})
    if not keys:
        return []
    verdicts = st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE])
    picks = data.draw(st.lists(st.tuples(verdicts, st.sampled_from(keys), st.sampled_from(keys)), max_size=4))
    return [judge(verdict, a, b, number=n) for n, (verdict, a, b) in enumerate(picks)]


@given(claim_sets, st.data())
def test_order_never_matters(found: list[SourcedClaim], data: st.DataObject) -> None:
    judgements = _judgements(found, data)
    mixed, mixed_judgements = data.draw(st.permutations(found)), data.draw(st.permutations(judgements))
    assert resolve_people(found, LEXICON, judgements) == resolve_people(mixed, LEXICON, mixed_judgements)
    assert _careers(found, judgements) == _careers(mixed, mixed_judgements)


@given(claim_sets)
def test_claims_told_twice_change_nothing(found: list[SourcedClaim]) -> None:
    assert resolve_people(found + found, LEXICON, []) == resolve_people(found, LEXICON, [])
    assert _careers(found + found, []) == _careers(found, [])


@given(claim_sets)
def test_blocks_stand_alone(found: list[SourcedClaim]) -> None:
    whole = resolve_people(found, LEXICON, [])
    entities: list[Entity] = []
    links: list[Link] = []
    for block in {block for claim in found for block in blocks_of(claim.claim)}:
        mine = [claim for claim in found if block in blocks_of(claim.claim)]
        part = resolve_people(mine, LEXICON, [], blocks={block})
        entities += part.entities
        links += part.links
    assert tuple(sorted(entities, key=lambda e: e.id)) == whole.entities
    assert tuple(sorted(links)) == whole.links


@given(claim_sets, st.data())
def test_every_slot_has_one_owner_and_every_owner_a_block(
    found: list[SourcedClaim], data: st.DataObject
) -> None:
    resolution = resolve_people(found, LEXICON, _judgements(found, data))
    assert len({(link.claim, link.slot) for link in resolution.links}) == len(resolution.links)
    assert {link.entity for link in resolution.links} == {entity.id for entity in resolution.entities}
    assert len({entity.id for entity in resolution.entities}) == len(resolution.entities)


@given(claim_sets, st.data())
def test_a_merge_reversed_is_as_if_never_made(found: list[SourcedClaim], data: st.DataObject) -> None:
    keys = sorted({key for claim in found for key in keys_of(claim)})
    if len(keys) < 2:
        return
    pair = data.draw(st.lists(st.sampled_from(keys), min_size=2, max_size=2, unique=True))
    reverse = judge(Verdict.DIFFERENT, *pair, number=2)
    merged_then_parted = resolve_people(found, LEXICON, [judge(Verdict.SAME, *pair), reverse])
    assert merged_then_parted == resolve_people(found, LEXICON, [reverse])


@given(claim_sets)
def test_careers_account_for_every_claim(found: list[SourcedClaim]) -> None:
    careers = _careers(found, [])
    told = [
        claim for career in careers for fused in career.moves for claim in (*fused.claims, *fused.against)
    ]
    assert len(told) == len(set(told))
    assert set(told) == {claim.id for claim in found if isinstance(claim.claim.content, Move)}
    known: set[ClaimId] = {claim.id for claim in found}
    for career in careers:
        assert len({t.id for t in career.tenures}) == len(career.tenures)
        for tenure in career.tenures:
            assert 0 <= tenure.belief <= 1
            assert {support.claim for support in tenure.supports} <= known


@settings(max_examples=50)
@given(claim_sets)
def test_told_events_never_lie_after_the_last_day_known(found: list[SourcedClaim]) -> None:
    undated = [claim for claim in found if claim.claim.when is None and claim.claim.status is Status.REPORTED]
    for career in _careers(undated, []):
        for fused in career.moves:
            assert fused.when.last <= max(claim.known_on for claim in undated)


def test_names_used_here_cover_the_traps() -> None:
    assert block_of("若川") == block_of("杜若川") == block_of("白若川")
    content: Holding = holding("若川", "山海")
    assert person_key(Article("a", date(2025, 1, 1)).says(content).document, mention("若川").name)
