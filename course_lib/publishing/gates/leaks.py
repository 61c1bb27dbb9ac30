"""Looks for answers in everything that is published.

What must not get out: the answers and the hidden tests of ``solutions/``, the
reference functions that students are asked to write, and the sources of
``course_lib.checks.exercises`` (hidden cases, mistakes, alternatives).

Code is compared as tokens, so spaces, line breaks, comments, docstrings, quote
characters and annotations make no difference. Two kinds of phrase are looked for:

- `EXACT` tokens in a row as they stand. An answer shorter than that is looked for
  as a whole, with and without its ``def`` line, if it has at least `SHORTEST` tokens.
- `RENAMED` tokens in a row where the names of variables are ignored.

A phrase needs `FEWEST_WORDS` different words and, in those that are not `COMMON`,
`FEWEST_LETTERS` letters; else minified scripts would match by chance.
The thresholds leave gaps on purpose. ``return W @ A_prev + b`` alone is six tokens
and stands in every book on the subject, so it counts only below its ``def`` line.
A phrase that students get anyway (a stub, a visible test, the checks engine) is no secret.
"""

import ast
import builtins
import inspect
import keyword
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import course_lib
from course_lib.checks import registry
from course_lib.checks.author.student_edition import STUDENT_FILES
from course_lib.publishing.gates.containers import texts
from course_lib.publishing.notebooks.sources import HIDDEN, SOLUTION, read_source

EXACT = 16
RENAMED = 28
SHORTEST = 10
FEWEST_WORDS = 4
FEWEST_LETTERS = 8
TOKEN = re.compile(r"[^\W\d]\w*|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+|[^\s\w]")
WORD = re.compile(r"[^\W\d]\w*")
DOCSTRING = re.compile(r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'')
LONG_STRING = re.compile(r'"[^"\n]{16,}"')  # the words of a message reach students rightly
COMMENT = re.compile(r"#[^\n]*")
# Words that say little by themselves, and stand in every script of a web page.
COMMON = {*keyword.kwlist, "abs", "any", "exp", "float", "log", "max", "min", "sum", "try", "zip"}
KEPT = {*keyword.kwlist, *dir(builtins), "np"}

Tokens = tuple[str, ...]


@dataclass(frozen=True)
class Leak:
    """A secret found in a published file."""

    where: str
    secret: str
    phrase: str

    def __str__(self) -> str:
        return (
            f"{self.where}: holds {self.secret}: {self.phrase!r}. Remove it from what is published."
        )


def tokens(text: str) -> Tokens:
    """Return the tokens of code, blind to spaces and quote characters."""
    return tuple(TOKEN.findall(text.replace("'", '"')))


def bare(text: str) -> str:
    """Return code without docstrings and comments."""
    return COMMENT.sub("", DOCSTRING.sub("", text))


def renamed(sequence: Tokens) -> Tokens:
    """Return `sequence` with ``v`` for each name that the author of the code could choose."""
    return tuple(
        "v" if token[0].isidentifier() and token not in KEPT and before != "." else token
        for before, token in zip(("", *sequence), sequence, strict=False)
    )


def is_word(token: str) -> bool:
    """Tell whether a token is a name or a keyword that says something."""
    return token[0].isidentifier() and token != "v"


def phrases(sequence: Tokens, length: int, shortest: int) -> Iterator[Tokens]:
    """Yield each run of `length` tokens, or all of a shorter but not too short sequence."""
    for start in range(max(1, len(sequence) - length + 1)):
        phrase = sequence[start : start + length]
        words = {token for token in phrase if is_word(token)}
        letters = sum(len(word) for word in words if word not in COMMON)
        if len(phrase) >= shortest and len(words) >= FEWEST_WORDS and letters >= FEWEST_LETTERS:
            yield phrase


class Index:
    """Phrases that are secret, found by one telling word of each."""

    def __init__(self, secret: Iterable[tuple[str, str]], public: Iterable[str]) -> None:
        allowed = {
            phrase
            for text in public
            for variant in (tokens(text), tokens(bare(text)))
            for phrase in self.split(variant)
        }
        self.origins: dict[Tokens, str] = {}
        for origin, text in secret:
            for part in LONG_STRING.split(bare(text).replace("'", '"')):
                for phrase in self.split(tokens(part)):
                    if phrase not in allowed:
                        self.origins.setdefault(phrase, origin)
        self.places: dict[str, set[tuple[int, int]]] = {}
        for phrase in self.origins:
            anchor = max(filter(is_word, phrase), key=len)
            self.places.setdefault(anchor, set()).add((phrase.index(anchor), len(phrase)))
        self.word_sets = {frozenset(filter(is_word, phrase)) for phrase in self.origins}

    def may_be_in(self, words: set[str]) -> bool:
        """Tell quickly whether a text of these words can hold a phrase at all."""
        return any(needed <= words for needed in self.word_sets)

    def split(self, sequence: Tokens) -> Iterator[Tokens]:
        """Yield the phrases of a token sequence."""
        return phrases(sequence, EXACT, SHORTEST)

    def find(self, sequence: Tokens) -> Iterator[tuple[str, Tokens]]:
        """Yield (origin, phrase) for each secret phrase in `sequence`."""
        anchors = [(k, token) for k, token in enumerate(sequence) if token in self.places]
        for position, token in anchors:
            for offset, length in self.places[token]:
                start = position - offset
                phrase = sequence[max(start, 0) : start + length]
                if phrase in self.origins:
                    yield self.origins[phrase], phrase


class RenamedIndex(Index):
    """The same, blind to the names of variables."""

    def split(self, sequence: Tokens) -> Iterator[Tokens]:
        """Yield the phrases of a token sequence, without the names of variables."""
        return phrases(renamed(sequence), RENAMED, RENAMED)

    def find(self, sequence: Tokens) -> Iterator[tuple[str, Tokens]]:
        """Yield (origin, phrase) for each secret phrase in `sequence`."""
        return super().find(renamed(sequence))


def region(text: str, markers: tuple[str, str]) -> str:
    """Return the lines between a pair of markers."""
    kept, inside = [], False
    for line in text.splitlines():
        if line.strip() in markers:
            inside = line.strip() == markers[0]
        elif inside:
            kept.append(line)
    return "\n".join(kept)


def without(text: str, *pairs: tuple[str, str]) -> str:
    """Return `text` without the regions between the pairs of markers."""
    for pair in pairs:
        text = re.sub(f"(?m)^ *{pair[0]}$[\\s\\S]*?^ *{pair[1]}$", "", text)
    return text


def secrets_of_sources(root: Path) -> Iterator[tuple[str, str]]:
    """Yield what the assignments hide: answers and hidden tests."""
    for path in sorted((root / "solutions").glob("*/*.md")):
        for index, cell in enumerate(read_source(path).cells):
            place = f"{path.relative_to(root)}, cell {index}"
            answer = region(cell.source, SOLUTION)
            yield f"the answer of {place}", answer
            if cell.cell_type == "code" and answer:
                whole = re.sub(r"(?m)^ *### \w+ SOLUTION$", "", cell.source)
                yield f"the answer of {place}", whole
            yield f"the hidden test of {place}", region(cell.source, HIDDEN)


def secrets_of_package() -> Iterator[tuple[str, str]]:
    """Yield the sources of references, hidden cases, mistakes and alternatives."""
    for exercise in registry.exercises().values():
        source = inspect.getsource(exercise.reference)
        for text in (source, without_annotations(source), body(source)):
            yield f"the reference {exercise.name}", text
    folder = Path(course_lib.__file__).parent / "checks" / "exercises"
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.Lambda):
                source = ast.get_source_segment(text, node) or ""
                yield f"checks/exercises/{path.relative_to(folder)}, line {node.lineno}", source


def without_annotations(source: str) -> str:
    """Return the source of a function as a student would write it."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
    return ast.unparse(tree)


def body(source: str) -> str:
    """Return what stands below the ``def`` line and its docstring."""
    statements = ast.parse(source).body[0].body  # type: ignore[attr-defined]
    skipped = statements[1:] if ast.get_docstring(ast.parse(source).body[0]) else statements  # type: ignore[arg-type]
    return "\n".join(ast.unparse(statement) for statement in skipped)


def public_texts(root: Path) -> Iterator[str]:
    """Yield what students get anyway: stubs, visible tests, their edition of the package."""
    for path in sorted((root / "solutions").glob("*/*.md")):
        for cell in read_source(path).cells:
            yield without(cell.source, SOLUTION, HIDDEN)
    package = Path(course_lib.__file__).parent
    for name in STUDENT_FILES:
        if (package / name).is_file():
            yield (package / name).read_text(encoding="utf-8")


@cache
def indexes(root: Path) -> tuple[Index, Index]:
    """Return the two indexes of the secrets of a course."""
    secret = [*secrets_of_sources(root), *secrets_of_package()]
    public = list(public_texts(root))
    return Index(secret, public), RenamedIndex(secret, public)


def find_leaks(paths: Sequence[Path], root: Path) -> list[Leak]:
    """
    Look for secrets in every byte of some files and folders.

    Parameters
    ----------
    paths : sequence of Path
        Published files and folders.
    root : Path
        The course directory, whose ``solutions/`` holds the secrets.

    Returns
    -------
    list of Leak
        One for each secret and each file that holds it; empty if all is well.

    Raises
    ------
    FileNotFoundError
        If one of the paths does not exist: nothing was looked at there.
    """
    found: dict[tuple[str, str], Leak] = {}
    for path in files(paths):
        for where, text in texts(str(path), path.read_bytes()):
            for origin, phrase in find_in_text(text, indexes(root)):
                leak = Leak(where, origin, " ".join(phrase))
                found.setdefault((where, origin), leak)
    return list(found.values())


def find_in_text(text: str, indexes: Sequence[Index]) -> Iterator[tuple[str, Tokens]]:
    """Yield (origin, phrase) for each secret phrase in one text, with and without comments."""
    words = set(WORD.findall(text))
    possible = [index for index in indexes if index.may_be_in(words)]
    if possible:
        for variant in dict.fromkeys((text, bare(text))):
            sequence = tokens(variant)
            for index in possible:
                yield from index.find(sequence)


def files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files of some files and folders, in a fixed order."""
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"{path}: nothing to scan. Build or release it first.")
        yield from sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
