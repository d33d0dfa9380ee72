"""Reports as text for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quliu.evaluate.compare import Difference, count_changes
from quliu.evaluate.phenomena import phenomena
from quliu.evaluate.report import RATES, Calibration, Measure, Report


def render_text(report: Report, *, show: bool = False) -> str:
    """Return one line a kind; with `show` also one line for every extra and missing claim, before them.

    Then, where they were measured, the texts without a move that stayed quiet and the calibration.
    """
    lines = list(_tell_findings(report)) if show else []
    lines += [_tell_measure(name, measure) for name, measure in report.measures.items()]
    if report.quiet:
        lines.append(
            f"{'no move expected':16s} none found in {report.quiet.right} of {report.quiet.total} texts"
        )
    if report.calibration:
        lines.append(f"{'calibration':16s} expected error {report.calibration.error:.3f}")
    return "\n".join(lines)


def render_calibration(calibration: Calibration) -> str:
    """Return one line a bin: how sure the guesses were, and how many were right."""
    return "\n".join(
        f"  {found.low:.1f}-{found.high:.1f}  {found.guesses:4d} half-moves"
        f"  confidence {found.mean:.2f}  right {found.share:.2f}"
        for found in calibration.bins
    )


def render_phenomena(found: Mapping[str, Mapping[str, Measure]]) -> str:
    """Return one line for each phenomenon and kind; the meaning of each stands in its first line."""
    meanings = {phenomenon.name: phenomenon.meaning for phenomenon in phenomena()}
    lines = []
    for name, measures in found.items():
        lines.append(f"{name}: {meanings[name]}")
        lines += [f"  {_tell_measure(kind, measure)}" for kind, measure in measures.items()]
    return "\n".join(lines)


def phenomena_to_dict(found: Mapping[str, Mapping[str, Measure]]) -> dict[str, object]:
    """Return the measures of each phenomenon as JSON, rounded to four places."""
    return {
        name: {kind: _measure_to_dict(measure) for kind, measure in measures.items()}
        for name, measures in found.items()
    }


def render_differences(differences: Iterable[Difference]) -> str:
    """Return one line a difference, `+` for the better and `-` for the worse, then counts for each kind."""
    found = tuple(differences)
    lines = [
        f"{'+' if one.change.is_gain else '-'} {one.change:7s} {one.document} {one.what}" for one in found
    ]
    for kind, counts in count_changes(found).items():
        lines.append(f"{kind:16s} " + "  ".join(f"{change} {count}" for change, count in counts.items()))
    return "\n".join(lines) if lines else "no differences"


def differences_to_dict(differences: Iterable[Difference]) -> dict[str, object]:
    """Return the differences and their counts as JSON."""
    found = tuple(differences)
    return {
        "counts": {kind: dict(counts) for kind, counts in count_changes(found).items()},
        "differences": [
            {"change": one.change, "kind": one.kind, "document": one.document, "what": one.what}
            for one in found
        ],
    }


def render_drop(plain: Report, other: Report, name: str) -> str:
    """Return for each kind the F1 of both runs and the points between them."""
    lines = [f"{'F1':16s} {'as it is':>9s} {name:>14s} {'points':>7s}"]
    for kind, measure in plain.measures.items():
        after = other.measures[kind].f1
        lines.append(f"{kind:16s} {measure.f1:9.3f} {after:14.3f} {100 * (after - measure.f1):+7.1f}")
    return "\n".join(lines)


def drop_to_dict(plain: Report, other: Report) -> dict[str, object]:
    """Return for each kind the F1 of both runs and the points between them as JSON."""
    return {
        kind: _rounded(
            {
                "f1": measure.f1,
                "f1_then": other.measures[kind].f1,
                "points": 100 * (other.measures[kind].f1 - measure.f1),
            }
        )
        for kind, measure in plain.measures.items()
    }


def render_json(report: Report, *, show: bool = False) -> dict[str, object]:
    """Return the measures, rounded to four places; with `show` the findings under `findings`."""
    out: dict[str, object] = {name: _measure_to_dict(measure) for name, measure in report.measures.items()}
    if show:
        out["findings"] = [
            {"outcome": finding.outcome.value, "document": finding.document, "what": finding.what}
            for finding in report.findings
        ]
    return out


def beyond_to_dict(report: Report) -> dict[str, object]:
    """Return what the published script lacks: `quiet` and `calibration`, where they were measured."""
    out: dict[str, object] = {}
    if report.quiet:
        out["quiet"] = {"texts": report.quiet.total, "right": report.quiet.right}
    if report.calibration:
        bins = [
            {
                "low": one.low,
                "high": one.high,
                "guesses": one.guesses,
                **_rounded({"mean": one.mean, "right": one.share}),
            }
            for one in report.calibration.bins
        ]
        out["calibration"] = {**_rounded({"error": report.calibration.error}), "bins": bins}
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
