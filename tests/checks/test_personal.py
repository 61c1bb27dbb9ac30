"""Exercises by hand: numbers of one's own, form in the notebook, values by the folder."""

import math
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations, pairwise, permutations, product
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from scipy.special import expit, log_expit, log_softmax, softmax

from course_lib.checks import CheckFailed, check, my_numbers, registry
from course_lib.checks.author.student_edition import compiled_files
from course_lib.checks.personal import SAMPLE_ID, Numbers, Personal, draw, read_tasks
from course_lib.checks.sitting import Sitting, judged_as, present, wrong_answers

PERSONALS = list(registry.personals().values())
each = pytest.mark.parametrize("personal", PERSONALS, ids=lambda personal: personal.task.name)


def rounded(personal: Personal, student: str) -> dict[str, float]:
    right = personal.answers(draw(personal.task, student))
    return {key: round(right[key], asked.decimals) for key, asked in personal.task.asked.items()}


@each
def test_answers_of_everybody_have_the_right_form_and_value(personal: Personal) -> None:
    for student in (f"s{k}" for k in range(300)):
        answers = rounded(personal, student)
        check(personal.task.name, lambda given=answers: given)
        assert wrong_answers(personal, answers, student) == []


@each
def test_answers_of_two_students_hardly_ever_fit_each_other(personal: Personal) -> None:
    students = [f"s{k}" for k in range(150)]
    answers = {student: rounded(personal, student) for student in students}
    fitting = [
        pair for pair in combinations(students, 2)
        if not wrong_answers(personal, answers[pair[0]], pair[1])
    ]  # fmt: skip
    assert len(fitting) <= 1


def slope(f: Callable[[float], float], x: float = 0.0, h: float = 1e-6) -> float:
    return (f(x + h) - f(x - h)) / (2 * h)


def forward(n: Numbers) -> Numbers:
    w, X = [n["w1"], n["w2"]], [[n["x1"], n["u1"]], [n["x2"], n["u2"]]]
    z = w @ np.array(X) + n["b"]
    p = expit(z)
    return {"z1": z[0], "p1": p[0], "z2": z[1], "p2": p[1], "p2_of_0": expit(-z[1])}


def losses(n: Numbers) -> Numbers:
    def squared(p: float) -> float:
        return 0.5 * abs(p - 1) ** 2

    return {
        "squared_error": squared(n["p"]),
        "squared_error_slope": slope(squared, n["p"]),
        "bce": -np.log(n["p"]),
        "bce_slope": slope(lambda p: -np.log(p), n["p"]),
        "bce_of_0": -np.log1p(-n["q"]),
        "bce_slope_of_0": slope(lambda q: -np.log1p(-q), n["q"]),
    }


def backward(n: Numbers) -> Numbers:
    def loss(z: float = 0, w1: float = 0, w2: float = 0, b: float = 0) -> float:
        w = np.array([n["w1"] + w1, n["w2"] + w2])
        return -float(log_expit(w @ [n["x1"], n["x2"]] + n["b"] + b + z))

    p, db = math.exp(-loss()), slope(lambda t: loss(b=t))
    return {
        "p": p,
        "slope": slope(expit, math.log(p / (1 - p))),
        "dz": slope(lambda t: loss(z=t)),
        "dw1": slope(lambda t: loss(w1=t)),
        "dw2": slope(lambda t: loss(w2=t)),
        "db": db,
        "b_new": n["b"] - n["rate"] * db,
    }


def network(n: Numbers) -> Numbers:
    def hidden(z: tuple[float, float] = (0, 0), w12: float = 0) -> np.ndarray:
        W1 = np.array([[n["w11"], n["w12"] + w12], [n["w21"], n["w22"]]])
        return expit(W1 @ [n["x1"], n["x2"]] + z)

    def logit(a: np.ndarray) -> float:
        return np.array([n["v1"], n["v2"]]) @ a

    def loss(shift: float = 0, **moved: object) -> float:
        return -log_expit(logit(hidden(**moved)) + shift)

    return {
        "a1_1": hidden()[0],
        "a1_2": hidden()[1],
        "a2": expit(logit(hidden())),
        "dz2": slope(lambda t: loss(shift=t)),
        "dz1_1": slope(lambda t: loss(z=(t, 0))),
        "dz1_2": slope(lambda t: loss(z=(0, t))),
        "dw1_12": slope(lambda t: loss(w12=t)),
    }


def relu_network(n: Numbers) -> Numbers:
    W, b = np.array([[n["w11"], n["w12"]], [n["w21"], n["w22"]]]), [n["b1"], n["b2"]]

    def z(x1: float = 0, shift: tuple[float, float] = (0, 0)) -> np.ndarray:
        return W @ [n["x1"] + x1, n["x2"]] + b + shift

    def score(**moved: object) -> float:
        return np.array([n["v1"], n["v2"]]) @ np.clip(z(**moved), 0, None)

    return {
        "z1": z()[0],
        "z2": z()[1],
        "score": score(),
        "dz1": n["g"] * slope(lambda t: score(shift=(t, 0))),
        "dz2": n["g"] * slope(lambda t: score(shift=(0, t))),
        "dx1": n["g"] * slope(lambda t: score(x1=t)),
        "tanh_slope": slope(np.tanh, z()[0]),
    }


def three_classes(n: Numbers) -> Numbers:
    z, label = np.array([n["z0"], n["z1"], n["z2"]]), int(n["label"])
    g = [slope(lambda t, k=k: -log_softmax(z + t * np.eye(3)[k])[label]) for k in range(3)]
    found = {"total": np.exp(np.logaddexp.reduce(z)), "loss": -log_softmax(z)[label]}
    found |= {f"p{k}": probability for k, probability in enumerate(softmax(z))}
    return found | {f"g{k}": gradient for k, gradient in enumerate(g)}


def decay(n: Numbers) -> Numbers:
    steepest = slope(expit)
    factors = steepest * np.array([n["n1"], n["n2"], n["n3"]])
    return {
        "factor": factors[0],
        "bound": n["size"] * np.prod(factors),
        "steps": int(np.argmax(factors[0] ** np.arange(100) <= 0.01)),
        "measured": np.geomspace(n["high"], n["low"], 5)[1] / n["high"],
        "xavier": n["n_in"] ** -0.5,
        "he": (n["u_in"] / 2) ** -0.5,
    }


def counts(n: Numbers) -> Numbers:
    def size(*widths: int) -> list[int]:
        return [np.empty((n_out, n_in + 1)).size for n_in, n_out in pairwise(widths)]

    first, second = size(n["d"], n["h"], n["c"])
    fitting = [h for h in range(1, 100) if 5 * sum(size(n["d"], h, n["c"])) <= n["M"]]
    budget = len(range(0, int(n["M"]), 5))
    found = {"first": first, "second": second, "total": first + second}
    return found | {"budget": budget, "widest": fitting[-1]}


ORACLES = {
    "forward_by_hand": forward,
    "losses_by_hand": losses,
    "backward_by_hand": backward,
    "network_by_hand": network,
    "relu_network_by_hand": relu_network,
    "softmax_by_hand": three_classes,
    "decay_by_hand": decay,
    "counts_by_hand": counts,
}


def test_every_chapter_has_one_exercise_by_hand() -> None:
    assert [personal.task.chapter for personal in PERSONALS] == list(registry.CHAPTERS)


@each
def test_answers_are_those_of_an_independent_computation(personal: Personal) -> None:
    for student in (f"s{k}" for k in range(50)):
        numbers = draw(personal.task, student)
        expected = ORACLES[personal.task.name](numbers)
        assert personal.answers(numbers) == pytest.approx(expected, rel=1e-6, abs=1e-8)


@each
def test_answers_stay_in_their_range_at_the_ends_of_all_numbers(personal: Personal) -> None:
    ends = [(values[0], values[-1]) for values in personal.task.numbers.values()]
    for corner in product(*ends):
        answers = personal.answers(dict(zip(personal.task.numbers, corner, strict=True)))
        for key, asked in personal.task.asked.items():
            assert asked.low <= answers[key] <= asked.high, (key, corner)


class Paper(float):
    """A number of which five decimals are written down after every step."""

    def __new__(cls, value: float) -> "Paper":
        return super().__new__(cls, round(value, 5))


def on_paper(operation: Callable[..., float]) -> Callable[..., Paper]:
    return lambda *numbers: Paper(operation(*map(float, numbers)))


for operator in ("neg", "add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "pow"):
    setattr(Paper, f"__{operator}__", on_paper(getattr(float, f"__{operator}__")))


@each
def test_five_decimals_on_the_way_are_enough(
    personal: Personal, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = sys.modules[personal.answers.__module__]
    rounding = {name: on_paper(getattr(math, name)) for name in ("exp", "log", "sqrt", "tanh")}
    rounded_math = SimpleNamespace(**rounding, ceil=math.ceil)
    for student in (f"s{k}" for k in range(100)):
        numbers = draw(personal.task, student)
        with monkeypatch.context() as patch:
            patch.setattr(module, "math", rounded_math, raising=False)
            paper = {k: v if isinstance(v, int) else Paper(v) for k, v in numbers.items()}
            answers = personal.answers(paper)
        asked = personal.task.asked
        given = {key: round(float(answers[key]), asked[key].decimals) for key in asked}
        assert wrong_answers(personal, given, student) == []


MISTAKES = {
    "forward_by_hand": {
        "weights swapped": lambda n, right: {"z2": n["w2"] * n["u1"] + n["w1"] * n["u2"] + n["b"]},
        "score for the probability": lambda n, right: {"p1": right["z1"]},
    },
    "losses_by_hand": {
        "log10": lambda n, right: {"bce": right["bce"] / math.log(10)},
        "sign of the slope": lambda n, right: {"bce_slope": -right["bce_slope"]},
    },
    "backward_by_hand": {
        "no label": lambda n, right: {"dz": right["p"]},
        "slope taken twice": lambda n, right: {"dz": right["dz"] * right["slope"]},
        "weight for the input": lambda n, right: {"dw2": right["dz"] * n["w2"]},
        "uphill": lambda n, right: {"b_new": n["b"] + n["rate"] * right["db"]},
        "rate left out": lambda n, right: {"b_new": n["b"] - right["db"]},
    },
    "network_by_hand": {
        "no slope": lambda n, right: {"dz1_1": n["v1"] * right["dz2"]},
        "slope of the output": lambda n, right: {
            "dz1_1": n["v1"] * right["dz2"] * right["a2"] * (1 - right["a2"]),
            "dz1_2": n["v2"] * right["dz2"] * right["a2"] * (1 - right["a2"]),
        },
        "other input": lambda n, right: {"dw1_12": right["dz1_1"] * n["x1"]},
        "columns for rows": lambda n, right: {
            "a1_1": expit(n["w11"] * n["x1"] + n["w21"] * n["x2"])
        },
    },
    "relu_network_by_hand": {
        "no mask": lambda n, right: {"dz1": n["g"] * n["v1"], "dz2": n["g"] * n["v2"]},
        "mask of the gradient": lambda n, right: {
            f"dz{k}": max(0.0, n["g"]) * n[f"v{k}"] for k in (1, 2)
        },
        "no ReLU": lambda n, right: {"score": n["v1"] * right["z1"] + n["v2"] * right["z2"]},
        "no bias": lambda n, right: {"z1": right["z1"] - n["b1"]},
    },
    "softmax_by_hand": {
        "classes from 1": lambda n, right: {"loss": -math.log(right[f"p{(n['label'] - 1) % 3}"])},
        "log10": lambda n, right: {"loss": right["loss"] / math.log(10)},
        "label minus probability": lambda n, right: {"g0": -right["g0"]},
    },
    "decay_by_hand": {
        "no slope": lambda n, right: {"factor": n["n1"]},
        "two steps": lambda n, right: {"bound": right["bound"] * 4 / n["n3"]},
        "one step less": lambda n, right: {"steps": right["steps"] - 1},
        "one layer less": lambda n, right: {"measured": (n["low"] / n["high"]) ** (1 / 3)},
        "Xavier for He": lambda n, right: {"he": n["u_in"] ** -0.5},
    },
    "counts_by_hand": {
        "no biases": lambda n, right: {"first": n["d"] * n["h"], "second": n["h"] * n["c"]},
        "widths added": lambda n, right: {"total": n["d"] + n["h"] + n["c"]},
        "rounded up": lambda n, right: {"widest": right["widest"] + 1},
    },
}


@each
def test_a_mistake_is_wrong_for_everybody_and_fits_nobody_else(personal: Personal) -> None:
    students = [f"s{k}" for k in range(40)]
    for mistake, made in MISTAKES[personal.task.name].items():
        for student, other in [*zip(students, students, strict=True), *permutations(students, 2)]:
            numbers = draw(personal.task, student)
            right = personal.answers(numbers)
            assert wrong_answers(personal, {**right, **made(numbers, right)}, other), mistake


@each
def test_every_answer_counts(personal: Personal) -> None:
    answers = rounded(personal, "anna")
    for key, asked in personal.task.asked.items():
        beside = answers | {key: answers[key] + 2.1 * 10.0**-asked.decimals}
        assert wrong_answers(personal, beside, "anna") == [key]


def test_one_of_two_relu_units_is_active_and_not_the_same_for_everybody() -> None:
    personal = registry.personals()["relu_network_by_hand"]
    active = {
        tuple(rounded(personal, student)[f"dz{k}"] != 0 for k in (1, 2))
        for student in (f"s{k}" for k in range(300))
    }
    assert active == {(True, False), (False, True)}


@each
def test_copied_answers_fail_and_are_flagged_for_the_instructor_alone(personal: Personal) -> None:
    copied = rounded(personal, "bob")
    with judged_as(Sitting("anna", ("anna", "bob", "carl"))), pytest.raises(CheckFailed) as caught:
        check(personal.task.name, lambda: copied, hidden=True)
    assert caught.value.flag == "the answers fit the numbers of bob"
    assert "bob" not in str(caught.value)


@each
def test_own_answers_pass(personal: Personal) -> None:
    answers = rounded(personal, "anna")
    with judged_as(Sitting("anna", ("anna", "bob"))):
        check(personal.task.name, lambda: answers, hidden=True)


@each
def test_a_forgotten_id_is_named(personal: Personal) -> None:
    answers = rounded(personal, SAMPLE_ID)
    with judged_as(Sitting("anna")), pytest.raises(CheckFailed) as caught:
        check(personal.task.name, lambda: answers, hidden=True)
    assert caught.value.diagnosis == "student-id-not-set"


@pytest.mark.parametrize("bad", [None, [1.0], {}, "x"])
@each
def test_a_wrong_form_is_refused_in_the_notebook(personal: Personal, bad: object) -> None:
    with pytest.raises(CheckFailed):
        check(personal.task.name, lambda: bad)


@pytest.mark.parametrize("bad", [float("nan"), 1e9, True, "0.5"])
@each
def test_an_implausible_number_is_refused_in_the_notebook(personal: Personal, bad: object) -> None:
    answers = rounded(personal, "anna")
    key = next(iter(answers))
    with pytest.raises(CheckFailed, match=key):
        check(personal.task.name, lambda: answers | {key: bad})


@each
def test_spelling_of_the_id_in_capitals_makes_no_difference(personal: Personal) -> None:
    name = personal.task.name
    assert my_numbers(name, " Anna ") == my_numbers(name, "anna") != my_numbers(name, "bob")


@each
def test_students_get_the_task_unchanged(personal: Personal) -> None:
    text = compiled_files([personal.task.chapter])[registry.TASKS_FILE]
    stored = read_tasks(text)[personal.task.name]
    assert draw(stored, "anna") == draw(personal.task, "anna")
    assert stored.asked == personal.task.asked


@pytest.mark.parametrize("folder", ["submitted", "autograded"])
def test_without_a_sitting_the_folder_names_the_student(tmp_path: Path, folder: str) -> None:
    assert present(tmp_path / folder / "anna" / "relu").student == "anna"


def test_elsewhere_nobody_is_judged(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="Whose numbers"):
        present(tmp_path)


def test_tasks_need_no_author_module() -> None:
    code = "import sys, course_lib.checks; print('course_lib.checks.sitting' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
