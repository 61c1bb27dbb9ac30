# ruff: noqa
"""Notebooks as they really come in, part A: 20 honest forms, and 4 that should be reported by file name.

``FORMS[form](plain, NAME)`` gives {path below submitted/STUDENT/: content}. ``plain`` is the fully solved notebook of the
assignment NAME as an nbformat 4.5 dict, with the nbgrader metadata that the student got. All answers are there and right.
``REPORTED`` has the same signature; there the report should name the file that was found.
Nothing in here knows how the grader works.
"""

import ast
import base64
import copy
import json
import random
import re
import struct
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


def colab_download(nb, name):
    """Uploaded to Colab, worked on there, File > Download: minor 0, ids in the metadata, Drive and pip cells on top."""
    nb, rng = start(nb, name)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
    nb["cells"] = [
        code("from google.colab import drive\ndrive.mount('/content/drive')"),
        code("!pip install -q /content/drive/MyDrive/nn/course_lib-0.1.0-py3-none-any.whl"),
    ] + nb["cells"]
    run(nb)
    nb["cells"][0]["outputs"] = [stream("Mounted at /content/drive\n")]
    cells = []
    for cell in nb["cells"]:
        cell.pop("id", None)
        meta = dict(cell["metadata"], id="".join(rng.choice(letters) for _ in range(12)))
        out = {"cell_type": cell["cell_type"], "source": cell["source"], "metadata": meta}
        if cell["cell_type"] == "code":
            meta["executionInfo"] = {
                "status": "ok",
                "timestamp": 1763000000000 + rng.randrange(10**8),
                "user_tz": -60,
                "elapsed": rng.randrange(5, 900),
                "user": {"displayName": "Anna Müller", "userId": "03386744220426758265"},
            }
            if cell["outputs"]:
                meta["colab"] = {"base_uri": "https://localhost:8080/", "height": 35}
                meta["outputId"] = (
                    f"{fresh_id(rng)}-{fresh_id(rng, 4)}-4{fresh_id(rng, 3)}-a{fresh_id(rng, 3)}-{fresh_id(rng, 12)}"
                )
            out["execution_count"], out["outputs"] = cell["execution_count"], cell["outputs"]
        cells.append(out)
    new = {
        "nbformat": 4,
        "nbformat_minor": 0,
        "metadata": {
            "colab": {"provenance": []},
            "kernelspec": {"name": "python3", "display_name": "Python 3"},
            "language_info": {"name": "python"},
        },
        "cells": cells,
    }
    return {home(name): dump(new, indent=2, end="")}


def vscode_old(nb, name):
    """Saved by VS Code: minor 2, no ids, orig_nbformat, the interpreter's name, no line feed at the end."""
    nb, rng = start(nb, name)
    without_ids(run(nb), minor=2)
    nb["metadata"] = {
        "kernelspec": {"display_name": ".venv", "language": "python", "name": "python3"},
        "language_info": FULL_LANGUAGE_INFO,
        "orig_nbformat": 4,
        "vscode": {"interpreter": {"hash": fresh_id(rng, 64)}},
    }
    return {home(name): dump(nb, end="")}


def notebook6_extensions(nb, name):
    """Classic Notebook 6 with the extensions toc2, varInspector, ExecuteTime, hide input; minor 4."""
    nb, rng = start(nb, name)
    without_ids(run(nb, first=41), minor=4)
    for cell in nb["cells"]:
        cell["metadata"]["ExecuteTime"] = {
            "end_time": "2026-11-20T19:36:53.059285Z",
            "start_time": "2026-11-20T19:36:52.964905Z",
        }
        if cell["cell_type"] == "code":
            cell["metadata"].update(collapsed=True, scrolled=False, hide_input=False)
    nb["metadata"] = {
        "celltoolbar": "Create Assignment",
        "hide_input": False,
        "kernelspec": {
            "display_name": "Python [conda env:nn] *",
            "language": "python",
            "name": "conda-env-nn-py",
        },
        "language_info": FULL_LANGUAGE_INFO,
        "toc": {
            "base_numbering": 1,
            "nav_menu": {},
            "number_sections": True,
            "sideBar": True,
            "title_cell": "Table of Contents",
            "toc_cell": False,
            "toc_position": {},
            "toc_section_display": True,
        },
        "varInspector": {
            "cols": {"lenName": 16, "lenType": 16, "lenVar": 40},
            "kernels_config": {},
            "types_to_exclude": ["module", "function"],
            "window_display": False,
        },
    }
    return {home(name): dump(nb)}


def nbstripout(nb, name):
    """Went through nbstripout, the git filter: no outputs, no counts, ids 0, 1, 2, ..., and (--extra-keys) no kernelspec."""
    nb, rng = start(nb, name)
    for i, cell in enumerate(nb["cells"]):
        cell["id"] = str(i)
        if cell["cell_type"] == "code":
            cell["execution_count"], cell["outputs"] = None, []
    nb["metadata"] = {"language_info": {"name": "python"}}
    return {home(name): dump(nb)}


def pasted_into_new_notebook(nb, name):
    """All cells copied into a new notebook in JupyterLab: no nbgrader metadata, other ids."""
    nb, rng = start(nb, name)
    with_ids(run(forget(nb)), rng)
    nb["metadata"] = {
        "kernelspec": {
            "display_name": "Python 3 (ipykernel)",
            "language": "python",
            "name": "python3",
        },
        "language_info": FULL_LANGUAGE_INFO,
    }
    return {home(name): dump(nb)}


def crlf_and_bom(nb, name):
    """Opened and saved in a Windows editor: byte order mark, CRLF between the lines of the file."""
    nb, rng = start(nb, name)
    return {home(name): b"\xef\xbb\xbf" + dump(run(nb)).replace(b"\n", b"\r\n")}


def browser_second_download(nb, name):
    """The browser had the file already: NAME (1).ipynb."""
    nb, rng = start(nb, name)
    return {f"{name}/{name} (1).ipynb": dump(run(nb))}


def in_student_folder(nb, name):
    """No folder NAME; the notebook lies in the student's folder itself."""
    nb, rng = start(nb, name)
    return {f"{name}.ipynb": dump(run(nb))}


def unsolved(nb):
    """The same notebook before the work, as an old checkpoint has it."""
    nb = copy.deepcopy(nb)
    for cell in nb["cells"]:
        if is_answer(cell):
            put(cell, stub_of(cell))
        elif is_written(cell):
            put(cell, PLACEHOLDER)
        if cell["cell_type"] == "code":
            cell["execution_count"], cell["outputs"] = None, []
    return nb


def beside_checkpoints_and_data(nb, name):
    """Jupyter's checkpoint, older than the notebook, and a saved array and figure lie beside it."""
    nb, rng = start(nb, name)
    return {
        f"{name}/.ipynb_checkpoints/{name}-checkpoint.ipynb": dump(unsolved(nb)),
        f"{name}/costs.csv": b"epoch,cost\n0,0.693\n1,0.651\n",
        f"{name}/figure.png": png(16, 16),
        home(name): dump(run(nb)),
    }


def macos_zip_leftovers(nb, name):
    """Unpacked from a zip made by Finder: __MACOSX with ._NAME.ipynb (AppleDouble) and .DS_Store."""
    nb, rng = start(nb, name)
    apple = (
        struct.pack(">II16sH", 0x00051607, 0x00020000, b"Mac OS X        ", 1)
        + struct.pack(">III", 9, 38, 20)
        + b"\x00" * 20
    )
    return {
        ".DS_Store": b"\x00\x00\x00\x01Bud1\x00\x00\x10\x00" + b"\x00" * 64,
        f"__MACOSX/{name}/._{name}.ipynb": apple,
        f"{name}/._{name}.ipynb": apple,
        f"{name}/.DS_Store": b"\x00\x00\x00\x01Bud1\x00\x00\x10\x00" + b"\x00" * 64,
        home(name): dump(run(nb)),
    }


def answer_merged_with_check(nb, name):
    """Shift+M on every second answer cell and the check below: one cell, with the first one's metadata."""
    nb, rng = start(nb, name)
    cells, seen = [], 0
    for cell in nb["cells"]:
        if is_check(cell) and cells and is_answer(cells[-1]) and not cells[-1].get("_full"):
            seen += 1
            if seen % 2:
                put(cells[-1], src(cells[-1]).rstrip("\n") + "\n\n" + src(cell))
                cells[-1]["_full"] = True
                continue
        cells.append(cell)
    for cell in cells:
        cell.pop("_full", None)
    nb["cells"] = cells
    return {home(name): dump(run(nb))}


def helper_in_cell_above(nb, name):
    """The work is done by a helper function in a new cell above; the answer cell calls it."""
    nb, rng = start(nb, name)
    cells = []
    for cell in nb["cells"]:
        if is_answer(cell):
            node, _ = function_in(cell)
            before, head, doc, body, after = parts_of(cell)
            cells.append(code("\n".join(before + rename(cell, head, f"my_{node.name}") + body)))
            put(cell, "\n".join(sum(wrapper(cell, f"my_{node.name}"), []) + after))
        cells.append(cell)
    nb["cells"] = cells
    return {home(name): dump(with_ids(run(nb), rng))}


def older_attempt_above(nb, name):
    """The cell was copied before the second try: the first, wrong try is still there above, with the same name."""
    nb, rng = start(nb, name)
    cells = []
    for cell in nb["cells"]:
        if is_answer(cell):
            before, head, doc, body, after = parts_of(cell)
            cells.append(
                code(
                    "\n".join(
                        before
                        + head
                        + wrong_body(
                            cell,
                            "    # 1st try, does not work :(",
                            "    result = 0",
                            "    return result",
                        )
                    )
                )
            )
        cells.append(cell)
    nb["cells"] = cells
    return {home(name): dump(with_ids(run(nb), rng))}


def imports_cell_on_top(nb, name):
    """A first cell with everything one always imports, part of which is not installed elsewhere."""
    nb, rng = start(nb, name)
    text = "import os, sys, time\nimport pandas as pd\nimport matplotlib.pyplot as plt\nimport seaborn as sns\nfrom tqdm.notebook import tqdm\nfrom google.colab import files\n\n%matplotlib inline\nsns.set_theme()"
    nb["cells"].insert(0, code(text))
    return {home(name): dump(with_ids(run(nb), rng))}


def timed_answer_cells(nb, name):
    """%%time as the first line of every answer cell."""
    nb, rng = start(nb, name)
    run(nb)
    for cell in nb["cells"]:
        if is_answer(cell):
            put(cell, "%%time\n" + src(cell))
            cell["outputs"] = [
                stream("CPU times: user 4 μs, sys: 1 μs, total: 5 μs\nWall time: 7.15 μs\n")
            ]
    return {home(name): dump(nb)}


def written_answer_in_new_cell_below(nb, name):
    """The placeholder is still there; the text stands in a markdown cell of its own below it."""
    nb, rng = start(nb, name)
    at = index(nb["cells"], is_written)
    text = src(nb["cells"][at])
    put(nb["cells"][at], PLACEHOLDER)
    nb["cells"].insert(at + 1, markdown(text))
    return {home(name): dump(with_ids(run(nb), rng))}


def check_cells_deleted(nb, name):
    """All check cells are gone, those with nothing but a comment too."""
    nb, rng = start(nb, name)
    nb["cells"] = [cell for cell in nb["cells"] if not is_check(cell)]
    return {home(name): dump(run(nb))}


def scratch_cells_that_raise(nb, name):
    """Scratch cells between the others: NameError, ZeroDivisionError, half a line, a question to the keyboard."""
    nb, rng = start(nb, name)
    scratch = [
        "print(test_value)",
        "1 / 0",
        "for i in range(3)\n    print(i)",
        'x = float(input("value: "))\nprint(2 * x)',
        "np.aray([1, 2])",
        "%timeitt 3 + 4",
    ]
    cells = []
    for cell in run(nb)["cells"]:
        cells.append(cell)
        if is_answer(cell) and scratch:
            extra = code(scratch.pop(0))
            extra["execution_count"], extra["outputs"] = (
                97,
                [error("NameError", "name 'test_value' is not defined")],
            )
            cells.append(extra)
    nb["cells"] = cells
    return {home(name): dump(with_ids(nb, rng))}


def type_hints(nb, name):
    """Type hints on all arguments and the result."""
    nb, rng = start(nb, name)
    for cell in nb["cells"]:
        if is_answer(cell):
            node, lines = function_in(cell)
            for item in methods_of(node):
                args = item.args.posonlyargs + item.args.args + item.args.kwonlyargs
                for arg in args[1:] if item is not node else args:
                    arg.annotation = ast.parse("np.ndarray | float", mode="eval").body
                result = "None" if item.name == "__init__" else "np.ndarray"
                line = f"def {item.name}({ast.unparse(item.args)}) -> {result}:"
                lines[item.lineno - 1 : end_of_signature(item, lines)] = [
                    " " * item.col_offset + line
                ]
            put(cell, "\n".join(lines))
    return {home(name): dump(run(nb))}


def always_returns(statements):
    last = statements[-1]
    if isinstance(last, ast.If):
        return bool(last.orelse) and always_returns(last.body) and always_returns(last.orelse)
    if isinstance(last, ast.With):
        return always_returns(last.body)
    return isinstance(last, ast.Return)


def raise_left_below_return(nb, name):
    """The given line raise NotImplementedError was not removed; it stands below the answer, in the function."""
    nb, rng = start(nb, name)
    for cell in nb["cells"]:
        if is_answer(cell):
            node, lines = function_in(cell)
            for item in methods_of(node):
                if always_returns(item.body):
                    blanks = " " * item.col_offset
                    lines[item.end_lineno : item.end_lineno] = [""] + [
                        blanks + line for line in STUB_END.split("\n")
                    ]
            put(cell, "\n".join(lines))
    return {home(name): dump(run(nb))}


def pdf_instead(nb, name):
    """The notebook printed to PDF, and nothing else."""
    body = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    body += b"xref\n0 3\n0000000000 65535 f \n0000000015 00000 n \n0000000064 00000 n \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n116\n%%EOF\n"
    return {f"{name}/{name}.pdf": body}


def py_export(nb, name):
    """File > Save and Export as > Executable Script."""
    out = ["#!/usr/bin/env python\n# coding: utf-8\n"]
    for cell in nb["cells"]:
        if cell["cell_type"] == "code":
            out.append("# In[ ]:\n\n\n" + src(cell) + "\n")
        else:
            out.append(
                "\n".join("# " + line if line else "# " for line in src(cell).split("\n")) + "\n"
            )
    return {f"{name}/{name}.py": "\n".join(out).encode("utf-8")}


def merge_conflict(nb, name):
    """Two partners, one branch: git's markers are in the file."""
    text = dump(nb).decode().split("\n")
    at = next(i for i, line in enumerate(text) if '"execution_count"' in line)
    text[at : at + 1] = [
        "<<<<<<< HEAD",
        '   "execution_count": 3,',
        "=======",
        '   "execution_count": 11,',
        ">>>>>>> 5d2f1c9 (fix exercise 3)",
    ]
    return {home(name): "\n".join(text).encode("utf-8")}


def empty_file(nb, name):
    """The upload broke off at once: 0 bytes."""
    return {home(name): b""}


FORMS = {
    function.__name__: function
    for function in (
        colab_download,
        vscode_old,
        notebook6_extensions,
        nbstripout,
        pasted_into_new_notebook,
        crlf_and_bom,
        browser_second_download,
        in_student_folder,
        beside_checkpoints_and_data,
        macos_zip_leftovers,
        answer_merged_with_check,
        helper_in_cell_above,
        older_attempt_above,
        imports_cell_on_top,
        timed_answer_cells,
        written_answer_in_new_cell_below,
        check_cells_deleted,
        scratch_cells_that_raise,
        type_hints,
        raise_left_below_return,
    )
}
REPORTED = {
    function.__name__: function for function in (pdf_instead, py_export, merge_conflict, empty_file)
}
