"""A course of one's own: made by one command; released, graded, attacked, measured and built."""

import json
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner

from course_lib._chapters import COURSE, DATA_FILE, OWN, course_in
from course_lib.checks.author.student_edition import compiled_files
from course_lib.cli import main

ROOT = Path(__file__).parents[2]
SECOND = Path(__file__).with_name("second_course")
FORGERIES = runpy.run_path(str(ROOT / "tests" / "grading" / "attacks.py"))["FORGERIES"]
COMMAND = "from course_lib.cli import main; main(prog_name='course')"
# Of each exercise: the verdict on the right answer, and what each mistake is called.
VERDICTS = """\
import json
from course_lib.checks import registry
from course_lib.checks.author.audit import verdict

found = {}
for exercise in registry.exercises().values():
    for sheet in (registry.visible_sheet(exercise.name), registry.hidden_sheet(exercise, 3)):
        assert verdict(sheet, exercise.reference) is None
        named = {m.name: verdict(sheet, m.implementation).diagnosis for m in exercise.mistakes}
        found[f"{exercise.name} hidden={sheet.hidden}"] = named
print(json.dumps(found))
"""


def invoke(*arguments):
    return CliRunner().invoke(main, [str(each) for each in arguments])


def run(root, *arguments):
    """Run Python in the folder of a course; return what it did."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def course(root, *arguments):
    """Run a command of the course in its folder; return what it says on stdout."""
    done = run(root, "-c", COMMAND, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


# ------------------------------------------------------------------ course new


def test_a_new_course_names_the_mistakes_of_its_exercise(tmp_path):
    root = tmp_path / "linear_regression"
    made = invoke("new", root)
    assert made.exit_code == 0, made.output
    done = run(root, "-c", VERDICTS)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert list(found) == ["velocity hidden=False", "velocity hidden=True"]
    for named in found.values():
        assert len(named) >= 3
        assert {mistake: mistake for mistake in named} == named


def test_a_new_course_says_what_to_run_next_and_holds_nothing_of_another(tmp_path):
    root = tmp_path / "regression"
    said = invoke("new", root).stderr.splitlines()
    assert said[0] == "Now:"
    assert said[2:] == ["  course check --author momentum", "  course release", "  course build"]
    made = course_in(root)
    assert (made.title, made.package, list(made.chapters)) == (
        "Regression", "regression", ["momentum"],
    )  # fmt: skip
    text = "".join(p.read_text("utf-8") for p in root.rglob("*") if p.suffix in (".py", ".yml"))
    for own in (OWN.title, OWN.exercises, "course_lib.momentum", "classification_from_scratch"):
        assert own not in text


def test_an_empty_folder_is_filled_and_any_other_is_left_as_it_is(tmp_path):
    empty, full = tmp_path / "one", tmp_path / "two"
    empty.mkdir()
    full.mkdir()
    (full / "notes.txt").write_text("mine")
    assert invoke("new", empty).exit_code == 0
    refused = invoke("new", full)
    assert refused.exit_code == 1
    assert "two is not empty" in refused.stderr
    assert [path.name for path in full.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(("name", "said"), [
    ("numpy", "a package 'numpy' is installed already"),
    ("course_lib", "a package 'course_lib' is installed already"),
    ("Linear-Regression", "is no name for a course"),
    ("2d", "is no name for a course"),
])  # fmt: skip
def test_a_name_that_no_package_can_have_is_refused(tmp_path, name, said):
    refused = invoke("new", tmp_path / name)
    assert refused.exit_code == 1
    assert said in refused.stderr
    assert not (tmp_path / name).exists()


# ------------------------------------------------------------------ [tool.course]


@pytest.mark.parametrize(("settings", "said"), [
    ("package = 'a'\nchapters = {b = 'B'}", "needs title (str)"),
    ("title = 'A'\npackage = 'a'\nchapters = ['b']", "needs chapters (dict)"),
    ("title = 'A'\npackage = 'a-b'\nchapters = {}", "'a-b' is no name of a Python module"),
    ("title = 'A'\npackage = 'course_lib'\nchapters = {}", "course_lib is the machinery"),
    ("title = A", "is no TOML"),
])  # fmt: skip
def test_settings_that_name_no_course_are_refused_with_their_place(tmp_path, settings, said):
    (tmp_path / "pyproject.toml").write_text(f"[tool.course]\n{settings}\n")
    with pytest.raises(ValueError, match=r"pyproject\.toml") as error:
        course_in(tmp_path)
    assert said in str(error.value)


def test_a_command_about_another_course_is_refused_outside_of_its_folder():
    refused = invoke("release", "--root", SECOND)
    assert refused.exit_code == 2
    assert "is a course of its own: run the command in that folder" in refused.stderr


def test_a_folder_without_the_table_leaves_this_course(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n")
    assert course_in(tmp_path) is None
    assert COURSE is OWN
    assert DATA_FILE not in compiled_files([])


# ------------------------------------------------------------------ the second course

CALLS = """\
from course_lib.checks import registry

exercise = registry.find("line_gradients")
calls = registry.make_sheet(exercise, exercise.visible[:1]).calls()["predict_line"]
print(any(call.given["x"].tolist() == [2.0] for call in calls))
"""


def test_calls_of_earlier_exercises_are_recorded_in_the_package_of_the_course():
    assert run(SECOND, "-B", "-c", CALLS).stdout == "True\n"


ERRORS = "errors = predict_line(x, w, b) - y\n"
RIGHT = {
    "predict_line": "return w * x + b",
    "line_cost": f"{ERRORS}    return np.mean(errors**2) / 2",
    "line_gradients": f"{ERRORS}    return np.mean(errors * x), np.mean(errors)",
}
POINTS = {"predict_line": 5, "line_cost": 5, "line_gradients": 6}
# What is wrong in one exercise, and what it is called.
WRONG = {
    "predict_line": ("return w * x", "intercept-missing"),
    "line_cost": ("return np.mean((w * x + b - y) ** 2)", "half-missing"),
    "line_gradients": (
        "errors = w * x + b - y\n    return np.sum(errors * x), np.sum(errors)", "sums-for-means",
    ),
}  # fmt: skip
ATTACKS = {
    name: FORGERIES[name].replace("double(x)", "predict_line(x, w, b)")
    for name in (
        "displayhook shows a result",
        "numpy patched",
        "builtins patched",
        "object equal to everything",
        "array subclass equal to everything",
        "expected value taken from frames",
        "exception that claims to be a pass",
        "answers sent before they are asked for",
        "protocol told that the cell passed",
        "fork that answers in place of the question",
    )
} | {
    "the course's own function": (
        "def predict_line(x, w, b):\n    from linear_regression.line import predict_line as right\n"
        "    return right(x, w, b)"
    ),
    "the course's exercises": (
        "def predict_line(x, w, b):\n    from course_lib.checks import registry\n"
        "    return registry.find('predict_line').reference(x, w, b)"
    ),
    "the folder of the course": (
        "import glob, os\ndef predict_line(x, w, b):\n"
        "    there = glob.glob('/**/line.py', recursive=True)\n"
        "    return w * x + b if there or 'COURSE_DIRECTORY' in os.environ else None"
    ),
    "another course declared": (
        "import sys\nwith open('pyproject.toml', 'w') as file:\n"
        "    file.write(\"[tool.course]\\ntitle='x'\\npackage='x'\\nchapters={}\")\n"
        "for name in [name for name in sys.modules if name.startswith('course_lib')]:\n"
        "    del sys.modules[name]\n"
        "import course_lib.checks\ndef predict_line(x, w, b):\n    return x"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def second(tmp_path_factory):
    """Return the folder of a second course, made by the command and a few files, and released."""
    root = tmp_path_factory.mktemp("second") / "linear_regression"
    assert invoke("new", root).exit_code == 0
    shutil.copytree(SECOND, root, dirs_exist_ok=True)
    (root / "vendor" / "pyodide.json").unlink()  # the page does without Python
    course(root, "release")
    return root


def submit(root, student, answers):
    """Hand in the notebook that students get, with these cells in place of answers."""
    notebook = nbformat.read(root / "exercises" / "line" / "line.ipynb", as_version=4)
    for cell in notebook.cells:
        if (name := cell.metadata.get("nbgrader", {}).get("grade_id")) in answers:
            cell.source = answers[name]
    path = root / "submitted" / student / "line" / "line.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)


def function(name, body):
    """Write an answer."""
    parameters = "x, w, b" if name == "predict_line" else "x, y, w, b"
    return f"def {name}({parameters}):\n    {body}"


@pytest.fixture(scope="module")
def graded(second):
    """Return the record of each who handed in: right, nothing, wrong in one exercise, attacks."""
    right = {name: function(name, body) for name, body in RIGHT.items()}
    submit(second, "right", right)
    submit(second, "empty", {})
    for name, (body, _) in WRONG.items():
        submit(second, f"wrong_{name}", right | {name: function(name, body)})
    for k, attack in enumerate(ATTACKS.values()):
        submit(second, f"attack_{k}", {"predict_line": attack})
    lines = course(second, "grade", "line", "--json").splitlines()
    records = [json.loads(line) for line in lines]
    return {record["student"]: record for record in records if "student" in record}


@pytest.mark.real_tools  # starts kernels and nbgrader
def test_the_second_course_is_released_under_its_own_name(second):
    assert (second / "dist" / "linear_regression.zip").is_file()
    page = nbformat.read(second / "exercises" / "line" / "line.ipynb", as_version=4)
    assert page.cells[0].source.startswith("# Fitting a line (20 points)")
    assert course(second, "check", "--author", "line") == ""


@pytest.mark.real_tools
def test_students_of_the_second_course_get_its_checks_and_none_of_its_answers(second, tmp_path):
    (wheel,) = (second / "dist").glob("*.whl")
    shutil.unpack_archive(wheel, tmp_path / "wheel", format="zip")
    another = "[tool.course]\ntitle = 'A'\npackage = 'a'\nchapters = {b = 'B'}\n"
    (tmp_path / "pyproject.toml").write_text(another, encoding="utf-8")
    code = "from course_lib.checks import check, registry\nprint(*registry.CHAPTERS)\n"
    code += "check('line_cost', lambda x, y, w, b: ((w * x + b - y) ** 2).mean())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "wheel"), "COURSE_DIRECTORY": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["line", "momentum"]
    assert "This looks like `half-missing`" in done.stderr
    assert "in the chapter “Fitting a line”" in done.stderr
    assert not list(tmp_path.rglob("line.py"))
    assert not list(tmp_path.rglob("relu.py"))


@pytest.mark.real_tools
def test_an_answer_of_the_second_course_is_not_released(second, tmp_path):
    root = tmp_path / "linear_regression"
    shutil.copytree(second, root)
    source = root / "solutions" / "line" / "line.md"
    text = source.read_text(encoding="utf-8")
    pasted = "design = np.column_stack([x, np.ones_like(x)])\n"
    pasted += "dw, db = design.T @ (design @ [w, b] - y) / len(y)\nreturn dw, db"
    source.write_text(text.replace("## 4.", f"```python\n{pasted}\n```\n\n## 4."), "utf-8")
    done = run(root, "-c", COMMAND, "release", "line")
    assert done.returncode == 1
    assert "linear_regression/exercises/line/line_gradients.py" in done.stderr


@pytest.mark.real_tools
def test_right_wrong_and_empty_submissions_get_what_they_earn(graded):
    assert graded["right"]["score"] == sum(POINTS.values())
    assert graded["empty"]["score"] == 0
    for name, (_, mistake) in WRONG.items():
        record = graded[f"wrong_{name}"]
        assert record["score"] == sum(POINTS.values()) - POINTS[name], name
        named = {
            cell["grade_id"]: cell["diagnosis"] for cell in record["cells"] if not cell["points"]
        }
        assert named == {f"{name}-visible": mistake, f"{name}-hidden": mistake}


@pytest.mark.real_tools
def test_no_attack_on_the_second_course_gains_a_point(graded):
    gained = {name: graded[f"attack_{k}"]["score"] for k, name in enumerate(ATTACKS)}
    assert gained == dict.fromkeys(ATTACKS, 0)


@pytest.mark.real_tools
def test_the_checks_of_the_second_course_are_never_wrong_on_what_its_author_wrote(second):
    done = run(second, ROOT / "benchmarks" / "grader_accuracy.py", "--json", "accuracy.json")
    assert done.returncode == 0, done.stderr
    rows = json.loads((second / "accuracy.json").read_text(encoding="utf-8"))["rows"]
    assert [row["exercise"] for row in rows] == [*RIGHT, "velocity"]
    for row in rows:
        assert (row["refused"], row["passed"], row["confused"]) == ([], [], [])
        assert row["diagnosed"] == row["mistakes"] >= 3
        assert row["mutants_passed"] == []
        assert row["mutants"] > 20


@pytest.mark.real_tools
def test_the_book_of_the_second_course_builds(second):
    course(second, "build")
    html = second / "_build" / "html"
    page = (html / "book" / "line.html").read_text(encoding="utf-8")
    assert "Fitting a line" in page
    assert OWN.title not in page
    assert (html / "downloads" / "exercises" / "line.ipynb").is_file()
