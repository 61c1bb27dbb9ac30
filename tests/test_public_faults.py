"""Numeric faults that other libraries had, or have: what this one answers to the same input.

Each row names the thread, calls the function here that does the same work, and holds the right
value to 50 digits, computed with mpmath from the formula and not from any library.
"""

import math

import mpmath
import numpy as np
import pytest

from course_lib import (
    SigmoidLayer,
    TanhLayer,
    batch_norm_forward,
    bce,
    bce_cost_from_logits,
    bce_from_logits,
    bce_grad,
    clip_gradients,
    cross_entropy_from_logits,
    logsumexp,
    numerical_gradient,
    sigmoid,
    sigmoid_bce_grad,
    sigmoid_prime,
    softmax,
    softmax_cross_entropy_grad,
    softmax_jacobian,
    spectral_norm,
    standardize,
)

mpmath.mp.dps = 60
INF = math.inf
SMOOTH = [[1.0 - 0.1 + 0.1 / 3.0], [0.1 / 3.0], [0.1 / 3.0]]
MANY = np.vstack([np.zeros((1, 2)), np.full((99_999, 2), -0.1)])


def slope(layer, z):
    """Send 1 back through a layer."""
    layer.forward([[z]])
    return layer.backward([[1.0]])[0, 0]


def norm(values):
    """Length of a gradient, told by what clipping leaves of an entry that was as long."""
    return values[0] / clip_gradients({"dW": [values]}, 1.0)["dW"][0, 0]


FAULTS = [
    # The loss of a logit.
    ("pytorch 13773", lambda: bce_cost_from_logits([[0, 1]], [[0.0, -120.0]]), "60.34657359027997265470861606072908828403775006718"),  # noqa: E501
    ("pytorch 102894", lambda: bce_from_logits(1, INF), "0"),
    ("pytorch 49844", lambda: bce_from_logits(0, -INF), "0"),
    ("pytorch 135359, tensorflow 75256", lambda: bce_from_logits(0.9, -INF), "inf"),
    ("pytorch 2221", lambda: bce_from_logits(0, -100.0), "3.720075976020835962959695803863118337358892223182e-44"),  # noqa: E501
    ("pytorch 195529", lambda: bce_from_logits(0, -40.0), "4.248354255291588986304977843631582181877750679823e-18"),  # noqa: E501
    ("pytorch 195529, mirrored", lambda: bce_from_logits(1, 40.0), "4.248354255291588986304977843631582181877750679823e-18"),  # noqa: E501
    # The loss of a probability.
    ("pytorch 103316", lambda: bce(1, 1e-60), "138.15510557964274107064602336792759768392999437988"),  # noqa: E501
    ("pytorch 103316, gradient", lambda: bce_grad(1, sigmoid(-50.0)) * sigmoid_prime(-50.0), "-0.99999999999999999999980712501520360822169830291911"),  # noqa: E501
    ("keras 9664", lambda: bce_grad(1, sigmoid(100.0)), "-1.0000000000000000000000000000000000000000000372008"),  # noqa: E501
    ("scikit-learn 24315", lambda: bce(1, np.float32(1.0)), "0"),
    ("scikit-learn 17399", lambda: bce(1, 0.0), "inf"),
    ("scikit-learn 20354", lambda: bce(1, 1e-20), "46.051701859880913735206557639477714004374342157599"),  # noqa: E501
    # The gradient of a loss.
    ("pytorch 195677", lambda: sigmoid_bce_grad([[1]], [[37.42994775023705]])[0, 0], "-5.5511151231257757870023121249426485928995577676561e-17"),  # noqa: E501
    ("tensorflow 126634", lambda: softmax_cross_entropy_grad([[1], [0]], [[37.42994775023705], [0.0]])[0, 0], "-5.5511151231257757870023121249426485928995577676561e-17"),  # noqa: E501
    # The slope of an activation.
    ("pytorch 195681", lambda: slope(SigmoidLayer(), 37.42994775023705), "5.5511151231257754788535210229856798360261288269875e-17"),  # noqa: E501
    ("tensorflow 126060", lambda: slope(SigmoidLayer(), 40.0), "4.2483542552915889592322070259503548016664406188259e-18"),  # noqa: E501
    ("jax 777", lambda: slope(SigmoidLayer(), -200.0), "1.3838965267367375306486814569790846854030475823395e-87"),  # noqa: E501
    ("pytorch 195527, tensorflow 126524", lambda: slope(TanhLayer(), 20.0), "1.6993417021166355836928828103801419206665762475304e-17"),  # noqa: E501
    ("pytorch 195685", lambda: slope(TanhLayer(), -9.010913848876953), "5.9604583203966204440039885632646258610958882410532e-8"),  # noqa: E501
    ("pytorch 195530", lambda: sigmoid_prime(40.0), "4.2483542552915889592322070259503548016664406188259e-18"),  # noqa: E501
    # Several classes.
    ("pytorch 113708, scipy 19521", lambda: cross_entropy_from_logits([1, 0], [40.0, 0.0]), "4.248354255291588986304977843631582181877750679823e-18"),  # noqa: E501
    ("scipy 18295", lambda: logsumexp([0.0, -40.0]), "4.248354255291588986304977843631582181877750679823e-18"),  # noqa: E501
    ("scipy 8872", lambda: softmax([0.0, -INF])[0], "1"),
    ("scipy 8872, masked", lambda: softmax([0.0, -INF])[1], "0"),
    ("optax 896", lambda: cross_entropy_from_logits([0, 1], [-INF, 0.0]), "0"),
    ("tensorflow 11756", lambda: softmax_cross_entropy_grad([[0], [1]], [[-INF], [0.0]])[0, 0], "0"),  # noqa: E501
    ("pytorch 31829, jax 6811", lambda: logsumexp([-INF, -INF]), "-inf"),
    ("pytorch 6864", lambda: softmax([-INF, 0.0, -INF])[1], "1"),
    ("jax 17117", lambda: softmax_jacobian(softmax([1.0, 1.0, -INF]))[0, 1], "-0.25"),
    ("pytorch label smoothing, masked", lambda: cross_entropy_from_logits(SMOOTH, [[2.0], [1.0], [-INF]])[0], "inf"),  # noqa: E501
    ("pytorch label smoothing, large", lambda: cross_entropy_from_logits(SMOOTH, [[1e4], [0.0], [-1e4]])[0], "999.99999999999998612221219218554324470460414886475"),  # noqa: E501
    ("tensorflow 1513", lambda: cross_entropy_from_logits([0, 1], [-2.88181912e11, -4.40300175e11]), "152118263000"),  # noqa: E501
    ("tensorflow 21271", lambda: cross_entropy_from_logits([0.2, 0.8], [-4885.4614, 4878.027]), "1952.6976800000001450673225988907708944767524774903"),  # noqa: E501
    ("numpy 9393", lambda: softmax(MANY)[0, 1], "1.1051697557584692053719746164113095730156166534273e-5"),  # noqa: E501
    # Norms and spreads.
    ("scipy 20136", lambda: norm([-5e210, 5e210, 3e200, -3e200]), "7.0710678118654749351102772467360131072534103488999e210"),  # noqa: E501
    ("numpy 19097", lambda: spectral_norm([[5e210, 5e210, 3e200, -3e200]]), "7.0710678118654749351102772467360131072534103488999e210"),  # noqa: E501
    ("scikit-learn 17794", lambda: np.abs(standardize(np.full((1, 1000), 14.62))).max(), "0"),
    ("scikit-learn 5602", lambda: standardize([[1e308, -1e308, 1.5e308]])[0, 2], "0.92582009977255146156656677658399952252931490100834"),  # noqa: E501
    ("pytorch 162489", lambda: batch_norm_forward([[1e200, -1e200, 3e200]], [[1.0]], [[0.0]])[0, 2], "1.2247448713915890490986420373529456959829737403283"),  # noqa: E501
    ("pytorch 51102", lambda: batch_norm_forward([[2000.1249, 2000.4133, 1998.3765, 2001.0852]], [[1.0]], [[0.0]])[0, 0], "0.12492705838546712156555361475132431206894508472146"),  # noqa: E501
    # Differences.
    ("a step lost beside x", lambda: numerical_gradient(lambda x: x**2, 1e10), "20000000000"),
]  # fmt: skip
# Where the result is a small difference of what was given, or a difference quotient.
ROUNDINGS = {"pytorch 51102": 2e4, "a step lost beside x": 1e9}


@pytest.mark.parametrize(("source", "call", "right"), FAULTS, ids=[row[0] for row in FAULTS])
def test_what_others_got_wrong_is_right_here(source, call, right):
    got, exact = float(call()), mpmath.mpf(right)
    if exact == 0 or mpmath.isinf(exact):
        assert got == float(right)
    else:
        off = abs(mpmath.mpf(got) - exact) / mpmath.mpf(math.ulp(float(exact)))
        assert off <= ROUNDINGS.get(source, 4.0)
