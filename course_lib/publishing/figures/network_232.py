"""The worked 2-3-2 network: each number forward and backward, one after the other."""

import numpy as np

from course_lib.publishing.figures import Figure, State
from course_lib.relu import backward_232, forward_232, network_232
from course_lib.shallow_networks import l_layer_backward, l_layer_forward

PARAMETERS = ("W1", "b1", "W2", "b2")
INPUTS = [[1.0, 0.5], [0.0, 1.0], [-1.0, -1.0]]
"""The input of the worked example, that of its exercise, and one more."""
STEPS = 18
ACTIVATIONS = ("relu", "sigmoid")


def data() -> State:
    """Return the network, the labels and the inputs."""
    net = network_232()
    flat = {name: net[name].ravel().tolist() for name in ("b1", "b2", "y")}
    return {"W1": net["W1"].tolist(), "W2": net["W2"].tolist(), **flat, "inputs": INPUTS}


def draw_state(rng: np.random.Generator) -> State:
    """Draw an input and how many numbers are known."""
    return {"input": int(rng.integers(len(INPUTS))), "known": int(rng.integers(STEPS + 1))}


def expected(state: State) -> State:
    """Run the network forward and backward, under the summed loss."""
    net = network_232()
    if state["input"] == 0:
        found = forward_232() | backward_232(mean_over_outputs=False)
    else:
        params = {name: net[name] for name in PARAMETERS}
        x = np.array(INPUTS[state["input"]])[:, np.newaxis]
        cache = l_layer_forward(params, x, ACTIVATIONS)
        found = cache | l_layer_backward(params, cache, x, net["y"], ACTIVATIONS)
    names = ("Z1", "A1", "Z2", "A2", "dZ2", "dA1", "dZ1")
    return {name: found[name].ravel() for name in names}


FIGURE = Figure(draw_state, expected, data)
