"""Makes the reader's edition of the chapter modules, in which exercises are the reader's own.

It goes into the student's wheel, so that a chapter runs on what a student has written: as a
notebook, and in the page. The rule by which it is made:

1. A function or class that is an exercise is cut out. There stands ``relu = own("relu", "relu")``.
2. A helper that computes by itself what an exercise asks for is replaced by one that asks the
   reader's functions: `course_lib.publishing.notebooks.served` has these. A private helper that
   nothing calls any more goes as well.
3. All else stays as it is, without notes on types; a few lines that are spelled like a piece of an
   answer by chance are spelled otherwise (`RESPELLED`).

Whether that is enough is proved, not said: the scan for secrets reads every byte of the edition,
and no function of it passes the check of an exercise (``tests/publishing/test_edition.py``).
"""

import ast
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TypeGuard

from course_lib._chapters import COURSE, OWN_TITLES
from course_lib.checks import registry

SERVED = Path(__file__).with_name("served")
MODULES = (
    *(f"{chapter}.py" for chapter in OWN_TITLES),
    "_progress.py",
    "_regularizers.py",
    "_worked_232.py",
    "computational_graph.py",
    "cost_curvature.py",
    "gradient_check.py",
    "networks/__init__.py",
    "networks/deep.py",
    "networks/experiments.py",
    "networks/initialize.py",
    "networks/layers.py",
    "networks/passes.py",
    "networks/training.py",
)
# By module: a piece that stands there once, and what stands in the edition instead.
RESPELLED = {
    "binary_classification.py": ("np.ones((1, points.shape[1]))", "np.ones_like(points[:1])"),
    "gradient_flow.py": ('"b": np.zeros((n_out, 1))', '"b": np.full((n_out, 1), 0.0)'),
    "_worked_232.py": (
        'for name in ("W1", "b1", "W2", "b2")',
        'for name in net if name not in "xy"',
    ),
    "networks/deep.py": ("super().__init__(as_count(", "LinearLayer.__init__(self, as_count("),
}
_OPEN = "from course_lib._own import open_module, own\nopen_module(__name__)"


def reader_files(package: Path) -> dict[str, str]:
    """
    Make the modules of the reader's edition.

    Parameters
    ----------
    package : Path
        The folder of the complete package.

    Returns
    -------
    dict of str to str
        File name in the package to its text; none in a course of one's own, whose students get
        its checks without these chapters.
    """
    if not COURSE.is_own:
        return {}
    trees = {name: _cut(name, respelled(name, package)) for name in MODULES}
    while any(_drop_unused(name, trees) for name in trees):
        pass
    _uses.cache_clear()
    _inner_imports.cache_clear()
    return {name: f"{ast.unparse(_opened(tree))}\n" for name, tree in trees.items()}


def respelled(name: str, package: Path) -> str:
    """Read a module, with the pieces that `RESPELLED` names spelled otherwise."""
    source = (package / name).read_text(encoding="utf-8")
    old, new = RESPELLED.get(name, ("", ""))
    if old and source.count(old) != 1:
        raise ValueError(
            f"{name}: found {source.count(old)} times, expected once: {old}. Change RESPELLED in "
            "course_lib/publishing/notebooks/edition.py."
        )
    return source.replace(old, new) if old else source


def _cut(name: str, source: str) -> ast.Module:
    """Replace exercises, and helpers that are served, in one module."""
    tree = _without_types(ast.parse(source))
    served = _served(name)
    exercises = {each: registry.find(each).chapter for each in registry.names()}
    imports = _new_imports(name, tree, served)
    new = {defined: node for node in served.body for defined in _defines(node)}
    body: list[ast.stmt] = []
    for node in tree.body:
        (defined, *_) = [*_defines(node), ""]
        if defined in new:
            body.append(new.pop(defined))
        elif defined in exercises and isinstance(node, ast.FunctionDef | ast.ClassDef):
            body.append(_own(defined, exercises[defined], isinstance(node, ast.ClassDef)))
        else:
            body.append(node)
    # What is new stands before all that may call it.
    first = next((k for k, node in enumerate(body) if _defines(node)), len(body))
    body[first:first] = [*imports, *new.values()]
    return ast.Module(body, [])


def _new_imports(name: str, tree: ast.Module, served: ast.Module) -> list[ast.stmt]:
    """Return what a module has to import for what is served in it; never from itself."""
    present = {_bound(alias) for node in tree.body if _imports(node) for alias in node.names}
    new = [node for node in served.body if _imports(node) and not _is_from(node, name)]
    for node in new:
        node.names = [alias for alias in node.names if _bound(alias) not in present]
    return [node for node in new if node.names]


def _imports(node: ast.stmt) -> TypeGuard[ast.Import | ast.ImportFrom]:
    """Tell whether a statement imports."""
    return isinstance(node, ast.Import | ast.ImportFrom)


def _is_from(node: ast.AST, name: str) -> bool:
    """Tell whether a node imports from the module of a file."""
    module = f"course_lib.{name.removesuffix('.py').replace('/', '.')}"
    return isinstance(node, ast.ImportFrom) and node.module == module


def _served(name: str) -> ast.Module:
    """Read what is served in a module; nothing if it needs nothing."""
    path = SERVED / name
    if not path.is_file() or path.name == "__init__.py":
        return ast.Module([], [])
    tree = _without_types(ast.parse(path.read_text(encoding="utf-8")))
    tree.body = tree.body[1:]  # its docstring is about the file
    return tree


def _own(name: str, chapter: str, is_class: bool) -> ast.stmt:
    """Write the line that stands where an exercise was."""
    kind = ', "class"' if is_class else ""
    return ast.parse(f'{name} = own("{name}", "{chapter}"{kind})').body[0]


def _defines(node: ast.stmt) -> list[str]:
    """Return the names that a statement of a module defines."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _without_types(tree: ast.Module) -> ast.Module:
    """Take the notes on types away."""
    return ast.fix_missing_locations(_Untyped().visit(tree))


class _Untyped(ast.NodeTransformer):
    """Takes away what says of which type something is."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        if node.value is None:
            return None
        return self.generic_visit(ast.Assign([node.target], node.value, lineno=node.lineno))


def _drop_unused(name: str, trees: dict[str, ast.Module]) -> bool:
    """Drop what nothing needs: imported names, and private ones. Tell whether there was any."""
    tree = trees[name]
    counts = Counter(used for node in tree.body for used in _uses(node))
    asked = _public(tree) | _imported_from(name, trees)
    dropped = False
    for node in list(tree.body):
        if _imports(node) and not _is_future(node):
            kept = [alias for alias in node.names if {_bound(alias)} & (asked | counts.keys())]
            dropped, node.names = dropped or kept != node.names, kept
        found = set(_defines(node))
        unused = all(
            each.startswith("_") and counts[each] == (each in _uses(node)) for each in found
        )
        if (found and unused and not found & {*asked, "__all__"}) or not getattr(
            node, "names", [0]
        ):
            tree.body.remove(node)
            dropped = True
    return dropped


def _public(tree: ast.Module) -> set[str]:
    """Return the names in ``__all__``."""
    lists = [node for node in tree.body if "__all__" in _defines(node)]
    return {name for node in lists for name in ast.literal_eval(node.value)}  # type: ignore[attr-defined]


def _imported_from(name: str, trees: dict[str, ast.Module]) -> set[str]:
    """Return the names that other modules take from a module."""
    nodes = (node for tree in trees.values() for top in tree.body for node in _inner_imports(top))
    return {alias.name for node in nodes if _is_from(node, name) for alias in node.names}


@cache
def _inner_imports(node: ast.stmt) -> tuple[ast.ImportFrom, ...]:
    """Return the imports in a statement, wherever they stand."""
    return tuple(part for part in ast.walk(node) if isinstance(part, ast.ImportFrom))


@cache
def _uses(node: ast.stmt) -> frozenset[str]:
    """Return the names that a statement reads."""
    names = (part for part in ast.walk(node) if isinstance(part, ast.Name))
    return frozenset(name.id for name in names if isinstance(name.ctx, ast.Load))


def _bound(alias: ast.alias) -> str:
    """Return the name that an import gives."""
    return (alias.asname or alias.name).partition(".")[0]


def _is_future(node: ast.stmt) -> bool:
    """Tell whether a statement is an import about the language itself."""
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _opened(tree: ast.Module) -> ast.Module:
    """Let a module begin with the line that opens it, below its docstring."""
    first = 1 + sum(map(_is_future, tree.body))
    opened = ast.parse(_OPEN).body
    if not any(used == "own" for node in tree.body for used in _uses(node)):
        opened[0] = ast.parse("from course_lib._own import open_module").body[0]
    body = [node for node in tree.body if getattr(node, "module", "") != "course_lib._own"]
    return ast.Module([*body[:first], *opened, *body[first:]], [])
