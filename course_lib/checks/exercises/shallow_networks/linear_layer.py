"""Exercise ``LinearLayer``."""

from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np
from numpy.random import Generator

from course_lib._validation import FloatArray
from course_lib.checks.exercises._shared import X_GATE, logits, plain_sigmoid, size
from course_lib.checks.exercises.shallow_networks._inputs import XOR_PARAMS
from course_lib.checks.model import (
    Alternative,
    Case,
    Exercise,
    Mistake,
    Seed,
    Step,
    Tolerance,
    call,
    construct,
    read,
    script,
    write,
)
from course_lib.shallow_networks import LinearLayer

# Of 8000 draws with spread 0.01: mean and spread of two samples differ by less than 0.0002.
DRAW = Tolerance(rtol=0.0, atol=1e-3)


def made(name: str, W: FloatArray, b: FloatArray) -> list[Step]:
    """Construct a layer and give it these parameters."""
    return [
        construct(name, W.shape[1], W.shape[0], rng=Seed(7, name)),
        write(name, "params", "W", W),
        write(name, "params", "b", b),
    ]


def forward(name: str, A_prev: FloatArray) -> Step:
    return call(name, "forward", A_prev, quantity=f"the output Z of {name}")


def backward(name: str, dZ: FloatArray) -> list[Step]:
    return [
        call(name, "backward", dZ, quantity=f"the returned dA_prev of {name}"),
        read(name, "grads", "dW", f"grads['dW'] of {name}"),
        read(name, "grads", "db", f"grads['db'] of {name}"),
    ]


def update(name: str, learning_rate: float) -> list[Step]:
    return [
        call(name, "update", learning_rate, quantity=""),
        read(name, "params", "W", f"params['W'] of {name} after the update"),
        read(name, "params", "b", f"params['b'] of {name} after the update"),
    ]


def once(label: str, rng: Generator, n_in: int, n_out: int, m: int, rate: float) -> Case:
    """Draw a layer and go through it once, forward, backward and update."""
    return script(
        label,
        *made("layer", logits(rng, n_out, n_in), logits(rng, n_out, 1)),
        forward("layer", logits(rng, n_in, m)),
        *backward("layer", logits(rng, n_out, m)),
        *update("layer", rate),
    )


def draws(label: str, n_in: int, n_out: int, seed: int) -> Case:
    """Draw the parameters twice from equal generators and look at their statistics."""
    return script(
        label,
        construct("first", n_in, n_out, rng=Seed(seed, "first")),
        construct("second", n_in, n_out, rng=Seed(seed, "second")),
        read("first", "params"),
        read("second", "params"),
        observe="draw_statistics",
        tolerance=DRAW,
    )


def in_turn(label: str, W: list[FloatArray], b: list[FloatArray], data: list[FloatArray]) -> Case:
    """Go forward through two layers of one shape, then backward through both, and update one."""
    return script(
        label,
        *made("first", W[0], b[0]),
        *made("second", W[1], b[1]),
        forward("first", data[0]),
        forward("second", data[1]),
        *backward("second", data[2]),
        *backward("first", data[3]),
        *update("first", 0.25),
        read("second", "params", "W", "params['W'] of second, which was not updated"),
    )


def two_rounds(rng: Generator, n: int, h: int, m: int) -> Case:
    """Use one layer twice, with another number of examples the second time."""
    return script(
        "two rounds of training with one layer",
        *made("layer", logits(rng, h, n), logits(rng, h, 1)),
        forward("layer", logits(rng, n, m)),
        *backward("layer", logits(rng, h, m)),
        *update("layer", 0.5),
        forward("layer", logits(rng, n, m + 2)),
        *backward("layer", logits(rng, h, m + 2)),
        *update("layer", 0.125),
    )


def hidden(rng: Generator) -> Iterator[Case]:
    n, h, m = size(rng, 3, 4), size(rng, 5, 6), size(rng, 7, 9)
    yield once("several units and examples", rng, n, h, m, 0.3)
    yield once("a batch of one example (m = 1)", rng, n, h, 1, 0.3)
    yield once("one unit", rng, n, 1, m, 1.0)
    yield once("one input", rng, 1, h, m, 2.0)
    yield once("a square layer, as many examples", rng, 3, 3, 3, 0.1)
    yield in_turn(
        "two layers, used in turn",
        [logits(rng, n, n) for _ in range(2)],
        [logits(rng, n, 1) for _ in range(2)],
        [logits(rng, n, m) for _ in range(4)],
    )
    yield two_rounds(rng, n, h, m)
    yield draws("the first parameters of a large layer", 80, 100, int(rng.integers(1000)))


class Right:
    """A right layer, whose methods the wrong ones below replace one at a time."""

    def __init__(self, n_in, n_out, init="plain", rng=None):
        N = (np.random.default_rng() if rng is None else rng).standard_normal((n_out, n_in))
        self.params = {"W": 0.01 * N, "b": np.zeros((n_out, 1))}
        self.grads: dict[str, Any] = {}

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ

    def update(self, learning_rate):
        self.params = {
            name: value - learning_rate * self.grads["d" + name]
            for name, value in self.params.items()
        }


class BiasMissing(Right):
    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.params["W"] @ A_prev


class DividesAgain(Right):
    def backward(self, dZ):
        m = dZ.shape[1]
        self.grads = {"dW": dZ @ self.A_prev.T / m, "db": dZ.mean(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ


class MeanInDb(Right):
    def backward(self, dZ):
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.mean(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ


class DbLostItsAxis(Right):
    def backward(self, dZ):
        self.grads = {"dW": dZ @ self.A_prev.T, "db": dZ.sum(axis=1)}
        return self.params["W"].T @ dZ


class DwTransposed(Right):
    def backward(self, dZ):
        self.grads = {"dW": self.A_prev @ dZ.T, "db": dZ.sum(axis=1, keepdims=True)}
        return self.params["W"].T @ dZ


class ReturnsNothing(Right):
    def backward(self, dZ):
        super().backward(dZ)


class ReturnsDw(Right):
    def backward(self, dZ):
        super().backward(dZ)
        return self.grads["dW"]


class PassesDzOn(Right):
    def backward(self, dZ):
        super().backward(dZ)
        return dZ


class ReturnsGradients(Right):
    def backward(self, dZ):
        super().backward(dZ)
        return self.grads


class BlameThroughDw(Right):
    def backward(self, dZ):
        super().backward(dZ)
        return self.grads["dW"].T @ dZ


class Accumulates(Right):
    def backward(self, dZ):
        before = self.grads
        dA_prev = super().backward(dZ)
        self.grads = {name: value + before.get(name, 0.0) for name, value in self.grads.items()}
        return dA_prev


class Ascends(Right):
    def update(self, learning_rate):
        super().update(-learning_rate)


class IgnoresRate(Right):
    def update(self, learning_rate):
        super().update(1.0)


class FixedRate(Right):
    def update(self, learning_rate):
        super().update(0.01)


class KeepsBias(Right):
    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]


class UpdatesInBackward(Right):
    def backward(self, dZ):
        dA_prev = super().backward(dZ)
        super().update(0.1)
        return dA_prev


class SharedCache(Right):
    kept: ClassVar[dict[str, Any]] = {}

    def forward(self, A_prev):
        SharedCache.kept["A_prev"] = A_prev
        return self.params["W"] @ A_prev + self.params["b"]

    def backward(self, dZ):
        self.A_prev = SharedCache.kept["A_prev"]
        return super().backward(dZ)


class SharedParams(Right):
    shared: ClassVar[dict[str, Any]] = {}

    def __init__(self, n_in, n_out, init="plain", rng=None):
        super().__init__(n_in, n_out, init, rng)
        SharedParams.shared.update(self.params)
        self.params = SharedParams.shared

    def update(self, learning_rate):
        for name in self.params:
            self.params[name] = self.params[name] - learning_rate * self.grads["d" + name]


class OwnCopy(Right):
    def __init__(self, n_in, n_out, init="plain", rng=None):
        super().__init__(n_in, n_out, init, rng)
        self.W, self.b = self.params["W"], self.params["b"]

    def forward(self, A_prev):
        self.A_prev = A_prev
        return self.W @ A_prev + self.b

    def backward(self, dZ):
        super().backward(dZ)
        return self.W.T @ dZ


class Zeros(Right):
    def __init__(self, n_in, n_out, init="plain", rng=None):
        self.params = {"W": np.zeros((n_out, n_in)), "b": np.zeros((n_out, 1))}
        self.grads = {}


class Unscaled(Right):
    def __init__(self, n_in, n_out, init="plain", rng=None):
        super().__init__(n_in, n_out, init, rng)
        self.params["W"] = 100 * self.params["W"]


class OnlyPositive(Right):
    def __init__(self, n_in, n_out, init="plain", rng=None):
        super().__init__(n_in, n_out, init, rng)
        self.params["W"] = 0.01 * (rng or np.random.default_rng()).random((n_out, n_in))


class Unreproducible(Right):
    def __init__(self, n_in, n_out, init="plain", rng=None):
        super().__init__(n_in, n_out, init, None)


class OverwritesInput(Right):
    def backward(self, dZ):
        dA_prev = super().backward(dZ)
        dZ *= 0.0
        return dA_prev


class WithDot:
    def __init__(self, n_in, n_out, init="plain", rng=None):
        rng = rng if rng is not None else np.random.default_rng()
        self.params, self.grads = {}, {}
        self.params["W"] = rng.normal(0.0, 0.01, size=(n_out, n_in))
        self.params["b"] = np.zeros(shape=(n_out, 1))
        self.cache = None

    def forward(self, A_prev):
        self.cache = A_prev.copy()
        return np.dot(self.params["W"], A_prev) + self.params["b"]

    def backward(self, dZ):
        self.grads["dW"] = np.dot(dZ, self.cache.T)
        self.grads["db"] = np.sum(dZ, axis=1).reshape(-1, 1)
        return np.dot(self.params["W"].T, dZ)

    def update(self, learning_rate):
        self.params["W"] = self.params["W"] - learning_rate * self.grads["dW"]
        self.params["b"] = self.params["b"] - learning_rate * self.grads["db"]


class OneByOne(WithDot):
    def forward(self, A_prev):
        self.cache = A_prev
        W, b = self.params["W"], self.params["b"][:, 0]
        return np.column_stack([W @ a + b for a in A_prev.T])

    def backward(self, dZ):
        pairs = list(zip(dZ.T, self.cache.T, strict=True))
        self.grads["dW"] = sum(np.outer(dz, a) for dz, a in pairs)
        self.grads["db"] = sum(dz for dz, _ in pairs)[:, None]
        return np.column_stack([dz @ self.params["W"] for dz in dZ.T])


class WithEinsum(WithDot):
    def forward(self, A_prev):
        self.cache = A_prev
        return np.einsum("ij,jk->ik", self.params["W"], A_prev) + self.params["b"]

    def backward(self, dZ):
        self.grads = {
            "dW": np.einsum("ik,jk->ij", dZ, self.cache),
            "db": dZ @ np.ones((dZ.shape[1], 1)),
        }
        return np.einsum("ij,ik->jk", self.params["W"], dZ)


class DrawnTransposed(WithDot):
    def __init__(self, n_in, n_out, init="plain", rng=None):
        super().__init__(n_in, n_out, init, rng)
        if rng is not None:
            self.params["W"] = 0.01 * rng.standard_normal(size=(n_in, n_out)).T


class InPlaceUpdate(WithDot):
    def update(self, learning_rate):
        for name in ("W", "b"):
            self.params[name] -= learning_rate * self.grads[f"d{name}"]
        print("updated", list(self.params))
        return self


LAYER_2 = made("layer", XOR_PARAMS["W2"], np.array([[0.5]]))
A_1 = np.array([[0.5, 0.65, 0.52, 0.67], [0.5, 0.6, 0.55, 0.65], [0.5, 0.67, 0.57, 0.73]])
DZ_2 = np.array([[0.167, -0.072, -0.078, 0.182]])
DZ_1 = np.array([[0.4, -0.2, -0.2, 0.4], [1.7, -0.7, -0.8, 1.7], [3.8, -1.4, -1.7, 3.2]])


def inputs(rng: Generator) -> Case:
    n, h, m = rng.integers(1, 7, 3)
    if rng.random() < 0.3:
        return two_rounds(rng, n, h, m)
    return once("sample", rng, n, h, m, float(rng.uniform(0.01, 2.0)))


class UpdateForgotten(Right):
    def update(self, learning_rate):
        pass


class SigmoidInside(Right):
    def forward(self, A_prev):
        self.A = plain_sigmoid(super().forward(A_prev))
        return self.A

    def backward(self, dZ):
        return super().backward(dZ * self.A * (1 - self.A))


class StepsFirst(Right):
    rate = 0.1

    def backward(self, dZ):
        super().backward(dZ)
        super().update(self.rate)
        return self.params["W"].T @ dZ


class StepsFirstByOne(StepsFirst):
    rate = 1.0


EXERCISE = Exercise(
    name="LinearLayer",
    chapter="shallow_networks",
    equation="linear-layer-backward",
    quantity="the linear layer",
    reference=LinearLayer,
    visible=(
        script(
            "the output layer of the XOR network",
            *LAYER_2,
            forward("layer", A_1),
            *backward("layer", DZ_2),
            *update("layer", 0.5),
        ),
        in_turn(
            "two layers, used in turn",
            [np.array([[0.1, 0.6], [0.2, 0.4]]), np.array([[0.5, -1.0], [2.0, 0.25]])],
            [np.array([[0.1], [0.2]]), np.array([[-0.5], [0.75]])],
            [X_GATE, A_1[:2], -DZ_1[1:], DZ_1[:2]],
        ),
        script(
            "two rounds with one layer",
            *LAYER_2,
            forward("layer", A_1),
            *backward("layer", DZ_2),
            *update("layer", 0.5),
            forward("layer", A_1[:, :2]),
            *backward("layer", DZ_2[:, :2]),
            *update("layer", 0.25),
        ),
        draws("the first parameters of a large layer", 80, 100, 48),
        once("one input, one example", np.random.default_rng(2), 1, 2, 1, 1.0),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "bias-missing",
            BiasMissing,
            "forward does not add the bias.",
            "Z = W @ A_prev + b.",
        ),
        Mistake(
            "divides-by-m-again",
            DividesAgain,
            "backward divides dW and db by m.",
            "The 1/m is already inside dZ; a layer never divides.",
        ),
        Mistake(
            "mean-in-db",
            MeanInDb,
            "backward averages dZ to get db.",
            "Add up dZ over the examples: its 1/m is already inside.",
        ),
        Mistake(
            "db-lost-its-axis",
            DbLostItsAxis,
            "grads['db'] has lost an axis.",
            "Add keepdims=True, so that db has the shape of b.",
        ),
        Mistake(
            "dw-transposed",
            DwTransposed,
            "grads['dW'] is transposed.",
            "dW has the shape of W: dZ @ A_prev.T.",
        ),
        Mistake(
            "returns-nothing",
            ReturnsNothing,
            "backward sets grads but returns nothing.",
            "The layer before needs dA_prev: return W.T @ dZ.",
        ),
        Mistake(
            "returns-dw",
            ReturnsDw,
            "backward returns dW.",
            "dW goes into grads; return dA_prev, which has the shape of A_prev.",
        ),
        Mistake(
            "returns-gradients",
            ReturnsGradients,
            "backward returns the gradients of the parameters.",
            "They go into grads; return dA_prev, which has the shape of A_prev.",
        ),
        Mistake(
            "goes-back-through-dw",
            BlameThroughDw,
            "You went back through the gradient of W.",
            "dA_prev = W.T @ dZ: the weights themselves.",
        ),
        Mistake(
            "passes-dz-on",
            PassesDzOn,
            "backward returns dZ unchanged.",
            "On its way back the gradient passes the weights: W.T @ dZ.",
        ),
        Mistake(
            "accumulates-gradients",
            Accumulates,
            "backward adds the new gradients to those of the call before.",
            "Each backward pass replaces grads.",
        ),
        Mistake(
            "ascends",
            Ascends,
            "update adds the gradient.",
            "Gradient descent goes against the gradient: subtract.",
        ),
        Mistake(
            "ignores-learning-rate",
            IgnoresRate,
            "update does not use the learning rate.",
            "Multiply each gradient by learning_rate.",
        ),
        Mistake(
            "fixed-learning-rate",
            FixedRate,
            "update always steps with the rate 0.01.",
            "Multiply each gradient by learning_rate.",
        ),
        Mistake(
            "bias-not-updated",
            KeepsBias,
            "update changes W but not b.",
            "Both parameters learn.",
        ),
        Mistake(
            "updates-in-backward",
            UpdatesInBackward,
            "backward changes the parameters already.",
            "backward only sets grads; update changes the parameters.",
        ),
        Mistake(
            "cache-shared",
            SharedCache,
            "All layers share one memory of A_prev; the last forward pass overwrites the others.",
            "Store it on the object: self.A_prev, set in forward.",
        ),
        Mistake(
            "params-shared",
            SharedParams,
            "All layers share one params.",
            "Make the dictionary inside __init__, so that each layer has its own.",
        ),
        Mistake(
            "own-copy-of-params",
            OwnCopy,
            "forward does not use params, but a copy made when the layer was created.",
            "Read self.params['W'] and self.params['b'] at every call.",
        ),
        Mistake(
            "zero-weights",
            Zeros,
            "All weights start at zero.",
            "Draw them: 0.01 times standard normal numbers.",
        ),
        Mistake(
            "weights-not-small",
            Unscaled,
            "The weights are standard normal numbers; the factor 0.01 is missing.",
            "Multiply the draw by 0.01.",
        ),
        Mistake(
            "only-positive-weights",
            OnlyPositive,
            "The weights are uniform between 0 and 0.01.",
            "Use normal numbers: rng.standard_normal.",
        ),
        Mistake(
            "generator-ignored",
            Unreproducible,
            "The weights were not drawn from rng: equal generators gave different layers.",
            "Call rng.standard_normal, not np.random.",
        ),
        Mistake(
            "overwrites-dz",
            OverwritesInput,
            "backward changes dZ in place.",
            "Make new arrays; the caller still needs dZ.",
        ),
        Mistake(
            "update-not-kept",
            UpdateForgotten,
            "After the update the parameters are what they were.",
            "Put the new W and b back: self.params['W'] = ...",
        ),
        Mistake(
            "sigmoid-inside",
            SigmoidInside,
            "Your layer has a sigmoid inside.",
            "forward gives Z itself; the sigmoid is a layer of its own.",
        ),
        Mistake(
            "backward-steps-first",
            StepsFirst,
            "backward moves W before it uses it for dA_prev.",
            "backward only stores the gradients; update makes the step.",
        ),
        Mistake(
            "backward-steps-first-by-one",
            StepsFirstByOne,
            "backward moves W, by the whole gradient, before it uses it for dA_prev.",
            "backward only stores the gradients; update makes the step.",
        ),
    ),
    alternatives=(
        Alternative("short", Right),
        Alternative("np.dot", WithDot),
        Alternative("one example at a time", OneByOne),
        Alternative("einsum", WithEinsum),
        Alternative("drawn in another order", DrawnTransposed),
        Alternative("update in place, prints", InPlaceUpdate),
    ),
)
