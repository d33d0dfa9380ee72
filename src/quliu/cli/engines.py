"""The engines that read claims in documents, by the name that `--engine` takes."""

from __future__ import annotations

from quliu.extract import ENGINE, ENGINE_VERSION, Explainer, Extractor
from quliu.lexicon import Lexicon
from quliu.pipeline import Engine

ENGINES = (ENGINE,)


def make_engine(lexicon: Lexicon) -> Engine:
    """Return the engine of rules, the only one so far; its version names its lexicon too."""
    return Engine(ENGINE, f"{ENGINE_VERSION}+{lexicon.digest[:8]}", Extractor(lexicon).extract)


def make_explainer(lexicon: Lexicon) -> Explainer:
    """Return what explains the claims of that engine."""
    return Explainer(Extractor(lexicon), lexicon)
