"""Build times of the site beside the time its own cells take; weight and first paint per page.

Run from the course directory: ``python benchmarks/site.py``.
"""

import re
import tempfile
import time
from pathlib import Path

import jupytext
import nbclient

from course_lib.publishing.browser import launch, serve, visit
from course_lib.publishing.gates import pages
from course_lib.publishing.site import build_site

ROOT = Path(__file__).parents[1]


def cell_seconds():
    """Return the summed time of all cells of the pages in the contents, and of their kernels."""
    spent = 0.0
    for name in re.findall(r"(?:file|root): (\S+)", (ROOT / "_toc.yml").read_text("utf-8")):
        path = ROOT / f"{name}.md"
        notebook = jupytext.read(path, fmt="md:myst")
        if not any(cell.cell_type == "code" for cell in notebook.cells):
            continue
        start = time.perf_counter()
        nbclient.execute(notebook, cwd=str(path.parent), kernel_name="python3")
        spent += time.perf_counter() - start
    return spent


def build_seconds(output, *, clean):
    """Return how long one build takes."""
    start = time.perf_counter()
    build_site(ROOT, clean=clean, output=output)
    return time.perf_counter() - start


def main():
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder)
        cold = build_seconds(output, clean=True)
        cells = cell_seconds()
        warm = build_seconds(output, clean=False)
        print(f"cells alone  {cells:6.1f} s")
        print(f"cold build   {cold:6.1f} s   {cold / cells:.2f} times the cells")
        print(f"warm build   {warm:6.1f} s   nothing changed")
        print(f"\n{'page':44} {'first paint':>11} {'transfer':>9} {'files':>5}")
        site = output / "_build" / "html"
        with serve(site) as address, launch() as browser:
            for path in pages(site):
                name = str(path.relative_to(site))
                seen = visit(browser, f"{address}/{name}")
                size = sum(seen.transfer.values()) / 1000
                paint = seen.first_paint
                print(f"{name:44} {paint:8.0f} ms {size:6.0f} kB {len(seen.transfer):5}")


if __name__ == "__main__":
    main()
