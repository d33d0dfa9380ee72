from __future__ import annotations

from collections.abc import Sequence

import pytest

from quliu.lexicon import Lexicon
from quliu.model import Dispute, Judgement, SourcedClaim, Verdict
from quliu.resolve import person_key, resolve_people
from tests.fuse.factory import article, holding, judge, lately, mention, month, move, post

A, B, C = article("a", "2025-03-10"), article("b", "2025-03-12"), article("c", "2025-09-01")


def people(
    lexicon: Lexicon, claims: Sequence[SourcedClaim], judgements: Sequence[Judgement] = ()
) -> list[tuple[str, ...]]:
    """Return the names of each person found, one entry a person, sorted."""
    return sorted(entity.names for entity in resolve_people(claims, lexicon, judgements).entities)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            A.says(move("杜若川", out="山海")), B.says(move("杜若川", into="云帆")), 1, id="rare-name-alone"
        ),
        pytest.param(
            A.says(holding("杜若川", "山海", "CTO")),
            B.says(holding("杜若川", "云帆", "CEO")),
            2,
            id="rare-name-in-two-places-at-once",
        ),
        pytest.param(
            A.says(holding("杜若川", "江北大学", "教授")),
            B.says(holding("杜若川", "云帆", "首席科学家")),
            1,
            id="professor-with-a-second-post",
        ),
        pytest.param(
            A.says(holding("张伟", "山海")), C.says(holding("张伟", "云帆")), 2, id="common-name-alone"
        ),
        pytest.param(
            A.says(move("张伟", out="腾讯混元")),
            C.says(holding("张伟", "腾讯")),
            1,
            id="common-name-same-company",
        ),
        pytest.param(
            A.says(move("张伟", out="山海", into="云帆")),
            C.says(move("张伟", out="云帆")),
            1,
            id="destination-then-left",
        ),
        pytest.param(
            A.says(move("张伟", into=post(None, "founder"), predecessor="白一舟")),
            C.says(move("张伟", out="山海", successor="白一舟")),
            1,
            id="shared-partner",
        ),
        pytest.param(
            A.says(holding("张伟", "山海", "CEO")),
            C.says(holding("张伟", "云帆", "CEO")),
            2,
            id="role-is-not-enough",
        ),
        pytest.param(
            A.says(holding("罗宾·格林", "山海")), B.says(holding("罗宾格林", "山海")), 1, id="middle-dot"
        ),
    ],
)
def test_two_documents(left: SourcedClaim, right: SourcedClaim, expected: int, lexicon: Lexicon) -> None:
    found = resolve_people([left, right], lexicon, []).entities
    assert sum(entity.name != "白一舟" for entity in found) == expected


def test_one_document_one_name_one_person(lexicon: Lexicon) -> None:
    claims = [A.says(holding("张伟", "山海")), A.says(holding("张伟", "云帆"))]
    assert people(lexicon, claims) == [("张伟",)]


LEFT = move("若川", out=post("山海", "技术总监"), into="云帆")
FULL = move("杜若川", out=post("山海", "技术总监"), into="云帆")


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        pytest.param([A.says(LEFT), B.says(FULL)], [("杜若川", "若川")], id="same-move"),
        pytest.param(
            [A.says(LEFT), B.says(holding("杜若川", "山海", "研究员"))],
            [("杜若川",), ("若川",)],
            id="employer-only",
        ),
        pytest.param(
            [A.says(LEFT), B.says(holding("杜若川", "江北大学", "技术总监"))],
            [("杜若川",), ("若川",)],
            id="role-only",
        ),
        pytest.param(
            [A.says(LEFT), B.says(FULL), C.says(move("白若川", out=post("山海", "技术总监")))],
            [("杜若川",), ("白若川",), ("若川",)],
            id="two-owners",
        ),
        pytest.param(
            [A.says(LEFT), A.says(holding("杜若川", "云帆"))], [("杜若川", "若川")], id="same-document"
        ),
    ],
)
def test_name_without_its_surname(
    claims: list[SourcedClaim], expected: list[tuple[str, ...]], lexicon: Lexicon
) -> None:
    assert people(lexicon, claims) == expected


def test_best_name_is_the_full_one(lexicon: Lexicon) -> None:
    (entity,) = resolve_people([A.says(LEFT), B.says(FULL)], lexicon, []).entities
    assert (entity.name, entity.names) == ("杜若川", ("杜若川", "若川"))


def test_namesake_that_fits_two_people_joins_neither(lexicon: Lexicon) -> None:
    claims = [
        A.says(holding("张伟", "山海")),
        B.says(holding("张伟", "云帆")),
        article("d", "2021-01-01").says(move("张伟", out="山海", into="云帆"), when=month(2020, 5)),
    ]
    resolution = resolve_people(claims, lexicon, [])
    assert len(resolution.entities) == 3
    assert {pair.reason for pair in resolution.pairs} == {"ambiguous", "contradiction"}


def test_second_post_that_one_document_tells_is_no_contradiction(lexicon: Lexicon) -> None:
    both = [C.says(holding("杜若川", org)) for org in ("山海", "云帆")]
    claims = [A.says(holding("杜若川", "山海")), B.says(holding("杜若川", "云帆")), *both]
    assert people(lexicon, claims) == [("杜若川",)]


def test_rare_name_goes_to_the_better_borne_out(lexicon: Lexicon) -> None:
    claims = [article(f"n{n}", "2025-03-10").says(holding("杜若川", "山海")) for n in range(3)]
    claims += [B.says(holding("杜若川", "云帆")), C.says(holding("杜若川", None, "院士"))]
    resolution = resolve_people(claims, lexicon, [])
    owners = {link.entity for link in resolution.links if link.claim in {claims[0].id, claims[-1].id}}
    assert (len(resolution.entities), len(owners)) == (2, 1)


def test_copies_are_folded_and_explained(lexicon: Lexicon) -> None:
    claims = [article(f"n{n}", "2025-03-10").says(holding("张伟", "山海")) for n in range(40)]
    resolution = resolve_people(claims, lexicon, [])
    assert len(resolution.entities) == 1
    assert len(resolution.pairs) == 39
    assert {pair.verdict for pair in resolution.pairs} == {Verdict.SAME}


def test_stale_title_about_a_known_move_is_no_contradiction(lexicon: Lexicon) -> None:
    claims = [
        A.says(holding("张伟", "山海")),
        B.says(holding("张伟", "云帆")),
        C.says(move("张伟", out="山海", into="云帆"), when=month(2025, 2)),
    ]
    assert people(lexicon, claims) == [("张伟",)]


def test_every_slot_is_linked(lexicon: Lexicon) -> None:
    claim = A.says(move("杜若川", into="山海", predecessor="白一舟", successor="关小满"))
    links = resolve_people([claim], lexicon, []).links
    assert [link.slot for link in links] == ["person", "predecessor", "successor"]
    assert len({link.entity for link in links}) == 3


def test_nobody_is_their_own_predecessor(lexicon: Lexicon) -> None:
    claims = [A.says(move("若川", into="山海", predecessor="杜若川")), A.says(move("杜若川", out="山海"))]
    assert people(lexicon, claims) == [("杜若川",), ("若川",)]


def test_merge_is_explained(lexicon: Lexicon) -> None:
    (pair,) = resolve_people([A.says(LEFT), B.says(FULL)], lexicon, []).pairs
    assert (pair.verdict, pair.reason) == (Verdict.SAME, "evidence")
    assert {f.name: f.values for f in pair.features}["company"] == ("shanhai", "yunfan")
    assert pair.score == pytest.approx(sum(feature.weight for feature in pair.features))


KEYS = [person_key(doc.says(move("张伟", out="山海")).document, "张伟") for doc in (A, B, C)]
APART = [A.says(holding("张伟", "山海")), B.says(holding("张伟", "云帆"))]
TOGETHER = [A.says(holding("张伟", "山海")), B.says(holding("张伟", "山海"))]


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_judgement_parts(verdict: Verdict, lexicon: Lexicon) -> None:
    assert len(people(lexicon, TOGETHER, [judge(verdict, KEYS[1], KEYS[0])])) == 2


def test_judgement_joins_against_the_evidence(lexicon: Lexicon) -> None:
    assert people(lexicon, APART, [judge(Verdict.SAME, *KEYS[:2])]) == [("张伟",)]


def test_parting_blocks_chains(lexicon: Lexicon) -> None:
    claims = [*TOGETHER, C.says(holding("张伟", "山海"))]
    found = resolve_people(claims, lexicon, [judge(Verdict.DIFFERENT, *KEYS[:2])])
    assert len(found.entities) == 2


def test_merge_then_its_reversal_is_identity(lexicon: Lexicon) -> None:
    merged, reverted = judge(Verdict.SAME, *KEYS[:2]), judge(Verdict.DIFFERENT, *KEYS[:2], number=2)
    before, after = (resolve_people(APART, lexicon, j) for j in ([], [reverted, merged]))
    assert (before.entities, before.links) == (after.entities, after.links)


def test_parting_then_its_reversal_is_identity(lexicon: Lexicon) -> None:
    parted, reverted = judge(Verdict.DIFFERENT, *KEYS[:2]), judge(Verdict.SAME, *KEYS[:2], number=2)
    before, after = (resolve_people(TOGETHER, lexicon, j) for j in ([], [parted, reverted]))
    assert (before.entities, before.links) == (after.entities, after.links)


def test_judgements_on_unknown_keys_change_nothing(lexicon: Lexicon) -> None:
    judgement = judge(Verdict.SAME, KEYS[0], person_key(C.says(move("x", out="y")).document, "不在"))
    assert resolve_people(APART, lexicon, [judgement]) == resolve_people(APART, lexicon, [])


def test_an_organisation_in_a_dispute_is_no_person(lexicon: Lexicon) -> None:
    dispute = A.says(Dispute(mention("山海"), mention("张伟")))
    assert people(lexicon, [dispute]) == []
    assert people(lexicon, [dispute, A.says(move("张伟", out="山海"), when=lately("2025-03-10"))]) == [
        ("张伟",)
    ]
