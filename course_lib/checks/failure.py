"""What a check raises when an answer is not right."""

from typing import Any


class CheckFailed(AssertionError):
    """A check that failed; ``str()`` of it is the message for the student.

    Parameters
    ----------
    message : str
        The message.
    exercise, quantity, case : str
        Which exercise, what was compared, the case in words.
    diagnosis : str or None
        Name of the mistake, if it is a known one.
    hint : str
        What to do; may be empty.
    flag : str
        What the instructor should know, and the student need not read.
    closed : bool
        Whether it says no more of the student's results than which of a few things they are.
    """

    def __init__(
        self,
        message: str,
        *,
        exercise: str,
        quantity: str = "",
        case: str = "",
        diagnosis: str | None = None,
        hint: str = "",
        flag: str = "",
        closed: bool = False,
    ) -> None:
        super().__init__(message)
        self.exercise = exercise
        self.quantity = quantity
        self.case = case
        self.diagnosis = diagnosis
        self.hint = hint
        self.flag = flag
        self.closed = closed

    def _render_traceback_(self) -> list[str]:
        """Let a notebook show the message alone, not the lines of this package."""
        return [str(self)]


def failed(name: str, quantity: str, text: str, hint: str = "", **more: Any) -> CheckFailed:
    """Make the exception, its message in the form that all checks have."""
    end = "" if text.endswith("?") else "."
    lines = [f"{name} is not right yet.", f"  {text[0].upper()}{text[1:]}{end}"]
    lines += [f"  Hint: {hint}"] if hint else []
    return CheckFailed("\n".join(lines), exercise=name, quantity=quantity, hint=hint, **more)
