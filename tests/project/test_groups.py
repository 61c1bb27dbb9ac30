"""Tests that share something slow to make run on one worker, in the pytest that is locked."""

import re
import subprocess
import sys

GROUPED = """\
import pytest

@pytest.mark.xdist_group("together")
@pytest.mark.parametrize("number", range(8))
def test_number(number):
    pass
"""


def test_the_tests_of_a_group_share_a_worker(tmp_path):
    (tmp_path / "test_grouped.py").write_text(GROUPED)
    command = ["-m", "pytest", "-v", "-p", "no:nbval", "--numprocesses=2", "--dist=loadgroup"]
    done = subprocess.run(
        [sys.executable, *command], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    workers = re.findall(r"^\[(gw\d)\].* PASSED", done.stdout, re.MULTILINE)
    assert len(workers) == 8
    assert len(set(workers)) == 1
