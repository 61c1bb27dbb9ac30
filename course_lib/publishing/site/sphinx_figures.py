"""Figures of cells as drawings in the page: their inks follow the theme, their text is text.

The kernel draws each figure twice (`course_lib.publishing.site.drawing`). Here both drawings
replace the image: with the alternative text as label, ids that are unique on the page, and a
variable for each color. A variable's value in the dark has the same hue and its lightness turned.
"""

import html
import os
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

_SETTINGS = """c = get_config()
c.InteractiveShellApp.extensions = ["course_lib.publishing.site.drawing"]
"""
_DRAWING = re.compile(r'<svg class="(wide|narrow)" viewBox="([^"]+)">(.*?)</svg>', re.DOTALL)
_COLOR = re.compile(r"#[0-9a-f]{6}\b")
# The theme has its colors by a script: without one, paper is white and ink is black.
_THEME = {
    "#000000": "var(--pst-color-text-base, #000000)",
    "#ffffff": "var(--pst-color-background, #ffffff)",
}
# Points to pixels where letters have their natural size, and the least on a phone.
_NATURAL, _PHONE, _SMALLEST = 4 / 3, 342.0, 9.0


def draw_in_kernels(app: Sphinx, config: object) -> None:
    """Let each kernel that Sphinx starts load the drawing of figures."""
    folder = Path(app.doctreedir) / "ipython"
    profile = folder / "profile_default"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "ipython_kernel_config.py").write_text(_SETTINGS, encoding="utf-8")
    os.environ["IPYTHONDIR"] = str(folder)


def inline(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Replace the images that cells of the page `name` have drawn."""
    if app.builder.format != "html":
        return
    for k, image in enumerate(list(doctree.findall(nodes.image)), 1):
        file = Path(app.srcdir, image["uri"])
        if file.suffix != ".svg" or "jupyter_execute" not in file.parts:
            continue
        alt = " ".join(image.get("alt", "").split())
        if not alt or alt == image["uri"]:
            logging.getLogger(__name__).warning(
                "a figure has no alternative text: mystnb: {image: {alt: ...}}", location=image
            )
        text = drawing(file.read_text(encoding="utf-8"), alt, f"drawing-{k}")
        image.parent.replace(image, nodes.raw("", text, format="html"))


def drawing(text: str, alt: str, name: str) -> str:
    """Return the HTML of a figure.

    Parameters
    ----------
    text : str
        The SVG that the kernel gave, with both drawings.
    alt : str
        What the figure shows, in words.
    name : str
        What ids in the figure begin with.

    Returns
    -------
    str
        One element, ``<div class="drawing">``.
    """
    parts = []
    scrolls = ""
    for kind, box, body in _DRAWING.findall(text):
        width = float(box.split()[2])
        style = f"width: {width * _NATURAL:.0f}px"
        if kind == "narrow" and width > _PHONE:
            # Too many texts side by side: the reader moves the figure under the window.
            style = f"width: {width * _PHONE / 288:.0f}px; max-width: none"
            scrolls = ' tabindex="0" role="group" aria-label="A wide figure, which scrolls"'
        body = _own_ids(body.strip(), f"{name}-{kind[0]}")
        style_sheet = _dark_inks(text) if kind == "wide" else ""
        head = f'class="{kind}" role="img" aria-label="{_words(alt)}" viewBox="{box}"'
        parts.append(f'<svg {head} style="{style}">{style_sheet}{_variables(body)}</svg>')
    if [part[0] for part in _DRAWING.findall(text)] != ["wide", "narrow"]:
        raise ValueError("The kernel did not draw this figure in both layouts.")
    return f'<div class="drawing"{scrolls}>{"".join(parts)}</div>'


def _words(alt: str) -> str:
    return html.escape(alt, quote=True)


def _own_ids(body: str, name: str) -> str:
    """Keep the ids that something refers to, each with the name of the figure."""
    used = set(re.findall(r'(?:url\(#|href="#)([^")]+)', body))
    body = re.sub(
        r' id="([^"]*)"', lambda it: f' id="{name}-{it[1]}"' if it[1] in used else "", body
    )
    body = body.replace("xlink:href", "href")
    body = re.sub(r"url\(#", f"url(#{name}-", body)
    body = re.sub(r'href="#', f'href="#{name}-', body)
    # A path of no points draws nothing, and is no HTML. The font is that of the page.
    body = re.sub(r"<path(?![^>]*\sd=)[^>]*/>", "", body)
    body = re.sub(r"font-family: [^;\"]*;? ?", "", body)
    return re.sub(r"\s*\n\s*", "\n", _without_bare_groups(body))


def _without_bare_groups(body: str) -> str:
    """Take off the groups that say nothing."""
    kept, parts, opened = [], re.split(r"(<g\b[^>]*>|</g>)", body), []
    for part in parts:
        if part.startswith("<g"):
            opened.append(part.strip() != "<g>")
            kept.append(part if opened[-1] else "")
        elif part == "</g>":
            kept.append(part if opened.pop() else "")
        else:
            kept.append(part)
    return "".join(kept)


def _variables(body: str) -> str:
    """Write a variable for each color; colors that are attributes become styles."""
    body = re.sub(r' fill="(#[0-9a-f]{6})"', r' style="fill: \1"', body)
    return _COLOR.sub(lambda ink: _THEME.get(ink[0]) or f"var(--ink-{ink[0][1:]}, {ink[0]})", body)


def _dark_inks(text: str) -> str:
    """Return the style sheet with the values in the dark of the colors of a drawing."""
    inks = sorted(set(_COLOR.findall(text)) - set(_THEME))
    values = "".join(f"--ink-{ink[1:]}:{dark(ink)};" for ink in inks)
    return f'<style>html[data-theme="dark"]{{{values}}}</style>' if inks else ""


def dark(ink: str) -> str:
    """Return the color of the same hue for a dark page: what is dark becomes light.

    Examples
    --------
    >>> dark("#1f5fa8") > "#7", dark("#dfe9f5") < "#3"
    (True, True)
    """
    lightness, a, b = _to_oklab(ink)
    lightness = min(0.93, 1.32 - 1.1 * lightness)
    for kept in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0):
        parts = _from_oklab(lightness, kept * a, kept * b)
        if all(-0.002 <= part <= 1.002 for part in parts):
            break
    return "#" + "".join(f"{round(255 * _coded(min(1.0, max(0.0, part)))):02x}" for part in parts)


def _to_oklab(ink: str) -> tuple[float, float, float]:
    red, green, blue = (_linear(int(ink[k : k + 2], 16) / 255) for k in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _from_oklab(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _coded(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the drawings."""
    app.connect("config-inited", draw_in_kernels)
    # Before the other repairs, which look at images.
    app.connect("doctree-resolved", inline, priority=400)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
