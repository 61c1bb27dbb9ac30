"""Train the book's networks beside scikit-learn and PyTorch: time and final loss.

Every contestant starts from the same weights, sees the same batches in the same order, makes the
same number of plain gradient descent steps in float64 on one CPU thread and records its cost. They
run in turn, round after round, and the median over the rounds of the time ratios is printed: above
1, course_lib is faster. The final loss of all is evaluated by one function, outside the clock.

    python benchmarks/training.py [--rounds N] [--quick]
"""

import argparse
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median

import numpy as np
from sklearn.datasets import load_breast_cancer, load_digits
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier
from threadpoolctl import threadpool_limits

from course_lib.binary_cross_entropy import bce_cost_from_logits, squared_error_cost
from course_lib.datasets import gate
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

SAME_LOSS = 1e-6
DIFFERENCES = """\
What differs from the plain algorithm:
  course_lib    nothing; the cost of each epoch is recorded, arguments are checked once.
  scikit-learn  MLPClassifier.fit, solver "sgd", momentum 0, alpha 0 (no L2), shuffle off, no early
                stop; starting weights are given by overriding _init_coef. It still updates a
                velocity and adds the L2 term times 0. It has no squared error behind a sigmoid.
  PyTorch       float64 nn.Sequential, torch.optim.SGD, eager mode, autograd; one
                loss.item() a step."""

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

    @property
    def output(self) -> str:
        return "softmax" if self.loss == "cross_entropy" else "sigmoid"

    @property
    def activations(self) -> list[str]:
        return [self.hidden] * (len(self.weights) - 1) + [self.output]


def tasks() -> list[Task]:
    """Collect the book's networks."""
    fixed = [{"W": np.array([[0.1, 0.6]]), "b": np.zeros((1, 1))}]
    xor = [
        {"W": np.array([[0.1, 0.6], [0.2, 0.4], [0.3, 0.7]]), "b": np.zeros((3, 1))},
        {"W": np.array([[0.1, 0.4, 0.9]]), "b": np.zeros((1, 1))},
    ]
    cancer, digits = load_breast_cancer(), load_digits()
    C = ((cancer.data - cancer.data.mean(axis=0)) / cancer.data.std(axis=0)).T.copy()
    D, labels = (digits.data / 16.0).T.copy(), one_hot(digits.target, 10)
    small = [{"W": np.zeros((1, 30)), "b": np.zeros((1, 1))}]
    rng = np.random.default_rng(0)
    large = [initialize_parameters(64, 32, "he", rng), initialize_parameters(32, 10, "xavier", rng)]
    return [
        Task("OR, squared error", "sigmoid", "squared_error", *gate("or"), fixed, 1.0, 5000),
        Task("OR, bce", "sigmoid", "bce", *gate("or"), fixed, 1.0, 5000),
        Task("AND, bce", "sigmoid", "bce", *gate("and"), fixed, 1.0, 5000),
        Task("XOR 2-3-1, squared error", "sigmoid", "squared_error", *gate("xor"), xor, 1.0, 5000),
        Task("XOR 2-3-1, bce", "sigmoid", "bce", *gate("xor"), xor, 1.0, 5000),
        Task(
            "breast cancer 30-1, bce",
            "sigmoid",
            "bce",
            C,
            cancer.target[None] * 1.0,
            small,
            0.1,
            2000,
        ),
        Task(
            "digits 64-32-10, batches of 64", "relu", "cross_entropy", D, labels, large, 0.1, 40, 64
        ),
    ]


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
    started = time.perf_counter()
    train(network, task.X, task.Y, task.learning_rate, task.epochs, task.loss, task.batch_size)
    return time.perf_counter() - started, [layer.params for layer in linear]


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
        shuffle=False,
        tol=0.0,
        momentum=0.0,
        nesterovs_momentum=False,
        n_iter_no_change=task.epochs + 1,
    )
    model.starts = list(task.weights)
    X = np.ascontiguousarray(task.X.T)
    y = task.Y.argmax(axis=0) if len(task.Y) > 1 else task.Y[0].astype(int)
    started = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(X, y)
    seconds = time.perf_counter() - started
    pairs = zip(model.coefs_, model.intercepts_, strict=True)
    return seconds, [{"W": W.T, "b": b[:, None]} for W, b in pairs]


def _torch_model(task: Task) -> "torch.nn.Sequential":
    """Build the same network up to its logits; squared error also needs the last sigmoid."""
    hidden = {"sigmoid": torch.nn.Sigmoid, "relu": torch.nn.ReLU}[task.hidden]
    modules = []
    for start in task.weights:
        linear = torch.nn.Linear(start["W"].shape[1], len(start["W"]), dtype=torch.float64)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(start["W"]))
            linear.bias.copy_(torch.from_numpy(start["b"][:, 0]))
        modules += [linear, hidden()]
    return torch.nn.Sequential(*(modules if task.loss == "squared_error" else modules[:-1]))


def run_pytorch(task: Task) -> Run | None:
    """Train with autograd and `torch.optim.SGD`."""
    if torch is None:
        return None
    torch.set_num_threads(1)
    model = _torch_model(task)
    X = torch.from_numpy(np.ascontiguousarray(task.X.T))
    Y = torch.from_numpy(np.ascontiguousarray(task.Y.T))
    mse = torch.nn.MSELoss()
    cost = {
        "squared_error": lambda output, labels: 0.5 * mse(output, labels),
        "bce": torch.nn.BCEWithLogitsLoss(),
        "cross_entropy": torch.nn.CrossEntropyLoss(),
    }[task.loss]
    if task.loss == "cross_entropy":
        Y = Y.argmax(dim=1)
    optimizer = torch.optim.SGD(model.parameters(), lr=task.learning_rate)
    size = task.batch_size or len(X)
    costs = []
    started = time.perf_counter()
    for _ in range(task.epochs):
        for k in range(0, len(X), size):
            optimizer.zero_grad()
            loss = cost(model(X[k : k + size]), Y[k : k + size])
            loss.backward()
            optimizer.step()
            costs.append(loss.item())
    seconds = time.perf_counter() - started
    linear = [module for module in model if isinstance(module, torch.nn.Linear)]
    return seconds, [
        {"W": one.weight.detach().numpy(), "b": one.bias.detach().numpy()[:, None]}
        for one in linear
    ]


CONTESTANTS: dict[str, Callable[[Task], Run | None]] = {
    "course_lib": run_course_lib,
    "scikit-learn": run_scikit_learn,
    "PyTorch": run_pytorch,
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


def compare(task: Task, rounds: int) -> bool:
    """Run all contestants in turn, print their lines; True if ours is no slower and all agree."""
    seconds: dict[str, list[float]] = {}
    losses: dict[str, float] = {}
    for _ in range(rounds):
        for name, run in CONTESTANTS.items():
            result = run(task)
            if result is not None:
                seconds.setdefault(name, []).append(result[0])
                losses[name] = final_loss(task, result[1])
    print(f"\n{task.name} ({task.epochs} epochs)")
    ours, good = losses["course_lib"], True
    for name, times in seconds.items():
        pairs = zip(times, seconds["course_lib"], strict=True)
        ratio = median(theirs / mine for theirs, mine in pairs)
        off = abs(losses[name] - ours) / ours
        good = good and ratio >= 1.0 and off <= SAME_LOSS
        print(
            f"  {name:13} {median(times):8.3f} s   ratio {ratio:6.2f}   "
            f"final loss {losses[name]:.15g}   off by {off:.1e}"
        )
    for name in CONTESTANTS.keys() - seconds.keys():
        print(f"  {name:13} not run")
    return good


def main() -> int:
    """Compare on every task; 0 if course_lib is at least as fast everywhere with equal losses."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="repeats of each comparison")
    parser.add_argument("--quick", action="store_true", help="a tenth of the epochs")
    options = parser.parse_args()
    print(DIFFERENCES)
    verdicts = []
    with threadpool_limits(limits=1):
        for task in tasks():
            shorter = replace(task, epochs=max(1, task.epochs // 10)) if options.quick else task
            verdicts.append(compare(shorter, options.rounds))
    print(f"\nat least as fast with equal losses: {sum(verdicts)} of {len(verdicts)}")
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
