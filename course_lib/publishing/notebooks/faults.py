"""Faults of the exercises of a chapter, each told in one line: where, what, what to do."""

import traceback
from collections.abc import Iterator
from pathlib import Path

from course_lib._chapters import COURSE
from course_lib.checks import registry
from course_lib.checks.model import Exercise
from course_lib.publishing.derived.traceability import labels


def located(error: BaseException) -> str:
    """
    Say in one line where the file of an exercise goes wrong.

    Parameters
    ----------
    error : BaseException
        What was raised.

    Returns
    -------
    str
        File, line, function, error; empty if no file of an exercise took part.
    """
    places = [(f.filename, f.lineno, f.name) for f in traceback.extract_tb(error.__traceback__)]
    what = f"{type(error).__name__}: {' '.join(str(error).split())}"
    if isinstance(error, SyntaxError):
        places.append((error.filename or "", error.lineno, "<module>"))
        what = f"{type(error).__name__}: {error.msg}"
    own = [place for place in places if Path(place[0]).is_relative_to(registry.folder())]
    if not own:
        return ""
    path, line, name = own[-1]
    inside = "" if name == "<module>" else f", in {name}"
    return f"{Path(path).relative_to(COURSE.root)}, line {line}{inside}: {what}. Mend it there."


def exercise_faults(chapter: str, root: Path) -> Iterator[str]:
    """
    Find exercises that cannot be checked as they stand.

    Parameters
    ----------
    chapter : str
        The chapter.
    root : Path
        The course directory.

    Yields
    ------
    str
        One line a fault.
    """
    for name in registry.names(chapter):
        exercise = registry.find(name)
        yield from label_faults(exercise, root)
        yield from case_faults(exercise)


def label_faults(exercise: Exercise, root: Path) -> Iterator[str]:
    """Find an equation that the chapter does not print."""
    page = root / "book" / f"{exercise.chapter}.md"
    if page.is_file() and exercise.equation not in labels(root, exercise.chapter):
        yield (
            f"exercise {exercise.name}: book/{page.name} prints no equation {exercise.equation!r}. "
            "Mend `equation` in its file, or write a math directive with "
            f"`:label: {exercise.equation}`."
        )


def case_faults(exercise: Exercise) -> Iterator[str]:
    """Find cases that are missing, cannot be drawn, or are refused by the reference."""
    try:
        drawn = list(exercise.hidden(registry.generator(exercise.name, 0)))
        missing = [
            kind for kind, cases in (("visible", exercise.visible), ("hidden", drawn)) if not cases
        ]
        if missing:
            yield f"exercise {exercise.name}: it has no {missing[0]} case. Give it at least one."
            return
        visible = registry.make_sheet(exercise, exercise.visible)
        hidden = registry.hidden_sheet(exercise, 0)
    except Exception as error:
        unplaced = f"{type(error).__name__}: {error}. Look at `visible` and `hidden` in its file."
        yield f"exercise {exercise.name}: {located(error) or unplaced}"
        return
    sheets = {"visible": visible, "hidden": hidden}
    raised = [{e.error.kind for e in sheet.expected if e.error} for sheet in sheets.values()]
    asked = set.intersection(*raised)  # some exercises ask for an error, in cases of both sorts
    for sort, sheet in sheets.items():
        for case, outcome in zip(sheet.cases, sheet.expected, strict=True):
            if outcome.error and outcome.error.kind not in asked:
                yield (
                    f"exercise {exercise.name}: the reference raises on the {sort} case "
                    f"{case.label!r}: {outcome.error.kind}: {outcome.error.text}. "
                    "Mend the case or the reference."
                )
