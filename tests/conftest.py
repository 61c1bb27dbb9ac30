"""What every test runs under: no overflow, no 0/0, and the same random examples each time."""

import numpy as np
import pytest
from hypothesis import settings

settings.register_profile("deterministic", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("deterministic")

# Made once a session and slow to make: all tests that look at one of these share a worker.
SHARED = ("site", "released")
# What a test starts, by the fixture that starts it.
STARTS = {"sandboxed": "sandbox", "site": "site", "browser_installed": "browser"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Keep the tests of each shared fixture on one worker, and mark what starts programs."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        for fixture in SHARED:
            if fixture in fixtures:
                item.add_marker(pytest.mark.xdist_group(fixture))
        for fixture, marker in STARTS.items():
            if fixture in fixtures:
                item.add_marker(getattr(pytest.mark, marker))


@pytest.fixture(autouse=True)
def _strict_floating_point():
    """Turn overflow, division by zero and invalid operations into errors."""
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        yield
