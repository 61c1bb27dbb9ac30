"""Gates on the drawings in the pages of a built site: can everybody see and read them?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from course_lib.publishing.gates.html import pages

HEAVIEST = 200_000
"""Bytes of one layout of a figure, not compressed."""
SMALLEST = 9.0
"""Pixels of a letter on a phone."""
COLUMN = 342.0
"""Pixels of width that a figure has on a phone of 390 pixels."""
TEXT, LINE = 4.5, 3.0
"""Contrast that WCAG asks of texts, and of lines that one must see."""
THEME = {
    "light": {"--pst-color-background": "#ffffff", "--pst-color-text-base": "#222832"},
    "dark": {"--pst-color-background": "#121212", "--pst-color-text-base": "#ced6dd"},
}
"""Colors of the theme; a test compares them with those in the browser."""
_SHAPES = ("path", "use", "line", "rect", "circle", "ellipse", "polyline", "polygon")


@dataclass
class Drawing:
    """One layout of a figure."""

    label: str
    box: float
    """Width in its own units, points."""
    style: str
    source: int
    """Bytes."""
    kind: str
    marks: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Tag and style, with what it inherits, of each text and shape."""
    dark: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    """Collect the drawings of a page and all its ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.drawings: list[Drawing] = []
        self.ids: list[str] = []
        self._open: list[tuple[str, dict[str, str]]] = []
        self._inside, self._lines = False, text.splitlines(keepends=True)
        self._started = (0, 0)
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the look of one element of a drawing."""
        found = {name: value or "" for name, value in attrs}
        self.ids += [found["id"]] if "id" in found else []
        classes = found.get("class", "")
        if tag == "svg" and classes in ("wide", "narrow"):
            self._inside, self._started = True, self.getpos()
            width = float(found["viewbox"].split()[2])
            label = found.get("aria-label", "") if found.get("role") == "img" else ""
            self.drawings.append(Drawing(label, width, found.get("style", ""), 0, classes))
            self._open = []
        if self._inside:
            style = dict(self._open[-1][1]) if self._open else {}
            style |= dict(
                part.strip().split(": ", 1)
                for part in found.get("style", "").split(";")
                if ": " in part
            )
            if tag in ("text", "tspan", *_SHAPES):
                self.drawings[-1].marks.append((tag, style))
            self._open.append((tag, style))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element without content."""
        self.handle_starttag(tag, attrs)
        if self._inside:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if not self._inside:
            return
        self._open.pop()
        if tag == "svg" and not self._open:
            (first, start), (last, end) = self._started, self.getpos()
            lines = self._lines[first - 1 : last]
            self.drawings[-1].source = sum(map(len, lines)) - start - len(lines[-1]) + end
            self._inside = False

    def handle_data(self, data: str) -> None:
        """Read the colors in the dark."""
        if self._inside and self._open and self._open[-1][0] == "style":
            self.drawings[-1].dark = dict(re.findall(r"(--ink-\w+):(#[0-9a-f]{6})", data))


def faults(site: Path) -> list[str]:
    """Return what is wrong with the drawings of a site, one line each."""
    return [
        f"{page.relative_to(site)}: {fault}"
        for page in pages(site)
        for fault in _faults(page.read_text(encoding="utf-8"))
    ]


def _faults(text: str) -> Iterator[str]:
    page = _Reader(text)
    inks: dict[str, str] = {}
    for drawing in page.drawings:
        inks |= drawing.dark
    for drawing in page.drawings:
        name = f"{drawing.kind} drawing {drawing.label[:40]!r}"
        if not drawing.label.strip():
            yield f"{name}: no role and label for those who do not see it"
        if drawing.source > HEAVIEST:
            yield f"{name}: {drawing.source} bytes"
        if drawing.kind == "narrow":
            yield from (f"{name}: {fault}" for fault in _small(drawing))
        yield from (f"{name}: {fault}" for fault in _pale(drawing, inks))
    drawn = [name for name in page.ids if name.startswith("drawing-")]
    for name in sorted({name for name in drawn if drawn.count(name) > 1}):
        yield f"two elements have the id {name}"


def _small(drawing: Drawing) -> Iterator[str]:
    """Say which letters are too small on a phone."""
    shown = re.search(r"width: (\d+)px", drawing.style)
    width = float(shown[1]) if shown else COLUMN
    if "max-width: none" not in drawing.style:
        width = min(width, COLUMN)
    for size in sorted(set(_letters(drawing))):
        if size * width / drawing.box < SMALLEST:
            yield f"letters of {size * width / drawing.box:.1f} px on a phone"


def _letters(drawing: Drawing) -> Iterator[float]:
    """Yield the size of each text; indices of a formula are smaller than its letters."""
    sizes: list[float] = []
    for tag, style in [*drawing.marks, ("text", {})]:
        if tag == "text" and sizes:
            yield max(sizes)
            sizes = []
        if tag in ("text", "tspan") and "font-size" in style:
            sizes.append(float(style["font-size"].removesuffix("px")))


def _pale(drawing: Drawing, inks: dict[str, str]) -> Iterator[str]:
    """Say which texts and lines are too pale, in the light or in the dark."""
    said = set()
    lines = {style.get("stroke") for _, style in drawing.marks if "stroke-opacity" not in style}
    for mode, theme in THEME.items():
        for tag, style in drawing.marks:
            words = tag in ("text", "tspan")
            colors = {
                kind: _color(style[kind], theme, inks if mode == "dark" else {})
                for kind in ("fill", "stroke")
                if kind in style
            }
            # A pale surface beside a line of its color is the band of that line.
            if tag == "use":
                colors.setdefault("fill", theme["--pst-color-text-base"])
            if not words and style.get("fill", "") in lines and "fill-opacity" in style:
                colors.pop("fill", None)
            ground = theme["--pst-color-background"]
            if words:
                kinds = {"fill": colors.get("fill", theme["--pst-color-text-base"])}
            else:
                kinds = {k: c for k, c in colors.items() if k == "stroke" or tag == "use"}
            # A line in the color of the page is a gap, one in that of its surface its edge.
            edge = colors.get("fill") if tag not in ("use", "text", "tspan") else None
            shown = [
                (color, float(style.get(f"{kind}-opacity", 1)))
                for kind, color in kinds.items()
                if color and color not in (ground, edge)
            ]
            alpha_all = float(style.get("opacity", 1))
            best = [contrast(mixed(c, ground, a * alpha_all), ground) for c, a in shown]
            least = TEXT if words else LINE
            if best and max(best) < least:
                fault = f"{mode}: {'text' if words else 'line'} {shown[0][0]} has {max(best):.2f}"
                if fault not in said:
                    said.add(fault)
                    yield f"{fault}, not {least}"


def _color(value: str, theme: dict[str, str], inks: dict[str, str]) -> str | None:
    """Return the color that a style means, None for no color and for a hatch."""
    found = re.fullmatch(r"var\((--[\w-]+)(?:, (#[0-9a-f]{6}))?\)", value)
    if found:
        return theme.get(found[1]) or inks.get(found[1]) or found[2]
    return value if value.startswith("#") else None


def mixed(color: str, ground: str, alpha: float) -> str:
    """Return what is seen of a color that lets the ground through."""
    parts = zip(_parts(color), _parts(ground), strict=True)
    return "#" + "".join(f"{round(alpha * a + (1 - alpha) * b):02x}" for a, b in parts)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors as WCAG defines it.

    Examples
    --------
    >>> contrast("#000000", "#ffffff")
    21.0
    """
    light, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dim + 0.05)


def _luminance(color: str) -> float:
    parts = [part / 255 for part in _parts(color)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])


def _parts(color: str) -> list[int]:
    return [int(color[k : k + 2], 16) for k in (1, 3, 5)]
