"""Judge answers that were written without sight of the checks: refused, passed, named.

    python benchmarks/fresh_answers.py FOLDER [--seeds N] [--json FILE] [--update] [CHAPTER ...]

FOLDER holds one file a chapter with a list ANSWERS. Each answer runs in a process of its own,
after the instructor's first cells of the notebook, with right answers to the other exercises. A
right answer is refused if the visible or the hidden cases of any seed fail; a wrong one passes if
all pass. A mistake is named if the first failing message has a diagnosis.
"""

import argparse
import contextlib
import functools
import importlib.util
import io
import json
import linecache
import multiprocessing
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

import numpy as np

from course_lib.checks import registry
from course_lib.checks.engine import examine
from course_lib.checks.model import Sheet
from course_lib.grading.examine.assignment import Assignment
from course_lib.publishing.derived import fresh

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 60.0
Answer = dict[str, Any]


def answers_of(folder: Path, chapter: str) -> list[Answer]:
    """Read the answers of a chapter."""
    spec = importlib.util.spec_from_file_location(chapter, folder / f"{chapter}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{folder} has no {chapter}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return list(module.ANSWERS)


@functools.cache
def notebook_names(chapter: str) -> dict[str, Any]:
    """Give the names that a notebook has, each exercise answered by its reference."""
    names: dict[str, Any] = {"np": np, "__name__": "__main__"}
    for cell in Assignment.find(chapter, ROOT).cells:
        if cell.kind == "answer":
            break
        if cell.code and cell.kind in ("plain", "readonly"):
            with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
                exec(cell.source, names)
    exercises = registry.exercises()
    return names | {n: exercises[n].reference for n in registry.names(chapter) if n in exercises}


@functools.cache
def sheets_of(name: str, seeds: int) -> list[Sheet]:
    """Give the visible cases of an exercise, and its hidden ones of a few seeds."""
    hidden = (registry.hidden_sheet(registry.find(name), seed) for seed in range(seeds))
    return [registry.visible_sheet(name), *hidden]


def cell(source: str) -> CodeType:
    """Compile an answer as a notebook does, which knows the lines of its cells."""
    file = f"<cell {hash(source)}>"
    linecache.cache[file] = len(source), None, source.splitlines(keepends=True), file
    return compile(source, file, "exec")


def judge(chapter: str, answer: Answer, seeds: int) -> dict[str, Any]:
    """Give the first failing message of an answer, or that all cases pass."""
    name, names = answer["exercise"], dict(notebook_names(chapter))
    del names[name]
    try:
        exec(cell(answer["code"]), names)
        function = names[name]
    except Exception as error:
        return {"passed": False, "where": "definition", "error": type(error).__name__}
    for k, sheet in enumerate(sheets_of(name, seeds)):
        with contextlib.redirect_stdout(io.StringIO()):
            failure, _ = examine(sheet, function)
        if failure:
            return {
                "passed": False, "where": "hidden" if k else "visible", "case": failure.case,
                "diagnosis": failure.diagnosis, "hint": failure.hint, "message": str(failure),
            }  # fmt: skip
    return {"passed": True}


def judged(task: tuple[str, Answer, int], line: Any) -> None:
    """Judge in a process of its own."""
    warnings.simplefilter("ignore")
    try:
        line.send(judge(*task))
    except BaseException as error:
        line.send({"passed": False, "where": "crash", "error": f"{type(error).__name__}: {error}"})


def outcomes(chapter: str, answers: Sequence[Answer], seeds: int) -> Iterator[dict[str, Any]]:
    """Judge each answer, and stop it if it takes too long."""
    context = multiprocessing.get_context("fork")
    notebook_names(chapter)
    for answer in answers:
        sheets_of(answer["exercise"], seeds)  # once, before the fork
        here, there = context.Pipe()
        process = context.Process(target=judged, args=((chapter, answer, seeds), there))
        process.start()
        there.close()
        found: dict[str, Any] = {"passed": False, "where": "endless"}
        with contextlib.suppress(EOFError):
            found = here.recv() if here.poll(SECONDS) else found
        process.kill()
        process.join()
        yield {key: answer[key] for key in ("exercise", "right", "name", "note")} | found


def count(results: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Count what the tables show."""
    counts: Counter[str] = Counter(dict.fromkeys(fresh.COUNTS, 0))
    for found in results:
        named = bool(found.get("diagnosis"))
        if found["right"]:
            counts["right"] += 1
            counts["refused"] += not found["passed"]
            continue
        counts["wrong"] += 1
        counts["passed"] += found["passed"]
        counts["named"] += named
        counts["helped"] += named or bool(found.get("hint"))
        stops = is_exception(found)
        counts["stops"] += stops
        counts["stops_helped"] += stops and (named or bool(found.get("hint")))
        counts["values"] += not stops
        counts["values_named"] += not stops and named
    return dict(counts)


def is_exception(found: dict[str, Any]) -> bool:
    """Tell whether an answer stopped with an exception, or never, where it first was wrong."""
    if found["passed"]:
        return False
    return found["where"] not in ("visible", "hidden") or "stops with" in found.get("message", "")


def row(label: str, c: dict[str, int]) -> str:
    """One line of the table."""
    values = c["values_named"] / max(1, c["values"])
    stops = c["stops_helped"] / max(1, c["stops"])
    return (
        f"{label:28} {c['refused']:4} / {c['right']:<5} {c['passed']:4} / {c['wrong']:<5} "
        f"{c['named']:4} ({c['named'] / max(1, c['wrong']):4.0%})   "
        f"{c['values_named']:4} of {c['values']:<4} ({values:4.0%})   "
        f"{c['stops_helped']:4} of {c['stops']:<4} ({stops:4.0%})"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("chapters", nargs="*")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--update", action="store_true", help="write the counts for the page")
    arguments = parser.parse_args()
    if arguments.update and arguments.chapters:
        parser.error("--update needs all chapters")
    print(f"{'':28} {'refused':12} {'passed':12} {'named':12} {'of wrong values':21} stops: helped")
    everything: list[dict[str, Any]] = []
    for chapter in arguments.chapters or sorted(p.stem for p in arguments.folder.glob("*.py")):
        answers = answers_of(arguments.folder, chapter)
        results = list(outcomes(chapter, answers, arguments.seeds))
        for name in dict.fromkeys(found["exercise"] for found in results):
            print(row(name, count([f for f in results if f["exercise"] == name])), flush=True)
        everything += results
    print(row("all", count(everything)))
    if arguments.update:
        names = dict.fromkeys(found["exercise"] for found in everything)
        each = {n: count([f for f in everything if f["exercise"] == n]) for n in names}
        print(fresh.write_now(ROOT, arguments.folder, count(everything), each))
    if arguments.json:
        arguments.json.write_text(json.dumps(everything, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
