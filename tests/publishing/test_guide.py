"""The exercise that the instructor guide adds from nothing works, and is as short as it says."""

import importlib.util
import re
import shutil
import sys
from pathlib import Path

import pytest

from course_lib.checks import registry
from course_lib.checks.exercises import relu as chapter
from course_lib.publishing.notebooks import review as author

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "book" / "instructor_guide.md").read_text(encoding="utf-8")
SECTION = GUIDE.split("## Add an exercise")[1].split("\n## ")[0]
FILE = re.search(r"```python\n(.*?)```\n", SECTION, re.DOTALL)[1]
CELLS = re.search(r"````text\n(.*?)````\n", SECTION, re.DOTALL)[1]
COMMANDS = re.search(r"```sh\n(.*?)```\n", SECTION, re.DOTALL)[1]


@pytest.fixture
def course(tmp_path, monkeypatch):
    """Return a course to which the exercise was added as the guide says."""
    for folder in ("solutions", "exercises"):
        shutil.copytree(ROOT / folder / "relu", tmp_path / folder / "relu")
    with (tmp_path / "solutions" / "relu" / "relu.md").open("a", encoding="utf-8") as source:
        source.write(f"\n{CELLS}")
    path = tmp_path / "leaky_relu.py"
    path.write_text(FILE, encoding="utf-8")
    spec = importlib.util.spec_from_file_location(f"{chapter.__name__}.leaky_relu", path)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(chapter, "leaky_relu", module, raising=False)
    monkeypatch.setitem(registry.exercises(), "leaky_relu", module.EXERCISE)
    monkeypatch.setattr(author, "exercises_of", lambda name: [module.EXERCISE])
    return tmp_path


def test_the_whole_exercise_has_less_than_thirty_lines():
    text = "\n".join([FILE, CELLS, COMMANDS])
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("```")]
    assert 20 < len(lines) < 30


def test_the_exercise_passes_its_own_review(course):
    found = author.review("relu", course)
    assert [str(f) for f in found if "Release it again." not in f.detail] == []
    assert len(found) == 2  # the notebooks that were derived before


def test_what_is_left_out_is_told(course):
    source = course / "solutions" / "relu" / "relu.md"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("grade_id: leaky_relu-hidden", "grade_id: leaky_relu-hiden"))
    found = [f.detail for f in author.review("relu", course)]
    assert any("no cell 'leaky_relu-hidden'" in detail for detail in found)
