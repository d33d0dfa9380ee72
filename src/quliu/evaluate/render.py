"""A report as text for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator

from quliu.evaluate.report import RATES, Measure, Report


def render_text(report: Report, *, show: bool = False) -> str:
    """Return one line a kind; with `show` also one line for every extra and missing claim, before them."""
    lines = list(_tell_findings(report)) if show else []
    lines += [_tell_measure(name, measure) for name, measure in report.measures.items()]
    return "\n".join(lines)


def render_json(report: Report, *, show: bool = False) -> dict[str, object]:
    """Return the measures, rounded to four places; with `show` the findings under `findings`."""
    out: dict[str, object] = {name: _measure_to_dict(measure) for name, measure in report.measures.items()}
    if show:
        out["findings"] = [
            {"outcome": finding.outcome.value, "document": finding.document, "what": finding.what}
            for finding in report.findings
        ]
    return out


def _tell_findings(report: Report) -> Iterator[str]:
    for finding in report.findings:
        yield f"  {finding.outcome:7s} {finding.document} {finding.what}"


def _tell_measure(name: str, measure: Measure) -> str:
    rates = [f"{rate} {measure.rates[rate].share:.2f}" for rate in RATES if rate in measure.rates]
    scores = f"P {measure.precision:.3f} R {measure.recall:.3f} F1 {measure.f1:.3f}"
    counts = f"(tp {measure.right} fp {measure.extra} fn {measure.missed})"
    return " ".join([f"{name:16s} {scores}  {counts}", *rates])


def _measure_to_dict(measure: Measure) -> dict[str, float]:
    scores = {"p": measure.precision, "r": measure.recall, "f1": measure.f1}
    counts = {"tp": measure.right, "fp": measure.extra, "fn": measure.missed}
    rates = {rate: measure.rates[rate].share for rate in RATES if rate in measure.rates}
    return {**_rounded(scores), **counts, **_rounded(rates)}


def _rounded(values: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in values.items()}
