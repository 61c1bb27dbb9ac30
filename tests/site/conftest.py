"""The site, brought up to date once, and tiny books with the same settings to plant faults in."""

import shutil
from pathlib import Path

import pytest

from course_lib.publishing.site.browser import chromium, launch
from course_lib.publishing.site.build import build_site

ROOT = Path(__file__).parents[2]
NOTEBOOK = """---
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {name: python3, display_name: Python 3}
---
# A page

"""


@pytest.fixture(scope="session")
def site():
    """Return the folder of the pages of this course, those that changed built anew."""
    return build_site(ROOT)


@pytest.fixture(scope="session")
def browser_installed():
    """Skip where there is no Chromium."""
    if chromium() is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")


@pytest.fixture(scope="module")
def browser(browser_installed):
    """Return a running Chromium; skip where there is none."""
    with launch() as running:
        yield running


@pytest.fixture(scope="session")
def write_tiny_book():
    """Return a function that writes a book of one page, with the settings of this course."""

    def write(root, body):
        shutil.copy(ROOT / "_config.yml", root)
        for folder in ("_static", "_root"):
            shutil.copytree(ROOT / "book" / folder, root / "book" / folder)
        (root / "vendor").mkdir()
        (root / "_toc.yml").write_text("format: jb-book\nroot: book/index\n")
        (root / "book" / "index.md").write_text(NOTEBOOK + body, encoding="utf-8")
        return root

    return write


@pytest.fixture
def tiny_book(tmp_path, write_tiny_book):
    """Return a function that writes a tiny book into a fresh folder."""
    return lambda body: write_tiny_book(tmp_path, body)


@pytest.fixture
def page(tmp_path):
    """Return a function that writes one page, without the theme, and returns its folder."""

    def write(body, head=""):
        text = f'<!DOCTYPE html><html lang="en"><head><title>A page</title>{head}</head>'
        text += f"<body><main><h1>A page</h1>{body}</main></body></html>"
        (tmp_path / "page.html").write_text(text, encoding="utf-8")
        return tmp_path

    return write
