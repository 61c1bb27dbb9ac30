"""One mistake costs once: right functions stand in place of wrong earlier ones."""

import numpy as np
import pytest

from course_lib.checks import CheckFailed, engine, registry
from course_lib.checks.author.student_edition import compiled_text
from course_lib.checks.encode import read_sheets
from course_lib.checks.follow import Known, alike, called_by, standing_in
from course_lib.checks.model import Call
from course_lib.grading.inside.wire import Decoder, encode
from tests.grading.test_same_verdict import Wired

WRONG = {
    "wrong": "def sigmoid(z):\n    return 1 / (1 + np.exp(z)) + 1",
    "raises": "def sigmoid(z):\n    return [][0]",
    "not written": "def sigmoid(z):\n    raise NotImplementedError",
    "returns nothing": "def sigmoid(z):\n    print(1 / (1 + np.exp(-z)))",
    "never run": "",
}
NEURON = "def neuron(w, x, b):\n    return sigmoid(w @ x + b)"
# As the statements ask for it; each calls the one before.
SIZES = {
    "parameter_terms": "def parameter_terms(layers):\n"
    "    return [n * p + p for n, p in zip(layers[:-1], layers[1:])]",
    "parameter_count": "def parameter_count(layers):\n    return sum(parameter_terms(layers))",
    "parameter_budget": "def parameter_budget(n_samples, samples_per_parameter=5):\n"
    "    return n_samples / samples_per_parameter",
    "fits_budget": "def fits_budget(layers, n_samples):\n"
    "    return parameter_count(layers) <= parameter_budget(n_samples)",
}


def notebook(*cells):
    """Run cells; give their names."""
    names = {"__name__": "__main__", "np": np}
    for cell in cells:
        exec(cell, names)
    return names


def judged(name, names, hidden=False):
    """Judge as the instructor's edition does; a failure, or None, and the hints."""
    return engine.examine(registry.sheet(name, hidden, seed=3), names[name])


@pytest.fixture
def student_edition(monkeypatch):
    """Judge with the sheets that are compiled for students."""

    def use(chapter):
        sheets = {sheet.name: sheet for sheet in read_sheets(compiled_text(chapter))}
        monkeypatch.setattr(registry, "is_instructor_edition", lambda: False)
        monkeypatch.setattr(registry, "compiled_sheets", lambda: sheets)

    return use


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("sigmoid", WRONG.values(), ids=WRONG)
def test_a_right_neuron_is_right_whatever_sigmoid_does(sigmoid, hidden):
    failure, hints = judged("neuron", notebook(sigmoid, NEURON), hidden)
    assert failure is None
    assert hidden or hints[0] == (
        "this is with a right `sigmoid` in place of yours, which is not right yet."
    )


def test_the_message_says_it_and_the_notebook_is_as_before(capsys):
    names = notebook(WRONG["returns nothing"], NEURON)
    before = dict(names)
    engine.check("neuron", names["neuron"])
    assert capsys.readouterr().out.endswith(
        "neuron: all 8 visible cases pass.\n"
        "  By the way: this is with a right `sigmoid` in place of yours, which is not right yet.\n"
    )
    assert {**names, **before} == names
    assert names["sigmoid"] is before["sigmoid"]


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("sigmoid", WRONG.values(), ids=WRONG)
def test_a_wrong_neuron_stays_wrong(sigmoid, hidden):
    names = notebook(sigmoid, "def neuron(w, x, b):\n    return sigmoid(w @ x)")
    failure, _ = judged("neuron", names, hidden)
    line = "`sigmoid`, which this calls, is not right yet: mend it first."
    assert (line in str(failure)) is not hidden
    assert "sigmoid" not in str(failure) or not hidden


def test_a_right_sigmoid_is_not_blamed_for_a_wrong_neuron():
    sigmoid = "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))"
    names = notebook(sigmoid, "def neuron(w, x, b):\n    return sigmoid(w @ x)")
    assert "mend" not in str(judged("neuron", names)[0])


def test_a_function_that_is_right_but_for_one_input_is_replaced_too():
    # No visible case of sigmoid has this number, and one of neuron has.
    z = registry.visible_sheet("neuron").calls()["sigmoid"][2].given["z"]
    odd = f"def sigmoid(z):\n    return 1 / (1 + np.exp(-z)) + (np.abs(z - {z!r}) < 1e-9)"
    names = notebook(odd, NEURON)
    assert judged("sigmoid", names)[0] is None
    failure, hints = judged("neuron", names)
    assert failure is None
    assert "with a right `sigmoid` in place of yours, which gives something else" in hints[0]


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("wrong", ["parameter_terms", "parameter_count", "parameter_budget"])
def test_only_the_wrong_one_of_a_chain_is_wrong(wrong, hidden):
    cells = {**SIZES, wrong: SIZES[wrong].replace("return", "return 7 or")}
    names = notebook(*cells.values())
    failed = [name for name in SIZES if judged(name, names, hidden)[0]]
    assert failed == [wrong]


def test_of_a_chain_the_one_that_is_wrong_is_named():
    cells = {**SIZES, "parameter_terms": WRONG["raises"].replace("sigmoid", "parameter_terms")}
    hints = judged("fits_budget", notebook(*cells.values()))[1]
    assert "with a right `parameter_terms` in place of yours" in hints[0]


def test_a_helper_of_the_student_may_stand_between():
    helper = "def squashed(z):\n    return sigmoid(z)"
    names = notebook(WRONG["wrong"], helper, NEURON.replace("sigmoid", "squashed"))
    assert judged("neuron", names)[0] is None


def test_a_training_loop_survives_wrong_gradients_and_a_wrong_update():
    loop = """def train_logistic(X, Y, W, b, learning_rate, epochs, loss="bce"):
    params, costs = {"b": b, "W": W}, []
    for _ in range(epochs):
        found = logistic_gradients(W=params["W"], b=params["b"], X=X, Y=Y)
        costs.append(found["cost"])
        params = gradient_descent_update(params, grads=found, learning_rate=learning_rate)
    return params, costs"""
    wrong = [
        f"def {name}(*args, **kwargs):\n    return {{}}"
        for name in ("logistic_gradients", "gradient_descent_update")
    ]
    for hidden in (False, True):
        assert judged("train_logistic", notebook(*wrong, loop), hidden)[0] is None


def test_other_arguments_than_those_of_right_answers_go_to_the_students_own():
    one_by_one = """def sigmoid(z):
    return np.array([1 / (1 + np.exp(-z))])
def neuron(w, x, b):
    return sigmoid(np.array([[w @ x + b]]))[0, 0, 0]"""
    assert judged("neuron", notebook(one_by_one))[0] is None  # right, as its own sigmoid fits it
    broken = one_by_one.replace("np.exp(-z)", "np.exp(z)")
    assert "mend it first" in str(judged("neuron", notebook(broken))[0])


@pytest.mark.parametrize("sigmoid", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("neuron", [NEURON, NEURON.replace("+ b", "- b")])
def test_students_edition_and_examiner_say_the_same(sigmoid, neuron, student_edition):
    live = judged("neuron", notebook(sigmoid, neuron))
    wired = judged("neuron", {"neuron": Wired().stub(notebook(sigmoid, neuron)["neuron"])})
    student_edition("binary_classification")
    stored = engine.examine(registry.sheet("neuron"), notebook(sigmoid, neuron)["neuron"])
    assert str(live[0]) == str(stored[0]) == str(wired[0])
    assert live[1] == stored[1] == wired[1]


def test_a_right_answer_records_nothing_and_runs_once(monkeypatch):
    def never(*args, **kwargs):
        raise AssertionError("asked")

    monkeypatch.setattr(engine, "called_by", never)
    right = notebook("def sigmoid(z):\n    return 1 / (1 + np.exp(-z))", NEURON)
    assert judged("neuron", right) == (None, [])


def test_what_is_recorded_is_what_numpy_gives():
    for call in registry.sheet("neuron", hidden=True, seed=4).calls()["sigmoid"]:
        assert np.allclose(call.value, 1 / (1 + np.exp(-call.given["z"])), rtol=1e-12)


def test_recording_leaves_the_modules_as_they_were():
    from course_lib import binary_classification

    before = binary_classification.sigmoid
    registry.hidden_sheet(registry.find("neuron"), 11).calls()
    assert binary_classification.sigmoid is before


HOSTILE = [
    ([], {}), ([1.0, 2.0], {}), ([1.0], {"z": 1.0}), ([[1.0]], {}), ([np.ones(1)], {}),
    ([None], {}), (["1.0"], {}), ([1j], {}), ([10**400], {}), ([float("nan")], {}),
    ([{"z": 1.0}], {}), ([], {"y": 1.0}), ([], {3: 1.0}), (None, {}), ([1.0], None),
    ([range(3)], {}), ([iter([1.0])], {}), ([1.0 + 1e-6], {}), ([np.full((1, 1), 1.0)], {}),
]  # fmt: skip


@pytest.mark.parametrize("asked", HOSTILE, ids=range(len(HOSTILE)))
def test_a_question_that_is_no_recorded_call_is_not_answered(asked):
    known = Known([Call({"z": 1.0}, (), 0.73)])
    assert known(*asked) == []
    assert known([1.0], {}) == known([], {"z": 1}) == ["value", 0.73]


def test_a_default_may_be_left_out_and_no_other_parameter():
    known = Known([Call({"P": 0.4, "threshold": 0.5}, ("threshold",), 0.0)])
    assert known([0.4], {}) == known([0.4, 0.5], {}) == ["value", 0.0]
    assert known([], {"threshold": 0.5}) == known([0.4, 0.6], {}) == []


def test_what_is_answered_is_a_copy():
    known = Known([Call({"z": 1.0}, (), np.ones(2))])
    known([1.0], {})[1][:] = 7.0
    assert known([1.0], {})[1].tolist() == [1.0, 1.0]


def test_recorded_calls_that_lie_close_are_told_apart():
    calls = [Call({"x": 1.0 + k * 1e-7}, (), k) for k in range(3)]
    assert [Known(calls)([call.given["x"]], {})[1] for call in calls] == [0, 1, 2]


def test_alike_takes_what_numpy_takes_for_equal():
    rng = np.random.default_rng(0)
    A, x = rng.normal(size=(3, 4)), rng.normal(size=4)
    assert alike(A @ x, np.array([sum(row * x) for row in A]))
    assert not alike(A @ x, (A @ x)[None])


def test_the_examiner_believes_no_name_that_it_has_not_asked_for():
    wired = Wired()
    stub = wired.stub(notebook(NEURON)["neuron"])
    told = {"sigmoid": 3, "secret_31415": stub, "__builtins__": stub}
    wired.exchange = lambda coded: ("value", told, None, [])
    assert stub._called_by(["sigmoid", "predict"]) == {"sigmoid": None}


def test_a_flood_of_questions_ends(monkeypatch):
    asked = []

    def ask(args, kwargs):
        asked.append(args)
        return []

    names = notebook("def sigmoid(z):\n    return z", NEURON)
    with standing_in(names["neuron"], {"sigmoid": ask}):
        for k in range(2000):
            assert names["sigmoid"](k) == k
    assert len(asked) == 500


def test_the_table_of_hidden_calls_does_not_travel():
    """What crosses to the student's process holds the cases, and of each function a number."""
    sent = []

    class Listening(Wired):
        def exchange(self, coded):
            sent.append(Decoder(lambda kind, reference: (kind, reference)).decode(coded))
            return super().exchange(coded)

    stub = Listening().stub(notebook(WRONG["raises"], NEURON)["neuron"])
    sheet = registry.sheet("neuron", hidden=True, seed=3)
    assert engine.examine(sheet, stub)[0] is None
    rights = [message[-1] for message in sent if message[0] == "cases"]
    assert rights == [{}, {"sigmoid": ("callback", 0)}]
    results = [call.value for call in sheet.calls()["sigmoid"]]
    assert not any(repr(value) in repr(sent) for value in results)


def test_hidden_messages_do_not_depend_on_what_is_called():
    """A hostile answer may choose what its code calls: it is told nothing by it."""
    told = set()
    for body in ("0.0 * x[0]", "0.0 * len(str(sigmoid))", "sigmoid(0.0) * 0.0", "0.0 or x @ x * 0"):
        names = notebook(WRONG["raises"], f"def neuron(w, x, b):\n    return {body}")
        failure, _ = judged("neuron", names, hidden=True)
        told.add(str(failure).count("mend") + str(failure).count("`sigmoid`"))
    assert told == {0}


def test_called_by_sees_methods_and_properties():
    source = """class Layer:
    def forward(self):
        return [first(x) for x in (1, 2)]
    @property
    def size(self):
        return second()
    @staticmethod
    def make():
        return third()"""
    names = notebook(source)
    found = called_by(names["Layer"], ["third", "second", "first", "fourth"])
    assert found == {"third": None, "second": None, "first": None}


def test_the_wire_carries_a_known_as_a_number_alone():
    wired = Wired()
    assert encode({"sigmoid": Known([])}, wired.refer) == [
        "dict", [["sigmoid", ["ref", "callback", 0]]],
    ]  # fmt: skip


def test_the_failure_is_still_a_failure_of_the_exercise():
    names = notebook(WRONG["wrong"], "def neuron(w, x, b):\n    return sigmoid(w @ x)")
    with pytest.raises(CheckFailed) as caught:
        engine.check("neuron", names["neuron"])
    assert caught.value.exercise == "neuron"
    assert str(caught.value).splitlines()[0] == "neuron is not right yet."
