"""Each labeled equation of the book has a test with its label, and each such test an equation."""

from pathlib import Path

from course_lib.publishing.derived.traceability import labels, marked_tests

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


def printed():
    """List the labels of all equations of the book."""
    pages = sorted(path.stem for path in (ROOT / "book").glob("*.md"))
    return [label for page in pages for label in labels(ROOT, page)]


def test_each_equation_of_the_book_is_bound_to_a_test_and_each_binding_to_an_equation():
    bound = marked_tests(ROOT).keys()
    assert {
        "without a test": set(printed()) - bound,
        "without an equation": bound - set(printed()),
    } == {
        "without a test": set(),
        "without an equation": set(),
    }


def test_no_label_is_used_twice():
    assert len(printed()) == len(set(printed()))


def test_planted_labels_and_bindings_are_found(tmp_path):
    for path, text in (("book/chapter.md", CHAPTER), ("tests/equations/test_chapter.py", TESTS)):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(text)
    assert labels(tmp_path, "chapter") == ["sigmoid", "bce-grad"]
    assert marked_tests(tmp_path) == {"sigmoid": ["test_it"], "bce-grad": ["test_it"]}
