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
COUNTS = (
    "right", "refused", "wrong", "passed", "named", "helped",
    "values", "values_named", "stops", "stops_helped",
)  # fmt: skip
INTRODUCTION = """
## On answers by others

We wrote answers of our own (below), and mended the checks until they judged each one rightly. So
others wrote answers too: from the student notebooks alone, without sight of the checks, of the
mistakes that these know, or of the references. Those of `fresh_d` were run on examples of their
own, the others were not run. Which are right is by their own reading of the statement, looked at
one by one where the checks say otherwise. They are never changed to fit the checks. Each set is
measured when it comes, before anything is changed for it, and again whenever the checks change.
By what the last set shows when it comes the checks must be judged.

- *Wrong in value*: the answer gives something that is not right. It is *named* if the message says
  what was done. A name that is not right counts as named here; how many there are is told below.
- *Stops*: the answer ends with an exception, or never. It is *helped* if the message says what to
  do about it.

| set | checks | right ones refused | wrong ones passed | wrong in value: named | stops: helped |
|---|---|---:|---:|---:|---:|"""
EACH = """
Exercise by exercise, on the present checks: refused of the right ones · passed of the wrong ones ·
named of those wrong in value.
"""

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


def write_now(
    root: Path, folder: Path, counts: Mapping[str, int], each: Mapping[str, Mapping[str, int]]
) -> Path:
    """Write the counts of a set on the present checks in place of those of the last time."""
    name = folder.name
    entry: Entry = {"set": name, "state": NOW, "digest": digest(folder)}
    entry |= {key: counts[key] for key in COUNTS}
    entry["each"] = {exercise: [own[key] for key in COUNTS] for exercise, own in each.items()}
    kept = [e for e in read_entries(root) if (e["set"], e["state"]) != (name, NOW)]
    last = max((k for k, e in enumerate(kept) if e["set"] == name), default=len(kept) - 1)
    kept.insert(last + 1, entry)
    path = root / DATA
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
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
    return accuracy.accuracy_page(root, [*in_short(root), *section(root)])


def in_short(root: Path) -> Iterator[str]:
    """Yield what a reader wants to know first, by the last set when it came."""
    entries = read_entries(root)
    first = next(entry for entry in entries if entry["set"] == entries[-1]["set"])
    yield (
        f"In short: others wrote {first['right']} right and {first['wrong']} wrong answers without "
        "sight of the checks, and these were measured before anything was changed for them."
    )
    yield ""
    yield f"- Refused, though right: {share(first['refused'], first['right'])}."
    yield f"- Passed, though wrong: {share(first['passed'], first['wrong'])}."
    if first.get("values"):
        yield (
            f"- Of the answers with a wrong value, {share(first['values_named'], first['values'])} "
            "were told what they had done."
        )
    yield ""
    yield (
        "So if a check refuses your answer, look for the mistake first. If you find none, show it "
        "to your teacher: a person can give the points."
    )


def section(root: Path) -> Iterator[str]:
    """Yield the lines of the accuracy page that tell of these sets."""
    yield INTRODUCTION
    entries = read_entries(root)
    for entry in entries:
        pairs = ("refused", "right"), ("passed", "wrong"), ("values_named", "values"), (
            "stops_helped", "stops",
        )  # fmt: skip
        shares = [share(entry.get(part), entry.get(whole)) for part, whole in pairs]
        yield f"| `{entry['set']}` | {entry['state']} | {' | '.join(shares)} |"
    first = next(entry for entry in entries if entry["set"] == entries[-1]["set"])
    refused = accuracy.upper_bound(first["refused"], first["right"])
    passed = accuracy.upper_bound(first["passed"], first["wrong"])
    yield ""
    yield (
        f"By the first measure of the last set, and as if its answers had been drawn at random, "
        f"at most {100 * refused:.1f} % of right answers are refused and {100 * passed:.1f} % of "
        "wrong ones pass, each with a certainty of 95 %."
    )
    yield from (f"\n{entry['remark']}" for entry in entries if "remark" in entry)
    yield from by_exercise([entry for entry in entries if "each" in entry])


def by_exercise(entries: list[Entry]) -> Iterator[str]:
    """Yield a line for each exercise: the counts of every set side by side."""
    sets = [f"`{entry['set']}`" for entry in entries]
    lines: dict[bool, list[str]] = {True: [], False: []}
    for name in registry.names():
        cells, odd = [], False
        for entry in entries:
            own = dict(zip(COUNTS, entry["each"].get(name, [0] * len(COUNTS)), strict=True))
            pairs = ("refused", "right"), ("passed", "wrong"), ("values_named", "values")
            cells.append(" · ".join(f"{own[part]}/{own[whole]}" for part, whole in pairs))
            odd = odd or bool(own["refused"] or own["passed"])
        lines[odd].append(f"| `{name}` | {' | '.join(cells)} |")
    head = [f"| exercise | {' | '.join(sets)} |", f"|---|{'---|' * len(entries)}"]
    yield EACH
    if lines[True]:
        yield from [*head, *lines[True]]
    if lines[False]:
        yield "\n:::{dropdown} The exercises in which nothing was misjudged"
        yield from [*head, *lines[False], ":::"]


def share(events: int | None, trials: int | None) -> str:
    """Write a count and its share, a dash where it was not counted."""
    if events is None or not trials:
        return "-"
    return f"{events} of {trials} ({100 * events / trials:.1f} %)"
