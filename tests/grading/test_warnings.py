"""A warning of student code is a hint: it changes no points, and carries no hidden input out."""

import pytest

from course_lib.grading.examine.session import clean_warnings

NOISY = """def double(x):
    import warnings
    warnings.warn(f"got {np.asarray(x).tolist()}")
    np.exp(np.array(1e5)), np.array(1.0) / np.zeros(1)
    return 2 * x"""


@pytest.fixture
def cells(toy, sandboxed):
    """Grade a noisy answer that is right; give its cells by name."""
    toy.write("solutions/toy/toy.ipynb", toy.notebook())
    record = toy.grade(toy.notebook(NOISY)).record
    return {cell.grade_id: cell for cell in record.cells}


def test_warnings_are_hints_and_cost_nothing(cells):
    visible, hidden = cells["double-visible"], cells["double-hidden"]
    assert (visible.status, visible.points) == ("passed", 1.0)
    assert (hidden.status, hidden.points) == ("passed", 2.0)
    assert "got 2 (line 3: warnings.warn(" in visible.message
    assert "overflow encountered in exp (line 4" in visible.message


def test_hidden_input_does_not_leave_in_a_warning(cells):
    assert cells["double-hidden"].message == ""


def test_function_that_is_quiet_has_no_hints(cells):
    assert cells["triple-visible"].message == ""


@pytest.mark.parametrize(
    "heard", [None, 3, ["RuntimeWarning"], [("NoSuchWarning", "x")], [(["list"], "x")], [("a",)]]
)
def test_malformed_warnings_are_dropped(heard):
    assert list(clean_warnings(heard)) == []


def test_only_the_first_warnings_are_taken():
    heard = [("UserWarning", "x" * 10_000)] * 50
    cleaned = list(clean_warnings(heard))
    assert len(cleaned) == 3
    assert all(len(text) < 1000 for _, text in cleaned)
