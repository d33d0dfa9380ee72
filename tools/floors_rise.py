"""Check that no floor of quality/floors.json lies below what it was in an earlier commit.

Run it as `python -m tools.floors_rise`; `.ci/run` does. `quliu eval --floors FILE --raise` lifts them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FLOORS = "quality/floors.json"

Floors = Mapping[str, Mapping[str, Mapping[str, float]]]


def find_lowered(before: Floors, now: Floors) -> Iterator[str]:
    """Yield each floor that is lower now than before, or gone, with both values."""
    for gold, measures in before.items():
        for measure, values in measures.items():
            for value, least in values.items():
                held = now.get(gold, {}).get(measure, {}).get(value)
                if held is None or held < least:
                    yield f"{gold} {measure} {value}: {held}, it was {least}"


def main() -> int:
    """Compare the present floors with those of every commit since this check; 1 where one was lowered."""
    now: Floors = json.loads((ROOT / FLOORS).read_text("utf-8"))
    earlier = (json.loads(_git("show", f"{commit}:{FLOORS}")) for commit in _find_commits())
    lowered = {line for before in earlier for line in find_lowered(before, now)}
    for line in sorted(lowered):
        sys.stderr.write(f"a floor was lowered: {line}\n")
    return 1 if lowered else 0


def _find_commits() -> list[str]:
    """Return the commit that brought this file and those after it that touched the floors."""
    first = _git("log", "--diff-filter=A", "--format=%H", "--", "tools/floors_rise.py").split()[-1:]
    later = _git("log", "--format=%H", f"{first[0]}..HEAD", "--", FLOORS).split() if first else []
    return [*first, *later]


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
