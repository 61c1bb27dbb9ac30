"""What the instructor put beside the notebook: data files and modules, for the examiner's side."""

import functools
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from course_lib.grading.examine.assignment import Assignment
from course_lib.grading.examine.handing import GIVEN


@functools.lru_cache(maxsize=8)
def laid_out(files: tuple[tuple[str, bytes], ...]) -> "tempfile.TemporaryDirectory[str]":
    """Write the files into a folder that is removed when this process ends."""
    folder = tempfile.TemporaryDirectory(prefix=GIVEN)
    for path, content in files:
        target = Path(folder.name) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


@contextmanager
def importable(assignment: Assignment) -> Iterator[Path | None]:
    """Let the instructor's cells import the modules beside the notebook, each time anew."""
    if not assignment.files:
        yield None
        return
    folder = laid_out(assignment.files).name
    sys.path.insert(0, folder)
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        yield Path(folder)
    finally:
        sys.dont_write_bytecode = before
        sys.path.remove(folder)
        for name, module in list(sys.modules.items()):
            if (getattr(module, "__file__", None) or "").startswith(folder):
                del sys.modules[name]
