"""A progress bar for long loops: only in a terminal, only after a second, only with rich."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

Step = TypeVar("Step")

_QUIET_SECONDS = 1.0
_REFRESH_SECONDS = 0.1


def progress(steps: Sequence[Step], label: str) -> Iterator[Step]:
    """
    Go through `steps`, showing on stderr how far the loop is when it takes long.

    Parameters
    ----------
    steps : sequence
        What to loop over, such as ``range(epochs)``.
    label : str
        What the loop does, in a word.

    Returns
    -------
    iterator
        The items of `steps`, in order.

    Examples
    --------
    >>> [epoch for epoch in progress(range(3), "training")]
    [0, 1, 2]
    """
    if sys.stderr is None or not sys.stderr.isatty():
        return iter(steps)
    try:
        from rich import progress as rich_progress
        from rich.console import Console
    except ImportError:
        return iter(steps)
    bar = rich_progress.Progress(
        rich_progress.TextColumn("{task.description}"),
        rich_progress.BarColumn(),
        rich_progress.MofNCompleteColumn(),
        rich_progress.TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    return _with_bar(steps, bar, bar.add_task(label, total=len(steps)))


def _with_bar(steps: Sequence[Step], bar: Any, task: Any) -> Iterator[Step]:
    """Yield the steps; start the bar late and move it seldom, so that short loops pay nothing."""
    refresh_at = time.monotonic() + _QUIET_SECONDS
    try:
        for done, step in enumerate(steps):
            now = time.monotonic()
            if now >= refresh_at:
                bar.start()
                bar.update(task, completed=done)
                refresh_at = now + _REFRESH_SECONDS
            yield step
    finally:
        bar.stop()
