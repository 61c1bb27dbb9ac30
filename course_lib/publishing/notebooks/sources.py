"""Reads the text source of an assignment and refuses whatever nbgrader would let pass in silence.

nbgrader releases a hidden test whose marker is misspelt or in lower case, and says nothing.
So ``###`` is reserved for its markers, and every rule that an assignment must
keep is checked here, on the source, before anything is derived from it.
"""

import ast
import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import jupytext
from jupytext.myst import MystMetadataParsingError
from nbformat import NotebookNode

from course_lib._chapters import TITLES, address
from course_lib.checks.grader import sentence

SOLUTION = ("### BEGIN SOLUTION", "### END SOLUTION")
HIDDEN = ("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS")
MARKERS = (*SOLUTION, *HIDDEN)
STUDENT_IMPORTS = {
    "numpy",
    "matplotlib",
    "matplotlib.pyplot",
    "course_lib.checks",
    "course_lib.datasets",
    "course_lib.plotting",
}
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
OPTIONS = ("nbgrader", "tags")
FLAGS = ("grade", "locked", "solution", "task")
GRADING = (*FLAGS, "grade_id", "points", "schema_version")
ANNOUNCED = "\n\n**Where it is graded.** "
OVERVIEW = (
    "\n\n**Where you stand.** Write `from course_lib.checks import check_all` and `check_all()` "
    "into a new cell: it prints how each exercise of this notebook stands."
)
NAMED_CHAPTER = re.compile(
    r"(?P<equations>equations? (?:`[\w-]+`(?:, | and )?)+ of the )?chapter \*(?P<title>[^*]+)\*"
)
LINKED = re.compile(r"\[(`[\w-]+`|\*[^*\n]+\*)\]\([^)\s]*/book/\w+\.html(?:#equation-[\w-]+)?\)")
HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
GRADE_ID = re.compile(r"(?P<exercise>\w+)-(?P<kind>visible|hidden)")


class SourceError(ValueError):
    """An assignment breaks a rule; the text names file, cell, expectation and remedy."""


@dataclass(frozen=True)
class Cell:
    """One cell of a source with what the rules ask about it."""

    index: int
    node: NotebookNode

    @property
    def text(self) -> str:
        """The source of the cell."""
        return str(self.node.source)

    @property
    def is_code(self) -> bool:
        """Whether it is a code cell."""
        return bool(self.node.cell_type == "code")

    @property
    def grading(self) -> dict[str, Any]:
        """Its nbgrader metadata."""
        found = self.node.metadata.get("nbgrader", {})
        return dict(found) if isinstance(found, dict) else {}

    @property
    def grade_id(self) -> str:
        """Its grade_id, empty if it has none."""
        return str(self.grading.get("grade_id", ""))

    @property
    def is_solution(self) -> bool:
        """Whether a student writes it."""
        return bool(self.grading.get("solution"))

    @property
    def is_test(self) -> bool:
        """Whether it holds tests."""
        return bool(self.grading.get("grade")) and not self.is_solution

    def problem(self, text: str) -> str:
        """Return a problem of this cell, with its place."""
        name = f" ({self.grade_id})" if self.grade_id else ""
        return f"cell {self.index}{name}: {text}"


def read_source(path: Path) -> NotebookNode:
    """
    Read the MyST text of an assignment as a notebook that depends on the text alone.

    Parameters
    ----------
    path : Path
        ``solutions/NAME/NAME.md``.

    Returns
    -------
    NotebookNode
        Cells without outputs. Their ids are ``NAME-0``, ``NAME-1``, … since jupytext's are random.

    Raises
    ------
    SourceError
        If there is no such file, or the options of a cell are no YAML.
    """
    if not path.is_file():
        raise SourceError(f"{path}: there is no such file. Write the assignment as MyST text.")
    try:
        notebook = jupytext.read(path, fmt="md:myst")
    except MystMetadataParsingError as error:
        raise SourceError(f"{path}: {' '.join(str(error).split())}. Mend its options.") from error
    for index, cell in enumerate(notebook.cells):
        cell["id"] = f"{path.stem}-{index}"
    notebook.metadata = NotebookNode(kernelspec=KERNEL, language_info={"name": "python"})
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    return notebook


def validate_source(notebook: NotebookNode, path: Path, exercises: Sequence[str]) -> None:
    """
    Refuse a source that breaks a rule, naming every problem at once.

    Parameters
    ----------
    notebook : NotebookNode
        What `read_source` gave.
    path : Path
        Where it came from, for the message.
    exercises : sequence of str
        The registered exercises of this chapter, each of which needs its three cells.

    Raises
    ------
    SourceError
        One line a problem: file, cell, what was expected, what to do.
    """
    cells = [Cell(index, node) for index, node in enumerate(notebook.cells)]
    problems = [problem for cell in cells for rule in CELL_RULES for problem in rule(cell)]
    problems += notebook_problems(cells, exercises)
    if problems:
        raise SourceError("\n".join(f"{path}, {problem}" for problem in problems))


def announce_points(notebook: NotebookNode) -> None:
    """
    Say in each heading what its section counts, and in the title what the notebook counts.

    Parameters
    ----------
    notebook : NotebookNode
        A valid source; its headings are changed in place.
    """
    points: dict[int, float] = {}
    headed = 0
    for index, node in enumerate(notebook.cells):
        grading = Cell(index, node).grading
        if node.cell_type == "markdown" and not grading and HEADING.search(node.source):
            headed = index
        points[headed] = points.get(headed, 0) + grading.get("points", 0)
    for index, count in points.items():
        if count:
            append_points(notebook.cells[index], -1, count)
    append_points(notebook.cells[0], 0, sum(points.values()))


def announce_grader(notebook: NotebookNode) -> None:
    """
    Say at the end of the first cell what the grader has, and how to see where one stands.

    Parameters
    ----------
    notebook : NotebookNode
        A valid source; its first cell is changed in place.
    """
    notebook.cells[0].source += f"{ANNOUNCED}{sentence()}{OVERVIEW}"


def link_chapters(notebook: NotebookNode, site: str) -> None:
    """
    Make links to the site of the chapters and equations that the text names.

    Parameters
    ----------
    notebook : NotebookNode
        A valid source; its texts are changed in place.
    site : str
        The address of the site; if it is empty, nothing is changed.
    """
    for node in notebook.cells if site else ():
        if node.cell_type == "markdown":
            node.source = NAMED_CHAPTER.sub(partial(linked, site), node.source)


def linked(site: str, named: re.Match[str]) -> str:
    """Write equations and chapter as links, if there is such a chapter."""
    name = next((name for name, title in TITLES.items() if title == named["title"]), "")
    if not name:
        return named[0]
    equations = re.sub(
        r"`([\w-]+)`",
        lambda label: f"[{label[0]}]({address(site, name, label[1])})",
        named["equations"] or "",
    )
    return f"{equations}chapter [*{named['title']}*]({address(site, name)})"


def unlinked(text: str) -> str:
    """
    Undo `link_chapters`, whatever the address of the site was.

    Parameters
    ----------
    text : str
        The text of a cell.

    Returns
    -------
    str
        The text with chapters and equations as the source names them.
    """
    return LINKED.sub(r"\1", text)


def append_points(node: NotebookNode, which: int, count: float) -> None:
    """Write a number of points behind one of the headings of a cell."""
    found = list(HEADING.finditer(node.source))
    if found:
        end = found[which].end()
        text = f" ({count:g} point{'' if count == 1 else 's'})"
        node.source = node.source[:end] + text + node.source[end:]


def looks_like_marker(line: str) -> bool:
    """Tell whether `line` is, or was meant to be, a marker of nbgrader."""
    text = line.strip().lstrip("#").strip().upper()
    if any(marker.strip("# ") in text for marker in MARKERS):
        return True
    return line.lstrip().startswith("#") and any(
        difflib.SequenceMatcher(None, text, marker.strip("# ")).ratio() > 0.75 for marker in MARKERS
    )


def marker_problems(cell: Cell) -> Iterator[str]:
    """Yield misspelt, unknown, nested and unclosed markers of one cell."""
    opened = ""
    for line in cell.text.splitlines():
        marker = line.strip()
        reserved = cell.is_code and "###" in line
        if not reserved and not looks_like_marker(line):
            continue
        if marker not in MARKERS:
            yield cell.problem(
                f"{marker!r} is no marker. Expected one of {', '.join(MARKERS)}, alone on its line "
                "and in capitals: '###' is reserved for them. Mend the spelling or use one '#'."
            )
        elif "BEGIN" in marker:
            if opened:
                yield cell.problem(f"{marker!r} inside {opened!r}. Close the first one before it.")
            opened = marker
        elif opened.replace("BEGIN", "END") != marker:
            yield cell.problem(f"{marker!r} closes nothing. Add its BEGIN line above.")
            opened = ""
        else:
            opened = ""
    if opened:
        yield cell.problem(f"{opened!r} is never closed. Add {opened.replace('BEGIN', 'END')!r}.")


def outside(text: str, markers: tuple[str, str]) -> str:
    """Return the lines of `text` that stand outside the regions of one pair of markers."""
    kept, inside = [], False
    for line in text.splitlines():
        if line.strip() in markers:
            inside = line.strip() == markers[0]
        elif not inside:
            kept.append(line)
    return "\n".join(kept)


def region_problems(cell: Cell) -> Iterator[str]:
    """Yield solutions outside solution cells and hidden tests that would be released."""
    if SOLUTION[0] in cell.text and not cell.is_solution:
        yield cell.problem("a solution outside a solution cell. Set nbgrader: solution: true.")
    if HIDDEN[0] in cell.text and not (cell.is_test and cell.grade_id.endswith("-hidden")):
        yield cell.problem("hidden tests outside an '<exercise>-hidden' cell. Move them there.")
    if cell.grade_id.endswith("-hidden"):
        released = [line for line in outside(cell.text, HIDDEN).splitlines() if line.strip()]
        if HIDDEN[0] not in cell.text or any(not line.startswith("#") for line in released):
            yield cell.problem(
                f"code outside {HIDDEN[0]!r} … {HIDDEN[1]!r} would be released. "
                "Only a comment may stand outside them."
            )
    elif cell.is_code and re.search(r"hidden\s*=\s*True", cell.text):
        yield cell.problem("a hidden check in a cell that is released. Move it to a -hidden cell.")


def option_problems(cell: Cell) -> Iterator[str]:
    """Yield options of a cell, and of nbgrader, that nobody reads or that have no such value."""
    given = cell.node.metadata
    yield from (cell.problem(text) for text in unknown("option", given, OPTIONS))
    if not isinstance(given.get("nbgrader", {}), dict):
        yield cell.problem(f"nbgrader must be {{name: value, …}}, got {given['nbgrader']!r}.")
    yield from (cell.problem(text) for text in unknown("nbgrader option", cell.grading, GRADING))
    for name in FLAGS:
        value = cell.grading.get(name, False)
        if not isinstance(value, bool):
            yield cell.problem(f"nbgrader option {name} must be true or false, got {value!r}.")


def unknown(kind: str, given: Iterable[str], known: Sequence[str]) -> Iterator[str]:
    """Yield in words which names are not among the known ones."""
    for name in given:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            yield f"there is no {kind} {name!r}. Expected {', '.join(known)}.{hint}"


def grading_problems(cell: Cell) -> Iterator[str]:
    """Yield faults of the nbgrader metadata and of the form of a test cell."""
    grading = cell.grading
    if not grading:
        return
    missing = {*GRADING} - {"points"} - set(grading)
    if missing:
        yield cell.problem(f"nbgrader metadata lacks {', '.join(sorted(missing))}. Add them.")
    if grading.get("schema_version") != 3:
        yield cell.problem(f"schema_version must be 3, got {grading.get('schema_version')!r}.")
    points = grading.get("points")
    if grading.get("grade") and not (
        isinstance(points, int | float) and not isinstance(points, bool) and points > 0
    ):
        yield cell.problem(f"a graded cell needs points above 0, got {points!r}. Set points.")
    if not grading.get("grade") and "points" in grading:
        yield cell.problem("points on a cell that is not graded. Remove them or set grade: true.")
    if cell.is_test and not cell.text.lstrip().startswith(("#", '"""')):
        yield cell.problem("a test cell opens with a comment that names the quantity it tests.")
    if cell.is_test and not grading.get("locked"):
        yield cell.problem("a test cell must be locked. Set locked: true.")


def code_problems(cell: Cell) -> Iterator[str]:
    """Yield code that does not parse, forbidden imports and stubs without their parts."""
    if not cell.is_code:
        return
    try:
        tree = ast.parse(cell.text)
    except SyntaxError as error:
        yield cell.problem(f"line {error.lineno} is no Python: {error.msg}. Mend it.")
        return
    for module in sorted(imported_modules(tree) - STUDENT_IMPORTS):
        yield cell.problem(
            f"imports {module}. A notebook may import {', '.join(sorted(STUDENT_IMPORTS))}."
        )
    if not cell.is_solution:
        return
    defined = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    if [node.name for node in defined] != [cell.grade_id]:
        names = ", ".join(node.name for node in defined) or "nothing"
        yield cell.problem(f"must define exactly {cell.grade_id}, defines {names}.")
    elif not ast.get_docstring(defined[0]):
        yield cell.problem(f"{cell.grade_id} has no docstring. The stub needs the full one.")
    if SOLUTION[0] not in cell.text:
        yield cell.problem(f"no {SOLUTION[0]!r} … {SOLUTION[1]!r} around the answer. Add them.")


def imported_modules(tree: ast.Module) -> set[str]:
    """Return the modules that the code imports; ``from course_lib import plotting`` is a module."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = node.module or "."
            inside = module == "course_lib"
            found |= {f"{module}.{a.name}" for a in node.names} if inside else {module}
    return found


def notebook_problems(cells: list[Cell], exercises: Sequence[str]) -> Iterator[str]:
    """Yield what is wrong with the cells as a whole: duplicates, order, exercises left out."""
    first: dict[str, int] = {}
    for cell in cells:
        if not cell.grade_id:
            continue
        if cell.grade_id in first:
            yield cell.problem(f"grade_id already used by cell {first[cell.grade_id]}. Rename one.")
        first.setdefault(cell.grade_id, cell.index)
        if cell.is_test:
            yield from test_name_problems(cell, exercises, first)
    for exercise in exercises:
        for grade_id in (exercise, f"{exercise}-visible", f"{exercise}-hidden"):
            if grade_id not in first:
                yield f"no cell {grade_id!r}: the exercise {exercise} is registered. Add the cell."
    if not any(cell.is_solution and cell.grading.get("grade") for cell in cells):
        yield "no written question. Add a Markdown cell with grade: true and solution: true."


def test_name_problems(cell: Cell, exercises: Sequence[str], seen: dict[str, int]) -> Iterator[str]:
    """Yield a test cell whose grade_id does not belong to a registered exercise above it."""
    match = GRADE_ID.fullmatch(cell.grade_id)
    exercise = match["exercise"] if match else ""
    if exercise not in exercises:
        near = difflib.get_close_matches(exercise or cell.grade_id, exercises, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        yield cell.problem(
            "a test cell is named '<exercise>-visible' or '<exercise>-hidden' after a registered "
            f"exercise ({', '.join(exercises)}).{hint}"
        )
    elif exercise not in seen:
        yield cell.problem(f"stands before the cell {exercise!r} that it tests. Move it below.")
    elif f'check("{exercise}", {exercise}' not in cell.text:
        yield cell.problem(f'never calls check("{exercise}", {exercise}, …). Add the call.')


CELL_RULES: tuple[Callable[[Cell], Iterator[str]], ...] = (
    option_problems,
    marker_problems,
    region_problems,
    grading_problems,
    code_problems,
)
