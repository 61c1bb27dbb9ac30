"""One copy of the course, released once, that several tests look at."""

from pathlib import Path

import pytest

from course_lib.publishing.notebooks.release import release

from .copies import ROOT, SETTINGS, copied

collect_ignore = ["another_name.py"]  # run by another program
SOURCES = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "solutions").glob("*/*.md"))]


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the root of a course that was released from its sources alone."""
    root = copied(tmp_path_factory.mktemp("course"), *SOURCES, *SETTINGS)
    release(None, root)
    return root
