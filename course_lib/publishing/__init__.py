"""The publishing side: book, notebooks, student bundle, and the checks on what is published."""
