"""Claims other than moves: who holds a post, reports to whom, built what, and what happened to organisations."""

from quliu.extract.facts.fact import Fact, assemble_facts
from quliu.extract.facts.readers import CUES, READERS

__all__ = ["CUES", "READERS", "Fact", "assemble_facts"]
