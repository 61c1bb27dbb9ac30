"""One look at a whole notebook, which never stops because of a wrong answer."""

import types

import numpy as np
import pytest

from course_lib.checks import check_all, registry

CHAPTER = "relu"


@pytest.fixture
def notebook():
    """Give the names of a notebook that is solved but for its answers by hand."""
    right = {name: registry.find(name).reference for name in registry.names(CHAPTER)}
    return {"np": np, "check_all": check_all, **right}


@pytest.fixture
def seen(notebook, capsys):
    """Run `check_all` as a cell of that notebook; give the lines it prints."""

    def look(call="check_all()", **changed):
        exec(call, {**notebook, **changed})
        return capsys.readouterr().out.splitlines()

    return look


def test_a_notebook_without_its_answers_by_hand_is_told_exactly(seen) -> None:
    names = registry.names(CHAPTER)
    assert seen() == [
        "relu: 7 of 8 exercises pass their visible checks.",
        *(f"  passes           {name}" for name in names),
        "  not written yet  relu_network_by_hand: "
        "its cell has not been run, or stops with an error",
    ]


def test_wrong_open_and_raising_answers_are_told_and_nothing_is_raised(seen) -> None:
    def unwritten(z):
        raise NotImplementedError

    def leaving(z):
        raise SystemExit

    lines = seen(relu=np.abs, relu_prime=unwritten, tanh_prime=leaving, dead_units=3)
    assert lines[0].startswith("relu: 3 of 8")
    (line,) = (line for line in lines if " relu: " in line)
    assert line.startswith("  not right yet    relu: In the case: ")
    assert "  not written yet  relu_prime" in lines
    assert any(line.startswith("  not right yet    tanh_prime: In the case") for line in lines)
    assert any("dead_units: check('dead_units', ...) needs the function" in line for line in lines)


def test_the_form_of_answers_by_hand_is_told_as_a_form(seen) -> None:
    keys = registry.tasks()["relu_network_by_hand"].asked
    answers = {key: (one.low + one.high) // 2 for key, one in keys.items()}

    def by_hand():
        return answers

    by_hand.__module__ = "__main__"
    lines = seen(relu_network_by_hand=by_hand)
    assert lines[-1] == "  form right       relu_network_by_hand"


def test_prints_of_an_answer_are_not_mixed_in(seen, notebook) -> None:
    right = notebook["relu"]

    def loud(z):
        print("loud")
        return right(z)

    assert "loud" not in "\n".join(seen(relu=loud))


def test_points_are_told_where_they_are_known(seen, monkeypatch) -> None:
    visible = dict.fromkeys(registry.graded_names(CHAPTER), 1.0)
    monkeypatch.setattr(registry, "points", lambda: {CHAPTER: registry.Points(24.0, visible)})
    lines = seen(relu=np.abs)
    assert lines[0].endswith("pass their visible checks: 6 of 8 points.")
    assert "  passes           linear_stack (1)" in lines
    assert lines[-1] == "The other 16 of 24 points are judged when you hand in."


def test_packages_that_the_grader_lacks_are_named(seen) -> None:
    def expit(z):
        return z

    expit.__module__ = "scipy.special"
    lines = seen(pd=types.ModuleType("pandas"), expit=expit, os=__import__("os"))
    assert [line.split(":")[0] for line in lines[-2:]] == [
        "The grader has no pandas",
        "The grader has no scipy",
    ]


def test_what_the_graders_python_does_not_read_is_told(seen, monkeypatch) -> None:
    monkeypatch.setattr(registry, "is_instructor_edition", lambda: False)
    monkeypatch.setattr(
        "course_lib.checks.grader.too_new", lambda function: "The grader has Python 3"
    )
    monkeypatch.setattr(registry, "compiled_sheets", lambda: {})
    monkeypatch.setattr(registry, "graded_names", lambda chapter: ["relu"])
    assert seen()[1] == "  not right yet    relu: The grader has Python 3"


def test_the_notebook_may_be_named(seen) -> None:
    assert seen('check_all("softmax")')[0].startswith("softmax: 0 of 7 exercises pass")


def test_a_name_of_an_earlier_notebook_does_not_mislead(seen) -> None:
    assert seen(sigmoid=lambda z: z)[0].startswith("relu: ")


def test_a_notebook_that_does_not_exist_is_refused() -> None:
    with pytest.raises(LookupError, match="There is no notebook 'relus': expected one of"):
        check_all("relus")


def test_where_no_cell_has_been_run_that_is_said() -> None:
    with pytest.raises(LookupError, match="run the cells of the notebook first"):
        exec("check_all()", {"check_all": check_all})


def test_an_interrupt_ends_it(seen) -> None:
    def interrupted(z):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        seen(relu=interrupted)
