"""What every test runs under: no overflow, no 0/0, and the same random examples each time."""

import numpy as np
import pytest
from hypothesis import settings

settings.register_profile("deterministic", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("deterministic")

# Made once a session and slow to make: all tests that look at one of these share a worker, and
# go first, so that the other worker has something to do until the end. So do the tests of one file
# that share something of it, or start a browser: one process can drive one at a time.
SHARED = ("site", "released")
# What a test starts, by the fixture that starts it.
STARTS = {"sandboxed": "sandbox", "site": "site", "browser_installed": "browser"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Keep the tests of each shared fixture on one worker, and mark what starts programs."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if group := next((name for name in SHARED if name in fixtures), ""):
            item.add_marker(pytest.mark.xdist_group(group))
        elif "browser_installed" in fixtures or any(is_of_its_file(item, n) for n in fixtures):
            item.add_marker(pytest.mark.xdist_group(str(item.path)))
        for fixture, marker in STARTS.items():
            if fixture in fixtures:
                item.add_marker(getattr(pytest.mark, marker))
    items.sort(key=lambda item: not set(SHARED) & set(getattr(item, "fixturenames", ())))


def is_of_its_file(item, name):
    """Tell whether a fixture is made once for the tests of a file."""
    found = item._fixtureinfo.name2fixturedefs.get(name, ())
    return any(fixture.scope == "module" for fixture in found)


@pytest.fixture(autouse=True)
def _strict_floating_point():
    """Turn overflow, division by zero and invalid operations into errors."""
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        yield
