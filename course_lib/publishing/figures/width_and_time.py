"""Width, training time and penalty: costs of the chapter's experiment, measured once.

`course_lib.publishing.derived.width_costs` makes them.
"""

import json
from pathlib import Path

import numpy as np

from course_lib.architecture_sizing import parameter_budget, parameter_count
from course_lib.publishing.figures import Figure, State

FEATURES, SEGMENTS, CUSTOMERS = 20, 3, 800


def data() -> State:
    """Return the costs, by part, width and strength, then by time."""
    found: State = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return found | {"features": FEATURES, "segments": SEGMENTS, "customers": CUSTOMERS}


def draw_state(rng: np.random.Generator) -> State:
    """Draw a width, a time and a penalty."""
    costs = data()
    times = costs["epochs"] // costs["every"] + 1
    return {
        "h": int(rng.choice(costs["widths"])),
        "epochs": costs["every"] * int(rng.integers(times)),
        "strength": float(rng.choice(costs["strengths"])),
    }


def expected(state: State) -> State:
    """Look the costs up, and count the parameters."""
    costs = data()
    widths, time = costs["widths"], state["epochs"] // costs["every"]
    strength = costs["strengths"].index(state["strength"])
    parts = {name: np.array(costs[name])[:, strength] for name in ("train", "validation", "test")}
    then = {name: part[:, time] for name, part in parts.items()}
    own = widths.index(state["h"])
    return then | {
        "best": widths[int(then["validation"].argmin())],
        "course": [parts["train"][own], parts["test"][own]],
        "parameters": [parameter_count([FEATURES, h, SEGMENTS]) for h in widths],
        "budget": parameter_budget(CUSTOMERS),
    }


FIGURE = Figure(draw_state, expected, data)
