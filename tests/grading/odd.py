"""Notebooks as students hand them in: one solved notebook, changed as editors and people do."""

import copy
import json
import re
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from course_lib.grading.examine.assignment import Assignment

ROOT = Path(__file__).parents[2]
WORDS = "Layers without a bend are one layer. I would compare it with one neuron, and look at all."
Notebook = dict[str, Any]
Change = Callable[[Notebook], Notebook | bytes]
CHANGES: dict[str, Change] = {}


def read(path: Path) -> Notebook:
    """Read a notebook, the source of each cell as one text."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
    return notebook


def solved(name: str, student: str = "anna") -> Notebook:
    """Make a released notebook with all its answers, as a student would fill it in."""
    notebook = read(ROOT / "exercises" / name / f"{name}.ipynb")
    for cell, right in zip(
        notebook["cells"], read(ROOT / "solutions" / name / f"{name}.ipynb")["cells"], strict=True
    ):
        graded = right["metadata"].get("nbgrader", {})
        if graded.get("solution") and not graded["grade"]:
            marker = r"[ \t]*### (BEGIN|END) SOLUTION\n?"
            cell["source"] = re.sub(marker, "", right["source"])
        elif graded.get("solution"):
            cell["source"] = WORDS
        cell["source"] = cell["source"].replace('"your-id"', f'"{student}"')
    return notebook


def change(function: Change) -> Change:
    """Register a way in which a notebook becomes odd; its name says how."""
    CHANGES[function.__name__] = function
    return function


def cell(kind: str, source: str, **more: Any) -> Notebook:
    """Make a new cell as an editor would."""
    code = {"outputs": [], "execution_count": None} if kind == "code" else {}
    made = {"id": uuid.uuid4().hex[:8], "cell_type": kind, "metadata": {}, "source": source}
    return made | code | more


def position(notebook: Notebook, text: str) -> int:
    """Find the first cell that begins with a text."""
    return next(k for k, c in enumerate(notebook["cells"]) if c["source"].startswith(text))


def grade_id(found: Notebook) -> str:
    """Give the grade_id of a cell, or an empty text."""
    return str(found["metadata"].get("nbgrader", {}).get("grade_id", ""))


def by_id(notebook: Notebook, key: str) -> int:
    """Find the cell with this grade_id."""
    return next(k for k, c in enumerate(notebook["cells"]) if grade_id(c) == key)


def answers(notebook: Notebook) -> list[int]:
    """List the cells in which code was asked for."""
    graded = [c["metadata"].get("nbgrader", {}) for c in notebook["cells"]]
    return [k for k, g in enumerate(graded) if g.get("solution") and not g.get("grade")]


def written(notebook: Notebook) -> int:
    """Find the answer in words."""
    graded = [c["metadata"].get("nbgrader", {}) for c in notebook["cells"]]
    return next(k for k, g in enumerate(graded) if g.get("solution") and g.get("grade"))


@change
def without_ids(notebook: Notebook) -> Notebook:
    """Colab, Notebook 6 and old editors write format 4.4 and less, which has no cell ids."""
    notebook["nbformat_minor"] = 0
    for c in notebook["cells"]:
        c.pop("id", None)
    return notebook


@change
def with_new_ids(notebook: Notebook) -> Notebook:
    """DataSpell gives new ids."""
    for c in notebook["cells"]:
        c["id"] = uuid.uuid4().hex[:8]
    return notebook


@change
def without_metadata(notebook: Notebook) -> Notebook:
    """Some editors keep ids and drop what nbgrader wrote."""
    for c in notebook["cells"]:
        c["metadata"] = {}
    return notebook


@change
def without_ids_and_metadata(notebook: Notebook) -> Notebook:
    return without_metadata(without_ids(notebook))


@change
def with_new_ids_and_without_metadata(notebook: Notebook) -> Notebook:
    return without_metadata(with_new_ids(notebook))


@change
def reversed_without_names(notebook: Notebook) -> Notebook:
    notebook = without_ids_and_metadata(notebook)
    notebook["cells"].reverse()
    return notebook


@change
def reversed_with_names(notebook: Notebook) -> Notebook:
    notebook["cells"].reverse()
    return notebook


@change
def shuffled_without_names(notebook: Notebook) -> Notebook:
    cells = without_ids_and_metadata(notebook)["cells"]
    notebook["cells"] = cells[1::3] + cells[2::3] + cells[::3]
    return notebook


def merged(notebook: Notebook, first: int, last: int, keep: int) -> Notebook:
    """Merge code cells as JupyterLab does: one keeps its metadata, the id is new."""
    cells = notebook["cells"]
    code = [c for c in cells[first : last + 1] if c["cell_type"] == "code"]
    source = "\n\n".join(c["source"] for c in code)
    one = copy.deepcopy(cells[keep]) | {"source": source, "id": uuid.uuid4().hex[:8]}
    notebook["cells"] = [*cells[:first], one, *cells[last + 1 :]]
    return notebook


@change
def setup_merged_with_the_id(notebook: Notebook) -> Notebook:
    return merged(notebook, position(notebook, "import numpy"), position(notebook, "STUDENT"), 1)


@change
def setup_merged_and_names_lost(notebook: Notebook) -> Notebook:
    return without_ids_and_metadata(setup_merged_with_the_id(notebook))


@change
def id_merged_with_an_empty_cell(notebook: Notebook) -> Notebook:
    k = position(notebook, "STUDENT")
    notebook["cells"].insert(k, cell("code", ""))
    return merged(notebook, k, k + 1, k)


@change
def id_merged_with_the_answer(notebook: Notebook) -> Notebook:
    k = position(notebook, "STUDENT")
    return merged(notebook, k, k + 2, k + 2)


@change
def answer_merged_with_its_checks(notebook: Notebook) -> Notebook:
    k = answers(notebook)[2]
    return merged(notebook, k, k + 2, k)


@change
def answer_merged_with_its_checks_without_names(notebook: Notebook) -> Notebook:
    return without_ids_and_metadata(answer_merged_with_its_checks(notebook))


@change
def all_answers_in_one_cell(notebook: Notebook) -> Notebook:
    cells = notebook["cells"]
    chosen = answers(notebook)
    one = cell("code", "\n\n\n".join(cells[k]["source"] for k in chosen))
    first = chosen[0]
    notebook["cells"] = [
        one if k == first else c for k, c in enumerate(cells) if k == first or k not in chosen
    ]
    return notebook


@change
def all_code_in_one_cell(notebook: Notebook) -> Notebook:
    code = [c["source"] for c in notebook["cells"] if c["cell_type"] == "code"]
    kept = [c for c in notebook["cells"] if c["cell_type"] != "code"]
    notebook["cells"] = [cell("code", "\n\n".join(code)), *kept]
    return without_ids_and_metadata(notebook)


@change
def only_the_answers_retyped(notebook: Notebook) -> Notebook:
    """A new notebook that holds imports, the id, the functions and the text, and nothing else."""
    cells = notebook["cells"]
    chosen = [position(notebook, "import"), position(notebook, "STUDENT"), *answers(notebook)]
    kept = [cell("code", cells[k]["source"]) for k in chosen]
    notebook["cells"] = [*kept, cell("markdown", cells[written(notebook)]["source"])]
    return notebook


@change
def docstrings_and_comments_dropped(notebook: Notebook) -> Notebook:
    for k in answers(notebook):
        source = re.sub(r'    """.*?"""\n', "", notebook["cells"][k]["source"], flags=re.DOTALL)
        notebook["cells"][k]["source"] = source
    return without_ids_and_metadata(notebook)


@change
def id_cell_split(notebook: Notebook) -> Notebook:
    k = position(notebook, "STUDENT")
    first, second = notebook["cells"][k]["source"].split("\n")
    notebook["cells"][k : k + 1] = [cell("code", first), cell("code", second)]
    return notebook


@change
def id_cell_split_and_names_lost(notebook: Notebook) -> Notebook:
    return without_ids_and_metadata(id_cell_split(notebook))


@change
def id_written_into_the_call(notebook: Notebook) -> Notebook:
    """No STUDENT_ID at all."""
    k = position(notebook, "STUDENT")
    call = notebook["cells"][k]["source"].split("\n")[1].replace("STUDENT_ID", '"anna"')
    notebook["cells"][k] = cell("code", call)
    return notebook


@change
def id_in_the_first_cell(notebook: Notebook) -> Notebook:
    k = position(notebook, "STUDENT")
    line, call = notebook["cells"][k]["source"].split("\n")
    notebook["cells"][k] = cell("code", call)
    notebook["cells"].insert(0, cell("code", line))
    return notebook


@change
def id_not_set(notebook: Notebook) -> Notebook:
    """The answers are computed from the numbers, so they fit those that the folder has."""
    k = position(notebook, "STUDENT")
    notebook["cells"][k]["source"] = notebook["cells"][k]["source"].replace("anna", "your-id")
    return notebook


@change
def id_unknown_to_the_class(notebook: Notebook) -> Notebook:
    k = position(notebook, "STUDENT")
    notebook["cells"][k]["source"] = notebook["cells"][k]["source"].replace("anna", "a.schmidt")
    return without_ids(notebook)


@change
def id_computed(notebook: Notebook) -> Notebook:
    k = position(notebook, "STUDENT")
    notebook["cells"][k]["source"] = notebook["cells"][k]["source"].replace(
        '"anna"', '"".join(["an", "na"])'
    )
    return notebook


@change
def helper_in_a_new_cell(notebook: Notebook) -> Notebook:
    """An answer that is no more than a call of a function in a cell above it."""
    k = answers(notebook)[2]
    source = notebook["cells"][k]["source"]
    name = re.match(r"def (\w+)", source)[1]
    notebook["cells"][k]["source"] = f"{name} = helper"
    notebook["cells"].insert(k, cell("code", re.sub(r"def \w+", "def helper", source, count=1)))
    return notebook


@change
def answers_below_their_stubs(notebook: Notebook) -> Notebook:
    for k in reversed(answers(notebook)):
        source = notebook["cells"][k]["source"]
        head = source.split("\n")[0]
        notebook["cells"][k]["source"] = f"{head}\n    raise NotImplementedError"
        notebook["cells"].insert(k + 1, cell("code", source))
    return notebook


@change
def answers_above_their_stubs(notebook: Notebook) -> Notebook:
    for k in reversed(answers(notebook)):
        source = notebook["cells"][k]["source"]
        head = source.split("\n")[0]
        notebook["cells"][k]["source"] = (
            f"{head}\n    # Your code replaces the next line.\n    raise NotImplementedError"
        )
        notebook["cells"].insert(k, cell("code", source))
    return notebook


@change
def answers_at_the_end_stubs_left(notebook: Notebook) -> Notebook:
    moved = []
    for k in answers(notebook):
        source = notebook["cells"][k]["source"]
        moved.append(cell("code", source))
        head = source.split("\n")[0]
        notebook["cells"][k]["source"] = f"{head}\n    raise NotImplementedError"
    notebook["cells"] += moved
    return notebook


@change
def answers_at_the_end_stubs_deleted(notebook: Notebook) -> Notebook:
    chosen = answers(notebook)
    moved = [cell("code", notebook["cells"][k]["source"]) for k in chosen]
    kept = [c for k, c in enumerate(notebook["cells"]) if k not in chosen]
    notebook["cells"] = kept + moved
    return notebook


@change
def answer_typed_into_the_check(notebook: Notebook) -> Notebook:
    k = answers(notebook)[3]
    source = notebook["cells"].pop(k)["source"]
    notebook["cells"][k]["source"] = f"{source}\n\n\n{notebook['cells'][k]['source']}"
    return notebook


@change
def helper_written_into_a_check(notebook: Notebook) -> Notebook:
    k = answers(notebook)[2]
    source = notebook["cells"][k]["source"]
    name = re.match(r"def (\w+)", source)[1]
    notebook["cells"][k - 2]["source"] = re.sub(r"def \w+", "def helper", source, count=1)
    notebook["cells"][k - 3]["source"] += "\nscale = 1.0"
    notebook["cells"][k]["source"] = f"def {name}(*given):\n    return scale * helper(*given)"
    return notebook


@change
def answers_swapped(notebook: Notebook) -> Notebook:
    one, other = answers(notebook)[1:3]
    cells = notebook["cells"]
    cells[one]["source"], cells[other]["source"] = cells[other]["source"], cells[one]["source"]
    return notebook


@change
def answer_cells_turned_to_markdown(notebook: Notebook) -> Notebook:
    for k in answers(notebook)[1:3]:
        notebook["cells"][k] |= {"cell_type": "markdown"}
        notebook["cells"][k].pop("outputs", None)
    return without_ids_and_metadata(notebook)


@change
def cells_copied(notebook: Notebook) -> Notebook:
    copies = [copy.deepcopy(c) for c in notebook["cells"]]
    notebook["cells"] += copies
    return notebook


@change
def old_stub_pasted_behind_the_answer(notebook: Notebook) -> Notebook:
    stubs = read(ROOT / "exercises/relu/relu.ipynb")
    for k in reversed(answers(notebook)):
        key = grade_id(notebook["cells"][k])
        pasted = [c for c in stubs["cells"] if grade_id(c) == key]
        notebook["cells"][k + 1 : k + 1] = copy.deepcopy(pasted)
    return notebook


@change
def own_cells_everywhere(notebook: Notebook) -> Notebook:
    new = []
    for k, c in enumerate(notebook["cells"]):
        new += [c, cell("code", f"mine_{k} = {k}\nprint(mine_{k})"), cell("markdown", "## Note")]
    notebook["cells"] = new
    return without_ids(notebook)


@change
def formatted(notebook: Notebook) -> Notebook:
    """Black and a careless editor: blank lines, spaces at line ends, CRLF."""
    for c in notebook["cells"]:
        c["source"] = "\r\n".join(f"{line}  " for line in c["source"].split("\n")) + "\r\n\r\n"
    return without_ids_and_metadata(notebook)


@change
def magic_and_comment_on_top(notebook: Notebook) -> Notebook:
    for c in notebook["cells"]:
        if c["cell_type"] == "code":
            c["source"] = f"# {uuid.uuid4().hex}\n{c['source']}"
    k = position(notebook, "# ")
    notebook["cells"][k]["source"] = "%matplotlib inline\n" + notebook["cells"][k]["source"]
    return without_ids_and_metadata(notebook)


@change
def names_of_half_the_cells_lost(notebook: Notebook) -> Notebook:
    for c in notebook["cells"][::2]:
        c["metadata"] = {}
        c.pop("id", None)
    return notebook


@change
def checks_and_text_deleted(notebook: Notebook) -> Notebook:
    def kept(c: Notebook) -> bool:
        return c["cell_type"] == "code" and not c["metadata"].get("nbgrader", {}).get("grade")

    notebook["cells"] = [c for c in notebook["cells"] if kept(c)]
    return notebook


@change
def format_3(notebook: Notebook) -> Notebook:
    cells = []
    for c in notebook["cells"]:
        old = {"cell_type": c["cell_type"], "metadata": c["metadata"]}
        if c["cell_type"] == "code":
            old |= {"input": c["source"], "language": "python", "outputs": []}
        cells.append(old if "input" in old else old | {"source": c["source"]})
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}


def as_bytes(notebook: Notebook) -> bytes:
    """Write a notebook as Jupyter does."""
    return json.dumps(notebook, ensure_ascii=False, indent=1).encode()


@change
def utf_16(notebook: Notebook) -> bytes:
    return as_bytes(notebook).decode().encode("utf-16")


@change
def utf_16_without_mark(notebook: Notebook) -> bytes:
    return as_bytes(notebook).decode().encode("utf-16-be")


@change
def utf_8_with_mark_and_crlf(notebook: Notebook) -> bytes:
    return b"\xef\xbb\xbf" + as_bytes(notebook).replace(b"\n", b"\r\n")


@change
def latin_1(notebook: Notebook) -> bytes:
    notebook["cells"].append(cell("markdown", "Größe"))
    return as_bytes(notebook).decode().encode("cp1252", "replace")


def on_top(*lines: str) -> Change:
    """Put lines above the imports of the first code cell."""

    def put(notebook: Notebook) -> Notebook:
        k = position(notebook, "import numpy")
        notebook["cells"][k]["source"] = "\n".join([*lines, notebook["cells"][k]["source"]])
        return notebook

    return put


CHANGES |= {
    f"first_cell_with {lines[0]}": on_top(*lines)
    for lines in (
        ("import pandas as pd",),
        ("import seaborn as sns; import numpy as np", "sns.set_theme(style='white')"),
        ("import numpy as np, pandas as pd, math",),
        ("from google.colab import drive", "drive.mount('/content/drive')"),
        ("from google.colab import files", "uploaded = files.upload()", "list(uploaded)[:1]"),
        ("from scipy.special import expit, softmax", "import sklearn.datasets"),
        ("import torch", "from torch import nn", "device = torch.device('cpu')"),
        ("class Net(__import__('math').__class__): pass", "import tensorflow as tf"),
        ("import torch.nn as nn", "class Net(nn.Module):", "    pass"),
        (
            "try:",
            "    import google.colab",
            "except ImportError:",
            "    here = True",
            "assert here",
        ),
        ("%pip install pandas",),
        ("!pip install -q seaborn",),
        ("%conda install scipy",),
        ("%matplotlib widget",),
        ("%matplotlib notebook",),
        ("%load_ext autoreload", "%autoreload 2"),
        ("%load_ext nosuchextension",),
        ("%config InlineBackend.figure_format = 'retina'",),
        ("%tensorflow_version 2.x",),
        ("%%time",),
        ("import matplotlib.pyplot as plt", "plt.style.use('seaborn-v0_8')"),
        ("import ipywidgets as widgets", "slider = widgets.IntSlider(); display(slider)"),
        ("from course_lib.relu import relu as reference",),
        ("from numpy import trapz, array",),
        ("from __future__ import annotations",),
        ("import my_helpers", "from helpers import *"),
        ("plt = __import__('matplotlib.pyplot').pyplot", "plt.style.use('seaborn')"),
        ("import os", "os.chdir('/content/drive/My Drive')"),
        ("if True:", "    import pandas", "    pandas.options.display.max_rows = 5"),
    )
}


@change
def decorated_by_a_package_that_is_absent(notebook: Notebook) -> Notebook:
    for k in answers(notebook)[1:]:
        source = notebook["cells"][k]["source"]
        notebook["cells"][k]["source"] = (
            f"from numba import njit, jit\n\n@jit(nopython=True)\n{source}"
        )
    return notebook


def content(changed: Notebook | bytes) -> bytes:
    """Give what is handed in."""
    return changed if isinstance(changed, bytes) else as_bytes(changed)


def assignment(name: str) -> Assignment:
    """Read one of the course's assignments."""
    return Assignment.find(name, ROOT)
