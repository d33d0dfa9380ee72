"""Document to claims."""

from quliu.extract.engine import ENGINE, ENGINE_VERSION, Extractor

__all__ = ["ENGINE", "ENGINE_VERSION", "Extractor"]
