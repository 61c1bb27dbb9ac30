"""The hardened grader gives every solved notebook full points, and its stub none."""

from pathlib import Path

import pytest

from course_lib.checks import registry
from course_lib.grading.grade import grade
from course_lib.grading.sample_class import make, solved, stub

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(path.stem for path in (ROOT / "solutions").glob("*/*.md"))


@pytest.mark.parametrize("name", NAMES)
def test_solved_scores_full_and_stub_zero(name, sandboxed, tmp_path):
    make(ROOT, tmp_path / "class", [name], (solved, stub))
    records = {r.student: r for r in grade(name, tmp_path / "class", jobs=1)}
    cells = records["solved"].cells
    assert {cell.status for cell in cells} == {"passed"}
    assert {cell.exercise for cell in cells} == set(registry.graded_names(name))
    assert records["solved"].score == records["solved"].max_score > 0
    assert records["stub"].score == 0
