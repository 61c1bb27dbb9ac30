"""The pictures of README and guide are there, small, described, and can be drawn again."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from course_lib.publishing.site.browser import chromium, launch

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "book" / "instructor_guide.md").read_text(encoding="utf-8")
SHOWN = re.findall(r":::\{figure\} (\S+)\n:alt: (.+)\n", GUIDE)
LINKED = re.findall(r"!\[([^]]*)\]\(([^)]+)\)", README)


@pytest.fixture(scope="module")
def script():
    """Return the script as a module."""
    found = importlib.util.spec_from_file_location("pictures", ROOT / "tools/readme_pictures.py")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def browser_installed():
    """Skip where there is no Chromium."""
    if chromium() is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")


@pytest.fixture(scope="module")
def browser(browser_installed):
    """Return a running Chromium."""
    with launch() as running:
        yield running


def test_each_picture_is_there_and_small_and_described(script):
    assert len(LINKED) == 3
    assert len(SHOWN) == 4
    for words, name in [*LINKED, *((words, f"book/{name}") for name, words in SHOWN)]:
        assert len(words) > 40
        assert 5_000 < (ROOT / name).stat().st_size <= script.LARGEST
    assert 5_000 < script.CARD.stat().st_size <= script.LARGEST


def test_all_that_the_script_draws_can_be_drawn_again(script, browser, tmp_path):
    drawn = [
        script.draw_card(browser, tmp_path / "card.png"),
        script.draw_message(browser, tmp_path / "check.png"),
    ]
    site = tmp_path / "site" / "book"
    site.mkdir(parents=True)
    figure = "<article><figure style='height: 900px'>A figure</figure></article>"
    (site / "shallow_networks.html").write_text(f"<!DOCTYPE html>{figure}", encoding="utf-8")
    drawn.append(script.draw_page(browser, site.parent, tmp_path / "page.png"))
    drawn.append(script.draw_feedback(browser, site / "shallow_networks.html", tmp_path / "f.png"))
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in drawn)


def test_the_message_on_the_picture_is_what_the_check_says(script):
    assert script.message().startswith("accuracy is not right yet.")


def test_a_picture_that_is_too_large_is_refused(script, browser, tmp_path, monkeypatch):
    monkeypatch.setattr(script, "LARGEST", 1000)
    with pytest.raises(ValueError, match="more than 1000"):
        script.draw_card(browser, tmp_path / "card.png")


@pytest.mark.real_tools
def test_the_pictures_of_the_guide_can_be_drawn_again(browser_installed, tmp_path):
    program = "import pathlib, sys, guide_pictures as g; g.main(pathlib.Path(sys.argv[1]))"
    command = [sys.executable, "-c", program, str(tmp_path)]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": "tools"}, check=True)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"read.png", "report.png", "formgrader.png"}
