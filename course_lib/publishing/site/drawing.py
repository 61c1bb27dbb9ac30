"""Figures of a page as drawings: loaded by the kernel that runs the cells of the book.

Each figure is drawn twice as SVG: as it was made, and for a phone, with its panels one below
the other. Sphinx puts both into the page (`course_lib.publishing.site.sphinx_figures`), of which
the reader sees one. Notebooks of students have Jupyter's own figures.
"""

import io
import re
from functools import partial
from itertools import pairwise
from typing import Any

# Inches. Letters of 9 points are 10.7 px where the narrow drawing is 342 px wide.
NARROW = 4.0
_PANEL = 2.7
_MARGIN = 0.75
_MANY = 500


def load_ipython_extension(shell: Any) -> None:
    """Draw the figures of this kernel with `draw`; called by IPython."""
    shell.run_line_magic("matplotlib", "inline")
    formats = shell.display_formatter.formatters
    for formatter in formats.values():
        formatter.pop("matplotlib.figure.Figure", None)
    formats["image/svg+xml"].for_type_by_name("matplotlib.figure", "Figure", draw)


def draw(figure: Any) -> str:
    """Return a figure as one SVG that holds two: ``class="wide"`` and ``class="narrow"``."""
    from course_lib.plotting import plain_ticks

    for ax in figure.axes:
        if any(_by_default(axis) for axis in (ax.xaxis, ax.yaxis)):
            plain_ticks(ax)
        for part in ax.collections:
            # A mesh of many colors weighs less as pixels.
            if len(part.get_facecolor()) > _MANY and len(part.get_paths()) != 1:
                part.set_rasterized(True)
    wide = _svg(figure, "wide")
    return f'<svg xmlns="http://www.w3.org/2000/svg">{wide}{_narrow(figure)}</svg>'


def _by_default(axis: Any) -> bool:
    """Tell whether a logarithmic axis still has the ticks that matplotlib gave it."""
    return axis.get_scale() == "log" and "LogFormatter" in type(axis.get_major_formatter()).__name__


def _svg(figure: Any, kind: str) -> str:
    """Return the drawing of a figure as an element of a page, without matplotlib's own style."""
    file = io.StringIO()
    figure.savefig(
        file, format="svg", bbox_inches="tight", pad_inches=0.04, metadata={"Date": None}
    )
    text = file.getvalue()
    head, body = text[text.index("<svg") :].split(">", 1)
    box = re.search(r'viewBox="([^"]+)"', head)
    if box is None:
        raise RuntimeError("matplotlib wrote an SVG without a viewBox.")
    body = re.sub(r"\s*<metadata>.*?</metadata>", "", body, flags=re.DOTALL)
    body = re.sub(r"\s*<defs>\s*<style[^>]*>.*?</style>\s*</defs>", "", body, flags=re.DOTALL)
    body = re.sub(r"\s*<!--.*?-->", "", body, flags=re.DOTALL)
    body = re.sub(r"<[^>]+>", lambda tag: _rounded(tag[0]), body)
    return f'<svg class="{kind}" viewBox="{_rounded(box[1])}">{body}'


def _rounded(tag: str) -> str:
    """Write coordinates in hundredths of a point; what stands between tags is not touched."""

    def short(number: re.Match[str]) -> str:
        return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")

    return re.sub(r"-?\d+\.\d{3,}", short, tag)


def _narrow(figure: Any) -> str:
    """Return the drawing for a phone, and leave the figure as it was."""
    panels: dict[tuple[int, int], list[Any]] = {}
    for ax in figure.axes:
        spec = ax.get_subplotspec()
        if spec is not None:
            panels.setdefault((spec.num1, spec.num2), []).append(ax)
    size, specs = figure.get_size_inches().copy(), {}
    columns = {ax.get_subplotspec().colspan.start for group in panels.values() for ax in group}
    width = max([NARROW, *(_least(ax) for group in panels.values() for ax in group)])
    changed = []
    try:
        if len(columns) > 1:
            changed += _sides([panels[place] for place in sorted(panels)], len(columns))
        heights = [max(_height(ax, width) for ax in panels[place]) for place in sorted(panels)]
        if len(columns) > 1:
            grid = figure.add_gridspec(len(panels), 1, height_ratios=heights)
            changed += _apart(figure)
            for k, place in enumerate(sorted(panels)):
                for ax in panels[place]:
                    specs[ax] = ax.get_subplotspec()
                    changed += _own_labels(ax)
                    ax.set_subplotspec(grid[k])
        figure.set_size_inches(width, sum(heights) if heights else size[1])
        changed += _turn_crowded_labels(figure)
        changed += _legends_below(figure)
        return _svg(figure, "narrow")
    finally:
        for undo in reversed(changed):
            undo()
        for ax, spec in specs.items():
            ax.set_subplotspec(spec)
        figure.set_size_inches(size)


def _least(ax: Any) -> float:
    """Return how many inches an axes needs for its texts."""
    from course_lib.plotting import LEAST_WIDTH

    return LEAST_WIDTH.get(ax, 0.0) / 72


def _height(ax: Any, width: float) -> float:
    """Return how many inches a panel of some width is high."""
    title = 0.3 if ax.get_title() or ax.get_title(loc="left") else 0.0
    if ax.get_aspect() == "auto":
        return _PANEL + title
    (left, right), (low, high) = ax.get_xlim(), ax.get_ylim()
    margin = _MARGIN if ax.axison else 0.1
    return (width - margin) * abs(high - low) / abs(right - left) + margin + title


def _sides(panels: list[list[Any]], columns: int) -> list[Any]:
    """Say which panel of a row was left and right, as captions do; return how to undo it."""
    from course_lib.plotting import GRAY

    names = {2: ("left", "right"), 3: ("left", "middle", "right")}.get(columns, ())
    undo = []
    if len(panels) == len(names):
        for (ax, *_), side in zip(panels, names, strict=True):
            if not ax.get_title(loc="left"):
                ax.set_title(f"({side})", loc="left", fontsize=9, color=GRAY)
                undo.append(partial(ax.set_title, "", loc="left"))
    return undo


def _apart(figure: Any) -> list[Any]:
    """Leave more room between panels that stand below each other; return how to undo it."""
    engine = figure.get_layout_engine()
    if engine is None or "h_pad" not in engine.get():
        return []
    pad = engine.get()["h_pad"]
    engine.set(h_pad=0.12)
    return [partial(engine.set, h_pad=pad)]


def _own_labels(ax: Any) -> list[Any]:
    """Write what an axes shares with a neighbor at the axes itself; return how to undo it."""
    undo = []
    for name, axis in (("y", ax.yaxis), ("x", ax.xaxis)):
        shared = getattr(ax, f"get_shared_{name}_axes")().get_siblings(ax)
        side = {"y": "labelleft", "x": "labelbottom"}[name]
        if len(shared) > 1 and not axis.get_tick_params().get(side, True):
            ax.tick_params(axis=name, **{side: True})
            undo.append(partial(ax.tick_params, axis=name, **{side: False}))
        words = next((text for other in shared if (text := _label(other, name))), "")
        if not axis.get_label_text() and words:
            axis.set_label_text(words)
            undo.append(partial(axis.set_label_text, ""))
    return undo


def _legends_below(figure: Any) -> list[Any]:
    """Put each legend below its axes, where it covers nothing; return how to undo it."""
    from matplotlib.transforms import IdentityTransform, ScaledTranslation

    undo = []
    for ax in figure.axes:
        legend = ax.get_legend()
        if legend is None:
            continue
        place = legend._loc, legend.get_bbox_to_anchor(), legend._ncols
        undo += [
            partial(legend.set_loc, place[0]),
            partial(legend.set_bbox_to_anchor, place[1], IdentityTransform()),
            partial(legend.set_ncols, place[2]),
            partial(legend.set_in_layout, legend.get_in_layout()),
        ]
        legend.set_in_layout(False)
        figure.draw_without_rendering()
        below = (ax.bbox.y0 - ax.get_tightbbox().y0) / figure.dpi + 0.05
        legend.set_loc("upper center")
        down = ScaledTranslation(0, -below, figure.dpi_scale_trans)
        legend.set_bbox_to_anchor((0.5, 0.0), ax.transAxes + down)
        room = 0.98 * figure.bbox.width
        for columns in range(len(legend.get_texts()), 0, -1):
            legend.set_ncols(columns)
            figure.draw_without_rendering()
            if legend.get_window_extent().width <= room:
                break
        legend.set_in_layout(True)
        wide, high = figure.get_size_inches()
        figure.set_size_inches(wide, high + legend.get_window_extent().height / figure.dpi)
    return undo


def _label(ax: Any, name: str) -> str:
    """Return the words at one axis of an axes."""
    return str(getattr(ax, f"get_{name}label")())


def _turn_crowded_labels(figure: Any) -> list[Any]:
    """Turn the names under the bars where they run into each other; return how to undo it."""
    figure.draw_without_rendering()
    undo = []
    for ax in figure.axes:
        labels = [label for label in ax.get_xticklabels() if label.get_text()]
        boxes = [label.get_window_extent() for label in labels]
        if any(left.x1 + 2 > right.x0 for left, right in pairwise(boxes)):
            for label in labels:
                label.set(rotation=35, ha="right", rotation_mode="anchor")
                undo.append(partial(label.set, rotation=0, ha="center"))
    return undo
