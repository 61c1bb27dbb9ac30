"""Tests of what ``import course_lib`` offers, in both editions, in every order of import."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import course_lib

PACKAGE = Path(course_lib.__file__).parent
CLASHES = ["softmax", "relu", "gradient_flow"]
STUDENT_FILES = ["__init__.py", "_chapters.py", "_validation.py", "datasets.py"]


def run(code, *, path=PACKAGE.parent):
    """Run code in a fresh interpreter that finds the package at `path`; return what it prints."""
    program = f"import sys; sys.path.insert(0, {str(path)!r})\n{code}"
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def student_edition(tmp_path_factory):
    """A copy of the package without the chapter modules."""
    target = tmp_path_factory.mktemp("student")
    (target / "course_lib").mkdir()
    for name in STUDENT_FILES:
        shutil.copy(PACKAGE / name, target / "course_lib" / name)
    return target


@pytest.mark.parametrize("name", CLASHES)
@pytest.mark.parametrize(
    "first",
    [
        "import course_lib",
        "import course_lib.{name}",
        "from course_lib.{name} import {name}",
        "from course_lib import {name}; import course_lib.{name}",
        "import course_lib; course_lib.{name}; import course_lib.{name}",
        "import course_lib.shallow_networks, course_lib.{name}",
        "from course_lib import *; import course_lib",
        "import importlib, course_lib; importlib.import_module('course_lib.{name}')",
    ],
)
def test_a_name_shared_with_a_module_is_the_function(first, name):
    code = (
        f"{first}\nimport course_lib\nfrom course_lib import {name} as a\n"
        f"from course_lib.{name} import {name} as b\n"
        f"print(a is b is course_lib.{name}, callable(a))"
    )
    assert run(code.format(name=name)) == "True True"


def test_every_public_name_is_an_attribute_and_listed():
    for name in course_lib.__all__:
        assert getattr(course_lib, name) is not None
    assert set(course_lib.__all__) <= set(dir(course_lib))


def test_importing_the_package_loads_no_other_library():
    code = (
        "import course_lib\nprint([m for m in ('numpy', 'matplotlib', 'rich') if m in sys.modules])"
    )
    assert run(code) == "[]"


def test_the_reference_functions_need_numpy_alone():
    code = (
        "for name in ('rich', 'scipy', 'sklearn', 'matplotlib'): sys.modules[name] = None\n"
        "import course_lib\nprint(course_lib.sigmoid(0), len(course_lib.__all__) > 80)"
    )
    assert run(code) == "0.5 True"


def test_an_unknown_name_is_an_ordinary_attribute_error():
    with pytest.raises(AttributeError, match=r"^module 'course_lib' has no attribute 'sigmoidd'$"):
        _ = course_lib.sigmoidd


def test_the_student_edition_says_who_writes_the_sigmoid(student_edition):
    code = (
        "import course_lib\ntry:\n    course_lib.sigmoid\nexcept AttributeError as e:\n    print(e)"
    )
    assert run(code, path=student_edition) == (
        "sigmoid is what you write in the assignment: this student edition of course_lib holds "
        "the checks, the data sets and the plots, no solutions"
    )


def test_the_student_edition_offers_its_data_sets(student_edition):
    code = "from course_lib import *\nfrom course_lib import datasets\nprint(gate('or')[1].sum())"
    assert run(code, path=student_edition) == "3.0"
