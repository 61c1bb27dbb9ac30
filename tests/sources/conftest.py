"""Report how many facts were reproduced, by status."""

from collections import Counter

import pytest

from .fact import load_facts

WORDS = {"agrees": "agree", "rounding": "rounding", "erratum": "errata"}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print one line, such as "221 facts: 135 agree, 19 rounding, 67 errata"."""
    passed = [
        report.nodeid.partition("::test_fact[")[2].rstrip("]")
        for report in terminalreporter.stats.get("passed", [])
        if "::test_fact[" in report.nodeid
    ]
    if passed:
        count = Counter(load_facts()[fact_id].status for fact_id in passed)
        parts = ", ".join(f"{count[status]} {word}" for status, word in WORDS.items())
        terminalreporter.write_line(f"{len(passed)} facts: {parts}")
