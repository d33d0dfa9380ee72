"""Document to claims."""

from quliu.extract.engine import ENGINE, ENGINE_VERSION, Extractor
from quliu.extract.explain import Cue, Explainer, Explanation, Reason

__all__ = ["ENGINE", "ENGINE_VERSION", "Cue", "Explainer", "Explanation", "Extractor", "Reason"]
