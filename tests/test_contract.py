"""What holds for every public function: finite numbers give no NaN, and a wrong argument is named.

`CALLS` gives for each function what kind each of its arguments is. A kind knows a right value,
finite numbers at every magnitude, and what is wrong about it beside `WRONG`, wrong for all.
"""

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

import course_lib

MAGNITUDES = [0.0, 5e-324, 1e-308, 1e-200, 1e-20, 0.3, 1.0, 37.0, 710.0, 1e154, 1e200, 1e308]
INSIDE = [0.0, 5e-324, 1e-200, 0.3, 0.5, 1.0 - 2.0**-53, 1.0]
# Wrong for every argument, but for those that say otherwise.
WRONG = {
    "None": None,
    "a text": "three",
    "bytes": b"three",
    "a complex number": 1 + 2j,
    "NaN": float("nan"),
    "nothing in it": [],
    "ragged": [[1.0], [2.0, 3.0]],
    "an object": object(),
    "a dict": {"a": object()},
    "a set": {1.5},
    "a date": np.datetime64("2027-01-01"),
    "a list of texts": ["1", "2"],
    "a type": float,
    "an iterator": iter([1.0]),
}


@dataclass(frozen=True)
class Kind:
    """What an argument is: a right value, finite values to draw, and what is wrong for it alone."""

    right: Any
    drawn: Callable[[np.random.Generator], Any] | None = None
    wrong: Sequence[Any] = ()
    fine: Sequence[str] = ()  # the ways of `WRONG` that are right here

    def or_none(self) -> "Kind":
        return replace(self, fine=(*self.fine, "None"))


def real(*shape: int) -> Kind:
    wrong = [np.ones((1, 1, 1, 1)), np.ones(())] if shape else [np.ones(2), np.inf]
    size = int(np.prod(shape))
    right = np.linspace(-1.0, 1.0, size).reshape(shape) if size > 1 else np.full(shape, 0.5)
    return Kind(
        right, lambda draw: draw.choice(MAGNITUDES, shape) * draw.choice([-1.0, 1.0], shape), wrong
    )


def elements() -> Kind:
    return replace(real(3), wrong=())


def unit(*shape: int) -> Kind:
    low, high = np.full(shape, -0.1), np.full(shape, 1.1)
    wrong = [low, high, *(real(*shape).wrong)]
    return Kind(np.full(shape, 0.5), lambda draw: draw.choice(INSIDE, shape), wrong)


def units() -> Kind:
    return replace(unit(3), wrong=unit(3).wrong[:2])


def labels(*shape: int) -> Kind:
    return replace(
        unit(*shape), right=np.ones(shape), drawn=lambda draw: draw.choice([0.0, 1.0], shape)
    )


def hard() -> Kind:
    return replace(labels(3), wrong=[0.5, -1.0])


def positive() -> Kind:
    return Kind(0.5, lambda draw: draw.choice(MAGNITUDES[1:]), [0.0, -1.0, np.inf, [0.5, 0.5]])


def size() -> Kind:
    return Kind(0.5, lambda draw: draw.choice(MAGNITUDES), [-1.0, np.inf, [0.5, 0.5]])


def between() -> Kind:
    return Kind(0.5, lambda draw: draw.choice(INSIDE[1:-1]), [0.0, 1.0, -1.0])


def count(right: int, minimum: int = 1) -> Kind:
    return Kind(right, None, [minimum - 1, right + 0.5, float(right), True, [right]])


def word(*words: str) -> Kind:
    return Kind(
        words[0],
        lambda draw: str(draw.choice(words)),
        [words[0].upper(), [words[0]], np.array(words)],
    )


def flag() -> Kind:
    return Kind(True, lambda draw: bool(draw.integers(2)), [1, "yes", [True]])


def rng() -> Kind:
    return Kind(np.random.default_rng(0), None, [0, np.random, 48])


def each(**parts: Kind) -> Kind:
    """A dict; without its first entry it is wrong, and so is it with a wrong array in it."""
    right = {name: part.right for name, part in parts.items()}

    def drawn(draw: np.random.Generator) -> dict[str, Any]:
        return {name: part.drawn(draw) for name, part in parts.items()}

    return Kind(right, drawn, [dict(list(right.items())[1:]), {**right, 3: 1.0}], ["a dict"])


def listed(*parts: Kind, fine: Sequence[str] = ()) -> Kind:
    def drawn(draw: np.random.Generator) -> list[Any]:
        return [part.drawn(draw) if part.drawn else part.right for part in parts]

    return Kind([part.right for part in parts], drawn, fine=fine)


def words(*right: str) -> Kind:
    return Kind(list(right), None, [right[0], [1] * len(right), [*right[:-1], "step"]])


def function(right: Callable[..., Any]) -> Kind:
    return Kind(right, fine=["a type"])


def network(*names: str) -> Kind:
    def fresh() -> Any:
        draw = np.random.default_rng(0)
        made = {
            "linear": lambda: course_lib.LinearLayer(2, 2, "xavier", draw),
            "sigmoid": course_lib.SigmoidLayer,
            "tanh": course_lib.TanhLayer,
        }
        return course_lib.Network([made[name]() for name in names])

    return Kind(fresh, None)


def layer() -> Kind:
    return Kind(course_lib.SigmoidLayer(), None, [course_lib.sigmoid, 3])


LOSS = word("bce", "squared_error")
INIT = word("plain", "xavier", "he")
PARAMS = each(W1=real(3, 2), b1=real(3, 1), W2=real(1, 3), b2=real(1, 1))
ROWS = each(W1=real(2, 3), b1=real(1, 3), W2=real(3, 1), b2=real(1, 1))
CACHE = each(Z1=real(3, 4), A1=real(3, 4), Z2=real(1, 4), A2=unit(1, 4))
NEURON = {"W": real(1, 2), "b": real(1, 1), "X": real(2, 4), "Y": unit(1, 4)}
WIDTHS = Kind([3, 4, 2], None, [[3], [3, 0], [3, 2.5], 3, [3, True]])
SEED = Kind(0, None, [-1, 0.5])
SAMPLES, FEATURES, N_CLASSES = count(800), count(20), count(3)
SIZING = {"n_features": FEATURES, "n_classes": N_CLASSES, "n_samples": SAMPLES}

CALLS: dict[str, dict[str, Kind]] = {
    # binary_classification
    "accuracy": {"Y_pred": elements(), "Y": elements()},
    "bernoulli_pmf": {"y": hard(), "p": units()},
    "decision_boundary_line": {"w": real(2), "b": real()},
    "design_matrix": {"X": real(2, 3)},
    "is_linearly_separable": {"X": real(2, 4), "Y": labels(1, 4)},
    "linear_forward": {"W": real(3, 2), "A_prev": real(2, 4), "b": real(3, 1)},
    "neuron": {"w": real(3), "x": real(3), "b": real()},
    "predict": {"P": units(), "threshold": unit()},
    "sigmoid": {"z": elements()},
    # binary_cross_entropy
    **{
        name: {"y": elements(), "p": elements()}
        for name in (
            "absolute_error",
            "absolute_error_grad",
            "squared_error",
            "squared_error_grad",
        )
    },
    "squared_error_cost": {"Y": real(1, 3), "P": real(1, 3)},
    "squared_error_cost_grad": {"Y": real(1, 3), "P": real(1, 3)},
    "bce": {"y": units(), "p": units()},
    "bce_piecewise": {"y": hard(), "p": units()},
    "bce_grad": {"y": units(), "p": units()},
    "bce_cost": {"Y": unit(1, 3), "P": unit(1, 3)},
    "bce_from_logits": {"y": units(), "z": elements()},
    "bce_cost_from_logits": {"Y": unit(1, 3), "Z": real(1, 3)},
    "sigmoid_bce_grad": {"Y": unit(1, 3), "Z": real(1, 3)},
    "bce_outputs_mean": {"y": unit(3), "a": unit(3)},
    "bce_outputs_mean_grad": {"y": unit(3), "a": unit(3)},
    # sigmoid_derivative
    "sigmoid_prime": {"z": elements()},
    "sigmoid_prime_from_output": {"p": units()},
    "chain": {"upstream": elements(), "local": elements()},
    "single_example_step": {
        "w": real(2),
        "b": real(),
        "x": real(2),
        "y": unit(),
        "loss": LOSS,
        "learning_rate": positive(),
    },
    "logistic_gradients": {**NEURON, "loss": LOSS},
    "gradients_by_loop": {**NEURON, "loss": LOSS},
    "gradient_descent_update": {
        "params": replace(each(W=real(2, 3)), wrong=[{3: 1.0}]),
        "grads": each(dW=real(2, 3)),
        "learning_rate": positive(),
    },
    "numerical_gradient": {"f": function(np.sum), "x": elements(), "h": positive()},
    "gradient_check": {
        "f": function(np.sum),
        "x": replace(real(3), fine=["a dict"]),
        "gradient": elements(),
        "h": positive(),
    },
    "minibatches": {"X": real(2, 4), "Y": real(1, 4), "batch_size": count(3), "rng": rng()},
    "train_logistic": {**NEURON, "learning_rate": positive(), "epochs": count(2, 0), "loss": LOSS},
    "gradient_descent_1d": {
        "grad": function(lambda w: 2.0 * w),
        "w0": real(),
        "learning_rate": positive(),
        "steps": count(3, 0),
    },
    "annealed_rate": {
        "learning_rate": positive(),
        "epoch": Kind(1.0, size().drawn, [-1.0, np.inf]),
        "decay": size(),
    },
    "Node": {"value": real(), "name": Kind("a", None, [3], fine=["a text"])},
    "ComputationalGraph": {"output": Kind(course_lib.Node(2.0), None, [2.0])},
    "ComputationalGraph.path_products": {"start": Kind(course_lib.Node(2.0), None, [2.0])},
    # shallow_networks
    "LinearLayer": {"n_in": count(2), "n_out": count(3), "init": INIT, "rng": rng().or_none()},
    "LinearLayer.forward": {"A_prev": real(2, 4)},
    "LinearLayer.backward": {"dZ": real(3, 4)},
    "LinearLayer.update": {"learning_rate": positive()},
    **{
        f"{name}.{method}": {argument: real(3, 4)}
        for name in ("SigmoidLayer", "TanhLayer", "ReLULayer", "SoftmaxLayer", "BatchNormLayer")
        for method, argument in (("forward", "Z"), ("backward", "dA"))
    },
    "Network": {"layers": listed(layer(), layer())},
    "Network.forward": {"X": real(2, 4)},
    "Network.backward": {"dA": real(2, 4)},
    "Network.update": {"learning_rate": positive()},
    "train": {
        "network": network("linear", "sigmoid"),
        "X": real(2, 4),
        "Y": unit(2, 4),
        "learning_rate": positive(),
        "epochs": count(2, 0),
        "loss": Kind("bce", LOSS.drawn, LOSS.wrong),
        "batch_size": count(3).or_none(),
        "rng": rng().or_none(),
    },
    "feature_cross": {"X": real(2, 4)},
    "two_layer_forward": {
        "params": PARAMS,
        "X": real(2, 4),
        "hidden": word("sigmoid", "relu", "tanh"),
    },
    "two_layer_backward": {
        "params": PARAMS,
        "cache": CACHE,
        "X": real(2, 4),
        "Y": unit(1, 4),
        "loss": LOSS,
        "hidden": word("sigmoid", "relu", "tanh"),
    },
    "l_layer_forward": {"params": PARAMS, "X": real(2, 4), "activations": words("relu", "sigmoid")},
    "l_layer_backward": {
        "params": PARAMS,
        "cache": CACHE,
        "X": real(2, 4),
        "Y": unit(1, 4),
        "activations": words("relu", "sigmoid"),
        "loss": LOSS,
    },
    "rows_backward": {"params": ROWS, "X": real(4, 2), "Y": unit(4, 1)},
    "to_rows": {"params": replace(PARAMS, wrong=[3])},
    "to_columns": {"params": replace(ROWS, wrong=[3])},
    "per_example_dZ": {"dZ": real(1, 3)},
    "jacobian_z_a": {"W": real(2, 3), "layout": word("numerator", "denominator")},
    "jacobian_z_W": {"a": real(3), "n_out": count(2)},
    # relu
    "activation_table": {"z": elements()},
    "relu": {"z": elements()},
    "relu_prime": {"z": elements()},
    "relu_backward": {"dA": real(2, 3), "Z": real(2, 3)},
    "leaky_relu": {"z": elements(), "slope": real()},
    "leaky_relu_prime": {"z": elements(), "slope": real()},
    "tanh": {"z": elements()},
    "tanh_prime": {"z": elements()},
    "tanh_prime_from_output": {"a": replace(unit(3), wrong=[[1.5]])},
    "inactive_units": {"Z": real(2, 3)},
    "dead_units": {"Z": real(2, 3)},
    "linear_stack": {"weights": listed(real(3, 2), real(1, 3))},
    "backward_232": {"mean_over_outputs": flag()},
    "update_232": {"learning_rate": positive(), "mean_over_outputs": flag()},
    # softmax
    "softmax": {"Z": replace(real(3, 2), wrong=[3.0]), "axis": Kind(0, None, [2, -3, 0.5, True])},
    "logsumexp": {"Z": replace(real(3, 2), wrong=[3.0]), "axis": Kind(0, None, [2, -3, 0.5, True])},
    "one_hot": {"labels": Kind([0, 2, 1], None, [[0, 3], [0.5], [-1]]), "n_classes": N_CLASSES},
    "cross_entropy": {"Y": Kind(np.eye(3), None, [np.ones((3, 3))]), "P": unit(3, 3)},
    "cross_entropy_from_logits": {"Y": Kind(np.eye(3), None, [np.ones((3, 3))]), "Z": real(3, 3)},
    "cross_entropy_cost": {"Y": Kind(np.eye(3), None, [np.ones((3, 3))]), "P": unit(3, 3)},
    "cross_entropy_grad": {"Y": Kind(np.eye(3), None, [np.ones((3, 3))]), "P": unit(3, 3)},
    "softmax_cross_entropy_grad": {"Y": Kind(np.eye(3), None, [np.ones((3, 3))]), "Z": real(3, 3)},
    "softmax_jacobian": {"p": unit(3)},
    "binary_as_softmax": {"z": elements()},
    # gradient_flow
    "gradient_flow": {
        "norms": replace(listed(size(), size()), wrong=[[-1.0, 1.0]], fine=["nothing in it"]),
        "derivatives": replace(listed(size(), size()), wrong=[[-1.0, 1.0]], fine=["nothing in it"]),
        "delta_out": size(),
    },
    "per_layer_factor": {"norm": size(), "derivative": size()},
    "layers_until": {"threshold": between(), "factor": between()},
    "spectral_norm": {"W": real(2, 3)},
    "gradient_norms": {
        "params": PARAMS,
        "X": real(2, 4),
        "Y": unit(1, 4),
        "activations": words("relu", "sigmoid"),
    },
    "symmetric_parameters": {"n_in": count(2), "n_out": count(3), "value": real()},
    "initialize_parameters": {
        "n_in": count(2),
        "n_out": count(3),
        "init": INIT,
        "rng": rng().or_none(),
    },
    "gradient_noise": {
        **NEURON,
        "batch_sizes": Kind([1, 2], None, [[0], [1.5], 3]),
        "rng": rng(),
        "draws": count(3),
    },
    "batch_norm_forward": {
        "Z": real(2, 4),
        "gamma": real(2, 1),
        "beta": real(2, 1),
        "epsilon": positive(),
    },
    "SkipLayer": {"n": count(2), "activation": layer(), "init": INIT, "rng": rng().or_none()},
    "SkipLayer.forward": {"A_prev": real(2, 4)},
    "SkipLayer.backward": {"dZ": real(2, 4)},
    "SkipLayer.update": {"learning_rate": positive()},
    "clip_gradients": {
        "grads": replace(each(dW=real(2, 3), db=real(2, 1)), wrong=[3]),
        "limit": positive(),
    },
    # architecture_sizing
    "parameter_terms": {"layers": WIDTHS},
    "parameter_count": {"layers": WIDTHS},
    "count_layers": {"layers": WIDTHS, "count_input": flag()},
    "fits_budget": {"layers": WIDTHS, "n_samples": SAMPLES},
    "parameters_per_sample": {"layers": WIDTHS, "n_samples": SAMPLES},
    "parameter_budget": {"n_samples": SAMPLES, "samples_per_parameter": positive()},
    "depth_bound": SIZING,
    "starting_architecture": SIZING,
    "shrink_to_budget": {**SIZING, "n_samples": count(800)},
    "recommend_output": {"task": word("regression", "binary", "multiclass")},
    "l2_penalty": {"params": replace(PARAMS, wrong=[3]), "strength": size()},
    "dropout": {"A": real(2, 3), "keep": Kind(0.5, None, [0.0, 1.1, [0.5]]), "rng": rng()},
    # datasets
    "gate": {"name": word("or", "and", "xor")},
    "blobs": {"m": count(8, 2), "distance": real(), "noise": size(), "seed": SEED},
    "circles": {"m": count(8, 2), "ratio": between(), "noise": size(), "seed": SEED},
    "moons": {"m": count(8, 2), "noise": size(), "seed": SEED},
    "spirals": {"m": count(8, 2), "turns": real(), "noise": size(), "seed": SEED},
    "noisy_xor": {"m": count(8, 2), "noise": size(), "seed": SEED},
    "standardize": {"X": real(2, 4)},
    "split": {"X": real(2, 4), "Y": real(1, 4), "test_fraction": between(), "seed": SEED},
}
# What is asked of an object before its method can be called.
READY: dict[str, Callable[[], Any]] = {
    "LinearLayer": lambda: course_lib.LinearLayer(2, 3, "xavier", np.random.default_rng(0)),
    "SkipLayer": lambda: course_lib.SkipLayer(
        2, course_lib.TanhLayer(), "xavier", np.random.default_rng(0)
    ),
    "Network": network("linear", "tanh").right,
    "ComputationalGraph": lambda: course_lib.ComputationalGraph(course_lib.Node(2.0) * 3.0),
    **{
        name: getattr(course_lib, name)
        for name in ("SigmoidLayer", "TanhLayer", "ReLULayer", "SoftmaxLayer", "BatchNormLayer")
    },
}


# What a message about finite numbers names instead of an argument.
NAMED_OTHERWISE = {"gradient_check": ["f"]}


def call(name: str, arguments: Mapping[str, Any]) -> Any:
    """Call a function, or a method of an object that is ready for it."""
    if name == "train" and arguments["network"] is CALLS[name]["network"].right:
        arguments = {**arguments, "network": arguments["network"]()}
    thing, _, method = name.partition(".")
    if not method:
        return getattr(course_lib, thing)(**arguments)
    ready = READY[thing]()
    if method in ("backward", "update"):
        forward, kind = next(iter(CALLS[f"{thing}.forward"].items()))
        ready.forward(**{forward: kind.right})
    if method == "update":
        ready.backward(np.ones_like(ready.forward(kind.right)))
    return getattr(ready, method)(**arguments)


def public() -> dict[str, inspect.Signature]:
    """Every public function and class, and the public methods of the classes."""
    found = {}
    for name in course_lib.__all__:
        thing = getattr(course_lib, name)
        found[name] = inspect.signature(thing)
        if inspect.isclass(thing):
            for method, value in inspect.getmembers(thing, inspect.isfunction):
                if not method.startswith("_"):
                    found[f"{name}.{method}"] = inspect.signature(value)
    return found


def test_every_argument_of_every_public_function_is_looked_at():
    asked = {
        name: {key for key in signature.parameters if key != "self"}
        for name, signature in public().items()
    }
    assert {name: set(kinds) for name, kinds in CALLS.items()} == {
        name: keys for name, keys in asked.items() if keys
    }


@pytest.mark.parametrize("name", sorted(CALLS))
def test_right_arguments_are_accepted(name):
    call(name, {key: kind.right for key, kind in CALLS[name].items()})


def has_nan(value: Any) -> bool:
    """Look for NaN in numbers, and in what holds numbers."""
    if isinstance(value, Mapping):
        return any(has_nan(part) for part in value.values())
    if isinstance(value, list | tuple):
        return any(has_nan(part) for part in value)
    if isinstance(value, course_lib.Network | course_lib.LinearLayer):
        return has_nan(vars(value))
    array = np.asarray(value)
    return array.dtype.kind == "f" and bool(np.isnan(array).any())


def names(key: str, message: str) -> bool:
    """Tell whether a message names an argument, what is expected and what came."""
    return all(re.search(rf"\b{word}\b", message) for word in (key, "must", "got"))


@pytest.mark.parametrize("name", sorted(CALLS))
@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=20)
def test_finite_numbers_give_neither_nan_nor_a_warning(name, seed):
    draw = np.random.default_rng(seed)
    arguments = {
        key: kind.drawn(draw) if kind.drawn else kind.right for key, kind in CALLS[name].items()
    }
    note(str(arguments))
    refused = None
    try:
        result = call(name, arguments)
    except ValueError as error:
        refused = str(error)
    except FloatingPointError as error:
        refused = str(error) if name.startswith("train") else ""
    if refused is None:
        assert not has_nan(result)
    elif not re.match(r"training diverged in epoch \d+", refused):
        assert any(names(key, refused) for key in (*CALLS[name], *NAMED_OTHERWISE.get(name, ())))


def wrong_ways(name: str) -> list[tuple[str, str, Any]]:
    """Everything that is wrong about each argument of a function."""
    return [
        (key, way, value)
        for key, kind in CALLS[name].items()
        for way, value in [
            *((way, value) for way, value in WRONG.items() if way not in kind.fine),
            *((f"wrong {k}", value) for k, value in enumerate(kind.wrong)),
        ]
    ]


@pytest.mark.parametrize("name", sorted(CALLS))
def test_a_wrong_argument_is_named_with_what_is_expected_and_what_came(name):
    kinds, unclear = CALLS[name], {}
    for key, way, value in wrong_ways(name):
        arguments = {k: kind.right for k, kind in kinds.items()} | {key: value}
        try:
            result = call(name, arguments)
            said = f"accepted, gave {result!r}"
        except (ValueError, TypeError) as error:
            said = f"{type(error).__name__}: {error}"
            if names(key, said):
                continue
        except Exception as error:  # what else is raised is the fault that is looked for
            said = f"{type(error).__name__}: {error}"
        unclear[f"{key}: {way}"] = said[:200]
    assert unclear == {}


def test_each_argument_is_wrong_in_at_least_twelve_ways():
    few = {
        f"{name}: {key}"
        for name, kinds in CALLS.items()
        for key in kinds
        if sum(asked == key for asked, _, _ in wrong_ways(name)) < 12
    }
    assert few == set()


@pytest.mark.parametrize(
    "value", [10**30, Fraction(1, 3), Decimal("0.1"), np.array([1, 0.5], dtype=object), np.int8(3)]
)
def test_real_numbers_of_every_type_are_read(value):
    expected = np.asarray(value, dtype=float)
    np.testing.assert_array_equal(course_lib.relu(value), expected)


def test_masked_entries_are_not_dropped_in_silence():
    with pytest.raises(ValueError, match="z must hold no masked entries, got 1"):
        course_lib.sigmoid(np.ma.array([1.0, 2.0], mask=[True, False]))


def test_help_shows_signatures_that_can_be_read():
    long = {
        name: str(signature) for name, signature in public().items() if len(str(signature)) > 200
    }
    assert long == {}
