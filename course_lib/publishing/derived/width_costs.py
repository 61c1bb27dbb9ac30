"""What width, training time and penalty make of a network: the costs that a figure shows.

    python -m course_lib.publishing.derived.width_costs

runs the experiment of the chapter *Architecture sizing* with the chapter's own functions, and
writes ``width_and_time.json`` beside the figure. It takes less than a minute.
"""

import ast
import json
from functools import cache
from pathlib import Path
from typing import Any

import jupytext
import numpy as np

from course_lib.publishing import figures

ROOT = Path(__file__).parents[3]
CHAPTER = ROOT / "book" / "architecture_sizing.md"
FILE = Path(figures.__file__).with_name("width_and_time.json")
WIDTHS = (1, 2, 6, 20, 40, 160)
STRENGTHS = (0.0, 0.003, 0.01, 0.1)
EVERY, EPOCHS, SEEDS = 10, 300, range(5)
PARTS = ("train", "validation", "test")


@cache
def functions(chapter: Path = CHAPTER) -> dict[str, Any]:
    """
    Run what a chapter imports and defines, and nothing else of it.

    Parameters
    ----------
    chapter : Path
        The page.

    Returns
    -------
    dict
        Its names: what was imported, and its functions.
    """
    kept = (ast.Import, ast.ImportFrom, ast.FunctionDef)
    names: dict[str, Any] = {}
    for cell in jupytext.read(chapter, fmt="md:myst").cells:
        if cell.cell_type == "code":
            parts = ast.parse(cell.source).body
            body: list[ast.stmt] = [part for part in parts if isinstance(part, kept)]
            exec(compile(ast.Module(body, []), str(chapter), "exec"), names)
    return names


def costs(width: int, strength: float, epochs: int = EPOCHS) -> np.ndarray:
    """
    Train networks of one width, and average their costs.

    Parameters
    ----------
    width : int
        Number of hidden units.
    strength : float
        The factor lambda of the L2 penalty.
    epochs : int
        How long.

    Returns
    -------
    ndarray, shape (3, number of measurements)
        Mean cross-entropy of the repetitions, in nats, on training, validation and test set.
    """
    chapter = functions()
    runs = [
        chapter["fit"](width, chapter["draw_customers"](seed)[1], seed, strength, epochs=epochs)
        for seed in SEEDS
    ]
    return np.mean(runs, axis=0)


def bayes_cost() -> float:
    """Return the mean Bayes cost of the test sets, in nats."""
    chapter = functions()
    drawn = [chapter["draw_customers"](seed) for seed in SEEDS]
    return float(np.mean([chapter["bayes_cost"](centers, *sets[2]) for centers, sets in drawn]))


def made() -> dict[str, Any]:
    """Make what the figure gets: costs by part, width and strength, then by time."""
    table = np.array([[costs(width, strength) for strength in STRENGTHS] for width in WIDTHS])
    parts = np.moveaxis(table, 2, 0).round(4)
    settings = {"widths": WIDTHS, "strengths": STRENGTHS, "every": EVERY, "epochs": EPOCHS}
    by_part = {name: part.tolist() for name, part in zip(PARTS, parts, strict=True)}
    return settings | {"bayes": round(bayes_cost(), 4)} | by_part


def main() -> None:
    """Write the file."""
    FILE.write_text(json.dumps(made(), separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
