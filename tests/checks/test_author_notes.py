"""The whole exercise in the notes for authors works, and is short."""

import textwrap

import course_lib.checks
from course_lib.checks.author.audit import audit


def code_of_the_notes() -> str:
    notes = course_lib.checks.__doc__
    start = notes.index("    from collections.abc import Iterator")
    return textwrap.dedent(notes[start : notes.index("`quantity` is the subject")]).strip()


def test_exercise_of_the_notes_is_sound() -> None:
    names: dict = {}
    exec(code_of_the_notes(), names)
    assert audit(names["EXERCISE"], seeds=range(3)) == []


def test_exercise_of_the_notes_is_under_thirty_lines() -> None:
    assert len([line for line in code_of_the_notes().splitlines() if line]) < 30
