"""The class report: scores, items, commonest mistakes, flags; a page and a CSV file."""

import base64
import collections
import io
import statistics
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from course_lib.checks import registry
from course_lib.grading.export import table
from course_lib.grading.journal import read_entries
from course_lib.grading.pages import render, title_of

Record = dict[str, Any]
Item = dict[str, Any]


def write_report(name: str, root: Path) -> list[Path]:
    """
    Write the report of an assignment.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory.

    Returns
    -------
    list of Path
        ``reports/NAME.html`` and ``reports/NAME.csv``.
    """
    records = [entry["record"] for entry in read_entries(root, name).values()]
    if not records:
        raise ValueError(f"nothing is graded yet: run `course grade {name}` first")
    records.sort(key=lambda record: record["student"])
    folder = root / "reports"
    folder.mkdir(exist_ok=True)
    html, csv = folder / f"{name}.html", folder / f"{name}.csv"
    html.write_text(page(name, records), encoding="utf-8")
    csv.write_text(cells_table(records), encoding="utf-8")
    return [html, csv]


def page(name: str, records: list[Record]) -> str:
    """Render the page."""
    found = items(records)
    scores = [record["score"] for record in records]
    most = max(record["max_score"] for record in records)
    return render(
        "report.html",
        title=title_of(name),
        count=len(records),
        median=statistics.median(scores),
        max_score=most,
        scores_plot=plot_scores(scores, most),
        scores_alt=f"Histogram of {len(scores)} scores from {min(scores):g} to {max(scores):g}.",
        items_plot=plot_items(found),
        items_alt="Bars: the share of points reached in each cell; the table has the numbers.",
        diagnoses=diagnoses(records),
        items=found,
        flags=[(record["student"], flag) for record in records for flag in record["flags"]],
    )


def items(records: list[Record]) -> list[Item]:
    """
    Analyze each graded cell.

    Parameters
    ----------
    records : list of dict
        One a student.

    Returns
    -------
    list of dict
        ``passed`` of ``count``, mean ``share`` of the points, ``discrimination``: the
        correlation of the item's points with the points of all other items
        (None if either does not vary).
    """
    found = []
    for position, cell in enumerate(records[0]["cells"]):
        theirs = [record["cells"][position] for record in records]
        points = np.array([each["points"] for each in theirs])
        rest = np.array([record["score"] for record in records]) - points
        statuses = collections.Counter(each["status"] for each in theirs)
        passed = statuses.pop("passed", 0)
        found.append(
            {
                "grade_id": cell["grade_id"],
                "count": len(theirs),
                "passed": passed,
                "share": float(points.mean() / (cell["max_points"] or 1.0)),
                "discrimination": correlation(points, rest),
                "others": ", ".join(f"{n} {status}" for status, n in statuses.most_common()),
            }
        )
    return found


def correlation(a: np.ndarray, b: np.ndarray) -> float | None:
    """Give Pearson's correlation, or None if one side is constant."""
    if a.std() == 0 or b.std() == 0:
        return None
    return float(np.corrcoef(a, b)[0, 1])


def diagnoses(records: list[Record]) -> list[dict[str, Any]]:
    """Count, for each named mistake, the students who made it, commonest first."""
    made: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    for record in records:
        for cell in record["cells"]:
            if cell.get("diagnosis"):
                made[cell["exercise"], cell["diagnosis"]].add(record["student"])
    ranked = sorted(made.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [
        {"exercise": exercise, "diagnosis": name, "students": len(who)} | section(exercise)
        for (exercise, name), who in ranked
    ]


def section(exercise: str) -> dict[str, str]:
    """Find the chapter and equation that teach an exercise."""
    known = registry.exercises().get(exercise)
    if known is None:
        return {"section": "", "link": ""}
    link = f"../_build/html/book/{known.chapter}.html#equation-{known.equation}"
    return {"section": f"{title_of(known.chapter)}, equation {known.equation}", "link": link}


def cells_table(records: list[Record]) -> str:
    """Write one line a student and graded cell."""
    header = ["student", "status", "score", "grade_id", "outcome", "points", "max_points"]
    lines = [
        [record["student"], record["status"], record["score"], cell["grade_id"], cell["status"],
         cell["points"], cell["max_points"], cell["diagnosis"] or ""]
        for record in records
        for cell in record["cells"]
    ]  # fmt: skip
    return table([*header, "diagnosis"], lines)


def plot_scores(scores: list[float], most: float) -> str:
    """Draw the distribution of scores."""
    figure = Figure(figsize=(7, 2.4), layout="constrained")
    axes = figure.add_subplot()
    axes.hist(scores, bins=list(np.linspace(0, most, 12)), color="#3b6ea5", edgecolor="white")
    axes.set(xlabel="score (points)", ylabel="submissions", xlim=(0, most))
    return encoded(figure)


def plot_items(found: list[Item]) -> str:
    """Draw the share of points reached in each graded cell."""
    figure = Figure(figsize=(7, 0.5 + 0.24 * len(found)), layout="constrained")
    axes = figure.add_subplot()
    names = [item["grade_id"] for item in found]
    axes.barh(names, [100 * item["share"] for item in found], color="#3b6ea5")
    axes.invert_yaxis()
    axes.set(xlabel="points reached (%)", xlim=(0, 100))
    axes.tick_params(axis="y", labelsize=8)
    return encoded(figure)


def encoded(figure: Figure) -> str:
    """Give a figure as base64 text of a PNG."""
    data = io.BytesIO()
    figure.savefig(data, format="png", dpi=150)
    return base64.b64encode(data.getvalue()).decode()
