"""The engines that read claims in documents, by the name that `--engine` takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from quliu.cli.options import current_settings
from quliu.extract import ENGINE, ENGINE_VERSION, Explainer, Extractor
from quliu.extract.pool import ExtractorPool
from quliu.lexicon import Lexicon, load_lexicon
from quliu.pipeline import Engine

ENGINES = (ENGINE,)


def make_engine(lexicon: Lexicon) -> Engine:
    """Return the engine of rules, the only one so far; its version names its lexicon too."""
    extractor = Extractor(lexicon)
    version = f"{ENGINE_VERSION}+{lexicon.digest[:8]}"
    return Engine(ENGINE, version, extractor.extract, may_tell=extractor.may_tell)


@contextmanager
def running_engine(lexicon: Lexicon, jobs: int) -> Iterator[Engine]:
    """Give the engine on so many cores; the worker processes end with the block."""
    engine = make_engine(lexicon)
    if jobs == 1:
        yield engine
        return
    with ExtractorPool(partial(load_lexicon, current_settings().lexicon), jobs) as pool:
        yield replace(engine, extract_all=pool.extract_all)


def make_explainer(lexicon: Lexicon) -> Explainer:
    """Return what explains the claims of that engine."""
    return Explainer(Extractor(lexicon), lexicon)
