"""
What Python compiles the modules in a sandbox to, kept from run to run.

Nothing can be written where they lie, so Python would compile them anew in each warm process.
"""

import base64
import hashlib
import importlib.util
import py_compile
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from course_lib.grading.sandbox.cache import kept


def bytecode(sources: Mapping[str, Path]) -> dict[str, bytes]:
    """
    Give what Python reads in place of each module's source.

    Parameters
    ----------
    sources : mapping of str to Path
        The name of a file in the sandbox, and where it lies; none but ``.py`` is compiled.

    Returns
    -------
    dict of str to bytes
        Name of the source to what is for its ``__pycache__``.
    """
    modules = {name: path for name, path in sorted(sources.items()) if path.suffix == ".py"}
    found = hashlib.sha256(importlib.util.MAGIC_NUMBER)
    for name, path in modules.items():
        found.update(f"{name}\0".encode() + path.read_bytes())
    texts = kept("bytecode", found.hexdigest(), lambda: compiled(modules))
    return {name: base64.b64decode(text) for name, text in texts.items()}


def cache_of(name: str) -> Path:
    """Say where an interpreter of no settings, such as a sandbox's, looks for it."""
    source = Path(name)
    return source.parent / "__pycache__" / f"{source.stem}.{sys.implementation.cache_tag}.pyc"


def compiled(modules: Mapping[str, Path]) -> dict[str, str]:
    """Compile modules; Python need not compare what it gets with the source."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "made.pyc")
        found = {}
        for name, path in modules.items():
            unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
            py_compile.compile(str(path), str(file), name, True, 0, unchecked)
            found[name] = base64.b64encode(file.read_bytes()).decode()
    return found
