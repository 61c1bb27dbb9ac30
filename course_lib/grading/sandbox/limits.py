"""What a submission may use, in one place."""

from dataclasses import asdict, dataclass
from typing import Any

MB = 2**20


@dataclass(frozen=True)
class Limits:
    """
    Seconds and bytes granted to one submission.

    Parameters
    ----------
    cell_cpu, cell_wall : float
        Seconds for one of the student's cells.
    question_cpu, question_wall : float
        Seconds for all calls of one graded cell.
    notebook_cpu, notebook_wall : float
        Seconds for the whole submission.
    memory : int
        Bytes of address space beyond the warm process, for each process.
    storage : int
        Bytes of temporary files.
    processes : int
        Processes and threads.
    output_bytes : int
        Bytes of output kept from one cell.
    file_bytes : int
        Largest notebook file read.
    """

    cell_cpu: float = 10.0
    cell_wall: float = 30.0
    question_cpu: float = 10.0
    question_wall: float = 30.0
    notebook_cpu: float = 120.0
    notebook_wall: float = 300.0
    memory: int = 1024 * MB
    storage: int = 64 * MB
    processes: int = 64
    output_bytes: int = 2 * MB
    file_bytes: int = 20 * MB

    def as_dict(self) -> dict[str, Any]:
        """Return the limits as plain data, for the journal and the sandbox."""
        return asdict(self)
