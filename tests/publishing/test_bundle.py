"""The student bundle is complete, reproducible and works in an environment made from it alone."""

import ast
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest

from course_lib.checks import registry
from course_lib.publishing.notebooks.bundle import (
    BUNDLE,
    CONTENTS,
    STUDENT_FILES,
    build_bundle,
    student_requirements,
)
from course_lib.publishing.notebooks.edition import MODULES
from course_lib.publishing.notebooks.places import solved_path, student_path
from course_lib.publishing.notebooks.points import points_file
from course_lib.publishing.site.live import student_wheel

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(path.stem for path in (ROOT / "solutions").glob("*/*.md"))
PACKAGE = ROOT / "course_lib"

# Runs the code cells of a notebook; says what the first failing cell says.
RUN = """\
import json, sys
scope = {}
for cell in json.load(open(sys.argv[1], encoding="utf-8"))["cells"]:
    source = "".join(cell["source"])
    if cell["cell_type"] == "code" and "hidden=True" not in source:
        try:
            exec(compile(source, "cell", "exec"), scope)
        except Exception as error:
            sys.exit(f"{type(error).__name__}: {error}")
"""


@pytest.fixture(scope="module")
def unzipped(released, tmp_path_factory):
    """Return the folder that a student gets by unzipping the bundle."""
    folder = tmp_path_factory.mktemp("student")
    with zipfile.ZipFile(released / "dist" / f"{BUNDLE}.zip") as archive:
        archive.extractall(folder)
    return folder / BUNDLE


@pytest.fixture(scope="module")
def student_python(unzipped, tmp_path_factory):
    """Return the Python of a fresh environment with the bundle's requirements, without jupyter."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    lines = (unzipped / "requirements.txt").read_text(encoding="utf-8").splitlines()
    needed = [line for line in lines if not line.startswith(("jupyterlab", "ipykernel"))]
    (folder / "needed.txt").write_text("\n".join(needed), encoding="utf-8")
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "-r", folder / "needed.txt"],
        check=True,
        cwd=unzipped,
    )
    return python


def run_notebook(python, path, folder):
    """Run the cells of a notebook in the student's environment."""
    script = folder / "run.py"
    script.write_text(RUN, encoding="utf-8")
    return subprocess.run(
        [python, script, path],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
        env={**os.environ, "MPLBACKEND": "agg"},
    )


def test_bundle_holds_what_the_readme_names(unzipped):
    names = sorted(path.name for path in unzipped.iterdir())
    wheel = next(name for name in names if name.endswith(".whl"))
    expected = ["README.md", "requirements.txt", wheel, *(f"{name}.ipynb" for name in NAMES)]
    assert names == sorted([*expected, CONTENTS])
    assert f"`{CONTENTS}`" in (unzipped / "README.md").read_text(encoding="utf-8")


def test_the_site_has_the_wheel_of_the_bundle(released, tmp_path):
    (bundled,) = (released / "dist").glob("*.whl")
    with zipfile.ZipFile(bundled) as one, zipfile.ZipFile(student_wheel(released, tmp_path)) as two:
        assert one.namelist() == two.namelist()


def test_the_first_notebook_lists_the_others_in_the_order_of_the_course(unzipped):
    assert min(path.name for path in unzipped.glob("*.ipynb")) == CONTENTS
    text = nbformat.read(unzipped / CONTENTS, as_version=4).cells[0].source
    listed = re.findall(r"^\d\. \[(.+)\]\((\w+)\.ipynb\)$", text, re.MULTILINE)
    assert [name for _, name in listed] == list(registry.CHAPTERS)
    assert all(re.fullmatch(r".+ \(\d+ points\)", title) for title, _ in listed)


def test_same_content_gives_the_same_bytes_at_any_time(released, monkeypatch, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(released, root)
    digests = []
    for time in ("0", "1000000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", time)
        paths = build_bundle(root, {"relu.json": "[]"})
        digests.append([hashlib.sha256(path.read_bytes()).hexdigest() for path in paths])
    assert digests[0] == digests[1]


def test_wheel_holds_exactly_the_listed_files(unzipped):
    with zipfile.ZipFile(next(unzipped.glob("*.whl"))) as wheel:
        inside = {name for name in wheel.namelist() if name.startswith("course_lib/")}
    files = (*NAMES, "by_hand", "museum", "points")
    data = {f"course_lib/checks/data/{name}.json" for name in files}
    assert inside == {f"course_lib/{name}" for name in (*STUDENT_FILES, *MODULES)} | data


@pytest.mark.parametrize("name", NAMES)
def test_points_that_check_all_knows_are_those_of_the_headings(name):
    path = student_path(name, ROOT)
    counted = json.loads(points_file([name], ROOT)["points.json"])[name]
    title = nbformat.read(path, as_version=4).cells[0].source.splitlines()[0]
    assert title.endswith(f"({counted['total']} points)")
    assert list(counted["visible"]) == [
        cell.metadata.nbgrader.grade_id.removesuffix("-visible")
        for cell in nbformat.read(path, as_version=4).cells
        if cell.metadata.get("nbgrader", {}).get("grade_id", "").endswith("-visible")
    ]


def test_every_module_of_the_checks_is_listed_or_the_graders():
    present = {f"checks/{path.name}" for path in (PACKAGE / "checks").glob("*.py")}
    listed = {name for name in STUDENT_FILES if name.startswith("checks/")}
    assert present == listed | {"checks/sitting.py", "checks/rules.py", "checks/recording.py"}


@pytest.mark.parametrize("name", [n for n in STUDENT_FILES if n.endswith(".py")])
def test_student_module_imports_only_listed_modules(name):
    tree = ast.parse((PACKAGE / name).read_text(encoding="utf-8"))
    local = {node for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for node in ast.walk(f)}
    modules = {
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node not in local and node.module
    }
    own = {module for module in modules if module.startswith("course_lib.")}
    files = {module.removeprefix("course_lib.").replace(".", "/") for module in own}
    known = {n.removesuffix(".py").removesuffix("/__init__") for n in STUDENT_FILES}
    assert files <= known


def test_requirements_follow_the_lock():
    lock = "numpy==2.4.6 ; python_full_version < '3.12' \\\n    --hash=x\nnumpydoc==1 \\\n"
    lock += "matplotlib==3.11.2 \\\nipykernel==7 \\\njupyterlab==4 \\\n"
    assert student_requirements(lock, "a.whl").splitlines() == [
        "numpy==2.4.6 ; python_full_version < '3.12'",
        "matplotlib==3.11.2",
        "ipykernel==7",
        "jupyterlab==4",
        "./a.whl",
    ]


def test_lock_without_a_needed_package_is_an_error():
    with pytest.raises(ValueError, match="pins no ipykernel, jupyterlab, matplotlib"):
        student_requirements("numpy==2 \\\n", "a.whl")


@pytest.mark.package_index
@pytest.mark.parametrize("name", NAMES)
def test_solved_notebook_passes_in_the_students_environment(
    name, student_python, released, tmp_path
):
    done = run_notebook(student_python, solved_path(name, released), tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.package_index
def test_the_first_notebook_tells_that_all_is_installed(student_python, unzipped, tmp_path):
    done = run_notebook(student_python, unzipped / CONTENTS, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "all is here." in done.stdout


@pytest.mark.package_index
@pytest.mark.parametrize("name", NAMES)
def test_stub_fails_with_a_useful_message(name, student_python, unzipped, tmp_path):
    done = run_notebook(student_python, unzipped / f"{name}.ipynb", tmp_path)
    assert done.returncode == 1
    assert "CheckFailed" in done.stderr
    assert "not written" in done.stderr
