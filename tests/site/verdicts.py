"""Every implementation of the course before the student's checks: natively, and in Pyodide.

`course_full` is the instructor's package under another name, beside the student's `course_lib`.
"""

import contextlib
import io
import json
import re
import sys

from course_full.checks import registry as full
from course_full.checks.author.student_edition import repeatable

from course_lib.checks import registry
from course_lib.checks.engine import examine

# Pyodide has no floating-point flags, so that NumPy warns of nothing.
WARNING = re.compile(r"\n  By the way: RuntimeWarning[^\n]*")


def implementations():
    for exercise in full.exercises().values():
        yield exercise.name, "right/reference", exercise.reference
        for item in exercise.alternatives:
            yield exercise.name, f"right/{item.name}", item.implementation
        for item in exercise.mistakes:
            yield exercise.name, f"wrong/{item.name}", item.implementation


def verdict(name, function):
    with contextlib.redirect_stdout(io.StringIO()), repeatable():
        failure, _ = examine(registry.sheet(name), function)
    if failure is None:
        return ["passed", "", ""]
    return ["failed", failure.diagnosis or "", WARNING.sub("", str(failure))]


assert not registry.is_instructor_edition()
RESULT = json.dumps({f"{name}/{what}": verdict(name, f) for name, what, f in implementations()})
if sys.platform != "emscripten":
    print(RESULT)
