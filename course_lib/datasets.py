"""Data to learn from: logic gates, seeded synthetic sets, two real sets of scikit-learn.

Columns are examples: `X` has shape (n, m), labels `Y` have shape (1, m). The same seed
gives the same data. Nothing is downloaded.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_lib._validation import (
    FloatArray,
    as_count,
    as_fraction,
    as_matrix,
    as_number,
    as_size,
    require_finite,
    require_option,
    require_shape,
)

__all__ = [
    "blobs",
    "breast_cancer",
    "circles",
    "digits",
    "gate",
    "moons",
    "noisy_xor",
    "spirals",
    "split",
    "standardize",
]

Data = tuple[FloatArray, FloatArray]

_GATES = {"or": (0, 1, 1, 1), "and": (0, 0, 0, 1), "xor": (0, 1, 1, 0)}


def gate(name: str) -> Data:
    """
    Truth table of a logic gate as a data set of four examples.

    Parameters
    ----------
    name : {"or", "and", "xor"}
        The gate.

    Returns
    -------
    X : ndarray of shape (2, 4)
        Inputs, one column an example, in the order 00, 01, 10, 11.
    Y : ndarray of shape (1, 4)
        Outputs, 0 or 1.

    Raises
    ------
    ValueError
        If the gate is unknown.

    Notes
    -----
    Document 000, lines 72 and 231; document 004, lines 134, 713 and 1127.

    Examples
    --------
    >>> X, Y = gate("xor")
    >>> X
    array([[0., 0., 1., 1.],
           [0., 1., 0., 1.]])
    >>> Y
    array([[0., 1., 1., 0.]])
    """
    require_option("name", name, _GATES)
    X = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
    return X, np.array([_GATES[name]], dtype=float)


def _halves(m: int) -> FloatArray:
    """Labels (1, m): the first half 0, the rest 1."""
    m = as_count("m", m, minimum=2)
    return np.where(np.arange(m) < m // 2, 0.0, 1.0)[np.newaxis]


def _seeded(seed: int) -> np.random.Generator:
    """Start a generator."""
    return np.random.default_rng(as_count("seed", seed))


def _shuffled(X: FloatArray, Y: FloatArray, noise: float, rng: np.random.Generator) -> Data:
    """Add noise to every coordinate and mix the classes."""
    order = rng.permutation(X.shape[1])
    with np.errstate(over="ignore"):
        return (X + noise * rng.standard_normal(X.shape))[:, order], Y[:, order]


def blobs(m: int = 200, distance: float = 3.0, noise: float = 1.0, seed: int = 0) -> Data:
    """
    Two round clouds in the plane, parted by a line but for their overlap.

    Parameters
    ----------
    m : int, default=200
        Number of examples, at least 2.
    distance : float, default=3.0
        Distance between the centers.
    noise : float, default=1.0
        Standard deviation of each coordinate.
    seed : int, default=0
        The same seed gives the same data.

    Returns
    -------
    X : ndarray of shape (2, m)
        Points, one column an example, dimensionless.
    Y : ndarray of shape (1, m)
        Labels 0 (lower left) and 1 (upper right), half of each.

    Raises
    ------
    ValueError
        If `m` is below 2 or `noise` is negative.

    Examples
    --------
    >>> X, Y = blobs(m=6)
    >>> X.shape, Y.sum()
    ((2, 6), np.float64(3.0))
    """
    Y, noise = _halves(m), as_size("noise", noise)
    center = as_number("distance", distance) / np.sqrt(8.0)
    X = np.vstack([2.0 * Y - 1.0] * 2) * center
    return _shuffled(X, Y, noise, _seeded(seed))


def circles(m: int = 200, ratio: float = 0.5, noise: float = 0.08, seed: int = 0) -> Data:
    """
    A ring of label 1 inside a ring of label 0.

    Parameters
    ----------
    m : int, default=200
        Number of examples, at least 2.
    ratio : float, default=0.5
        Radius of the inner ring; the outer one has radius 1.
    noise : float, default=0.08
        Standard deviation of each coordinate.
    seed : int, default=0
        The same seed gives the same data.

    Returns
    -------
    X : ndarray of shape (2, m)
        Points, one column an example, dimensionless.
    Y : ndarray of shape (1, m)
        Labels 0 and 1, half of each.

    Raises
    ------
    ValueError
        If `m` is below 2, `noise` is negative or `ratio` is not between 0 and 1.

    Examples
    --------
    >>> X, Y = circles(m=8, noise=0.0)
    >>> np.unique(np.hypot(*X).round(6))
    array([0.5, 1. ])
    """
    Y, noise, ratio = _halves(m), as_size("noise", noise), as_fraction("ratio", ratio)
    rng = _seeded(seed)
    angle = rng.uniform(0.0, 2.0 * np.pi, Y.size)
    X = np.where(Y == 1.0, ratio, 1.0) * np.vstack([np.cos(angle), np.sin(angle)])
    return _shuffled(X, Y, noise, rng)


def moons(m: int = 200, noise: float = 0.1, seed: int = 0) -> Data:
    """
    Two half circles that reach into each other.

    Parameters
    ----------
    m : int, default=200
        Number of examples, at least 2.
    noise : float, default=0.1
        Standard deviation of each coordinate.
    seed : int, default=0
        The same seed gives the same data.

    Returns
    -------
    X : ndarray of shape (2, m)
        Points, one column an example, dimensionless.
    Y : ndarray of shape (1, m)
        Labels 0 (upper half circle) and 1 (lower one), half of each.

    Raises
    ------
    ValueError
        If `m` is below 2 or `noise` is negative.

    Examples
    --------
    >>> X, Y = moons(m=8, noise=0.0)
    >>> X[1, Y[0] == 0].min() >= 0
    np.True_
    """
    Y, noise = _halves(m), as_size("noise", noise)
    rng = _seeded(seed)
    angle = rng.uniform(0.0, np.pi, Y.size)
    upper = np.vstack([np.cos(angle), np.sin(angle)])
    X = np.where(Y == 1.0, [[1.0], [0.5]] - upper, upper)
    return _shuffled(X, Y, noise, rng)


def spirals(m: int = 200, turns: float = 1.5, noise: float = 0.02, seed: int = 0) -> Data:
    """
    Two arms wound around each other: hard for a small network.

    Parameters
    ----------
    m : int, default=200
        Number of examples, at least 2.
    turns : float, default=1.5
        How often an arm goes around.
    noise : float, default=0.02
        Standard deviation of each coordinate.
    seed : int, default=0
        The same seed gives the same data.

    Returns
    -------
    X : ndarray of shape (2, m)
        Points inside the unit circle but for noise, one column an example, dimensionless.
    Y : ndarray of shape (1, m)
        Labels 0 and 1, half of each; the arms are turned by half a circle.

    Raises
    ------
    ValueError
        If `m` is below 2 or `noise` is negative.

    Examples
    --------
    >>> X, Y = spirals(m=100, noise=0.0)
    >>> np.hypot(*X).max() <= 1
    np.True_
    """
    Y, noise, turns = _halves(m), as_size("noise", noise), as_number("turns", turns)
    rng = _seeded(seed)
    if abs(turns) > 1e6:
        raise ValueError(f"turns must be at most a million, got {turns:g}")
    radius = np.sqrt(rng.uniform(0.01, 1.0, Y.size))
    angle = 2.0 * np.pi * turns * radius + np.pi * Y[0]
    return _shuffled(radius * np.vstack([np.cos(angle), np.sin(angle)]), Y, noise, rng)


def noisy_xor(m: int = 200, noise: float = 0.15, seed: int = 0) -> Data:
    """
    Points around the four corners of the XOR table.

    Parameters
    ----------
    m : int, default=200
        Number of examples, at least 2.
    noise : float, default=0.15
        Standard deviation of each coordinate.
    seed : int, default=0
        The same seed gives the same data.

    Returns
    -------
    X : ndarray of shape (2, m)
        Points, one column an example, dimensionless.
    Y : ndarray of shape (1, m)
        Label of the corner, 0 or 1.

    Raises
    ------
    ValueError
        If `m` is below 2 or `noise` is negative.

    Examples
    --------
    >>> X, Y = noisy_xor(m=4, noise=0.0)
    >>> bool((Y == (X[:1] != X[1:])).all())
    True
    """
    m, noise = as_count("m", m, minimum=2), as_size("noise", noise)
    corners, labels = gate("xor")
    corner = np.arange(m) % 4
    return _shuffled(corners[:, corner], labels[:, corner], noise, _seeded(seed))


def _centered(X: FloatArray) -> tuple[FloatArray, FloatArray, NDArray[np.int32]]:
    """
    Rows around their mean and their standard deviations in units of 2**exponent; exponents.

    Nothing overflows in these units. A row that never changes becomes exactly 0, because
    its first entry is subtracted before the mean is formed.
    """
    _, exponent = np.frexp(np.abs(X).max(axis=1, keepdims=True))
    exponent = np.maximum(exponent, -1000)  # so that 2**-exponent is a float
    scaled = np.ldexp(X, -exponent)
    centered = scaled - scaled[:, :1]
    centered -= centered.mean(axis=1, keepdims=True)
    return centered, np.sqrt(np.mean(np.square(centered), axis=1, keepdims=True)), exponent


def standardize(X: ArrayLike) -> FloatArray:
    """
    Shift and scale each feature to mean 0 and standard deviation 1.

    Parameters
    ----------
    X : array_like of shape (n, m)
        Data, one column an example.

    Returns
    -------
    ndarray of shape (n, m)
        Standardized data, dimensionless; a feature that never changes becomes 0.

    Raises
    ------
    ValueError
        If `X` is not a matrix or not finite.

    Examples
    --------
    >>> standardize([[1, 3], [5, 5]])
    array([[-1.,  1.],
           [ 0.,  0.]])
    """
    X = as_matrix("X", X)
    require_finite("X", X)
    centered, spread, _ = _centered(X)
    return centered / np.where(spread > 0.0, spread, 1.0)


def split(
    X: ArrayLike, Y: ArrayLike, test_fraction: float = 0.25, seed: int = 0
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """
    Part the examples at random into a training and a test set.

    Parameters
    ----------
    X : array_like of shape (n, m)
        Data, one column an example.
    Y : array_like of shape (n_out, m)
        Labels of the same examples.
    test_fraction : float, default=0.25
        Share of the examples kept for the test, between 0 and 1.
    seed : int, default=0
        The same seed gives the same parts.

    Returns
    -------
    X_train, Y_train, X_test, Y_test : ndarray
        Columns kept in pairs; both parts hold at least one example.

    Raises
    ------
    ValueError
        If `X` and `Y` differ in m, m is below 2 or the fraction is not between 0 and 1.

    Examples
    --------
    >>> X, Y = blobs(m=8)
    >>> [part.shape[1] for part in split(X, Y)]
    [6, 6, 2, 2]
    """
    X, Y = as_matrix("X", X), as_matrix("Y", Y, "(n_out, m)")
    m = X.shape[1]
    require_shape("Y", Y, (Y.shape[0], m), "(n_out, m)")
    fraction = as_fraction("test_fraction", test_fraction)
    if m < 2:
        raise ValueError(f"X must hold at least 2 examples, got {m}")
    held_out = min(max(round(fraction * m), 1), m - 1)
    order = _seeded(seed).permutation(m)
    test, train = order[:held_out], order[held_out:]
    return X[:, train], Y[:, train], X[:, test], Y[:, test]


def _sklearn_datasets() -> ModuleType:
    """Import scikit-learn's data sets, or say how to get them."""
    try:
        from sklearn import datasets
    except ImportError:
        raise ImportError(
            "this data set comes with scikit-learn, which is not installed: "
            "run `pip install scikit-learn`"
        ) from None
    return datasets


def breast_cancer() -> Data:
    """
    Breast cancer Wisconsin (diagnostic): 569 tumors, 30 measurements each.

    Returns
    -------
    X : ndarray of shape (30, 569)
        Measurements in the units of the set; `standardize` them before training.
    Y : ndarray of shape (1, 569)
        1 for malignant (the class of interest, 212 tumors), 0 for benign.

    Raises
    ------
    ImportError
        If scikit-learn is not installed.

    Notes
    -----
    Bundled with scikit-learn, which codes the classes the other way around.

    Examples
    --------
    >>> X, Y = breast_cancer()
    >>> X.shape, int(Y.sum())
    ((30, 569), 212)
    """
    bunch: Any = _sklearn_datasets().load_breast_cancer()
    return np.ascontiguousarray(bunch.data.T), 1.0 - bunch.target[np.newaxis]


def digits() -> tuple[FloatArray, NDArray[np.int64]]:
    """
    Handwritten digits: 1797 images of 8 by 8 pixels.

    Returns
    -------
    X : ndarray of shape (64, 1797)
        Gray levels from 0 to 1, one column an image, row by row.
    labels : ndarray of int64, shape (1797,)
        The digits 0 to 9.

    Raises
    ------
    ImportError
        If scikit-learn is not installed.

    Notes
    -----
    Bundled with scikit-learn, with gray levels from 0 to 16.

    Examples
    --------
    >>> X, labels = digits()
    >>> X.shape, X.max(), labels[:5]
    ((64, 1797), np.float64(1.0), array([0, 1, 2, 3, 4]))
    """
    bunch: Any = _sklearn_datasets().load_digits()
    return np.ascontiguousarray(bunch.data.T) / 16.0, bunch.target.astype(np.int64)
