"""How a neural network classifies, from scratch in NumPy: the library of the course.

Every public function of the chapter modules is also an attribute of the package, loaded
when first asked for: ``course_lib.sigmoid``, ``from course_lib import softmax``.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from course_lib._chapters import OWN_TITLES

__version__ = "0.1.0"  # the one place: pyproject.toml reads it

# In the order of the chapters, then what they share.
_MODULES = (*OWN_TITLES, "datasets")


class _Package(ModuleType):
    """
    The package, where ``softmax`` is the function also after ``import course_lib.softmax``.

    The import system binds each submodule to the package as an attribute. A submodule that
    defines a public object of its own name (softmax, relu, gradient_flow, gradient_check)
    is bound as that object instead; ``from course_lib.softmax import ...`` works as ever.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if isinstance(value, ModuleType) and name in getattr(value, "__all__", ()):
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def _available() -> Iterator[ModuleType]:
    """Import one by one the modules of this edition; the student edition lacks the chapters."""
    for name in _MODULES:
        full_name = f"{__name__}.{name}"
        try:
            import_module(full_name)
        except ModuleNotFoundError as error:
            if error.name != full_name:
                raise
        else:
            yield sys.modules[full_name]


def _public_names() -> list[str]:
    """Everything this edition offers, from the ``__all__`` of each module."""
    return sorted({public for module in _available() for public in module.__all__})


def __getattr__(name: str) -> object:
    if name == "__all__":
        return _public_names()
    if not name.startswith("_"):
        has_chapters = False
        for module in _available():
            if name in module.__all__:
                return getattr(module, name)
            has_chapters |= module.__name__ == f"{__name__}.{_MODULES[0]}"
        if not has_chapters:
            raise AttributeError(
                f"{name} is what you write in the assignment: this student edition of "
                f"{__name__} holds the checks, the data sets and the plots, no solutions"
            )
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_public_names()})
