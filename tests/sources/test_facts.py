"""Every fact of the documents, tested against the library, and the tests themselves tested."""

import dataclasses
from collections import Counter
from functools import cache
from typing import Any

import numpy as np
import pytest

from . import document_000, document_001, document_002, document_003, document_004  # noqa: F401
from .fact import CHECKS, Fact, Impossible, Quantities, load_facts, verify

FACTS = load_facts()
EACH_FACT = pytest.mark.parametrize("fact_id", FACTS)


@cache
def library_gives(fact_id: str) -> Quantities:
    return CHECKS[fact_id](FACTS[fact_id].given)


def step_of(fact: Fact, name: str) -> float:
    """Return twice the last printed digit, or what full precision must notice."""
    if fact.rtol is not None:
        return 1e-9
    return 1e-6 if name in fact.formulas else max(2 * fact.unit(name), 1e-6)


def changed(fact: Fact, name: str, value: Any, entry: int) -> Any:
    """Return a value with one entry changed by enough to print differently."""
    value = np.array(value, order="C")
    value = value.astype({"i": float, "U": "U99"}.get(value.dtype.kind, value.dtype), order="C")
    flat = value.reshape(-1)
    if value.dtype.kind == "b":
        flat[entry] = not flat[entry]
    elif value.dtype.kind == "U":
        flat[entry] += "?"
    else:
        flat[entry] += step_of(fact, name) * max(1.0, abs(flat[entry]))
    return value


def assert_noticed(fact: Fact, ours: Quantities) -> None:
    with pytest.raises(AssertionError):
        verify(fact, ours)


@EACH_FACT
def test_fact(fact_id: str) -> None:
    verify(FACTS[fact_id], library_gives(fact_id))


@EACH_FACT
def test_another_value_of_the_library_fails(fact_id: str) -> None:
    fact, ours = FACTS[fact_id], library_gives(fact_id)
    compared = fact.computed if fact.status != "agrees" else {**fact.printed, **fact.computed}
    assert compared
    for name in compared:
        for entry in (0, -1):
            other = {**ours, name: changed(fact, name, ours[name], entry)}
            assert_noticed(fact, other)


@pytest.mark.parametrize("fact_id", [k for k, fact in FACTS.items() if fact.status != "erratum"])
def test_another_print_fails(fact_id: str) -> None:
    fact, ours = FACTS[fact_id], library_gives(fact_id)
    for name, value in fact.printed.items():
        for entry in (0, -1):
            printed = {**fact.printed, name: changed(fact, name, value, entry)}
            assert_noticed(dataclasses.replace(fact, printed=printed), ours)


@pytest.mark.parametrize("fact_id", [k for k, fact in FACTS.items() if fact.status == "erratum"])
def test_a_right_print_is_no_erratum(fact_id: str) -> None:
    fact, ours = FACTS[fact_id], library_gives(fact_id)
    for name in fact.printed:
        printed = {**fact.printed, name: ours[name]}
        assert_noticed(dataclasses.replace(fact, printed=printed), ours)


@pytest.mark.parametrize("fact_id", [k for k, fact in FACTS.items() if fact.chain])
def test_another_chain_fails(fact_id: str) -> None:
    fact, ours = FACTS[fact_id], library_gives(fact_id)
    for name, value in fact.chain.items():
        chain = {**fact.chain, name: changed(fact, name, value, 0)}
        assert_noticed(dataclasses.replace(fact, chain=chain), ours)


def test_every_fact_has_a_check_and_every_check_a_fact() -> None:
    assert set(CHECKS) == set(FACTS)


def test_no_fact_of_the_documents_was_lost() -> None:
    count = Counter(fact.status for fact in FACTS.values())
    least = {"agrees": 135, "rounding": 19, "erratum": 69}
    assert set(count) == set(least)
    assert {status: min(count[status], number) for status, number in least.items()} == least


@EACH_FACT
def test_a_fact_says_what_is_right(fact_id: str) -> None:
    fact = FACTS[fact_id]
    assert fact.printed
    if fact.status != "agrees":
        assert set(fact.printed) <= set(fact.computed)
    for value in [*vars(fact.given).values(), *fact.computed.values(), *fact.chain.values()]:
        assert not isinstance(value, Impossible), value
