from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quliu.lexicon import load_lexicon
from quliu.pipeline import Engine, Tools, doctor, rebuild, record
from quliu.query import find_careers, show_story
from quliu.store import Ledger, open_ledger
from quliu.stories import LikenessKind
from quliu.text import to_traditional
from tests.store.builders import NOW, incoming, read_sentences

NEWS = (
    "孟知远加入青鸾智能。公司周三在内部信里宣布了这项任命,他将负责多模态方向的研究,并直接向创始人汇报。"
    "此前他在一所高校任教七年,发表论文四十余篇,两次获得青年学者奖。团队目前共有一百二十人。"
)
OTHER = (
    "乔望舒离开青鸾智能。知情人士说,她的最后一个工作日是上周五,之后会休息一段时间,再决定去向。"
    "青鸾智能没有回应置评请求。她在那里工作了三年,主持过两代语音模型的训练,团队四十人将由副手暂管。"
)
TRADITIONAL = to_traditional(NEWS)
REPOST = f"{NEWS}\n来源:港湾日报\n免责声明:本文仅代表作者观点。"
TRIMMED = NEWS[: NEWS.index("此前")]
COPIES = (NEWS, TRADITIONAL, REPOST, TRIMMED)
LEXICON = load_lexicon()
TOOLS = Tools(LEXICON, Engine("test", "1", read_sentences), clock=lambda: NOW)


def read(ledger: Ledger, texts: Sequence[str]) -> None:
    for number, text in enumerate(texts):
        record(ledger, [incoming(text, published_on=date(2031, 3, 1 + number))], TOOLS)


def digests(ledger: Ledger) -> dict[str, str]:
    with ledger.read() as reader:
        derived = reader.digest_derived()
    return {table: digest for table, digest in derived.items() if table != "standings"}  # numbers of readings


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(str(tmp_path / "ledger.db"), create=True)


def test_copies_are_one_story(ledger: Ledger) -> None:
    read(ledger, [TRADITIONAL, OTHER, REPOST, TRIMMED, NEWS])
    with ledger.read() as reader:
        ids = reader.document_ids()
        (picture,) = show_story(
            reader, reader.copies(ids[0])[0] if len(reader.copies(ids[0])) > 1 else ids[1]
        ).results
    assert len(picture.copies) == len(COPIES)
    assert picture.first == picture.copies[0].document
    repairs = {copy.document: copy.repairs for copy in picture.copies}
    assert repairs[picture.cleanest] == ()
    assert ("script",) in repairs.values()


def test_a_copy_shows_what_it_changed(ledger: Ledger) -> None:
    reworded = NEWS.replace("宣布了这项任命,他将", "公布了此项任命,他会")
    start, _, end = reworded.partition("此前")
    read(ledger, [NEWS, f"{start}消息传出后,同行纷纷祝贺。{end[end.index('。') + 1 :]}"])
    with ledger.read() as reader:
        (picture,) = show_story(reader, reader.document_ids()[0]).results
    told = {copy.document == picture.cleanest: copy for copy in picture.copies}
    assert (told[True].kind, told[False].kind) == (None, LikenessKind.COPY)
    assert told[True].left_out + told[True].added == ()
    ways = [told[False].left_out, told[False].added, *told[False].changed]
    assert [[one[:4] for one in way] for way in ways] == [
        ["此前他在"],
        ["消息传出"],
        ["公司周三", "公司周三"],
    ]


def test_a_story_counts_once(ledger: Ledger) -> None:
    read(ledger, [NEWS])
    (alone,) = belief(ledger)
    read(ledger, [TRADITIONAL, REPOST, TRIMMED])
    assert belief(ledger) == [alone]
    read(ledger, ["孟知远加入青鸾智能。另一家媒体从两名员工那里独立得知此事,并看到了入职邮件和工牌照片。"])
    (more,) = belief(ledger)
    assert more > alone


def belief(ledger: Ledger) -> list[float]:
    with ledger.read() as reader:
        answer = find_careers(reader, "孟知远", LEXICON)
    return [move.belief for career in answer.results for move in career.moves]


def test_the_cleanest_copy_is_quoted_first(ledger: Ledger) -> None:
    read(ledger, [TRADITIONAL, TRIMMED, NEWS])
    with ledger.read() as reader:
        (career,) = find_careers(reader, "孟知远", LEXICON).results
        (first, *_) = career.moves[0].sources
        document = reader.document(first.document)
    assert document is not None
    assert document.text == NEWS


def test_a_damaged_copy_is_read_with_the_help_of_a_clean_one(ledger: Ledger) -> None:
    damaged = NEWS.replace("青鸾智能", "青鸾智").replace("两次获得", "两获得")
    read(ledger, [damaged, NEWS])
    with ledger.read() as reader:
        (career,) = find_careers(reader, "孟知远", LEXICON).results
    (move,) = career.moves
    assert move.into is not None
    assert move.into.org is not None
    assert move.into.org.name == "青鸾智能"
    assert len({source.document for source in move.sources}) == 2


@settings(max_examples=6)
@given(st.permutations([*COPIES, OTHER]), st.integers(1, 3))
def test_any_order_and_a_rebuild_give_the_same(texts: list[str], cut: int) -> None:
    with TemporaryDirectory() as folder:
        together = open_ledger(f"{folder}/one.db", create=True)
        apart = open_ledger(f"{folder}/two.db", create=True)
        dated = [
            incoming(text, published_on=date(2031, 3, 1 + [*COPIES, OTHER].index(text))) for text in texts
        ]
        record(together, sorted(dated, key=lambda one: one.source), TOOLS)
        record(apart, dated[:cut], TOOLS)
        record(apart, dated[cut:], TOOLS)
        assert digests(apart) == digests(together)
        rebuild(apart, LEXICON)
        assert digests(apart) == digests(together)
        assert [fault for check in doctor(apart, LEXICON) for fault in check.faults] == []


def test_an_unknown_or_short_id_is_no_story(ledger: Ledger) -> None:
    read(ledger, [NEWS])
    with ledger.read() as reader:
        (known,) = reader.document_ids()
        assert show_story(reader, known[:10]).total == 1
        assert show_story(reader, known[:3]).total == 0
        assert show_story(reader, "f" * 32).total == 0


FOOT = "本网站刊登的一切内容均由编辑部整理并受版权保护,未经书面许可不得以任何形式转载或使用。"
NAMES = [
    f"{family}{given}" for family in "孟乔白庄骆秦尹" for given in ("知远", "望舒", "见山", "听澜", "怀瑾")
]
NOTICES = [
    f"{name}加入第{number * 37}号研究院。{name}此前在{number * 91}街工作{number}年。\n{FOOT}"
    for number, name in enumerate(NAMES)
]
TOLD_EVERYWHERE = [f"{NEWS}{'。' * number}" for number in range(25)]


@settings(max_examples=4)
@given(st.permutations([*NOTICES, *TOLD_EVERYWHERE, TRIMMED]), st.integers(1, 60))
def test_what_many_share_is_the_same_in_any_order(texts: list[str], cut: int) -> None:
    dated = [incoming(text, published_on=date(2031, 3, 1)) for text in texts]
    with TemporaryDirectory() as folder:
        ledger = open_ledger(f"{folder}/one.db", create=True)
        record(ledger, dated[:cut], TOOLS)
        record(ledger, dated[cut:], TOOLS)
        apart = digests(ledger)
        with ledger.read() as reader:
            sizes = {
                len(reader.copies(one.document.id)) for one in dated if one.document.text in TOLD_EVERYWHERE
            }
        rebuild(ledger, LEXICON)
        assert digests(ledger) == apart
        assert sizes == {len(TOLD_EVERYWHERE) + 1}


def test_a_document_that_tells_nothing_any_more_makes_room(ledger: Ledger) -> None:
    items = [incoming(text, published_on=date(2031, 3, 1)) for text in (*TOLD_EVERYWHERE, *NOTICES)]
    record(ledger, items, TOOLS)
    first = sorted(one.document.id for one in items)[:20]
    newer = Engine("test", "2", lambda one: () if one.id in first else read_sentences(one))
    record(ledger, items, Tools(LEXICON, newer, clock=lambda: NOW))
    before = digests(ledger)
    rebuild(ledger, LEXICON)
    assert digests(ledger) == before
