"""A graph of two products and a sum, and the gradients of its nodes."""

import numpy as np

from course_lib.publishing.figures import Figure, State
from course_lib.sigmoid_derivative import ComputationalGraph, Node


def draw_state(rng: np.random.Generator) -> State:
    """Draw both inputs, and how many gradients are shown."""
    a, b = (int(value) for value in rng.integers(-9, 10, size=2))
    return {"a": a, "b": b, "done": int(rng.integers(1, 6))}


def expected(state: State) -> State:
    """Go forward and backward through the graph."""
    a, b = Node(state["a"], "a"), Node(state["b"], "b")
    c, d = a * b, b + 5
    graph = ComputationalGraph(c * d)
    graph.backward()
    nodes = {"a": a, "b": b, "c": c, "d": d, "e": graph.output}
    arrows = [
        [start, end, local]
        for end, node in nodes.items()
        for parent, local in zip(node.parents, node.local_derivatives(), strict=True)
        for start in nodes
        if nodes[start] is parent
    ]
    return {
        "values": {name: node.value for name, node in nodes.items()},
        "arrows": arrows,
        "gradients": {name: node.grad for name, node in nodes.items()},
    }


FIGURE = Figure(draw_state, expected)
