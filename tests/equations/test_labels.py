"""Each labeled equation of the book has a test with its label, and each such test an equation."""

import ast
from pathlib import Path

from course_lib.publishing.traceability import EQUATION_LABEL as LABEL

ROOT = Path(__file__).parents[2]
CHAPTER = """
```{math}
:label: sigmoid
x
```

$$
y
$$ (bce-grad)

See {eq}`sigmoid` and $$z$$ (in words).
"""
TESTS = """
@pytest.mark.equation("sigmoid")
@pytest.mark.parametrize("z", [pytest.param(1, marks=pytest.mark.equation("bce-grad"))])
def test_it(z):
    # @pytest.mark.equation("commented-out")
    assert z
"""


def labels(text):
    """Return the labels of the equations in the text of a page."""
    return {label or short for label, short in LABEL.findall(text)}


def bound_labels(code):
    """Return the labels that ``pytest.mark.equation`` names in the code of a test module."""
    return {
        argument.value
        for call in ast.walk(ast.parse(code))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "pytest.mark.equation"
        for argument in call.args
    }


def test_each_equation_of_the_book_is_bound_to_a_test_and_each_binding_to_an_equation():
    book = [path.read_text(encoding="utf-8") for path in (ROOT / "book").glob("*.md")]
    tests = [path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("*.py")]
    printed = set().union(*map(labels, book))
    bound = set().union(*map(bound_labels, tests))
    assert {"without a test": printed - bound, "without an equation": bound - printed} == {
        "without a test": set(),
        "without an equation": set(),
    }


def test_no_label_is_used_twice():
    found = [
        label or short
        for path in (ROOT / "book").glob("*.md")
        for label, short in LABEL.findall(path.read_text(encoding="utf-8"))
    ]
    assert len(found) == len(set(found))


def test_a_planted_label_is_found():
    assert labels(CHAPTER) == {"sigmoid", "bce-grad"}


def test_a_planted_binding_is_found():
    assert bound_labels(TESTS) == {"sigmoid", "bce-grad"}
