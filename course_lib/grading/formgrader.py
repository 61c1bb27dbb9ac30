"""nbgrader's own pages: what people and students wrote is escaped before its templates see it."""

import functools
import sys
from collections.abc import Callable
from typing import Any

from markupsafe import escape
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from course_lib.grading.examine.outputs import clean_markdown, clean_outputs

# Safe within text, within quotes, and within a string of a script; an apostrophe stays, since ids
# may have one and the scripts ask for a student by it.
MARKS = {ord(mark): f"&#{ord(mark)};" for mark in '<>"&\\\n\r\u2028\u2029'}
THEIRS = ("student_id", "assignment_id", "notebook_id", "resources")
NAMES = ("student", "first_name", "last_name", "notebook_path")


class Inert(NbGraderPreprocessor):
    """
    Makes data of everything that is not the instructor's, in formgrader and feedback.

    The notebooks that ``course grade`` stores are safe already. This is for what nbgrader takes
    from elsewhere and shows without escaping: names of the gradebook, comments of graders, and
    graded notebooks that were stored by an earlier version or by nbgrader alone.
    """

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Escape names and clean each cell; a second time changes nothing."""
        for name in NAMES:
            if isinstance(resources.get(name), str):
                resources[name] = escape(resources[name])
        nb.metadata.pop("widgets", None)
        for cell in nb.cells:
            self.clean(cell)
        return nb, resources

    def clean(self, cell: NotebookNode) -> None:
        """Clean what a student or a grader may have written of a cell."""
        graded = cell.metadata.get("nbgrader", {})
        if graded.get("comment"):
            graded.comment = clean_markdown(graded.comment)
        if cell.cell_type == "code":
            cell.outputs = [NotebookNode(output) for output in clean_outputs(cell.outputs)]
        elif cell.cell_type == "raw" or graded.get("solution") or by_student(cell):
            cell.source = clean_markdown(cell.source)
            cell.pop("attachments", None)


def by_student(cell: NotebookNode) -> bool:
    """Tell whether a cell is one that a student added."""
    marked = cell.metadata.get("course", {}).get("by") == "student"
    return marked or str(cell.get("id", "")).startswith("student-")


def escape_lists() -> None:
    """
    Let the formgrader of this process escape the names in its lists, which come from addresses.

    nbgrader lists a folder of ``submitted`` before anything is graded, and puts its name into the
    page as it is. Where no formgrader is loaded, and the second time, nothing happens.
    """
    base = sys.modules.get("nbgrader.server_extensions.formgrader.base")
    if base is not None and not hasattr(base.BaseHandler.render, "__wrapped__"):
        base.BaseHandler.render = escaped(base.BaseHandler.render)


def escaped(render: Callable[..., str]) -> Callable[..., str]:
    """Wrap nbgrader's rendering of a template."""

    @functools.wraps(render)
    def wrapper(self: Any, name: str, **values: Any) -> str:
        return render(self, name, **values | {k: inert(values[k]) for k in THEIRS if k in values})

    return wrapper


def inert(value: Any) -> Any:
    """Escape text, also within a dict; leave anything else."""
    if isinstance(value, dict):
        return {key: inert(each) for key, each in value.items()}
    return value.translate(MARKS) if isinstance(value, str) else value
