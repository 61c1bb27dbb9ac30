"""A computational graph of plain numbers: values forward, derivatives backward.

Companion to the chapter *Sigmoid derivative*, which re-exports both classes.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from reprlib import repr as shortened

from course_lib._validation import as_number, as_text
from course_lib.binary_classification import sigmoid

__all__ = ["ComputationalGraph", "Node"]


class Node:
    """
    One number of a computation, with the operation that made it.

    Nodes combine with ``+``, ``-`` and ``*`` (also with plain numbers), `sigmoid` and `log`.

    Parameters
    ----------
    value : float
        The number, dimensionless.
    name : str, default=""
        What the chapter calls it.

    Attributes
    ----------
    value : float
        The number; set it on an input and run `ComputationalGraph.forward` again.
    grad : float
        Derivative of the graph's output by this node, after `ComputationalGraph.backward`.
    name : str
        What the chapter calls it.
    operation : str
        ``"input"``, ``"add"``, ``"subtract"``, ``"multiply"``, ``"sigmoid"`` or ``"log"``.
    parents : tuple of Node
        The nodes it was made from.

    Notes
    -----
    Document 004, lines 945-977; document 003, lines 132 and 260.

    Examples
    --------
    >>> a, b = Node(2.0, "a"), Node(5.0, "b")
    >>> (a * b).value
    10.0
    """

    def __init__(self, value: float, name: str = "") -> None:
        self.value = as_number("value", value)
        self.grad = 0.0
        self.name = as_text("name", name)
        self.operation = "input"
        self.parents: tuple[Node, ...] = ()

    def __repr__(self) -> str:
        return f"Node({self.name or self.operation}, value={self.value:g}, grad={self.grad:g})"

    def __add__(self, other: Node | float) -> Node:
        return _apply("add", self, other)

    def __sub__(self, other: Node | float) -> Node:
        return _apply("subtract", self, other)

    def __mul__(self, other: Node | float) -> Node:
        return _apply("multiply", self, other)

    def __radd__(self, other: float) -> Node:
        return _apply("add", other, self)

    def __rsub__(self, other: float) -> Node:
        return _apply("subtract", other, self)

    def __rmul__(self, other: float) -> Node:
        return _apply("multiply", other, self)

    def __neg__(self) -> Node:
        return _apply("multiply", -1.0, self)

    def sigmoid(self) -> Node:
        """
        Pass the number through the sigmoid.

        Returns
        -------
        Node
            The node of the result.
        """
        return _apply("sigmoid", self)

    def log(self) -> Node:
        """
        Take the natural logarithm.

        Returns
        -------
        Node
            The node of the result.
        """
        return _apply("log", self)

    def local_derivatives(self) -> tuple[float, ...]:
        """
        Derivative of this node by each of its parents, at their present values.

        Returns
        -------
        tuple of float
            One number a parent, in order.
        """
        values = [parent.value for parent in self.parents]
        return _OPERATIONS[self.operation][1](*values) if self.parents else ()


def _as_node(name: str, value: object) -> Node:
    """Read `value` as a node."""
    if not isinstance(value, Node):
        raise TypeError(f"{name} must be a Node, got {type(value).__name__} {shortened(value)}")
    return value


def _logistic(x: float) -> float:
    return float(sigmoid(x))


def _logarithm(x: float) -> float:
    if x <= 0.0:
        raise ValueError(f"value must be positive to have a logarithm, got {x:g}")
    return math.log(x)


# Each operation: its value, and its derivatives by the operands.
_OPERATIONS: dict[str, tuple[Callable[..., float], Callable[..., tuple[float, ...]]]] = {
    "add": (lambda x, y: x + y, lambda x, y: (1.0, 1.0)),
    "subtract": (lambda x, y: x - y, lambda x, y: (1.0, -1.0)),
    "multiply": (lambda x, y: x * y, lambda x, y: (y, x)),
    "sigmoid": (_logistic, lambda x: (_logistic(x) * _logistic(-x),)),
    "log": (_logarithm, lambda x: (1.0 / x,)),
}


_number = partial(as_number, "operand")


def _apply(operation: str, *operands: Node | float) -> Node:
    """Make the node of an operation; plain numbers become inputs named by their value."""
    parents = tuple(
        operand if isinstance(operand, Node) else Node(operand, f"{_number(operand):g}")
        for operand in operands
    )
    node = Node(_OPERATIONS[operation][0](*(parent.value for parent in parents)))
    node.operation, node.parents = operation, parents
    return node


class ComputationalGraph:
    """
    Everything an output was computed from, in the order of computation.

    Parameters
    ----------
    output : Node
        The node whose derivatives are wanted.

    Attributes
    ----------
    output : Node
        That node.
    nodes : list of Node
        All nodes, every one after its parents.

    Notes
    -----
    Document 004, lines 945-977 (there with a misprint: with ``d = b + 5`` and b = 5 the
    derivative is 30, not 22). Equation ``sum-over-paths`` of the chapter *Sigmoid derivative*.

    Examples
    --------
    >>> a, b = Node(2.0, "a"), Node(5.0, "b")
    >>> graph = ComputationalGraph((a * b) * (b + 5))
    >>> graph.backward()
    >>> graph.output.value, a.grad, b.grad
    (100.0, 50.0, 30.0)
    >>> graph.path_products(b)
    [20.0, 10.0]
    """

    def __init__(self, output: Node) -> None:
        self.output = _as_node("output", output)
        self.nodes = _in_order(output)

    def forward(self) -> float:
        """
        Compute every node again from the values of the inputs.

        Returns
        -------
        float
            Value of the output.
        """
        for node in self.nodes:
            if node.parents:
                compute = _OPERATIONS[node.operation][0]
                node.value = compute(*(parent.value for parent in node.parents))
        return self.output.value

    def backward(self) -> None:
        """Set `Node.grad` everywhere: each node adds up what arrives over all paths."""
        for node in self.nodes:
            node.grad = 0.0
        self.output.grad = 1.0
        for node in reversed(self.nodes):
            for parent, local in zip(node.parents, node.local_derivatives(), strict=True):
                parent.grad += node.grad * local

    def path_products(self, start: Node) -> list[float]:
        """
        Product of the local derivatives along each path from a node to the output.

        Parameters
        ----------
        start : Node
            Where the paths begin.

        Returns
        -------
        list of float
            One product a path; their sum is the derivative of the output by `start`.
        """
        return _products(self.output, _as_node("start", start))


def _in_order(output: Node) -> list[Node]:
    """Every ancestor once, parents first; a stack, so that a deep graph is no problem."""
    order: list[Node] = []
    seen: set[int] = set()
    waiting = [(output, False)]
    while waiting:
        node, parents_done = waiting.pop()
        if parents_done:
            order.append(node)
        elif id(node) not in seen:
            seen.add(id(node))
            waiting.append((node, True))
            waiting.extend((parent, False) for parent in reversed(node.parents))
    return order


def _products(node: Node, start: Node) -> list[float]:
    """Path products from `start` up to `node`."""
    if node is start:
        return [1.0]
    return [
        product * local
        for parent, local in zip(node.parents, node.local_derivatives(), strict=True)
        for product in _products(parent, start)
    ]
