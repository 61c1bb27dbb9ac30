"""One version, in one place; the changelog leads up to it; GitHub can show the issue forms."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

import course_lib

ROOT = Path(__file__).parents[2]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml"))
KINDS = {"markdown", "textarea", "input", "dropdown", "checkboxes"}


def test_the_version_stands_in_one_place():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["dynamic"] == ["version"]
    assert version("course_lib") == course_lib.__version__
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert not citation.keys() & {"version", "date-released"}


def sections(text):
    """List the headings of a changelog: what is not released yet, then each version."""
    return re.findall(r"^## (.*)$", text, flags=re.MULTILINE)


def faults(text):
    """List what the changelog lacks for a release of this version."""
    found = sections(text)
    if not found or found[0] != "[Unreleased]":
        return ["the first section is not [Unreleased]"]
    wrong = [heading for heading in found[1:]
             if not re.fullmatch(r"\[\d+\.\d+\.\d+\]( - \d{4}-\d\d-\d\d)?", heading)]  # fmt: skip
    if wrong:
        return [f"no version and date: {heading}" for heading in wrong]
    if len(found) < 2 or found[1].split()[0] != f"[{course_lib.__version__}]":
        return [f"the newest version is not {course_lib.__version__}"]
    return [f"no date: {heading}" for heading in found[2:] if " - " not in heading]


def test_the_changelog_leads_up_to_this_version():
    assert faults(CHANGELOG) == []


NOW = f"## [{course_lib.__version__}]"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{NOW} - 2026-11-24", "not [Unreleased]"),
        (f"## [Unreleased]\n{NOW} (soon)", "no version and date"),
        ("## [Unreleased]\n## [99.0.0]", "the newest version"),
        (f"## [Unreleased]\n{NOW}\n## [0.0.1]", "no date: [0.0.1]"),
    ],
)
def test_a_planted_fault_of_the_changelog_is_seen(text, told):
    (fault,) = faults(text)
    assert told in fault


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_each_issue_form_has_what_github_asks_for(path):
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= form.keys()
    assert {part["type"] for part in form["body"]} <= KINDS
    fields = [part for part in form["body"] if part["type"] != "markdown"]
    ids = [part["id"] for part in fields]
    assert ids
    assert len(set(ids)) == len(ids)
    assert all(part["attributes"]["label"] for part in fields)


def test_there_is_a_form_for_each_kind_of_issue_and_no_blank_one():
    assert [path.stem for path in FORMS] == ["book", "exercise", "grading"]
    config = yaml.safe_load((FORMS[0].parent / "config.yml").read_text(encoding="utf-8"))
    assert config["blank_issues_enabled"] is False
