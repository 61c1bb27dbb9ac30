"""
The record of a graded submission: its types, and their one description for everybody else.

Records are JSON in the journal, on the way from a worker, and in what ``course grade --json``
prints. The schema of that JSON is written from the types, so it cannot say anything else.
"""

import inspect
import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
from functools import cache
from types import NoneType
from typing import (
    Annotated,
    Any,
    Literal,
    Required,
    Self,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

import fastjsonschema

FORMAT = 1  # the version of a record and of the journal entry around it
NOT_GRADED = "not graded"  # begins the flag of a submission whose outcome is not known
NOT_RECORDED = "not in the gradebook"  # begins the flag of a grade that is in the journal alone
NBGRADER = "nbgrader autograde"  # who writes the scores of an entry that came through that door


@dataclass(frozen=True)
class Rule:
    """What a value must keep to beside its type, as JSON schema says it."""

    keyword: str
    value: int


Name = Annotated[str, Rule("maxLength", 300)]
Text = Annotated[str, Rule("maxLength", 20_000)]
Hash = Annotated[str, Rule("maxLength", 64)]
Amount = Annotated[float, Rule("minimum", 0)]
Bytes = Annotated[int, Rule("minimum", 0)]
Flags = Annotated[list[Text], Rule("maxItems", 2000)]
Status = Literal["graded", "failed", "missing", "unchanged"]
CellStatus = Literal[
    "passed", "wrong", "error", "timeout", "memory", "crashed", "not_run", "refused"
]
Schema = dict[str, Any]
Made = TypeVar("Made")
NAMES = {str: "string", float: "number", int: "integer", bool: "boolean"}
DESCRIBED = re.compile(r"^(\w+(?:, \w+)*) : [^\n]*\n((?:    [^\n]*\n?)+)", re.MULTILINE)

# A field that has a default may be absent in the JSON, as in records of earlier versions; it is
# None then. So a record is written exactly as it was read, and keeps its digest.


@dataclass(frozen=True)
class CellResult:
    """
    What one test cell showed.

    Parameters
    ----------
    grade_id : str
        The cell's name in the notebook.
    exercise : str
        The exercise that it tests.
    max_points : float
        What it is worth.
    status : str
        What happened; points are given for "passed" alone.
    points : float
        Points given.
    message : str
        For the student; holds no number of a hidden case.
    diagnosis : str or None
        Name of the mistake, where it is a known one.
    hint : str
        What to do about it; may be empty.
    quantity : str
        What was compared, such as "dL/dz"; may be empty.
    case : str
        The case in words; may be empty.
    seconds : float
        Wall time.
    notebook : str
        Name of the notebook, where it is not the assignment's.
    """

    grade_id: Name
    exercise: Name
    max_points: Amount
    status: CellStatus
    points: Amount
    message: Text
    diagnosis: Name | None
    hint: Text | None = ""
    quantity: Text | None = ""
    case: Text | None = ""
    seconds: Amount | None = 0.0
    notebook: Name | None = None

    @property
    def key(self) -> str:
        """Its name among all cells of the assignment."""
        return cell_key(self.notebook, self.grade_id)


def cell_key(notebook: str | None, grade_id: str) -> str:
    """
    Name a cell among all of its assignment.

    Parameters
    ----------
    notebook : str or None
        Its notebook; empty or None if that is called like the assignment.
    grade_id : str
        Its name there.

    Returns
    -------
    str
        ``NOTEBOOK/GRADE_ID``, or the grade_id alone.
    """
    return f"{notebook}/{grade_id}" if notebook else grade_id


@dataclass(frozen=True, kw_only=True)
class Usage:
    """
    What grading a submission took.

    Parameters
    ----------
    cpu : float
        Seconds of CPU of the student's process.
    cells : float
        Seconds of CPU that its cells took of these.
    memory : int
        Most bytes that it held.
    sandbox : str
        The tier of the sandbox: "full", "pod" or "none".
    examiner : float
        Seconds of CPU of the grader itself.
    figures : str
        Which figures were drawn: "all", "manual" or "none".
    """

    cpu: Amount
    cells: Amount | None = None
    memory: Bytes
    sandbox: Name | None = None
    examiner: Amount | None = None
    figures: Name | None = None


@dataclass(frozen=True)
class Record:
    """
    The outcome of one submission.

    Parameters
    ----------
    to_read : list of str
        grade_ids of the answers that wait for a person, ``NOTEBOOK/GRADE_ID`` where the notebook
        is not called like the assignment.
    student : str
        Name of the folder below ``submitted``.
    assignment : str
        Name of the assignment.
    status : str
        "graded"; "failed" if the file cannot be read or its outcome is not known; "missing" if
        nothing was handed in; "unchanged" if this is the record of an earlier run.
    score : float
        Points by the checks: the sum of those of the cells.
    max_score : float
        What the checks can give.
    seconds : float
        Wall time of grading.
    flags : list of str
        What the instructor should know.
    cells : list of CellResult
        One for each test cell, in the order of the source; none if the outcome is not known.
    worked_as : str
        The id that the notebook names, where it is nobody's in the class.
    written : dict
        By grade_id, as in `to_read`, SHA-256 of each answer in words.
    usage : Usage
        What it took.
    """

    # Where programs found it in the JSON before there was this type.
    to_read: Annotated[list[Name], Rule("maxItems", 1000)] | None = field(
        default_factory=list, kw_only=True
    )
    student: Text
    assignment: Name
    status: Status
    score: Amount
    max_score: Amount
    seconds: Amount
    flags: Flags
    cells: Annotated[list[CellResult], Rule("maxItems", 1000)]
    worked_as: Text | None = None
    written: dict[str, Hash] | None = None
    usage: Usage | None = None

    def to_json(self) -> dict[str, Any]:
        """Give the record as ``course grade --json`` prints it."""
        made: dict[str, Any] = plain(self)
        return made

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read what `to_json` gave; `record_fault` tells beforehand whether it is that."""
        usage = data.get("usage")
        return replace(
            filled(cls, data),
            cells=[filled(CellResult, cell) for cell in data["cells"]],
            usage=None if usage is None else filled(Usage, usage),
        )


def filled(kind: Callable[..., Made], data: dict[str, Any]) -> Made:
    """Make an object of its fields; those that are absent are None."""
    return kind(**{name: data.get(name) for name in keys(kind)})


@cache
def keys(kind: Any) -> dict[str, bool]:
    """Tell for each field of a dataclass whether it may be absent in the JSON."""
    return {
        each.name: each.default is not MISSING or each.default_factory is not MISSING
        for each in fields(kind)
    }


def plain(value: Any) -> Any:
    """Give a value with the records in it as plain data."""
    if isinstance(value, (str, int, float)):
        return value
    if is_dataclass(value):
        kind: Any = type(value)
        return {
            name: plain(item)
            for name, optional in keys(kind).items()
            if (item := getattr(value, name)) is not None or not optional
        }
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def schema_of(hint: Any) -> Schema:
    """
    Write the JSON schema of a type.

    Parameters
    ----------
    hint : type
        A dataclass, whose fields are all the keys that there are; a TypedDict, which may have
        others; or what a field of theirs may be.

    Returns
    -------
    dict
        Of draft 7.
    """
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Required:
        return schema_of(inner[0])
    if origin is Annotated:
        return schema_of(inner[0]) | {rule.keyword: rule.value for rule in inner[1:]}
    if origin is Literal:
        return {"enum": list(inner)}
    if NoneType in inner:
        made = schema_of(next(each for each in inner if each is not NoneType))
        return made | {"type": [made["type"], "null"]}
    if origin is list:
        return {"type": "array", "items": schema_of(inner[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": schema_of(inner[1])}
    if is_dataclass(hint) or is_typeddict(hint):
        return schema_of_object(hint)
    return {"type": NAMES[hint]} if hint in NAMES else {}


def schema_of_object(kind: Any) -> Schema:
    """Write the schema of a dataclass or TypedDict, with the descriptions of its docstring."""
    hints, closed = get_type_hints(kind, include_extras=True), is_dataclass(kind)
    if closed:
        required = [name for name, optional in keys(kind).items() if not optional]
    else:
        required = [name for name in hints if name in kind.__required_keys__]
    told = {
        name: " ".join(text.split())
        for names, text in DESCRIBED.findall(inspect.getdoc(kind) or "")
        for name in names.split(", ")
    }
    properties = {}
    for name, hint in hints.items():
        present = hint if name in required else without_none(hint)
        about = {"description": told[name]} if name in told else {}
        properties[name] = about | schema_of(present)
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": not closed,
    }


def without_none(hint: Any) -> Any:
    """Give what a field is where it is not absent."""
    inner = [each for each in get_args(hint) if each is not NoneType]
    return inner[0] if NoneType in get_args(hint) else hint


def record_schema() -> Schema:
    """Write the schema of a record, for scripts."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Record of a graded submission, as `course grade --json` prints it",
        "version": FORMAT,
        **schema_of(Record),
    }


@cache
def checker(kind: type) -> Callable[[Any], Any]:
    """Compile the schema of a type, once."""
    compiled: Callable[[Any], Any] = fastjsonschema.compile(schema_of(kind))
    return compiled


def fault(kind: type, data: Any) -> str:
    """Say what is wrong with the form of plain data; empty if nothing is."""
    try:
        checker(kind)(data)
    except fastjsonschema.JsonSchemaException as error:
        return str(error).removeprefix("data.").removeprefix("data ")
    return ""


def record_fault(data: Any) -> str:
    """
    Say what is wrong with the form of a record.

    Parameters
    ----------
    data : object
        Plain data, as read from JSON.

    Returns
    -------
    str
        Where, and what was expected; empty if nothing is wrong.
    """
    return fault(Record, data)
