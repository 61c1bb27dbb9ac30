"""Exercise ``parameter_terms``."""

from itertools import accumulate, pairwise

import numpy as np

from course_lib.architecture_sizing import parameter_terms
from course_lib.checks.exercises._shared import printed
from course_lib.checks.exercises.architecture_sizing._inputs import count, networks, one_network
from course_lib.checks.model import Alternative, Exercise, Mistake, case


def terms(layers):
    return [n_in * n_out + n_out for n_in, n_out in pairwise(layers)]


def without_output_biases(layers):
    return [*terms(layers)[:-1], layers[-2] * layers[-1]]


def output_biases_only(layers):
    weights = [n_in * n_out for n_in, n_out in pairwise(layers)]
    return [*weights[:-1], weights[-1] + layers[-1]]


def by_index(layers):
    result = []
    for k in range(1, len(layers)):
        result.append((layers[k - 1] + 1) * layers[k])
    return result


def from_shapes(layers):
    result = ()
    for n_in, n_out in pairwise(layers):
        W_shape, b_shape = (n_out, n_in), (n_out, 1)
        result += (int(np.prod(W_shape)) + int(np.prod(b_shape)),)
    return result


EXERCISE = Exercise(
    name="parameter_terms",
    chapter="architecture_sizing",
    equation="parameter-terms",
    quantity="the list of parameters per layer",
    reference=parameter_terms,
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
            lambda layers: [n * k for n, k in pairwise(layers)],
            "The biases are missing.",
            "Every unit of a layer has one bias beside its weights.",
        ),
        Mistake(
            "a-bias-for-each-input",
            lambda layers: [n * k + n for n, k in pairwise(layers)],
            "You counted one bias for each input of a layer.",
            "Biases belong to the units that compute: n_out of them.",
        ),
        Mistake(
            "biases-of-both-sides",
            lambda layers: [n * k + n + k for n, k in pairwise(layers)],
            "You counted biases for both sides of each layer.",
            "Biases belong to the units that compute: n_out of them.",
        ),
        Mistake(
            "one-bias-a-layer",
            lambda layers: [n * k + 1 for n, k in pairwise(layers)],
            "You counted one bias for a whole layer.",
            "Every unit of a layer has its own bias.",
        ),
        Mistake(
            "output-biases-missing",
            without_output_biases,
            "The biases of the output layer are missing.",
            "The output units have biases like all others.",
        ),
        Mistake(
            "hidden-biases-missing",
            output_biases_only,
            "Only the output layer has biases in your count.",
            "The hidden units have biases like all others.",
        ),
        Mistake(
            "input-layer-included",
            lambda layers: [layers[0], *terms(layers)],
            "Your list begins with a term for the input layer.",
            "The input computes nothing and has no parameters.",
        ),
        Mistake(
            "last-layer-forgotten",
            lambda layers: terms(layers)[:-1],
            "The last layer is missing.",
            "A network of k widths has k - 1 layers of weights.",
        ),
        Mistake(
            "first-layer-forgotten",
            lambda layers: terms(layers)[1:],
            "The first layer of weights is missing.",
            "The weights between the input and the first hidden layer count.",
        ),
        Mistake(
            "widths-added",
            lambda layers: [n + k + k for n, k in pairwise(layers)],
            "You added the widths of neighbors.",
            "Every unit is joined to every input: multiply.",
        ),
        Mistake(
            "joined-to-the-input",
            lambda layers: [layers[0] * k + k for k in layers[1:]],
            "You joined every layer to the input.",
            "A layer reads the layer before it.",
        ),
        Mistake(
            "reversed",
            lambda layers: terms(layers)[::-1],
            "The terms are in the wrong order.",
            "Begin with the layer next to the input.",
        ),
        Mistake(
            "running-sum",
            lambda layers: list(accumulate(terms(layers))),
            "You added each term to those before it.",
            "One number for each layer; the sum is the next exercise.",
        ),
        Mistake(
            "summed",
            count,
            "You returned the sum.",
            "One number for each layer; the sum is the next exercise.",
        ),
        Mistake(
            "one-on-both-sides",
            lambda layers: [(n + 1) * (k + 1) for n, k in pairwise(layers)],
            "You gave the units that a layer leads to a bias unit too.",
            "One bias for each unit that computes: (n_in + 1) times n_out.",
        ),
        Mistake(
            "biases-as-many-as-weights",
            lambda layers: [n * (m + m) for n, m in pairwise(layers)],
            "You multiplied the biases by the inputs, too.",
            "A layer has n_in * n_out weights, and n_out biases.",
        ),
    ),
    alternatives=(
        Alternative("pairs of neighbors", terms),
        Alternative("by index, biases as one more input", by_index),
        Alternative("from the shapes of W and b, as a tuple", from_shapes),
        Alternative(
            "an array", lambda layers: np.array(layers[:-1]) * layers[1:] + np.array(layers[1:])
        ),
        Alternative(
            "floats, printed", lambda layers: printed([float(n) for n in terms(tuple(layers))])
        ),
        Alternative(
            "map", lambda layers: list(map(lambda n, k: k * (n + 1), layers[:-1], layers[1:]))
        ),
    ),
)
