"""How often the checks are wrong on answers that were written without sight of them.

The counts lie in ``book/_data/fresh_answers.json``, one entry a set and state of the checks. The
last entry of a set carries a digest, which tells whether it was measured on the present checks.
``python benchmarks/fresh_answers.py FOLDER --update`` measures and writes it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from course_lib.checks import registry
from course_lib.publishing.derived import accuracy
from course_lib.publishing.derived.data import read

DATA = Path("book/_data/fresh_answers.json")
COMMAND = "python benchmarks/fresh_answers.py tests/checks/fresh_a --update"
NOW = "now"
COUNTS = ("right", "refused", "wrong", "passed", "named", "helped")
INTRODUCTION = """
## On answers by others

We wrote the answers above, and mended the checks until they judged each one rightly. So others
wrote answers too: from the student notebooks alone, without sight of the checks, of the mistakes
that these know, or of the references. Which are right is by their own reading of the statement,
looked at one by one where the checks say otherwise. They are never changed to fit the checks.

| set | checks | right ones refused | wrong ones passed | named | named, or told what to do |
|---|---|---:|---:|---:|---:|"""

Entry = dict[str, Any]


def digest(folder: Path) -> str:
    """
    Compute a digest of all that the counts of a set depend on.

    Parameters
    ----------
    folder : Path
        The set: one file of answers a chapter.

    Returns
    -------
    str
        Sixteen hexadecimal digits.
    """
    parts = [accuracy.digest(name) for name in registry.names()]
    parts += [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def read_entries(root: Path) -> list[Entry]:
    """Read what was measured, oldest first within each set."""
    return list(json.loads(read(root, DATA, f"Run `{COMMAND}`.")))


def write_now(root: Path, folder: Path, counts: Mapping[str, int]) -> Path:
    """Write the counts of a set on the present checks in place of those of the last time."""
    name = folder.name
    entry: Entry = {"set": name, "state": NOW, "digest": digest(folder)}
    entry |= {key: counts[key] for key in COUNTS}
    kept = [e for e in read_entries(root) if (e["set"], e["state"]) != (name, NOW)]
    path = root / DATA
    path.write_text(json.dumps([*kept, entry], indent=1) + "\n", encoding="utf-8")
    return path


def whole_accuracy_page(root: Path) -> str:
    """
    Compose the page of measured accuracy, on our own answers and on those of others.

    Parameters
    ----------
    root : Path
        Folder of the project.

    Returns
    -------
    str
        The page as MyST text, the same for the same data.
    """
    return "\n".join([accuracy.accuracy_page(root).rstrip("\n"), *section(root)]) + "\n"


def section(root: Path) -> Iterator[str]:
    """Yield the lines of the accuracy page that tell of these sets."""
    yield INTRODUCTION
    entries = read_entries(root)
    for entry in entries:
        shares = [share(entry["refused"], entry["right"])]
        shares += [share(entry[key], entry["wrong"]) for key in ("passed", "named", "helped")]
        yield f"| `{entry['set']}` | {entry['state']} | {' | '.join(shares)} |"
    last = entries[-1]
    refused = accuracy.upper_bound(last["refused"], last["right"])
    passed = accuracy.upper_bound(last["passed"], last["wrong"])
    yield ""
    yield (
        f"By the last line, and as if its answers had been drawn at random, at most "
        f"{100 * refused:.1f} % of right answers are refused and {100 * passed:.1f} % of wrong "
        "ones pass, each with a certainty of 95 %. A set that the checks were mended by says less "
        "than one that they never met."
    )


def share(events: int, trials: int) -> str:
    """Write a count and its share."""
    return f"{events} of {trials} ({100 * events / trials:.1f} %)"
