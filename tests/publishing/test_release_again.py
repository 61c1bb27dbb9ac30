"""A second release derives what changed since the first one, and nothing else."""

import shutil

import pytest

from course_lib.publishing.notebooks import draft
from course_lib.publishing.notebooks.release import assignments, release
from course_lib.publishing.notebooks.unchanged import BUNDLE, STAMP, changed, remember


@pytest.fixture
def course(released, tmp_path):
    """Return a course that was released before."""
    return shutil.copytree(released, tmp_path / "course")


@pytest.fixture
def derived(monkeypatch):
    """Return the list of what a release would derive; nothing is."""
    names = []
    monkeypatch.setattr(draft, "derive", lambda chosen, known, root: names.extend(chosen))
    return names


def change(path):
    path.write_bytes(path.read_bytes() + b"\n")


def test_nothing_is_derived_if_nothing_changed(course, derived):
    paths = release(None, course)
    assert derived == []
    assert len(paths) == 2 * 8 + 2
    assert all(path.is_file() for path in paths)


@pytest.mark.parametrize(
    "file",
    [
        "solutions/softmax/softmax.md",
        "solutions/softmax/softmax.ipynb",
        "exercises/softmax/softmax.ipynb",
    ],
)
def test_what_changed_is_derived_again_and_the_bundle_with_it(course, derived, file):
    change(course / file)
    release(None, course)
    assert derived == ["softmax", BUNDLE]


def test_a_notebook_that_is_gone_is_derived_again(course, derived):
    shutil.rmtree(course / "exercises" / "relu")
    release(None, course)
    assert derived == ["relu", BUNDLE]


def test_a_bundle_that_changed_is_built_again_alone(course, derived):
    change(next((course / "dist").glob("*.zip")))
    release(["relu"], course)
    assert derived == [BUNDLE]


@pytest.mark.parametrize("file", ["requirements.txt", "nbgrader_config.py"])
def test_what_all_depend_on_makes_all_stale(course, derived, file):
    change(course / file)
    release(None, course)
    assert len(derived) == 9


def test_a_gradebook_that_is_gone_is_filled_again(course, derived):
    (course / "gradebook.db").unlink()
    release(None, course)
    assert len(derived) == 9


@pytest.mark.parametrize("text", ["", "[1, 2]", '{"relu": '])
def test_a_broken_stamp_says_nothing(course, derived, text):
    (course / STAMP).write_text(text)
    release(None, course)
    assert len(derived) == 9


def test_force_derives_what_did_not_change(course, derived):
    release(["relu"], course, force=True)
    assert derived == ["relu", BUNDLE]


def test_one_release_does_not_speak_for_another(course):
    names = assignments(course)
    change(course / "nbgrader_config.py")
    assert len(changed(names, course)) == 9
    remember(["relu"], names, course)
    assert changed(names, course) == [name for name in names if name != "relu"]
