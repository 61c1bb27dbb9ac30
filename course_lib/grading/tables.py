"""Tables as text: read whatever a spreadsheet or another system saved, written as plain CSV."""

import codecs
import csv
from pathlib import Path
from typing import Any

NO_GRADE = "-"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
SEPARATORS = ",;\t"


def inert(value: Any) -> Any:
    """Keep a spreadsheet from running a text as a formula; write a number as short as it is."""
    if isinstance(value, str) and value.startswith(FORMULA) and value != NO_GRADE:
        return f"'{value}"
    return f"{value:.10g}" if isinstance(value, float) else value


def without_quote(text: str) -> str:
    """Take off the sign by which `inert` keeps a text from being a formula."""
    return text[1:] if text.startswith(tuple(f"'{sign}" for sign in FORMULA)) else text


def read_text(path: Path) -> str:
    """Read a text file as spreadsheets save it; raise `ValueError` if it is none."""
    data = path.read_bytes()
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ValueError(f"{path} is no text; expected a table as CSV")


def read_table(path: Path) -> list[dict[str, str]]:
    """
    Read a table whose columns are separated by commas, semicolons or tabs.

    Parameters
    ----------
    path : Path
        The file, with the names of its columns in the first line.

    Returns
    -------
    list of dict
        One a line, by the names of the columns; without empty lines.

    Raises
    ------
    ValueError
        If it is no such table; says where.
    """
    return parse_table(read_text(path), str(path))


def parse_table(text: str, where: str) -> list[dict[str, str]]:
    """Read the text of such a table."""
    head = text.partition("\n")[0]
    separator = max(SEPARATORS, key=head.count)
    try:
        lines = list(csv.reader(text.splitlines(keepends=True), delimiter=separator))
    except csv.Error as error:
        raise ValueError(f"{where} is no table: {error}") from None
    lines = [[without_quote(cell.strip()) for cell in line] for line in lines if any(line)]
    if not lines:
        raise ValueError(f"{where} is empty; expected a line with the names of the columns")
    header, *rest = lines
    for number, line in enumerate(rest, 2):
        if len(line) > len(header) and any(line[len(header) :]):
            raise ValueError(
                f"{where}: row {number} has {len(line)} cells, the header has {len(header)}"
            )
    return [dict(zip(header, [*line, *[""] * len(header)], strict=False)) for line in rest]
