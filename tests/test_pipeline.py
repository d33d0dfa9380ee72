from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import islice, permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quliu.extract import ENGINE, ENGINE_VERSION, Extractor
from quliu.ingest.read import ReadOptions, read_sources
from quliu.lexicon import Lexicon, load_lexicon
from quliu.model import Claim, Document, EntityId, Incoming, Judgement, JudgementId, Reject, Verdict
from quliu.pipeline import Engine, ReadReport, Tools, doctor, judge, read_into, rebuild, record
from quliu.resolve import person_key
from quliu.store import Ledger, open_ledger
from tests.store.builders import NOW, incoming, read_sentences

Extract = Callable[[Document], Sequence[Claim]]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as opened:
        yield opened


def tools(lexicon: Lexicon, extract: Extract = read_sentences, version: str = "1") -> Tools:
    return Tools(lexicon, Engine("test", version, extract), clock=lambda: NOW)


def digests(ledger: Ledger, *, but: str = "") -> dict[str, str]:
    with ledger.read() as reader:
        return {table: digest for table, digest in reader.digest_derived().items() if table != but}


def faults(ledger: Ledger, lexicon: Lexicon) -> list[str]:
    return [fault for check in doctor(ledger, lexicon) for fault in check.faults]


def test_read_gives_people_and_moves(ledger: Ledger, lexicon: Lexicon) -> None:
    texts = ["孟知远加入青鸾智能。乔望舒离开青鸾智能。", "知远加入青鸾智能。"]
    report = record(ledger, [incoming(text, published_on=date(2026, 2, 3)) for text in texts], tools(lexicon))
    assert replace(report, committed=()) == ReadReport(read=2, known=0, rejected=0, claims=3)
    with ledger.read() as reader:
        assert [entity.name for entity in reader.entities_named("孟知远")] == ["孟知远"]
        assert reader.counts().people == 2
        assert len(reader.moves()) == 2
    assert faults(ledger, lexicon) == []


def test_reading_again_changes_nothing(ledger: Ledger, lexicon: Lexicon, tmp_path: Path) -> None:
    items = [incoming("孟知远加入青鸾智能。"), incoming("乔望舒离开青鸾智能。")]
    record(ledger, items, tools(lexicon))
    before = dump(tmp_path / "ledger.db")
    report = record(ledger, items, tools(lexicon))
    assert (report.read, report.known, report.claims) == (0, 2, 0)
    assert dump(tmp_path / "ledger.db") == before


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def test_files_are_read(ledger: Ledger, lexicon: Lexicon, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("孟知远加入青鸾智能。", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    options = ReadOptions(published_on=date(2026, 2, 3), publisher="晨星报", url=None)
    report = read_into(ledger, [str(folder)], options, tools(lexicon))
    assert (report.read, report.rejected) == (1, 1)
    with ledger.read() as reader:
        (reject,) = reader.rejects()
        assert reject.code == "empty"
        (document,) = reader.documents(reader.document_ids())
        assert (document.publisher, document.published_on) == ("晨星报", date(2026, 2, 3))


def test_newer_engine_supersedes(ledger: Ledger, lexicon: Lexicon) -> None:
    item = incoming("孟知远加入青鸾智能。")
    record(ledger, [item], tools(lexicon))
    record(ledger, [item], tools(lexicon, lambda document: (), version="2"))
    with ledger.read() as reader:
        assert reader.claims_of_document(item.document.id) == ()
        assert len(reader.claims_of_document(item.document.id, superseded=True)) == 1
        assert reader.entities_named("孟知远") == ()
    assert faults(ledger, lexicon) == []


def test_failing_engine_stops_nothing(
    ledger: Ledger, lexicon: Lexicon, caplog: pytest.LogCaptureFixture
) -> None:
    def extract(document: Document) -> Sequence[Claim]:
        if "乔" in document.text:
            raise RuntimeError("cannot read that")
        return read_sentences(document)

    items = [incoming("乔望舒离开青鸾智能。", source="bad.txt"), incoming("孟知远加入青鸾智能。")]
    report = record(ledger, items, tools(lexicon, extract))
    assert (report.read, report.rejected) == (2, 1)
    assert "cannot read that" in caplog.text
    with ledger.read() as reader:
        (reject,) = reader.rejects()
        assert (reject.source, reject.stage) == ("bad.txt", "extract")
    record(ledger, items, tools(lexicon))
    with ledger.read() as reader:
        assert reader.rejects() == ()
        assert len(reader.moves()) == 2


def test_rejects_are_kept_and_half_characters_are_rejected(ledger: Ledger, lexicon: Lexicon) -> None:
    empty = Reject("a\udc80.txt", "ingest", "empty", "nothing in it")
    half = incoming("乔望舒。", source="half.txt")
    half = replace(half, document=replace(half.document, text="\ud800"))
    report = record(ledger, [empty, half], tools(lexicon))
    assert (report.read, report.rejected) == (0, 2)
    with ledger.read() as reader:
        assert [one.code for one in reader.rejects()] == ["empty", "undecodable"]


def test_progress_is_told_after_each_commit(ledger: Ledger, lexicon: Lexicon) -> None:
    told: list[tuple[int, int]] = []

    def progress(report: ReadReport) -> None:
        with ledger.read() as reader:
            stored = {document.id for document in reader.documents(report.committed)}
            assert stored == set(report.committed)
            told.append((report.read, reader.counts().documents))

    items = [incoming(f"第{number}条:孟知远加入青鸾智能。") for number in range(150)]
    record(ledger, items, replace(tools(lexicon), batch_items=64), progress)
    assert len(told) >= 3
    assert all(read == stored for read, stored in told)
    assert told[-1] == (150, 150)


PEOPLE = ("孟知远", "知远", "乔望舒", "乔知远", "孟望舒")
sentences = st.builds(
    lambda person, verb, org, today: f"{person}{verb}{org}{today}。",
    st.sampled_from(PEOPLE),
    st.sampled_from(("加入", "离开", "接替乔望舒加入")),
    st.sampled_from(("青鸾智能", "白泽科技", "千问团队")),
    st.sampled_from(("", ",就在今天")),
)
items_strategy = st.lists(
    st.builds(
        lambda lines, day, publisher: incoming(
            "".join(lines),
            published_on=day and date(2026, 1, 1) + timedelta(days=day),
            publisher=publisher,
        ),
        st.lists(sentences, min_size=1, max_size=3),
        st.none() | st.integers(1, 60),
        st.sampled_from((None, "晨星报", "晚星报")),
    ),
    max_size=8,
)


def read_in_runs(path: Path, items: Sequence[Incoming], size: int, lexicon: Lexicon) -> dict[str, str]:
    """Read items a few at a time; return what was derived, once a rebuild is seen to give the same."""
    with open_ledger(str(path), create=True) as ledger:
        for start in range(0, len(items), size):
            record(ledger, items[start : start + size], tools(lexicon))
        updated = digests(ledger)
        rebuild(ledger, lexicon)
        assert digests(ledger) == updated
        # The numbers of readings tell in which order they were made; nothing else may.
        return digests(ledger, but="standings")


@settings(max_examples=25)
@given(
    items_strategy.flatmap(lambda items: st.tuples(st.just(items), st.permutations(items))), st.integers(1, 8)
)
def test_derived_tables_do_not_depend_on_order_or_runs(
    lexicon: Lexicon, orders: tuple[list[Incoming], list[Incoming]], size: int
) -> None:
    with TemporaryDirectory() as folder:
        at_once = read_in_runs(Path(folder) / "one.db", orders[0], len(orders[0]) or 1, lexicon)
        assert read_in_runs(Path(folder) / "two.db", orders[1], size, lexicon) == at_once


DATES = {"001": date(2026, 3, 4), "002": date(2024, 11, 20)}


def seed_runs(seeds: Sequence[Path]) -> Iterator[tuple[str, ReadOptions]]:
    for seed in seeds:
        yield str(seed), ReadOptions(published_on=DATES.get(seed.name[:3]))


def test_seeds_in_any_order(shared: Path, lexicon: Lexicon, tmp_path: Path) -> None:
    engine = Engine(ENGINE, ENGINE_VERSION, cache(Extractor(lexicon).extract))
    rules = Tools(lexicon, engine, clock=lambda: NOW)
    found: dict[str, str] = {}
    orders = permutations(sorted((shared / "seeds").glob("*.txt")))
    for number, seeds in enumerate(islice(orders, 0, None, 5)):
        with open_ledger(str(tmp_path / f"{number}.db"), create=True) as ledger:
            if number == 0:
                record(ledger, list(read_all(seeds)), rules)
            else:
                for seed, options in seed_runs(seeds):
                    read_into(ledger, [seed], options, rules)
            assert faults(ledger, lexicon) == []
            found = found or digests(ledger, but="standings")
            assert digests(ledger, but="standings") == found


def read_all(seeds: Sequence[Path]) -> Iterator[Incoming | Reject]:
    for seed, options in seed_runs(seeds):
        yield from read_sources([seed], options)


def test_judgement_joins_and_parts(ledger: Ledger, lexicon: Lexicon) -> None:
    items = [incoming("孟知远加入青鸾智能。"), incoming("乔望舒离开白泽科技。")]
    record(ledger, items, tools(lexicon))
    one, other = (
        person_key(item.document.id, name) for item, name in zip(items, ("孟知远", "乔望舒"), strict=True)
    )

    def people_after(verdict: Verdict) -> int:
        judge(ledger, Judgement(JudgementId(0), verdict, one, other, "tester", "asked", 1.0, NOW), lexicon)
        assert faults(ledger, lexicon) == []
        with ledger.read() as reader:
            return reader.counts().people

    assert people_after(Verdict.SAME) == 1
    assert people_after(Verdict.DIFFERENT) == 2


def test_a_rejected_claim_bears_on_nothing(ledger: Ledger, lexicon: Lexicon) -> None:
    items = [
        incoming("孟知远加入青鸾智能。"),
        incoming("孟知远离开白泽科技,就在今天。", published_on=NOW.date()),
    ]
    record(ledger, items, tools(lexicon))
    with ledger.read() as reader:
        ((rejected,), (kept,)) = (reader.claims_of_document(item.document.id) for item in items)

    def claims_told(verdict: Verdict, day: int) -> list[str]:
        made_at = NOW + timedelta(days=day)
        made = Judgement(JudgementId(0), verdict, rejected.id, None, "tester", "read it", 1.0, made_at)
        judge(ledger, made, lexicon)
        assert faults(ledger, lexicon) == []
        with ledger.read() as reader:
            assert reader.claim(rejected.id) == rejected
            return sorted(claim for move in reader.moves() for claim in move.claims)

    assert claims_told(Verdict.REJECT, 0) == [kept.id]
    # What is read again, by whatever version, stays rejected as long as it says the same.
    record(ledger, items, tools(lexicon, version="2"))
    assert claims_told(Verdict.ACCEPT, 1) == sorted([kept.id, rejected.id])


def test_another_lexicon_derives_everything_anew(ledger: Ledger, lexicon: Lexicon, tmp_path: Path) -> None:
    record(ledger, [incoming("孟知远加入青鸾智能。")], tools(lexicon))
    entry = 'qingluan = { name = "青鸾智能", kind = "company", source = "invented" }'
    (tmp_path / "orgs.toml").write_text(entry, encoding="utf-8")
    other = load_lexicon([tmp_path])
    assert "another lexicon" in faults(ledger, other)[0]
    record(ledger, [incoming("乔望舒离开白泽科技。")], tools(other))
    assert faults(ledger, other) == []
    with ledger.read() as reader:
        assert [person.name for person in reader.people_at([EntityId("qingluan")])] == ["孟知远"]


def test_doctor_sees_tampering(ledger: Ledger, lexicon: Lexicon, tmp_path: Path) -> None:
    record(ledger, [incoming("孟知远加入青鸾智能。")], tools(lexicon))
    connection = sqlite3.connect(tmp_path / "ledger.db")
    connection.executescript(
        """
        DROP TRIGGER claims_no_update;
        UPDATE claims SET content = replace(content, '"surface":"孟知远"', '"surface":"孟知近"');
        UPDATE moves SET status = 'confirmed';
        """
    )
    connection.close()
    bad = {check.name: check.faults for check in doctor(ledger, lexicon) if not check.ok}
    assert bad.keys() == {"claims", "derived"}
    assert "孟知近" in bad["claims"][0]
    assert "moves" in bad["derived"][0]


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_metadata_in_any_order(ledger: Ledger, lexicon: Lexicon, order: tuple[int, ...]) -> None:
    text = "孟知远加入青鸾智能,就在今天。"
    seen = (
        incoming(text, source="a"),
        incoming(text, source="b", published_on=date(2026, 2, 3), publisher="晨星报"),
        incoming(text, source="c", published_on=date(2026, 2, 9)),
    )
    for number in order:
        record(ledger, [seen[number]], tools(lexicon))
    with ledger.read() as reader:
        (move,) = reader.moves()
        assert (move.when.start, move.known_on) == (date(2026, 2, 3), date(2026, 2, 3))
    assert faults(ledger, lexicon) == []
