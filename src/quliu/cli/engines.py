"""The engines that read claims in documents, by the name that `--engine` takes."""

from __future__ import annotations

from quliu.extract import ENGINE, ENGINE_VERSION, Extractor
from quliu.lexicon import Lexicon
from quliu.pipeline import Engine

ENGINES = (ENGINE,)


def make_engine(lexicon: Lexicon) -> Engine:
    """Return the engine of rules, the only one so far."""
    return Engine(ENGINE, ENGINE_VERSION, Extractor(lexicon).extract)
