# ruff: noqa
"""Notebooks as they really come in, part B: honest forms other than those of part A, and files to report by name.

``FORMS[form](plain, NAME)`` gives {path below submitted/STUDENT/: content}. ``plain`` is the fully solved notebook of the
assignment NAME as an nbformat 4.5 dict, with the nbgrader metadata that the student got. All answers are there and right.
``REPORTED`` has the same signature; there the report should name the file that was found, not say that it is missing.
``NOTES`` says, for the few forms where one may argue, what would be a fair result.
Nothing in here knows how the grader works.
"""

import ast
import base64
import copy
import io
import json
import random
import re
import struct
import zipfile
import zlib

PLACEHOLDER = "*Write your answer here, in place of this line.*"
STUB_END = "    # Your code replaces the next line.\n    raise NotImplementedError"
FULL_LANGUAGE_INFO = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
    "version": "3.12.4",
}


def src(cell):
    return cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])


def lines_of(text):
    """The list form in which the tools write a source: every line but the last ends in a line feed."""
    parts = text.split("\n")
    out = [part + "\n" for part in parts[:-1]]
    return out + [parts[-1]] if parts[-1] else out


def put(cell, text):
    cell["source"] = lines_of(text)
    return cell


def mark(cell):
    return cell.get("metadata", {}).get("nbgrader") or {}


def is_answer(cell):
    return cell["cell_type"] == "code" and bool(mark(cell).get("solution"))


def is_written(cell):
    return cell["cell_type"] == "markdown" and bool(mark(cell).get("solution"))


def is_check(cell):
    return bool(mark(cell).get("grade")) and not mark(cell).get("solution")


def is_plain_code(cell):
    return cell["cell_type"] == "code" and not mark(cell)


def is_id(cell):
    return is_plain_code(cell) and re.search(r"^STUDENT_ID\s*=", src(cell), re.M) is not None


def is_imports(cell):
    return (
        is_plain_code(cell)
        and re.search(r"^(from course_lib|import numpy)", src(cell), re.M) is not None
    )


def is_statement(cell):
    return cell["cell_type"] == "markdown" and not mark(cell)


def index(cells, which):
    return next(i for i, cell in enumerate(cells) if which(cell))


def function_in(cell):
    """The answer's function or class as (node, lines): the one named like the cell, else the last one."""
    text = src(cell)
    defs = [
        node for node in ast.parse(text).body if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    ]
    named = [node for node in defs if node.name == mark(cell).get("grade_id")]
    return (named or defs)[-1], text.split("\n")


def is_class(cell):
    return isinstance(function_in(cell)[0], ast.ClassDef)


def has_docstring(node):
    first = node.body[0]
    return (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    )


def methods_of(node):
    """The functions that hold the student's code, the last one first, so that lines can be changed from below."""
    found = (
        [item for item in node.body if isinstance(item, ast.FunctionDef)]
        if isinstance(node, ast.ClassDef)
        else [node]
    )
    return found[::-1]


def end_of_signature(node, lines):
    """Number of lines up to the end of the line with the colon."""
    end = node.body[0].lineno - 1
    while end > node.lineno and (
        not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")
    ):
        end -= 1
    return end


def parts_of(cell):
    """(before, signature, docstring, body, after) of an answer cell, each a list of lines."""
    node, lines = function_in(cell)
    start = min([node.lineno] + [d.lineno for d in node.decorator_list]) - 1
    first = node.body[0]
    doc_start = doc_end = end_of_signature(node, lines)
    if has_docstring(node) and len(node.body) > 1:
        doc_start, doc_end = first.lineno - 1, first.end_lineno
    return (
        lines[:start],
        lines[start:doc_start],
        lines[doc_start:doc_end],
        lines[doc_end : node.end_lineno],
        lines[node.end_lineno :],
    )


def stub_of(cell):
    """The cell's text as it was given: signatures and docstrings, and raise NotImplementedError."""
    node, lines = function_in(cell)
    for item in methods_of(node):
        begin = item.body[0].end_lineno if has_docstring(item) else end_of_signature(item, lines)
        blanks = " " * item.col_offset
        lines[begin : item.end_lineno] = [blanks + line for line in STUB_END.split("\n")]
    return "\n".join(lines)


def wrong_body(cell, *inside):
    """Lines for a first try that does not work: in a class they stand in a method."""
    if is_class(cell):
        return (
            ["    def __init__(self, *args, **kwargs):"]
            + ["    " + line for line in inside if "return" not in line]
            + ["        self.result = 0"]
        )
    return list(inside)


def rename(cell, head, new):
    node, _ = function_in(cell)
    return [re.sub(rf"\b(def|class) {node.name}\b", rf"\1 {new}", line) for line in head]


def wrapper(cell, new):
    """A body, or for a class a whole head and body, that hands the work to `new`: (head, doc, body)."""
    node, _ = function_in(cell)
    before, head, doc, body, after = parts_of(cell)
    if is_class(cell):
        return [f"class {node.name}({new}):"], doc, [] if doc else ["    pass"]
    return head, doc, [f"    return {new}({call_of(node)})"]


def call_of(node):
    """The arguments with which a wrapper of the same signature passes everything on."""
    args = node.args
    given = [a.arg for a in args.posonlyargs + args.args]
    if args.vararg:
        given.append("*" + args.vararg.arg)
    given += [f"{a.arg}={a.arg}" for a in args.kwonlyargs]
    if args.kwarg:
        given.append("**" + args.kwarg.arg)
    return ", ".join(given)


def code(text, **metadata):
    return put(
        {
            "cell_type": "code",
            "execution_count": None,
            "metadata": metadata,
            "outputs": [],
            "source": [],
        },
        text,
    )


def markdown(text, **metadata):
    return put({"cell_type": "markdown", "metadata": metadata, "source": []}, text)


def raw(text, **metadata):
    return put({"cell_type": "raw", "metadata": metadata, "source": []}, text)


def dump(nb, indent=1, ensure_ascii=False, end="\n", **more):
    return (json.dumps(nb, indent=indent, ensure_ascii=ensure_ascii, **more) + end).encode("utf-8")


def fresh_id(rng, length=8):
    return "".join(rng.choice("0123456789abcdef") for _ in range(length))


def with_ids(nb, rng, length=8):
    """Cell ids for cells that have none, in the place where Jupyter writes them (keys are sorted there)."""
    for i, cell in enumerate(nb["cells"]):
        cell.setdefault("id", fresh_id(rng, length))
        nb["cells"][i] = {key: cell[key] for key in sorted(cell)}
    return nb


def without_ids(nb, minor=4):
    for cell in nb["cells"]:
        cell.pop("id", None)
    nb["nbformat_minor"] = minor
    return nb


def forget(nb, keep_ids=False):
    """What copy and paste into a new notebook leaves: types and sources."""
    for cell in nb["cells"]:
        cell["metadata"] = {}
        if not keep_ids:
            cell.pop("id", None)
    return nb


def stream(text, name="stdout"):
    return {"name": name, "output_type": "stream", "text": lines_of(text)}


def error(name, value):
    red, off = "\x1b[31m", "\x1b[39m"
    return {
        "ename": name,
        "evalue": value,
        "output_type": "error",
        "traceback": [
            f"{red}---------------------------------------------------------------------------{off}",
            f"{red}{name}{off}                                 Traceback (most recent call last)",
            "\x1b[36mCell\x1b[39m\x1b[36m \x1b[39m\x1b[32mIn[7]\x1b[39m\x1b[32m, line 1\x1b[39m\n\x1b[32m----> \x1b[39m\x1b[32m1\x1b[39m ...",
            f"{red}{name}{off}: {value}",
        ],
    }


def png(width=4, height=4):
    """A real little PNG, as matplotlib puts it into an output."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(
        b"\x00" + bytes((17 * (x + y)) % 256 for x in range(3 * width)) for y in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def picture(size=4):
    return {
        "data": {
            "image/png": base64.b64encode(png(size, size)).decode(),
            "text/plain": ["<Figure size 640x480 with 1 Axes>"],
        },
        "metadata": {},
        "output_type": "display_data",
    }


def run(nb, first=1):
    """Numbers and outputs as after Run All; outputs that are there already stay."""
    count = first
    for cell in nb["cells"]:
        if cell["cell_type"] != "code":
            continue
        cell["execution_count"] = count
        count += 1
        if not cell["outputs"] and "check(" in src(cell):
            cell["outputs"] = [stream("all right\n")]
        if not cell["outputs"] and "plotting." in src(cell):
            cell["outputs"] = [picture()]
    return nb


def home(name):
    return f"{name}/{name}.ipynb"


def start(nb, name):
    return copy.deepcopy(nb), random.Random(name)


COLAB_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"


def executed(nb, name):
    """The notebook after Run All; saved() below takes the metadata and ids away, the usual state after copy and paste."""
    nb, rng = start(nb, name)
    return run(nb), rng


def saved(nb, name, rng, lose=True):
    """Saved by JupyterLab under its own name; with `lose` after a paste into a new notebook."""
    if lose:
        forget(nb)
        nb["metadata"] = {
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            },
            "language_info": FULL_LANGUAGE_INFO,
        }
    return {home(name): dump(with_ids(nb, rng))}


def each_answer(nb, change):
    """Apply change(cell, before, head, doc, body, after) to every answer cell; it gives the new text or a list of cells."""
    cells = []
    for cell in nb["cells"]:
        if is_answer(cell):
            new = change(cell, *parts_of(cell))
            if isinstance(new, str):
                put(cell, new)
            else:
                cells += new
                continue
        cells.append(cell)
    nb["cells"] = cells
    return nb


# ================================================================ what the tools write


def colab(nb, rng, keep):
    for i, cell in enumerate(nb["cells"]):
        meta = dict(
            cell["metadata"] if keep else {},
            id="".join(rng.choice(COLAB_LETTERS) for _ in range(12)),
        )
        new = {"cell_type": cell["cell_type"], "source": cell["source"], "metadata": meta}
        if cell["cell_type"] == "code":
            new.update(execution_count=cell["execution_count"], outputs=cell["outputs"])
        nb["cells"][i] = new
    meta = {
        "colab": {"provenance": [], "collapsed_sections": ["aB3dE5gH7jK9"], "toc_visible": True},
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
        "language_info": {"name": "python"},
        "accelerator": "GPU",
    }
    return {"nbformat": 4, "nbformat_minor": 0, "metadata": meta, "cells": nb["cells"]}


def colab_new_notebook(nb, name):
    """Everything typed over into Untitled0.ipynb of Colab and renamed: Colab's form, no nbgrader metadata."""
    nb, rng = start(nb, name)
    return {home(name): dump(colab(run(nb), rng, keep=False), indent=2, end="")}


def colab_github_badge(nb, name):
    """Colab > Save a copy in GitHub: the badge on top, and < > & escaped as \\u003c in the file."""
    nb, rng = start(nb, name)
    nb = colab(run(nb), rng, keep=True)
    badge = f'<a href="https://colab.research.google.com/github/anna/nn/blob/main/{name}.ipynb" target="_parent"><img src="https://colab.research.google.com/assets/colab-badge.svg" alt="Open In Colab"/></a>'
    nb["cells"].insert(
        0,
        {
            "cell_type": "markdown",
            "metadata": {"id": "view-in-github", "colab_type": "text"},
            "source": [badge],
        },
    )
    text = dump(nb, indent=2, end="").decode()
    for sign, escape in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(sign, escape)
    return {home(name): text.encode("utf-8")}


def colab_widgets_without_state(nb, name):
    """A tqdm bar in Colab: metadata.widgets without the key 'state', at which nbconvert breaks."""
    nb, rng = start(nb, name)
    nb = colab(run(nb), rng, keep=False)
    model = {
        "model_module": "@jupyter-widgets/controls",
        "model_name": "HBoxModel",
        "model_module_version": "1.5.0",
        "state": {"_view_name": "HBoxView", "children": []},
    }
    nb["metadata"]["widgets"] = {
        "application/vnd.jupyter.widget-state+json": {fresh_id(rng, 32): model}
    }
    view = {
        "output_type": "display_data",
        "data": {
            "text/plain": ["  0%|          | 0/100 [00:00<?, ?it/s]"],
            "application/vnd.jupyter.widget-view+json": {
                "version_major": 2,
                "version_minor": 0,
                "model_id": fresh_id(rng, 32),
            },
        },
        "metadata": {},
    }
    nb["cells"][index(nb["cells"], lambda c: c["cell_type"] == "code")]["outputs"].append(view)
    return {home(name): dump(nb, indent=2, end="")}


def vscode_crlf_sources(nb, name):
    """VS Code on Windows, cells pasted from a file: CRLF inside the sources, minor 2, no metadata but the language."""
    nb, rng = start(nb, name)
    without_ids(forget(run(nb)), minor=2)
    for cell in nb["cells"]:
        cell["source"] = [
            line[:-1] + "\r\n" if line.endswith("\n") else line for line in lines_of(src(cell))
        ]
        if cell["cell_type"] == "code":
            cell["metadata"] = {"vscode": {"languageId": "python"}}
    nb["metadata"] = {
        "kernelspec": {
            "display_name": "Python 3.12.4 64-bit (microsoft store)",
            "language": "python",
            "name": "python3",
        },
        "language_info": FULL_LANGUAGE_INFO,
    }
    return {home(name): dump(nb, end="")}


def pycharm(nb, name):
    """PyCharm: '#%%' names in the metadata, minor 0, language_info of an old template, its key order."""
    nb, rng = start(nb, name)
    cells = []
    for cell in run(nb)["cells"]:
        meta = {"pycharm": {"name": "#%% md\n" if cell["cell_type"] == "markdown" else "#%%\n"}}
        new = {"cell_type": cell["cell_type"]}
        if cell["cell_type"] == "code":
            new.update(execution_count=cell["execution_count"])
            meta = {"collapsed": False, "jupyter": {"outputs_hidden": False}, **meta}
        new.update(metadata=meta)
        if cell["cell_type"] == "code":
            new.update(outputs=cell["outputs"])
        cells.append(dict(new, source=cell["source"]))
    info = dict(
        FULL_LANGUAGE_INFO,
        codemirror_mode={"name": "ipython", "version": 2},
        pygments_lexer="ipython2",
        version="2.7.6",
    )
    nb = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": info,
        },
        "nbformat": 4,
        "nbformat_minor": 0,
    }
    return {home(name): dump(nb, end="")}


def dataspell(nb, name):
    """DataSpell: metadata first, ids of 16 digits, the first one 'initial_id', ExecuteTime; a trailing empty cell."""
    nb, rng = start(nb, name)
    nb["cells"].append(code(""))
    cells = []
    for cell in run(nb)["cells"]:
        meta = {}
        if cell["cell_type"] == "code":
            meta = {
                "ExecuteTime": {
                    "end_time": "2026-11-26T19:36:53.059285Z",
                    "start_time": "2026-11-26T19:36:52.964905Z",
                }
            }
        new = {
            "metadata": meta,
            "cell_type": cell["cell_type"],
            "source": cell["source"],
            "id": fresh_id(rng, 16) if cells else "initial_id",
        }
        if cell["cell_type"] == "code":
            new.update(outputs=cell["outputs"], execution_count=cell["execution_count"])
        cells.append(new)
    nb = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": FULL_LANGUAGE_INFO,
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return {home(name): dump(nb, end="")}


def deepnote(nb, name):
    """Deepnote: sources as strings, its own metadata, text blocks split from the statements, an advertisement at the end."""
    nb, rng = start(nb, name)
    cells = []
    for cell in run(nb)["cells"]:
        if is_statement(cell) and src(cell).startswith("#") and "\n" in src(cell):
            head, rest = src(cell).split("\n", 1)
            level = len(head) - len(head.lstrip("#"))
            cells.append(
                {
                    "cell_type": "markdown",
                    "metadata": {
                        "cell_id": fresh_id(rng, 32),
                        "deepnote_cell_type": f"text-cell-h{min(level, 3)}",
                        "formattedRanges": [],
                    },
                    "source": head,
                }
            )
            text = rest.strip("\n")
        else:
            text = src(cell)
        new = {
            "cell_type": cell["cell_type"],
            "metadata": {"cell_id": fresh_id(rng, 32), "deepnote_cell_type": cell["cell_type"]},
            "source": text,
        }
        if cell["cell_type"] == "code":
            new["metadata"].update(
                source_hash=fresh_id(rng),
                execution_start=1760809670866,
                execution_millis=rng.randrange(1, 400),
                deepnote_to_be_reexecuted=False,
            )
            new.update(outputs=cell["outputs"], execution_count=cell["execution_count"])
        cells.append(new)
    advert = "<a style='text-decoration:none;line-height:16px;display:flex;color:#5B5B62;padding:10px;justify-content:end;' href='https://deepnote.com?utm_source=created-in-deepnote-cell&projectId=d93e6d1f' target=\"_blank\">\n<img alt='Created in deepnote.com' src='data:image/svg+xml;base64,PD94bWwgdmVyc2lvbj0i' > </img>\nCreated in <span style='font-weight:600;margin-left:4px;'>Deepnote</span></a>"
    cells.append(
        {
            "cell_type": "markdown",
            "metadata": {"created_in_deepnote_cell": True, "deepnote_cell_type": "markdown"},
            "source": advert,
        }
    )
    meta = {
        "deepnote": {},
        "deepnote_execution_queue": [],
        "deepnote_notebook_id": fresh_id(rng, 32),
        "language_info": {"name": "python"},
    }
    return {
        home(name): dump(
            {"cells": cells, "metadata": meta, "nbformat": 4, "nbformat_minor": 0}, indent=2, end=""
        )
    }


def kaggle_single_line(nb, name):
    """Kaggle > Download: one line, sources as strings, minor 4, Kaggle's first cell on top."""
    nb, rng = start(nb, name)
    text = "# This Python 3 environment comes with many helpful analytics libraries installed\nimport numpy as np # linear algebra\nimport pandas as pd # data processing, CSV file I/O (e.g. pd.read_csv)\n\n# Input data files are available in the read-only \"../input/\" directory\n\nimport os\nfor dirname, _, filenames in os.walk('/kaggle/input'):\n    for filename in filenames:\n        print(os.path.join(dirname, filename))"
    nb["cells"].insert(
        0,
        code(
            text,
            _uuid="8f2839f25d086af736a60e9eeb907d3b93b6e0e5",
            _cell_guid="b1076dfc-b9ad-4769-8c92-a6c4dae69d19",
        ),
    )
    cells = []
    for cell in run(nb)["cells"]:
        meta = {key: value for key, value in cell["metadata"].items() if key.startswith("_")}
        if cell["cell_type"] == "code":
            meta.update(
                trusted=True,
                execution={
                    "iopub.status.busy": "2026-11-20T19:10:52.1Z",
                    "iopub.execute_input": "2026-11-20T19:10:52.2Z",
                    "iopub.status.idle": "2026-11-20T19:10:52.4Z",
                    "shell.execute_reply": "2026-11-20T19:10:52.3Z",
                },
            )
        new = {"cell_type": cell["cell_type"], "source": src(cell), "metadata": meta}
        if cell["cell_type"] == "code":
            new.update(execution_count=cell["execution_count"], outputs=cell["outputs"])
        cells.append(new)
    info = {
        "name": "python",
        "version": "3.11.13",
        "mimetype": "text/x-python",
        "codemirror_mode": {"name": "ipython", "version": 3},
        "pygments_lexer": "ipython3",
        "nbconvert_exporter": "python",
        "file_extension": ".py",
    }
    meta = {
        "kernelspec": {"language": "python", "display_name": "Python 3", "name": "python3"},
        "language_info": info,
        "kaggle": {
            "accelerator": "none",
            "dataSources": [],
            "dockerImageVersionId": 31193,
            "isInternetEnabled": True,
            "language": "python",
            "sourceType": "notebook",
            "isGpuEnabled": False,
        },
    }
    return {
        home(name): dump(
            {"metadata": meta, "nbformat_minor": 4, "nbformat": 4, "cells": cells},
            indent=None,
            end="",
            separators=(",", ":"),
        )
    }


def databricks(nb, name):
    """Databricks: its own cell metadata, execution_count 0 everywhere, sources in one string within a list."""
    nb, rng = start(nb, name)
    without_ids(run(nb), minor=0)
    for cell in nb["cells"]:
        nuid = f"{fresh_id(rng)}-{fresh_id(rng, 4)}-4{fresh_id(rng, 3)}-8{fresh_id(rng, 3)}-{fresh_id(rng, 12)}"
        cell["metadata"] = {
            "application/vnd.databricks.v1+cell": {
                "cellMetadata": {"byteLimit": 2048000, "rowLimit": 10000},
                "inputWidgets": {},
                "nuid": nuid,
                "showTitle": False,
                "tableResultSettingsMap": {},
                "title": "",
            }
        }
        cell["source"] = [src(cell)]
        if cell["cell_type"] == "code":
            cell["execution_count"] = 0
    nb["metadata"] = {
        "application/vnd.databricks.v1+notebook": {
            "computePreferences": None,
            "dashboards": [],
            "environmentMetadata": {"base_environment": "", "environment_version": "2"},
            "language": "python",
            "notebookMetadata": {"pythonIndentUnit": 4},
            "notebookName": name,
            "widgets": {},
        },
        "language_info": {"name": "python"},
    }
    return {home(name): dump(nb, end="")}


def papermill(nb, name):
    """Went through papermill: parameters injected on top, its metadata in every cell and in the notebook."""
    nb, rng = start(nb, name)
    nb["cells"].insert(0, code("# Parameters\nseed = 1\n", tags=["injected-parameters"]))
    for cell in run(nb)["cells"]:
        cell["metadata"]["papermill"] = {
            "duration": 0.009513,
            "end_time": "2026-11-11T14:40:44.877528",
            "exception": False,
            "start_time": "2026-11-11T14:40:44.868015",
            "status": "completed",
        }
        cell["metadata"].setdefault("tags", [])
    nb["metadata"]["papermill"] = {
        "default_parameters": {},
        "duration": 9.345591,
        "end_time": "2026-11-11T14:40:45.013012",
        "environment_variables": {},
        "exception": None,
        "input_path": f"{name}.ipynb",
        "output_path": f"out/{name}.ipynb",
        "parameters": {"seed": 1},
        "start_time": "2026-11-11T14:40:35.667421",
        "version": "2.6.0",
    }
    return {home(name): dump(with_ids(nb, rng))}


def jupytext_roundtrip(nb, name):
    """Worked on as NAME.py (percent) and back: no outputs, no counts, trailing blanks gone; the .py lies beside it."""
    nb, rng = start(nb, name)
    py = [
        "# ---\n# jupyter:\n#   jupytext:\n#     formats: ipynb,py:percent\n#     text_representation:\n#       extension: .py\n#       format_name: percent\n# ---\n"
    ]
    for cell in nb["cells"]:
        put(cell, "\n".join(line.rstrip() for line in src(cell).strip("\n").split("\n")))
        if cell["cell_type"] == "code":
            cell["execution_count"], cell["outputs"] = None, []
            py.append("# %%\n" + src(cell) + "\n")
        else:
            py.append(
                "# %% [markdown]\n"
                + "\n".join(("# " + line).rstrip() for line in src(cell).split("\n"))
                + "\n"
            )
    nb["metadata"] = {
        "jupytext": {
            "cell_metadata_filter": "-all",
            "formats": "ipynb,py:percent",
            "main_language": "python",
        },
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    }
    return dict(
        saved(forget(nb), name, rng, lose=False),
        **{f"{name}/{name}.py": "\n".join(py).encode("utf-8")},
    )


def jupyterlite(nb, name):
    """JupyterLite: Pyodide kernel, sources as strings, indent 2, metadata first; piplite on top."""
    nb, rng = start(nb, name)
    nb["cells"].insert(
        0, code("%pip install -q course_lib\nimport piplite\nawait piplite.install('ipywidgets')")
    )
    cells = []
    for cell in run(nb)["cells"]:
        new = {
            "id": f"{fresh_id(rng)}-{fresh_id(rng, 4)}-4{fresh_id(rng, 3)}-9{fresh_id(rng, 3)}-{fresh_id(rng, 12)}",
            "cell_type": cell["cell_type"],
            "source": src(cell),
            "metadata": {"trusted": True} if cell["cell_type"] == "code" else {},
        }
        if cell["cell_type"] == "code":
            new.update(outputs=cell["outputs"], execution_count=cell["execution_count"])
        cells.append(new)
    meta = {
        "kernelspec": {"name": "python", "display_name": "Python (Pyodide)", "language": "python"},
        "language_info": dict(FULL_LANGUAGE_INFO, version="3.13"),
    }
    return {
        home(name): dump(
            {"metadata": meta, "nbformat_minor": 5, "nbformat": 4, "cells": cells}, indent=2, end=""
        )
    }


def json_tool(nb, name):
    """'Repaired' with an online JSON formatter: keys sorted, all non-ASCII escaped, tabs, sources as strings."""
    nb, rng = start(nb, name)
    for cell in run(nb)["cells"]:
        cell["source"] = src(cell)
    return {home(name): dump(nb, indent="\t", ensure_ascii=True, sort_keys=True, end="\n\n")}


def duplicated_ids(nb, name):
    """Cells copied in a tool that copies the id too; pieces of a git merge. Some ids occur twice, two are missing."""
    nb, rng = start(nb, name)
    run(forget(nb, keep_ids=True))
    for cell, other in zip(nb["cells"][3::4], nb["cells"][2::4]):
        cell["id"] = other["id"]
    for cell in nb["cells"][-2:]:
        cell.pop("id")
    return {home(name): dump(nb)}


def fields_missing(nb, name):
    """Put together by a script: code cells without execution_count, outputs or metadata, notebook without metadata."""
    nb, rng = start(nb, name)
    cells = [{"cell_type": cell["cell_type"], "source": src(cell)} for cell in nb["cells"]]
    return {home(name): dump({"nbformat": 4, "nbformat_minor": 5, "cells": cells}, indent=None)}


def extra_fields(nb, name):
    """Markdown cells that were code cells once: they still have outputs and a count, and code cells have attachments."""
    nb, rng = start(nb, name)
    for cell in run(nb)["cells"]:
        if cell["cell_type"] == "markdown":
            cell["outputs"], cell["execution_count"] = [], None
        else:
            cell["attachments"] = {}
    return saved(nb, name, rng)


def huge_outputs(nb, name):
    """A print in a loop (4 MB), a large picture, an HTML table, a warning, a long traceback, a widget view, a null count."""
    nb, rng = start(nb, name)
    run(nb)
    big = "".join(f"epoch {i:6d}  cost {1 / (i + 1):.6f}\n" for i in range(130000))
    for i, cell in enumerate(c for c in nb["cells"] if is_answer(c)):
        cell["outputs"] = [
            stream(big) if i == 0 else picture(400 if i == 1 else 4),
            stream(
                "/tmp/ipykernel_4711/1.py:3: RuntimeWarning: overflow encountered in exp\n",
                "stderr",
            ),
            {
                "data": {
                    "text/html": ["<table>\n", "<tr><td>1</td></tr>\n", "</table>"],
                    "text/plain": ["   0\n", "0  1"],
                },
                "execution_count": None,
                "metadata": {},
                "output_type": "execute_result",
            },
            error("ValueError", "operands could not be broadcast together with shapes (3,) (2,) "),
        ]
    return saved(nb, name, rng, lose=False)


def utf16_powershell(nb, name):
    """Windows PowerShell: git show HEAD:NAME.ipynb > NAME.ipynb gives UTF-16 with a byte order mark, CRLF."""
    nb, rng = start(nb, name)
    text = dump(run(nb), ensure_ascii=True).decode().replace("\n", "\r\n")
    return {home(name): b"\xff\xfe" + text.encode("utf-16-le")}


# ================================================================ names and places


def file_copy1(nb, name):
    """Jupyter's Duplicate: only NAME-Copy1.ipynb was handed in."""
    nb, rng = start(nb, name)
    return {f"{name}/{name}-Copy1.ipynb": dump(run(nb))}


def file_ipynb_txt(nb, name):
    """Windows hid the ending: NAME.ipynb.txt."""
    nb, rng = start(nb, name)
    return {f"{name}/{name}.ipynb.txt": dump(run(nb)).replace(b"\n", b"\r\n")}


def file_anna_final(nb, name):
    """Her own name and the word final."""
    nb, rng = start(nb, name)
    return {f"{name}/Anna_{name}_final.ipynb": dump(run(nb))}


def file_copy_of(nb, name):
    """Colab's copy in Drive, in German: Kopie von NAME.ipynb."""
    nb, rng = start(nb, name)
    return {
        f"{name}/Kopie von {name}.ipynb": dump(colab(run(nb), rng, keep=False), indent=2, end="")
    }


def file_json(nb, name):
    """Saved from the raw view in the browser: NAME.json."""
    nb, rng = start(nb, name)
    return {f"{name}/{name}.json": dump(run(nb))}


def file_canvas(nb, name):
    """Canvas, second upload, late: musteranna_LATE_12345_678901_NAME-1.ipynb, without a folder."""
    nb, rng = start(nb, name)
    return {f"musteranna_LATE_12345_678901_{name}-1.ipynb": dump(run(nb))}


def folder_moodle(nb, name):
    """Moodle's Download all: a folder for each person."""
    nb, rng = start(nb, name)
    return {f"Anna Muster_4711_assignsubmission_file/{name}.ipynb": dump(run(nb))}


def folder_whole_bundle(nb, name):
    """The whole bundle as it was unzipped, with the other notebooks, not begun, and the README."""
    nb, rng = start(nb, name)
    top = "neural_network_classifier"
    out = {
        f"{top}/README.md": b"# Neural network classifier\n",
        f"{top}/requirements.txt": b"jupyterlab\nnumpy\n",
        f"{top}/{name}.ipynb": dump(run(nb)),
    }
    for other in ("relu", "softmax", "gradient_flow"):
        if other != name:
            text = f"# {other}\n\nNot begun."
            out[f"{top}/{other}.ipynb"] = dump(
                {
                    "cells": [dict(markdown(text), id=f"{other}-0")],
                    "metadata": {},
                    "nbformat": 4,
                    "nbformat_minor": 5,
                }
            )
    return out


def folder_nested_twice(nb, name):
    """Windows' Extract all: NAME/NAME/NAME.ipynb."""
    nb, rng = start(nb, name)
    return {f"{name}/{name}/{name}.ipynb": dump(run(nb))}


def folder_called_ipynb(nb, name):
    """Unpacked from NAME.ipynb.zip: NAME.ipynb is a folder, and the notebook lies in it."""
    nb, rng = start(nb, name)
    return {f"{name}/{name}.ipynb/{name}.ipynb": dump(run(nb))}


def file_capitals(nb, name):
    """Typed anew on a phone: first letter large, ending in capitals."""
    nb, rng = start(nb, name)
    return {f"{name}/{name.capitalize()}.IPYNB": dump(run(nb))}


def file_umlaut_decomposed(nb, name):
    """A Mac's file name with umlauts, decomposed (NFD), and blanks."""
    nb, rng = start(nb, name)
    return {f"{name}/U\u0308bung 3 - {name} - Ju\u0308rgen Scho\u0308n.ipynb": dump(run(nb))}


def file_nbconvert(nb, name):
    """jupyter nbconvert --execute --to notebook: NAME.nbconvert.ipynb."""
    nb, rng = start(nb, name)
    return {f"{name}/{name}.nbconvert.ipynb": dump(run(nb))}


def file_blank_at_end(nb, name):
    """A blank before the dot and words with blanks in place of underscores."""
    nb, rng = start(nb, name)
    return {f"{name}/{name.replace('_', ' ')} .ipynb": dump(run(nb))}


def two_equal_files(nb, name):
    """Handed in twice: NAME.ipynb and NAME (1).ipynb are equal byte for byte."""
    nb, rng = start(nb, name)
    return {home(name): dump(run(nb)), f"{name}/{name} (1).ipynb": dump(run(nb))}


def beside_the_given_one(nb, name):
    """The solved one under its right name, and beside it the given one as NAME_original.ipynb."""
    nb, rng = start(nb, name)
    return {
        home(name): dump(run(copy.deepcopy(nb))),
        f"{name}/{name}_original.ipynb": dump(unsolved(nb)),
    }


def beside_editor_leftovers(nb, name):
    """.virtual_documents (plain Python under the notebook's name), .~NAME.ipynb, .idea, __pycache__, .vscode."""
    nb, rng = start(nb, name)
    shadow = "\n\n\n".join(src(cell) for cell in nb["cells"] if cell["cell_type"] == "code").encode(
        "utf-8"
    )
    return {
        home(name): dump(run(nb)),
        f"{name}/.virtual_documents/{name}.ipynb": shadow,
        f"{name}/.~{name}.ipynb": b"",
        f"{name}/.idea/workspace.xml": b'<project version="4" />\n',
        f"{name}/.vscode/settings.json": b"{}\n",
        f"{name}/__pycache__/helpers.cpython-312.pyc": b"\xcb\r\r\n\x00\x00\x00\x00",
        f"{name}/desktop.ini": b"[.ShellClassInfo]\r\n",
        f"{name}/Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    }


# ================================================================ answers in code


def unsolved(nb):
    nb = copy.deepcopy(nb)
    for cell in nb["cells"]:
        if is_answer(cell):
            put(cell, stub_of(cell))
        elif is_written(cell):
            put(cell, PLACEHOLDER)
        if cell["cell_type"] == "code":
            cell["execution_count"], cell["outputs"] = None, []
    return nb


def stub_left_above(nb, name):
    """Afraid to touch the given cell: it still raises NotImplementedError, the answer is in a new cell below it."""
    nb, rng = executed(nb, name)

    def change(cell, before, head, doc, body, after):
        answer = code("\n".join(before + head + body + after))
        put(cell, stub_of(cell))
        return [cell, answer]

    return saved(each_answer(nb, change), name, rng, lose=False)


def answers_moved_to_end(nb, name):
    """All answer cells cut and pasted to the end, below a heading of the student's own."""
    nb, rng = executed(nb, name)
    answers = [cell for cell in nb["cells"] if is_answer(cell)]
    nb["cells"] = (
        [cell for cell in nb["cells"] if not is_answer(cell)]
        + [markdown("# My solutions")]
        + answers
    )
    return saved(nb, name, rng)


def all_answers_in_one_cell(nb, name):
    """One large cell with all functions in the place of the first; the other answer cells are deleted."""
    nb, rng = executed(nb, name)
    text = "\n\n\n".join(src(cell).strip("\n") for cell in nb["cells"] if is_answer(cell))
    first = index(nb["cells"], is_answer)
    nb["cells"] = (
        nb["cells"][:first]
        + [put(nb["cells"][first], text)]
        + [cell for cell in nb["cells"][first + 1 :] if not is_answer(cell)]
    )
    return saved(nb, name, rng)


def answer_split(nb, name):
    """Split at the cursor (Ctrl+Shift+-): global variables that the function uses are in a cell of their own above it."""
    nb, rng = executed(nb, name)

    def change(cell, before, head, doc, body, after):
        node, _ = function_in(cell)
        table = code(f"_cache_of_{node.name} = {{}}\nDEBUG = False")
        body = ["    if DEBUG:", f"        print('{node.name}', _cache_of_{node.name})"] + body
        put(cell, "\n".join(before + head + doc + body + after))
        return [table, cell]

    return saved(each_answer(nb, change), name, rng)


def older_attempt_below_other_name(nb, name):
    """The first try is kept below, renamed with _old, and still raises when it is called."""
    nb, rng = executed(nb, name)

    def change(cell, before, head, doc, body, after):
        node, _ = function_in(cell)
        old = rename(cell, head, f"{node.name}_old")
        return [
            cell,
            code(
                "\n".join(
                    old
                    + doc
                    + wrong_body(cell, "    # first idea", "    raise NotImplementedError")
                )
            ),
            code(f"# {node.name}_old(1)"),
        ]

    return saved(each_answer(nb, change), name, rng)


def older_attempt_switched_off(nb, name):
    """The wrong first try stands below, switched off: as a raw cell, in a markdown fence, or commented out."""
    nb, rng = executed(nb, name)
    kinds = [
        lambda t: raw(t),
        lambda t: markdown("old version:\n```python\n" + t + "\n```"),
        lambda t: code("\n".join("# " + line for line in t.split("\n"))),
    ]

    def change(cell, before, head, doc, body, after):
        kinds.append(kinds.pop(0))
        return [cell, kinds[0]("\n".join(head + wrong_body(cell, "    return 0")))]

    return saved(each_answer(nb, change), name, rng)


def older_attempt_in_same_cell(nb, name):
    """Both tries in the answer cell: the wrong one above, the right one below it, with the same name."""
    nb, rng = executed(nb, name)

    def change(cell, before, head, doc, body, after):
        return "\n".join(
            before
            + head
            + wrong_body(cell, "    return None")
            + ["", "", "# now correct:"]
            + head
            + doc
            + body
            + after
        )

    return saved(each_answer(nb, change), name, rng)


def renamed_then_aliased(nb, name):
    """The function has a name of the student's own; the last line gives it the asked name."""
    nb, rng = executed(nb, name)

    def change(cell, before, head, doc, body, after):
        node, _ = function_in(cell)
        new = rename(cell, head, f"f_{node.name}_anna")
        return "\n".join(
            before + new + doc + body + after + ["", "", f"{node.name} = f_{node.name}_anna"]
        )

    return saved(each_answer(nb, change), name, rng)


def tidied_by_chat(nb, name):
    """Docstring and comments gone, everything reformatted, as after 'please clean up my code'."""
    nb, rng = executed(nb, name)

    def change(cell, before, head, doc, body, after):
        tree = ast.parse(src(cell))
        for item in ast.walk(tree):
            if (
                isinstance(item, (ast.FunctionDef, ast.ClassDef))
                and has_docstring(item)
                and len(item.body) > 1
            ):
                item.body = item.body[1:]
        return ast.unparse(tree)

    return saved(each_answer(nb, change), name, rng)


def tabs(nb, name):
    """Indented with tabs by the student's editor."""
    nb, rng = executed(nb, name)

    def change(cell, before, head, doc, body, after):
        out = []
        for line in src(cell).split("\n"):
            blanks = len(line) - len(line.lstrip(" "))
            out.append("\t" * (blanks // 4) + " " * (blanks % 4) + line.lstrip(" "))
        return "\n".join(out)

    return saved(each_answer(nb, change), name, rng, lose=False)


def odd_signs_in_comments(nb, name):
    """Comments from a word processor: no-break blanks, typographic quotes, a zero-width blank, an emoji, Greek, Chinese."""
    nb, rng = executed(nb, name)
    note = "# Lösung:\u00a0„so wie im Kapitel“ – z\u00a0≤\u00a00 ⇒ 0,\u200b σ′(z) … 很好 🎉"

    def change(cell, before, head, doc, body, after):
        return "\n".join(before + [note] + head + doc + ["    " + note] + body + after)

    each_answer(nb, change)
    at = index(nb["cells"], is_written)
    put(nb["cells"][at], "„Antwort“:\u00a0" + src(nb["cells"][at]))
    return saved(nb, name, rng)


def magics_everywhere(nb, name):
    """Magics in the import cell, some of extensions that are not there; %%capture or %%timeit-like lines on answers."""
    nb, rng = executed(nb, name)
    at = index(nb["cells"], is_imports)
    put(
        nb["cells"][at],
        "%matplotlib widget\n%load_ext autoreload\n%autoreload 2\n%config InlineBackend.figure_format = 'retina'\n!pip install -q nothing-at-all-42\n%load_ext lab_black\n"
        + src(nb["cells"][at]),
    )
    nb["cells"].insert(0, code("%cd /content/drive/MyDrive/Colab Notebooks/nn\n!ls"))
    tops = ["%%capture captured\n", "%%capture\n", "%%time\n\n"]

    def change(cell, before, head, doc, body, after):
        tops.append(tops.pop(0))
        return tops[0] + src(cell) + "\n%who" * (tops[0] == "%%capture\n")

    return saved(each_answer(nb, change), name, rng)


def imports_first_of_all(nb, name):
    """Packages that the grading machine may not have are imported in the given import cell, above numpy."""
    nb, rng = executed(nb, name)
    at = index(nb["cells"], is_imports)
    put(
        nb["cells"][at],
        "import pandas as pd, seaborn as sns\nfrom google.colab import drive, files\ndrive.mount('/content/drive')\nfrom tqdm import tqdm\n"
        + src(nb["cells"][at]),
    )
    return saved(nb, name, rng)


def import_cell_deleted(nb, name):
    """The import cell went by mistake; every answer cell imports numpy by itself."""
    nb, rng = executed(nb, name)
    text = src(nb["cells"][index(nb["cells"], is_imports)])

    def change(cell, before, head, doc, body, after):
        return text + "\n\n" + src(cell)

    each_answer(nb, change)
    at = index(nb["cells"], is_id)
    put(nb["cells"][at], text + "\n\n" + src(nb["cells"][at]))
    nb["cells"] = [cell for cell in nb["cells"] if not (is_imports(cell) and not is_id(cell))]
    return saved(nb, name, rng)


def call_left_that_raises(nb, name):
    """Below the function, in its cell: a call with a variable that is gone after a restart, and a failed assert."""
    nb, rng = executed(nb, name)

    def change(cell, before, head, doc, body, after):
        node, _ = function_in(cell)
        return (
            src(cell).rstrip("\n")
            + f"\n\nprint({node.name}(my_test_input))\nassert 0.1 + 0.2 == 0.3"
        )

    return saved(each_answer(nb, change), name, rng)


def helper_in_cell_below(nb, name):
    """The helper that does the work stands in a cell below the check, where it was written during the search."""
    nb, rng = executed(nb, name)
    cells, waiting = [], []
    for cell in nb["cells"]:
        if is_statement(cell) and waiting:
            cells += waiting
            waiting = []
        if is_answer(cell) and not is_class(cell):
            node, _ = function_in(cell)
            before, head, doc, body, after = parts_of(cell)
            waiting.append(code("\n".join(rename(cell, head, f"helper_{node.name}") + body)))
            put(cell, "\n".join(before + sum(wrapper(cell, f"helper_{node.name}"), []) + after))
        cells.append(cell)
    nb["cells"] = cells + waiting
    return saved(nb, name, rng)


def raise_below_unindented(nb, name):
    """raise NotImplementedError slipped out of the function: the cell defines it and then raises."""
    nb, rng = executed(nb, name)

    def change(cell, before, head, doc, body, after):
        return "\n".join(
            before
            + head
            + doc
            + body
            + ["# Your code replaces the next line.", "raise NotImplementedError"]
        )

    return saved(each_answer(nb, change), name, rng, lose=False)


def decorated(nb, name):
    """A decorator to silence NumPy's warnings, imports inside the cell, a nested function that does the work."""
    nb, rng = executed(nb, name)

    def change(cell, before, head, doc, body, after):
        node, _ = function_in(cell)
        if is_class(cell):
            return "import functools, math\nimport numpy as np\n\n" + src(cell)
        inner = (
            ["    def inner():"]
            + ["    " + line if line.strip() else line for line in body]
            + ["    return inner()"]
        )
        given = {arg.arg for arg in node.args.posonlyargs + node.args.args + node.args.kwonlyargs}
        stored = {
            item.id
            for item in ast.walk(node)
            if isinstance(item, ast.Name) and isinstance(item.ctx, ast.Store)
        }
        if given & stored or any('"""' in line or "'''" in line for line in body):
            inner = body  # a nested function would not see its own argument
        return "\n".join(
            before
            + ["import functools, math", "import numpy as np", "", "@np.errstate(all='ignore')"]
            + head
            + doc
            + inner
            + after
        )

    return saved(each_answer(nb, change), name, rng)


# ================================================================ the id


def id_merged_to_top(nb, name):
    """The id cell merged with the imports at the very top of the notebook, single quotes, a comment, a print."""
    nb, rng = executed(nb, name)
    cells = nb["cells"]
    imports, own = cells[index(cells, is_imports)], cells[index(cells, is_id)]
    text = re.sub(
        r'^STUDENT_ID\s*=\s*"([^"]*)"', r"STUDENT_ID = '\1'  # <- my id", src(own), flags=re.M
    )
    nb["cells"] = [put(imports, src(imports) + "\n\n" + text + "\nprint(numbers)")] + [
        cell for cell in cells if cell is not imports and cell is not own
    ]
    return saved(nb, name, rng)


def id_by_detour(nb, name):
    """A variable of the student's own first, an annotation, strip(); the numbers shown at the end of the cell."""
    nb, rng = executed(nb, name)
    at = index(nb["cells"], is_id)
    text = re.sub(
        r"^STUDENT_ID\s*=\s*(.+)$",
        r"matrikel = \1\nSTUDENT_ID: str = matrikel.strip()",
        src(nb["cells"][at]),
        flags=re.M,
    )
    put(nb["cells"][at], text + "\nnumbers")
    return saved(nb, name, rng)


def id_by_input(nb, name):
    """STUDENT_ID = input(...), as in the programming course of the first term."""
    nb, rng = executed(nb, name)
    at = index(nb["cells"], is_id)
    put(
        nb["cells"][at],
        re.sub(
            r"^STUDENT_ID\s*=.*$",
            'STUDENT_ID = input("Enter your id: ")',
            src(nb["cells"][at]),
            flags=re.M,
        ),
    )
    return saved(nb, name, rng)


# ================================================================ checks, statements, notes


def checks_as_markdown(nb, name):
    """Check cells turned to markdown (key M pressed in command mode) and half of them to raw."""
    nb, rng = executed(nb, name)
    for i, cell in enumerate(c for c in nb["cells"] if is_check(c)):
        cell["cell_type"] = "markdown" if i % 2 else "raw"
        cell.pop("outputs"), cell.pop("execution_count")
    return saved(nb, name, rng, lose=False)


def checks_edited(nb, name):
    """Check cells changed: put into try/except, more prints, the comment cells filled with tests of the student's own."""
    nb, rng = executed(nb, name)
    for cell in nb["cells"]:
        if is_check(cell):
            lines = src(cell).split("\n")
            calls = [line for line in lines if line.strip() and not line.startswith("#")]
            if calls:
                put(
                    cell,
                    "\n".join(
                        ["try:"]
                        + ["    " + line for line in calls]
                        + ["except Exception as e:", "    print('hm', e)", "print('passed!!')"]
                    ),
                )
            else:
                put(cell, src(cell) + "\nassert True  # own test\nprint('nothing to see')")
    return saved(nb, name, rng, lose=False)


def checks_all_at_end(nb, name):
    """All checks cut and pasted into one cell at the end."""
    nb, rng = executed(nb, name)
    text = "\n".join(src(cell) for cell in nb["cells"] if is_check(cell))
    nb["cells"] = [cell for cell in nb["cells"] if not is_check(cell)] + [code(text)]
    return saved(nb, name, rng)


def statements_deleted(nb, name):
    """All given text deleted; what is left is code and, last, the written answer under a heading of the student's own."""
    nb, rng = executed(nb, name)
    cells = []
    for cell in nb["cells"]:
        if is_written(cell):
            cells.append(markdown("## Text question"))
        if not is_statement(cell):
            cells.append(cell)
    nb["cells"] = cells
    return saved(nb, name, rng)


def headings_translated_and_notes(nb, name):
    """Headings translated, notes between the cells, tags, slides, collapsed headings."""
    nb, rng = executed(nb, name)
    cells = []
    for cell in nb["cells"]:
        if is_statement(cell):
            put(cell, re.sub(r"^(#+) .*$", r"\1 Aufgabe (übersetzt)", src(cell), flags=re.M))
            cell["metadata"].update(
                {
                    "jp-MarkdownHeadingCollapsed": True,
                    "slideshow": {"slide_type": "slide"},
                    "tags": [],
                }
            )
        cells.append(cell)
        if is_answer(cell):
            cells.append(
                markdown(
                    "> **Notiz an mich:** `def f(x): ...` noch einmal ansehen!\n\n```python\ndef f(x):\n    raise NotImplementedError\n```"
                )
            )
    nb["cells"] = cells
    return saved(nb, name, rng, lose=False)


def empty_cells_everywhere(nb, name):
    """Empty code and markdown cells, cells of blanks and line feeds, between all others and at both ends."""
    nb, rng = executed(nb, name)
    cells = [code("")]
    for cell in nb["cells"]:
        cells += [
            cell,
            rng.choice([code(""), markdown(""), code("\n\n   \n"), markdown(" "), raw("")]),
        ]
    nb["cells"] = cells
    return saved(nb, name, rng)


def demo_cells_deleted(nb, name):
    """Only what gives points is left: the plots, comparisons and the rest of the plain code is deleted."""
    nb, rng = executed(nb, name)
    nb["cells"] = [
        cell for cell in nb["cells"] if not is_plain_code(cell) or is_id(cell) or is_imports(cell)
    ]
    return saved(nb, name, rng)


# ================================================================ the written answer


def words_move(nb, put_in):
    at = index(nb["cells"], is_written)
    cell = nb["cells"][at]
    nb["cells"][at : at + 1] = put_in(cell, src(cell))
    return nb


def words_in_raw_cell(nb, name):
    """The written answer's cell was turned into a raw cell."""
    nb, rng = executed(nb, name)
    return saved(
        words_move(nb, lambda cell, text: [raw(text, **cell["metadata"])]), name, rng, lose=False
    )


def words_above_placeholder(nb, name):
    """The written answer stands in a new markdown cell above the placeholder."""
    nb, rng = executed(nb, name)
    return saved(
        words_move(
            nb, lambda cell, text: [markdown("**My answer**\n\n" + text), put(cell, PLACEHOLDER)]
        ),
        name,
        rng,
        lose=False,
    )


def words_in_question_cell(nb, name):
    """The written answer is typed below the question, in the question's cell; the placeholder's cell is deleted."""
    nb, rng = executed(nb, name)
    at = index(nb["cells"], is_written)
    text = src(nb["cells"].pop(at))
    put(nb["cells"][at - 1], src(nb["cells"][at - 1]) + "\n\n" + text)
    return saved(nb, name, rng)


def words_as_code_string(nb, name):
    """The written answer as a triple-quoted string in a code cell below the placeholder."""
    nb, rng = executed(nb, name)

    def change(cell, text):
        quoted = 'r"""\n' + text.replace('"""', "'''") + '\n"""'
        return [put(cell, PLACEHOLDER), code(quoted)]

    return saved(words_move(nb, change), name, rng, lose=False)


def words_as_code_comment(nb, name):
    """The written answer as comments in a code cell in the place of the placeholder."""
    nb, rng = executed(nb, name)
    return saved(
        words_move(
            nb, lambda cell, text: [code("\n".join("# " + line for line in text.split("\n")))]
        ),
        name,
        rng,
    )


def words_not_rendered(nb, name):
    """The written answer's cell was turned into a code cell: plain text, a syntax error when it is run."""
    nb, rng = executed(nb, name)

    def change(cell, text):
        new = code(text, **cell["metadata"])
        new["outputs"] = [error("SyntaxError", "invalid syntax (1234.py, line 1)")]
        return [new]

    return saved(words_move(nb, change), name, rng, lose=False)


def words_below_placeholder_line(nb, name):
    """The placeholder's line is still there, the answer stands below it in the same cell."""
    nb, rng = executed(nb, name)
    return saved(
        words_move(nb, lambda cell, text: [put(cell, PLACEHOLDER + "\n\n" + text)]), name, rng
    )


def words_with_picture(nb, name):
    """The answer in two markdown cells, with a pasted photo (attachment) of a sketch between its parts and some HTML."""
    nb, rng = executed(nb, name)

    def change(cell, text):
        first, _, rest = text.partition("\n")
        put(
            cell,
            "<div style='color:blue'>\n\n"
            + first
            + "\n\n</div>\n\n![image.png](attachment:image.png)",
        )
        cell["attachments"] = {"image.png": {"image/png": base64.b64encode(png(64, 64)).decode()}}
        return [cell, markdown(rest or "(see the sketch)")]

    return saved(words_move(nb, change), name, rng, lose=False)


def words_moved_to_top(nb, name):
    """The written answer's cell was dragged to the top, below the title."""
    nb, rng = executed(nb, name)
    at = index(nb["cells"], is_written)
    nb["cells"].insert(1, nb["cells"].pop(at))
    return saved(nb, name, rng, lose=False)


# ================================================================ several things at once


def real_life_colab(nb, name):
    """Colab copy in the root of the folder, no metadata, checks deleted, id moved, words in a new cell, pip on top."""
    nb, rng = executed(nb, name)
    words_move(nb, lambda cell, text: [put(cell, PLACEHOLDER), markdown("Antwort:\n\n" + text)])
    own = nb["cells"].pop(index(nb["cells"], is_id))
    imports = nb["cells"].pop(index(nb["cells"], is_imports))
    put(
        imports, "!pip install course_lib-0.1.0-py3-none-any.whl\n" + src(imports) + "\n" + src(own)
    )
    nb["cells"] = [imports] + [cell for cell in nb["cells"] if not is_check(cell)]
    return {f"Kopie von {name} (2).ipynb": dump(colab(nb, rng, keep=False), indent=2, end="")}


def real_life_vscode(nb, name):
    """VS Code, minor 2, stubs left above, scratch cells that raise, an older try above, statements shortened, CRLF file."""
    nb, rng = executed(nb, name)

    def change(cell, before, head, doc, body, after):
        stub = put(copy.deepcopy(cell), stub_of(cell))
        return [
            stub,
            code("\n".join(head + wrong_body(cell, "    return 1"))),
            code("np.zeros(3) @ np.zeros(4)"),
            code("\n".join(before + head + body + after)),
        ]

    each_answer(nb, change)
    for cell in nb["cells"]:
        if is_statement(cell):
            put(cell, src(cell).split("\n")[0])
    nb = run(without_ids(forget(nb), minor=2))
    nb["metadata"] = {
        "kernelspec": {"display_name": "base", "language": "python", "name": "python3"},
        "language_info": FULL_LANGUAGE_INFO,
    }
    return {home(name): dump(nb, end="").replace(b"\n", b"\r\n")}


def real_life_handwritten(nb, name):
    """Begun in an empty notebook: one cell of imports and id, one with all functions, one of text; named solution.ipynb."""
    nb, rng = executed(nb, name)
    cells = nb["cells"]
    top = src(cells[index(cells, is_imports)]) + "\n\n" + src(cells[index(cells, is_id)])
    answers = "\n\n".join(src(cell) for cell in cells if is_answer(cell))
    words = src(cells[index(cells, is_written)])
    new = {
        "cells": [markdown(f"# {name}\nAnna Muster"), code(top), code(answers), markdown(words)],
        "metadata": {
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            },
            "language_info": FULL_LANGUAGE_INFO,
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return {f"{name}/solution.ipynb": dump(with_ids(new, rng))}


# ================================================================ to be reported by file name


def zipped(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return buffer.getvalue()


def truncated_upload(nb, name):
    """The upload broke off: two thirds of the file."""
    data = dump(nb)
    return {home(name): data[: 2 * len(data) // 3]}


def zip_only(nb, name):
    """A zip with the notebook in it."""
    return {f"{name}/{name}.zip": zipped({home(name): dump(nb)})}


def word_document(nb, name):
    """All code pasted into Word."""
    words = "".join(
        f"<w:p><w:r><w:t>{line.replace('&', '&amp;').replace('<', '&lt;')}</w:t></w:r></w:p>"
        for cell in nb["cells"]
        for line in src(cell).split("\n")
    )
    document = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{words}</w:body></w:document>'
    types = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
    return {
        f"{name}/{name}.docx": zipped({"[Content_Types].xml": types, "word/document.xml": document})
    }


def two_differing_notebooks(nb, name):
    """Two versions, neither under the right name, with different answers: which one counts?"""
    nb, rng = start(nb, name)
    first = copy.deepcopy(nb)
    each_answer(
        first,
        lambda cell, before, head, doc, body, after: "\n".join(
            before + head + doc + wrong_body(cell, "    return 0")
        ),
    )
    return {f"{name}/{name}_v1.ipynb": dump(first), f"{name}/{name}_v2.ipynb": dump(nb)}


def html_export(nb, name):
    """File > Export as > HTML."""
    body = "".join(
        f"<pre>{src(cell).replace('&', '&amp;').replace('<', '&lt;')}</pre>\n"
        for cell in nb["cells"]
    )
    return {
        f"{name}/{name}.html": f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8" /><title>{name}</title></head>\n<body class="jp-Notebook">\n{body}</body></html>\n'.encode(
            "utf-8"
        )
    }


def web_page_as_ipynb(nb, name):
    """'Save link as' on GitHub or the LMS: a web page (the login) called NAME.ipynb."""
    return {
        home(
            name
        ): b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><form action='/login'></form></body></html>\n"
    }


def lfs_pointer(nb, name):
    """git-lfs tracked *.ipynb: the file holds a pointer."""
    return {
        home(
            name
        ): f"version https://git-lfs.github.com/spec/v1\noid sha256:{'4d7a' * 16}\nsize 35045\n".encode()
    }


def colab_link(nb, name):
    """A shortcut to the notebook in Drive."""
    return {
        f"{name}/{name}.ipynb.url": b"[InternetShortcut]\r\nURL=https://colab.research.google.com/drive/1AbCdEfGhIjKlMnOp?usp=sharing\r\n"
    }


def screenshots(nb, name):
    """Photos of the screen."""
    return {
        f"{name}/IMG_0815.png": png(32, 32),
        f"{name}/Bildschirmfoto 2026-11-20 um 23.58.11.png": png(32, 32),
    }


def pasted_text(nb, name):
    """All code in a text file."""
    return {
        f"{name}/abgabe.txt": "\r\n\r\n".join(src(cell) for cell in nb["cells"]).encode("utf-8")
    }


def nul_bytes(nb, name):
    """The disk was full or the laptop crashed: right length, nothing but NUL."""
    return {home(name): b"\x00" * len(dump(nb))}


def icloud_placeholder(nb, name):
    """The file had not been downloaded from iCloud: .NAME.ipynb.icloud."""
    return {f"{name}/.{name}.ipynb.icloud": b"bplist00\xd3\x01\x02\x03\x04\x05\x06" + b"\x00" * 40}


def winmail(nb, name):
    """Sent with Outlook: winmail.dat."""
    return {
        f"{name}/winmail.dat": struct.pack("<IH", 0x223E9F78, 1)
        + b"\x01\x06\x90\x08\x00\x04\x00\x00\x00\x00\x00\x01\x00"
        + zlib.compress(dump(nb))
    }


def half_download(nb, name):
    """The browser had not finished: NAME.ipynb.crdownload, a part of the file."""
    data = dump(nb)
    return {f"{name}/{name}.ipynb.crdownload": data[: len(data) // 3]}


def python_as_ipynb(nb, name):
    """A .py file renamed to .ipynb."""
    return {
        home(name): "\n\n\n".join(
            src(cell) for cell in nb["cells"] if cell["cell_type"] == "code"
        ).encode("utf-8")
    }


NOTES = {
    "imports_first_of_all": "Where those packages are missing, the cell stops above `import numpy`, which was not so on the student's machine. Fair: all answers count.",
    "magics_everywhere": "As imports_first_of_all: an extension that is not there stops the import cell above numpy.",
    "answers_moved_to_end": "From top to bottom the checks meet undefined names; the answers are right. Fair: all count.",
    "helper_in_cell_below": "As answers_moved_to_end: the name is there once all cells have run.",
    "id_by_input": "The by-hand answer may need `numbers`; without a keyboard that cell stops. Fair: the grader puts in the id; at least all other exercises count.",
    "utf16_powershell": "json.loads(bytes) reads it, nbformat.read does not. Fair: graded; a report by file name would be the second best.",
    "two_equal_files": "Equal files leave no choice. Fair: graded.",
    "beside_the_given_one": "The file under the right name counts.",
    "fields_missing": "Not valid nbformat, yet nothing of the answers is missing. Fair: graded.",
    "extra_fields": "Not valid nbformat in the letter. Fair: graded.",
    "duplicated_ids": "Not valid nbformat 4.5 in the letter. Fair: graded.",
    "words_as_code_string": "Read by a person: the text must reach that person and not count as empty.",
    "words_as_code_comment": "As words_as_code_string.",
    "words_not_rendered": "As words_as_code_string; the cell's SyntaxError must cost nothing.",
    "words_in_question_cell": "As words_as_code_string.",
    "all_answers_in_one_cell": "One cell for all exercises: all of them count.",
}

REPORTED_FUNCTIONS = (
    truncated_upload,
    zip_only,
    word_document,
    two_differing_notebooks,
    html_export,
    web_page_as_ipynb,
    lfs_pointer,
    colab_link,
    screenshots,
    pasted_text,
    nul_bytes,
    icloud_placeholder,
    winmail,
    half_download,
    python_as_ipynb,
)
REPORTED = {function.__name__: function for function in REPORTED_FUNCTIONS}
FORM_FUNCTIONS = (
    colab_new_notebook,
    colab_github_badge,
    colab_widgets_without_state,
    vscode_crlf_sources,
    pycharm,
    dataspell,
    deepnote,
    kaggle_single_line,
    databricks,
    papermill,
    jupytext_roundtrip,
    jupyterlite,
    json_tool,
    duplicated_ids,
    fields_missing,
    extra_fields,
    huge_outputs,
    utf16_powershell,
    file_copy1,
    file_ipynb_txt,
    file_anna_final,
    file_copy_of,
    file_json,
    file_canvas,
    folder_moodle,
    folder_whole_bundle,
    folder_nested_twice,
    folder_called_ipynb,
    file_capitals,
    file_umlaut_decomposed,
    file_nbconvert,
    file_blank_at_end,
    two_equal_files,
    beside_the_given_one,
    beside_editor_leftovers,
    stub_left_above,
    answers_moved_to_end,
    all_answers_in_one_cell,
    answer_split,
    older_attempt_below_other_name,
    older_attempt_switched_off,
    older_attempt_in_same_cell,
    renamed_then_aliased,
    tidied_by_chat,
    tabs,
    odd_signs_in_comments,
    magics_everywhere,
    imports_first_of_all,
    import_cell_deleted,
    call_left_that_raises,
    helper_in_cell_below,
    raise_below_unindented,
    decorated,
    id_merged_to_top,
    id_by_detour,
    id_by_input,
    checks_as_markdown,
    checks_edited,
    checks_all_at_end,
    statements_deleted,
    headings_translated_and_notes,
    empty_cells_everywhere,
    demo_cells_deleted,
    words_in_raw_cell,
    words_above_placeholder,
    words_in_question_cell,
    words_as_code_string,
    words_as_code_comment,
    words_not_rendered,
    words_below_placeholder_line,
    words_with_picture,
    words_moved_to_top,
    real_life_colab,
    real_life_vscode,
    real_life_handwritten,
)
FORMS = {function.__name__: function for function in FORM_FUNCTIONS}
