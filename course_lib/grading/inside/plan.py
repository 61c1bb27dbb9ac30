"""What the worker outside tells the warm process about the walls around student code."""

import base64
from dataclasses import dataclass
from typing import Any

DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")


@dataclass(frozen=True)
class Plan:
    """
    How to lock in.

    Parameters
    ----------
    tier : str
        "full" (inside bubblewrap), "pod" (without namespaces) or "none" (not at all).
    program : bytes
        Compiled filter of system calls.
    readable : tuple of str
        What may be read; a pod has nothing else to keep the rest away.
    listed : tuple of str
        Directories whose names may be read, in a pod; not the files below them.
    uid : int, optional
        The user that student code becomes, where this process is root.
    crowd : int
        How many processes of that user there may be beside the student's.
    """

    tier: str
    program: bytes = b""
    readable: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    uid: int | None = None
    crowd: int = 0

    @classmethod
    def read(cls, data: dict[str, Any]) -> "Plan":
        """Make it of plain data."""
        program = base64.b64decode(data["program"])
        lists = {name: tuple(data[name]) for name in ("readable", "listed")}
        return cls(**data | lists | {"program": program})

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain data."""
        return vars(self) | {"program": base64.b64encode(self.program).decode()}
