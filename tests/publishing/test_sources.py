"""A source that nbgrader would release with a fault in silence is refused, and says where."""

from pathlib import Path

import pytest

from course_lib.publishing.notebooks.sources import (
    SourceError,
    announce_points,
    read_source,
    validate_source,
)

SOURCE = '''\
---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

### Doubling

```{code-cell} ipython3
---
nbgrader: {grade_id: twice, grade: false, solution: true, locked: false, task: false, schema_version: 3}
---
def twice(x):
    """Two times x."""
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION
```

```{code-cell} ipython3
---
nbgrader: {grade_id: twice-visible, grade: true, solution: false, locked: true, task: false, points: 1, schema_version: 3}
---
# The double of a number.
check("twice", twice)
```

```{code-cell} ipython3
---
nbgrader: {grade_id: twice-hidden, grade: true, solution: false, locked: true, task: false, points: 2, schema_version: 3}
---
# The double of a number, hidden.
### BEGIN HIDDEN TESTS
check("twice", twice, hidden=True)
### END HIDDEN TESTS
```

+++ {"nbgrader": {"grade_id": "words", "grade": true, "solution": true, "locked": false, "task": false, "points": 4, "schema_version": 3}}

### BEGIN SOLUTION
Because.
### END SOLUTION
'''  # noqa: E501


def problems(text: str, folder: Path) -> str:
    """Return what is said about a source, empty if nothing is."""
    path = folder / "doubling.md"
    path.write_text(text, encoding="utf-8")
    try:
        validate_source(read_source(path), Path("doubling.md"), ["twice"])
    except SourceError as error:
        return str(error)
    return ""


def test_good_source_has_no_problem(tmp_path):
    assert problems(SOURCE, tmp_path) == ""


FAULTS = {
    "misspelt hidden marker": ("### BEGIN HIDDEN TESTS", "### BEGN HIDDEN TESTS", "is no marker"),
    "lower-case hidden marker": ("### BEGIN HIDDEN TESTS", "### begin hidden tests", "no marker"),
    "hidden marker with one sign": ("### BEGIN HIDDEN TESTS", "# BEGN HIDDEN TESTS", "no marker"),
    "marker behind code": ("    ### END SOLUTION", "    x = 1  ### END SOLUTION", "no marker"),
    "reserved sign in code": ("    return 2 * x", "    return 2 * x  ### twice", "no marker"),
    "unclosed solution": (
        "    return 2 * x\n    ### END SOLUTION",
        "    return 2 * x",
        "never closed",
    ),
    "unclosed hidden tests": ("\n### END HIDDEN TESTS", "", "never closed"),
    "end without begin": ("    ### BEGIN SOLUTION\n", "", "closes nothing"),
    "nested regions": ("    return 2 * x", "    ### BEGIN SOLUTION\n    return 2 * x", "inside"),
    "duplicate grade_id": ("grade_id: twice-hidden", "grade_id: twice-visible", "already used"),
    "points missing": (" points: 2,", "", "points above 0"),
    "points zero": (" points: 2,", " points: 0,", "points above 0"),
    "unregistered test cell": ("grade_id: twice-visible", "grade_id: twise-visible", "'twice'"),
    "test cell of another kind": (
        "grade_id: twice-hidden",
        "grade_id: twice-secret",
        "'<exercise>-",
    ),
    "hidden check released": (
        'check("twice", twice)',
        'check("twice", twice, hidden=True)',
        "released",
    ),
    "code beside hidden tests": (
        "### BEGIN HIDDEN",
        "print(1)\n### BEGIN HIDDEN",
        "would be released",
    ),
    "no comment in a test cell": ("# The double of a number.\n", "", "opens with a comment"),
    "forbidden import": ("def twice", "import scipy.special\ndef twice", "scipy.special"),
    "wrong name defined": ("def twice(x)", "def double(x)", "must define exactly twice"),
    "no docstring": ('    """Two times x."""\n', "", "no docstring"),
    "syntax error": ("def twice(x):", "def twice(x:", "no Python"),
    "solution elsewhere": (
        "grade: false, solution: true",
        "grade: false, solution: false",
        "solution: true",
    ),
    "unlocked test": (
        "locked: true, task: false, points: 1",
        "locked: false, task: false, points: 1",
        "locked",
    ),
    "no call of check": ('check("twice", twice)\n', "assert twice\n", "never calls"),
    "metadata missing": (" task: false, schema_version", " schema_version", "lacks task"),
    "no written question": ('"solution": true', '"solution": false', "no written question"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_is_refused_with_file_and_cell(fault, tmp_path):
    old, new, said = FAULTS[fault]
    assert old in SOURCE
    text = problems(SOURCE.replace(old, new, 1), tmp_path)
    assert said in text
    assert text.startswith("doubling.md, ")


def test_misspelt_marker_in_markdown_is_refused(tmp_path):
    text = SOURCE.replace("### BEGIN SOLUTION\nBecause.", "### BEGN SOLUTION\nBecause.")
    assert "doubling.md, cell 4 (words): '### BEGN SOLUTION' is no marker" in problems(
        text, tmp_path
    )


def test_exercise_without_cells_is_named(tmp_path):
    path = tmp_path / "doubling.md"
    path.write_text(SOURCE, encoding="utf-8")
    with pytest.raises(SourceError, match="no cell 'thrice': the exercise thrice is registered"):
        validate_source(read_source(path), Path("doubling.md"), ["twice", "thrice"])


def test_missing_source_is_an_error(tmp_path):
    with pytest.raises(SourceError, match="there is no such file"):
        read_source(tmp_path / "absent.md")


def test_cell_ids_depend_on_the_text_alone(tmp_path):
    path = tmp_path / "doubling.md"
    path.write_text(SOURCE, encoding="utf-8")
    assert [c.id for c in read_source(path).cells] == [f"doubling-{k}" for k in range(5)]


def test_headings_say_what_their_section_counts(tmp_path):
    path = tmp_path / "doubling.md"
    path.write_text(
        SOURCE.replace("### Doubling", "# Numbers\n\nTwo tasks.\n\n+++\n\n### Doubling").replace(
            '+++ {"nb', '## In words\n\nWhy?\n\n+++ {"nb'
        ),
        encoding="utf-8",
    )
    notebook = read_source(path)
    announce_points(notebook)
    lines = [line for cell in notebook.cells for line in cell.source.splitlines()]
    headings = [line for line in lines if "(" in line and line.startswith("#")]
    assert headings[:2] == ["# Numbers (7 points)", "### Doubling (3 points)"]
    assert "## In words (4 points)" in headings
