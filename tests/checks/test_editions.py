"""The student's edition gives the same verdict and the same words, and holds no answer."""

import inspect
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import course_lib.checks
from course_lib.checks import registry
from course_lib.checks.author.audit import verdict
from course_lib.checks.author.student_edition import (
    chapters,
    compiled_text,
    repeatable,
)
from course_lib.checks.encode import decode, encode, read_sheets
from course_lib.checks.model import Exercise, Named, Seed
from course_lib.checks.rules import LABELS

EXERCISES = list(registry.exercises().values())
each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.name)
STORED = {
    sheet.name: sheet for chapter in chapters() for sheet in read_sheets(compiled_text(chapter))
}


@each_exercise
def test_both_editions_say_the_same(exercise: Exercise) -> None:
    live, stored = registry.visible_sheet(exercise.name), STORED[exercise.name]
    tried = (*exercise.mistakes, *exercise.alternatives)
    for function in (exercise.reference, *(item.implementation for item in tried)):
        with repeatable():
            assert str(verdict(live, function)) == str(verdict(stored, function))


@pytest.mark.parametrize("name", ["generator-ignored", "same-draw-always"])
def test_students_edition_tells_ignored_generators_from_fixed_ones(name: str) -> None:
    exercise = registry.find("initialize_parameters")
    mistake = next(item for item in exercise.mistakes if item.name == name)
    failure = verdict(STORED[exercise.name], mistake.implementation)
    assert failure is not None
    assert failure.diagnosis == name


@pytest.mark.parametrize("chapter", chapters())
def test_compiling_twice_gives_the_same_bytes(chapter: str) -> None:
    first = compiled_text(chapter)
    registry.visible_sheet.cache_clear()
    assert compiled_text(chapter) == first


@each_exercise
def test_compiled_text_holds_no_line_of_an_answer(exercise: Exercise) -> None:
    text = compiled_text(exercise.chapter)
    items = (*exercise.mistakes, *exercise.alternatives)
    for function in (exercise.reference, *(item.implementation for item in items)):
        if not inspect.isfunction(function):
            continue
        lines = [line.strip() for line in inspect.getsource(function).splitlines()]
        # "return a" is also the beginning of a sentence.
        code = [line for line in lines if line.startswith(("return ", "lambda ")) and len(line) > 9]
        assert [line for line in code if line in text] == []


@each_exercise
def test_compiled_text_holds_no_label_of_a_hidden_case_alone(exercise: Exercise) -> None:
    visible = {case.label for case in exercise.visible} | set(LABELS)
    assert {case.label for case in STORED[exercise.name].cases} <= visible


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        0.1,
        -0.0,
        float("inf"),
        [1, (2.5, "a")],
        {"W": [1.0], "b": None},
        Seed(3, "other"),
        Named("cubic"),
    ],
)
def test_values_survive_encoding(value: object) -> None:
    assert repr(decode(encode(value))) == repr(value)


@pytest.mark.parametrize("dtype", [bool, np.int64, np.float64, np.dtype(">f8")])
def test_arrays_survive_encoding_bit_by_bit(dtype: type) -> None:
    array = np.array([[0.1, -0.0, 3.0]]).astype(dtype).T
    back = decode(encode(array))
    assert back.shape == array.shape
    assert back.tobytes() == array.astype(array.dtype.newbyteorder("=")).tobytes()


@pytest.fixture(scope="module")
def student_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the checks as the student's wheel has them."""
    root = tmp_path_factory.mktemp("student")
    target = root / "course_lib" / "checks"
    source = Path(course_lib.checks.__file__).parent
    left_out = shutil.ignore_patterns(
        "exercises", "__pycache__", "author", "sitting.py", "rules.py", "recording.py"
    )
    shutil.copytree(source, target, ignore=left_out)
    (root / "course_lib" / "__init__.py").write_text("")
    shutil.copy(source.parent / "_chapters.py", root / "course_lib")
    (target / "data").mkdir()
    for chapter in chapters():
        (target / "data" / f"{chapter}.json").write_text(compiled_text(chapter), "utf-8")
    return root


def run_student(root: Path, code: str) -> subprocess.CompletedProcess[str]:
    start = "import numpy as np\nfrom course_lib.checks import check\n"
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-P", "-S", "-c", SITE + start + code]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", cwd=root)


# -S keeps the editable install of the instructor's edition out; NumPy is found by hand.
SITE = f"import sys; sys.path.append({str(Path(np.__file__).parents[1])!r})\n"


def test_student_edition_passes_a_right_answer(student_edition: Path) -> None:
    done = run_student(student_edition, "check('bce_grad', lambda y, p: (p - y) / (p * (1 - p)))")
    assert done.stdout == "bce_grad: all 10 visible cases pass.\n", done.stderr


def test_student_edition_names_a_mistake(student_edition: Path) -> None:
    done = run_student(student_edition, "check('bce_grad', lambda y, p: (y - p) / (p * (1 - p)))")
    assert "This looks like `sign-flipped`" in done.stderr


def test_student_edition_has_no_hidden_checks(student_edition: Path) -> None:
    done = run_student(student_edition, "check('bce', lambda y, p: 0.0, hidden=True)")
    assert "Hidden checks run only where assignments are graded." in done.stderr


def test_student_edition_suggests_a_close_name(student_edition: Path) -> None:
    done = run_student(student_edition, "check('bce_grads', lambda y, p: 0.0)")
    assert "Did you mean 'bce_grad'?" in done.stderr
