"""What surrounds a test cell: what of it is told to the student's process, and what is kept out."""

import os
import pickle
import random
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from course_lib.grading.examine.names import StudentNames
from course_lib.grading.examine.surroundings import Quiet, Surroundings, is_harmless


class Nobody:
    """A notebook that has written files and draws nothing."""

    def __init__(self, files=None):
        self.given = files or {}

    def files(self):
        return self.given


def around(text, files=None, given=None):
    return Surroundings(text, StudentNames({}.__getitem__), Nobody(files), given)


HARMFUL = [
    "../x.txt", "/tmp/x.txt", "a/../../x", "x.py", "X.PY", "x.so", "m.pth", "d.pickle", "a.PKL",
    "matplotlibrc", "sub/matplotlibrc", "", "x\0y", "a\nb", "x" * 201, "a/b/c/d/e/f", 7, None,
]  # fmt: skip


@pytest.mark.parametrize("name", HARMFUL, ids=repr)
def test_file_that_leaves_the_folder_or_may_be_code_is_not_written(name):
    assert not is_harmless(name)


def test_files_of_the_student_are_written_where_nothing_is_imported(tmp_path):
    (tmp_path / "table.csv").write_text("given")
    files = {
        "out.txt": b"theirs", "sub/data.json": b"{}", "mod.py": b"raise SystemExit",
        "table.csv": b"forged", "big.bin": b"x" * 2**24, "text": "no bytes",
    }  # fmt: skip
    here = around("open('out.txt')", files, tmp_path)
    before = os.getcwd(), list(sys.path)
    with here.around():
        here.begin()
        assert sorted(os.listdir()) == ["out.txt", "sub", "table.csv"]
        assert Path("out.txt").read_text() == "theirs"
        assert Path("table.csv").read_text() == "given"
        assert all(os.path.isabs(place) for place in sys.path)
        folder = os.getcwd()
    assert (os.getcwd(), sys.path) == before
    assert not os.path.exists(folder)


def test_files_of_the_cell_are_told_once():
    here = around("open('in.txt', 'w')")
    with here.around():
        with open("in.txt", "w") as file:
            file.write("a")
        assert here.before()["files"] == {"in.txt": b"a"}
        assert here.before()["files"] == {}
        here.after({"files": {"back.txt": b"b"}})
        assert here.before()["files"] == {}


def test_cell_that_uses_no_files_has_no_folder():
    here, before = around("assert f(1) == 2"), os.getcwd()
    with here.around():
        here.after({"files": {"out.txt": b"x"}})
        assert os.getcwd() == before
    assert not os.path.exists("out.txt")


def test_other_functions_are_told_while_they_are_there():
    here = around("with patch('random.randint'): ...")
    with here.around(), pytest.MonkeyPatch.context() as monkeypatch:
        assert "patched" not in here.before()
        monkeypatch.setattr(random, "randint", len)
        monkeypatch.setattr("builtins.input", max)
        assert here.before()["patched"] == {"random.randint": len, "builtins.input": max}


def test_printed_text_goes_where_the_cell_looks_and_nowhere_else(monkeypatch, capsys):
    here = around("")
    monkeypatch.setattr(sys, "stdout", Quiet())
    here.after({"printed": "of the student"})
    assert (sys.stdout.getvalue(), here.before()) == ("", {})
    monkeypatch.undo()
    assert here.before() == {"listen": True}
    here.after({"printed": "heard"})
    assert capsys.readouterr().out == "heard"


@pytest.mark.parametrize("left", [None, 7, {"printed": 7}, {"files": [1]}, {"files": {1: b""}}])
def test_what_is_left_in_another_form_is_nothing(left):
    here = around("open('x')")
    with here.around():
        here.after(left)
        assert os.listdir() == []


def test_seeds_are_told_once_and_the_graders_own_stay():
    here = around("np.random.seed(3)")
    before = np.random.get_state()[1].copy(), random.getstate()  # noqa: NPY002
    with here.around():
        assert "seeds" not in here.before()
        np.random.seed(3)  # noqa: NPY002
        told = here.before()["seeds"]
        assert list(told) == ["numpy"]
        assert told["numpy"].rand() == np.random.RandomState(3).rand()
        assert "seeds" not in here.before()
        random.seed(4)
        assert list(here.before()["seeds"]) == ["random"]
    after = np.random.get_state()[1], random.getstate()  # noqa: NPY002
    assert np.array_equal(after[0], before[0])
    assert after[1] == before[1]


def test_bytes_of_a_student_are_not_unpickled_here_and_other_threads_go_on():
    data, found = pickle.dumps([1]), []
    with around("").around():
        with pytest.raises(RuntimeError, match="outside the sandbox"):
            pickle.loads(data)
        thread = threading.Thread(target=lambda: found.append(pickle.loads(data)))
        thread.start()
        thread.join()
    assert found == [[1]] == [pickle.loads(data)]


def test_examples_in_a_docstring_are_not_run_here():
    import doctest

    def theirs():
        """
        >>> 1 + 1
        2
        """

    with around("import doctest").around(), pytest.raises(RuntimeError, match="doctest would run"):
        doctest.run_docstring_examples(theirs, {})


def test_main_is_the_cells_own_module():
    names = StudentNames({"theirs": 3}.__getitem__)
    before = sys.modules["__main__"]
    with Surroundings("", names, Nobody()).around():
        import __main__

        __main__.mine = 4
        assert (__main__.theirs, names["mine"]) == (3, 4)
        assert not hasattr(__main__, "nobodys")
        del __main__.mine
        assert not hasattr(__main__, "mine")
    assert sys.modules["__main__"] is before
