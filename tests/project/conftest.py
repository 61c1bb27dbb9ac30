"""Files here that are no tests."""

collect_ignore = ["second_course"]  # files of a course of its own
