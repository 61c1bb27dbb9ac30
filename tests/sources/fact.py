"""
What the documents print, as data, and the comparison with what the library gives.

The folder ``book/_data/facts`` holds one YAML file a document. A file has names shared by its facts
(``given``) and a list of facts with these fields:

id, where, lines, topic, chapter
    Name of the fact, its place in the document, and the chapter of the book that teaches it.
status
    ``agrees``: the library gives what is printed, to the printed decimals.
    ``rounding``: the printed value follows from the document's own rounded figures (``chain``);
    the value at full precision prints differently.
    ``erratum``: the printed value is wrong.
decimals
    Decimals that the document prints, one number or one a quantity.
rtol
    Relative tolerance instead of decimals, where the document prints all digits.
inputs
    What the fact starts from.
printed, computed
    Quantities as the document prints them, and their right values to ten digits.
chain
    The arithmetic that leads to the print: on rounded figures, or the slip behind an erratum.
    It goes on from printed values, as the document does.
wrong
    How many entries of a printed quantity are wrong, where others are right.
erratum
    ``kind`` and the two columns of the errata page, ``printed`` and ``correct``. With
    ``aside: true`` no section of a chapter needs to speak of it.
note
    What to know about it, in a sentence or two.

A text that starts with ``=`` is a formula; it sees NumPy's functions, the shared names, the
inputs, and the quantities before it. A printed formula that cannot be evaluated (its shapes do
not fit, a name does not exist) becomes `Impossible`, which no value equals.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import yaml

FOLDER = Path(__file__).parents[2] / "book" / "_data" / "facts"
FULL_PRECISION = 1e-9
Quantities = dict[str, Any]


def normal(seed: int, shape: tuple[int, ...]) -> np.ndarray:
    """Draw standard normal numbers that are the same in every run."""
    return np.random.default_rng(seed).standard_normal(shape)


NUMPY = (
    *(np.array, np.diag, np.exp, np.eye, np.floor, np.linspace, np.log, np.maximum),
    *(np.ones, np.outer, np.repeat, np.round, np.shape, np.sign, np.tanh, np.tile, np.unique),
)
NAMES = {"abs": np.abs, "normal": normal, **{f.__name__: f for f in NUMPY}}


@dataclass(frozen=True)
class Impossible:
    """A printed formula that has no value, and why."""

    reason: str


@dataclass(frozen=True)
class Fact:
    """One fact, its formulas evaluated."""

    id: str
    document: str
    status: str
    given: SimpleNamespace
    printed: Quantities
    computed: Quantities
    chain: Quantities
    formulas: frozenset[str]
    wrong: Mapping[str, int]
    decimals: Any
    rtol: float | None

    def unit(self, name: str) -> float:
        """Return one unit of the last printed digit of a quantity."""
        decimals = self.decimals.get(name, 3) if isinstance(self.decimals, dict) else self.decimals
        return 10.0**-decimals

    def deviations(self, name: str, value: Any, printed: Any) -> int:
        """Count the entries of a value that would not print as the document prints them."""
        if isinstance(printed, Impossible):
            return 1
        value, printed = np.asarray(value), np.asarray(printed)
        if value.shape != printed.shape:
            return max(value.size, printed.size)
        if not (is_number(value) and is_number(printed)):
            return int(np.sum(value != printed))
        tolerance = self.unit(name) * (0.5 + 1e-6)
        if name in self.formulas:
            tolerance = FULL_PRECISION * (1 + np.abs(printed))
        if self.rtol is not None:
            tolerance = self.rtol * np.abs(printed)
        return int(np.sum(np.abs(value.astype(float) - printed) > tolerance))


def is_number(value: Any) -> bool:
    """Tell numbers from truth values and words."""
    return np.asarray(value).dtype.kind in "iuf"


def evaluate(value: Any, names: Mapping[str, Any]) -> Any:
    """Return plain data as it is (lists of numbers as arrays), and formulas evaluated."""
    if isinstance(value, str) and value.startswith("="):
        return eval(value[1:].strip(), {**NAMES, **names})
    return np.array(value) if isinstance(value, list) else value


def evaluate_all(quantities: Mapping[str, Any], names: Mapping[str, Any]) -> Quantities:
    """Evaluate quantities in order, each seeing those before it."""
    values: Quantities = {}
    for name, value in quantities.items():
        try:
            values[name] = evaluate(value, {**names, **values})
        except (ValueError, NameError, KeyError, TypeError) as error:
            values[name] = Impossible(str(error))
    return values


def read_fact(document: str, shared: Mapping[str, Any], entry: Mapping[str, Any]) -> Fact:
    """Build a fact from its entry in the file."""
    given = evaluate_all({**shared, **entry.get("inputs", {})}, {})
    printed = evaluate_all(entry["printed"], given)
    return Fact(
        id=entry["id"],
        document=document,
        status=entry["status"],
        given=SimpleNamespace(**given),
        printed=printed,
        computed=evaluate_all(entry.get("computed", {}), given),
        chain={k: evaluate(v, {**printed, **given}) for k, v in entry.get("chain", {}).items()},
        formulas=frozenset(k for k, v in entry["printed"].items() if str(v).startswith("=")),
        wrong=entry.get("wrong", {}),
        decimals=entry["decimals"],
        rtol=entry.get("rtol"),
    )


@cache
def load_facts() -> dict[str, Fact]:
    """Read all facts, by id."""
    facts = {}
    for path in sorted(FOLDER.glob("document_*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in content["facts"]:
            if entry["id"] in facts:
                raise ValueError(f"{path.name}: the id {entry['id']} is used twice")
            facts[entry["id"]] = read_fact(content["document"], content["given"], entry)
    return facts


# What the library gives, by the id of the fact.
CHECKS: dict[str, Callable[[SimpleNamespace], Quantities]] = {}


def gives(*ids: str) -> Callable[[Callable], Callable]:
    """Register a function of the inputs as what the library gives for these facts."""

    def register(check: Callable[[SimpleNamespace], Quantities]) -> Callable:
        for fact_id in ids:
            if fact_id in CHECKS:
                raise ValueError(f"two functions are registered for {fact_id}")
            CHECKS[fact_id] = check
        return check

    return register


def verify(fact: Fact, ours: Quantities) -> None:
    """Assert that the fact has the status it claims, given the library's values."""
    for name, value in fact.computed.items():
        assert_full_precision(fact, name, ours[name], value)
    slips = {n: fact.deviations(n, ours[n], value) for n, value in fact.printed.items()}
    if fact.status == "agrees":
        for name, count in slips.items():
            assert count == 0, (
                f"{name}: printed {fact.printed[name]}, the library gives {ours[name]}"
            )
    elif fact.status == "rounding":
        assert any(slips.values()), "full precision prints the same: not a rounding fact"
        assert set(fact.chain) == set(fact.printed), "a rounding fact needs its whole chain"
    else:
        for name, count in slips.items():
            assert count > 0, f"{name} is printed right: {ours[name]}"
            assert count == fact.wrong.get(name, count), f"{name}: {count} entries are wrong"
    for name, value in fact.chain.items():
        count = fact.deviations(name, value, fact.printed[name])
        assert count == 0, f"{name}: the chain gives {value}, printed is {fact.printed[name]}"


def assert_full_precision(fact: Fact, name: str, ours: Any, value: Any) -> None:
    """Assert that the library gives the recomputed value, to all its digits."""
    ours, value = np.asarray(ours), np.asarray(value)
    assert ours.shape == value.shape, f"{name}: shape {value.shape} expected, got {ours.shape}"
    if is_number(value):
        close = np.abs(ours - value) <= FULL_PRECISION * np.abs(value) + 1e-12
    else:
        close = ours == value
    assert np.all(close), f"{name}: {value} expected, the library gives {ours}"
