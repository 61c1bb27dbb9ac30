"""Figures of the course: functions that draw on an `ax` and return it.

They take arrays and functions, never a chapter's module, so a student's own
`sigmoid` can be drawn as well as ours. Colors never stand alone: class 1 is a cross
and hatched, class 0 a dot and plain (up to four classes), and each curve has its own dashes.
Blue and orange are the classes; what a curve is called decides how it looks (`looks`).
"""

import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Ellipse, Rectangle
from matplotlib.ticker import FuncFormatter
from numpy.typing import ArrayLike

__all__ = [
    "bands",
    "bars",
    "boundary",
    "by_label",
    "class_regions",
    "confidence",
    "curves",
    "decision_regions",
    "descent",
    "graph",
    "images",
    "kink_lines",
    "layers",
    "learning_curves",
    "looks",
    "loss_surface",
    "mark",
    "matrices",
    "piles",
    "plain_ticks",
    "reliability",
    "residuals",
    "scatter",
    "sigmoid_halves",
    "subplots",
    "templates",
    "two_way",
    "unit_lines",
    "use_style",
    "weighted_network",
]

STYLE = Path(__file__).with_name("book.mplstyle")
BLUE, ORANGE, GREEN, PURPLE, GRAY = "#1f5fa8", "#b8500b", "#1b7a5a", "#7a3e9d", "#555555"
RED, TEAL, OLIVE = "#b02a4c", "#0b6f86", "#6b6500"
CLASS_COLORS = (BLUE, ORANGE, GREEN, PURPLE)
CLASS_FILLS = ("#dfe9f5", "#fbe9dc", "#dff0e9", "#eee3f4")
CLASS_MARKERS = ("o", "X", "^", "s")
HATCHES = ("", "///", "...", "xxx")
DASHES: tuple[Any, ...] = ("-", "--", "-.", ":", (0, (7, 1, 1, 1, 1, 1)), (0, (2, 1)))
# One look for one concept in the whole book: color, dashes, marker. A label belongs to the first
# concept that it names; what is compared in one figure differs in all three.
CONCEPTS: dict[str, tuple[str, Any, str]] = {
    r"label 0|y = 0": (BLUE, "-", "o"),
    r"label 1|y = 1": (ORANGE, "--", "X"),
    r"train|training": (TEAL, "-", "o"),
    r"validation": (OLIVE, "-.", "D"),
    r"test": (RED, "--", "s"),
    r"bayes|noise": (GRAY, ":", "v"),
    r"leaky": (TEAL, ":", "D"),
    r"relu": (RED, "-.", "^"),
    r"tanh": (PURPLE, "--", "s"),
    r"sigmoid": (GREEN, "-", "o"),
    r"linear|identity|no bend": (GRAY, DASHES[4], "v"),
    r"cross-entropy|bce": (GREEN, "-", "o"),
    r"squared|mse": (PURPLE, "--", "s"),
    r"absolute|mae": (OLIVE, "-.", "^"),
    r"forward": (GREEN, "-", "o"),
    r"backward": (RED, "--", "v"),
}
# Points of width that an axes needs so that its texts stay apart, where that is known.
LEAST_WIDTH: "WeakKeyDictionary[Axes, float]" = WeakKeyDictionary()


def use_style() -> None:
    """Use the style of the book for all figures that follow."""
    plt.style.use(STYLE)


def subplots(columns: int = 1, rows: int = 1, **options: Any) -> Any:
    """
    Make a figure in the style of the book.

    Parameters
    ----------
    columns, rows : int, default=1
        Number of panels side by side and one above the other.
    **options
        Passed on to :func:`matplotlib.pyplot.subplots`.

    Returns
    -------
    matplotlib.axes.Axes or ndarray of Axes
        One axes, or the array of them.
    """
    use_style()
    height = {1: 3.6, 2: 3.2}.get(columns, 2.6)
    return plt.subplots(rows, columns, figsize=(6.4, height * rows), **options)[1]


def looks(labels: Sequence[str], ax: Axes | None = None) -> list[dict[str, Any]]:
    """
    Say how curves look: one color, dashes and marker for a concept in the whole book.

    Parameters
    ----------
    labels : sequence of str
        What the curves are called. "tanh" looks the same in every figure, as do "train" and
        "test", "cross-entropy" and "squared error"; other names take what is left.
    ax : matplotlib.axes.Axes, optional
        Axes whose curves must not be repeated.

    Returns
    -------
    list of dict
        For each label ``color``, ``linestyle`` and ``marker``; no two have the same dashes
        (up to six).

    Examples
    --------
    >>> looks(["tanh"]) == looks(["cost", "tanh"])[1:]
    True
    """
    known = [
        next((look for name, look in CONCEPTS.items() if re.search(rf"\b({name})\b", text)), None)
        for text in map(str.lower, labels)
    ]
    drawn = ax.get_lines() if ax is not None else ()
    dashes = {line.get_linestyle() for line in drawn}
    colors = [look[0] for look in known if look] + [line.get_color() for line in drawn]
    inks = (GREEN, PURPLE, RED, TEAL, OLIVE, GRAY)
    rest = [ink for ink in inks if ink not in colors] or list(inks)
    named = {look[1] for look in known if look}
    found, unknown = [], 0
    for look in known:
        if look is None:
            look = (rest[unknown % len(rest)], None, "osD^vX"[unknown % 6])
            unknown += 1
        free = [dash for dash in DASHES if dash not in dashes]
        dash = look[1] if look[1] in free else None
        dash = dash or next((dash for dash in free if dash not in named), (free or DASHES)[0])
        dashes.add(dash)
        found.append({"color": look[0], "linestyle": dash, "marker": look[2]})
    return found


def _draw_lines(ax: Axes, lines: Mapping[str, tuple[ArrayLike, ArrayLike]]) -> None:
    """Draw curves as `looks` says; a marker stands where a curve has few points."""
    for (label, (x, y)), look in zip(lines.items(), looks(list(lines), ax), strict=True):
        few = np.size(x) <= 12
        ax.plot(x, y, label=label, **(look if few else look | {"marker": ""}), markersize=6)
    if len(lines) > 1:
        ax.legend()


def plain_ticks(ax: Axes) -> Axes:
    """
    Write the numbers at logarithmic axes plainly: 0.6 instead of a product with a power.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes whose scales and limits are set.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    for axis, limits in ((ax.xaxis, ax.get_xlim()), (ax.yaxis, ax.get_ylim())):
        if axis.get_scale() == "log":
            decades = abs(math.log10(limits[1] / limits[0]))
            wanted = {1} if decades > 2 else {1, 2, 5} if decades > 0.7 else set(range(1, 10))
            axis.set_major_formatter(FuncFormatter(lambda value, place: _plain(value)))
            axis.set_minor_formatter(
                FuncFormatter(
                    lambda value, place, wanted=wanted: (
                        _plain(value) if int(f"{value:e}"[0]) in wanted else ""
                    )
                )
            )
    return ax


def _plain(value: float) -> str:
    """Write a number at a tick."""
    if 1e-3 <= abs(value) < 1e5:
        return f"{value:g}"
    digit, power = f"{value:.0e}".split("e")
    factor = "" if digit == "1" else rf"{digit} \cdot "
    return rf"${factor}10^{{{int(power)}}}$"


def mark(ax: Axes, x: float, y: float, text: str, offset: tuple[float, float] = (18, -18)) -> Axes:
    """
    Point at one place of a plot.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    x, y : float
        The place, in data units.
    text : str
        What stands beside it.
    offset : tuple of float, default=(18, -18)
        Where the text begins, in points from the place.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    ax.plot([x], [y], "o", color="black", markersize=6, zorder=5)
    ax.annotate(
        text,
        (x, y),
        xytext=offset,
        textcoords="offset points",
        arrowprops={"arrowstyle": "-", "color": GRAY, "shrinkB": 3},
        zorder=6,
    )
    return ax


def curves(
    ax: Axes, x: ArrayLike, functions: Mapping[str, ArrayLike], xlabel: str, ylabel: str
) -> Axes:
    """
    Draw several curves over one axis, each with the color and dashes of its concept.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    x : array_like of shape (n,)
        Common abscissa.
    functions : mapping of str to array_like of shape (n,)
        Ordinates by label; labels appear in the legend.
    xlabel, ylabel : str
        What the axes show, with the unit.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    _draw_lines(ax, {label: (x, y) for label, y in functions.items()})
    ax.set(xlabel=xlabel, ylabel=ylabel)
    return ax


def bands(ax: Axes, x: ArrayLike, runs: Mapping[str, ArrayLike], xlabel: str, ylabel: str) -> Axes:
    """
    Draw repeated experiments: the mean as a line, smallest to largest as a band.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    x : array_like of shape (n,)
        Common abscissa.
    runs : mapping of str to array_like of shape (k, n)
        Ordinates of k repetitions, by label.
    xlabel, ylabel : str
        What the axes show, with the unit.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    means = {label: np.mean(np.asarray(values), axis=0) for label, values in runs.items()}
    curves(ax, x, means, xlabel, ylabel)
    for line, values in zip(ax.get_lines()[-len(runs) :], runs.values(), strict=True):
        low, high = np.min(values, axis=0), np.max(values, axis=0)
        ax.fill_between(x, low, high, color=line.get_color(), alpha=0.18, linewidth=0)
    return ax


def learning_curves(ax: Axes, costs: Mapping[str, ArrayLike], log: bool = True) -> Axes:
    """
    Draw cost against epoch.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    costs : mapping of str to array_like
        Cost before each update, by label.
    log : bool, default=True
        Whether the cost axis is logarithmic.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    _draw_lines(ax, {label: (np.arange(np.size(y)), y) for label, y in costs.items()})
    ax.set(xlabel="epoch", ylabel="cost", yscale="log" if log else "linear")
    return plain_ticks(ax)


def descent(
    ax: Axes, function: Callable[[np.ndarray], ArrayLike], path: ArrayLike, span: float, label: str
) -> Axes:
    """
    Draw the steps of gradient descent on a curve of one parameter.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    function : callable
        The cost of an array of parameter values.
    path : array_like of shape (n,)
        Parameter values in the order visited.
    span : float
        The curve is drawn from ``-span`` to ``span``.
    label : str
        What the legend calls the steps.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    w = np.linspace(-span, span, 201)
    path = np.asarray(path, dtype=float)
    ax.plot(w, function(w), color=GRAY, linestyle="-")
    ax.plot(path, function(path), color=PURPLE, linestyle="--", marker="o", label=label)
    ax.set(xlabel="parameter", ylabel="cost")
    ax.legend()
    return ax


def sigmoid_halves(
    ax: Axes,
    sigmoid: Callable[[np.ndarray], ArrayLike],
    span: float = 6.0,
    complement: bool = False,
) -> Axes:
    """
    Draw the sigmoid with its two halves shaded: predict 0 on the left, 1 on the right.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    sigmoid : callable
        The function, of an array of logits.
    span : float, default=6.0
        Logits run from ``-span`` to ``span``.
    complement : bool, default=False
        Whether ``1 - sigmoid`` is drawn as well.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    z = np.linspace(-span, span, 241)
    p = np.asarray(sigmoid(z))
    ax.axvspan(-span, 0, facecolor=CLASS_FILLS[0], linewidth=0, zorder=0)
    ax.axvspan(0, span, facecolor=CLASS_FILLS[1], hatch="///", linewidth=0, zorder=0)
    ax.plot(z, p, label=r"$p = \sigma(z)$: label 1", color=ORANGE, linestyle="-")
    if complement:
        ax.plot(z, 1.0 - p, label=r"$1 - p$: label 0", color=BLUE, linestyle="--")
        ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)
    ax.axhline(0.5, color=GRAY, linewidth=1, linestyle=":")
    ax.set(xlabel="logit z", ylabel="probability", xlim=(-span, span), ylim=(-0.03, 1.03))
    return ax


def scatter(ax: Axes, X: ArrayLike, Y: ArrayLike) -> Axes:
    """
    Draw examples with two features: a dot for label 0, a cross for 1, a triangle, a square.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    X : array_like of shape (2, m)
        Features, one column an example.
    Y : array_like of shape (1, m) or (m,)
        Labels 0 and 1, or numbers of up to four classes.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    X, labels = np.asarray(X), np.asarray(Y).ravel()
    for label in range(max(2, int(labels.max()) + 1)):
        chosen = X[:, labels == label]
        look: dict[str, Any] = {"marker": CLASS_MARKERS[label], "color": CLASS_COLORS[label]}
        look |= {"s": 90, "edgecolor": "white", "label": f"label {label}", "zorder": 4}
        ax.scatter(chosen[0], chosen[1], **look)
    ax.set(xlabel="$x_1$", ylabel="$x_2$")
    return ax


def boundary(ax: Axes, slope: float, intercept: float, label: str, **style: Any) -> Axes:
    """
    Draw the line ``x2 = slope * x1 + intercept`` without moving the axes' limits.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on, limits set.
    slope, intercept : float
        The line, dimensionless.
    label : str
        What the legend calls it.
    **style
        Passed on to :meth:`matplotlib.axes.Axes.plot`.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    limits = ax.get_xlim(), ax.get_ylim()
    x1 = np.array(limits[0])
    ax.plot(x1, slope * x1 + intercept, label=label, **style)
    ax.set(xlim=limits[0], ylim=limits[1])
    return ax


def decision_regions(
    ax: Axes,
    probability: Callable[[np.ndarray], ArrayLike],
    limits: tuple[float, float] = (-0.5, 1.5),
    threshold: float = 0.5,
) -> Axes:
    """
    Shade where a classifier of two features says 0 (plain) and 1 (hatched).

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    probability : callable
        Probabilities of label 1, shape (1, k), of points (2, k).
    limits : tuple of float, default=(-0.5, 1.5)
        Both features run over this range.
    threshold : float, default=0.5
        Probability on the boundary.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    x1, x2 = np.meshgrid(np.linspace(*limits, 201), np.linspace(*limits, 201))
    p = np.reshape(probability(np.vstack([x1.ravel(), x2.ravel()])), x1.shape)
    levels = (-1.0, threshold, 2.0)
    ax.contourf(x1, x2, p, levels, colors=CLASS_FILLS[:2], hatches=["", "///"], zorder=0)
    ax.contour(x1, x2, p, [threshold], colors="black", linewidths=2, zorder=1)
    ax.set(xlabel="$x_1$", ylabel="$x_2$", xlim=limits, ylim=limits, aspect="equal")
    ax.locator_params(nbins=3)
    return ax


def class_regions(
    ax: Axes, classify: Callable[[np.ndarray], ArrayLike], limits: tuple[float, float]
) -> Axes:
    """
    Shade which of up to four classes a classifier of two features names.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    classify : callable
        Class numbers, shape (k,), of points (2, k).
    limits : tuple of float
        Both features run over this range.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    x1, x2 = np.meshgrid(np.linspace(*limits, 301), np.linspace(*limits, 301))
    named = np.reshape(classify(np.vstack([x1.ravel(), x2.ravel()])), x1.shape)
    for k in range(int(named.max()) + 1):
        fill: dict[str, Any] = {"colors": CLASS_FILLS[k], "hatches": [HATCHES[k]]}
        ax.contourf(x1, x2, named == k, [0.5, 1.5], zorder=0, **fill)
        ax.contour(x1, x2, named == k, [0.5], colors="black", linewidths=1.5, zorder=1)
    ax.set(xlabel="$x_1$", ylabel="$x_2$", xlim=limits, ylim=limits, aspect="equal")
    return ax


def images(ax: Axes, X: ArrayLike, titles: Sequence[str], columns: int = 8) -> Axes:
    """
    Draw square gray images in rows, each with a title above it.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    X : array_like of shape (side * side, m)
        Gray levels, one column an image; the largest is drawn black.
    titles : sequence of str
        The m titles.
    columns : int, default=8
        Images in a row.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    X = np.asarray(X)
    side = round(np.sqrt(X.shape[0]))
    LEAST_WIDTH[ax] = 42.0 * min(columns, len(titles))
    for k, title in enumerate(titles):
        left, top = 1.25 * (k % columns), -1.55 * (k // columns)
        place = (left, left + 1, top - 1, top)
        ax.imshow(X[:, k].reshape(side, side), cmap="gray_r", extent=place, vmin=0, vmax=X.max())
        ax.add_patch(Rectangle((left, top - 1), 1, 1, fill=False, edgecolor=GRAY))
        ax.text(left + 0.5, top + 0.08, title, ha="center", va="bottom", fontsize=9)
    width, height = 1.25 * min(columns, len(titles)), 1.55 * -(-len(titles) // columns)
    ax.set(xlim=(-0.1, width), ylim=(0.45 - height, 0.45), aspect="equal")
    ax.axis("off")
    return ax


def residuals(ax: Axes, targets: ArrayLike, predictions: ArrayLike, xlabel: str) -> Axes:
    """
    Draw the vertical distance between each prediction (a bar) and its label (dot or cross).

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    targets, predictions : array_like of shape (m,)
        Labels 0 and 1, and what came instead.
    xlabel : str
        What the examples are.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    labels = np.asarray(targets).ravel()
    at = np.arange(1, labels.size + 1)
    ax.vlines(at, labels, predictions, color=GRAY, linestyle=":", label="error")
    scatter(ax, np.vstack([at, labels]), labels)
    bar: dict[str, Any] = {
        "marker": "_",
        "markersize": 18,
        "markeredgewidth": 2.5,
        "linestyle": "none",
    }
    ax.plot(at, predictions, color="black", label="prediction p", **bar)
    ax.set(xlabel=xlabel, xticks=at, ylabel="y and p")
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)
    return ax


def bars(ax: Axes, groups: Mapping[str, ArrayLike], ticks: Sequence[str], ylabel: str) -> Axes:
    """
    Draw bars side by side, each group with its own hatch.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    groups : mapping of str to array_like of shape (n,)
        Heights by label.
    ticks : sequence of str
        The n names under the bars.
    ylabel : str
        What the heights are, with the unit.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    at, width = np.arange(len(ticks)), 0.8 / len(groups)
    inks = [look["color"] for look in looks(list(groups))]
    for k, (label, heights) in enumerate(groups.items()):
        place = at + (k - (len(groups) - 1) / 2) * width
        look: dict[str, Any] = {"facecolor": _pale(inks[k]), "hatch": HATCHES[k % 4]}
        with plt.rc_context({"hatch.color": inks[k]}):
            ax.bar(place, heights, width, label=label, edgecolor=inks[k], **look)
    ax.set(xticks=at, xticklabels=ticks, ylabel=ylabel)
    if len(groups) > 1:
        ax.legend()
    return ax


def _pale(ink: str) -> tuple[float, ...]:
    """Mix a color with much white."""
    return tuple(0.82 + 0.18 * part for part in to_rgb(ink))


def graph(
    ax: Axes,
    nodes: Mapping[str, tuple[float, float, str]],
    edges: Mapping[tuple[str, str], str],
    values: Mapping[str, str] | None = None,
    gradients: Mapping[str, str] | None = None,
) -> Axes:
    """
    Draw a computational graph: nodes, arrows, and what flows both ways.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    nodes : mapping of str to tuple of (float, float, str)
        Place and text of each node, by name; one unit of length parts neighbors.
    edges : mapping of (str, str) to str
        Text on the arrow from the first node to the second, may be empty.
    values, gradients : mapping of str to str, optional
        Forward value (written above the node, green) and gradient (below, red).

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    for (start, end), text in edges.items():
        (x0, y0, _), (x1, y1, _) = nodes[start], nodes[end]
        gap = 0.26 * np.array([x1 - x0, y1 - y0]) / np.hypot(x1 - x0, y1 - y0)
        tip, tail = (x1 - gap[0], y1 - gap[1]), (x0 + gap[0], y0 + gap[1])
        arrow = {"arrowstyle": "-|>", "color": GRAY, "linewidth": 1.5}
        ax.annotate("", tip, tail, arrowprops={**arrow, "shrinkA": 0, "shrinkB": 0})
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.0}
        if text:
            middle = (0.55 * x0 + 0.45 * x1, 0.55 * y0 + 0.45 * y1)
            ax.text(*middle, text, ha="center", va="center", bbox=box)
    for name, (x, y, text) in nodes.items():
        ax.add_patch(Ellipse((x, y), 0.5, 0.5, facecolor="white", edgecolor=GRAY, linewidth=2))
        ax.text(x, y, text, ha="center", va="center")
        for notes, side, color in ((values, 1, GREEN), (gradients, -1, RED)):
            if notes and name in notes:
                note = ax.text(
                    x, y + 0.4 * side, notes[name], color=color, ha="center", va="center"
                )
                note.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 0.5})
    across, up = (np.array([place[k] for place in nodes.values()]) for k in (0, 1))
    LEAST_WIDTH[ax] = 60.0 * (np.ptp(across) + 1.0)
    ax.set(xlim=(across.min() - 0.5, across.max() + 0.5))
    ax.set(ylim=(up.min() - 0.55, up.max() + 0.55))
    ax.set(aspect="equal")
    ax.axis("off")
    return ax


def _far_from_others(paths: Mapping[str, np.ndarray], label: str) -> int:
    """Return the step of a path, within a box of side 1, that is farthest from the other paths."""
    own, others = paths[label], [path for name, path in paths.items() if name != label]
    inside = [k for k, at in enumerate(own.T) if np.all((at > 0.05) & (at < 0.95))] or [0]
    gaps = np.full(len(inside), 1.0)
    for other in others:
        apart = np.linalg.norm(own[:, inside, None] - other[:, None, :], axis=0)
        gaps = np.minimum(gaps, apart.min(axis=1))
    return inside[int(gaps.argmax()) if others else -1]


def _across(path: np.ndarray, k: int) -> np.ndarray:
    """Return the direction across a path at a step, into the box of side 1."""
    before, after = path[:, max(k - 1, 0)], path[:, min(k + 1, path.shape[1] - 1)]
    across = np.array([before[1] - after[1], after[0] - before[0]])
    across = across / np.linalg.norm(across) if across.any() else np.array([0.0, 1.0])
    return across if across @ (0.5 - path[:, k]) >= 0 else -across


def loss_surface(
    ax: Axes,
    cost: Callable[[np.ndarray], ArrayLike],
    paths: Mapping[str, ArrayLike],
    limits: tuple[tuple[float, float], tuple[float, float]] | None = None,
    names: tuple[str, str] = ("$w_1$", "$w_2$"),
) -> Axes:
    """
    Draw a cost of two parameters as contour lines, with the steps of descents on it.

    The name of each path stands beside it, where the other paths are far.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    cost : callable
        Costs, shape (k,) or (1, k), of parameters (2, k).
    paths : mapping of str to array_like of shape (2, n)
        Parameters in the order visited, one column a step, by name.
    limits : pair of pairs of float, optional
        Range of each parameter; if not given, what the paths need.
    names : pair of str, default=("$w_1$", "$w_2$")
        What the axes show.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    steps = {label: np.asarray(path, dtype=float) for label, path in paths.items()}
    if limits is None:
        every = np.concatenate(list(steps.values()), axis=1)
        low, high = every.min(axis=1), every.max(axis=1)
        room = 0.25 * np.maximum(high - low, 0.2 * np.max(high - low) + 1e-9)
        limits = ((low[0] - room[0], high[0] + room[0]), (low[1] - room[1], high[1] + room[1]))
    box = np.array(limits)
    x, y = np.meshgrid(np.linspace(*limits[0], 121), np.linspace(*limits[1], 121))
    height = np.reshape(cost(np.vstack([x.ravel(), y.ravel()])), x.shape)
    levels = height.min() + np.ptp(height) * np.geomspace(2e-3, 1.0, 10)[:-1]
    lines = ax.contour(x, y, height, levels, colors="#767676", linewidths=0.9, zorder=1)
    ax.clabel(lines, levels[3::2], fmt="%.3g", fontsize=9, colors=GRAY)
    scaled = {
        label: (path - box[:, :1]) / (box[:, 1:] - box[:, :1]) for label, path in steps.items()
    }
    for (label, path), look in zip(steps.items(), looks(list(steps)), strict=True):
        ax.plot(*path, **look | {"marker": "o"}, markersize=3, linewidth=1.2, zorder=3)
        ax.plot(*path[:, :1], "o", color=look["color"], markerfacecolor="white", zorder=4)
        k = _far_from_others(scaled, label)
        across = _across(scaled[label], k)
        ax.annotate(
            label,
            (path[0, k], path[1, k]),
            xytext=tuple(8 * across),
            textcoords="offset points",
            ha=("left", "center", "right")[1 - round(across[0])],
            va=("bottom", "center", "top")[1 - round(across[1])],
            color=look["color"],
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0},
            zorder=6,
        )
    ax.set(xlabel=names[0], ylabel=names[1], xlim=limits[0], ylim=limits[1])
    return ax


def layers(ax: Axes, texts: Sequence[Sequence[str]], names: Sequence[str] = ()) -> Axes:
    """
    Draw a fully connected network in its compact form, one column a layer.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    texts : sequence of sequence of str
        Text of each node, layer by layer from the input.
    names : sequence of str, optional
        What stands above each layer.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    nodes: dict[str, tuple[float, float, str]] = {}
    edges: dict[tuple[str, str], str] = {}
    for k, layer in enumerate(texts):
        for i, text in enumerate(layer):
            nodes[f"{k}.{i}"] = (1.6 * k, 0.75 * ((len(layer) - 1) / 2 - i), text)
            if k:
                edges |= {(f"{k - 1}.{j}", f"{k}.{i}"): "" for j in range(len(texts[k - 1]))}
    graph(ax, nodes, edges)
    top = ax.get_ylim()[1]
    for k, name in enumerate(names):
        ax.text(1.6 * k, top, name, ha="center", va="bottom", color=GRAY)
    if names:
        widest = max(len(name) for name in names) * 0.05
        ax.set(xlim=(-0.5 - widest, 1.6 * (len(texts) - 1) + 0.5 + widest))
        ax.set(ylim=(ax.get_ylim()[0], top + 0.4))
    return ax


def matrices(ax: Axes, parts: Sequence[str | tuple[str, ArrayLike]]) -> Axes:
    """
    Draw an equation between matrices as grids, with the shape under each.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    parts : sequence of str or (str, array_like)
        An operator such as ``"@"``, or a name with a matrix of numbers or texts. A name
        that ends in ``"*"`` is drawn dashed: repeated by broadcasting, not stored.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    x, tallest = 0.0, 1
    for part in parts:
        if isinstance(part, str):
            ax.text(x + 0.3, 0, part, ha="center", va="center", fontsize=14)
            x += 0.6
            continue
        name, table = part[0].rstrip("*"), np.asarray(part[1])
        rows, columns = table.shape
        ghost = "--" if part[0].endswith("*") else "-"
        numbers = [len(f"{entry:.3g}") for entry in table.flat if not isinstance(entry, str)]
        side = max([0.9, *(0.18 * signs + 0.15 for signs in numbers)])
        for (i, j), entry in np.ndenumerate(table):
            corner = (x + side * j, 0.5 * rows - i - 1)
            look: dict[str, Any] = {"facecolor": "#eeeeee", "edgecolor": GRAY}
            ax.add_patch(Rectangle(corner, side, 1, linestyle=ghost, **look))
            text = entry if isinstance(entry, str) else f"{entry:.3g}"
            ax.text(
                corner[0] + side / 2, corner[1] + 0.5, text, ha="center", va="center", fontsize=9
            )
        center = x + side * columns / 2
        ax.text(center, 0.5 * rows + 0.35, name, ha="center", va="center")
        stored = f"({rows}, {columns})" if ghost == "-" else "repeated"
        ax.text(center, -0.5 * rows - 0.35, stored, ha="center", va="center", color=GRAY)
        x, tallest = x + side * columns, max(tallest, rows)
    LEAST_WIDTH[ax] = 30.0 * x
    ax.set(xlim=(-0.1, x + 0.1), ylim=(-0.5 * tallest - 0.7, 0.5 * tallest + 0.7), aspect="equal")
    ax.axis("off")
    return ax


def by_label(
    ax: Axes, x: ArrayLike, ones: ArrayLike, zeros: ArrayLike, xlabel: str, ylabel: str
) -> Axes:
    """
    Draw one curve for label 1 (orange) and one for label 0 (blue, dashed).

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    x : array_like of shape (n,)
        Common abscissa.
    ones, zeros : array_like of shape (n,)
        Ordinates for label 1 and for label 0.
    xlabel, ylabel : str
        What the axes show, with the unit.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    ax.plot(x, ones, color=ORANGE, linestyle="-", label="y = 1")
    ax.plot(x, zeros, color=BLUE, linestyle="--", label="y = 0")
    ax.set(xlabel=xlabel, ylabel=ylabel)
    ax.legend()
    return ax


def piles(ax: Axes, Z: ArrayLike, Y: ArrayLike, thresholds: Sequence[float] = ()) -> Axes:
    """
    Pile up examples over their logit: label 1 above zero, label 0 below, a line for a threshold.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    Z : array_like of shape (1, m)
        Logits, dimensionless.
    Y : array_like of shape (1, m)
        Labels 0 and 1.
    thresholds : sequence of float
        Probabilities of label 1 that part the answers.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`. Its ticks show probabilities.
    """
    places, labels = np.floor(np.ravel(Z)) + 0.5, np.ravel(Y)
    for label, side in enumerate((-1, 1)):
        found = np.sort(places[labels == label])
        height = np.arange(found.size) - np.searchsorted(found, found) + 0.6
        look: dict[str, Any] = {"marker": CLASS_MARKERS[label], "color": CLASS_COLORS[label]}
        ax.scatter(found, side * height, s=24, linewidth=0, label=f"label {label}", **look)
    for threshold, dashes in zip(thresholds, DASHES, strict=False):
        look = {"color": "black", "linestyle": dashes, "label": f"threshold {threshold}"}
        ax.axvline(math.log(threshold / (1.0 - threshold)), linewidth=1.5, **look)
    ax.axhline(0.0, color=GRAY, linewidth=0.8)
    shown = (0.001, 0.05, 0.5, 0.95, 0.999)
    ax.set_xticks([math.log(p / (1.0 - p)) for p in shown], [str(p) for p in shown])
    ax.set_yticks([-10, 0, 10], ["10", "0", "10"])
    ax.set(xlabel="probability p (stretched at its ends)", ylabel="examples")
    ax.legend(loc="lower right")
    return ax


def reliability(ax: Axes, stated: ArrayLike, counts: ArrayLike, happened: ArrayLike) -> Axes:
    """
    Draw what was said against what happened: on the diagonal, a probability keeps its word.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    stated : array_like of shape (k,)
        Mean probability of label 1 that was stated in each of k bins.
    counts : array_like of shape (k,)
        Examples in each bin, not 0.
    happened : array_like of shape (k,)
        Examples of label 1 in each bin.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`. The bars reach one standard error of the true share to each side.
    """
    stated, counts = np.asarray(stated, dtype=float), np.asarray(counts, dtype=float)
    share = np.asarray(happened) / counts
    error = np.sqrt(stated * (1.0 - stated) / counts)
    look: dict[str, Any] = {"color": GREEN, "marker": "D", "markersize": 6, "linestyle": "none"}
    ax.plot([0, 1], [0, 1], color=GRAY, linestyle=":")
    ax.errorbar(stated, share, yerr=error, capsize=4, **look)
    ax.set(xlabel="probability stated", ylabel="share of label 1", aspect="equal")
    ax.set(xlim=(-0.03, 1.03), ylim=(-0.03, 1.03))
    return ax


def unit_lines(ax: Axes, W: ArrayLike, b: ArrayLike, names: Sequence[str] = ()) -> Axes:
    """
    Draw for each unit the line where its logit is 0, with an arrow to its positive side.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on, limits set; they stay.
    W : array_like of shape (n, 2)
        Weights, one row a unit.
    b : array_like of shape (n, 1) or (n,)
        Biases.
    names : sequence of str, optional
        What stands at each arrow. Without names all lines look alike.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    limits = np.array([ax.get_xlim(), ax.get_ylim()])
    center, size = limits.mean(axis=1), np.hypot(*np.ptp(limits, axis=1))
    looks = ((GREEN, "--"), (PURPLE, "-."), (GRAY, ":"))
    for k, (w, bias) in enumerate(zip(np.asarray(W, dtype=float), np.ravel(b), strict=True)):
        normal = w / np.hypot(*w)
        along = np.array([-normal[1], normal[0]])
        foot = center - (w @ center + bias) / np.hypot(*w) * normal
        color, dashes = looks[k % 3] if names else looks[0]
        ends = np.array([foot - size * along, foot + size * along])
        ax.plot(*ends.T, color=color, linestyle=dashes, zorder=2)
        # Arrows of lines that coincide stand side by side, none in the middle.
        beside = 0.12 * size * (k - len(names) // 2 + 0.5) if names else 0.0
        foot = foot + beside * along
        arrow = {"arrowstyle": "-|>", "color": color, "linewidth": 1.5, "shrinkA": 0}
        tip = foot + 0.09 * size * normal
        ax.annotate("", tip, foot, arrowprops=arrow, annotation_clip=True, zorder=3)
        if names:
            x, y = foot + 0.13 * size * normal
            look: dict[str, Any] = {"ha": "center", "va": "center", "zorder": 5}
            ax.text(x, y, names[k], color=color, clip_on=True, **look)
    ax.set(xlim=limits[0], ylim=limits[1])
    return ax


def two_way(
    ax: Axes,
    columns: Sequence[Sequence[tuple[str, float, float | None]]],
    weights: Sequence[ArrayLike | None],
    names: Sequence[str] = (),
) -> Axes:
    """
    Draw a network with a value above and a gradient below each of its nodes.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    columns : sequence of sequences of (str, float, float or None)
        Column by column from the input: text of a node, its value (green), its gradient
        (red, left out if None).
    weights : sequence of array_like or None
        Weights between neighboring columns, shape (nodes after, nodes before), written on
        the edges. None joins node to node: an activation.
    names : sequence of str, optional
        What stands above each column.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    wide, high = 2.0, 1.5
    places = [
        [(wide * k, high * ((len(column) - 1) / 2 - i)) for i in range(len(column))]
        for k, column in enumerate(columns)
    ]
    plain = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
    for (before, after), W in zip(pairwise(places), weights, strict=True):
        table = None if W is None else np.asarray(W, dtype=float)
        for i, end in enumerate(after):
            for j, start in enumerate(before):
                if table is None and i != j:
                    continue
                step = np.subtract(end, start)
                gap = 0.3 * step / np.hypot(*step)
                arrow = {"arrowstyle": "-|>", "color": GRAY, "linewidth": 1.2}
                arrow |= {"shrinkA": 0, "shrinkB": 0}
                ax.annotate("", end - gap, start + gap, arrowprops=arrow, zorder=1)
                if table is not None:
                    x, y = start + (0.45 if len(after) == 1 else 0.26) * step
                    text = f"{table[i, j]:g}".replace("-", "−")
                    ax.text(x, y, text, ha="center", va="center", bbox=plain)
    for column, spots in zip(columns, places, strict=True):
        for (text, value, gradient), (x, y) in zip(column, spots, strict=True):
            ax.add_patch(Ellipse((x, y), 0.6, 0.6, facecolor="white", edgecolor=GRAY, zorder=3))
            ax.text(x, y, text, ha="center", va="center", zorder=4)
            notes = [(value, 0.0, 0.48, GREEN)]
            if gradient is not None:
                notes.append((gradient, 0.15, -0.48, RED))
            for number, right, above, color in notes:
                note = f"{number:.0f}" if number == round(number) else f"{number:.3f}"
                look: dict[str, Any] = {"color": color, "bbox": plain, "zorder": 4}
                look |= {"ha": "center", "va": "center"}
                ax.text(x + right, y + above, note.replace("-", "−"), **look)
    top = high * (max(map(len, columns)) - 1) / 2 + 0.75
    for k, name in enumerate(names):
        ax.text(wide * k, top + 0.1, name, ha="center", va="bottom", color=GRAY)
    LEAST_WIDTH[ax] = 46.0 * (wide * (len(columns) - 1) + 1.2)
    ax.set(xlim=(-0.6, wide * (len(columns) - 1) + 0.6), ylim=(-top, top + 0.5), aspect="equal")
    ax.axis("off")
    return ax


def weighted_network(
    ax: Axes,
    columns: Sequence[Sequence[str]],
    weights: Sequence[ArrayLike | None],
    before: Sequence[ArrayLike | None] = (),
    biases: Sequence[ArrayLike] = (),
    values: Sequence[ArrayLike] = (),
    gradients: Sequence[ArrayLike] = (),
    silent: Collection[tuple[int, int]] = (),
) -> Axes:
    """
    Draw a small network with the numbers on it: weights on the arrows, values on the nodes.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    columns : sequence of sequence of str
        Text of each node, column by column from the input.
    weights : sequence of array_like of shape (n_out, n_in) or None
        What stands on the arrows behind each column but the last. None joins each node
        to its neighbor by one arrow without a number, as an activation does.
    before : sequence of array_like or None, optional
        Earlier weights; those that differ from `weights` are printed bold.
    biases, values, gradients : sequence of array_like, optional
        Numbers of each column, empty where there are none: biases (gray, below the node),
        values (green, above it), gradients (red, below it).
    silent : collection of (int, int), optional
        Column and row of the nodes that are drawn dashed, with the arrows that leave them.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    across = np.cumsum([0.0] + [1.35 if W is None else 2.4 for W in weights])
    place = {
        (k, i): (across[k], 4.4 / len(column) * ((len(column) - 1) / 2 - i))
        for k, column in enumerate(columns)
        for i in range(len(column))
    }
    for k, table in enumerate(weights):
        W = np.eye(len(columns[k])) if table is None else np.asarray(table)
        old = np.asarray(before[k]) if k < len(before) and before[k] is not None else W
        for (i, j), weight in np.ndenumerate(W):
            if table is None and i != j:
                continue
            start, end = np.array(place[k, j]), np.array(place[k + 1, i])
            gap = 0.3 * (end - start) / np.hypot(*(end - start))
            line: dict[str, Any] = {"arrowstyle": "-|>", "color": GRAY, "shrinkA": 0, "shrinkB": 0}
            line |= {"linewidth": 1.2, "linestyle": "--" if (k, j) in silent else "-"}
            ax.annotate("", end - gap, start + gap, arrowprops=line)
            if table is not None:
                # Where the arrows fan out they are furthest apart in their first third.
                part = 0.3 if len(W) >= W.shape[1] else 0.7
                x, y = start + part * (end - start)
                text = ax.text(x, y, _signed(weight), fontsize=9)
                text.set(ha="center", va="center", zorder=4)
                text.set_fontweight("bold" if weight != old[i, j] else "normal")
                text.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 0.6})
    for (k, i), (x, y) in place.items():
        edge: dict[str, Any] = {"edgecolor": GRAY, "linewidth": 1.8}
        edge |= {"linestyle": "--" if (k, i) in silent else "-", "zorder": 5}
        ax.add_patch(Ellipse((x, y), 0.6, 0.6, facecolor="white", **edge))
        ax.text(x, y, columns[k][i], ha="center", va="center", fontsize=11, zorder=6)
        # Numbers keep to the side of the node where no arrows fan out.
        fans_out = k < len(weights) and weights[k] is not None
        aside = -0.16 if fans_out else 0.16
        notes = ((values, 1, GREEN), (biases, -1, GRAY), (gradients, -1, RED))
        for numbers, side, color in notes:
            if k < len(numbers) and np.size(numbers[k]):
                note = _signed(np.ravel(numbers[k])[i])
                ax.text(x + aside, y + 0.47 * side, note, color=color, ha="center", va="center")
    LEAST_WIDTH[ax] = 46.0 * (across[-1] + 1.2)
    ax.set(xlim=(-0.6, across[-1] + 0.6), ylim=(-2.25, 2.25), aspect="equal")
    ax.axis("off")
    return ax


def _signed(number: float) -> str:
    """Write a number with at most three decimals and digits, a real minus, and no -0."""
    return f"{np.round(number, 3) + 0.0:.3g}".replace("-", "\N{MINUS SIGN}")


def kink_lines(ax: Axes, W: ArrayLike, b: ArrayLike) -> Axes:
    """
    Draw where each unit of a layer with two inputs bends: the line on which its z is 0.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on, limits set; they stay.
    W : array_like of shape (n, 2)
        Weights of the units.
    b : array_like of shape (n, 1)
        Their biases.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    limits = ax.get_xlim(), ax.get_ylim()
    reach = 10.0 * max(abs(end) for pair in limits for end in pair)
    for w, bias in zip(np.asarray(W), np.ravel(b), strict=True):
        length = np.hypot(*w)
        if length > 0.0:
            foot, along = -bias * w / length**2, np.array([-w[1], w[0]]) / length
            ends = np.array([foot - reach * along, foot + reach * along])
            ax.plot(*ends.T, color=GREEN, linestyle=":", linewidth=1.5, zorder=3)
    ax.set(xlim=limits[0], ylim=limits[1])
    return ax


def templates(ax: Axes, W: ArrayLike, titles: Sequence[str], columns: int = 5) -> Axes:
    """
    Draw the weights of each unit as a square image: black above 0, gray at 0, white below.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    W : array_like of shape (n, side * side)
        Weights, one row a unit; all share one scale.
    titles : sequence of str
        The n titles.
    columns : int, default=5
        Images in a row.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    W = np.asarray(W)
    images(ax, W.T, titles, columns)
    strongest = np.abs(W).max()
    for image in ax.get_images():
        image.set_clim(-strongest, strongest)
    return ax


def confidence(
    ax: Axes,
    probabilities: Callable[[np.ndarray], ArrayLike],
    limits: tuple[float, float],
    levels: Sequence[float] = (0.5, 0.7, 0.9, 0.99),
) -> Axes:
    """
    Draw how sure a classifier of two features is: contour lines of its largest probability.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes to draw on.
    probabilities : callable
        Probabilities of the classes, shape (C, k), of points (2, k).
    limits : tuple of float
        Both features run over this range.
    levels : sequence of float
        The probabilities that get a line.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.
    """
    x1, x2 = np.meshgrid(np.linspace(*limits, 201), np.linspace(*limits, 201))
    P = np.asarray(probabilities(np.vstack([x1.ravel(), x2.ravel()])))
    lines = ax.contour(x1, x2, P.max(axis=0).reshape(x1.shape), levels, colors=GRAY, zorder=2)
    ax.clabel(lines, fontsize=9, colors="black")
    ax.set(xlabel="$x_1$", ylabel="$x_2$", xlim=limits, ylim=limits, aspect="equal")
    return ax
