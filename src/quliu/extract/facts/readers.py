"""The readers of facts, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping

from quliu.extract.facts import contribution, dispute, funding, reporting
from quliu.extract.facts.contribution import find_charges, find_contributions
from quliu.extract.facts.dispute import find_disputes
from quliu.extract.facts.fact import Fact
from quliu.extract.facts.figure import find_figures
from quliu.extract.facts.funding import find_fundings
from quliu.extract.facts.holding import find_holdings
from quliu.extract.facts.org_change import find_changes
from quliu.extract.facts.parthood import find_parts
from quliu.extract.facts.release import find_releases
from quliu.extract.facts.reporting import find_reporting
from quliu.extract.frames.scene import Scene

Reader = Callable[[Scene], Iterator[Fact]]

READERS: tuple[Reader, ...] = (
    find_holdings,
    find_reporting,
    find_contributions,
    find_charges,
    find_parts,
    find_changes,
    find_disputes,
    find_fundings,
    find_releases,
    find_figures,
)

CUES: Mapping[Hashable, tuple[str, ...]] = {
    find_reporting: reporting.CUES,
    find_contributions: contribution.CUES,
    find_disputes: dispute.CUES,
    find_fundings: funding.CUES,
}
"""For the readers that need one of some words, these words."""
