"""The instructor's side: a sandbox for student code and an examiner that trusts none of it."""

import course_lib._quick_start  # noqa: F401
