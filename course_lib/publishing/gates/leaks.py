"""Looks for secrets in everything that is published.

Which texts are secret is told by `course_lib.publishing.notebooks.secrets`; here is how they are
looked for.

Code is compared as tokens, so spaces, line breaks, comments, docstrings, quote
characters and annotations make no difference. Two kinds of phrase are looked for:

- `EXACT` tokens in a row as they stand. An answer shorter than that is looked for
  as a whole, with and without its ``def`` line, if it has at least `SHORTEST` tokens.
- `RENAMED` tokens in a row where the names of variables are ignored.

A phrase needs `FEWEST_WORDS` different words and, in those that are not `COMMON`,
`FEWEST_LETTERS` letters; else minified scripts would match by chance.
The thresholds leave gaps on purpose. ``return W @ A_prev + b`` alone is six tokens
and stands in every book on the subject, so it counts only below its ``def`` line.
"""

import builtins
import gzip
import keyword
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import repeat
from pathlib import Path

import numpy as np

from course_lib.publishing.gates.containers import texts

EXACT = 16
RENAMED = 24
SHORTEST = 10
FEWEST_WORDS = 4
FEWEST_LETTERS = 8
FEWEST_RENAMED = 6  # of these, where only what nobody can rename is left
TOKEN = re.compile(r"[^\W\d]\w*|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+|[^\s\w]")
WORD = re.compile(r"[^\W\d]\w*")
DOCSTRING = re.compile(r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'')
LONG_STRING = re.compile(r'"[^"\n]{16,}"')  # the words of a message reach students rightly
QUIET = re.compile(r"errstate\([^()]*\)")  # what NumPy shall not warn of gives nothing away
COMMENT = re.compile(r"#[^\n]*")
# Words that say little by themselves, and stand in every script of a web page.
COMMON = {*keyword.kwlist, "abs", "any", "exp", "float", "log", "max", "min", "sum", "try", "zip"}
KEPT = {*keyword.kwlist, *dir(builtins), "np", "axis"}  # not for the author to choose

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
    return tuple(TOKEN.findall(QUIET.sub("errstate", text.replace("'", '"'))))


def bare(text: str) -> str:
    """Return code without docstrings and comments."""
    return COMMENT.sub("", DOCSTRING.sub("", text))


class Renaming(dict[str, str]):
    """What stands for a token: ``v`` for a name that the author of the code could choose."""

    def __missing__(self, token: str) -> str:
        """Look at a token for the first time: a site has few different ones, and very many."""
        chosen = token[0].isidentifier() and token not in KEPT
        return self.setdefault(token, "v" if chosen else token)


RENAMING = Renaming()


def renamed(sequence: Tokens) -> Tokens:
    """Return `sequence` with ``v`` for each name that the author of the code could choose."""
    return tuple(
        token if before == "." else RENAMING[token]
        for before, token in zip(("", *sequence), sequence, strict=False)
    )


def is_word(token: str) -> bool:
    """Tell whether a token is a name or a keyword that says something."""
    return token[0].isidentifier() and token != "v"


def phrases(
    sequence: Tokens, length: int, shortest: int, letters_at_least: int = FEWEST_LETTERS
) -> Iterator[Tokens]:
    """Yield each run of `length` tokens, or all of a shorter but not too short sequence."""
    for start in range(max(1, len(sequence) - length + 1)):
        phrase = sequence[start : start + length]
        words = {token for token in phrase if is_word(token)}
        letters = sum(len(word) for word in words if word not in COMMON)
        telling = len(words) >= FEWEST_WORDS and letters >= letters_at_least
        if len(phrase) >= shortest and telling:
            yield phrase


class Index:
    """Phrases that are secret, found by their first two tokens."""

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
        self.lengths: dict[Tokens, set[int]] = {}  # by the first two tokens of a phrase
        begins = sorted({token for phrase in self.origins for token in phrase[:2]})
        self.codes = {token: code for code, token in enumerate(begins, 1)}
        self.begins = np.zeros((len(begins) + 1,) * 2, dtype=bool)  # code 0: any other token
        self.needed: dict[str, set[frozenset[str]]] = {}  # the words of phrases, by the longest
        for phrase in self.origins:
            self.lengths.setdefault(phrase[:2], set()).add(len(phrase))
            self.begins[self.codes[phrase[0]], self.codes[phrase[1]]] = True
            words = frozenset(filter(is_word, phrase))
            self.needed.setdefault(max(words, key=len), set()).add(words)

    def may_be_in(self, words: set[str]) -> bool:
        """Tell quickly whether a text of these words can hold a phrase at all."""
        known = words & self.needed.keys()
        return any(needed <= words for word in known for needed in self.needed[word])

    def split(self, sequence: Tokens) -> Iterator[Tokens]:
        """Yield the phrases of a token sequence."""
        return phrases(sequence, EXACT, SHORTEST)

    def find(self, sequence: Tokens) -> Iterator[tuple[str, Tokens]]:
        """Yield (origin, phrase) for each secret phrase in `sequence`."""
        codes = np.array([*map(self.codes.get, sequence, repeat(0))], dtype=np.intp)
        for start in np.flatnonzero(self.begins[codes[:-1], codes[1:]]):
            for length in self.lengths[sequence[start : start + 2]]:
                phrase = sequence[start : start + length]
                if phrase in self.origins:
                    yield self.origins[phrase], phrase


class RenamedIndex(Index):
    """The same, blind to the names of variables."""

    def split(self, sequence: Tokens) -> Iterator[Tokens]:
        """Yield the phrases of a token sequence, without the names of variables."""
        return phrases(renamed(sequence), RENAMED, RENAMED, FEWEST_RENAMED)

    def find(self, sequence: Tokens) -> Iterator[tuple[str, Tokens]]:
        """Yield (origin, phrase) for each secret phrase in `sequence`."""
        return super().find(renamed(sequence))


def indexes_of(
    secret: Iterable[tuple[str, str]], public: Iterable[str]
) -> tuple[Index, RenamedIndex]:
    """
    Prepare the search for some secrets.

    Parameters
    ----------
    secret : iterable of (str, str)
        What it is, in words, and its text.
    public : iterable of str
        Texts that everybody may have, whatever the secrets hold.

    Returns
    -------
    tuple of Index
        Phrases as they stand, and phrases without the names of variables.
    """
    secret, public = list(secret), list(public)
    return Index(secret, public), RenamedIndex(secret, public)


def leaks_in_texts(named: Iterable[tuple[str, str]], indexes: Sequence[Index]) -> list[Leak]:
    """
    Look for secrets in some texts.

    Parameters
    ----------
    named : iterable of (str, str)
        Where a text is, and the text.
    indexes : sequence of Index
        What `indexes_of` gave.

    Returns
    -------
    list of Leak
        One for each secret and each place that holds it; empty if all is well.
    """
    found: dict[tuple[str, str], Leak] = {}
    known: dict[bytes, list[tuple[str, Tokens]]] = {}  # many texts are published in several places
    for where, text in named:
        key = sha256(text.encode("utf-8", "replace")).digest()
        if key not in known:
            known[key] = list(find_in_text(text, indexes))
        for origin, phrase in known[key]:
            found.setdefault((where, origin), Leak(where, origin, " ".join(phrase)))
    return list(found.values())


def leaks_in_files(
    paths: Sequence[Path], indexes: Sequence[Index], passed: Collection[str] = ()
) -> list[Leak]:
    """
    Look for secrets in every byte of some files and folders.

    Parameters
    ----------
    paths : sequence of Path
        Published files and folders.
    indexes : sequence of Index
        What `indexes_of` gave.
    passed : collection of str
        SHA-256 of files that are not looked into, compressed or not.

    Returns
    -------
    list of Leak
        One for each secret and each file that holds it; empty if all is well.

    Raises
    ------
    FileNotFoundError
        If one of the paths does not exist: nothing was looked at there.
    """
    contents = ((str(path), path.read_bytes()) for path in files(paths))
    opened = (
        named
        for name, data in contents
        if not is_one_of(data, passed)
        for named in texts(name, data)
    )
    return leaks_in_texts(opened, indexes)


def is_one_of(data: bytes, digests: Collection[str]) -> bool:
    """Tell whether a file, or what is compressed in it, has one of these SHA-256 digests."""
    if not digests:
        return False
    is_packed = data.startswith(b"\x1f\x8b")
    return sha256(gzip.decompress(data) if is_packed else data).hexdigest() in digests


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
