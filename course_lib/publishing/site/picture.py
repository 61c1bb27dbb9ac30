"""The picture of the front page: one network, trained here, in three panels of SVG.

Colors are classes of ``book/_static/course.css``, so the picture follows light and dark. Class 1 is
a cross and hatched, class 0 a dot and plain, as in all figures of the book.
"""

import html
from collections.abc import Iterator
from functools import cache

import numpy as np
from contourpy import contour_generator

from course_lib._validation import FloatArray
from course_lib.datasets import moons
from course_lib.shallow_networks import LinearLayer, Network, SigmoidLayer, TanhLayer, train

SIZE = 240
MARGIN = 8
HIDDEN = 4
WORDS = {
    "examples": (
        "What we are given",
        "Points with two features: some are dots, some are crosses.",
        "Points in two half circles that reach into each other: blue dots above, orange crosses "
        "below.",
    ),
    "network": (
        "What we build",
        "A few units, joined by weights that are learned.",
        "Two inputs, four hidden units and one output, joined by lines; a wide line is a large "
        "weight, a dashed one is negative.",
    ),
    "boundary": (
        "What it has learned",
        "Each hidden unit draws a line. Together they bend around the crosses.",
        "The same points. A curved boundary separates them, hatched on the side of the crosses; "
        "thin dashed lines show where each hidden unit changes its sign.",
    ),
}
"""Title, caption and alternative text of each panel."""


@cache
def trained() -> tuple[FloatArray, FloatArray, Network]:
    """Return points, labels and the network that has learned them."""
    X, Y = moons(m=70, noise=0.13, seed=3)
    rng = np.random.default_rng(5)
    hidden, output = LinearLayer(2, HIDDEN, rng=rng), LinearLayer(HIDDEN, 1, rng=rng)
    network = Network([hidden, TanhLayer(), output, SigmoidLayer()])
    train(network, X, Y, learning_rate=1.0, epochs=3000, loss="bce")
    return X, Y, network


def panels() -> Iterator[str]:
    """Yield the three panels, each a figure in HTML."""
    draw = {"examples": _points, "network": _graph, "boundary": _boundary}
    for name, (title, caption, told) in WORDS.items():
        yield (
            f'<figure class="front-panel"><svg viewBox="0 0 {SIZE} {SIZE}" role="img" '
            f'aria-label="{html.escape(told)}">{"".join(draw[name]())}</svg>'
            f"<figcaption><strong>{title}</strong> {caption}</figcaption></figure>"
        )


def _frame(X: FloatArray) -> tuple[FloatArray, float]:
    """Return the lower left corner of the drawing and the pixels of one unit."""
    low, high = X.min(axis=1) - 0.25, X.max(axis=1) + 0.25
    side = float(np.max(high - low))
    return (low + high - side) / 2, (SIZE - 2 * MARGIN) / side


def _place(points: FloatArray) -> FloatArray:
    """Turn points, a column each, into pixels."""
    X = trained()[0]
    corner, scale = _frame(X)
    pixels = (points - corner[:, None]) * scale + MARGIN
    pixels[1] = SIZE - pixels[1]
    return pixels


def _points() -> Iterator[str]:
    """Yield the examples: dots and crosses."""
    X, Y, _ = trained()
    for (x, y), label in zip(_place(X).T, Y[0], strict=True):
        if label:
            arms = f"M{x - 4:.1f} {y - 4:.1f}l8 8m0-8l-8 8"
            yield f'<path class="front-cross" d="{arms}"/>'
        else:
            yield f'<circle class="front-dot" cx="{x:.1f}" cy="{y:.1f}" r="3.6"/>'


def _graph() -> Iterator[str]:
    """Yield the nodes and the weights of the network."""
    layers = [layer for layer in trained()[2].layers if isinstance(layer, LinearLayer)]
    columns = [_column(count, x) for count, x in ((2, 40), (HIDDEN, 120), (1, 200))]
    for before, after, layer in zip(columns[:-1], columns[1:], layers, strict=True):
        W = layer.params["W"]
        for (i, j), weight in np.ndenumerate(W):
            (x0, y0), (x1, y1) = before[j], after[i]
            width = 0.6 + 4.4 * abs(weight) / np.abs(W).max()
            dashes = ' stroke-dasharray="6 4"' if weight < 0 else ""
            line = f'x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}" stroke-width="{width:.1f}"'
            yield f'<line class="front-weight" {line}{dashes}/>'
    names = [("x₁", "x₂"), ("",) * HIDDEN, ("p",)]
    for column, words in zip(columns, names, strict=True):
        for (x, y), word in zip(column, words, strict=True):
            yield f'<circle class="front-node" cx="{x}" cy="{y}" r="15"/>'
            yield f'<text class="front-name" x="{x}" y="{y + 5}">{word}</text>' if word else ""


def _column(count: int, x: int) -> list[tuple[int, int]]:
    """Return the places of the nodes of one layer."""
    gap = 56
    first = SIZE // 2 - gap * (count - 1) // 2
    return [(x, first + gap * k) for k in range(count)]


def _boundary() -> Iterator[str]:
    """Yield the region of class 1, the lines of the hidden units, and the examples."""
    X, _, network = trained()
    corner, scale = _frame(X)
    reach = (SIZE - 2 * MARGIN) / scale
    x, y = (np.linspace(start, start + reach, 81) for start in corner)
    grid = np.vstack([part.ravel() for part in np.meshgrid(x, y)])
    p = network.forward(grid).reshape(len(y), len(x))
    yield (
        '<defs><pattern id="front-hatch" width="7" height="7" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="front-fill" width="7" height="7"/>'
        '<line class="front-stripe" x1="0" y1="0" x2="0" y2="7"/></pattern></defs>'
    )
    for outline in contour_generator(x, y, p).filled(0.5, 2.0)[0]:
        points = " ".join(f"{px:.1f},{py:.1f}" for px, py in _place(np.asarray(outline).T).T)
        yield f'<polygon class="front-region" points="{points}"/>'
    first = network.layers[0]
    if isinstance(first, LinearLayer):
        values = first.forward(grid).reshape(HIDDEN, len(y), len(x))
        for value in values:
            for line in contour_generator(x, y, value).lines(0.0):
                points = " ".join(f"{px:.1f},{py:.1f}" for px, py in _place(np.asarray(line).T).T)
                yield f'<polyline class="front-unit" points="{points}"/>'
    yield from _points()
