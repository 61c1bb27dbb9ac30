"""Assignments: from their sources to notebooks and the student bundle."""
