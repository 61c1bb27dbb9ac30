"""The student's side on a simulated Windows, and `make course` on a simulated macOS."""

import importlib.util
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location(
    "another_system", Path(__file__).with_name("another_system.py")
)
simulation = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(simulation)
run_on = simulation.run_on

PYTEST = "import pytest, sys; sys.exit(pytest.main(['-q', '-rs', '-p', 'no:cacheprovider', {}]))"
SAMPLE = "(relu and not exercises) or endless_mutant or another_system"


def students_tests(*arguments):
    """Write the code that runs tests of the student's side."""
    return PYTEST.format(", ".join(map(repr, ("-m", "student", *arguments))))


@pytest.mark.real_tools  # more than a minute
def test_the_students_tests_are_all_collected_and_a_sample_passes_on_a_simulated_windows():
    done = run_on("Windows", students_tests("-k", SAMPLE))
    assert done.returncode == 0, done.stdout + done.stderr
    passed, left = done.stdout.splitlines()[-1].split(" passed")
    assert int(passed.split()[-1]) > 50
    assert " deselected" in left
    assert "no signal SIGPROF, which stops an endless mutant" in done.stdout
    assert "another_system" not in done.stdout  # of the grader's folders nothing is collected


def test_a_planted_need_of_posix_is_seen(tmp_path):
    needs = {
        "fcntl": "import fcntl",
        "geteuid": "import os; os.geteuid()",
        "pyseccomp": "import pyseccomp",
    }
    for name, need in needs.items():
        (tmp_path / f"test_{name}.py").write_text(f"{need}\ndef test_it():\n    pass\n")
    done = run_on("Windows", students_tests(f"--rootdir={tmp_path}", str(tmp_path)))
    assert done.returncode == 2
    assert "3 errors" in done.stdout
    assert [name for name in needs if f"'{name}'" not in done.stdout] == []


def test_doctor_lets_make_course_go_on_on_a_simulated_macos(tmp_path):
    code = f"from course_lib.cli import main; main(['doctor', '--root', {str(tmp_path)!r}])"
    done = run_on("Darwin", code, PATH=str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "pyseccomp" not in done.stdout
    assert "none on macOS: site, release and the students' side work" in done.stdout
    assert "--unsafe" in done.stdout
    assert "no Chromium (no chromium, " in done.stdout


def test_without_a_lock_a_sandbox_starts_on_a_simulated_macos():
    code = "from course_lib.grading.sandbox.process import Sandbox; Sandbox('none').close()"
    done = run_on("Darwin", code)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", ["grade", "check"])
def test_grading_on_a_simulated_windows_says_what_it_needs(command):
    notebook = simulation.ROOT / "solutions" / "relu" / "relu.ipynb"
    target = "relu" if command == "grade" else str(notebook)
    code = f"from course_lib.cli import main; main([{command!r}, {target!r}])"
    done = run_on("Windows", code)
    assert done.returncode == 1
    assert "grading needs Linux" in done.stderr
    assert "WSL" in done.stderr
    assert "Traceback (" not in done.stderr
