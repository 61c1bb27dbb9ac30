"""What makes the grader start quickly changes nothing of what it does."""

import importlib.metadata
import os
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

from course_lib.grading.inside import confine
from course_lib.grading.journal import locked
from course_lib.grading.pool import LocalPool
from course_lib.grading.results.gradebook import Book
from course_lib.grading.sandbox import edition, fonts
from course_lib.grading.sandbox.process import bubblewrap

FONTS = """
import logging, sys
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout)
sys.path[:0] = ["/sandbox", "/sandbox/site"]
from matplotlib import font_manager
print("names:", sorted({font.name for font in font_manager.fontManager.ttflist}))
"""


def python(code):
    """Run a program in a process of its own; give what it prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


# The gradebook without nbgrader's web server.


def test_the_gradebook_loads_neither_commands_nor_server_of_nbgrader():
    code = "import course_lib.grading.results.gradebook, sys; print(*sys.modules)"
    loaded = python(code).split()
    assert "nbgrader.api" in loaded
    assert not {"nbconvert", "nbgrader.apps", "nbgrader.server_extensions"} & set(loaded)


def test_nbgrader_gives_all_its_names_when_it_is_asked():
    code = (
        "import course_lib.grading, nbgrader, sys\n"
        "print(nbgrader.{}, 'nbgrader.apps' in sys.modules)"
    )
    assert python(code.format("utils.__name__")) == "nbgrader.utils False"
    version = importlib.metadata.version("nbgrader")
    assert python(code.format("__version__")) == f"{version} True"
    assert python("import course_lib.grading, nbgrader; print(hasattr(nbgrader, 'x'))") == "False"


# Workers.


def held_here(path):
    """Tell in a worker whether the journal is locked by somebody."""
    try:
        locked(path).close()
    except RuntimeError:
        return True
    return False


def test_workers_hold_no_lock_of_the_process_that_they_are_a_fork_of(tmp_path):
    path = tmp_path / "toy.jsonl"
    journal = locked(path)
    pool = LocalPool(2)
    try:
        assert pool.executor.submit(held_here, path).result()
        journal.close()  # as when this process is killed: the workers end a moment later
        end = time.monotonic() + 30  # the second worker may be about to start
        while held_here(path):
            assert time.monotonic() < end
            time.sleep(0.1)
    finally:
        pool.close()


def draw(_):
    return float(np.random.random())  # noqa: NPY002


@pytest.mark.parametrize("beside", [False, True])
def test_workers_are_forks_only_of_a_process_with_one_thread(beside, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1 + beside)
    pool = LocalPool(2)
    try:
        assert pool.executor._mp_context.get_start_method() == ("spawn" if beside else "fork")
        before = np.random.get_state()  # noqa: NPY002
        assert pool.executor.submit(draw, 0).result() != draw(0)
        np.random.set_state(before)  # noqa: NPY002
    finally:
        pool.close()


# The gradebook's copy of the source.


@pytest.fixture
def saves(toy, monkeypatch):
    """Count how often the toy assignment is saved."""
    done = []
    save = Book.save_assignment
    monkeypatch.setattr(
        Book, "save_assignment", lambda self, *args: done.append(1) or save(self, *args)
    )
    return done


def released(toy):
    return Book(toy.root).released(toy.assignment, {})


def test_an_assignment_is_saved_once(toy, saves):
    first = released(toy)
    assert first
    assert released(toy) == first
    assert len(saves) == 1


@pytest.mark.parametrize("change", ["points", "cell", "source", "settings", "gone"])
def test_what_has_changed_since_is_saved_again(toy, saves, change):
    first = released(toy)
    if change == "source":
        toy.write("solutions/toy/toy.ipynb", toy.notebook("def double(x):\n    return x + x"))
    elif change == "settings":
        toy.write("nbgrader_config.py", "c = get_config()\nc.ClearSolutions.text_stub = 'Write!'")
    else:
        with Book(toy.root).open() as book:
            if change == "points":
                book.find_grade_cell("triple-visible", "toy", "toy").max_score = 7
            elif change == "cell":
                book.find_source_cell("double-visible", "toy", "toy").source = "assert True"
            else:
                book.remove_assignment("toy")
            book.db.commit()
    assert set(released(toy)) == set(first)
    assert len(saves) == 2
    with Book(toy.root).open() as book:
        assert book.find_grade_cell("triple-visible", "toy", "toy").max_score == 1
        assert "2" in book.find_source_cell("double-visible", "toy", "toy").source
    released(toy)
    assert len(saves) == 2


def test_settings_of_the_late_penalty_are_read_where_there_are_some(toy, monkeypatch):
    toy.write("nbgrader_config.py", "c = get_config()\nc.AssignLatePenalties.plugin_class = 'no'")
    toy.submit("ada", toy.notebook())
    with Book(toy.root).open() as book, pytest.raises(Exception, match="no"):
        Book(toy.root).refresh(book, "toy", None, {})


# The sandbox.


def test_the_list_of_fonts_holds_those_of_matplotlib_alone():
    ((name, text),) = fonts.listed().items()
    assert name.startswith("fontlist-v")
    assert "DejaVu Sans" in text
    assert '"fname": "/' not in text


def test_the_warm_process_reads_the_list_instead_of_every_font(sandboxed):
    here = [*bubblewrap(), os.path.realpath(sys.executable), "-B", "-S", "-P", "-c", FONTS]
    said = subprocess.run(here, capture_output=True, text=True, check=True).stdout
    assert "Using fontManager instance from /tmp/matplotlib/fontlist" in said
    assert "'DejaVu Sans'" in said


def test_packages_are_those_of_the_list_of_every_file():
    for name in ("numpy", "ipython", "matplotlib"):
        distribution = importlib.metadata.distribution(name)
        assert edition.tops_of(distribution) == {file.parts[0] for file in distribution.files}


def test_a_package_without_such_a_list_is_found_by_its_files(monkeypatch):
    distribution = importlib.metadata.distribution("numpy")
    expected = edition.tops_of(distribution)
    files = distribution.files
    monkeypatch.setattr(type(distribution), "read_text", lambda self, name: None)
    monkeypatch.setattr(type(distribution), "files", files)
    assert edition.tops_of(distribution) == expected


def test_large_pages_are_asked_for_within_memory_of_no_file(tmp_path, monkeypatch):
    maps = tmp_path / "self" / "maps"
    maps.parent.mkdir()
    maps.write_text(
        "00100000-00900000 rw-p 00000000 00:00 0 \n"
        "00a00000-01000000 rw-p 00000000 fe:00 26   /usr/lib/x.so\n"
        "01000000-01200000 rw-p 00000000 00:00 0    [heap]\n"
        "01200000-01300000 r--p 00000000 00:00 0 \n"
    )
    asked = []

    class Libc:
        malloc_trim = staticmethod(lambda rest: 0)
        madvise = staticmethod(lambda place, size, advice: asked.append((place.value, size.value)))

    monkeypatch.setattr(confine, "libc", Libc)
    folder = os.open(tmp_path, os.O_PATH)
    confine.ease_forks(folder)
    assert asked == [(place << 20, 2 << 20) for place in (2, 4, 6, 16)]
    maps.unlink()
    confine.ease_forks(folder)  # where /proc is masked
    os.close(folder)
    assert len(asked) == 4
