"""What the site covers, how long it takes to build, how heavy its pages are.

Run from the course directory: ``python benchmarks/site.py``. The build is timed beside the time
that its own cells take, measured in the same run.
"""

import re
import tempfile
import time
from pathlib import Path

import jupytext
import nbclient
import yaml

from course_lib.checks import registry
from course_lib.publishing.derived import contents, traceability
from course_lib.publishing.gates.html import missing_alt, pages
from course_lib.publishing.gates.numbers import faults, read
from course_lib.publishing.gates.prose import numbers
from course_lib.publishing.site.browser import MODES, inspect, launch, serve
from course_lib.publishing.site.build import build_site

ROOT = Path(__file__).parents[1]


def cell_seconds():
    """Return the summed time of all cells of the pages in the contents, and of their kernels."""
    spent = 0.0
    for name in contents.files(ROOT):
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


def source_ranges():
    """Return how many line ranges of the source documents a page names, and how many there are."""
    every = yaml.safe_load((ROOT / traceability.RANGES).read_text("utf-8"))
    served = [
        all(set(range(first, last + 1)) <= served_by(page, document) for page in owners)
        for document, rows in every.items()
        for first, last, *owners in rows
    ]
    return sum(served), len(served)


def served_by(page, document):
    """Return the lines of a document that a page names in its front matter."""
    return traceability.served_lines(traceability.front_matter(ROOT, page), document)


def equations():
    """Return how many labeled equations have a test, and how many there are."""
    labels = [label for name in registry.CHAPTERS for label in traceability.labels(ROOT, name)]
    tested = traceability.equation_tests(ROOT)
    return sum(label in tested for label in labels), len(labels)


def asserted_numbers():
    """Return how many numbers the chapters assert where they stand, and how many they print."""
    texts = [(ROOT / "book" / f"{name}.md").read_text("utf-8") for name in registry.CHAPTERS]
    passages = [passage for text in texts for passage in read(text)[0]]
    printed = sum(len(numbers(each.text, math=each.math)) for each in passages)
    return printed - sum(len(faults(text)) for text in texts), printed


def figures(site):
    """Return how many figures have an alt text, and how many there are."""
    texts = [page.read_text("utf-8") for page in pages(site)]
    images = sum(len(re.findall(r"<img\b", text)) for text in texts)
    drawings = [tag for text in texts for tag in re.findall(r'<div class="drawing"[^>]*>.*', text)]
    labeled = sum(bool(re.search(r'aria-label="[^"]', tag)) for tag in drawings)
    return images - len(missing_alt(site)) + labeled, images + len(drawings)


def print_coverage(site, visits):
    """Print what is covered, as a share of what there is."""
    looks = [bool(faults) for seen in visits.values() for faults in seen.inaccessible.values()]
    shares = {
        "source ranges served": source_ranges(),
        "equations verified": equations(),
        "numbers asserted": asserted_numbers(),
        "figures with alt text": figures(site),
        f"pages x {len(MODES)} modes, axe": (len(looks) - sum(looks), len(looks)),
    }
    for name, (covered, total) in shares.items():
        print(f"{name:24} {covered:4} / {total}")


def print_pages(visits):
    """Print first paint and transfer of each page."""
    print(f"\n{'page':44} {'first paint':>11} {'transfer':>9} {'files':>5}")
    for name, seen in visits.items():
        size = sum(seen.transfer.values()) / 1000
        print(f"{name:44} {seen.first_paint:8.0f} ms {size:6.0f} kB {len(seen.transfer):5}")


def main():
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder)
        cold = build_seconds(output, clean=True)
        cells = cell_seconds()
        warm = build_seconds(output, clean=False)
        print(f"cells alone  {cells:6.1f} s")
        print(f"cold build   {cold:6.1f} s   {cold / cells:.2f} times the cells")
        print(f"warm build   {warm:6.1f} s   {warm / cells:.2f} times the cells, nothing changed\n")
        site = output / "_build" / "html"
        with serve(site) as address, launch() as browser:
            names = [str(path.relative_to(site)) for path in pages(site)]
            visits = {name: inspect(browser, f"{address}/{name}") for name in names}
        print_coverage(site, visits)
        print_pages(visits)


if __name__ == "__main__":
    main()
