"""The `source` directive: a function or class of the library, without docstrings and types.

A chapter writes::

    ```{source} course_lib.networks.training.train
    ```

What students write is refused: the name of an exercise is an error.
"""

import ast
import importlib
import inspect
import textwrap
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course_lib.checks import registry

WIDTH = 76  # columns of code that a page shows without scrolling


class Source(SphinxDirective):
    """The code of one function or class."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the code as a literal block."""
        path = self.arguments[0]
        try:
            code = source(path)
        except (ImportError, AttributeError, ValueError) as error:
            raise self.error(f"source: {error}") from error
        module = importlib.import_module(path.rpartition(".")[0])
        self.env.note_dependency(str(module.__file__))
        return [nodes.literal_block(code, code, language="python", classes=["source"])]


def source(path: str) -> str:
    """Return the code of a function or class of the library, without docstrings and types.

    Parameters
    ----------
    path : str
        Its full name, such as ``"course_lib.networks.training.train"``.

    Returns
    -------
    str
        The code, ending without a line break.

    Raises
    ------
    ValueError
        If it is an exercise, or holds one.
    ImportError, AttributeError
        If there is no such thing.
    """
    module, _, name = path.rpartition(".")
    found = getattr(importlib.import_module(module), name)
    code = textwrap.dedent(inspect.getsource(found))
    tree = ast.parse(code)
    exercises = {each for chapter in registry.CHAPTERS for each in registry.names(chapter)}
    # A method may be called like an exercise: `Node.sigmoid` is none.
    methods = [
        part for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for part in node.body
    ]
    defined = {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and node.name in exercises
        and node not in methods
    }
    if defined:
        raise ValueError(f"{path} is an exercise. A page never prints the definition of one.")
    return _without_docstrings(*_without_types(code, tree))


def _without_types(code: str, tree: ast.Module) -> tuple[str, ast.Module]:
    """Write each ``def`` line without notes on types."""
    lines: list[str | None] = list(code.splitlines())
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef):
            continue
        for argument in ast.walk(node.args):
            if isinstance(argument, ast.arg):
                argument.annotation = None
        indent = " " * node.col_offset
        line = f"{indent}def {node.name}({ast.unparse(node.args)}):"
        broken = textwrap.wrap(line, WIDTH, subsequent_indent=f"{indent}    ")
        first, last = node.lineno - 1, node.body[0].lineno - 1
        lines[first:last] = ["\n".join(broken), *[None] * (last - first - 1)]
    plain = "\n".join(line for line in lines if line is not None)
    return plain, ast.parse(plain)


def _without_docstrings(code: str, tree: ast.Module) -> str:
    """Cut the lines of docstrings, and the empty ones after them."""
    lines = code.splitlines()
    gone: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            text = node.body[0]
            last = text.end_lineno or text.lineno
            while last < len(lines) and not lines[last].strip():
                last += 1
            gone |= set(range(text.lineno - 1, last))
    return "\n".join(line for n, line in enumerate(lines) if n not in gone).rstrip()


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("source", Source)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
