"""The invented ledger, once for all tests of questions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quliu.lexicon import Lexicon
from quliu.store import Reader, open_ledger
from tests.query.builders import fill, make_lexicon


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return make_lexicon(tmp_path_factory.mktemp("lexicon"))


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory, lexicon: Lexicon) -> Iterator[Reader]:
    path = tmp_path_factory.mktemp("ledger") / "ledger.db"
    with open_ledger(str(path), create=True) as ledger:
        fill(ledger, lexicon)
        with ledger.read() as snapshot:
            yield snapshot
