"""Where student code runs: the process, its limits, and what it can see."""
