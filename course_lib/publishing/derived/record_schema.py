"""The schema of a grading record as a file, for programs that read ``course grade --json``."""

import json
from pathlib import Path

from course_lib.grading.record import record_schema


def record_schema_file(root: Path) -> str:
    """
    Write the JSON schema of a record.

    Parameters
    ----------
    root : Path
        The course directory, of which nothing is needed.

    Returns
    -------
    str
        JSON.
    """
    comment = {"$comment": "Derived from course_lib/grading/record.py. Do not edit."}
    return json.dumps(comment | record_schema(), indent=1) + "\n"
