"""One thing to mend, as ``course check --author`` tells it."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Finding:
    """One thing to mend.

    Parameters
    ----------
    place : str
        The cell or the exercise.
    kind : str
        ``"source"``, ``"exercise"``, ``"points"``, ``"right answer refused"``,
        ``"passes without an answer"``, ``"mistake passes"``, ``"mistake not named"``,
        ``"mistake confused"``, ``"mistakes alike"``, ``"kind unseen"`` or ``"mutant passes"``.
    detail : str
        What exactly.
    """

    place: str
    kind: str
    detail: str

    def __str__(self) -> str:
        return f"{self.place}: {self.kind}: {self.detail}"

    def as_dict(self) -> dict[str, str]:
        """Return it as plain data."""
        return asdict(self)
