"""The publishing side: book, notebooks, student bundle, and the checks on what is published."""

import course_lib._quick_start  # noqa: F401
