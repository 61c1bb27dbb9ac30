"""What must not get out, and the search for it in all that students get.

Secret are the answers and the hidden tests of ``solutions/``, the reference functions that
students are asked to write, and the sources of the exercises (hidden cases, mistakes,
alternatives).

Public is by its role alone: the student's edition of the package, the lines of a stub that say
how a function is called, and those with which a reference reads its arguments. Whatever else an
author writes into an assignment is looked at like everything else: an answer is secret wherever it
was pasted.
"""

import ast
import inspect
import itertools
import json
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

import nbformat

import course_lib
from course_lib.checks import registry
from course_lib.checks.author.student_edition import STUDENT_FILES
from course_lib.publishing.gates.containers import texts
from course_lib.publishing.gates.leaks import (
    Index,
    Leak,
    indexes_of,
    leaks_in_files,
    leaks_in_texts,
)
from course_lib.publishing.notebooks.places import solved_path, source_path, student_path
from course_lib.publishing.notebooks.sources import HIDDEN, SOLUTION, Cell, read_source
from course_lib.publishing.site.pyodide import LIST, read_list

# What a function of the library reads its arguments with.
READERS = re.compile(
    "(as|require)_[a-z_]+|_matrices|_labels_and_probabilities|_labels_like|_problem|_checked_rows"
)
FORMULA = re.compile(r"\$+[^$]+\$+")  # those of a written answer stand in the book


def region(text: str, markers: tuple[str, str]) -> str:
    """Return the lines between a pair of markers."""
    kept, inside = [], False
    for line in text.splitlines():
        if line.strip() in markers:
            inside = line.strip() == markers[0]
        elif inside:
            kept.append(line)
    return "\n".join(kept)


def secrets_of_sources(root: Path) -> Iterator[tuple[str, str]]:
    """Yield what the assignments hide: answers and hidden tests."""
    for path in sorted((root / "solutions").glob("*/*.md")):
        for index, cell in enumerate(read_source(path).cells):
            name = Cell(index, cell).grade_id
            place = f"{path.relative_to(root)}, cell {index}{f' ({name})' if name else ''}"
            answer = region(cell.source, SOLUTION)
            parts = [answer] if cell.cell_type == "code" else FORMULA.split(answer)
            yield from ((f"the answer of {place}", part) for part in parts)
            if cell.cell_type == "code" and answer:
                whole = re.sub(r"(?m)^ *### \w+ SOLUTION$", "", cell.source)
                yield f"the answer of {place}", whole
            yield f"the hidden test of {place}", region(cell.source, HIDDEN)


@cache
def secrets_of_package() -> tuple[tuple[str, str], ...]:
    """Return the sources of references, hidden cases, mistakes and alternatives."""
    return (*references(), *functions_of_exercises())


def references() -> Iterator[tuple[str, str]]:
    """Yield the sources of the references, as they stand and as a student would write them."""
    for exercise in registry.exercises().values():
        source = inspect.getsource(exercise.reference)
        for text in (source, without_annotations(source), body(source)):
            yield f"the reference {exercise.name}", text


def functions_of_exercises() -> Iterator[tuple[str, str]]:
    """Yield the source of each function in the files of the exercises."""
    folder = registry.folder()
    within = f"{folder.parent.name}/{folder.name}"
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        lines = [line.encode() for line in text.splitlines()]
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.Lambda):
                place = f"{within}/{path.relative_to(folder)}, line {node.lineno}"
                yield place, segment(lines, node)


def segment(lines: Sequence[bytes], node: ast.FunctionDef | ast.Lambda) -> str:
    """Return the source of a node; `ast.get_source_segment` splits the whole file each time."""
    assert node.end_lineno is not None
    own = list(lines[node.lineno - 1 : node.end_lineno])
    own[-1] = own[-1][: node.end_col_offset]
    own[0] = own[0][node.col_offset :]
    return b"\n".join(own).decode()


def without_annotations(source: str) -> str:
    """Return the source of a function as a student would write it."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
    return ast.unparse(tree)


def body(source: str) -> str:
    """Return what stands below the ``def`` line and its docstring."""
    statements = ast.parse(source).body[0].body  # type: ignore[attr-defined]
    skipped = statements[1:] if ast.get_docstring(ast.parse(source).body[0]) else statements  # type: ignore[arg-type]
    return "\n".join(ast.unparse(statement) for statement in skipped)


def public_texts(root: Path) -> Iterator[str]:
    """Yield what students get by right: their edition of the package, and how stubs are called."""
    package = Path(course_lib.__file__).parent
    for name in STUDENT_FILES:
        yield (package / name).read_text(encoding="utf-8")
    for path in sorted((root / "solutions").glob("*/*.md")):
        for index, cell in enumerate(read_source(path).cells):
            if cell.cell_type == "code" and Cell(index, cell).is_solution:
                yield headers(cell.source)
    for exercise in registry.exercises().values():
        source = inspect.getsource(exercise.reference)
        yield from readings(source)
        yield from readings(without_annotations(source))
        yield headers(without_annotations(source))  # a stub says it, in a notebook or not here yet


def readings(source: str) -> Iterator[str]:
    """Yield of each function of a reference how it is called and how it reads its arguments.

    These are its first statements as long as they only call `READERS`.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            statements = node.body[1:] if ast.get_docstring(node) else node.body
            reading = list(itertools.takewhile(only_reads, statements))
            after = [beginning(each) for each in statements[len(reading) :][:1]]
            yield "\n".join([headers(ast.unparse(node)), *map(ast.unparse, reading), *after])


def beginning(statement: ast.stmt) -> str:
    """Return the first word of a statement, and of what stands in a ``with``."""
    if isinstance(statement, ast.With):
        head, below = ast.unparse(statement).split("\n", 1)
        return f"{head}\n{below.split()[0]}"
    return ast.unparse(statement).split()[0]


def only_reads(statement: ast.stmt) -> bool:
    """Tell whether a statement calls functions that read arguments, and computes nothing."""
    calls = [node.func for node in ast.walk(statement) if isinstance(node, ast.Call)]
    computed = ast.BinOp | ast.UnaryOp | ast.Compare | ast.comprehension | ast.Lambda
    return (
        isinstance(statement, ast.Assign | ast.Expr)
        and bool(calls)
        and all(isinstance(call, ast.Name) and READERS.fullmatch(call.id) for call in calls)
        and not any(isinstance(node, computed) for node in ast.walk(statement))
    )


def headers(source: str) -> str:
    """Return the lines from each ``def`` or ``class``, decorated or not, to its first statement."""
    lines = source.splitlines()
    defined = [
        n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef | ast.ClassDef)
    ]
    defined.sort(key=lambda node: node.lineno)
    first = [min(each.lineno for each in [node, *node.decorator_list]) for node in defined]
    return "\n".join(
        line
        for start, node in zip(first, defined, strict=True)
        for line in lines[start - 1 : node.body[0].lineno - 1]
    )


@lru_cache(maxsize=2)
def indexes(root: Path) -> tuple[Index, Index]:
    """Return the two indexes of the secrets of a course."""
    return indexes_of([*secrets_of_sources(root), *secrets_of_package()], public_texts(root))


def find_leaks(paths: Sequence[Path], root: Path) -> list[Leak]:
    """
    Look for the secrets of a course in every byte of some files and folders.

    Parameters
    ----------
    paths : sequence of Path
        Published files and folders.
    root : Path
        The course directory, whose ``solutions/`` holds the secrets.

    Returns
    -------
    list of Leak
        One for each secret and each file that holds it; empty if all is well.

    Raises
    ------
    FileNotFoundError
        If one of the paths does not exist: nothing was looked at there.
    """
    return leaks_in_files(paths, indexes(root), foreign(root))


def foreign(root: Path) -> set[str]:
    """Return the digests of what is listed as the work of others: Python for the page, unmodified.

    Its bytes are theirs, so nothing of this course is in them.
    """
    if not (root / LIST).is_file():
        return set()
    return {file.sha256 for file in read_list(root).files}


def find_leaks_of_notebooks(name: str, root: Path) -> list[Leak]:
    """
    Look for secrets in the cells of a student notebook, and in the outputs of the solved one.

    Parameters
    ----------
    name : str
        The assignment.
    root : Path
        The course directory, with both notebooks.

    Returns
    -------
    list of Leak
        One for each secret and each cell of the source that holds it; empty if all is well.
    """
    where = source_path(name, root).relative_to(root)
    student = nbformat.read(student_path(name, root), as_version=4)
    solved = nbformat.read(solved_path(name, root), as_version=4)
    shown = {f"{where}, cell {index}": cell for index, cell in enumerate(student.cells)}
    for index, cell in enumerate(solved.cells):
        shown[f"{where}, output of cell {index}"] = cell.get("outputs", [])
    opened = (named for place in shown for named in texts(place, json.dumps(shown[place]).encode()))
    return leaks_in_texts(opened, indexes(root))
