"""What is derived in the book, and the one call that writes it all."""

from collections.abc import Callable
from pathlib import Path

from course_lib._chapters import COURSE
from course_lib.publishing.derived.errata import errata_page
from course_lib.publishing.derived.formula_sheet import formula_sheet_page
from course_lib.publishing.derived.fresh import whole_accuracy_page
from course_lib.publishing.derived.record_schema import record_schema_file
from course_lib.publishing.derived.traceability import bindings, traceability_page

DERIVED: dict[str, Callable[[Path], str]] = {
    "book/_data/equations.json": bindings,  # first: a page is made from it
    "book/_data/record.schema.json": record_schema_file,
    "book/errata.md": errata_page,
    "book/formula_sheet.md": formula_sheet_page,
    "book/grader_accuracy.md": whole_accuracy_page,
    "book/traceability.md": traceability_page,
}


def write_pages(root: Path) -> list[Path]:
    """
    Write every derived file of the book that is not as it should be.

    Parameters
    ----------
    root : Path
        The course directory.

    Returns
    -------
    list of Path
        The derived files; none in a course of one's own, which has not what these are made from.
    """
    wanted = DERIVED if COURSE.is_own else {}
    for name, compose in wanted.items():
        page, text = root / name, compose(root)
        # Sphinx reads a page again if its time is new.
        if not page.is_file() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")
    return [root / name for name in wanted]
