"""The site, brought up to date once, and tiny books with the same settings to plant faults in."""

import os
import shutil
from pathlib import Path

import pytest

from course_lib.publishing.site.browser import chromium, launch
from course_lib.publishing.site.build import build_site
from course_lib.publishing.site.pyodide import fetch

ROOT = Path(__file__).parents[2]
# Run by other programs, or beside packages that are not here.
collect_ignore = ["page_needs.py", "page_runs.py", "verdicts.py"]
NOTEBOOK = """---
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {name: python3, display_name: Python 3}
---
# A page

"""
LIVE = """\
```{code-cell} python
import numpy as np
from sklearn.linear_model import LogisticRegression

import course_lib.plotting as plotting
from course_lib.relu import relu, tanh

plotting.use_style()
```

```{code-cell} python
z = np.array([-2.0, 3.0])
print("bent", relu(z))
```

```{code-cell} python
print("smooth", tanh(z).round(3))
```

```{code-cell} python
---
tags: [hide-input]
mystnb:
  image: {alt: A line that is flat up to zero and then rises.}
  figure: {caption: A kink., name: fig-kink}
---
ax = plotting.subplots()
ax.plot(z, relu(z));
```

```{code-cell} python
print(LogisticRegression().C)
```

```{live} *
:chapter: relu
```
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

    def write(root, body, live=False):
        for name in ("_config.yml", "requirements.txt"):
            shutil.copy(ROOT / name, root)
        for folder in ("_static", "_root"):
            shutil.copytree(ROOT / "book" / folder, root / "book" / folder)
        if live:
            shutil.copytree(ROOT / "vendor", root / "vendor")
            shutil.copytree(ROOT / "build" / "pyodide", root / "build" / "pyodide")
        else:
            (root / "vendor").mkdir()
        shutil.copytree(ROOT / "exercises" / "relu", root / "exercises" / "relu")
        (root / "_toc.yml").write_text("format: jb-book\nroot: book/index\n")
        (root / "book" / "index.md").write_text(NOTEBOOK + body, encoding="utf-8")
        return root

    return write


@pytest.fixture(scope="session")
def pyodide():
    """Return the folder of Pyodide; only outside of CI may it be had nowhere."""
    folder = fetch(ROOT)
    if folder is None and not os.environ.get("CI"):
        pytest.skip("Python for the page can be had nowhere: no cache, no server, no package index")
    assert folder is not None, "Python for the page can be had nowhere: see the line on stderr"
    return folder


@pytest.fixture(scope="session")
def live_site(pyodide, write_tiny_book, tmp_path_factory):
    """Return the folder of a site whose one page has cells, and all exercises of a chapter."""
    root = write_tiny_book(tmp_path_factory.mktemp("live"), LIVE, live=True)
    shutil.copy(root / "book" / "index.md", root / "book" / "relu.md")  # a chapter has downloads
    return build_site(root)


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
