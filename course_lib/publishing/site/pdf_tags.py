"""Tags of joined PDFs: pypdf joins sheets, and leaves out what headings, lists and figures are."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PdfReader, PdfWriter


class Tags:
    """The tags of several printed documents, as one tree."""

    def __init__(self) -> None:
        self._trees: list[Any] = []
        self._parents: list[tuple[int, Any]] = []
        self._next = 0

    def take(self, book: "PdfWriter", printed: "PdfReader") -> None:
        """Copy the tags of a document whose sheets were appended to `book` last.

        Parameters
        ----------
        book : pypdf.PdfWriter
            The joined document.
        printed : pypdf.PdfReader
            The document, tagged.
        """
        from pypdf.generic import ArrayObject, NameObject, NumberObject, TextStringObject

        tree = printed.root_object.get("/StructTreeRoot")
        if tree is None:
            raise ValueError("A printed page has no tags.")
        first = len(book.pages) - len(printed.pages)
        for number, sheet in enumerate(printed.pages):
            copy = book.pages[first + number]
            if "/StructParents" in sheet:
                key = NumberObject(int(str(sheet["/StructParents"])) + self._next)
                copy[NameObject("/StructParents")] = key
            for old, new in zip(sheet.get("/Annots", ()), copy.get("/Annots", ()), strict=True):
                if "/StructParent" in old.get_object():
                    key = NumberObject(int(old.get_object()["/StructParent"]) + self._next)
                    new.get_object()[NameObject("/StructParent")] = key
        root = tree.get_object().clone(book)
        for element in _elements(root):
            # Names of cells, to which others of the table refer, begin anew in each document.
            if "/ID" in element:
                element[NameObject("/ID")] = TextStringObject(f"{self._next}-{element['/ID']}")
            for rule in _listed(element.get("/A")):
                if isinstance(rule, dict) and "/Headers" in rule:
                    names = [TextStringObject(f"{self._next}-{name}") for name in rule["/Headers"]]
                    rule[NameObject("/Headers")] = ArrayObject(names)
        pairs = list(_pairs(root["/ParentTree"].get_object()))
        self._parents += [(key + self._next, value) for key, value in pairs]
        self._next += 1 + max((key for key, _ in pairs), default=0)
        self._trees += [part for part in _listed(root.get("/K")) if isinstance(part, dict)]

    def write(self, book: "PdfWriter", language: str) -> None:
        """Give `book` the tree of all documents.

        Parameters
        ----------
        book : pypdf.PdfWriter
            The joined document.
        language : str
            Language of the text, such as ``"en"``.
        """
        from pypdf.generic import (
            ArrayObject,
            BooleanObject,
            DictionaryObject,
            NameObject,
            NumberObject,
            TextStringObject,
        )

        root, document = DictionaryObject(), DictionaryObject()
        root_reference, document_reference = book._add_object(root), book._add_object(document)
        for part in self._trees:
            part[NameObject("/P")] = document_reference
            part[NameObject("/S")] = NameObject("/Part")
        document.update(
            {
                NameObject("/Type"): NameObject("/StructElem"),
                NameObject("/S"): NameObject("/Document"),
                NameObject("/P"): root_reference,
                NameObject("/K"): ArrayObject(part.indirect_reference for part in self._trees),
            }
        )
        numbers = ArrayObject()
        for key, value in sorted(self._parents, key=lambda pair: pair[0]):
            numbers += [NumberObject(key), value]
        root.update(
            {
                NameObject("/Type"): NameObject("/StructTreeRoot"),
                NameObject("/K"): document_reference,
                NameObject("/ParentTree"): DictionaryObject({NameObject("/Nums"): numbers}),
                NameObject("/ParentTreeNextKey"): NumberObject(self._next),
            }
        )
        marked = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
        shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
        book.root_object.update(
            {
                NameObject("/StructTreeRoot"): root_reference,
                NameObject("/MarkInfo"): marked,
                NameObject("/Lang"): TextStringObject(language),
                NameObject("/ViewerPreferences"): shown,
            }
        )


def _listed(value: Any) -> list[Any]:
    """Return the objects of an array, of a single object, or none."""
    value = value.get_object() if hasattr(value, "get_object") else value
    if value is None:
        return []
    return [part.get_object() for part in value] if isinstance(value, list) else [value]


def _elements(root: Any) -> Iterator[Any]:
    """Yield each element of a tree of tags."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [part for part in _listed(element.get("/K")) if isinstance(part, dict)]


def _pairs(tree: Any) -> Iterator[tuple[int, Any]]:
    """Yield keys and values of a tree of numbers."""
    numbers = list(tree.get("/Nums", ()))
    for key, value in zip(numbers[::2], numbers[1::2], strict=True):
        yield int(key), value
    for branch in tree.get("/Kids", ()):
        yield from _pairs(branch.get_object())
