"""Draw the pictures of the README, and the card that goes with links to the site.

Run from the course directory, after ``course build``: ``python tools/readme_pictures.py``.
Everything
on them is real: a page of the site, what a check says, a page of feedback.
"""

import html
import io
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

from course_lib.checks import CheckFailed, check
from course_lib.grading.grade import grade
from course_lib.grading.results.feedback import write_feedback
from course_lib.grading.sample_class import make, mistaken
from course_lib.publishing.site.browser import launch, serve
from course_lib.publishing.site.picture import panels

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "book" / "_pictures"
CARD = ROOT / "book" / "_root" / "card.png"
LARGEST = 150_000
SIZE = {"width": 960, "height": 600}
CHAPTER = "shallow_networks"
NAME = "binary_classification"
SETTLED = "() => window.MathJax?.startup?.promise.then(() => true) ?? true"
CARD_PAGE = """<!DOCTYPE html><html lang="en" data-theme="light"><meta
charset="utf-8"><style>{style}
body {{ margin: 0; width: 1200px; height: 630px; background: #fff; color: #222; font-family:
sans-serif;
  display: grid; align-content: center; gap: 40px; --pst-color-border: #ccc;
  --pst-color-background: #fff }}
h1 {{ margin: 0 60px; font-size: 58px }} p {{ margin: 12px 60px 0; font-size: 30px }}
.front-picture {{ display: flex; justify-content: center; gap: 60px; margin: 0 }}
.front-panel svg {{ width: 310px; max-width: none }} figcaption {{ display: none }}
</style><div><h1>How a neural network classifies</h1><p>From scratch in NumPy, from one neuron
on.</p></div>
<div class="front-picture">{panels}</div></html>"""
MESSAGE_PAGE = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><style>
body {{ margin: 0; padding: 20px 24px; background: #fff; color: #222; font: 15px/1.5 sans-serif }}
.cell {{ display: grid; grid-template-columns: 60px 1fr; gap: 8px; margin-bottom: 14px }}
.cell span {{ color: #666; font: 13px/1.9 monospace; text-align: right }}
pre {{ margin: 0; padding: 8px 12px; font: 14px/1.5 monospace; white-space: pre-wrap }}
.in pre {{ background: #f5f5f5; border: 1px solid #ddd; border-radius: 4px }}
.out pre {{ background: #fdecea; border-left: 4px solid #b3261e }}
</style><div class="cell in"><span>In [4]:</span><pre>{code}</pre></div>
<div class="cell in"><span>In [5]:</span><pre>check("accuracy", accuracy)</pre></div>
<div class="cell out"><span></span><pre>{message}</pre></div></html>"""
ANSWER = "def accuracy(Y_pred, Y):\n    return float(np.sum(Y_pred == Y))"


def small(png: bytes) -> bytes:
    """Keep a picture in 256 colors, which is enough for pages and half of the bytes."""
    target = io.BytesIO()
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture.quantize(256, dither=Image.Dither.NONE).save(target, "PNG", optimize=True)
    return target.getvalue()


def shot(page, target, **options):
    """Photograph an open page into a file that is small enough."""
    page.evaluate(SETTLED)
    png = small(page.screenshot(animations="disabled", **options))
    if len(png) > LARGEST:
        raise ValueError(f"{target.name}: {len(png)} bytes, more than {LARGEST}")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(png)
    return target


def message() -> str:
    """Return what the check says of a real mistake."""
    space = {"np": np}
    exec(ANSWER, space)
    try:
        check("accuracy", space["accuracy"])
    except CheckFailed as failed:
        return str(failed)
    raise AssertionError("the wrong answer passed")


def draw_card(browser, target):
    """Draw the card of the site: its title and the picture of its first page."""
    style = (ROOT / "book" / "_static" / "course.css").read_text(encoding="utf-8")
    page = browser.new_page(viewport={"width": 1200, "height": 630})
    page.set_content(CARD_PAGE.format(style=style, panels="".join(panels())))
    return shot(page, target)


def draw_message(browser, target):
    """Draw a notebook cell with a wrong answer, and what the check says below it."""
    page = browser.new_page(viewport={"width": 960, "height": 200})
    page.set_content(MESSAGE_PAGE.format(code=html.escape(ANSWER), message=html.escape(message())))
    return shot(page, target, full_page=True)


def draw_page(browser, site, target, name=CHAPTER):
    """Draw the top of a chapter at its first figure."""
    with serve(site) as address:
        page = browser.new_page(viewport=SIZE)
        page.goto(f"{address}/book/{name}.html", wait_until="networkidle")
        page.evaluate(SETTLED)
        page.locator("article figure").first.evaluate(
            "figure => window.scrollTo(0, figure.getBoundingClientRect().top + scrollY - 180)"
        )
        page.wait_for_timeout(500)
        return shot(page, target)


def graded(folder):
    """Grade one student who makes common mistakes; return the page of feedback."""
    make(ROOT, folder, [NAME], [mistaken])
    list(grade(NAME, folder, unsafe=shutil.which("bwrap") is None))
    return next(path for path in write_feedback(NAME, folder) if "mistaken" in str(path))


def draw_feedback(browser, page_file, target):
    """Draw a page of feedback where it names a mistake first."""
    page = browser.new_page(viewport=SIZE)
    page.goto(page_file.resolve().as_uri())
    page.evaluate("""() => (document.querySelector('.verdict pre') ?? document.body)
        .scrollIntoView({ block: 'center' })""")
    return shot(page, target)


def main():
    """Draw all of them."""
    with launch() as browser, tempfile.TemporaryDirectory() as folder:
        draw_card(browser, CARD)
        draw_message(browser, PICTURES / "check.png")
        draw_page(browser, ROOT / "_build" / "html", PICTURES / "page.png")
        draw_feedback(browser, graded(Path(folder) / "class"), PICTURES / "feedback.png")
    for path in (CARD, *sorted(PICTURES.glob("*.png"))):
        sys.stdout.write(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main()
