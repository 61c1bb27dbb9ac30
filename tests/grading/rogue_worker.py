"""Preloaded by a Dask worker that answers with what it should not, by the student's name."""

import json
import os
import pickle
from pathlib import Path
from typing import Any

import numpy as np
from distributed import get_worker, worker
from distributed.protocol.serialize import Serialized

from course_lib.grading import transport

PLACE = Path(os.environ.get("ROGUE_PLACE", "."))
honest = transport.grade_message
describe_error = worker.error_message


class Bomb:
    """Runs a command in whatever process unpickles it; the process is named in a file."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Give the command."""
        return os.system, (f"echo $PPID >> {PLACE / 'ran'}",)


class BombError(Exception):
    """An exception that holds the bomb."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Give an exception that the bomb is an argument of."""
        return Exception, (Bomb(),)


def forged_error(error: BaseException, status: str = "error") -> dict[str, Any]:
    """Describe an error so that whoever reads the message unpickles a bomb, once."""
    worker.error_message = describe_error
    armed = Serialized({"serializer": "pickle", "writeable": ()}, [pickle.dumps(Bomb())])
    return {
        "status": status, "exception": armed, "traceback": armed, "exception_text": "",
        "traceback_text": "",
    }  # fmt: skip


def rogue(message: bytes) -> Any:
    """Answer as the student's name says."""
    job = json.loads(message)
    kind, _, rest = job["student"].partition("-")
    if kind == "result":
        return Bomb()
    if kind == "list":
        return [Bomb(), b"{}"]
    if kind == "array":
        return np.array([Bomb()], dtype=object)
    if kind == "type":
        return type("Local", (), {"__reduce__": Bomb.__reduce__})()
    if kind == "raises":
        raise BombError
    if kind == "stream":
        worker.error_message = forged_error
        raise ValueError
    if kind == "event":
        armed = pickle.dumps(Bomb())
        get_worker().log_event("warn", {"message": armed, "category": armed})
        get_worker().log_event("print", {"args": ["a worker writes here"]})
        return honest(message)
    if kind == "text":
        return "no bytes"
    answer = json.loads(honest(message))
    if kind == "changed":
        change(answer, rest)
    return json.dumps(answer).encode()


def change(answer: dict[str, Any], kind: str) -> None:
    """Make the answer unfit."""
    record, notebook = answer["record"], answer["notebook"]
    cells, shown = record["cells"], notebook["cells"]
    if kind == "points":
        cells[0]["points"] = record["score"] = 99.0
    elif kind == "less":
        cells[0]["points"] = -1.0
    elif kind == "nan":
        cells[0]["points"] = record["score"] = float("nan")
    elif kind == "score":
        record["score"] = 3.5
    elif kind == "most":
        cells[0]["max_points"] = cells[0]["points"] = 9.0
    elif kind == "student":
        record["student"] = "somebody"
    elif kind == "assignment":
        record["assignment"] = "relu"
    elif kind == "missing":
        record["max_score"] -= cells.pop()["max_points"]
    elif kind == "twice":
        cells[1] = cells[0]
    elif kind == "unknown":
        cells[0]["grade_id"] = "other-visible"
    elif kind == "key":
        record["graded_by"] = "me"
    elif kind == "status":
        cells[0]["status"] = "splendid"
    elif kind == "figures":
        record["usage"]["figures"] = "none"
    elif kind == "written":
        record["written"] = {"other": "0" * 64}
    elif kind == "cell":
        shown.append({"cell_type": "raw", "id": "r", "metadata": {}, "source": "<script>"})
    elif kind == "output":
        page = {"text/html": "<script>"}
        shown[1]["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": page}]
    elif kind == "metadata":
        shown[1]["metadata"] = {"nbgrader": {"points": 99}}
    elif kind == "source":
        shown[0]["source"] = "<script>alert(1)</script>"
    elif kind == "notebook":
        answer["notebook"] = None
    elif kind == "nested":
        record["flags"] = [[[]]]


def dask_setup(own_worker: Any) -> None:
    """Take the place of what workers run; Dask calls this where the module is preloaded."""
    transport.grade_message = rogue
