"""The exercise that the instructor guide adds from nothing works, and is as short as it says."""

import json
import os
import re
import subprocess
import sys

import pytest

from .copies import ROOT, SETTINGS, copied, replace_in

GUIDE = (ROOT / "book" / "instructor_guide.md").read_text(encoding="utf-8")
SECTION = GUIDE.split("## Add an exercise")[1].split("\n## ")[0]
FILE = re.search(r"```python\n(.*?)```\n", SECTION, re.DOTALL)[1]
IMPORTED, LISTED = re.search(r"`(\w+)` belongs in the\nimport, `(\S+)` in", SECTION).groups()
CELLS = re.search(r"````text\n(.*?)````\n", SECTION, re.DOTALL)[1]
OBJECTIVE = re.search(r"`(\[.*\])`\nbecomes `(\[.*\])`", SECTION).groups()
COMMANDS = re.search(r"```sh\n(.*?)```\n", SECTION, re.DOTALL)[1]

# Does what the commands of the guide do, for the new exercise alone; the site is not built.
FOLLOW = """\
import json, sys
from pathlib import Path
from course_lib.checks import registry
from course_lib.publishing.derived import accuracy
from course_lib.publishing.derived.pages import write_pages
from course_lib.publishing.notebooks import review
from course_lib.publishing.notebooks.release import release

root = Path.cwd()
review.exercises_of = lambda name: [registry.find("leaky_relu")]
found = {"before": [str(finding) for finding in review.review("relu", root)]}
if "leave" not in sys.argv:
    release(["relu"], root)
    found["after"] = [str(finding) for finding in review.review("relu", root)]
    accuracy.outdated = lambda rows: ["leaky_relu"]
    found["measured"] = accuracy.update(root)
    pages = [path for path in write_pages(root) if path.suffix == ".md"]
    found["pages"] = [path.name for path in pages if "`leaky_relu`" in path.read_text("utf-8")]
print(json.dumps(found))
"""


@pytest.fixture
def course(tmp_path):
    """Return a copy of the course to which the exercise was added as the guide says."""
    parts = ("course_lib", "book", "tests/equations", "solutions/relu", "exercises/relu")
    copied(tmp_path, *parts, *SETTINGS)
    chapter = tmp_path / "course_lib" / "checks" / "exercises" / "relu"
    (chapter / "leaky_relu.py").write_text(FILE, encoding="utf-8")
    for last, new in (("    inactive_units,\n", IMPORTED), ("    dead_units.EXERCISE,\n", LISTED)):
        replace_in(chapter / "__init__.py", last, f"{last}    {new},\n", only=True)
    with (tmp_path / "solutions" / "relu" / "relu.md").open("a", encoding="utf-8") as source:
        source.write(f"\n{CELLS}")
    replace_in(tmp_path / "book" / "relu.md", *OBJECTIVE, only=True)
    return tmp_path


def follow(course, *arguments):
    """Do what the guide says in the copy; return what was found."""
    done = subprocess.run(
        [sys.executable, "-c", FOLLOW, *arguments],
        cwd=course,
        env=os.environ | {"PYTHONPATH": str(course)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def test_the_whole_exercise_has_less_than_thirty_lines():
    text = "\n".join([FILE, CELLS, COMMANDS])
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("```")]
    assert 20 < len(lines) < 30


def test_the_guide_names_every_command_of_its_way():
    assert COMMANDS.splitlines() == [
        "course check --author relu",
        "course release relu",
        "python benchmarks/grader_accuracy.py --update",
        "course build",
    ]


@pytest.mark.real_tools  # releases, measures and reviews: minutes
def test_the_exercise_passes_its_own_review_and_the_derived_pages_name_it(course):
    found = follow(course)
    assert all("Release it again." in text for text in found["before"])
    assert len(found["before"]) == 2  # the notebooks that were derived before
    assert found["after"] == []
    assert found["measured"] == ["leaky_relu"]
    assert found["pages"] == ["formula_sheet.md", "grader_accuracy.md", "traceability.md"]


def test_what_is_left_out_is_told(course):
    source = course / "solutions" / "relu" / "relu.md"
    replace_in(source, "grade_id: leaky_relu-hidden", "grade_id: leaky_relu-hiden")
    assert any("no cell 'leaky_relu-hidden'" in text for text in follow(course, "leave")["before"])
