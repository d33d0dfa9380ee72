from __future__ import annotations

from pathlib import Path

from quliu.cli.engines import make_engine
from quliu.lexicon import load_lexicon
from tests.query.builders import make_lexicon


def test_another_lexicon_is_another_version(tmp_path: Path) -> None:
    bundled, extended = make_engine(load_lexicon()), make_engine(make_lexicon(tmp_path))
    assert bundled.name == extended.name
    assert bundled.version != extended.version
    assert bundled.version == make_engine(load_lexicon()).version
