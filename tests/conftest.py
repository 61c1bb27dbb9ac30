"""What every test runs under: no overflow, no 0/0, and the same random examples each time."""

import numpy as np
import pytest
from hypothesis import settings

settings.register_profile("deterministic", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("deterministic")

# Made once a session and slow to make: all tests that look at one of these share a worker.
SHARED = ("site", "released")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Keep the tests of each shared fixture on one worker, so that it is made once."""
    for item in items:
        for fixture in SHARED:
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(pytest.mark.xdist_group(fixture))


@pytest.fixture(autouse=True)
def _strict_floating_point():
    """Turn overflow, division by zero and invalid operations into errors."""
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        yield
