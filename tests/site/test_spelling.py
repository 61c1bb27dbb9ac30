"""The spelling gate of `make lint` finds misspelt words and British spellings."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def codespell(path):
    """Run codespell with the settings of this course; return its exit code."""
    program = Path(sys.executable).with_name("codespell")
    return subprocess.run([program, path], cwd=ROOT, capture_output=True, check=False).returncode


# Each planted word is split, so that the gate does not find it here.
@pytest.mark.parametrize("word", ["col" + "our", "normal" + "ise", "t" + "eh", "recie" + "ve"])
def test_a_misspelt_word_is_found(tmp_path, word):
    (tmp_path / "page.md").write_text(f"A {word} here.\n")
    assert codespell(tmp_path / "page.md") != 0


def test_american_spelling_passes(tmp_path):
    (tmp_path / "page.md").write_text(
        "We normalize the color of a gray, labeled, vectorized plot.\n"
    )
    assert codespell(tmp_path / "page.md") == 0
