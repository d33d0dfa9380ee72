"""Who moved: fused moves by person, organisation, group, side, time and status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from quliu.errors import UsageError
from quliu.fuse import Career, FusedMove, FusedPost
from quliu.lexicon import GroupEntry, Lexicon
from quliu.model import DateRange, Entity, EntityId, Side, Status
from quliu.query.answer import Answer, MoveFact
from quliu.query.cite import cite_moves
from quliu.query.known import careers_known_on
from quliu.query.subjects import find_group, find_orgs, find_people, with_teams
from quliu.store import MoveFilter, Reader


@dataclass(frozen=True, slots=True)
class MoveQuery:
    """Which moves to find; a field that is None does not restrict.

    Attributes:
        person: any name of the person.
        org: any name of an organisation; its teams count too.
        group: a by-name for several organisations; each counts while it was a member.
        side: of the organisation or group: who left it (out), who joined it (into).
        since: leave out what surely happened before this day.
        until: leave out what surely happened on or after this day.
        known_on: use only what was public by the end of this day.
        limit: how many to return, the latest first.
    """

    person: str | None = None
    org: str | None = None
    group: str | None = None
    side: Side | None = None
    since: date | None = None
    until: date | None = None
    status: Status | None = None
    known_on: date | None = None
    limit: int | None = None


def find_moves(reader: Reader, wanted: MoveQuery, lexicon: Lexicon) -> Answer[MoveFact]:
    """Return the moves that a query lets through, the latest first; of one day those known last first.

    Raises:
        UsageError: the lexicon has no such group, or the query names both an organisation and a group.
    """
    if wanted.org and wanted.group:
        raise UsageError("ask for an organisation or for a group, not for both")
    group = find_group(wanted.group, lexicon) if wanted.group else None
    if wanted.known_on is None and group is None:
        return _answer_from_store(reader, wanted, _make_filter(reader, wanted, None, lexicon))
    fused, people = _gather(reader, wanted, group, lexicon)
    moves = sorted(fused, key=lambda move: move.id)
    moves.sort(key=lambda move: (_day_of(move), move.known_on), reverse=True)
    return _answer(reader, wanted, moves[: wanted.limit], people=people, total=len(moves))


def _answer_from_store(reader: Reader, wanted: MoveQuery, conditions: MoveFilter) -> Answer[MoveFact]:
    moves = reader.moves(conditions, limit=wanted.limit)
    people = {person.id: person for person in reader.entities({move.person for move in moves})}
    return _answer(reader, wanted, moves, people=people, total=reader.count_moves(conditions))


def _answer(
    reader: Reader,
    wanted: MoveQuery,
    moves: Sequence[FusedMove],
    *,
    people: Mapping[EntityId, Entity],
    total: int,
) -> Answer[MoveFact]:
    query = {field.name: getattr(wanted, field.name) for field in fields(wanted)}
    return Answer(query, cite_moves(reader, moves, people), total)


def _make_filter(reader: Reader, wanted: MoveQuery, group: GroupEntry | None, lexicon: Lexicon) -> MoveFilter:
    people = None
    if wanted.person is not None:
        found = find_people(reader, wanted.person, known_on=wanted.known_on, lexicon=lexicon)
        people = frozenset(career.person.id for career in found)
    return MoveFilter(
        people=people,
        orgs=_find_org_ids(wanted, group, lexicon),
        side=wanted.side,
        since=wanted.since,
        until=wanted.until,
        statuses=None if wanted.status is None else (wanted.status,),
    )


def _find_org_ids(
    wanted: MoveQuery, group: GroupEntry | None, lexicon: Lexicon
) -> frozenset[EntityId] | None:
    if group is not None:
        roots = [EntityId(member.org) for member in group.members]
    elif wanted.org is not None:
        roots = [ref.id for ref in find_orgs(wanted.org, lexicon)]
    else:
        return None
    return frozenset(org for root in roots for org in with_teams(root, lexicon))


def _gather(
    reader: Reader, wanted: MoveQuery, group: GroupEntry | None, lexicon: Lexicon
) -> tuple[list[FusedMove], dict[EntityId, Entity]]:
    """Return moves and people where the store cannot filter: an earlier day's knowledge, memberships."""
    conditions = _make_filter(reader, wanted, group, lexicon)
    if wanted.known_on is None:
        moves: Sequence[FusedMove] = reader.moves(conditions)
        people = {person.id: person for person in reader.entities({move.person for move in moves})}
    else:
        careers = _careers_then(reader, wanted, wanted.known_on, conditions, lexicon)
        moves = [move for career in careers for move in career.moves if _passes(move, conditions)]
        people = {career.person.id: career.person for career in careers}
    if group is not None:
        moves = _keep_of_group(moves, group, wanted.side, lexicon)
    return list(moves), people


def _careers_then(
    reader: Reader, wanted: MoveQuery, known_on: date, conditions: MoveFilter, lexicon: Lexicon
) -> tuple[Career, ...]:
    if wanted.person is not None:
        return find_people(reader, wanted.person, known_on=known_on, lexicon=lexicon)
    return careers_known_on(reader, lexicon, reader.blocks_at(conditions.orgs, known_on), known_on)


def _passes(move: FusedMove, conditions: MoveFilter) -> bool:
    """Tell what the store's own filter tells, of a move that is not in the store."""
    posts = _posts(move, conditions.side)
    orgs = conditions.orgs
    at_orgs = orgs is None or any(post.org in orgs or post.parent in orgs for post in posts)
    of_status = conditions.statuses is None or move.status in conditions.statuses
    of_person = conditions.people is None or move.person in conditions.people
    return bool(posts) and at_orgs and of_status and of_person and _in_time(move, conditions)


def _posts(move: FusedMove, side: Side | None) -> tuple[FusedPost, ...]:
    sides = ((Side.OUT, move.out), (Side.INTO, move.into))
    return tuple(post for of, post in sides if post is not None and side in (None, of))


def _in_time(move: FusedMove, conditions: MoveFilter) -> bool:
    days = _days_of(move)
    late = conditions.until is not None and days.first >= conditions.until
    early = conditions.since is not None and days.last < conditions.since
    return not (late or early)


def _days_of(move: FusedMove) -> DateRange:
    return DateRange.day(move.known_on) if move.when.is_unknown else move.when


def _day_of(move: FusedMove) -> date:
    return move.when.start or move.when.end or move.known_on


def _keep_of_group(
    moves: Sequence[FusedMove], group: GroupEntry, side: Side | None, lexicon: Lexicon
) -> list[FusedMove]:
    """Return the moves from or to an organisation that was a member then, or one of its teams."""
    teams = [(member.during, with_teams(EntityId(member.org), lexicon)) for member in group.members]

    def is_of_group(move: FusedMove) -> bool:
        days = _days_of(move)
        orgs = {org for post in _posts(move, side) for org in (post.org, post.parent)}
        return any(orgs & those for during, those in teams if during.intersect(days) is not None)

    return [move for move in moves if is_of_group(move)]
