from __future__ import annotations

from pathlib import Path

from quliu.lexicon import Lexicon
from quliu.model import DateRange, Incoming
from quliu.pipeline import Engine, Tools, record
from quliu.query.health import find_faults
from quliu.store import Reader, open_ledger
from tests.query.builders import Article, tell_move


def test_a_sound_ledger_has_no_faults(reader: Reader) -> None:
    assert list(find_faults(reader)) == []


def test_a_claim_that_misses_its_characters_is_named(tmp_path: Path, lexicon: Lexicon) -> None:
    told = Article("题目\n甄有才加入云外科技。", None, tell_move("甄有才", into=("云外科技", None)))
    incoming: Incoming = told.incoming()
    claims = tell_move("贾不见", into=("云外科技", None), when=DateRange())(
        Article("题\n贾不见加入云外科技。", None, tell_move("贾不见", into=("云外科技", None)))
        .incoming()
        .document
    )
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as ledger:
        record(ledger, [incoming], Tools(lexicon, Engine("wrong", "1", lambda _: claims)))
        with ledger.read() as reader:
            faults = list(find_faults(reader))
    assert len(faults) == 2
    assert "person does not stand where it should" in faults[0]
