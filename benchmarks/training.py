"""Train the book's networks, and one of MNIST's size, beside NumPy by hand and other libraries.

Every contestant starts from the same weights, sees the same batches in the same order, makes the
same number of plain gradient descent steps on one thread and records its cost. They run in turn,
round after round; what is printed is the median over the rounds of CPU times over that of the loop
by hand in the same round: 1 is the limit of NumPy. The final loss of all is evaluated by one
function, outside the clock.

    python benchmarks/training.py [--rounds N] [--quick] [--only WORDS]

PyTorch and JAX take part where they are installed.
"""

import argparse
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import numpy as np
from sklearn.datasets import load_breast_cancer, load_digits
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier
from threadpoolctl import threadpool_limits
from training_by_hand import by_hand, flat_xor

from course_lib.binary_cross_entropy import bce_cost_from_logits, squared_error_cost
from course_lib.datasets import gate, standardize
from course_lib.gradient_flow import initialize_parameters
from course_lib.shallow_networks import (
    LinearLayer,
    Network,
    ReLULayer,
    SigmoidLayer,
    SoftmaxLayer,
    l_layer_forward,
    train,
)
from course_lib.softmax import cross_entropy_from_logits, one_hot

try:
    import torch
except ImportError:
    torch = None
try:
    os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
    import jax
except ImportError:
    jax = None

clock = time.process_time
SAME_LOSS = 1e-6
SINGLE_STEPS = 10  # of float32 are compared: later, rounding has led it elsewhere
OF_BY_HAND, OF_FLAT = 1.15, 2.0  # how much longer course_lib may take
DIFFERENCES = """\
What differs from the plain algorithm:
  by hand       nothing is checked; buffers for all arrays; plain P - Y (training_by_hand.py)
  flat vector   the same for XOR with the fewest calls of NumPy
  course_lib    arguments are checked once, gradients do not cancel, divergence is looked for
  scikit-learn  MLPClassifier, solver "sgd" without momentum, L2 and early stop; shuffles in an
                order of its own; has no squared error behind a sigmoid
  PyTorch       nn.Sequential, optim.SGD, eager mode, loss.item() a step
  JAX           value_and_grad of the loss and the step, one jit; compiled outside the clock"""

Weights = list[dict[str, np.ndarray]]
Run = tuple[float, Weights]


@dataclass(frozen=True)
class Task:
    """One network with its data: columns are examples."""

    name: str
    hidden: str
    loss: str
    X: np.ndarray
    Y: np.ndarray
    weights: Weights
    learning_rate: float
    epochs: int
    batch_size: int | None = None
    shuffled: bool = False

    @property
    def output(self) -> str:
        return "softmax" if self.loss == "cross_entropy" else "sigmoid"

    @property
    def activations(self) -> list[str]:
        return [self.hidden] * (len(self.weights) - 1) + [self.output]

    @property
    def steps(self) -> int:
        m = self.X.shape[1]
        return self.epochs * -(-m // (self.batch_size or m))

    def rng(self) -> np.random.Generator | None:
        """Give what shuffles, in the same state for everyone."""
        return np.random.default_rng(1) if self.shuffled else None

    def blocks(self) -> Iterator[np.ndarray | slice]:
        """Yield the columns of each step in turn."""
        m, rng = self.X.shape[1], self.rng()
        size = self.batch_size or m
        for _ in range(self.epochs):
            order = None if rng is None else rng.permutation(m)
            for k in range(0, m, size):
                yield slice(k, k + size) if order is None else order[k : k + size]


def he(sizes: list[int]) -> Weights:
    """Draw the weights of a network, the same each time."""
    rng = np.random.default_rng(0)
    return [initialize_parameters(*pair, "he", rng) for pair in pairwise(sizes)]


def tasks(quick: bool) -> list[Task]:
    """Collect the networks, from four examples to the size of MNIST."""
    fixed = [{"W": np.array([[0.1, 0.6]]), "b": np.zeros((1, 1))}]
    xor = [
        {"W": np.array([[0.1, 0.6], [0.2, 0.4], [0.3, 0.7]]), "b": np.zeros((3, 1))},
        {"W": np.array([[0.1, 0.4, 0.9]]), "b": np.zeros((1, 1))},
    ]
    cancer, digits = load_breast_cancer(), load_digits()
    C, malignant = standardize(cancer.data.T), cancer.target[None] * 1.0
    D, digit = (digits.data / 16.0).T.copy(), one_hot(digits.target, 10)
    rng = np.random.default_rng(0)
    points = rng.normal(size=(2, 200))
    inside = (np.hypot(*points) < 1.0)[None] * 1.0
    images = rng.random((784, 6_400 if quick else 20_000))
    class_ = one_hot((rng.normal(size=(10, 784)) @ (images - 0.5)).argmax(axis=0), 10)
    few = 10 if quick else 1
    found = [
        Task("OR, bce", "sigmoid", "bce", *gate("or"), fixed, 1.0, 5000 // few),
        Task("XOR 2-3-1, bce", "sigmoid", "bce", *gate("xor"), xor, 1.0, 5000 // few),
        Task("XOR 2-3-1, squared", "sigmoid", "squared_error", *gate("xor"), xor, 1.0, 5000 // few),
        Task("cancer 30-1", "sigmoid", "bce", C, malignant, he([30, 1]), 0.1, 3000 // few),
        Task("cancer 30-16-1", "sigmoid", "bce", C, malignant, he([30, 16, 1]), 0.1, 1000 // few),
        Task("2-[8]x10-1", "relu", "bce", points, inside, he([2, *[8] * 10, 1]), 0.1, 600 // few),
        Task("digits 64-32-10, all", "relu", "cross_entropy", D, digit, he([64, 32, 10]), 0.1, 100),
    ]
    digits_64 = Task(
        "digits 64-32-10, 64",
        "relu",
        "cross_entropy",
        D,
        digit,
        he([64, 32, 10]),
        0.1,
        40 // few,
        64,
    )
    wide = Task(
        "64-128-64-10, 128", "relu", "cross_entropy", D, digit, he([64, 128, 64, 10]), 0.1,
        20 // few, 128,
    )  # fmt: skip
    mnist = [
        Task(
            f"784-128-64-10, {size}, {epochs} epoch{'s' * (epochs > 1)}", "relu", "cross_entropy",
            images, class_, he([784, 128, 64, 10]), 0.05, epochs, size,
        )
        for size in (64, 512)
        for epochs in (1, 4)
    ]  # fmt: skip
    for one in (digits_64, wide, *mnist):
        found += [one, replace(one, name=f"{one.name}, shuffled", shuffled=True)]
    return found


def run_by_hand(task: Task) -> Run:
    """Train with the loop by hand."""
    W, b = [start["W"] for start in task.weights], [start["b"] for start in task.weights]
    started = clock()
    W, b, _ = by_hand(
        W, b, task.X, task.Y, task.learning_rate, task.epochs, task.hidden, task.loss,
        task.batch_size, task.rng(),
    )  # fmt: skip
    seconds = clock() - started
    return seconds, [{"W": w, "b": c} for w, c in zip(W, b, strict=True)]


def run_flat(task: Task) -> Run | None:
    """Train XOR in one vector."""
    if not (task.name.startswith("XOR") and task.loss == "bce"):
        return None
    W, b = [start["W"] for start in task.weights], [start["b"] for start in task.weights]
    started = clock()
    W, b, _ = flat_xor(W, b, task.X, task.Y, task.learning_rate, task.epochs)
    return clock() - started, [{"W": w, "b": c} for w, c in zip(W, b, strict=True)]


def run_course_lib(task: Task) -> Run:
    """Train with `course_lib.shallow_networks.train`."""
    hidden = {"sigmoid": SigmoidLayer, "relu": ReLULayer}[task.hidden]
    output = {"sigmoid": SigmoidLayer, "softmax": SoftmaxLayer}[task.output]
    layers, linear = [], []
    for start in task.weights:
        linear.append(LinearLayer(start["W"].shape[1], len(start["W"])))
        linear[-1].params = start
        layers += [linear[-1], hidden()]
    network = Network([*layers[:-1], output()])
    started = clock()
    train(
        network, task.X, task.Y, task.learning_rate, task.epochs, task.loss, task.batch_size,
        task.rng(),
    )  # fmt: skip
    return clock() - started, [layer.params for layer in linear]


class _Started(MLPClassifier):
    """MLPClassifier that starts from given weights."""

    def _init_coef(self, fan_in, fan_out, dtype):
        start = self.starts.pop(0)
        return start["W"].T.copy(), start["b"][:, 0].copy()


def run_scikit_learn(task: Task) -> Run | None:
    """Train with `MLPClassifier.fit`."""
    if task.loss == "squared_error":
        return None
    model = _Started(
        hidden_layer_sizes=tuple(len(start["W"]) for start in task.weights[:-1]),
        activation={"sigmoid": "logistic", "relu": "relu"}[task.hidden],
        solver="sgd",
        alpha=0.0,
        batch_size=task.batch_size or task.X.shape[1],
        learning_rate_init=task.learning_rate,
        max_iter=task.epochs,
        shuffle=task.shuffled,
        random_state=1,
        tol=0.0,
        momentum=0.0,
        nesterovs_momentum=False,
        n_iter_no_change=task.epochs + 1,
    )
    model.starts = list(task.weights)
    X = np.ascontiguousarray(task.X.T)
    y = task.Y.argmax(axis=0) if len(task.Y) > 1 else task.Y[0].astype(int)
    started = clock()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(X, y)
    seconds = clock() - started
    pairs = zip(model.coefs_, model.intercepts_, strict=True)
    return seconds, [{"W": W.T, "b": b[:, None]} for W, b in pairs]


def _torch_model(task: Task, dtype: "torch.dtype") -> "torch.nn.Sequential":
    """Build the same network up to its logits; squared error also needs the last sigmoid."""
    hidden = {"sigmoid": torch.nn.Sigmoid, "relu": torch.nn.ReLU}[task.hidden]
    modules = []
    for start in task.weights:
        linear = torch.nn.Linear(start["W"].shape[1], len(start["W"]), dtype=dtype)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(start["W"]))
            linear.bias.copy_(torch.from_numpy(start["b"][:, 0]))
        modules += [linear, hidden()]
    return torch.nn.Sequential(*(modules if task.loss == "squared_error" else modules[:-1]))


def run_pytorch(task: Task, bits: int = 64) -> Run | None:
    """Train with autograd and `torch.optim.SGD`."""
    if torch is None:
        return None
    torch.set_num_threads(1)
    dtype = getattr(torch, f"float{bits}")
    model = _torch_model(task, dtype)
    X = torch.from_numpy(np.ascontiguousarray(task.X.T)).to(dtype)
    Y = torch.from_numpy(np.ascontiguousarray(task.Y.T)).to(dtype)
    mse = torch.nn.MSELoss()
    cost = {
        "squared_error": lambda output, labels: 0.5 * mse(output, labels),
        "bce": torch.nn.BCEWithLogitsLoss(),
        "cross_entropy": torch.nn.CrossEntropyLoss(),
    }[task.loss]
    if task.loss == "cross_entropy":
        Y = Y.argmax(dim=1)
    optimizer = torch.optim.SGD(model.parameters(), lr=task.learning_rate)
    costs = []
    started = clock()
    for block in task.blocks():
        rows = block if isinstance(block, slice) else torch.from_numpy(block)
        optimizer.zero_grad()
        loss = cost(model(X[rows]), Y[rows])
        loss.backward()
        optimizer.step()
        costs.append(loss.item())
    seconds = clock() - started
    linear = [module for module in model if isinstance(module, torch.nn.Linear)]
    return seconds, [
        {
            "W": one.weight.detach().double().numpy(),
            "b": one.bias.detach().double().numpy()[:, None],
        }
        for one in linear
    ]


def run_jax(task: Task) -> Run | None:
    """Train with `jax.value_and_grad`, one jit a step, in float64."""
    if jax is None:
        return None
    jax.config.update("jax_enable_x64", True)
    bend = {"sigmoid": jax.nn.sigmoid, "relu": jax.nn.relu}[task.hidden]
    losses = {
        "squared_error": lambda Z, Y: 0.5 * ((jax.nn.sigmoid(Z) - Y) ** 2).sum(),
        "bce": lambda Z, Y: (jax.nn.softplus(Z) - Y * Z).sum(),
        "cross_entropy": lambda Z, Y: -(Y * jax.nn.log_softmax(Z, axis=0)).sum(),
    }

    def cost(weights, X, Y):
        A = X
        for one in weights[:-1]:
            A = bend(one["W"] @ A + one["b"])
        Z = weights[-1]["W"] @ A + weights[-1]["b"]
        return losses[task.loss](Z, Y) / Y.shape[1]

    @jax.jit
    def step(weights, X, Y):
        value, grads = jax.value_and_grad(cost)(weights, X, Y)
        new = jax.tree.map(lambda w, g: w - task.learning_rate * g, weights, grads)
        return value, new

    weights = jax.tree.map(jax.numpy.asarray, task.weights)
    for size in {len(range(task.X.shape[1])[block]) if isinstance(block, slice) else len(block)
                 for block in replace(task, epochs=1).blocks()}:  # fmt: skip
        step(weights, task.X[:, :size], task.Y[:, :size])[0].block_until_ready()
    costs = []
    started = clock()
    for block in task.blocks():
        value, weights = step(weights, task.X[:, block], task.Y[:, block])
        costs.append(float(value))
    seconds = clock() - started
    return seconds, [{key: np.asarray(value) for key, value in one.items()} for one in weights]


CONTESTANTS: dict[str, Callable[[Task], Run | None]] = {
    "by hand": run_by_hand,
    "course_lib": run_course_lib,
    "flat vector": run_flat,
    "scikit-learn": run_scikit_learn,
    "PyTorch float64": run_pytorch,
    "PyTorch float32": lambda task: run_pytorch(task, 32),
    "JAX": run_jax,
}


def final_loss(task: Task, weights: Weights) -> float:
    """Evaluate the cost that was minimized, the same way for everyone."""
    params = {f"{k}{n}": one[k] for n, one in enumerate(weights, start=1) for k in "Wb"}
    cache = l_layer_forward(params, task.X, task.activations)
    Z, A = cache[f"Z{len(weights)}"], cache[f"A{len(weights)}"]
    if task.loss == "squared_error":
        return squared_error_cost(task.Y, A)
    if task.loss == "bce":
        return bce_cost_from_logits(task.Y, Z)
    return float(cross_entropy_from_logits(task.Y, Z).mean())


def beginning(task: Task) -> Task:
    """Give the first steps alone, as a task."""
    if task.batch_size is None:
        return replace(task, epochs=SINGLE_STEPS)
    seen = slice(0, SINGLE_STEPS * task.batch_size)
    return replace(task, X=task.X[:, seen], Y=task.Y[:, seen], epochs=1)


def off_in_single(task: Task) -> float:
    """Tell how far float32 is from the loop by hand after the first steps, outside the clock."""
    first = beginning(task)
    single = run_pytorch(first, 32)
    if single is None:
        return 0.0
    limit = final_loss(first, run_by_hand(first)[1])
    return abs(final_loss(first, single[1]) - limit) / limit


def compare(task: Task, rounds: int) -> bool:
    """Run all in turn and print a line for each; True if ours is near the limit and all agree."""
    seconds: dict[str, list[float]] = {}
    losses: dict[str, float] = {}
    for _ in range(rounds):
        for name, run in CONTESTANTS.items():
            result = run(task)
            if result is not None:
                seconds.setdefault(name, []).append(result[0])
                losses[name] = final_loss(task, result[1])
    print(f"\n{task.name} ({task.epochs} epochs, {task.steps} steps)")
    ratios, agree = {}, off_in_single(task) <= SAME_LOSS
    for name, times in seconds.items():
        pairs = zip(times, seconds["by hand"], strict=True)
        ratios[name] = median(theirs / limit for theirs, limit in pairs)
        off = abs(losses[name] - losses["by hand"]) / losses["by hand"]
        compared = not (task.shuffled and name == "scikit-learn")
        agree = agree and (not compared or name.endswith("32") or off <= SAME_LOSS)
        print(
            f"  {name:16}{1e6 * min(times) / task.steps:10.1f} us a step"
            f"   ratio {ratios[name]:6.2f}   final loss {losses[name]:.12g}"
            + (f"   off by {off:.0e}" if compared else "")
        )
    near = ratios["course_lib"] <= OF_BY_HAND
    if "flat vector" in ratios:
        of_flat = ratios["course_lib"] / ratios["flat vector"]
        near = near and of_flat <= OF_FLAT
        print(f"  course_lib takes {of_flat:.2f} times the flat vector's time")
    return near and agree


def main() -> int:
    """Compare on every task; 0 if course_lib is everywhere near the limit, with equal losses."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="repeats of each comparison")
    parser.add_argument("--quick", action="store_true", help="a tenth of the epochs, less data")
    parser.add_argument("--only", default="", help="tasks whose name holds these words")
    options = parser.parse_args()
    print(DIFFERENCES)
    print(f"NumPy {np.__version__}, one thread of {os.cpu_count()}, load {os.getloadavg()[0]:.1f}")
    with threadpool_limits(limits=1):
        verdicts = [
            compare(task, options.rounds)
            for task in tasks(options.quick)
            if options.only in task.name
        ]
    print(
        f"\nat most {OF_BY_HAND} times by hand, {OF_FLAT:g} times the flat vector, equal losses: "
        f"{sum(verdicts)} of {len(verdicts)}"
    )
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
