"""Every hint leads on: a wrong answer, the hint followed, and the check says something else."""

import re

import numpy as np
import pytest

from course_lib.checks import registry
from course_lib.checks.advice import TABLE, advice_on
from course_lib.checks.engine import examine
from course_lib.checks.model import Error

BCE = "def bce(y, p):\n    return {}"
BCE_RIGHT = BCE.format("-(y * np.log(p) + (1 - y) * np.log(1 - p))")
RELU = "def relu(z):\n    {}"
RELU_RIGHT = RELU.format("return np.maximum(0, z)")
COST = "def bce_cost(Y, P):\n    {}"
COST_RIGHT = COST.format("return np.sum(bce(Y, P)) / Y.shape[1]")
LINEAR = "def linear_forward(W, A_prev, b):\n    return {}"
LINEAR_RIGHT = LINEAR.format("W @ A_prev + b")
HOT = "def one_hot(labels, n_classes):\n    m = labels.shape[0]\n    {}\n    return Y"
HOT_RIGHT = HOT.format("Y = np.zeros((n_classes, m)); Y[labels, np.arange(m)] = 1")
UPDATE = "def gradient_descent_update(params, grads, learning_rate):\n    {}"
UPDATE_RIGHT = UPDATE.format(
    "return {k: params[k] - learning_rate * grads['d' + k] for k in params}"
)
CROSS = "def feature_cross(X):\n    return {}"
CROSS_RIGHT = CROSS.format("np.vstack([X, X[0] * X[1]])")
BATCHES = (
    "def minibatches(X, Y, batch_size, rng):\n    {}\n"
    "    for k in range(0, X.shape[1], batch_size):\n"
    "        yield X[:, order[k:k + batch_size]], Y[:, order[k:k + batch_size]]"
)
BATCHES_RIGHT = BATCHES.format("order = rng.permutation(X.shape[1])")
LAYER = (
    "class SigmoidLayer:\n"
    "    def forward({}Z):\n        {} = 1 / (1 + np.exp(-Z))\n        return {}\n"
    "    def backward(self, dA):\n        return dA * {} * (1 - {})"
)
LAYER_RIGHT = LAYER.format("self, ", "self.A", "self.A", "self.A", "self.A")
LINE = "def decision_boundary_line(w, b):\n    {}\n    return -w[0] / w[1], -b / w[1]"
LINE_RIGHT = LINE.format("if w[1] == 0: raise ValueError('vertical')")
DRAWN = (
    "def initialize_parameters(n_in, n_out, init='plain', rng=None):\n"
    "    s = {{'plain': 0.01, 'xavier': n_in**-0.5, 'he': (2 / n_in)**0.5}}[init]\n"
    "    return {{'W': rng.normal({}), 'b': np.zeros((n_out, 1))}}"
)
START = (
    "def starting_architecture(d, c, M):\n    a, b = [d, 2 * d, c], [d, 3 * d, d, c]\n    return {}"
)

# exercise, wrong answer, what the hint says, the hint followed, what is said then ("": it passes)
NORM = "def spectral_norm(W):\n    return np.linalg.norm(W, {})"
DEPTH = (
    "def depth_bound(n_samples, n_features, n_classes):\n"
    "    return max(1, int(np.floor(np.log2(n_samples {} (n_features * n_classes)) + 1)))"
)
FLOW = "def gradient_flow(norms, derivatives, delta_out=1.0):\n    return {}"
WALKS = [
    ("bce_cost", COST.format("m = Y.shape; return 1 / m * np.sum(bce(Y, P))"), "`.shape` is one",
     COST_RIGHT, ""),
    ("bce_cost", COST.format("return np.sum(-Y @ np.log(P) - (1 - Y) @ np.log(1 - P)) / 4"),
     "write `A * B`",
     COST.format("return np.sum(-Y * np.log(P) - (1 - Y) * np.log(1 - P)) / Y.shape[1]"), ""),
    ("parameter_count", "def parameter_count(layers):\n    return parameter_terms(layers).sum()",
     "Write `sum(x)`", "def parameter_count(layers):\n    return sum(parameter_terms(layers))", ""),
    ("decision_boundary_line", LINE.format("if w[1] == 0: raise ValueError('w = ' + w[1])"),
     "put into a text", LINE.format("if w[1] == 0: raise ValueError('w = ' + str(w[1]))"), ""),
    ("starting_architecture", START.format("a[:2] + c"), "joined with a list: `x + [n]`",
     START.format("a[:2] + [c]"), "has 3 items, expected 4"),
    ("starting_architecture", START.format("a.append(b, c)"), "adds one entry",
     START.format("a + [b, c]"), "has 5 items"),
    ("depth_bound", DEPTH.format("//"), "There is no whole number", DEPTH.format("/"), ""),
    ("one_hot", HOT.format("Y = np.zeros((n_classes, m)); Y[labels, np.arange(n_classes)] = 1"),
     "need equal lengths", HOT_RIGHT, ""),
    ("linear_forward", "def linear_forward(W, A_prev, b):\n    Z = np.zeros(W.shape[0])\n"
     "    Z[:] = W @ A_prev + b\n    return Z",
     "room for shape (1,), on the right", LINEAR_RIGHT, ""),
    ("spectral_norm", NORM.format("'2'"), "no text", NORM.format("2"), ""),
    ("relu", RELU.format("return np.where(z > 0, z)"), "takes three things",
     RELU.format("return np.where(np.asarray(z) > 0, z, 0)"), ""),
    ("gradient_flow", FLOW.format("np.concatenate([delta_out, np.cumprod(norms * derivatives)])"),
     "within brackets",
     FLOW.format("delta_out * np.concatenate([[1.0], np.cumprod(norms * derivatives)])"), ""),
    ("relu",
     RELU.format("if np.any(np.asarray(z) < 0): raise ValueError('negative')\n    return z"),
     "This `raise` is your own", RELU_RIGHT, ""),
    ("bce_cost", COST.format("return np.sum(bce(Y.T, P)) / Y.shape[1]"),
     "refuses what it is given", COST_RIGHT, ""),
    ("relu", RELU.format("return np.max(0, z)"), "np.maximum(0, z)", RELU_RIGHT, ""),
    ("bce", BCE.format("-y * np.ln(p)"), "`np.log` is the natural logarithm",
     BCE.format("-y * np.log(p)"), "got"),
    ("relu", RELU.format("return np.maximumm(0, z)"), "Did you mean `np.maximum`?", RELU_RIGHT, ""),
    ("bce", BCE.format("-(y * log(p) + (1 - y) * log(1 - p))"), "write `np.log`", BCE_RIGHT, ""),
    ("relu", RELU.format("return mathe.fabs(z)"), "Write `math`",
     RELU.format("return math.fabs(z)"), "takes one number"),
    ("relu", RELU.format("return np.maximum(0, Z)"), "parameter `z`", RELU_RIGHT, ""),
    ("bce_cost", COST.format("return np.mean(bces(Y, P))"), "Write `bce`", COST_RIGHT, ""),
    ("bce_cost", COST.format("return loss_of_all(Y, P)"), "a cell above defines it",
     "def loss_of_all(Y, P):\n    return np.sum(bce(Y, P)) / Y.shape[1]\n"
     + COST.format("return loss_of_all(Y, P)"), ""),
    ("relu", RELU.format("return np.where(z > 0, z, 0) if true else z"), "Write `True`",
     RELU.format("return np.where(z > 0, z, 0) if True else z"), ""),
    ("relu", RELU.format("return (z > 0)(z)"), "brackets, `w[0]`",
     RELU.format("return (z > 0) * z"), ""),
    ("bce", BCE.format("y(p)"), "A product needs its `*`", BCE.format("y * p"), "expected"),
    ("bce", BCE.format("(p - y)^2"), "`^` is no power", BCE.format("(p - y)**2"), "xpected"),
    ("bce_cost", COST.format("return np.sum(bce(Y, P)) / Y.shape(1)"), "`x.shape[1]`, with",
     COST.format("return np.sum(bce(Y, P)) / Y.shape[1]"), ""),
    ("bce_cost", COST.format("m, n, k = Y.shape; return np.sum(bce(Y, P)) / k"), "3 names on the",
     COST.format("n, k = Y.shape; return np.sum(bce(Y, P)) / k"), ""),
    ("bce_cost", COST.format("return np.mean(bce(Y))"), "`bce` needs 'p' too", COST_RIGHT, ""),
    ("bce_cost", COST.format("return np.sum(bce(Y, P), axis=2)"), "the axes 0 to 1",
     COST.format("return np.sum(bce(Y, P), axis=1)"), "expected one number"),
    ("bce_cost", COST.format("return sum(bce(Y[i], P[i]) for i in range(4)) / 4"), "index 0 alone",
     COST.format("return sum(bce(Y[0, i], P[0, i]) for i in range(4)) / 4"), "In the case"),
    ("bce_cost", COST.format("return bce_cost(Y, P)"), "calls itself without end", COST_RIGHT, ""),
    ("bce_cost", "def total(x):\n    x.sum()\n"
     + COST.format("return total(bce(Y, P)) / len(Y[0])"),
     "has no `return`", "def total(x):\n    return x.sum()\n"
     + COST.format("return total(bce(Y, P)) / len(Y[0])"), ""),
    ("bce_cost", COST.format("return np.mean(bce)"), "parentheses are missing", COST_RIGHT, ""),
    ("bce_cost", COST.format("return np.mean(bce(Y, P), dim=1)"), "NumPy calls it `axis`",
     COST.format("return np.mean(bce(Y, P), axis=1)"), "expected one number"),
    ("bce_cost", COST.format("import nowhere; return 0"), "The grader has Python", COST_RIGHT, ""),
    ("linear_forward", LINEAR.format("W @ A_prev.T + b"), "the shapes below each product",
     LINEAR_RIGHT, ""),
    ("linear_forward", LINEAR.format("W @ A_prev + b @ [[1, 2]]"), "(1, 4) and (1, 2) do not fit",
     LINEAR_RIGHT, ""),
    ("linear_forward", LINEAR.format("np.dot(W, A_prev, b)"), "write `np.dot(W, A) + b`",
     LINEAR_RIGHT, ""),
    ("linear_forward", LINEAR.format("W @ A_prev + 'b'"),
     "A text cannot be computed with", LINEAR_RIGHT, ""),
    ("linear_forward", LINEAR.format("W.tolist() * A_prev.tolist()"), "`np.array(...)`",
     LINEAR.format("np.array(W.tolist()) @ np.array(A_prev.tolist()) + b"), ""),
    ("linear_forward", LINEAR.format("np.array(W.tolist().dot(A_prev))"), "A list has no `.dot`",
     LINEAR.format("np.array(W.tolist()).dot(A_prev)"), "expected"),
    ("linear_forward", LINEAR.format("W[0][0.0] * A_prev"), "A whole number is needed",
     LINEAR.format("W[0][0] * A_prev"), "expected"),
    ("linear_forward", LINEAR.format("W @ A_prev[0, 0, 0]"), "has dimension 2 here",
     LINEAR.format("W[0, 0] * A_prev[0, 0]"), "expected an array"),
    ("relu", RELU.format("z = z.copy(); z[z < 0] = 0; return z"), "`np.array(x)` makes a copy",
     RELU.format("z = np.array(z); z[z < 0] = 0; return z"), ""),
    ("relu", RELU.format("z[z < 0] = 0; return z"), "`np.array(x)` copies a number",
     RELU.format("z = np.array(z); z[z < 0] = 0; return z"), ""),
    ("relu", RELU.format("return max(0, z)"), "np.maximum", RELU_RIGHT, ""),
    ("relu", RELU.format("if z > 0: return z\n    return 0"), "np.where",
     RELU.format("return np.where(z > 0, z, 0)"), ""),
    ("relu", RELU.format("return math.fabs(z)"), "For an array use NumPy's",
     RELU.format("return np.abs(z)"), "expected"),
    ("relu", RELU.format("return z * np.ones(len(z)) if np.ndim(z) == 0 else np.maximum(z, 0)"),
     "`np.size(x)`", RELU.format("return z * np.ones(np.size(z)) if np.ndim(z) == 0 else "
                                 "np.maximum(z, 0)"), "expected"),
    ("relu", RELU.format("return np.maximum(z, 0) if z.ndim else 0.0"), "x = np.asarray(x)",
     RELU.format("z = np.asarray(z); return np.maximum(z, 0)"), ""),
    ("relu", RELU.format("out = out + z; return out"), "not on this way through it",
     RELU.format("out = 0; out = out + z; return out"), "expected"),
    ("relu", RELU.format("import functools\n    return functools.lru_cache(np.abs)(z)"),
     "`lru_cache`", RELU_RIGHT, ""),
    ("relu", RELU.format("return z if len < max else z"), "parentheses are missing",
     RELU.format("return z if len('z') < max(1, 2) else z"), "expected"),
    ("relu", RELU.format("return z if [1] < 2 else z"), "`np.array(...)`",
     RELU.format("return z if np.array([1]) < 2 else z"), "expected"),
    ("relu", RELU.format("return z if 'a' < 2 else z"), "A text cannot be computed with",
     RELU.format("return z if 1 < 2 else z"), "expected"),
    ("bce", BCE.format("-np.log(p, 2)"), "`np.log(x) / np.log(b)`",
     BCE.format("-np.log(p) / np.log(2)"), "expected"),
    ("relu", RELU.format("return (v for v in z) * 1"), "make a list of it",
     RELU.format("return np.array(list(v for v in z))"), "expected"),
    ("one_hot", HOT.format("Y = np.zeros(n_classes, m)"), "one argument, a tuple",
     HOT.format("Y = np.zeros((n_classes, m))"), "expected"),
    ("one_hot", HOT.format("Y = np.zeros((n_classes, m)); Y.append(1)"), "An array does not grow",
     HOT_RIGHT, ""),
    ("one_hot", HOT.format("Y = np.zeros((n_classes, m / 1))"), "A whole number is needed",
     HOT.format("Y = np.zeros((n_classes, m // 1))"), "expected"),
    ("one_hot", HOT.format("m = labels.shape[1]; Y = 0"), "a vector has no `.shape[1]`",
     HOT_RIGHT, ""),
    ("one_hot", HOT.format("Y = -(labels == 1)"), "mask.astype(float)",
     HOT.format("Y = -(labels == 1).astype(float)"), "expected"),
    ("gradient_descent_update", UPDATE.format("for k in params: params[k] -= learning_rate * "
                                              "grads['d' + k]\n    return params"),
     "write new = old - step", UPDATE_RIGHT, ""),
    ("gradient_descent_update", UPDATE.format("new = params.copy()\n    for k in new: new[k] -= "
                                              "learning_rate * grads['d' + k]\n    return new"),
     "`-=` changes the old array",
     UPDATE.format("new = {key: np.array(params[key]) for key in params}\n    for k in new: new[k] "
                   "-= learning_rate * grads['d' + k]\n    return new"), ""),
    ("gradient_descent_update", UPDATE.format("return {k: params[k] - learning_rate * grads[k] for "
                                              "k in params}"), "The dict has no key 'W'",
     UPDATE_RIGHT, ""),
    ("gradient_descent_update", UPDATE.format("return {k: params[k] - learning_rate * "
                                              "grads['d{k}'] for k in params}"),
     "The `f` before the quotes",
     UPDATE.format("return {k: params[k] - learning_rate * grads[f'd{k}'] for k in params}"), ""),
    ("gradient_descent_update", UPDATE.format("return params - grads"), "go through its keys",
     UPDATE_RIGHT, ""),
    ("gradient_descent_update", UPDATE.format("return {'W': params.W}"), 'brackets: `d["W"]`',
     UPDATE.format("return {'W': params['W']}"), "expected|no key|wrong"),
    ("gradient_descent_update", UPDATE.format("return {k['W']: 1 for k in params}"),
     "a loop over a dict gives its keys", UPDATE_RIGHT, ""),
    ("gradient_descent_update", UPDATE.format("return {k: v for k, v in params}"), "`.items()`",
     UPDATE.format("return {k: v for k, v in params.items()}"), "expected"),
    ("feature_cross", CROSS.format("np.vstack(X, X[0] * X[1])"), "into one list", CROSS_RIGHT, ""),
    ("feature_cross", CROSS.format("np.concatenate([X, X[0] * X[1]])"), "`x[0:1]` keeps a row",
     CROSS.format("np.concatenate([X, X[0:1] * X[1:2]])"), ""),
    ("minibatches", BATCHES.format("order = rng.shuffle(np.arange(X.shape[1]))"),
     "`append` and `shuffle`", BATCHES_RIGHT, ""),
    ("minibatches", BATCHES.format("order = rng.permutate(X.shape[1])"), "`rng.permutation(n)`",
     BATCHES_RIGHT, ""),
    ("minibatches", BATCHES.format("order = rng(X.shape[1])"), "one of its methods", BATCHES_RIGHT,
     ""),
    ("minibatches", BATCHES.format("order = [k for k in range(X.shape)]"), "`x.shape[1]`",
     BATCHES.format("order = [k for k in range(X.shape[1])]"), "epoch|order|shuffle"),
    ("SigmoidLayer", LAYER.format("", "A", "A", "A", "A"), "The first parameter of a method",
     LAYER.format("self, ", "A", "A", "A", "A"), "`self.A`"),
    ("SigmoidLayer", LAYER.format("self, ", "A", "A", "A", "A"), "`self.A`", LAYER_RIGHT, ""),
    ("SigmoidLayer", LAYER.format("self, ", "self.A", "self.A", "self.cache", "self.cache"),
     "Nothing has set `self.cache`", LAYER_RIGHT, ""),
    ("decision_boundary_line", LINE.format("1 / float(w[1])"), "raise ValueError(...)", LINE_RIGHT,
     ""),
    ("decision_boundary_line", LINE.format("if w[1] == 0: raise 'vertical'"), "not a text",
     LINE_RIGHT, ""),
    ("decision_boundary_line", LINE.format("if w[1] == 0: exit()"), "raise ValueError|exit()",
     LINE_RIGHT, ""),
    ("inactive_units", "def inactive_units(Z):\n    return ~np.sign(np.maximum(Z, 0))",
     "compare first", "def inactive_units(Z):\n    return ~(Z > 0)", ""),
    ("relu_backward", "def relu_backward(dA, Z):\n    return round(dA * (Z > 0), 4)",
     "is anything to be rounded", "def relu_backward(dA, Z):\n    return dA * (Z > 0)", ""),
    ("initialize_parameters", DRAWN.format("(n_out, n_in), 0, s"), "give it by name",
     DRAWN.format("0, s, size=(n_out, n_in)"), ""),
    ("starting_architecture", START.format("list(np.select([M < 1000, M >= 1000], [a, b]))"),
     "choose with `if`", START.format("a if M < 1000 else b"), "In the case"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("exercise", "wrong", "says", "followed", "then"), WALKS, ids=lambda value: str(value)[-30:]
)
def test_a_hint_that_is_followed_leads_on(told, exercise, wrong, says, followed, then) -> None:
    before, after = told(exercise, wrong), told(exercise, followed)
    (hint,) = re.findall(r"(?m)^  Hint: (.*)$", before)
    assert any(part in hint for part in says.split("|")), hint
    assert before != after
    assert re.search(then, after, re.IGNORECASE) if then else not after


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: f"{entry.kind} {entry.text[:30]}")
def test_every_entry_is_a_sentence_and_compiles(entry) -> None:
    assert re.compile(entry.kind)
    assert re.compile(entry.text)
    if isinstance(entry.words, str):
        assert entry.words[-1] in ".?`"
        groups = set(re.findall(r"\{(\w+)\}", entry.words))
        assert groups <= set(re.compile(entry.text).groupindex)


def test_there_are_many_patterns() -> None:
    assert len(TABLE) >= 30


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("def f(x):\nreturn x", "begin in one column"),
        ("def f(x):\n\treturn x\n        return x", "begin in one column"),
        ("def f(x)\n    return x", "end with a `:`"),
        ("x = (1 + 2", "closing one"),
        ("x = 2x", "needs its `*`"),
        ("x = 'a", "quotes"),
        ("1 = x", "stands on the left"),
        ("x = 1 2", "comma"),
    ],
)
def test_a_cell_that_python_cannot_read_has_its_hint(source, says) -> None:
    with pytest.raises(SyntaxError) as caught:
        compile(source, "cell", "exec")
    kinds = tuple(kind.__name__ for kind in type(caught.value).__mro__[:-2])
    assert says in advice_on(Error(kinds[0], kinds, str(caught.value)))


def test_an_exception_that_is_not_in_the_table_has_no_hint() -> None:
    assert advice_on(Error("OddError", ("OddError", "Exception"), "odd")) == ""


def test_a_hint_on_an_exception_is_not_told_of_a_hidden_case() -> None:
    sheet = registry.hidden_sheet(registry.find("relu"), 1)
    failure, _ = examine(sheet, lambda z: np.max(0, z))
    assert failure is not None
    assert failure.hint == ""
    assert "maximum" not in str(failure)


def test_shapes_on_the_students_line_are_shown(told) -> None:
    text = told("linear_forward", LINEAR.format("W.T @ A_prev + b"))
    assert "There W has shape (1, 2), A_prev has shape (2, 4), b has shape (1, 1)." in text


def test_keys_of_the_dict_that_lacks_one_are_shown(told) -> None:
    text = told("gradient_descent_update", UPDATE.format("return params['w']"))
    assert "There params has the keys 'W', 'b'." in text


def test_a_key_that_cannot_be_shown_is_an_error_like_any_other(told) -> None:
    source = "class Odd:\n    def __repr__(self): raise ValueError\n" + UPDATE.format(
        "return params[Odd()]"
    )
    assert "Your code stops with KeyError" in told("gradient_descent_update", source)


def test_lost_default_values_are_shown_with_the_parameters_of_the_stub(told) -> None:
    text = told("predict", "def predict(P, threshold):\n    return (P > threshold) * 1.0")
    assert "and their default values: predict(P, threshold=0.5)." in text


def test_a_cache_is_not_taken_for_wrong_parameters() -> None:
    import functools

    failure, _ = examine(registry.visible_sheet("relu"), functools.lru_cache(lambda z: z))
    assert "Keep the parameters" not in str(failure)


def test_parameters_that_the_stub_does_not_have_are_not_asked_for(told) -> None:
    text = told("two_layer_forward", "def two_layer_forward(params):\n    return 0")
    assert "two_layer_forward(params, X)." in text


def test_parameters_in_another_order_are_named_and_no_mistake(told) -> None:
    text = told("linear_forward", "def linear_forward(A_prev, W, b):\n    return W @ A_prev + b")
    assert "Hint: Your parameters come in another order: (A_prev, W, b), those of the stub" in text
    assert "This looks like" not in text


def test_parameters_in_another_order_are_a_diagnosis_but_not_of_a_hidden_case() -> None:
    exercise = registry.find("linear_forward")

    def linear_forward(A_prev, W, b):
        return W @ A_prev + b

    seen, _ = examine(registry.visible_sheet(exercise.name), linear_forward)
    hidden, _ = examine(registry.hidden_sheet(exercise, 1), linear_forward)
    assert (seen.diagnosis, hidden.diagnosis) == ("parameters-in-another-order", None)
    assert "another order" not in str(hidden)


def test_parameters_in_another_order_are_fine_where_it_does_not_matter(told) -> None:
    assert not told("chain", "def chain(local, upstream):\n    return local * upstream")


def test_a_global_in_place_of_a_parameter_is_pointed_at(told) -> None:
    source = "def relu(z):\n    return np.maximum(0, Z0) * EPS"
    text = told("relu", source, Z0=np.array([1.0, -1.0]), EPS=1.0)
    assert "By the way: `Z0` is no parameter but a variable of your notebook." in text
    assert "EPS" not in text


def test_a_global_of_a_method_is_pointed_at_too(told) -> None:
    text = told("SigmoidLayer", LAYER.format("self, ", "self.A", "A0", "1", "1"), A0=0.5)
    assert "`A0` is no parameter but a variable" in text


def test_a_right_answer_may_read_a_global(told, capsys) -> None:
    assert not told("relu", "def relu(z):\n    return np.maximum(zero, z)", zero=0)
    assert "zero" not in capsys.readouterr().out
