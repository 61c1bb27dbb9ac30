"""The visible checks of one notebook, in the same sandbox and by the same examiner as the grade."""

import secrets
from pathlib import Path

from course_lib.grading.examine.assignment import Assignment, assignment_names
from course_lib.grading.examine.examiner import hidden
from course_lib.grading.examine.submission import close_name, read_file, share_held
from course_lib.grading.files import require_posix
from course_lib.grading.record import Record
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.sandbox.process import meant
from course_lib.grading.work import Job, close_sandbox, grade_one


def check_notebook(
    path: Path, root: Path = Path("."), unsafe: bool = False, sandbox: str = "auto"
) -> Record:
    """
    Run the visible checks of a notebook.

    Parameters
    ----------
    path : Path
        The notebook; its name, or else what it holds, says which assignment it is.
    root : Path
        The course directory.
    unsafe : bool, default=False
        Run without a sandbox: only for code that you trust.
    sandbox : str
        The tier of the sandbox, see `course_lib.grading.sandbox.process.choose`.

    Returns
    -------
    Record
        As `course_lib.grading.grade.grade` yields it, of the visible cells alone.
    """
    require_posix()
    tier = "none" if unsafe else meant(sandbox)
    content = read_file(path, Limits().file_bytes)
    assignment = assignment_of(path, content, root)
    visible = frozenset(cell.key for cell in assignment.tests if not hidden(cell))
    job = Job(
        path.stem, assignment, content, secrets.randbits(48), only=visible, unsafe=unsafe,
        figures="none", sandbox=tier,
    )  # fmt: skip
    try:
        return grade_one(job).record
    finally:
        close_sandbox()


def assignment_of(path: Path, content: bytes, root: Path) -> Assignment:
    """Find the notebook of an assignment that a file name means, or that a file holds most of."""
    known = [book for name in assignment_names(root) for book in Assignment.find(name, root).books]
    for book in known:
        if close_name(path.name, book.file):
            return book
    shares = {k: share_held(content, book) for k, book in enumerate(known)}
    best = sorted(shares, key=lambda k: shares[k])[-2:]
    if best and shares[best[-1]] > 0 and (len(best) < 2 or shares[best[0]] < shares[best[1]]):
        return known[best[-1]]
    listed = ", ".join(book.file for book in known) or "none"
    raise ValueError(
        f"no assignment is called like {path.name}, and it holds nothing of one; "
        f"there are: {listed}"
    )
