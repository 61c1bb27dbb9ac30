"""Each chapter is a notebook that runs as a reader gets it: the visible cells alone."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import jupytext
import nbformat
import pytest

from course_lib.checks import registry
from course_lib.publishing.notebooks.page import page_notebook, plain_markdown

ROOT = Path(__file__).resolve().parents[2]
HEAD = """---
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {name: python3, display_name: Python 3}
---
"""
PAGE = """# A page

```{code-cell} python
:tags: [remove-cell]

secret = 1
```

```{code-cell} python
visible = 2
```

:::{quiz} Which?
- [x] That

  Yes.
:::
"""


def run(notebook, folder):
    """Run the cells of a notebook in a fresh process; return what it said on stderr."""
    code = "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    script = folder / "page.py"
    script.write_text(code, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", str(script)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "MPLBACKEND": "agg"},
        capture_output=True,
        text=True,
    )
    return "" if done.returncode == 0 else done.stderr


def hidden_names(page):
    """Return the names that visible cells use and hidden cells alone give."""
    cells = [cell for cell in jupytext.read(page, fmt="md:myst").cells if cell.cell_type == "code"]
    hidden = [cell for cell in cells if "remove-cell" in cell.metadata.get("tags", [])]
    shown = [cell for cell in cells if cell not in hidden]
    return (names(hidden, ast.Store) - names(shown, ast.Store)) & names(shown, ast.Load)


def names(cells, context):
    """Return the names that cells give or use."""
    nodes = [node for cell in cells for node in ast.walk(ast.parse(cell.source))]
    given = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, context)}
    if context is ast.Load:
        return given
    defined = {n.name for n in nodes if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    imports = [n for n in nodes if isinstance(n, ast.Import | ast.ImportFrom)]
    brought = {alias.asname or alias.name for node in imports for alias in node.names}
    arguments = {node.arg for node in nodes if isinstance(node, ast.arg)}
    return given | defined | brought | arguments


@pytest.mark.parametrize("name", registry.CHAPTERS)
def test_visible_cells_use_no_name_of_a_hidden_one(name):
    assert hidden_names(ROOT / "book" / f"{name}.md") == set()


def test_a_name_of_a_hidden_cell_is_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(HEAD + PAGE.replace("visible = 2", "visible = secret"), encoding="utf-8")
    assert hidden_names(page) == {"secret"}


@pytest.mark.real_tools
@pytest.mark.parametrize("name", registry.CHAPTERS)
def test_the_visible_cells_of_a_chapter_run_from_the_first(name, tmp_path):
    assert run(page_notebook(ROOT / "book" / f"{name}.md"), tmp_path) == ""


def test_a_cell_that_needs_a_hidden_one_is_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(HEAD + PAGE.replace("visible = 2", "visible = secret"), encoding="utf-8")
    assert "NameError: name 'secret'" in run(page_notebook(page), tmp_path)


@pytest.mark.parametrize("name", registry.CHAPTERS)
def test_a_chapter_is_a_valid_notebook_in_plain_markdown(name):
    notebook = page_notebook(ROOT / "book" / f"{name}.md")
    nbformat.validate(notebook)
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    assert [line for line in text.splitlines() if re.match(r":::|```\{|\([\w-]+\)=$", line)] == []
    assert "{eq}" not in text
    assert "{doc}" not in text


def test_hidden_cells_and_quizzes_stay_on_the_page(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(HEAD + PAGE, encoding="utf-8")
    sources = [cell.source for cell in page_notebook(page).cells]
    assert sources[0] == "# A page"
    assert sources[-1] == "visible = 2"
    assert not any("secret" in source or "That" in source for source in sources)


@pytest.mark.parametrize(
    ("myst", "markdown"),
    [
        (":::{dropdown} A\nB\n:::", "<details><summary>A</summary>\n\nB\n\n</details>"),
        (":::{admonition} On paper\n:class: paper\nWork.\n:::", "**On paper**\n\nWork."),
        ("A\n:::{interactive} logit_loss\nTry.\n:::\nB", "A\nB"),
        ("See {doc}`softmax` and {term}`logits <logit>`.", "See *softmax* and logits."),
        ("(a-label)=\n## A title", "## A title"),
        ("::::{note} A\n:::{tip} B\nC\n:::\n::::", "**A**\n\n**B**\n\nC"),
        ("[here](#an-id), [paper](references.md#papers)", "here, paper"),
        ("[there](https://example.org)", "[there](https://example.org)"),
        (
            ":::{predict} What?\n:answer: that\nLook.\n:::",
            "**Predict, then run the cells below.** What?\n\nLook.",
        ),
    ],
)  # fmt: skip
def test_directives_and_roles_become_markdown(myst, markdown):
    assert plain_markdown(myst) == markdown
