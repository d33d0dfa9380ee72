"""Answers as tables; `compact` ones, for a terminal, cut long lists of sources.

Only horizontal rules: Chinese takes two columns, which side borders do not forgive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from quliu.cli.cells import (
    SHORT_ID,
    count_copies,
    say_copies,
    say_end,
    say_post,
    say_publisher,
    say_source,
    say_status,
    say_tenure,
    say_when,
    stories,
)
from quliu.cli.output import inert
from quliu.model import Certainty, Origin, Reject
from quliu.query.answer import (
    CareerFact,
    ClaimInContext,
    MoveFact,
    Named,
    OrgPicture,
    StoryCopy,
    StoryPicture,
    TenureFact,
)
from quliu.query.wording import say_published, say_range

_MOST_SOURCES, _MOST_CHARACTERS = 4, 12
"""What a row on a terminal shows of its sources: how many, and how much of the name of each."""

_UNBROKEN = frozenset({"Person", "There?", "When", "Since", "Until", "Status"})
"""Columns that break between words only: half a date or half a name tells nothing."""

_MOST_CHANGES = 3
"""Of each kind of change, how many sentences a story shows."""

_NO_SLOTS = ("status", "attributed_to", "when", "evidence", "confidence", "rule")
"""What every claim has; shown in rows of their own."""


def moves_table(moves: Sequence[MoveFact], *, of_person: bool = False, compact: bool = False) -> Table:
    """Return one row a move; the table of one person does not name them in each row."""
    table = _table(*([] if of_person else ["Person"]), "From", "To", "When", "Status", "Sources")
    for move in moves:
        cells = [] if of_person else [move.person.name]
        cells += [say_post(move.out), say_post(move.into), say_when(move), say_status(move)]
        _add_row(table, cells, move, compact)
    return table


def career_view(career: CareerFact, *, compact: bool = False) -> Group:
    """Return a person's tenures and moves."""
    others = [name for name in career.names if name != career.person.name]
    parts: list[RenderableType] = [
        _heading(career.person.name, f"also: {', '.join(others)}" if others else "")
    ]
    if career.tenures:
        parts += [Text(), tenures_table(career.tenures, compact=compact)]
    if career.moves:
        table = moves_table(career.moves, of_person=True, compact=compact)
        parts += [Text(), _heading("Moves"), table]
    return Group(*parts, Text())


def tenures_table(
    tenures: Sequence[TenureFact], *, of_org: Named | None = None, compact: bool = False
) -> Table:
    """Return one row a tenure; that of an organisation names the person, the organisation by need."""
    dated = of_org is None and any(tenure.certainty for tenure in tenures)
    who, there = ["Person"] if of_org else [], ["There?"] if dated else []
    table = _table(*who, "Post", *there, "Since", "Until", "Status", "Sources")
    for tenure in tenures:
        cells = [tenure.person.name] if of_org else []
        cells += [say_tenure(tenure, within=of_org)]
        cells += [tenure.certainty.value if tenure.certainty else ""] if dated else []
        cells += [say_range(tenure.start), say_end(tenure), say_status(tenure)]
        _add_row(table, cells, tenure, compact)
    return table


def org_view(picture: OrgPicture, *, compact: bool = False) -> Group:
    """Return an organisation: people, who left, who came later, leaders, teams."""
    parent = f"part of {picture.parent.name}" if picture.parent else ""
    parts: list[RenderableType] = [_heading(picture.org.name, parent)]
    sure = [tenure for tenure in picture.people if tenure.certainty is not Certainty.POSSIBLY]
    sections = (
        ("People", sure),
        ("Possibly there", [tenure for tenure in picture.people if tenure not in sure]),
        ("Left", picture.left),
        ("Joined later", picture.joined_later),
        ("Leadership", picture.leadership),
    )
    for title, tenures in sections:
        if tenures:
            table = tenures_table(tenures, of_org=picture.org, compact=compact)
            parts += [Text(), _heading(title), table]
    if picture.teams:
        teams = ", ".join(f"{team.org.name} ({team.people})" for team in picture.teams)
        parts += [Text(), _heading("Teams with people"), Text(inert(teams))]
    return Group(*parts, Text())


def claim_view(found: ClaimInContext) -> Group:
    """Return a claim with the passage that makes it, the evidence marked."""
    source, passage = found.source, found.paragraph
    start, end = source.evidence.start - passage.start, source.evidence.end - passage.start
    before, marked, after = passage.text[:start], passage.text[start:end], passage.text[end:]
    text = Text.assemble(inert(before), "【", (inert(marked), "bold reverse"), "】", inert(after))
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in _claim_rows(found):
        table.add_row(name, Text(inert(value)))
    return Group(text, Text(), table)


def story_view(story: StoryPicture) -> Group:
    """Return the copies of a story by time, then what each changed of the cleanest."""
    table = _table("Published", "Document", "Outlet", "Title", "What it is")
    for copy in story.copies:
        cells = (
            say_published(copy.published_on, copy.published_within),
            copy.document[:SHORT_ID],
            say_publisher(copy.publisher, copy.reposted_by),
            copy.title or "?",
            _say_copy(story, copy),
        )
        table.add_row(*(Text(inert(cell)) for cell in cells))
    parts: list[RenderableType] = [
        _heading(f"story {story.id[:SHORT_ID]}", count_copies(len(story.copies))),
        table,
    ]
    for copy in story.copies:
        lines = [*_say_changes(copy)]
        if lines:
            parts += [Text(), _heading(f"{copy.document[:SHORT_ID]} {copy.publisher or ''}".strip(), "")]
            parts += [Text(inert(line)) for line in lines]
    return Group(*parts, Text())


def _say_copy(story: StoryPicture, copy: StoryCopy) -> str:
    marks = []
    if copy.document == story.first:
        marks.append("first")
    if copy.document == story.cleanest:
        marks.append("cleanest")
    if copy.kind:
        marks.append(copy.kind.value)
    if copy.repairs:
        marks.append(f"repaired: {', '.join(copy.repairs)}")
    counts = (("left out", copy.left_out), ("added", copy.added), ("changed", copy.changed))
    marks += [f"{len(some)} {what}" for what, some in counts if some]
    return "; ".join(marks)


def _say_changes(copy: StoryCopy) -> Iterator[str]:
    for sentence in copy.left_out[:_MOST_CHANGES]:
        yield f"- {sentence}"
    for sentence in copy.added[:_MOST_CHANGES]:
        yield f"+ {sentence}"
    for before, after in copy.changed[:_MOST_CHANGES]:
        yield f"~ {before}"
        yield f"  {after}"
    more = sum(max(0, len(some) - _MOST_CHANGES) for some in (copy.left_out, copy.added, copy.changed))
    if more:
        yield f"and {more} more (--json)"


def rejects_table(rejects: Iterable[Reject]) -> Table:
    """Return one row for each source that could not be read."""
    table = _table("Source", "Stage", "Reason", "What is wrong; what to do")
    for reject in rejects:
        cells = (reject.source, reject.stage, reject.code, reject.message)
        table.add_row(*(Text(inert(cell)) for cell in cells))
    return table


def facts_table(rows: Iterable[tuple[str, str]]) -> Table:
    """Return name and value, one row each."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for name, value in rows:
        table.add_row(Text(name, style="bold"), Text(inert(value)))
    return table


def _claim_rows(found: ClaimInContext) -> list[tuple[str, str]]:
    source = found.source
    rows = [
        ("claim", source.claim),
        ("says", _say_slots(found)),
        ("when", _say_when_of(found)),
        ("status", source.status.value),
        ("according to", source.attributed_to or "the outlet itself"),
        (
            "publisher",
            say_publisher(source.publisher, source.reposted_by)
            + _say_origin(source.named_by, source.publisher_evidence),
        ),
        ("title", source.title or "?"),
        (
            "published",
            say_published(source.published_on, source.published_within)
            + _say_origin(source.dated_by, source.date_evidence),
        ),
        ("url", source.url or ""),
        ("document", f"{source.document} [{source.evidence.start}, {source.evidence.end})"),
        ("confidence", f"{source.confidence:.2f} (rule {source.rule or 'none'})"),
    ]
    return [(name, value) for name, value in rows if value]


def _say_origin(origin: Origin, evidence: str | None) -> str:
    """Return where something was learned and by which words; nothing where that is said already."""
    if origin in (Origin.UNKNOWN, Origin.INFERRED):
        return ""
    return f" ({origin.value}: “{evidence}”)" if evidence else f" ({origin.value})"


def _say_when_of(found: ClaimInContext) -> str:
    """Return the days and the words of the source that they were read from."""
    when = found.says.get("when")
    words = when.get("text") if isinstance(when, Mapping) else None
    days = say_range(found.source.when)
    return f"{days} (“{words}”)" if words else days


def _say_slots(found: ClaimInContext) -> str:
    kind, *slots = list(found.says.items())
    told = [f"{name} {_say_slot(value)}" for name, value in slots if name not in _NO_SLOTS and value]
    return f"{kind[1]}: {', '.join(told)}".replace("_", " ")


def _say_slot(value: object) -> str:
    """Return a slot of a claim in the codec's shape: a mention, a post, a list of mentions, a text."""
    if isinstance(value, Mapping) and "surface" in value:
        same = value["name"] == value["surface"]
        return str(value["name"]) if same else f"{value['name']} (“{value['surface']}”)"
    if isinstance(value, Mapping):
        return " ".join(_say_slot(part) for part in value.values() if part) or "?"
    if isinstance(value, list | tuple):
        return ", ".join(_say_slot(part) for part in value)
    return str(value)


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _add_row(table: Table, cells: Sequence[str], fact: MoveFact | TenureFact, compact: bool) -> None:
    most = _MOST_CHARACTERS if compact else None
    cited = [
        f"{stance}{say_source(source, most_characters=most)}{say_copies(copies)}"
        for stance, source, copies in stories(fact)
    ]
    if compact and len(cited) > _MOST_SOURCES:
        cited = [*cited[:_MOST_SOURCES], f"and {len(cited) - _MOST_SOURCES} more (--json)"]
    texts = [*map(inert, cells), "\n".join(map(inert, cited))]
    for column, text in zip(table.columns, texts, strict=True):
        if column.header in _UNBROKEN:
            column.min_width = max(column.min_width or 0, *map(cell_len, text.split()), 0)
    table.add_row(*map(Text, texts))


def _heading(title: str, remark: str = "") -> Text:
    return Text.assemble((inert(title), "bold"), f"  {inert(remark)}" if remark else "")
