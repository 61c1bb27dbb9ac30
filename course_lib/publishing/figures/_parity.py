"""Compares what the scripts of the figures compute with `course_lib`."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from course_lib.publishing.figures import State, figure

_RUNNER = Path(__file__).with_name("_parity.mjs")
_STRANGE = {"Infinity": np.inf, "-Infinity": -np.inf, "NaN": np.nan}
SMALL = 1e-300
"""What is smaller is compared as if it were this: a relative difference needs a size."""


def worst_difference(script: Path, number: int, seed: int = 0) -> float:
    """
    Run a figure's script in Node on random states.

    Parameters
    ----------
    script : Path
        The script, ``NAME.mjs``.
    number : int
        How many states.
    seed : int, optional
        Of the generator that draws them.

    Returns
    -------
    float
        The largest relative difference of a number from that of `course_lib`. Dimensionless.

    Raises
    ------
    ValueError
        If something is missing, differs in kind, or an integer or a word differs: says what, where.
    RuntimeError
        If the script does not run.
    """
    wanted = figure(script.stem)
    rng = np.random.default_rng(seed)
    states = [wanted.draw_state(rng) for _ in range(number)]
    worst = 0.0
    for state, found in zip(states, _found(script, wanted.data(), states), strict=True):
        if found["foreign"]:
            raise ValueError(
                f"{script.stem}: the address does not take {found['foreign']} of {state}."
            )
        for key, value in wanted.expected(state).items():
            place = f"{script.stem}, {key} at {state}"
            if key not in found["numbers"]:
                raise ValueError(f"{place}: the script has no such number.")
            worst = max([worst, *_differences(found["numbers"][key], _plain(value), place)])
    return worst


def _found(script: Path, data: State, states: list[State]) -> list[dict[str, Any]]:
    """Return what the script computes for each state."""
    done = subprocess.run(
        ["node", _RUNNER, script],
        input=json.dumps({"data": data, "states": states}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{script} does not run in Node:\n{done.stderr[-2000:]}")
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def _plain(value: Any) -> Any:
    """Return arrays and NumPy's numbers as lists and numbers of Python."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value.tolist() if isinstance(value, np.ndarray | np.generic) else value


def _differences(found: Any, wanted: Any, place: str) -> Iterator[float]:
    """Yield the relative differences of all floats in two structures of one shape."""
    if isinstance(wanted, dict) and isinstance(found, dict) and found.keys() >= wanted.keys():
        for key in wanted:
            yield from _differences(found[key], wanted[key], f"{place}, {key}")
    elif isinstance(wanted, list) and isinstance(found, list) and len(found) == len(wanted):
        for k, (left, right) in enumerate(zip(found, wanted, strict=True)):
            yield from _differences(left, right, f"{place}, [{k}]")
    elif isinstance(wanted, float):
        number = _STRANGE.get(found, found) if isinstance(found, str) else found
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise ValueError(f"{place}: {found!r} instead of {wanted!r}.")
        yield _relative(float(number), wanted, place)
    elif found != wanted or isinstance(found, bool) != isinstance(wanted, bool):
        raise ValueError(f"{place}: {found!r} instead of {wanted!r}.")


def _relative(found: float, wanted: float, place: str) -> float:
    if found == wanted or (np.isnan(found) and np.isnan(wanted)):
        return 0.0
    if not (np.isfinite(found) and np.isfinite(wanted)):
        raise ValueError(f"{place}: {found} instead of {wanted}.")
    return abs(found - wanted) / max(abs(wanted), SMALL)
