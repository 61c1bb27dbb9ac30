"""The quizzes of a chapter: the name by which a browser remembers each, and what it serves."""

import re
from dataclasses import dataclass
from hashlib import sha256

_QUIZ = re.compile(r"^:::\{quiz\}(.*)\n((?::[\w-]+:.*\n)*)", re.MULTILINE)
_SERVES = re.compile(r"^:serves:(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Question:
    """A quiz, as the source of a page has it."""

    number: int
    """On its page, counted from 1."""
    digest: str
    serves: tuple[str, ...]
    """Ids of objectives of the chapter."""


def digest_of(question: str) -> str:
    """
    Return by which name a browser remembers an answer: another question has another.

    Parameters
    ----------
    question : str
        The title of the quiz in MyST.

    Returns
    -------
    str
        Eight hexadecimal digits.
    """
    return sha256(question.strip().encode()).hexdigest()[:8]


def questions(text: str) -> list[Question]:
    r"""
    List the quizzes of a page.

    Parameters
    ----------
    text : str
        The page in MyST.

    Returns
    -------
    list of Question
        In the order of the page.

    Examples
    --------
    >>> [each.serves for each in questions(":::{quiz} Why?\n:serves: o1 o2\n- [x] So\n")]
    [('o1', 'o2')]
    """
    found = []
    for number, (title, options) in enumerate(_QUIZ.findall(text), start=1):
        serves = _SERVES.search(options)
        ids = tuple(serves[1].split()) if serves else ()
        found.append(Question(number, digest_of(title), ids))
    return found
