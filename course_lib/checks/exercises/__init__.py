"""The exercises, one module a chapter: references, cases, mistakes, alternatives.

Nothing in this package may reach a student: it holds the answers.
"""
