"""Which decimals of a chapter are asserted, and which are only written."""

import ast
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from course_lib.publishing.gates.prose import normalize

_EXTENSIONS = {"amsmath", "attrs_inline", "colon_fence", "deflist", "dollarmath"}
_POWER = r"(?:e[-+]?\d+|\s*(?:\\times|\\cdot|×|·)\s*10\s*\^\s*(?:\{\s*[-−+]?\d+\s*\}|\d))"
_NUMBER = re.compile(rf"(?<![\w.])[-−]?\d+\.\d+{_POWER}?(?!\.?\d)", re.IGNORECASE)
_NO_PROSE = re.compile(
    r"\]\([^)]*\)|<https?:[^>]*>|\{(?:eq|numref|ref|doc|cite[:a-z]*)\}`[^`]*`"
    r"|\bversion \d+\.\d+"
)
_OPTIONS = re.compile(r"\A(?:---\n(.*?)\n---\n|((?::[\w-]+:[^\n]*\n)+))", re.DOTALL)


class Number(NamedTuple):
    """A decimal of the text, as it is printed, and the line it stands near."""

    line: int
    text: str


def unstated(chapter: str) -> list[Number]:
    """Return the decimals in prose and math that no ``states`` call asserts.

    A minus in front may be a sign or a subtraction, so a stated 0.5 also covers
    a printed −0.5; the sign of an unsigned number counts.

    Parameters
    ----------
    chapter : str
        The text of the page, in MyST.

    Returns
    -------
    list of Number
        In the order of the text; empty if each decimal is stated.

    Examples
    --------
    >>> unstated("The loss is $0.693$ nats.")
    [Number(line=1, text='0.693')]
    """
    stated: set[str] = set()
    for _, kind, text in _parts(chapter, 1):
        if kind == "code":
            stated |= _stated_in(text)
    return [number for number in decimals(chapter) if not _covers(stated, normalize(number.text))]


def decimals(chapter: str) -> list[Number]:
    """Return every decimal in prose and math, in the order of the text.

    Parameters
    ----------
    chapter : str
        The text of the page, in MyST.

    Returns
    -------
    list of Number
        Stated or not.

    Examples
    --------
    >>> [number.text for number in decimals("From $0.693$ nats to 0.1 in version 1.4.")]
    ['0.693', '0.1']
    """
    return [
        Number(line, match[0])
        for line, kind, text in _parts(chapter, 1)
        if kind == "prose"
        for match in _NUMBER.finditer(_NO_PROSE.sub(" ", text))
    ]


def _covers(stated: set[str], number: str) -> bool:
    return number in stated or number.removeprefix("-") in stated


def _parts(text: str, line: int) -> Iterator[tuple[int, str, str]]:
    """Split MyST text into prose (math included) and the code of executed cells."""
    parser = create_md_parser(MdParserConfig(enable_extensions=_EXTENSIONS), RendererHTML)
    for token in parser.parse(text):
        here = line + (token.map[0] if token.map else 0)
        directive = token.info.strip().startswith("{")
        if token.type in ("fence", "colon_fence") and directive:
            yield from _directive(token.info.strip(), token.content, here)
        elif token.type == "inline" or token.type.startswith(("math_block", "amsmath")):
            yield here, "prose", token.content


def _directive(info: str, content: str, line: int) -> Iterator[tuple[int, str, str]]:
    """Split a directive into its title, the captions among its options, and its content."""
    name, _, title = info.removeprefix("{").partition("}")
    match = _OPTIONS.match(content)
    body = content[match.end() :] if match else content
    options = yaml.safe_load(match[1]) if match and match[1] else match[2] if match else ""
    yield line, "prose", "\n".join(_captions(options))
    if name == "code-cell":
        yield line, "code", body
    elif name == "math":
        yield line, "prose", body
    elif not name.startswith(("code", "literalinclude", "raw")):
        yield line, "prose", title
        yield from _parts(body, line + content[: len(content) - len(body)].count("\n") + 1)


def _captions(options: Any) -> Iterator[str]:
    """Find alt texts and captions in the options of a directive, at any depth."""
    if isinstance(options, str):
        yield from re.findall(r"^:(?:alt|caption):(.*)$", options, re.MULTILINE)
    elif isinstance(options, dict):
        for key, value in options.items():
            if key in ("alt", "caption"):
                yield str(value)
            else:
                yield from _captions(value if isinstance(value, dict) else None)


def _stated_in(code: str) -> set[str]:
    """Return the numbers that a cell states, in literal calls or in a loop over literals."""
    tree = ast.parse(re.sub(r"^\s*[%!].*$", "", code, flags=re.MULTILINE))
    literals: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.For) and any(_is_call(part) for part in ast.walk(node)):
            literals += ast.walk(node.iter)
        elif isinstance(node, ast.Call) and _is_call(node):
            literals += node.args[:1]
    return {
        normalize(node.value)
        for node in literals
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _is_call(node: ast.AST) -> bool:
    """Return whether a node of the syntax tree calls ``states``."""
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "states"
    )
