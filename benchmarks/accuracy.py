"""
Largest error of the stable functions against mpmath, beside scipy's.

Run ``python benchmarks/accuracy.py``. Errors are in units in the last place (ulp) of the
exact result. Counted are results that are normal numbers of problems that are well
conditioned; the last columns say how many were not, and how large the error is there.
"""

import math
from dataclasses import dataclass

import mpmath
import numpy as np
import scipy.special

import course_lib

mpmath.mp.prec = 2400  # enough for 1 + e^-745 and for sums of 1e308 and 1
TINY, MAX = np.finfo(float).tiny, np.finfo(float).max
WELL_CONDITIONED = 4.0  # relative change of the result per relative change of the input


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    ours: float
    scipy: float | None
    counted: int
    ill: int
    ours_ill: float


def ulp_error(got: float, exact: mpmath.mpf) -> float:
    """Distance in units in the last place of the exact value."""
    unit = math.ulp(float(exact))
    return float(abs(mpmath.mpf(float(got)) - exact) / mpmath.mpf(unit))


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


def columns(count: int, rng: np.random.Generator) -> np.ndarray:
    """Logit vectors of three classes: near, far apart, huge, tiny, and shifted far away."""
    near = rng.normal(0.0, 1.0, (3, count))
    far = rng.uniform(-700.0, 700.0, (3, count))
    wide = float_range(count, rng)[: 3 * (count // 3)].reshape(3, -1)
    shifted = rng.uniform(-50.0, 50.0, (3, count)) + rng.choice([-1e6, 1e3, 1e12], count)
    return np.hstack([near, far, wide, shifted])


def _sigmoid(z: mpmath.mpf) -> mpmath.mpf:
    return 1 / (1 + _exp(-z))


def _exp(z: mpmath.mpf) -> mpmath.mpf:
    """Exponential; below e^-3000 nothing in a float result can change."""
    if z > 3000:
        return mpmath.exp(3000)
    return mpmath.exp(z) if z > -3000 else mpmath.mpf(0)


def _sigmoid_prime(z: mpmath.mpf) -> mpmath.mpf:
    e = _exp(-abs(z))
    return e / (1 + e) ** 2


def _bce(y: float, p: mpmath.mpf) -> mpmath.mpf:
    return -mpmath.log(p) if y == 1 else -mpmath.log(1 - p)


def _bce_from_logits(y: float, z: mpmath.mpf) -> mpmath.mpf:
    z = -z if y == 1 else z
    return max(z, mpmath.mpf(0)) + mpmath.log1p(_exp(-abs(z)))


def _tails(column: list) -> tuple[mpmath.mpf, mpmath.mpf]:
    """Largest logit, and log of the sum of e^(z - largest)."""
    top = max(column)
    rest = sorted(column)[:-1]
    return top, mpmath.log1p(sum(_exp(z - top) for z in rest))


def _element_rows(count: int, rng: np.random.Generator) -> list[Row]:
    z, p = float_range(count, rng), probabilities(count, rng)
    y_z, y_p = rng.choice([0.0, 1.0], z.size), rng.choice([0.0, 1.0], p.size)
    sign = 1.0 - 2.0 * y_z
    special = scipy.special
    return [
        _row(
            "sigmoid", course_lib.sigmoid(z), special.expit(z), [_sigmoid(mpmath.mpf(v)) for v in z]
        ),
        _row(
            "sigmoid_prime",
            course_lib.sigmoid_prime(z),
            special.expit(z) * special.expit(-z),
            [_sigmoid_prime(mpmath.mpf(v)) for v in z],
        ),
        _row(
            "tanh_prime",
            course_lib.tanh_prime(z),
            None,
            [4 * _sigmoid_prime(2 * mpmath.mpf(v)) for v in z],
        ),
        _row(
            "bce",
            course_lib.bce(y_p, p),
            -(special.xlogy(y_p, p) + special.xlog1py(1.0 - y_p, -p)),
            [_bce(y, mpmath.mpf(v)) for y, v in zip(y_p, p, strict=True)],
        ),
        _row(
            "bce_from_logits",
            course_lib.bce_from_logits(y_z, z),
            -special.log_expit(-sign * z),
            [_bce_from_logits(y, mpmath.mpf(v)) for y, v in zip(y_z, z, strict=True)],
        ),
    ]


def _class_rows(count: int, rng: np.random.Generator) -> list[Row]:
    Z = columns(count, rng)
    labels = rng.integers(0, 3, Z.shape[1])
    Y = course_lib.one_hot(labels, 3)
    exact = [[mpmath.mpf(v) for v in column] for column in Z.T]
    tails = [_tails(column) for column in exact]
    totals = [top + tail for top, tail in tails]
    softmaxes = [
        [_exp(v - top) / mpmath.exp(tail) for v in column]
        for column, (top, tail) in zip(exact, tails, strict=True)
    ]
    losses = [
        (top - column[k]) + tail
        for column, k, (top, tail) in zip(exact, labels, tails, strict=True)
    ]
    # How much the result changes, relatively, when every logit changes relatively by 1.
    conditions = [
        float(sum(q * abs(v) for q, v in zip(P, column, strict=True)) / abs(total))
        if total
        else np.inf
        for P, column, total in zip(softmaxes, exact, totals, strict=True)
    ]
    with np.errstate(over="ignore", invalid="ignore"):
        their_softmax = scipy.special.softmax(Z, axis=0)
        their_total = scipy.special.logsumexp(Z, axis=0)
        their_loss = -(scipy.special.log_softmax(Z, axis=0) * Y).sum(axis=0)
    return [
        _row(
            "softmax",
            course_lib.softmax(Z).T.ravel(),
            their_softmax.T.ravel(),
            [q for P in softmaxes for q in P],
        ),
        _row("logsumexp", course_lib.logsumexp(Z), their_total, totals, conditions),
        _row(
            "cross_entropy_from_logits",
            course_lib.cross_entropy_from_logits(Y, Z),
            their_loss,
            losses,
        ),
    ]


def _row(
    name: str,
    ours: np.ndarray,
    theirs: np.ndarray | None,
    exact: list,
    conditions: list[float] | None = None,
) -> Row:
    """Compare both with the exact values; set apart what is ill-conditioned."""
    normal = [i for i, value in enumerate(exact) if TINY <= abs(value) <= MAX]
    ill = [i for i in normal if conditions and conditions[i] > WELL_CONDITIONED]
    counted = sorted(set(normal) - set(ill))
    return Row(
        name,
        max(ulp_error(ours[i], exact[i]) for i in counted),
        None if theirs is None else max(_finite_error(theirs[i], exact[i]) for i in counted),
        len(counted),
        len(ill),
        max((ulp_error(ours[i], exact[i]) for i in ill), default=0.0),
    )


def _finite_error(got: float, exact: mpmath.mpf) -> float:
    return ulp_error(got, exact) if np.isfinite(got) else np.inf


def accuracy_table(count: int = 2000, seed: int = 0) -> list[Row]:
    """One row a function, from about `count` numbers of each kind."""
    rng = np.random.default_rng(seed)
    return [*_element_rows(count, rng), *_class_rows(count, rng)]


NOTE = f"""
Set apart: logsumexp where its value is near 0 beside the logits (condition number above
{WELL_CONDITIONED:g}), so that one rounding of the largest logit is worth many ulp of the result.
Subnormal results are left out."""


def main() -> None:
    """Print the table."""
    titles = ("ours", "scipy", "results", "set apart", "ours there")
    print(f"{'largest error in ulp':28}" + "".join(f"{title:>12}" for title in titles))
    for row in accuracy_table():
        theirs = "-" if row.scipy is None else f"{row.scipy:.4g}"
        there = f"{row.ours_ill:.4g}" if row.ill else "-"
        cells = (f"{row.ours:.2f}", theirs, row.counted, row.ill, there)
        print(f"{row.name:28}" + "".join(f"{cell:>12}" for cell in cells))
    print(NOTE)


if __name__ == "__main__":
    main()
