"""Claims of the book about experiments, each a test that a reader can run."""

from collections.abc import Callable, Iterable
from typing import Any

__all__ = ["claims"]


def claims(
    text: str,
    holds: Callable[..., Any],
    *,
    seeds: Iterable[int] | None = range(10),
    at_least: int | None = None,
) -> None:
    """
    Run the experiment behind a sentence of the book, and stop where it does not show it.

    Parameters
    ----------
    text : str
        Words of the page, as they stand there.
    holds : callable
        ``holds(seed)`` runs the experiment and returns whether the sentence
        holds. Without seeds it is called once, as ``holds()``.
    seeds : iterable of int or None, default=range(10)
        The random starts to try; None where nothing is random.
    at_least : int, optional
        For how many seeds it must hold; for all if not given.

    Raises
    ------
    AssertionError
        If it holds for fewer. Says for which seeds it does not.
    ValueError
        If there is no seed, or fewer than `at_least`.

    Notes
    -----
    Source: none of the documents; the rule that an experiment is repeated before
    something is concluded from it.

    Examples
    --------
    >>> claims("a sum of squares is never negative", lambda seed: seed**2 >= 0, seeds=range(3))
    Holds for 3 of 3 seeds.
    >>> claims("two and two are four", lambda: 2 + 2 == 4, seeds=None)
    Holds.
    """
    if seeds is None:
        if not holds():
            raise AssertionError(f"The text says {text!r}. That does not hold.")
        print("Holds.")
        return
    tried = list(seeds)
    needed = len(tried) if at_least is None else at_least
    if not 0 < needed <= len(tried):
        raise ValueError(
            f"claims: at_least = {needed} of {len(tried)} seeds. "
            "Give at least one seed, and at_least between 1 and their number."
        )
    failed = [seed for seed in tried if not holds(seed)]
    count = f"{len(tried) - len(failed)} of {len(tried)} seeds"
    if len(tried) - len(failed) < needed:
        raise AssertionError(
            f"The text says {text!r}. That holds for {count}, {needed} are needed; "
            f"not for {', '.join(map(str, failed))}."
        )
    print(f"Holds for {count}.")
