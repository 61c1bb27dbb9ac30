"""An exercise is found by the file that has its name, and elsewhere if there is none."""

import subprocess
import sys

import pytest

from course_lib.checks import registry


@pytest.mark.parametrize("name", list(registry.exercises()))
def test_every_exercise_is_found_in_its_own_chapter(name):
    exercise = registry.exercises()[name]
    assert exercise.chapter in registry.home(name)
    assert registry.find(name) is exercise
    assert registry.task(name) is None


@pytest.mark.parametrize("name", list(registry.tasks()))
def test_every_exercise_by_hand_is_found_in_its_own_chapter(name):
    assert registry.tasks()[name].chapter in registry.home(name)
    assert registry.task(name) is registry.tasks()[name]


def test_names_of_a_chapter_are_those_of_its_exercises():
    for chapter in registry.CHAPTERS:
        expected = [name for name, each in registry.exercises().items() if each.chapter == chapter]
        assert registry.names(chapter) == expected
    assert registry.names() == list(registry.exercises())
    assert registry.names("no_such_chapter") == []


@pytest.mark.parametrize("elsewhere", [(), ("relu",)])
def test_what_has_another_file_is_looked_for_everywhere(monkeypatch, elsewhere):
    monkeypatch.setattr(registry, "home", lambda name: elsewhere)
    assert registry.find("softmax").chapter == "softmax"
    assert registry.task("softmax_by_hand") is registry.tasks()["softmax_by_hand"]
    assert registry.sheet("softmax").name == "softmax"
    with pytest.raises(LookupError, match="Did you mean 'softmax'"):
        registry.find("softmaxx")


def test_no_other_chapter_is_imported():
    code = (
        "import sys\nfrom course_lib.checks import my_numbers, registry\n"
        "registry.sheet('relu', hidden=True, seed=1), registry.earlier(registry.find('relu'))\n"
        "my_numbers('relu_network_by_hand', 'ada')\n"
        "found = [name.split('.')[3:] for name in sys.modules if '.checks.exercises.' in name]\n"
        "print(sorted({name[0] for name in found if name[0][0] != '_'}))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "['relu']"
