"""Each benchmark loads: what it takes from the library is still there."""

import runpy
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_a_benchmark_loads(path, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(FOLDER), *sys.path])
    assert runpy.run_path(str(path), run_name="loaded")["__doc__"]


def test_a_name_that_is_gone_is_found(tmp_path):
    script = tmp_path / "benchmark.py"
    script.write_text('"""Old."""\nfrom course_lib.publishing.gates.numbers import unstated\n')
    with pytest.raises(ImportError, match="unstated"):
        runpy.run_path(str(script), run_name="loaded")
