"""
Largest error of every function and gradient of the library against mpmath, beside scipy's.

Run ``python benchmarks/accuracy.py``. Errors are in units in the last place (ulp) of the
exact result for the given floats. Counted are results that are normal numbers of problems
that are well conditioned; the last columns say how many were not, and how large the error
is there. What ill-conditioned means stands below the table.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import mpmath
import numpy as np
import scipy.special

import course_lib
from course_lib import LinearLayer, Network, SigmoidLayer, SoftmaxLayer, TanhLayer

mpmath.mp.dps = 100
TINY, MAX = np.finfo(float).tiny, np.finfo(float).max
WELL_CONDITIONED = 1.5  # size of the terms beside the size of their sum
CLASSES = (3, 10, 1_000, 10_000)

# What gives back its input, whole numbers, words, labels or draws: no result of it is rounded.
EXACT = {
    *("accuracy", "design_matrix", "is_linearly_separable", "predict", "loss_table", "minibatches"),
    *("jacobian_z_W", "jacobian_z_a", "to_columns", "to_rows", "dead_units", "inactive_units"),
    *("relu", "relu_prime", "relu_backward", "leaky_relu_prime", "network_232", "one_hot"),
    *("layers_until", "count_layers", "depth_bound", "fits_budget", "parameter_count"),
    *("parameter_terms", "recommend_output", "shrink_to_budget", "starting_architecture"),
    *("initialize_parameters", "symmetric_parameters", "split", "gate", "blobs", "breast_cancer"),
    *("circles", "digits", "moons", "noisy_xor", "spirals", "ReLULayer", "absolute_error_grad"),
}
# Approximations by nature and numbers of experiments, which the tests compare by other means.
APPROXIMATE = {"gradient_check", "numerical_gradient", "gradient_noise", "xor_seed48_costs"}
# Made of functions that have a row: the row is that of the part named.
WITHIN = {
    "ComputationalGraph": "Node",
    "Network": "LinearLayer",
    "SkipLayer": "LinearLayer",
    "activation_table": "sigmoid_prime",
    "backward_232": "two_layer_backward",
    "forward_232": "two_layer_forward",
    "update_232": "gradient_descent_update",
    "gradient_descent_1d": "gradient_descent_update",
}


@dataclass(frozen=True)
class Problem:
    """Results, the exact ones, and the size of the terms that the exact ones are sums of."""

    name: str
    ours: Any
    exact: Any
    size: Any = None
    scipy: Any = None


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    ours: float
    scipy: float | None
    counted: int
    ill: int
    ours_ill: float


# ------------------------------------------------------------------ exact functions


def _exp(z: mpmath.mpf) -> mpmath.mpf:
    """Exponential; beyond e^3000 nothing in a float result can change."""
    return mpmath.exp(max(min(z, mpmath.mpf(3000)), mpmath.mpf(-3000)))


exact = np.frompyfunc(mpmath.mpf, 1, 1)
exp, log, log1p, sqrt = (
    np.frompyfunc(function, 1, 1) for function in (_exp, mpmath.log, mpmath.log1p, mpmath.sqrt)
)


def sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + exp(-z))


def sigmoid_prime(z: np.ndarray) -> np.ndarray:
    e = exp(-abs(z))
    return e / (1 + e) ** 2


def tanh(z: np.ndarray) -> np.ndarray:
    return np.frompyfunc(mpmath.tanh, 1, 1)(z)


def tanh_prime(z: np.ndarray) -> np.ndarray:
    return 4 * sigmoid_prime(2 * z)


def softplus(z: np.ndarray) -> np.ndarray:
    return np.maximum(z, 0) + log1p(exp(-abs(z)))


def classes(Z: np.ndarray) -> tuple[np.ndarray, ...]:
    """Largest logit, log of the sum beside it, probabilities P and 1 - P, for each column."""
    top = Z.max(axis=0)
    E = exp(Z - top)
    others = E.copy()
    others[Z.argmax(axis=0), np.arange(Z.shape[1])] = mpmath.mpf(0)
    rest = others.sum(axis=0)
    P = E / (1 + rest)
    return top, log1p(rest), P, np.where(others == 0, rest / (1 + rest), 1 - P)


ACTIVATIONS = {"sigmoid": (sigmoid, sigmoid_prime), "tanh": (tanh, tanh_prime)}


# ------------------------------------------------------------------ inputs


def float_range(count: int, rng: np.random.Generator, largest: float = MAX) -> np.ndarray:
    """Numbers of both signs over the whole range: all exponents, and dense where functions bend."""
    exponents = rng.uniform(np.log2(TINY), np.log2(largest), count)
    with np.errstate(over="ignore"):
        wide = np.minimum(np.exp2(exponents), largest)
    dense = np.concatenate([rng.uniform(0.0, 40.0, count), rng.uniform(0.0, 745.0, count)])
    magnitudes = np.concatenate([wide, dense, [0.0, TINY, 1.0, 36.7, 37.0, 708.0, largest]])
    return magnitudes * rng.choice([-1.0, 1.0], magnitudes.size)


def probabilities(count: int, rng: np.random.Generator) -> np.ndarray:
    """Numbers in (0, 1), dense at both ends."""
    small = np.exp2(rng.uniform(np.log2(TINY), 0.0, count))
    near_one = 1.0 - np.exp2(rng.uniform(-53.0, 0.0, count))
    return np.concatenate([small, near_one[near_one > 0.0], rng.uniform(0.01, 0.99, count)])


def columns(n_classes: int, count: int, rng: np.random.Generator) -> np.ndarray:
    """Logit vectors: near, far apart, huge, tiny, and shifted far away."""
    shape = (n_classes, max(1, count // n_classes))
    near = rng.normal(0.0, 1.0, shape)
    far = rng.uniform(-700.0, 700.0, shape)
    wide = rng.permutation(float_range(far.size, rng, MAX / 4.0))[: far.size].reshape(shape)
    shifted = rng.uniform(-50.0, 50.0, shape) + rng.choice([-1e6, 1e3, 1e12], shape[1])
    certain = near.copy()
    certain[0] += rng.uniform(0.0, 745.0, shape[1])
    return np.hstack([near, far, wide, shifted, certain])


def labels(kind: str, shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """Labels that are 0 or 1, or between, also near the ends."""
    if kind == "hard":
        return rng.choice([0.0, 1.0], shape)
    return np.resize(rng.permutation(probabilities(math.prod(shape), rng)), shape)


# ------------------------------------------------------------------ problems


def of_elements(count: int, rng: np.random.Generator) -> Iterator[Problem]:
    """Functions that work number by number."""
    z, p = float_range(count, rng), probabilities(count, rng)
    Z, P = exact(z), exact(p)
    special = scipy.special
    slope = special.expit(z) * special.expit(-z)
    yield Problem("sigmoid", course_lib.sigmoid(z), sigmoid(Z), scipy=special.expit(z))
    yield Problem("binary_as_softmax", course_lib.binary_as_softmax(z), sigmoid(Z))
    yield Problem("sigmoid_prime", course_lib.sigmoid_prime(z), sigmoid_prime(Z), scipy=slope)
    yield Problem("sigmoid_prime_from_output", course_lib.sigmoid_prime_from_output(p), P * (1 - P))
    yield Problem("tanh", course_lib.tanh(z), tanh(Z), scipy=np.tanh(z))
    yield Problem("tanh_prime", course_lib.tanh_prime(z), tanh_prime(Z))
    yield Problem(
        "tanh_prime_from_output", course_lib.tanh_prime_from_output(-p), (1 - P) * (1 + P)
    )
    yield Problem("leaky_relu", course_lib.leaky_relu(z), np.maximum(Z, Z * exact(0.01)))
    other = rng.permutation(z)
    with np.errstate(over="ignore"):
        mild = np.abs(z) < 1e150
    a, b = np.where(mild, z, 1.0), np.where(np.abs(other) < 1e150, other, 1.0)
    A, B = exact(a), exact(b)
    yield Problem("squared_error", course_lib.squared_error(a, b), (B - A) ** 2 / 2)
    yield Problem("squared_error_grad", course_lib.squared_error_grad(a, b), B - A)
    yield Problem("absolute_error", course_lib.absolute_error(a, b), abs(B - A))
    yield Problem("chain", course_lib.chain(a, b), A * B)
    yield Problem("Node", [(course_lib.Node(float(v)).sigmoid()).value for v in z], sigmoid(Z))
    for kind in ("hard", "soft"):
        y_p, y_z = labels(kind, p.shape, rng), labels(kind, z.shape, rng)
        Yp, Yz = exact(y_p), exact(y_z)
        theirs = -(special.xlogy(y_p, p) + special.xlog1py(1.0 - y_p, -p))
        bce = -Yp * log(P) - (1 - Yp) * log1p(-P)
        yield Problem(f"bce, {kind}", course_lib.bce(y_p, p), bce, scipy=theirs)
        grad = (P - Yp) / (P * (1 - P))
        yield Problem(f"bce_grad, {kind}", course_lib.bce_grad(y_p, p), grad)
        yield Problem(
            f"bce_outputs_mean, {kind}", course_lib.bce_outputs_mean(y_p[None], p[None]), bce
        )
        mean_grad = course_lib.bce_outputs_mean_grad(y_p[:2], p[:2])
        yield Problem(f"bce_outputs_mean_grad, {kind}", mean_grad, (P - Yp)[:2] / 2)
        loss = (1 - Yz) * softplus(Z) + Yz * softplus(-Z)
        theirs = -special.log_expit((2.0 * y_z - 1.0) * z) if kind == "hard" else None
        yield Problem(
            f"bce_from_logits, {kind}", course_lib.bce_from_logits(y_z, z), loss, scipy=theirs
        )
        up, down = (1 - Yz) * sigmoid(Z), Yz * sigmoid(-Z)
        ours = course_lib.sigmoid_bce_grad(y_z[:, None], z[:, None])[:, 0]
        yield Problem(f"sigmoid_bce_grad, {kind}", ours, up - down, up + down)
        steps = [
            course_lib.single_example_step([w], 0.0, [1.0], y)
            for w, y in zip(z[:99], y_z[:99], strict=True)
        ]
        dz = (up - down)[:99]
        yield Problem(
            f"single_example_step, {kind}", [step["dz"] for step in steps], dz, (up + down)[:99]
        )
    y = labels("hard", p.shape, rng)
    bernoulli = np.where(y == 1.0, P, 1 - P)
    yield Problem("bernoulli_pmf", course_lib.bernoulli_pmf(y, p), bernoulli)
    piecewise = np.where(y == 1.0, -log(P), -log1p(-P))
    yield Problem("bce_piecewise", course_lib.bce_piecewise(y, p), piecewise)


def of_classes(count: int, rng: np.random.Generator, n_classes: Sequence[int]) -> Iterator[Problem]:
    """Functions of several classes."""
    for n in n_classes:
        yield from of_so_many_classes(n, count, rng)
    z = columns(3, count, rng)
    p = course_lib.softmax(z)
    P = exact(p)
    yield Problem(
        "softmax_jacobian",
        np.array([course_lib.softmax_jacobian(column) for column in p.T]),
        np.array([np.diag(q) - np.outer(q, q) for q in P.T]),
    )


def of_so_many_classes(n: int, count: int, rng: np.random.Generator) -> Iterator[Problem]:
    """The softmax of n classes, the cross-entropy and their gradients."""
    z = columns(n, count, rng)
    Z = exact(z)
    top, tail, P, rest = classes(Z)
    with np.errstate(over="ignore", invalid="ignore"):
        theirs = scipy.special.softmax(z, axis=0)
        their_total = scipy.special.logsumexp(z, axis=0)
    size = (P * abs(Z)).sum(axis=0)
    yield Problem(f"softmax, C = {n}", course_lib.softmax(z), P, scipy=theirs)
    yield Problem(f"logsumexp, C = {n}", course_lib.logsumexp(z), top + tail, size, their_total)
    layer = SoftmaxLayer()
    yield Problem(f"SoftmaxLayer, C = {n}", layer.forward(z), P)
    for kind in ("hard", "soft"):
        if kind == "hard":
            y = course_lib.one_hot(rng.integers(0, n, z.shape[1]), n)
        else:
            y = rng.dirichlet(np.full(n, 0.1), z.shape[1]).T
        Y, m = exact(y), z.shape[1]
        loss = (Y * (top - Z)).sum(axis=0) + tail
        title = f"C = {n}, {kind}"
        yield Problem(
            f"cross_entropy_from_logits, {title}",
            course_lib.cross_entropy_from_logits(y, z),
            loss,
        )
        up, down = (1 - Y) * P, Y * rest
        ours = course_lib.softmax_cross_entropy_grad(y, z)
        yield Problem(
            f"softmax_cross_entropy_grad, {title}", ours, (up - down) / m, (up + down) / m
        )
        p = np.clip(course_lib.softmax(z), 1e-300, 1.0)
        Q = exact(p)
        loss = -(Y * log(Q)).sum(axis=0)
        yield Problem(f"cross_entropy, {title}", course_lib.cross_entropy(y, p), loss)
        yield Problem(
            f"cross_entropy_cost, {title}", [course_lib.cross_entropy_cost(y, p)], [loss.sum() / m]
        )
        yield Problem(f"cross_entropy_grad, {title}", course_lib.cross_entropy_grad(y, p), -Y / Q)


def of_costs(count: int, rng: np.random.Generator) -> Iterator[Problem]:
    """Means over examples, also of huge and tiny numbers; norms."""
    found: dict[str, list[tuple[Any, Any]]] = {}

    def keep(name: str, ours: Any, right: Any) -> None:
        found.setdefault(name, []).append((ours, right))

    for k in range(max(8, count // 20)):
        scale = (1.0, 1e200, 1e-200, 1e150)[k % 4]
        root = (1.0, 1e150, 1e-150, 1e10)[k % 4]
        y, p = rng.uniform(-1.0, 1.0, (2, 2, 6)) * root
        Y, P = exact(y), exact(p)
        keep("squared_error_cost", course_lib.squared_error_cost(y, p), ((P - Y) ** 2).sum() / 12)
        grad = course_lib.squared_error_cost_grad(y, p)
        keep("squared_error_cost_grad", grad[0, 0], (P - Y)[0, 0] / 6)
        p = probabilities(2, rng)[np.newaxis]
        y = labels(("hard", "soft")[k % 2], p.shape, rng)
        Y, P = exact(y), exact(p)
        bce = (-Y * log(P) - (1 - Y) * log1p(-P)).sum() / p.size
        keep("bce_cost", course_lib.bce_cost(y, p), bce)
        z = rng.permutation(float_range(3, rng))[np.newaxis, :6]
        y = labels(("hard", "soft")[k % 2], z.shape, rng)
        Y, Z = exact(y), exact(z)
        loss = ((1 - Y) * softplus(Z) + Y * softplus(-Z)).sum() / 6
        keep("bce_cost_from_logits", course_lib.bce_cost_from_logits(y, z), loss)
        W = rng.normal(size=(2, 3)) * scale
        norms = [mpmath.sqrt((exact(row) ** 2).sum()) for row in W]
        clipped = course_lib.clip_gradients({"dW": W[:1]}, scale)["dW"][0, 0]
        short = min(mpmath.mpf(1), mpmath.mpf(scale) / norms[0])
        keep("clip_gradients", clipped, exact(W[0, 0]) * short)
        keep("spectral_norm", course_lib.spectral_norm(W[:1]), norms[0])
        penalty = (mpmath.mpf(1 / scale) * exact(W) ** 2).sum() / 2
        keep("l2_penalty", course_lib.l2_penalty({"W1": W}, 1 / scale), penalty)
        dropped, mask = course_lib.dropout(W, 0.7, rng)
        keep("dropout", dropped.max(), (exact(W) * exact(mask)).max())
        keep("per_layer_factor", course_lib.per_layer_factor(0.3, scale), exact(0.3) * exact(scale))
        flow = course_lib.gradient_flow([0.3, 0.7], [1.0, 0.6], scale)[-1]
        keep("gradient_flow", flow, exact(0.3) * exact(0.7) * exact(0.6) * exact(scale))
        rate, epoch, decay = rng.uniform(0.0, 9.0, 3)
        annealed = exact(rate) / (1 + exact(decay) * exact(epoch))
        keep("annealed_rate", course_lib.annealed_rate(rate, epoch, decay), annealed)
        keep("parameter_budget", course_lib.parameter_budget(k + 1, 7.3), (k + 1) / exact(7.3))
        quotient = mpmath.mpf(41) / (k + 1)
        keep("parameters_per_sample", course_lib.parameters_per_sample([3, 8, 1], k + 1), quotient)
        w = W[0, :2]
        slope, _ = course_lib.decision_boundary_line(w, 1.0)
        keep("decision_boundary_line", slope, -exact(w[0]) / exact(w[1]))
        keep("per_example_dZ", course_lib.per_example_dZ(W)[0, 0], 3 * exact(W[0, 0]))
        crossed = course_lib.feature_cross(rng.normal(size=(2, 1)))
        keep("feature_cross", crossed[2, 0], exact(crossed[0, 0]) * exact(crossed[1, 0]))
    crossover = mpmath.acosh(1 + mpmath.sqrt(3))
    keep("tanh_sigmoid_crossover", course_lib.tanh_sigmoid_crossover(), crossover)
    for name, pairs in found.items():
        yield Problem(name, *zip(*pairs, strict=True))


def of_spreads(count: int, rng: np.random.Generator) -> Iterator[Problem]:
    """Features and units of mean 0 and spread 1, far from 0, huge, tiny and constant."""
    m = 8
    x = rng.normal(size=(max(8, count // 20), m))
    x[1::4] *= 1e200
    x[2::4] *= 1e-200
    x[3::4] = x[3::4, :1] * 1e8
    X = exact(x)
    centered = X - X.sum(axis=1, keepdims=True) / m
    # What is subtracted, in units of the spread, is how ill-conditioned the difference is.
    size = abs(X) + abs(X).sum(axis=1, keepdims=True) / m
    variance = (centered**2).sum(axis=1, keepdims=True) / m
    spread = sqrt(np.where(variance == 0, mpmath.mpf(1), variance))
    with np.errstate(all="ignore"):
        theirs = (x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True)
    right = centered / spread
    yield Problem("standardize", course_lib.standardize(x), right, size / spread, theirs)
    ones, spread = np.ones((len(x), 1)), sqrt(variance + exact(1e-5))
    ours = course_lib.batch_norm_forward(x, 2.0 * ones, 0.0 * ones)
    yield Problem("batch_norm_forward", ours, 2 * centered / spread, 2 * size / spread)
    layer = course_lib.BatchNormLayer()
    ours, dA = layer.forward(x), rng.normal(size=x.shape)
    yield Problem("BatchNormLayer", ours, centered / spread, size / spread)
    A, D = centered / spread, exact(dA)
    shift, scale = D.sum(axis=1, keepdims=True) / m, (D * A).sum(axis=1, keepdims=True) / m
    size = abs(D) + abs(D).sum(axis=1, keepdims=True) / m
    size += abs(A) * abs(D * A).sum(axis=1, keepdims=True) / m
    right = (D - shift - A * scale) / spread
    yield Problem("BatchNormLayer.backward", layer.backward(dA), right, size / spread)


def of_saturation(count: int, rng: np.random.Generator) -> Iterator[Problem]:
    """Activation layers, forward and backward, over the whole range."""
    z = rng.permutation(float_range(count, rng))[np.newaxis]
    dA = rng.uniform(0.5, 2.0, z.shape)
    Z, D = exact(z), exact(dA)
    for layer, (forward, slope) in (
        (SigmoidLayer(), ACTIVATIONS["sigmoid"]),
        (TanhLayer(), ACTIVATIONS["tanh"]),
    ):
        name = type(layer).__name__
        yield Problem(name, layer.forward(z), forward(Z))
        yield Problem(f"{name}.backward", layer.backward(dA), D * slope(Z))
    z = columns(3, count, rng)
    dA = rng.uniform(0.5, 2.0, z.shape)
    layer = SoftmaxLayer()
    layer.forward(z)
    P, D = classes(exact(z))[2], exact(dA)
    # dZ_k is P_k times the sum of P_j (dA_k - dA_j), where nothing is subtracted from 1.
    terms = P[:, np.newaxis] * P * (D[:, np.newaxis] - D)
    right, size = terms.sum(axis=1), abs(terms).sum(axis=1)
    yield Problem("SoftmaxLayer.backward", layer.backward(dA), right, size)


def exact_pass(
    W: list[np.ndarray], b: list[np.ndarray], X: np.ndarray, Y: np.ndarray, hidden: str, loss: str
) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Forward and backward pass: each result, and the size of the terms it is the sum of."""
    found, A, depth = {}, exact(X), len(W)
    W, b, Y = [exact(w) for w in W], [exact(c) for c in b], exact(Y)
    inputs = []
    for k in range(depth):
        inputs.append(A)
        Z = W[k] @ A + b[k]
        function, _ = ACTIVATIONS[hidden if k < depth - 1 else "sigmoid"]
        A = classes(Z)[2] if loss == "cross_entropy" and k == depth - 1 else function(Z)
        found[f"Z{k + 1}"], found[f"A{k + 1}"] = (Z, abs(Z)), (A, abs(A))
    if loss == "cross_entropy":
        _, _, P, rest = classes(Z)
        up, down = (1 - Y) * P, Y * rest
    else:
        up, down = (1 - Y) * A, Y * sigmoid(-Z)
    if loss == "squared_error":
        up, down = up * sigmoid_prime(Z), down * sigmoid_prime(Z)
    dZ, size = (up - down) / Y.shape[1], (up + down) / Y.shape[1]
    for k in reversed(range(depth)):
        n = k + 1
        found[f"dZ{n}"] = dZ, size
        found[f"dW{n}"] = dZ @ inputs[k].T, size @ abs(inputs[k]).T
        found[f"db{n}"] = dZ.sum(axis=1, keepdims=True), size.sum(axis=1, keepdims=True)
        if k:
            dA, size = W[k].T @ dZ, abs(W[k]).T @ size
            found[f"dA{k}"] = dA, size
            slope = ACTIVATIONS[hidden][1](found[f"Z{k}"][0])
            dZ, size = dA * slope, size * slope
    return found


def of_networks(count: int, rng: np.random.Generator) -> Iterator[Problem]:
    """Passes and training steps of small networks whose sums are of one sign."""
    found: dict[str, list[tuple[Any, Any, Any]]] = {}

    def keep(name: str, ours: Any, pair: tuple[np.ndarray, np.ndarray]) -> None:
        triples = zip(np.ravel(ours), np.ravel(pair[0]), np.ravel(pair[1]), strict=True)
        found.setdefault(name, []).extend(triples)

    for k in range(max(20, count // 50)):
        hidden = ("sigmoid", "tanh")[k % 2]
        for loss in ("bce", "squared_error", "cross_entropy"):
            outputs = 2 if loss == "cross_entropy" else 1
            W = [rng.uniform(0.0, 0.6, (3, 4)), rng.uniform(0.0, 0.6, (outputs, 3))]
            b = [rng.uniform(0.0, 0.6, (len(w), 1)) for w in W]
            X = rng.uniform(0.0, 1.0, (4, 5))
            Y = course_lib.one_hot(rng.integers(0, 2, 5), 2)[-outputs:]
            _keep_a_network(keep, W, b, X, Y, hidden, loss)
    for name, triples in found.items():
        yield Problem(name, *zip(*triples, strict=True))


def _keep_a_network(keep, W, b, X, Y, hidden, loss) -> None:
    """Compare everything that runs one network."""
    right = exact_pass(W, b, X, Y, hidden, loss)
    params = {"W1": W[0], "b1": b[0], "W2": W[1], "b2": b[1]}
    words = [hidden, "softmax" if loss == "cross_entropy" else "sigmoid"]
    keep("linear_forward", course_lib.linear_forward(W[0], X, b[0]), right["Z1"])
    keep("neuron", course_lib.neuron(W[0][0], X[:, 0], b[0][0, 0]), _one(sigmoid, right["Z1"]))
    stack = course_lib.linear_stack(W)
    keep("linear_stack", stack, (exact(W[1]) @ exact(W[0]),) * 2)
    cache = course_lib.l_layer_forward(params, X, words)
    grads = course_lib.l_layer_backward(params, cache, X, Y, words, loss)
    for name, value in {**cache, **grads}.items():
        keep(f"l_layer_{'backward' if name in grads else 'forward'}, {loss}", value, right[name])
    norms = [mpmath.sqrt((right[f"dZ{k}"][0] ** 2).sum()) for k in (1, 2)]
    if loss == "bce":
        found = course_lib.gradient_norms(params, X, Y, words)
        keep("gradient_norms", found, (np.array(norms),) * 2)
    if loss != "cross_entropy":
        cache = course_lib.two_layer_forward(params, X, hidden)
        grads = course_lib.two_layer_backward(params, cache, X, Y, loss, hidden)
        for name, value in {**cache, **grads}.items():
            word = "backward" if name in grads else "forward"
            keep(f"two_layer_{word}, {loss}", value, right[name])
        _keep_a_neuron(keep, W[0][:1], b[0][:1], X, Y, loss)
    if loss == "bce" and hidden == "sigmoid":
        rows = course_lib.rows_backward(course_lib.to_rows(params), X.T, Y.T)
        for name, value in rows.items():
            keep("rows_backward", value.T, right[name])
    _keep_layers(keep, params, X, Y, hidden, loss, right)


def _one(function, pair):
    value = function(pair[0][:1, :1])
    return value, abs(value)


def _keep_a_neuron(keep, W, b, X, Y, loss) -> None:
    right = exact_pass([W], [b], X, Y, "sigmoid", loss)
    for function in (course_lib.logistic_gradients, course_lib.gradients_by_loop):
        found = function(W, b, X, Y, loss)
        for name in ("dZ", "dW", "db"):
            keep(f"{function.__name__}, {loss}", found[name], right[f"{name}1"])
    trained, _ = course_lib.train_logistic(X, Y, W, b, 0.5, 1, loss)
    keep(f"train_logistic, {loss}", trained["W"], _stepped(W, 0.5, right["dW1"]))


def _stepped(W, rate, pair):
    return exact(W) - exact(rate) * pair[0], abs(exact(W)) + exact(rate) * pair[1]


def _keep_layers(keep, params, X, Y, hidden, loss, right) -> None:
    """Compare the layers, one training step and the update of parameters."""
    bends = {"sigmoid": SigmoidLayer, "tanh": TanhLayer}
    linear = [LinearLayer(4, 3), LinearLayer(3, len(Y))]
    for k, layer in enumerate(linear, start=1):
        layer.params = {"W": params[f"W{k}"], "b": params[f"b{k}"]}
    last = SoftmaxLayer() if loss == "cross_entropy" else SigmoidLayer()
    Z = linear[0].forward(X)
    keep("LinearLayer", Z, right["Z1"])
    linear[0].backward(np.ones_like(Z))
    sums = exact(np.ones_like(Z)) @ exact(X).T
    keep("LinearLayer.backward", linear[0].grads["dW"], (sums, sums))
    network = Network([linear[0], bends[hidden](), linear[1], last])
    course_lib.train(network, X, Y, 0.5, 1, loss)
    keep(f"train, {loss}", linear[0].params["W"], _stepped(params["W1"], 0.5, right["dW1"]))
    for name, value in {"dW2": linear[1].grads["dW"], "db1": linear[0].grads["db"]}.items():
        keep(f"train, gradients, {loss}", value, right[name])
    grads = {f"d{name}": np.array(right[f"d{name}"][0], float) for name in params}
    moved = course_lib.gradient_descent_update(params, grads, 0.5)
    pair = exact(grads["dW1"]), abs(exact(grads["dW1"]))
    keep("gradient_descent_update", moved["W1"], _stepped(params["W1"], 0.5, pair))


# ------------------------------------------------------------------ the table


def ulp_error(got: float, right: mpmath.mpf) -> float:
    """Distance in units in the last place of the exact value."""
    if not math.isfinite(got):
        return math.inf
    return float(abs(mpmath.mpf(float(got)) - right) / mpmath.mpf(math.ulp(float(right))))


def row(problem: Problem) -> Row:
    """Compare with the exact values; set apart what is ill-conditioned."""
    right = np.ravel(np.array(problem.exact, dtype=object))
    ours = np.ravel(problem.ours)
    size = np.abs(right) if problem.size is None else np.ravel(np.array(problem.size, dtype=object))
    normal = [k for k, value in enumerate(right) if TINY <= abs(value) <= MAX]
    ill = {k for k in normal if size[k] > WELL_CONDITIONED * abs(right[k])}
    counted = [k for k in normal if k not in ill]
    theirs = None if problem.scipy is None else np.ravel(problem.scipy)
    return Row(
        problem.name,
        max((ulp_error(ours[k], right[k]) for k in counted), default=math.nan),
        None if theirs is None else max(ulp_error(theirs[k], right[k]) for k in counted),
        len(counted),
        len(ill),
        max((ulp_error(ours[k], right[k]) for k in ill), default=0.0),
    )


TO_CHECK = set(course_lib.__all__) - EXACT - APPROXIMATE - set(WITHIN)


def problems(count: int, seed: int = 0, n_classes: Sequence[int] = CLASSES) -> Iterator[Problem]:
    """Every function on about `count` numbers of each kind, one after another."""
    rng = np.random.default_rng(seed)
    yield from of_elements(count, rng)
    yield from of_classes(count, rng, n_classes)
    for group in (of_costs, of_spreads, of_saturation, of_networks):
        yield from group(count, rng)


NOTE = f"""
Set apart, and said in the last two columns: results that are sums of terms more than
{WELL_CONDITIONED:g} times as large as they are. A rounding of such a term is worth many ulp of the
result, whatever is computed. They are
  logsumexp                  where it is near 0 beside the logits
  gradients with soft labels where p is near y
  standardize, batch norm    entries near the mean, features far from 0
  SoftmaxLayer.backward      where what arrives is nearly the same for all classes
  sums of a network          where gradients of both signs meet
A pass through a network is a chain of some ten roundings, and may be off by 8 ulp.
Subnormal results are left out. An exact 0 is counted nowhere: the tests look at those."""


def main() -> None:
    """Print the table."""
    titles = ("ours", "scipy", "results", "set apart", "ours there")
    print(f"{'largest error in ulp':46}" + "".join(f"{title:>12}" for title in titles))
    for one in map(row, problems(count=2000)):
        theirs = "-" if one.scipy is None else f"{one.scipy:.4g}"
        there = f"{one.ours_ill:.4g}" if one.ill else "-"
        cells = (f"{one.ours:.2f}", theirs, one.counted, one.ill, there)
        print(f"{one.name:46}" + "".join(f"{cell:>12}" for cell in cells))
    print(NOTE)


if __name__ == "__main__":
    main()
