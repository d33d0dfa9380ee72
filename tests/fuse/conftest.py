from __future__ import annotations

import pytest

from quliu.lexicon import Lexicon
from tests.fuse.factory import build_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return build_lexicon()
