"""What is derived in the book, and the one call that writes it all."""

from collections.abc import Callable
from pathlib import Path

from course_lib.publishing.derived.accuracy import accuracy_page
from course_lib.publishing.derived.errata import errata_page
from course_lib.publishing.derived.formula_sheet import formula_sheet_page
from course_lib.publishing.derived.record_schema import record_schema_file
from course_lib.publishing.derived.traceability import bindings, traceability_page

DERIVED: dict[str, Callable[[Path], str]] = {
    "book/_data/equations.json": bindings,  # first: a page is made from it
    "book/_data/record.schema.json": record_schema_file,
    "book/errata.md": errata_page,
    "book/formula_sheet.md": formula_sheet_page,
    "book/grader_accuracy.md": accuracy_page,
    "book/traceability.md": traceability_page,
}


def write_pages(root: Path) -> list[Path]:
    """
    Write every derived file of the book.

    Parameters
    ----------
    root : Path
        The course directory.

    Returns
    -------
    list of Path
        The files that were written.
    """
    written = []
    for name, compose in DERIVED.items():
        page = root / name
        page.write_text(compose(root), encoding="utf-8")
        written.append(page)
    return written
