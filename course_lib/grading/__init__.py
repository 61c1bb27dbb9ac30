"""The instructor's side: a sandbox for student code and an examiner that trusts none of it."""
