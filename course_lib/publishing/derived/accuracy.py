"""How often the checks are wrong: the measured rows, whether they are current, and their page.

The rows lie in ``book/_data/grader_accuracy.json``, one an exercise. Each carries a digest of
everything that it depends on, so that it can be told from the files alone whether it must be
measured again. ``python benchmarks/grader_accuracy.py --update`` does that.
"""

import json
import math
import platform
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import beta

from course_lib.checks import registry
from course_lib.checks.author.mutants import module_of
from course_lib.publishing.derived import code_digest
from course_lib.publishing.derived.data import read
from course_lib.publishing.derived.traceability import title

DATA = Path("book/_data/grader_accuracy.json")
COMMAND = "python benchmarks/grader_accuracy.py --update"
LISTS = ("refused", "passed", "confused", "mutants_passed")
MEASURING = ("course_lib.checks.author.mutants", "course_lib.checks.author.calibrate")
# The sentences for students change no row, nor do the names and titles of other chapters, nor the
# museum, whose functions are no exercises.
APART = ("course_lib.checks.messages", "course_lib._chapters", "course_lib.checks.museum")

Row = dict[str, Any]

# ------------------------------------------------------------------ what a row depends on


def digest(name: str) -> str:
    """
    Compute a digest of everything that the row of an exercise depends on.

    Parameters
    ----------
    name : str
        The exercise.

    Returns
    -------
    str
        The same as long as no code of the file of the exercise, of the module of its reference,
        of what these import, or of the checks changes.
    """
    own = module_of(registry.find(name)).__name__
    return code_digest.digest((own, *MEASURING), ignored=APART)


# ------------------------------------------------------------------ the data


def read_rows(root: Path) -> dict[str, Row]:
    """Read the measured rows by exercise; none if nothing was measured yet."""
    path = root / DATA
    if not path.is_file():
        return {}
    return {row["exercise"]: row for row in json.loads(path.read_text(encoding="utf-8"))["rows"]}


def write_rows(root: Path, rows: Mapping[str, Row]) -> Path:
    """Write the rows of registered exercises, in the order of the course; all of them or none."""
    path = root / DATA
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {
        "versions": {"python": platform.python_version(), "numpy": np.__version__},
        "rows": [rows[name] for name in registry.names() if name in rows],
    }
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        whole = Path(folder) / path.name
        whole.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
        whole.replace(path)
    return path


def outdated(rows: Mapping[str, Row]) -> list[str]:
    """List the exercises that were never measured, or were changed since."""
    return [
        name
        for name in registry.names()
        if name not in rows or rows[name]["digest"] != digest(name)
    ]


def measured(name: str) -> Row:
    """
    Measure one exercise: counts and margins.

    Parameters
    ----------
    name : str
        The exercise.

    Returns
    -------
    dict
        A row, plain data, with its digest.
    """
    from course_lib.checks.author.calibrate import calibrate
    from course_lib.checks.author.mutants import measure

    exercise = registry.find(name)
    margins = calibrate(exercise)
    row = asdict(measure(exercise)) | {
        "noise": short(margins.noise.size),
        "single_precision": short(margins.single.size),
        "nearest_mistake": [short(margins.mistake.size), margins.mistake.what],
        "thin": margins.thin(),
    }
    return row | {"digest": digest(name)}


def short(number: float) -> float | None:
    """Round to two digits; None if it is infinite."""
    return float(f"{number:.2g}") if math.isfinite(number) else None


def update(root: Path, tell: Callable[[str], None] = lambda text: None, jobs: int = 1) -> list[str]:
    """
    Measure the rows that are missing or not current, and write the file after each.

    Parameters
    ----------
    root : Path
        The course directory.
    tell : callable
        Is called with the name of each exercise that was measured.
    jobs : int
        How many are measured at a time.

    Returns
    -------
    list of str
        The exercises that were measured.
    """
    rows = read_rows(root)
    todo = outdated(rows)
    with ProcessPoolExecutor(jobs) if jobs > 1 and len(todo) > 1 else nullcontext() as pool:
        for name, row in zip(todo, (pool.map if pool else map)(measured, todo), strict=True):
            rows[name] = row
            write_rows(root, rows)
            tell(name)
    if not todo and read_rows(root).keys() - set(registry.names()):
        write_rows(root, rows)
    return todo


# ------------------------------------------------------------------ totals


def upper_bound(events: int, trials: int) -> float:
    """Upper end of the one-sided 95 % interval of Clopper and Pearson (3/n for no event)."""
    if trials == 0 or events == trials:
        return 1.0
    return float(beta.ppf(0.95, events + 1, trials - events))


def lower_bound(events: int, trials: int) -> float:
    """Lower end of the one-sided 95 % interval of Clopper and Pearson."""
    return 1.0 - upper_bound(trials - events, trials)


def totals(rows: Iterable[Row]) -> dict[str, tuple[int, int, float]]:
    """
    Sum the rows.

    Parameters
    ----------
    rows : iterable of dict
        The rows.

    Returns
    -------
    dict
        Number of events, number of trials, and the bound of the 95 % interval on the bad side.
    """
    rows = list(rows)

    def counted(bad: str, trials: str) -> tuple[int, int, float]:
        events, n = sum(len(row[bad]) for row in rows), sum(row[trials] for row in rows)
        return events, n, upper_bound(events, n)

    mistakes, diagnosed = sum(r["mistakes"] for r in rows), sum(r["diagnosed"] for r in rows)
    return {
        "alternatives refused": counted("refused", "alternatives"),
        "mistakes passed": counted("passed", "mistakes"),
        "mutants passed": counted("mutants_passed", "mutants"),
        "mistakes diagnosed": (diagnosed, mistakes, lower_bound(diagnosed, mistakes)),
        "mistakes confused": counted("confused", "mistakes"),
    }


def missed_targets(rows: Iterable[Row]) -> list[str]:
    """
    Say which targets are missed.

    Parameters
    ----------
    rows : iterable of dict
        The rows.

    Returns
    -------
    list of str
        One sentence a target that is missed.
    """
    found = totals(rows)
    share = {name: events / max(1, trials) for name, (events, trials, _) in found.items()}
    wanted = {
        "alternatives refused": share["alternatives refused"] == 0,
        "mistakes passed": share["mistakes passed"] == 0,
        "mutants passed": share["mutants passed"] <= 0.01,
        "mistakes diagnosed": share["mistakes diagnosed"] >= 0.9,
        "mistakes confused": share["mistakes confused"] == 0,
    }
    return [
        f"{name}: {found[name][0]} of {found[name][1]}" for name, met in wanted.items() if not met
    ]


# ------------------------------------------------------------------ the page

INTRODUCTION = """\
---
myst:
  html_meta:
    description: How often the checks of this course are wrong, measured exercise by exercise.
---

<!-- Derived from book/_data by course_lib/publishing/derived/accuracy.py. Do not edit. -->

# Measured accuracy of the checks

A check can be wrong in two ways: it can refuse a right answer, and it can accept a wrong one. It
can also name the wrong mistake.
This page says how often that happened when we tried, for each exercise that a program checks.
"""
OWN = """
## On our own answers

- **Right answers** are accepted ways of writing the function: loops, masks, other formulas,
  prints, harmless warnings. Each must pass the visible and the hidden checks.
- **Mistakes** are wrong answers that students really write. Each must fail the hidden checks, and
  the message must call it by its name.
- **Mutants** are made by a program: a right answer with one operator, comparison, constant, axis,
  call or order of arguments changed. Some do not change the result at all; those that gave the
  right result on every one of more than a hundred inputs drawn apart are called equivalent and
  not counted.

Everything was judged on the visible cases and on hidden cases drawn five times anew. What
passed or was misjudged once counts as passed or misjudged.
"""
CAUTION = """\
{equivalent} further mutants are equivalent. The last column holds the bound of the one-sided
interval of Clopper and Pearson, as if the answers had been drawn at random. They were not: we wrote
them, and mended the cases until none got through. A mistake that nobody thought of can still
pass; it will be added here when it is found."""
MARGINS = """
## How much room the tolerances leave

{single} Answers that add in another order, or loop instead of multiplying matrices, are far inside
the tolerance.

:::{{dropdown}} The margins, for authors
Right answers differ in the last digits, since they add in another order. Errors are counted here
in tolerances: a right answer must stay below a tenth, a mistake must be ten away. *Right answers*
is the worst error among all right answers, with arrays laid out in memory in three ways,
examples in reversed order, one and two threads. *float32* is the worst error in single
precision, where an exercise can be computed in it; the course works in double precision, as NumPy
does by itself. *Nearest mistake* is the wrong answer that is closest to the right one. Where
numbers are drawn at random, right answers differ by chance and the tolerance is six standard
deviations; there the factor is 1.2 instead of ten. ∞ stands for another shape, NaN or an error.

| exercise | right answers | float32 | nearest mistake |
|---|---:|---:|---|
"""


def accuracy_page(root: Path, before: Iterable[str] = ()) -> str:
    """
    Compose the page of measured accuracy.

    Parameters
    ----------
    root : Path
        Folder of the project.
    before : iterable of str, optional
        Lines that come before what was measured on our own answers.

    Returns
    -------
    str
        The page as MyST text, the same for the same data.

    Raises
    ------
    ValueError
        If an exercise has no row, or nothing was measured yet.
    """
    read(root, DATA, f"Run `{COMMAND}`.")
    rows = read_rows(root)
    missing = [name for name in registry.names() if name not in rows]
    if missing:
        raise ValueError(f"{DATA}: no row of {', '.join(missing)}. Run `{COMMAND}`.")
    lines = [INTRODUCTION, *before, OWN, *table_of_totals(rows.values())]
    lines += ["", "### Exercise by exercise", "", *what_was_misjudged(rows.values())]
    lines += tables_by_chapter(root, rows)
    lines += ["", "## Mutants that pass", "", *what_passes(rows.values())]
    lines.append(MARGINS.format(single=in_single_precision(rows.values())).rstrip("\n"))
    lines += [*(margins_line(row) for row in rows.values()), ":::"]
    lines += ["", *thin_margins(rows.values())]
    return "\n".join(lines) + "\n"


def what_was_misjudged(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the exercises with anything refused, passed or confused, or say that there is none."""
    marked = [row for row in rows if row["refused"] or row["passed"] or row["confused"]]
    if not marked:
        yield "In no exercise was one of our own answers misjudged. The counts, chapter by chapter:"
        return
    yield COUNTS_HEAD
    yield from (counts_line(row) for row in marked)
    yield "\nAll counts, chapter by chapter:"


def in_single_precision(rows: Iterable[Row]) -> str:
    """Say in words in how many exercises a right answer in single precision is refused."""
    sizes = [row["single_precision"] for row in rows if row["single_precision"] is not None]
    refused = sum(size > 1 for size in sizes)
    return (
        "NumPy computes in double precision, and so do the checks. A right answer that is computed "
        f"in single precision (`float32`) is refused in {refused} of {len(sizes)} exercises."
    )


def table_of_totals(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of the totals, with the bounds."""
    rows = list(rows)
    words = {
        "alternatives refused": "right answers refused",
        "mistakes passed": "mistakes that passed",
        "mutants passed": "mutants that passed",
        "mistakes diagnosed": "mistakes called by their name",
        "mistakes confused": "mistakes called by another name",
    }
    yield "| | found | of | share | 95 % sure |"
    yield "|---|---:|---:|---:|---|"
    for name, (events, trials, bound) in totals(rows).items():
        side = "at least" if name == "mistakes diagnosed" else "at most"
        share = f"{100 * events / trials:.2f} %"
        yield f"| {words[name]} | {events} | {trials} | {share} | {side} {100 * bound:.2f} % |"
    equivalent = sum(len(row["equivalent"]) for row in rows)
    yield ""
    yield CAUTION.format(equivalent=equivalent)


COUNTS_HEAD = (
    "| exercise | right answers refused | mistakes passed | mutants passed | named | confused |\n"
    "|---|---:|---:|---:|---:|---:|"
)


def tables_by_chapter(root: Path, rows: Mapping[str, Row]) -> Iterator[str]:
    """Yield a table for each chapter."""
    for chapter in registry.CHAPTERS:
        names = [name for name in registry.names(chapter) if name in rows]
        if names:
            yield f"\n:::{{dropdown}} {title(root, chapter)}"
            yield COUNTS_HEAD
            yield from (counts_line(rows[name]) for name in names)
            yield ":::"


def counts_line(row: Row) -> str:
    """Write one line of a chapter's table."""
    cells = (
        f"`{row['exercise']}`",
        f"{len(row['refused'])}/{row['alternatives']}",
        f"{len(row['passed'])}/{row['mistakes']}",
        f"{len(row['mutants_passed'])}/{row['mutants']}",
        f"{row['diagnosed']}/{row['mistakes']}",
        str(len(row["confused"])),
    )
    return f"| {' | '.join(cells)} |"


def what_passes(rows: Iterable[Row]) -> Iterator[str]:
    """Yield where a mutant that is not equivalent passes, and why; the code itself is not shown."""
    passing = [(row, change, why) for row in rows for change, why in row["mutants_passed"]]
    if not passing:
        yield "None: each mutant that is not equivalent is refused."
        return
    yield "| exercise | changed | why it passes |"
    yield "|---|---|---|"
    for row, change, why in passing:
        yield f"| `{row['exercise']}` | `{change.partition(':')[0]}` | {why} |"


def margins_line(row: Row) -> str:
    """Write one line of the table of margins."""
    size, name = row["nearest_mistake"]
    cases = registry.find(row["exercise"]).visible
    by_call = any(len(case.steps) == 1 and not case.observe for case in cases)
    cells = (
        f"`{row['exercise']}`",
        in_tolerances(row["noise"]),
        in_tolerances(row["single_precision"]) if by_call else "–",
        f"`{name}`, {in_tolerances(size)}",
    )
    return f"| {' | '.join(cells)} |"


def in_tolerances(size: float | None) -> str:
    """Write a number of tolerances shortly; infinite means another form, NaN or an error."""
    if size is None:
        return "∞"
    if 0.0 < size < 0.001:
        return "< 0.001"
    return f"{size:.2g}" if size < 100 else f"{size:.0f}" if size < 10_000 else power_of_ten(size)


def power_of_ten(size: float) -> str:
    """Round to a power of ten."""
    return f"10<sup>{math.log10(size):.0f}</sup>"


def thin_margins(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the margins that are thinner than they should be."""
    thin = [(row["exercise"], text) for row in rows for text in row["thin"]]
    yield from (f"- `{name}`: {text}." for name, text in thin)
    if not thin:
        yield "No margin is thinner than that."
