"""Figures in graded notebooks: as in Jupyter, and drawn only where somebody looks."""

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from course_lib.grading import work
from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.examine.figures import TAG, drawn, draws
from course_lib.grading.examine.outputs import clean_outputs
from course_lib.grading.examine.submission import Part
from course_lib.grading.grade import grade
from course_lib.grading.inside.notebook import NOT_DRAWN
from course_lib.grading.results.feedback import write_feedback
from course_lib.grading.results.gradebook import read_entries
from course_lib.grading.work import Job, grade_one

ROOT = Path(__file__).resolve().parents[2]
ASSIGNMENTS = sorted(path.stem for path in ROOT.glob("solutions/*/*.ipynb"))
# What the written questions ask to look at, by the cells' numbers; most ask for no figure.
LOOKED_AT = {
    "architecture_sizing": [47],
    "binary_cross_entropy": [45],
    "gradient_flow": [37],
    "sigmoid_derivative": [45],
}


def pictures(cells):
    """Count the pictures that each code cell shows."""
    return [
        sum("image/png" in output.get("data", {}) for output in cell["outputs"])
        for cell in cells
        if cell["cell_type"] == "code"
    ]


def not_drawn(cells):
    """Count, cell by cell, the figures that the notebook says were not drawn."""
    return [
        sum(output.get("data") == {"text/plain": NOT_DRAWN} for output in cell.get("outputs", []))
        for cell in cells
    ]


def solved(name):
    """Read a committed solved notebook."""
    text = (ROOT / "solutions" / name / f"{name}.ipynb").read_text(encoding="utf-8")
    return json.loads(text), text.encode()


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_course_notebook_shows_as_many_pictures_in_each_cell_as_in_jupyter(name, sandboxed):
    notebook, content = solved(name)
    job = Job("your-id", Assignment.find(name, ROOT), content, seed=1, figures="all")
    assert sum(pictures(notebook["cells"])) > 0
    assert pictures(grade_one(job).notebook["cells"]) == pictures(notebook["cells"])


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_figures_that_a_written_question_asks_for_are_drawn_by_default(name, sandboxed):
    notebook, content = solved(name)
    own = nbformat.v4.new_code_cell("plotting.subplots().plot([0, 1])")
    at = next(
        k for k, cell in enumerate(notebook["cells"])
        if cell["metadata"].get("nbgrader", {}).get("grade_id", "").endswith("in_words")
    )  # fmt: skip
    handed_in = json.loads(content)
    handed_in["cells"].insert(at, own)
    job = Job("your-id", Assignment.find(name, ROOT), json.dumps(handed_in).encode(), seed=1)
    graded = grade_one(job)
    cells = graded.notebook["cells"]
    (mine,) = [cell for cell in cells if cell["source"] == own["source"]]
    assert pictures([mine]) == [1]
    cells.remove(mine)
    shown = [k for k, cell in enumerate(cells) if cell.get("outputs") and any(pictures([cell]))]
    assert shown == LOOKED_AT.get(name, [])
    everywhere = [
        sum("image/png" in output.get("data", {}) for output in cell.get("outputs", []))
        for cell in notebook["cells"]
    ]
    expected = [0 if k in shown else count for k, count in enumerate(everywhere)]
    assert not_drawn(cells) == expected
    assert graded.record.usage.figures == "manual"


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_a_figure_is_drawn_beforehand_where_the_source_has_one_to_draw(name):
    assignment = Assignment.find(name, ROOT)
    assert [draws(assignment, figures) for figures in ("all", "manual", "none")] == [
        True, name in LOOKED_AT, False,
    ]  # fmt: skip


def test_a_sandbox_that_is_to_draw_takes_the_place_of_one_that_is_not(monkeypatch):
    made = []

    class Warm:
        def __init__(self, tier, packages, draw):
            self.tier, self.packages, self.draw = tier, packages, draw
            made.append(draw)

        def close(self):
            made.append("closed")

    monkeypatch.setattr(work, "Sandbox", Warm)
    monkeypatch.setattr(work, "_sandbox", None)
    for draw in (False, False, True, False):
        work.sandbox("full", (), draw)
    assert made == [False, "closed", True]


PLOTTING = {
    "no show, text around": "print('before')\nplt.plot([1, 2])\nprint('after')",
    "value and figure": "plt.plot([1, 2])",
    "figure as last expression": "figure, axes = plt.subplots()\naxes.plot([1, 2])\nfigure",
    "closed": "figure = plt.figure()\nplt.plot([1])\nplt.close(figure)",
    "closed and displayed": (
        "figure, axes = plt.subplots()\naxes.plot([1])\nplt.close(figure)\ndisplay(figure)"
    ),
    "displayed, then flushed": "figure, axes = plt.subplots()\naxes.plot([1])\ndisplay(figure)",
    "several": "for k in range(3):\n    plt.figure()\n    plt.plot([k])\n    print(k)",
    "shown one by one": "for k in range(2):\n    plt.plot([k])\n    plt.show()\n    print(k)",
    "magic": "%matplotlib inline\nplt.hist([1, 2, 2]);",
    "error after the plot": "plt.plot([1])\nprint('here')\n1 / 0",
    "only standard error": "import sys\nplt.plot([1]);\nprint('oops', file=sys.stderr)",
    "empty figure": "plt.figure();",
    "switched off": "plt.ioff()\nheld, axes = plt.subplots()\naxes.plot([1, 2]);",
    "shown while off": "plt.show()",
    "figure made while off": "held2, axes = plt.subplots()\naxes.plot([3]);\nheld2",
    "switched on": "plt.ion()\nplt.close('all')\nplt.plot([1]);",
    "off for a block": "with plt.ioff():\n    hidden, axes = plt.subplots()\naxes.plot([1]);",
    "on again": "plt.close('all')\nlater, ax = plt.subplots()\nax.plot([1, 2]);",
    "drawn on later": "ax.plot([2, 1]);\nprint('nothing is shown')",
    "shown later": "ax.set_title('late')\nlater",
    "figure.show": "figure, axes = plt.subplots()\naxes.plot([1])\nfigure.show()\nprint('x')",
    "object without pyplot": "from matplotlib.figure import Figure\nown = Figure()\n"
    "own.subplots().plot([1])\nown",
    "cleared": "from IPython.display import clear_output\nfor k in range(3):\n"
    "    clear_output(wait=True)\n    print(k)\n    plt.plot([k])\n    plt.show()",
    "cleared at once": "print('gone')\nplt.plot([1])\nplt.show()\nclear_output()\nprint('stays')",
    "updated": "handle = display('first', display_id=True)\nprint('between')\n"
    "handle.update('second')",
    "backend": "import matplotlib\nprint(matplotlib.get_backend(), matplotlib.is_interactive())",
    "function that plots": "def plot(k):\n    plt.plot([k, 1])\nplot(1)\nplot(2)",
    "figure size": "plt.figure(figsize=(2, 1))\nplt.plot([1]);",
}


def forms(cell):
    """Give a cell's outputs as kind, text, and whether there is a picture."""
    found = []
    for output in clean_outputs(cell["outputs"]):
        data = output.get("data", {})
        text = output.get("text") or data.get("text/plain") or output.get("ename")
        text = re.sub(r"\b0x[0-9a-f]+", "0x", text)
        kind = output["output_type"], output.get("name"), "image/png" in data
        if found and kind == found[-1][0] and kind[0] == "stream":
            text = found.pop()[1] + text
        found.append((kind, text))
    return found


def executed(sources):
    """Run cells in a real kernel."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(s) for s in sources])
    client = NotebookClient(notebook, kernel_name="python3", allow_errors=True, timeout=120)
    return client.execute(env=os.environ | {"OPENBLAS_NUM_THREADS": "1"}).cells[1:]


def test_outputs_are_those_of_a_real_kernel_in_the_same_order(toy, sandboxed):
    sources = ["import numpy as np\nimport matplotlib.pyplot as plt", *PLOTTING.values()]
    own = [toy.code(f"own{k}", source) for k, source in enumerate(PLOTTING.values())]
    graded = toy.grade(toy.notebook(extra=own), figures="all").notebook
    ours = {cell["source"]: forms(cell) for cell in graded["cells"] if "outputs" in cell}
    kernel = executed(sources)
    for name, cell in zip(PLOTTING, kernel, strict=True):
        assert (name, ours[cell["source"]]) == (name, forms(cell))
    assert sum(pictures(kernel)) > 20


@pytest.mark.parametrize("setup", [
    "%matplotlib widget", "%matplotlib notebook", "%matplotlib qt", "%matplotlib",
    "%config InlineBackend.figure_formats = ['svg']", "%config InlineBackend.figure_format='pdf'",
    "%config InlineBackend.figure_format = 'retina'", "%config InlineBackend.close_figures = False",
])  # fmt: skip
def test_figure_is_a_png_whatever_the_notebook_asks_for(toy, sandboxed, setup):
    own = toy.code("mine", f"{setup}\nplt.plot([0, 1]);")
    graded = toy.grade(toy.notebook(extra=(own,)), figures="all")
    (cell,) = [cell for cell in graded.notebook["cells"] if cell["source"].startswith(setup)]
    assert pictures([cell]) == [1]
    assert graded.record.score == 4


def test_nothing_is_drawn_where_none_is_asked_for(toy, sandboxed):
    spy = "import matplotlib.figure as mf\nmf.Figure.draw = lambda *rest: print('drawn')"
    own = toy.code("mine", f"{spy}\nfigure = plt.figure(); plt.plot([1]); display(figure)\nfigure")
    graded = toy.grade(toy.notebook(extra=(own,)), figures="none")
    (cell,) = [cell for cell in graded.notebook["cells"] if spy in cell["source"]]
    assert forms(cell) == forms({"outputs": [
        {"output_type": kind, "data": {"text/plain": NOT_DRAWN}}
        for kind in ("display_data", "execute_result", "display_data")
    ]})  # fmt: skip
    assert graded.record.usage.figures == "none"


def test_picture_that_is_too_large_is_named(toy, sandboxed, quick):
    own = toy.code("mine", "plt.imshow(np.random.rand(99, 99));\nprint('text')")
    limits = replace(quick, output_bytes=3000)
    graded = toy.grade(toy.notebook(extra=(own,)), figures="all", limits=limits).notebook
    (cell,) = [cell for cell in graded["cells"] if "imshow" in cell["source"]]
    assert forms(cell)[-1][1].startswith("A picture, left out")


def test_figure_that_takes_too_long_costs_the_figure_alone(toy, sandboxed):
    slow = (
        "import time, matplotlib.figure as mf\nprint('kept')\nplt.plot([1]);\n"
        "mf.Figure.draw = lambda *rest: time.sleep(60)"
    )
    graded = toy.grade(toy.notebook(extra=(toy.code("mine", slow),)), figures="all")
    (cell,) = [cell for cell in graded.notebook["cells"] if cell["source"] == slow]
    assert cell["outputs"][0]["text"] == "kept\n"
    assert graded.record.score == 4


PLOT = "plt.plot([1]);"


def sectioned(toy, *cells):
    """Make an assignment whose cells are headings (text) or code with a kind."""
    made = []
    for k, (kind, source) in enumerate(cells):
        key = f"c{k}"
        if kind == "text":
            made.append({"cell_type": "markdown", "id": key, "metadata": {}, "source": source})
        elif kind == "written":
            graded = toy.code(key, source, grade=True, solution=True, locked=False, points=1)
            made.append(graded)
        elif kind == "task":
            made.append(toy.code(key, source, grade=False, solution=False, locked=True, points=1))
            made[-1]["metadata"]["nbgrader"]["task"] = True
            made[-1] = {k: made[-1][k] for k in ("id", "metadata", "source")}
            made[-1]["cell_type"] = "markdown"
        else:
            made.append(toy.code(key, source))
            made[-1]["metadata"] = {"tags": [TAG]} if kind == "tagged" else {}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made}


def choice(toy, *cells, changes=None):
    """Tell by number which cells of an assignment are drawn by default."""
    toy.write("solutions/toy/toy.ipynb", sectioned(toy, *cells))
    parts = [Part(cell, cell.code, cell.source) for cell in toy.assignment.cells]
    for place, source in (changes or {}).items():
        parts[place] = Part(parts[place].cell, True, source)
    return sorted(k for k in drawn(parts, "manual") if parts[k].code)


def test_section_with_a_hand_graded_cell_is_drawn(toy):
    one, two = ("text", "# Title\n\n## One"), ("text", "Words.\n\n## Two\n\nMore.")
    plain, sub = ("plain", PLOT), ("text", "### Sub")
    for graded in ("written", "task"):
        last = (graded, "plt.title('mine')")
        answers = [5] if graded == "written" else []
        assert choice(toy, one, plain, two, plain, sub, last) == [3, *answers]
    assert choice(toy, one, plain, two, plain) == []
    assert choice(toy, ("text", "```\n# no heading\n```"), plain, ("written", PLOT)) == [1, 2]
    assert choice(toy, plain, ("text", "Title\n====="), ("written", PLOT)) == [2]


def test_cell_that_the_author_marks_and_cells_of_the_student_are_drawn(toy):
    cells = [("text", "## A"), ("plain", PLOT), ("tagged", PLOT), ("text", "## B"),
             ("written", PLOT)]  # fmt: skip
    assert choice(toy, *cells) == [2, 4]
    assert choice(toy, *cells, changes={1: PLOT + " \r\n"}) == [2, 4]
    assert choice(toy, *cells, changes={1: "plt.plot([2]);"}) == [1, 2, 4]
    assert choice(toy, *cells[:-1], changes={1: "plt.plot([2]);"}) == []


def test_students_heading_parts_no_section(toy):
    source = sectioned(toy, ("text", "## A"), ("plain", PLOT), ("written", PLOT))
    toy.write("solutions/toy/toy.ipynb", source)
    cells = toy.assignment.cells
    parts = [Part(cell, cell.code, cell.source) for cell in cells]
    parts.insert(2, Part(None, False, "# My heading"))
    assert 1 in drawn(parts, "manual")


def test_choice_is_kept_in_the_journal_and_shown_on_the_page(toy, here):
    own = toy.code("mine", PLOT)
    toy.submit("ann", toy.notebook(extra=(own,)))
    page = toy.root / "feedback" / "ann" / "toy" / "toy.html"
    list(grade("toy", toy.root, figures="none"))
    assert read_entries(toy.root, "toy")["ann"]["record"].usage.figures == "none"
    write_feedback("toy", toy.root)
    assert NOT_DRAWN in page.read_text()
    assert "data:image/png" not in page.read_text()
    (record,) = grade("toy", toy.root, figures="all")
    assert (record.status, record.usage.figures) == ("unchanged", "none")
    (record,) = grade("toy", toy.root, figures="all", force=True)
    assert (record.status, record.usage.figures) == ("graded", "all")
    write_feedback("toy", toy.root)
    assert NOT_DRAWN not in page.read_text()
    assert page.read_text().count("data:image/png") == 1
