"""One mistake costs once in the grader too, and the stand-in tells hostile code nothing."""

from pathlib import Path

import pytest

from course_lib.grading.examine.examiner import CLOSED
from course_lib.grading.grade import grade
from course_lib.grading.sample_class import answers, make

ROOT = Path(__file__).resolve().parents[2]
BY_THE_WAY = "By the way: this is with a right `{}` in place of yours, which is not right yet."
# Finds the stand-in of `sigmoid`, and what it asks with; an empty list where there is none.
ASKS = """
def asks():
    cells = getattr(sigmoid, "__closure__", None) or ()
    return [cell.cell_contents for cell in cells if type(cell.cell_contents).__name__ == "Callback"]
"""


@pytest.fixture
def lost(sandboxed, tmp_path):
    """Grade a solved notebook with other answers in some cells; give all cells, and the failed."""

    def judge(chapter, **replaced):
        def student(source):
            for cell in answers(source):
                key = cell["metadata"]["nbgrader"]["grade_id"]
                cell["source"] = replaced.pop(key, cell["source"])
            assert not replaced
            return source

        make(ROOT, tmp_path / "class", [chapter], (student,))
        (record,) = (
            r for r in grade(chapter, tmp_path / "class", jobs=1) if r.student == "student"
        )
        cells = {cell.grade_id: cell for cell in record.cells}
        return cells, {key for key, cell in cells.items() if cell.status != "passed"}

    return judge


@pytest.mark.parametrize(
    ("chapter", "wrong", "source", "others"),
    [
        ("binary_classification", "sigmoid", "return 1 / (1 + np.exp(z))", ["neuron"]),
        ("binary_classification", "sigmoid", "raise NotImplementedError", ["neuron"]),
        ("architecture_sizing", "parameter_terms", "return z[9]", ["parameter_count"]),
        ("sigmoid_derivative", "logistic_gradients", "return {}", ["train_logistic"]),
    ],
)  # fmt: skip
def test_exactly_the_points_of_the_wrong_one_are_lost(lost, chapter, wrong, source, others):
    cells, failed = lost(chapter, **{wrong: f"def {wrong}(z, *others):\n    {source}"})
    assert failed == {f"{wrong}-visible", f"{wrong}-hidden"}
    for name in others:
        assert BY_THE_WAY.format(wrong) in cells[f"{name}-visible"].message
        assert cells[f"{name}-hidden"].message == ""


def test_an_answer_that_is_wrong_by_itself_stays_wrong(lost):
    sigmoid = "def sigmoid(z):\n    return z"
    neuron = "def neuron(w, x, b):\n    return sigmoid(w @ x - b)"
    cells, failed = lost("binary_classification", sigmoid=sigmoid, neuron=neuron)
    assert failed == {f"{name}-{kind}" for name in ("sigmoid", "neuron") for kind in KINDS}
    told = cells["neuron-visible"].message
    assert told.endswith("`sigmoid`, which this calls, is not right yet: mend it first.")
    assert "sigmoid`" not in cells["neuron-hidden"].message


KINDS = ("visible", "hidden")
LOOKS = """
import gc
def neuron(w, x, b):
    found = [v for v in gc.get_objects() if type(v).__name__ in ("Call", "Known", "Sheet")]
    return "found" if found else sigmoid(w @ x + b)
"""
PROBES = """
def neuron(w, x, b):
    for ask in asks():
        told = [ask([z / 8.1234], {}) for z in range(1, 99)]
        odd = [ask(*given) for given in (([], {}), ([None], {}), ([[0.0]], {"z": 1}), (3, "z"))]
        return "told" if any(told + odd) else sigmoid(w @ x + b)
    return 0.0
"""


@pytest.mark.parametrize("neuron", [LOOKS, ASKS + PROBES], ids=["looks for a table", "probes"])
def test_hostile_code_finds_no_table_and_is_told_nothing_it_has_not_asked(lost, neuron):
    sigmoid = "def sigmoid(z):\n    return 0.0"
    _, failed = lost("binary_classification", sigmoid=sigmoid, neuron=neuron)
    assert failed == {"sigmoid-visible", "sigmoid-hidden"}


FLOOD = """
def neuron(w, x, b):
    for ask in asks():
        while True:
            ask([np.zeros(MANY)], {})
    return 0.0
"""


@pytest.mark.parametrize("many", ["1", "10**6"])
def test_a_flood_of_questions_costs_its_own_points_alone(lost, many):
    sigmoid = "def sigmoid(z):\n    return 0.0"
    neuron = ASKS + FLOOD.replace("MANY", many)
    cells, failed = lost("binary_classification", sigmoid=sigmoid, neuron=neuron)
    assert failed == {f"{name}-{kind}" for name in ("sigmoid", "neuron") for kind in KINDS}
    assert cells["neuron-hidden"].message in (CLOSED["timeout"], CLOSED["refused"])
