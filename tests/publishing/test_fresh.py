"""The page tells how the checks do on answers by others, measured on the present checks."""

import json
from pathlib import Path

import pytest

from course_lib.publishing.derived import fresh
from course_lib.publishing.derived.data import NoDataError

ROOT = Path(__file__).resolve().parents[2]
SETS = sorted(path for path in (ROOT / "tests" / "checks").glob("fresh_*") if path.is_dir())
OLD = {"set": "fresh_x", "state": "first", "right": 4, "refused": 1}
OLD |= {"wrong": 8, "passed": 2, "named": 4, "helped": 6}


@pytest.fixture
def project(tmp_path):
    """Return a project that has one old measure, and a set of answers."""
    (tmp_path / "book" / "_data").mkdir(parents=True)
    (tmp_path / fresh.DATA).write_text(json.dumps([OLD]), encoding="utf-8")
    (tmp_path / "fresh_x").mkdir()
    (tmp_path / "fresh_x" / "relu.py").write_text("ANSWERS = []\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("folder", SETS, ids=lambda path: path.name)
def test_each_set_was_measured_on_the_present_checks(folder):
    (entry,) = [
        entry
        for entry in fresh.read_entries(ROOT)
        if (entry["set"], entry["state"]) == (folder.name, fresh.NOW)
    ]
    assert entry["digest"] == fresh.digest(folder), f"run `{fresh.COMMAND}`"


def test_the_last_measure_takes_the_place_of_the_one_before(project):
    counts = dict.fromkeys(fresh.COUNTS, 3)
    for refused in (2, 1):
        fresh.write_now(project, project / "fresh_x", counts | {"refused": refused}, {})
    first, now = fresh.read_entries(project)
    assert first == OLD
    assert (now["state"], now["refused"], now["helped"]) == (fresh.NOW, 1, 3)


def test_a_set_stays_in_its_place_among_others(project):
    entries = [OLD, OLD | {"set": "fresh_y"}]
    (project / fresh.DATA).write_text(json.dumps(entries), encoding="utf-8")
    fresh.write_now(project, project / "fresh_x", dict.fromkeys(fresh.COUNTS, 3), {})
    found = [(entry["set"], entry["state"]) for entry in fresh.read_entries(project)]
    assert found == [("fresh_x", "first"), ("fresh_x", fresh.NOW), ("fresh_y", "first")]


def test_another_answer_makes_the_measure_stale(project):
    before = fresh.digest(project / "fresh_x")
    (project / "fresh_x" / "relu.py").write_text("ANSWERS = [{}]\n", encoding="utf-8")
    assert fresh.digest(project / "fresh_x") != before


def test_the_page_shows_counts_and_bounds(project):
    text = "\n".join(fresh.section(project))
    assert "| `fresh_x` | first | 1 of 4 (25.0 %) | 2 of 8 (25.0 %) | - | - |" in text
    assert "at most 75.1 % of right answers are refused and 60.0 % of wrong ones pass" in text


def test_the_page_shows_each_exercise_and_what_was_judged_by_hand(project):
    each = {"relu": dict(zip(fresh.COUNTS, (4, 1, 8, 2, 5, 6, 7, 3, 1, 1), strict=True))}
    fresh.write_now(project, project / "fresh_x", each["relu"], each)
    *_, entry = entries = fresh.read_entries(project)
    (project / fresh.DATA).write_text(json.dumps([OLD, entry | {"remark": "By hand."}]))
    assert len(entries) == 2
    text = "\n".join(fresh.section(project))
    assert "| 1 of 4 (25.0 %) | 2 of 8 (25.0 %) | 3 of 7 (42.9 %) | 1 of 1 (100.0 %) |" in text
    assert "| `relu` | 1/4 · 2/8 · 3/7 |" in text
    assert "\nBy hand.\n" in text


def test_a_page_without_measures_is_an_error(project):
    (project / fresh.DATA).unlink()
    with pytest.raises(NoDataError, match="fresh_answers"):
        list(fresh.section(project))
