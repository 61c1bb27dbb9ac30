"""Data files, modules and packages that an instructor gives: both sides have them, as given."""

import os

import pytest

from course_lib.grading.examine.assignment import MAX_BYTES, Assignment, assignment_names
from course_lib.grading.sandbox import edition
from course_lib.grading.sandbox.process import NoSandbox, Sandbox

FILES = {
    "table.csv": "1,2\n3,4\n",
    "data/more.txt": "deep",
    "shapes.py": "import numpy as np\n\n\ndef area(r):\n    return np.pi * r * r\n",
}
ANSWER = (
    "import shapes\ndef total():\n    return np.loadtxt('table.csv', delimiter=',').sum()\n"
    "def deep():\n    with open('data/more.txt') as f: return f.read()\n"
    "def disk(r):\n    return shapes.area(r)"
)
TEST = (
    "from shapes import area\n"
    "assert total() == np.loadtxt('table.csv', delimiter=',').sum() == 10\n"
    "with open('data/more.txt') as f:\n    assert deep() == f.read() == 'deep'\n"
    "assert disk(2) == area(2)"
)


@pytest.fixture
def beside(toy):
    """An assignment with files beside its notebook."""
    for path, text in FILES.items():
        toy.write(f"solutions/toy/{path}", text)

    def notebook(answer=ANSWER, test=TEST):
        cells = [
            toy.code("setup", "import numpy as np"),
            toy.answer("total", answer),
            toy.test_cell("total-test", test, 1),
        ]
        return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}

    toy.write("solutions/toy/toy.ipynb", notebook())
    toy.hand_in = notebook
    return toy


def test_both_sides_have_what_the_instructor_gives(beside, sandboxed):
    assert beside.outcomes(beside.hand_in()) == {"total-test": "passed"}


@pytest.mark.parametrize(
    "cheat",
    [
        "import os\nos.remove('table.csv')\nopen('table.csv', 'w').write('0,0')",
        "import os\np = os.path.realpath('table.csv')\nos.chmod(p, 0o666)\n"
        "open(p, 'w').write('0,0')",
        "shapes.area = lambda r: 0",
    ],
)
def test_what_a_student_does_to_it_changes_the_students_alone(beside, sandboxed, cheat):
    assert beside.outcomes(beside.hand_in(f"{ANSWER}\n{cheat}"))["total-test"] != "passed"
    assert beside.outcomes(beside.hand_in()) == {"total-test": "passed"}


def test_student_cannot_write_into_it(beside, sandboxed):
    answer = (
        f"{ANSWER}\ntry:\n    open('table.csv', 'a')\n    open('data/more.txt', 'a')\n"
        "except OSError as e:\n    why = e.errno"
    )
    test = f"{TEST}\nimport errno\nassert why in (errno.EACCES, errno.EROFS)"
    beside.write("solutions/toy/toy.ipynb", beside.hand_in(answer, test))
    assert beside.outcomes(beside.hand_in(answer)) == {"total-test": "passed"}


def test_it_decides_what_is_unchanged(beside):
    before = beside.assignment.digest
    beside.write("solutions/toy/table.csv", "5,6\n")
    changed = beside.assignment.digest
    beside.write("solutions/toy/notes.md", "for nobody")
    assert len({before, changed}) == 2
    assert beside.assignment.digest == changed


def test_too_much_is_refused_with_what_to_do(beside):
    beside.write("solutions/toy/film.bin", b"x" * (MAX_BYTES + 1))
    with pytest.raises(ValueError, match=r"solutions/toy holds 4 files of 16 MB .* Move away"):
        beside.assignment


def test_what_nbgrader_leaves_out_is_left_out(beside):
    beside.write("nbgrader_config.py", "c = get_config()\nc.CourseDirectory.ignore = ['*.csv']\n")
    beside.write("solutions/toy/.hidden", "x")
    assert [path for path, _ in beside.assignment.files] == ["data/more.txt", "shapes.py"]


def test_sources_are_where_the_settings_say(toy):
    assert assignment_names(toy.root) == ["toy"]
    os.rename(toy.root / "solutions", toy.root / "source")
    assert assignment_names(toy.root) == ["toy"]  # nbgrader's own name
    os.rename(toy.root / "source", toy.root / "mine")
    assert assignment_names(toy.root) == []
    toy.write(
        "nbgrader_config.py", "c = get_config()\nc.CourseDirectory.source_directory = 'mine'\n"
    )
    assert assignment_names(toy.root) == ["toy"]
    assert Assignment.find("toy", toy.root).text


# ------------------------------------------------------------------ packages


@pytest.fixture
def allowing():
    """Take back what is allowed, for the other tests of this process."""
    yield edition.allow
    edition.allow(())


def test_package_is_there_only_where_it_is_allowed(toy, sandboxed):
    test = "assert abs(root()) < 1e-9"
    answer = (
        "from scipy import optimize\ndef root():\n    return optimize.brentq(lambda x: x, -1, 2)"
    )
    cells = [toy.answer("root", answer), toy.test_cell("root-test", test, 1)]
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    toy.write("solutions/toy/toy.ipynb", notebook)
    record = toy.grade(notebook).record
    assert (record.score, "scipy is not in the grader" in str(record.flags)) == (0, True)
    toy.write("nbgrader_config.py", "c = get_config()\nc.Examine.packages = ['scipy']\n")
    assert toy.grade(notebook).record.score == 1


@pytest.mark.parametrize("name", ["no-such-package", "nbgrader", "Course_Lib", ""])
def test_package_that_cannot_be_had_is_named(allowing, name):
    with pytest.raises(NoSandbox, match=rf"c\.Examine\.packages names '?{name}"):
        Sandbox("full", trial=True, packages=(name,))


def test_edition_is_made_anew_for_other_packages(allowing):
    plain = edition.student_edition()
    allowing(("scipy",))
    more = edition.student_edition()
    assert plain != more
    assert "scipy" in edition.needed()["packages"]
    allowing(())
    assert "scipy" not in edition.needed()["packages"]
    assert edition.modules_of(("scipy", "numpy")) == ["numpy", "scipy"]
