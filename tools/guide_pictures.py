"""Draw the pictures of the instructor guide: ``python tools/guide_pictures.py``.

Everything on them is real: a sample class that was graded, the class report in Chromium, the page
on which answers are read, and nbgrader's formgrader in JupyterLab.
"""

import contextlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lab import jupyter
from readme_pictures import NAME, PICTURES, ROOT, SIZE, shot

from course_lib.grading.grade import grade
from course_lib.grading.results.report import write_report
from course_lib.grading.sample_class import half_done, make, mistaken, solved, stub
from course_lib.publishing.site.browser import launch

TO_THE_MIDDLE = "part => part.scrollIntoView({ block: 'center' })"


def graded(folder: Path) -> Path:
    """Grade a sample class; return its folder."""
    make(ROOT, folder, [NAME], [solved, mistaken, half_done, stub])
    list(grade(NAME, folder))
    return folder


@contextlib.contextmanager
def reading(root: Path) -> Iterator[str]:
    """Start ``course read`` and give the address that it prints."""
    command = [sys.executable, "-c", "from course_lib.cli import main; main()"]
    server = subprocess.Popen(
        [*command, "read", NAME, "--root", str(root), "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        addresses = (re.search(r"http://\S+", line) for line in server.stdout)
        yield next(found[0] for found in addresses if found)
    finally:
        server.terminate()
        server.wait()


def main(pictures: Path = PICTURES) -> None:
    """Draw all of them into a folder."""
    with launch() as browser, tempfile.TemporaryDirectory() as name:
        root = graded(Path(name) / "class")
        page = browser.new_page(viewport=SIZE)
        page.goto(write_report(NAME, root)[0].resolve().as_uri())
        drawn = [shot(page, pictures / "report.png")]
        with reading(root) as address:
            page.goto(address, wait_until="networkidle")
            page.get_by_text("mistaken").first.evaluate(TO_THE_MIDDLE)
            drawn.append(shot(page, pictures / "read.png"))
        with jupyter(root, Path(name) / "home") as address:
            page.goto(f"{address}/formgrader/manage_submissions/{NAME}", wait_until="networkidle")
            page.locator("#main-table td").first.wait_for()
            page.locator("#main-table").evaluate(TO_THE_MIDDLE)
            drawn.append(shot(page, pictures / "formgrader.png"))
    for path in drawn:
        sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main()
