"""The 221 facts of the five documents, and what the library says about each."""
