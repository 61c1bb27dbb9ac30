"""
Whether verdicts depend on how busy the machine is: one class graded again under full load.

    python benchmarks/grader_stability.py [--runs N] [--busy N] [--seed N] [NAME]

A sample class (right, not begun, half done, mistaken, failing, endless, malformed, missing) is
graded afresh N times with the seed of the first run, while busy processes compete for every core.
The records are compared byte by byte, without the times and the memory that were used. Prints the
number of verdicts that differ from the first run's, and how much longer the runs took than one on
the machine as it was before.
"""

import argparse
import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from course_lib.grading.grade import grade
from course_lib.grading.results.gradebook import read_entries
from course_lib.grading.sample_class import make

ROOT = Path(__file__).resolve().parents[1]
MEASURED = {"seconds", "usage"}  # no part of a verdict


def burn(parent: int) -> None:
    """Compute for as long as the process that asked for it is there."""
    while os.getppid() == parent:
        pass


@contextmanager
def full_load(busy: int) -> Iterator[None]:
    """Keep so many processes computing."""
    burners = [multiprocessing.Process(target=burn, args=(os.getpid(),)) for _ in range(busy)]
    for burner in burners:
        burner.start()
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.join()


def verdict(record: Any) -> Any:
    """Leave out of a record what is measured."""
    if isinstance(record, dict):
        return {key: verdict(value) for key, value in record.items() if key not in MEASURED}
    return [verdict(item) for item in record] if isinstance(record, list) else record


def graded(name: str, folder: Path, seed: int | None) -> tuple[dict[str, bytes], float]:
    """Grade the class; give each student's verdicts as bytes, and the seconds it took."""
    start = time.perf_counter()
    records = list(grade(name, folder, force=True, seed=seed))
    seconds = time.perf_counter() - start
    return {
        r.student: json.dumps(verdict(r.to_json()), sort_keys=True).encode() for r in records
    }, seconds


def cells_of(record: bytes) -> dict[str, Any]:
    """Give the verdicts of a record by cell, and all else under one key."""
    content = json.loads(record)
    return {cell["grade_id"]: cell for cell in content.pop("cells", [])} | {"": content}


def differing(first: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Name the verdicts that differ between two runs."""
    found = []
    for student in sorted(first.keys() | other.keys()):
        one, two = first.get(student, b"{}"), other.get(student, b"{}")
        if one != two:
            cells, others = cells_of(one), cells_of(two)
            keys = sorted(cells.keys() | others.keys())
            found += [f"{student} {k}".strip() for k in keys if cells.get(k) != others.get(k)]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("name", nargs="?", default="binary_classification", help="assignment")
    parser.add_argument("--runs", type=int, default=20, help="times the class is graded again")
    parser.add_argument("--busy", type=int, default=2 * (os.cpu_count() or 1), help="processes")
    parser.add_argument("--seed", type=int, help="of the hidden cases; drawn if not given")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "class"
        make(ROOT, folder, names=[options.name])
        first, quiet = graded(options.name, folder, options.seed)
        seed = next(iter(read_entries(folder, options.name).values()))["seed"]
        cells = sum(len(json.loads(record).get("cells", [])) for record in first.values())
        print(f"seed {seed}: {len(first)} students, {cells} verdicts, {quiet:.1f} s without load")
        found, spent = [], []
        with full_load(options.busy):
            for run in range(options.runs):
                records, seconds = graded(options.name, folder, seed)
                new = differing(first, records)
                found += new
                spent.append(seconds)
                print(f"run {run + 1}: {len(new)} differ, {seconds / quiet:.2f} times as long")
                for text in new:
                    print(f"  {text}")
    print(f"{len(found)} of {options.runs * cells} verdicts differ from the first run's")
    print(f"a run took {sum(spent) / len(spent) / quiet:.2f} times as long as without load")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
