"""The visible checks of one notebook, in the same sandbox and by the same examiner as the grade."""

import secrets
from pathlib import Path

from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.examine.examiner import hidden
from course_lib.grading.examine.submission import close_name, read_file, share_held
from course_lib.grading.record import Record
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.sandbox.process import choose
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
    tier = "none" if unsafe else choose(sandbox)
    content = read_file(path, Limits().file_bytes)
    assignment = Assignment.find(assignment_name(path, content, root), root)
    visible = frozenset(cell.key for cell in assignment.tests if not hidden(cell))
    job = Job(
        path.stem, assignment, content, secrets.randbits(48), only=visible, unsafe=unsafe,
        figures="none", sandbox=tier,
    )  # fmt: skip
    try:
        return grade_one(job).record
    finally:
        close_sandbox()


def assignment_name(path: Path, content: bytes, root: Path) -> str:
    """Find the assignment that a notebook's file name means, or that it holds most of."""
    known = sorted(source.parent.name for source in root.glob("solutions/*/*.ipynb"))
    for name in known:
        if close_name(path.name, name):
            return name
    shares = {name: share_held(content, Assignment.find(name, root)) for name in known}
    best = sorted(shares, key=lambda name: shares[name])[-2:]
    if best and shares[best[-1]] > 0 and (len(best) < 2 or shares[best[0]] < shares[best[1]]):
        return best[-1]
    listed = ", ".join(known) or "none"
    raise ValueError(
        f"no assignment is called like {path.name}, and it holds nothing of one; "
        f"there are: {listed}"
    )
