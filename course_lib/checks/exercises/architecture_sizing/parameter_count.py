"""Exercise ``parameter_count``."""

import math
from itertools import pairwise

import numpy as np

from course_lib.architecture_sizing import parameter_count
from course_lib.checks.exercises._shared import printed
from course_lib.checks.exercises.architecture_sizing._inputs import count, networks, one_network
from course_lib.checks.model import Alternative, Exercise, Mistake, case


def all_pairs(layers):
    return sum(
        n_in * n_out + n_out for k, n_out in enumerate(layers) for n_in in layers[max(0, k - 2) : k]
    )


def by_loop(layers):
    total = 0
    for k in range(len(layers) - 1):
        total += layers[k] * layers[k + 1]
        total += layers[k + 1]
    return total


def by_arrays(layers):
    total = 0
    for n_in, n_out in pairwise(layers):
        total += np.broadcast_to(0.0, (n_out, n_in)).size + np.broadcast_to(0.0, (n_out, 1)).size
    return total


def by_recursion(layers):
    if len(layers) < 2:
        return 0
    return (layers[0] + 1) * layers[1] + by_recursion(layers[1:])


def of_every_pair(layers):
    weights = sum(n * m for k, n in enumerate(layers) for m in layers[k + 1 :])
    return weights + sum(layers[1:])


def of_one_hidden_layer(layers):
    d, h, c = layers[0], layers[1], layers[-1]
    return h * (d + c + 1) + c


EXERCISE = Exercise(
    name="parameter_count",
    chapter="architecture_sizing",
    equation="parameter-count",
    quantity="the number of parameters",
    reference=parameter_count,
    visible=(
        case("the network [4, 3, 1] with 19 parameters", [4, 3, 1]),
        case("the network [20, 40, 3]", [20, 40, 3]),
        case("the network [784, 64, 32, 10]", [784, 64, 32, 10]),
        case("no hidden layer: the network [2, 1]", [2, 1]),
    ),
    hidden=networks,
    inputs=one_network,
    mistakes=(
        Mistake(
            "biases-missing",
            lambda layers: count(layers, lambda n, k: n * k),
            "The biases are missing.",
            "Every unit of a layer has one bias beside its weights.",
        ),
        Mistake(
            "a-bias-for-each-input",
            lambda layers: count(layers, lambda n, k: n * k + n),
            "You counted one bias for each input of a layer.",
            "Biases belong to the units that compute: n_out of them.",
        ),
        Mistake(
            "one-bias-a-layer",
            lambda layers: count(layers, lambda n, k: n * k + 1),
            "You counted one bias for a whole layer.",
            "Every unit of a layer has its own bias.",
        ),
        Mistake(
            "one-bias-at-all",
            lambda layers: count(layers, lambda n, k: n * k) + 1,
            "You counted one bias for the whole network.",
            "Every unit of a layer has its own bias.",
        ),
        Mistake(
            "output-biases-missing",
            lambda layers: count(layers) - layers[-1],
            "The biases of the output layer are missing.",
            "The output units have biases like all others.",
        ),
        Mistake(
            "hidden-biases-missing",
            lambda layers: count(layers, lambda n, k: n * k) + layers[-1],
            "The biases of the hidden layers are missing.",
            "The hidden units have biases like all others.",
        ),
        Mistake(
            "input-biases-included",
            lambda layers: count(layers) + layers[0],
            "You gave the input features biases as well.",
            "The input computes nothing and has no parameters.",
        ),
        Mistake(
            "last-layer-forgotten",
            lambda layers: count(layers[:-1]),
            "The last layer is missing.",
            "A network of k widths has k - 1 layers of weights.",
        ),
        Mistake(
            "first-layer-forgotten",
            lambda layers: count(layers[1:]),
            "The first layer of weights is missing.",
            "The weights between the input and the first hidden layer count.",
        ),
        Mistake(
            "first-layer-only",
            lambda layers: count(layers[:2]),
            "You returned after the first layer.",
            "Is `return` inside the loop?",
        ),
        Mistake(
            "last-layer-only",
            lambda layers: count(layers[-2:]),
            "Only the last layer is in your result.",
            "Add to the sum with +=.",
        ),
        Mistake(
            "units-counted",
            sum,
            "You counted units.",
            "Every unit has a weight for each of its inputs, and a bias.",
        ),
        Mistake(
            "widths-multiplied",
            lambda layers: math.prod(layers) + sum(layers[1:]),
            "You multiplied all widths.",
            "Only neighboring layers are joined: multiply in pairs, then add.",
        ),
        Mistake(
            "layers-skipped",
            all_pairs,
            "You also joined each layer to the one before the last.",
            "A layer reads only the layer before it.",
        ),
        Mistake(
            "joined-to-the-input",
            lambda layers: sum(layers[0] * k + k for k in layers[1:]),
            "You joined every layer to the input.",
            "A layer reads the layer before it.",
        ),
        Mistake(
            "not-summed",
            lambda layers: [n * k + k for n, k in pairwise(layers)],
            "You returned one number for each layer.",
            "Add them up.",
        ),
        Mistake(
            "hidden-layers-ignored",
            lambda layers: (layers[0] + 1) * layers[-1],
            "You joined the input to the output and left out the hidden layers.",
            "Each layer is joined to the next: go through the pairs.",
        ),
        Mistake(
            "all-pairs-joined",
            lambda layers: sum((n + 1) * k for i, n in enumerate(layers) for k in layers[i + 1 :]),
            "You joined each layer to all later ones.",
            "Each layer leads to the next one only.",
        ),
        Mistake(
            "every-pair-connected",
            of_every_pair,
            "You connected every layer with all later ones.",
            "Weights lie between neighbors only.",
        ),
        Mistake(
            "one-hidden-layer-only",
            of_one_hidden_layer,
            "You used the formula for one hidden layer.",
            "Go through the list: there may be no hidden layer, or several.",
        ),
        Mistake(
            "two-terms-only",
            lambda layers: sum(m * (n + 1) for n, m in pairwise(layers[:3])),
            "You counted the first two layers only.",
            "Go through all neighbors in the list.",
        ),
        Mistake(
            "all-biases-in-each-layer",
            lambda layers: sum(n * m + sum(layers[1:]) for n, m in pairwise(layers)),
            "You added the biases of all layers for every layer.",
            "In each layer add its own biases only.",
        ),
        Mistake(
            "units-after-the-input",
            lambda layers: sum(layers[1:]),
            "You counted the units, which is the number of biases.",
            "Add the weights: inputs times units, layer by layer.",
        ),
        Mistake(
            "one-added-on-both-sides",
            lambda layers: sum((n + 1) * (m + 1) for n, m in pairwise(layers)),
            "You added 1 to inputs and units both.",
            "The bias is one more input: (n_in + 1) * n_out.",
        ),
    ),
    alternatives=(
        Alternative("sum of pairs", count),
        Alternative("loop", by_loop),
        Alternative("sizes of arrays", by_arrays),
        Alternative("recursion", by_recursion),
        Alternative(
            "dot product plus biases",
            lambda layers: np.dot(layers[:-1], layers[1:]) + sum(layers[1:]),
        ),
        Alternative(
            "a float, printed",
            lambda layers: printed(float(np.sum((np.array(layers[:-1]) + 1.0) * layers[1:]))),
        ),
    ),
)
