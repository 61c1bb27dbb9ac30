"""Writes the formula sheet: the formulas that matter most, taken from the chapters, by subject.

What is on it is chosen in `SHEET`, so that it fits on two sides of paper. The equation of an
exercise
that is neither there nor in `FOLLOW` is added at the end, under its chapter.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from course_lib.checks import registry
from course_lib.publishing.derived.data import read
from course_lib.publishing.derived.errata import finished_chapters
from course_lib.publishing.derived.traceability import title

EQUATION = re.compile(r"```\{math\}\n:label: (\S+)\n(.*?)```", re.DOTALL)
# A sentence of the chapter ends there; on the sheet nothing does.
SENTENCE_END = re.compile(r"(?:\\[,;]|\s)*[.,;]((?:\s*(?:\}|\\end\{\w+\}))*\s*)\Z")
SHEET = {
    "One neuron": (
        "linear-forward", "sigmoid", "sigmoid-complement", "log-odds", "bernoulli-pmf", "predict",
        "decision-boundary",
    ),
    "Loss and cost": (
        "bce", "bce-grad", "bce-cost", "sigmoid-bce-grad", "bce-from-logits", "squared-error",
        "squared-error-grad",
    ),
    "Learning": (
        "sigmoid-prime", "sigmoid-prime-from-output", "chain", "central-difference",
        "gradient-descent", "logistic-gradients", "minibatch-gradient", "annealing",
    ),
    "Layers, forward and backward": (
        "two-layer-forward", "mean-cost-gradient", "two-layer-backward", "l-layer-forward",
        "l-layer-backward", "delta-recursion",
    ),
    "Hidden activations": (
        "relu", "relu-prime", "relu-backward", "leaky-relu", "tanh", "tanh-prime", "tanh-sigmoid",
        "linear-stack", "inactive-units", "dead-units",
    ),
    "Several classes": (
        "softmax", "softmax-shift", "one-hot", "cross-entropy", "softmax-jacobian",
        "softmax-cross-entropy-grad", "logsumexp", "cross-entropy-from-logits",
    ),
    "Many layers": (
        "init-xavier", "init-he", "gradient-norms", "spectral-norm", "per-layer-factor",
        "gradient-flow", "layers-until",
    ),
    "Size, and brakes on it": (
        "parameter-terms", "parameter-count", "parameter-budget", "depth-bound",
        "starting-architecture", "l2-penalty", "l2-penalty-grad", "dropout", "batch-norm",
    ),
}  # fmt: skip
"""Labels of equations by subject."""
FOLLOW = {
    "accuracy", "feature-cross", "fits-budget", "layer-count", "linear-layer-backward", "neuron",
    "rows-backward", "sigmoid-layer-backward", "squared-error-cost", "training-loop",
    "widest-hidden-layer",
}  # fmt: skip
"""Equations of exercises that follow at once from others on the sheet, or are said in words."""
INTRODUCTION = """\
---
myst:
  html_meta:
    description: The formulas that matter most, on two sheets of paper.
---

<!-- Derived from the chapters by course_lib/publishing/derived/formula_sheet.py. Do not edit. -->

# Formula sheet

Columns are examples, $m$ is their number, $\\log$ is natural. $\\mathrm dV$ is the derivative of
the cost by $V$. The number
leads to the derivation; a name beside it is an exercise. Symbols: {doc}`notation`. Print this
page: it takes two sides.
"""


def formula_sheet_page(root: Path) -> str:
    """
    Compose the formula sheet.

    Parameters
    ----------
    root : Path
        Folder of the project.

    Returns
    -------
    str
        The page as MyST text.

    Raises
    ------
    ValueError
        If an exercise names an equation that its chapter does not print, or the sheet one that no
        chapter prints; or if there is no chapter.
    """
    chapters = finished_chapters(root)
    printed: dict[str, str] = {}
    asked: dict[str, list[str]] = {}
    further: dict[str, list[str]] = {}
    listed = {label for labels in SHEET.values() for label in labels}
    for chapter in chapters:
        own = dict(EQUATION.findall(read(root, f"book/{chapter}.md")))
        printed |= own
        for label, exercises in asked_for(chapter, own):
            asked[label] = exercises
            if label not in listed | FOLLOW:
                further.setdefault(chapter, []).append(label)
    lost = sorted(listed - printed.keys())
    if lost and chapters == list(registry.CHAPTERS):
        raise ValueError(f"SHEET of formula_sheet.py: no chapter prints {', '.join(lost)}.")
    groups = {**SHEET, **{title(root, chapter): labels for chapter, labels in further.items()}}
    blocks = [INTRODUCTION]
    for words, labels in groups.items():
        found = [label for label in labels if label in printed]
        if found:
            blocks.append(f"## {words}\n")
            blocks += [formula(label, printed[label], asked.get(label, [])) for label in found]
    return "\n".join(blocks)


def asked_for(chapter: str, printed: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the equations that the exercises of a chapter ask for, each with their names."""
    printed = list(printed)
    asked: dict[str, list[str]] = {}
    for exercise in registry.names(chapter):
        asked.setdefault(registry.exercises()[exercise].equation, []).append(f"`{exercise}`")
    for label, exercises in asked.items():
        if label not in printed:
            raise ValueError(
                f"book/{chapter}.md: prints no equation {label!r}, which {', '.join(exercises)} "
                f"asks for.{suggestion(label, printed)} Mend `equation` in the file of the "
                f"exercise, or write a math directive with `:label: {label}`."
            )
        yield label, exercises


def formula(label: str, tex: str, exercises: Iterable[str]) -> str:
    """Write one formula of the sheet."""
    names = " ".join([f"{{eq}}`{label}`", *exercises])
    tex = SENTENCE_END.sub(r"\1", tex.strip())
    return f":::{{container}} formula\n{names}\n\n$$\n{tex}\n$$\n:::\n"


def suggestion(label: str, printed: Iterable[str]) -> str:
    """Name the label that is closest to a wrong one, if one is close."""
    close = difflib.get_close_matches(label, printed, n=1)
    return f" Did you mean {close[0]!r}?" if close else ""
