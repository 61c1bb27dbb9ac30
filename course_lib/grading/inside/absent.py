"""
What a notebook asks for and the grader has not: it costs that line, not the cell.

An import at the top of a cell that fails binds its name to an `Absent`, on which everything
may be done and nothing comes of it. So a line such as ``drive.mount("/content/drive")`` does
nothing, and an answer made with it is no answer. Inside ``try`` an import fails as Python has it.
"""

import ast
import sys
from collections.abc import Callable, Iterator
from typing import Any

CALL = "__import_or_absent__"
BINARY = ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "and", "or", "xor")


class Absent:
    """
    Stands for something of a package that the grader has not.

    Parameters
    ----------
    name : str
        What it stands for.
    """

    def __new__(cls, name: str) -> "Absent":
        """Make one whose type is called after the package, as a message will name it."""
        return object.__new__(type(name[:60], (Absent,), {}))

    def __init__(self, name: str) -> None:
        self.__dict__["_absent_name"] = name

    def __repr__(self) -> str:
        return f"<{self._absent_name}, which is not in the grader>"

    def __getattr__(self, name: str) -> "Absent":
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Absent(f"{self.__dict__['_absent_name']}.{name}"[:200])

    def __setattr__(self, name: str, value: Any) -> None:
        """Keep nothing."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Do nothing; as a decorator, leave what the notebook defines as it is."""
        alone = len(args) == 1 and not kwargs and callable(args[0])
        return args[0] if alone and getattr(args[0], "__module__", "") == "__main__" else self

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[type, ...]:
        return ()

    def __getitem__(self, key: Any) -> "Absent":
        return self

    def __setitem__(self, key: Any, value: Any) -> None:
        """Keep nothing."""

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __enter__(self) -> "Absent":
        return self

    def __exit__(self, *exception: object) -> None:
        """Let every exception pass."""

    def __array__(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError(f"{self._absent_name} is not in the grader")


def _nothing(self: Absent, *others: Any) -> Absent:
    return self


for operator in BINARY:
    setattr(Absent, f"__{operator}__", _nothing)
    setattr(Absent, f"__r{operator}__", _nothing)


class ForgiveImports(ast.NodeTransformer):
    """
    Makes each import at the top of a cell one that may fail, and each name of it by itself.

    So it does with a call that asks for a file, a folder or a style that is not there.
    """

    def visit_Module(self, node: ast.Module) -> ast.AST:
        """Rewrite a cell; the value of its last line is still shown."""
        self.generic_visit(node)
        node.body[:-1] = [attempt_call(line) if is_call(line) else line for line in node.body[:-1]]
        return node

    def visit_Import(self, node: ast.Import) -> list[ast.stmt]:
        """Rewrite ``import a, b as c``."""
        return [
            attempt(node, ast.Import([alias]), alias.asname or alias.name.split(".")[0], alias.name)
            for alias in node.names
        ]

    def visit_ImportFrom(self, node: ast.ImportFrom) -> Any:
        """Rewrite ``from a import b, c``."""
        module = "." * node.level + (node.module or "")
        if module == "__future__":
            return node
        return [
            attempt(
                node, ast.ImportFrom(node.module, [alias], node.level),
                alias.asname or alias.name, module, alias.name,
            )
            for alias in node.names
        ]  # fmt: skip

    def leave(self, node: ast.AST) -> ast.AST:
        """Leave what decides for itself what to do without a package."""
        return node

    visit_Try = visit_TryStar = leave  # noqa: N815
    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = leave  # noqa: N815


def attempt(old: ast.stmt, new: ast.stmt, bound: str, module: str, name: str = "") -> ast.stmt:
    """Put one import into a ``try`` whose handler binds its name all the same."""
    arguments = f"{module!r}, {name!r}, {ast.unparse(new)[:200]!r}"
    handler = f"{CALL}({arguments})" if bound == "*" else f"{bound} = {CALL}({arguments})"
    ast.copy_location(new, old)
    return trying(new, "ImportError", handler)


def is_call(line: ast.stmt) -> bool:
    """Tell whether a statement is nothing but a call."""
    return isinstance(line, ast.Expr) and isinstance(line.value, ast.Call)


def attempt_call(line: ast.stmt) -> ast.stmt:
    """Let a call fail that finds no file."""
    return trying(line, "OSError", f"{CALL}('', '', {ast.unparse(line)[:200]!r})")


def trying(line: ast.stmt, error: str, handler: str) -> ast.stmt:
    """Put a statement into a ``try``."""
    made = ast.parse(f"try:\n pass\nexcept {error}:\n {handler}").body[0]
    assert isinstance(made, ast.Try)
    for part in ast.walk(made):
        ast.copy_location(part, line)
    made.body = [line]
    return ast.fix_missing_locations(made)


def forgiver(record: Callable[[str], None]) -> Callable[[str, str, str], Any]:
    """
    Make the function that gives a value for what could not be imported.

    Parameters
    ----------
    record : callable
        Takes the name of each package or module that is not there.

    Returns
    -------
    callable
        Takes the module, the name that was wanted of it, and the line.
    """

    def absent(module: str, name: str, line: str) -> Any:
        error = sys.exception()
        if not isinstance(error, ImportError):
            print(f"{type(error).__name__}: {error}. `{line}` was skipped.", file=sys.stderr)
            return None
        missing = str(getattr(error, "name", None) or module)
        if not isinstance(error, ModuleNotFoundError) and name:
            missing = f"{module}.{name}"
        elif module.startswith(missing):
            missing = module
        record(missing)
        why = f"{type(error).__name__}: {error}"
        print(f"{why}. {missing} is not in the grader: `{line}` was skipped.", file=sys.stderr)
        top = module.split(".")[0]
        if not name and "." in module and top in sys.modules:
            return sys.modules[top]
        return Absent(missing[:200])

    return absent
