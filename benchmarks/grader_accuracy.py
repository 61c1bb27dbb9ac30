"""
How often the checks are wrong: measured on right answers, mistakes and mutants.

Run ``python benchmarks/grader_accuracy.py [--json FILE] [--seeds N] [--list] [NAME ...]``.
``--update`` measures what changed since the published table was made, and writes its data; it
can be stopped and started again at any time. It brings the fingerprints of slips up to date too.

What is counted, and when a mutant is equivalent, is told in `course_lib.checks.author.mutants`.
"""

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from course_lib._chapters import COURSE
from course_lib.checks import registry
from course_lib.checks.author.mutants import SEEDS, measure
from course_lib.publishing.derived import slips
from course_lib.publishing.derived.accuracy import (
    DATA,
    LISTS,
    Row,
    missed_targets,
    outdated,
    read_rows,
    totals,
    update,
)

ROOT = COURSE.root


def progress() -> Progress:
    columns = TextColumn("{task.description:26}"), BarColumn(), MofNCompleteColumn()
    return Progress(
        *columns,
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
        transient=True,
    )


def measured(names: list[str], seeds: range) -> list[Row]:
    rows = []
    with progress() as bar:
        task = bar.add_task("", total=len(names))
        for name in names:
            bar.update(task, description=name)
            rows.append(asdict(measure(registry.find(name), seeds)))
            bar.advance(task)
    return rows


def updated() -> list[Row]:
    slips.main()
    with progress() as bar:
        task = bar.add_task("", total=len(outdated(read_rows(ROOT))))
        done = update(
            ROOT,
            lambda name: bar.update(task, description=name, advance=1),
            jobs=os.cpu_count() or 1,
        )
    print(f"{DATA}: {len(done)} of {len(registry.names())} rows measured", file=sys.stderr)
    return list(read_rows(ROOT).values())


def print_table(rows: list[Row], with_equivalent: bool) -> None:
    """Print the table, the totals with bounds, and what went wrong."""
    head = ("exercise", "alternatives refused", "mistakes passed", "diagnosed", "confused")
    print("{:24}{:>22}{:>17}{:>11}{:>10}{:>16}{:>12}".format(*head, "mutants passed", "equivalent"))
    for row in rows:
        cells = (
            f"{len(row['refused'])}/{row['alternatives']}",
            f"{len(row['passed'])}/{row['mistakes']}",
            f"{row['diagnosed']}/{row['mistakes']}",
            f"{len(row['confused'])}",
            f"{len(row['mutants_passed'])}/{row['mutants']}",
            f"{len(row['equivalent'])}",
        )
        print("{:24}{:>22}{:>17}{:>11}{:>10}{:>16}{:>12}".format(row["exercise"], *cells))
    print()
    for name, (events, trials, bound) in totals(rows).items():
        side = "at least" if name == "mistakes diagnosed" else "at most"
        share = events / max(1, trials)
        print(f"{name}: {events} of {trials} = {share:.2%}, {side} {bound:.2%} (95 %)")
    print(f"mutants equivalent: {sum(len(row['equivalent']) for row in rows)}")
    for row in rows:
        for kind in (*LISTS, *["equivalent"] * with_equivalent):
            for item in row[kind]:
                text = item if isinstance(item, str) else f"{item[0]} ({item[1]})"
                print(f"{row['exercise']}: {kind.replace('_', ' ')}: {text}")
    for text in missed_targets(rows):
        print(f"target missed: {text}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("names", nargs="*", help="exercises; all, if none is named")
    parser.add_argument("--seeds", type=int, default=len(SEEDS), help="draws of hidden cases")
    parser.add_argument("--json", type=Path, help="also write the counts to this file")
    parser.add_argument("--list", action="store_true", help="list the equivalent mutants too")
    parser.add_argument("--update", action="store_true", help="bring the published data up to date")
    options = parser.parse_args()
    if options.update and options.names:
        parser.error("--update finds out by itself what has to be measured: name no exercise")
    if options.update:
        rows = updated()
    else:
        rows = measured(options.names or registry.names(), range(options.seeds))
    print_table(rows, options.list)
    if options.json:
        data = {"seeds": options.seeds, "rows": rows, "totals": totals(rows)}
        options.json.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
