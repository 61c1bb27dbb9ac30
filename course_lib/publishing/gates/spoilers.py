"""A gate on a built site: no question whose answer is in view."""

from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from course_lib.publishing.gates.html import pages


def spoiled(site: Path) -> list[str]:
    """Return the questions to predict whose answer stands in view, or not in their fold.

    In view is all text of the section before the fold, code and printed results too, without
    what other closed folds hold; and the first thing after it.

    Parameters
    ----------
    site : Path
        The folder of the pages.

    Returns
    -------
    list of str
        One line each.
    """
    faults = []
    for path in pages(site):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for fold in page.select("details.predict-answer"):
            faults += [f"{path.relative_to(site)}: {fault}" for fault in _faults(fold)]
    return faults


def _faults(fold: Tag) -> Iterator[str]:
    """Tell what is wrong with one question."""
    answer = _plain(str(fold["data-answer"]))
    question = fold.find_parent("div", class_="predict")
    section = fold.find_parent("section") or fold.find_parent("body")
    assert isinstance(question, Tag)
    assert isinstance(section, Tag)
    asked = _plain(question.get_text(" "))[:60]
    if answer not in _plain(fold.get_text(" ")):
        yield f"{asked!r}: the answer {answer!r} is not in its fold"
    after = question.find_next_sibling()
    for where, text in (
        ("above", " ".join(_in_view(section, fold))),
        ("below", after.get_text(" ") if isinstance(after, Tag) else ""),
    ):
        if answer in _plain(text):
            yield f"{asked!r}: the answer {answer!r} is in view {where} the fold"


def _in_view(section: Tag, fold: Tag) -> Iterator[str]:
    """Return the texts of a section that a reader sees before she opens the fold."""
    for element in section.descendants:
        if element is fold:
            return
        if isinstance(element, Tag) or element.find_parent(["script", "style"]):
            continue
        closed = element.find_parent("details")
        if closed is None or element.find_parent("summary"):
            yield str(element)


def _plain(text: str) -> str:
    """Write a text in small letters, with single spaces."""
    return " ".join(text.lower().split())
