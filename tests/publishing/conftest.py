"""One copy of the course, released once, that several tests look at."""

import shutil
from pathlib import Path

import pytest

from course_lib.publishing.notebooks.release import release

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(path.stem for path in (ROOT / "solutions").glob("*/*.md"))


def copy_course(folder: Path) -> Path:
    """Copy what a release starts from: sources, settings, lock."""
    for path in [*(ROOT / "solutions").glob("*/*.md")]:
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    for name in ("nbgrader_config.py", "requirements.txt"):
        shutil.copyfile(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def released(tmp_path_factory):
    """Return the root of a course that was released from its sources alone."""
    root = copy_course(tmp_path_factory.mktemp("course"))
    release(None, root)
    return root
