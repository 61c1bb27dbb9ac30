"""Every public name has a complete numpydoc docstring."""

from importlib import import_module

import pytest
from numpydoc.validate import validate

from course_lib.checks.registry import CHAPTERS

MODULES = (*CHAPTERS, "datasets", "plotting", "checks", "checks.model")
# Extended summary, See Also and Examples are welcome but not owed. A summary may start with a
# noun ("Softmax of"), a return value with a formula ("(p - y)"), and several may share a line.
NOT_OWED = {"ES01", "SA01", "EX01", "RT02", "RT04", "SS05"}
NAMES = sorted(
    {
        f"course_lib.{module}:{name}"
        for module in MODULES
        for name in getattr(import_module(f"course_lib.{module}"), "__all__", ())
    }
)


def load(name):
    module, attribute = name.split(":")
    return getattr(import_module(module), attribute)


def faults(name):
    """Return what numpydoc finds, by the module that defines the object."""
    thing = load(name)
    found = validate(f"{thing.__module__}.{thing.__qualname__}")["errors"]
    return [f"{code} {text}" for code, text in found if code not in NOT_OWED]


def test_there_are_names_to_look_at():
    assert len(NAMES) > 100


@pytest.mark.parametrize("name", NAMES)
def test_docstring_is_complete(name):
    assert faults(name) == []
