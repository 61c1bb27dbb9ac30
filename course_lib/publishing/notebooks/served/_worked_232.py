"""Replaces helpers of `course_lib._worked_232`."""

from course_lib._validation import FloatArray
from course_lib._worked_232 import network_232

_BENDS = ["relu", "sigmoid"]


def forward_232() -> dict[str, FloatArray]:
    """Run the 2-3-2 network forward: ReLU hidden units, sigmoid output units."""
    from course_lib.networks.passes import l_layer_forward

    net = network_232()
    return l_layer_forward({name: net[name] for name in net if name not in "xy"}, net["x"], _BENDS)


def backward_232(mean_over_outputs: bool = True) -> dict[str, FloatArray]:
    """Run the 2-3-2 network backward under binary cross-entropy."""
    from course_lib.networks.passes import l_layer_backward

    net = network_232()
    params = {name: net[name] for name in net if name not in "xy"}
    grads = l_layer_backward(params, forward_232(), net["x"], net["y"], _BENDS)
    return {name: grad / (1 + mean_over_outputs) for name, grad in grads.items()}
