"""Exercise ``spectral_norm``."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from course_lib.checks.exercises._shared import logits, matrix, printed, shape_of, size
from course_lib.checks.model import Alternative, Case, Exercise, Mistake, case
from course_lib.gradient_flow import spectral_norm


def hidden(rng: Generator) -> Iterator[Case]:
    n = size(rng, 3, 5)
    yield case("a square matrix", logits(rng, n, n))
    yield case("more units than inputs", logits(rng, n + 2, n))
    yield case("more inputs than units", logits(rng, n, n + 3))
    yield case("one column", logits(rng, n + 1, 1))
    yield case("one row", logits(rng, 1, n + 1))
    yield case("a single weight", logits(rng, 1, 1))
    diagonal = np.array([1.0, -3.0, 2.0]) * rng.uniform(1.0, 2.0)
    yield case("a diagonal with a negative entry", np.diag(diagonal))
    yield case("a rotation", rotation(float(rng.uniform(0.3, 1.2))))
    yield case("small entries", 1e-3 * logits(rng, n, n + 1))
    yield case("whole numbers", rng.integers(-5, 6, (n, n + 1)) + 6 * np.eye(n, n + 1, dtype=int))


def rotation(angle: float) -> np.ndarray:
    """Turn the plane by an angle: no vector changes its length."""
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s], [s, c]])


def by_power_iteration(W):
    v = np.linspace(1.0, 2.0, W.shape[1])
    for _ in range(3000):
        v = W.T @ (W @ v)
        v = v / np.sqrt(v @ v)
    return np.linalg.norm(W @ v)


def inputs(rng: Generator) -> tuple:
    return (matrix(rng, *shape_of(rng)),)


def few_steps(start, steps=3):
    """Make a power iteration that stops too early."""

    def function(W):
        v = start(W.shape[1])
        for _ in range(steps):
            v = W.T @ (W @ v)
            v = v / (np.linalg.norm(v) or 1.0)
        return np.linalg.norm(W @ v)

    return function


EXERCISE = Exercise(
    name="spectral_norm",
    chapter="gradient_flow",
    equation="spectral-norm",
    quantity="the spectral norm",
    reference=spectral_norm,
    visible=(
        case("a stretch by 3 and by -5", np.array([[3.0, 0.0], [0.0, -5.0]])),
        case("a shear", np.array([[1.0, 2.0], [0.0, 1.0]])),
        case("two units, three inputs", np.array([[0.1, 0.6, -0.2], [0.4, -0.3, 0.5]])),
        case("one unit", np.array([[3.0, 4.0]])),
        case("a column of whole numbers", np.array([[3], [-4]])),
        case("a single weight", np.array([[-3.0]])),
        case("a square matrix", np.array([[2.0, -1.0, 0.5], [0.0, 1.5, 1.0], [-1.0, 0.5, 3.0]])),
    ),
    hidden=hidden,
    inputs=inputs,
    mistakes=(
        Mistake(
            "frobenius-norm",
            lambda W: np.linalg.norm(W),
            "You took the Frobenius norm: the root of the sum of all squares.",
            "np.linalg.norm needs a second argument, 2, for the largest singular value.",
        ),
        Mistake(
            "largest-entry",
            lambda W: np.abs(W).max(),
            "You took the largest entry.",
            "The norm is about vectors: how long can W @ v be for a v of length 1?",
        ),
        Mistake(
            "largest-row-sum",
            lambda W: np.linalg.norm(W, np.inf),
            "You took the largest sum of absolute values in a row.",
            "That is the infinity norm. Take the largest singular value.",
        ),
        Mistake(
            "largest-column-sum",
            lambda W: np.linalg.norm(W, 1),
            "You took the largest sum of absolute values in a column.",
            "That is the 1-norm. Take the largest singular value.",
        ),
        Mistake(
            "longest-row",
            lambda W: np.sqrt(np.sum(W**2, axis=1)).max(),
            "You took the length of the longest row.",
            "Several rows can pull together: take the largest singular value.",
        ),
        Mistake(
            "smallest-singular-value",
            lambda W: np.linalg.svd(W, compute_uv=False)[-1],
            "You took the smallest singular value.",
            "Singular values come in falling order: take the first.",
        ),
        Mistake(
            "eigenvalue",
            lambda W: np.abs(np.linalg.eigvals(W)).max(),
            "You took the largest eigenvalue of W.",
            "Take a singular value: the root of an eigenvalue of W.T @ W.",
        ),
        Mistake(
            "root-missing",
            lambda W: np.linalg.eigvalsh(W @ W.T)[-1],
            "You took an eigenvalue of W.T @ W without the square root.",
            "The eigenvalues of W.T @ W are squares of the singular values.",
        ),
        Mistake(
            "sum-of-singular-values",
            lambda W: np.linalg.norm(W, "nuc"),
            "You added the singular values.",
            "Only the largest one counts.",
        ),
        Mistake(
            "all-singular-values",
            lambda W: np.linalg.svd(W, compute_uv=False),
            "You returned all singular values.",
            "Return the largest one alone.",
        ),
        Mistake(
            "longest-column",
            lambda W: np.sqrt(np.sum(W**2, axis=0)).max(),
            "You took the length of the longest column.",
            "That is how far the axes are stretched; another direction may be stretched further.",
        ),
        Mistake(
            "condition-number",
            lambda W: np.divide(*np.linalg.svd(W, compute_uv=False)[[0, -1]]),
            "You divided the largest singular value by the smallest.",
            "The largest singular value alone is asked for.",
        ),
        Mistake(
            "determinant",
            lambda W: abs(np.linalg.det(W)),
            "You took the determinant.",
            "That is how areas are stretched. The largest singular value is asked for.",
        ),
        Mistake(
            "one-direction-only",
            lambda W: np.linalg.norm(W @ np.ones(W.shape[1])) / np.sqrt(W.shape[1]),
            "You tried one direction only.",
            "The largest stretch over all directions is the largest singular value.",
        ),
        Mistake(
            "transpose-missing",
            lambda W: np.sqrt(np.abs(np.linalg.eigvals(W @ W)).max()),
            "You multiplied W by itself.",
            "The singular values are the roots of the eigenvalues of W.T @ W.",
        ),
        Mistake(
            "three-power-steps",
            few_steps(np.ones),
            "Your power iteration stops after a few steps.",
            "Go on until it has settled, or use np.linalg.norm(W, 2).",
        ),
        Mistake(
            "left-vectors",
            lambda W: np.linalg.svd(W)[0],
            "You returned U: np.linalg.svd gives U, the singular values, and V.",
            "Take the largest singular value: [1][0], or compute_uv=False.",
        ),
        Mistake(
            "largest-entry-of-u",
            lambda W: np.max(np.linalg.svd(W)[0]),
            "You took the largest entry of U: np.linalg.svd gives U, the singular values, and V.",
            "Take the largest singular value: [1][0].",
        ),
        Mistake(
            "sum-of-all-entries",
            lambda W: np.abs(W).sum(),
            "You summed the absolute values of all entries.",
            "Take the largest singular value.",
        ),
        Mistake(
            "mean-singular-value",
            lambda W: np.linalg.svd(W, compute_uv=False).mean(),
            "You took the mean of the singular values.",
            "Take the largest.",
        ),
        Mistake(
            "longest-column-squared",
            lambda W: np.sum(W**2, axis=0).max(),
            "You took the squared length of the longest column.",
            "Take the largest singular value.",
        ),
        Mistake(
            "trace",
            lambda W: abs(np.trace(W)),
            "You took the trace.",
            "Take the largest singular value.",
        ),
    ),
    alternatives=(
        Alternative("norm of order 2", lambda W: np.linalg.norm(W, 2)),
        Alternative("first singular value", lambda W: np.linalg.svd(W)[1][0]),
        Alternative(
            "largest of them", lambda W: float(max(np.linalg.svd(W, compute_uv=False).tolist()))
        ),
        Alternative("eigenvalue of W.T @ W", lambda W: np.linalg.eigvalsh(W.T @ W).max() ** 0.5),
        Alternative("power iteration", by_power_iteration),
        Alternative("transposed, printed", lambda W: printed(np.linalg.norm(W.T, ord=2))),
    ),
)
