"""Which numbers and claims of a chapter are asserted where they stand, and which are not."""

import ast
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

import yaml
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from course_lib.publishing.gates.prose import numbers

_EXTENSIONS = {"amsmath", "attrs_inline", "colon_fence", "deflist", "dollarmath"}
_OPTIONS = re.compile(r"\A(?:---\n(.*?)\n---\n|((?::[\w-]+:[^\n]*\n?)+))", re.DOTALL)
_ASSERTS = ("states", "given", "claims")
# Calls that change a literal into another form of itself.
_FORMS = {"float", "int", "abs", "Fraction", "Decimal", "array", "asarray", "float64"}


class Fault(NamedTuple):
    """What is wrong with a number or a claim, and the line it stands near."""

    line: int
    text: str


class Passage(NamedTuple):
    """A piece of the page's text; in it a statement is looked for."""

    line: int
    text: str
    math: bool


class Statement(NamedTuple):
    """A call that asserts something about a passage."""

    line: int
    call: str
    text: str
    literal: bool


def faults(chapter: str) -> list[Fault]:
    """Return what is not asserted where it stands, and the statements that assert nothing.

    Parameters
    ----------
    chapter : str
        The text of the page, in MyST.

    Returns
    -------
    list of Fault
        In the order of the text; empty if each number is stated, each statement
        stands on the page once, and each value is computed.

    Examples
    --------
    >>> faults("The loss is $0.693$ nats.")
    [Fault(line=1, text='0.693 is not stated')]
    """
    return faults_of(*read(chapter))


def faults_of(passages: list[Passage], statements: list[Statement]) -> list[Fault]:
    """Return what `faults` does, of a page that is read already."""
    found: list[Fault] = []
    covered: dict[int, list[tuple[int, int]]] = {}
    for statement in statements:
        places = _places(statement.text, passages)
        found += _wrong(statement, len(places))
        for number, start in places if statement.call != "claims" else ():
            covered.setdefault(number, []).append((start, start + len(squeeze(statement.text))))
    for number, passage in enumerate(passages):
        for start, end, text in numbers(passage.text, math=passage.math):
            if not any(a <= start and end <= b for a, b in covered.get(number, ())):
                found.append(Fault(passage.line, f"{text} is not stated"))
    return sorted(found)


def read(chapter: str) -> tuple[list[Passage], list[Statement]]:
    """Split a page into its passages and the statements of its cells.

    Parameters
    ----------
    chapter : str
        The text of the page, in MyST.

    Returns
    -------
    tuple of list
        Passages with their white space squeezed, and statements, both in the
        order of the page.
    """
    passages: list[Passage] = []
    cells: list[tuple[int, bool, ast.Module]] = []
    for line, kind, text in _parts(chapter, 1):
        if kind in ("code", "hidden code"):
            cells.append((line, kind == "hidden code", _parsed(text)))
        else:
            passages.append(Passage(line, squeeze(text), kind == "math"))
    hidden = [tree for _, is_hidden, tree in cells if is_hidden]
    assumed = {name for tree in hidden for name in _literal_names(tree)}
    return passages, [
        statement for line, _, tree in cells for statement in _statements(tree, line, assumed)
    ]


def squeeze(text: str) -> str:
    """Write every run of white space as one space."""
    return " ".join(text.split())


# Statements.


def _wrong(statement: Statement, places: int) -> Iterator[Fault]:
    """Tell what is wrong with a statement that was found in so many places."""
    line, call, text, literal = statement
    words = r"[^\W\d_]|[|=<>≈]" if re.search(r"[$\\|]", text) else r"[^\W\d_]"
    if places == 0:
        yield Fault(line, f"{call}: {text!r} does not stand on the page")
    elif places > 1:
        yield Fault(line, f"{call}: {text!r} stands on the page {places} times, add words")
    if not re.search(words, text):
        yield Fault(line, f"{call}: {text!r} has no word that says where it stands, add one")
    if literal:
        yield Fault(line, f"{call}: {text!r} is compared with itself, give a computed value")


def _places(text: str, passages: list[Passage]) -> list[tuple[int, int]]:
    """Return the number of the passage and the position there of each occurrence."""
    wanted = squeeze(text)
    return [
        (number, match.start())
        for number, passage in enumerate(passages)
        if wanted in passage.text
        for match in re.finditer(re.escape(wanted), passage.text)
    ]


def _statements(tree: ast.Module, line: int, assumed: set[str]) -> Iterator[Statement]:
    """Return the statements of a cell: calls with a literal text, or loops over literals."""
    loops = [node for node in ast.walk(tree) if isinstance(node, ast.For)]
    looped = {id(call): loop for loop in loops for call in ast.walk(loop) if _is_call(call)}
    for call in filter(_is_call, ast.walk(tree)):
        assert isinstance(call, ast.Call)
        assert isinstance(call.func, ast.Name)
        name, here = call.func.id, line + call.lineno
        loop = looped.get(id(call))
        if isinstance(call.args[0], ast.Constant):
            literal = name == "states" and any(_is_literal(v, assumed) for v in call.args[1:])
            yield Statement(here, name, str(call.args[0].value), literal)
        elif loop:
            literal = name == "states" and _has_numbers(loop.iter)
            for node in ast.walk(loop.iter):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield Statement(here, name, node.value, literal)


def _is_call(node: ast.AST) -> bool:
    """Return whether a node of the syntax tree is a call that asserts something."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in _ASSERTS
        and bool(node.args)
    )


def _is_literal(value: ast.AST, assumed: set[str]) -> bool:
    """Return whether a value is written down and not computed."""
    match value:
        case ast.Constant():
            return True
        case ast.Name(id=name):
            return name in assumed
        case ast.Starred(value=inner) | ast.UnaryOp(operand=inner):
            return _is_literal(inner, assumed)
        case ast.Subscript(value=inner):
            return _is_literal(inner, assumed)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return any(_is_literal(part, assumed) for part in parts)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[inner, *_]):
            return name in _FORMS and _is_literal(inner, assumed)
    return False


def _has_numbers(node: ast.AST) -> bool:
    """Return whether a list or tuple of literals in there holds a number."""
    return any(
        isinstance(part, ast.List | ast.Tuple)
        and any(_is_literal(e, set()) and not _is_text(e) for e in part.elts)
        for part in ast.walk(node)
    )


def _is_text(node: ast.AST) -> bool:
    """Return whether a literal is a text, or a list of them."""
    if isinstance(node, ast.List | ast.Tuple):
        return all(map(_is_text, node.elts))
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _literal_names(tree: ast.Module) -> Iterator[str]:
    """Return the names that a cell assigns a literal."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and _is_literal(node.value, set()):
            yield from (each.id for each in node.targets if isinstance(each, ast.Name))


def _parsed(code: str) -> ast.Module:
    """Parse a cell, without magic commands."""
    return ast.parse(re.sub(r"^\s*[%!].*$", "", code, flags=re.MULTILINE))


# The page.


def _parts(text: str, line: int) -> Iterator[tuple[int, str, str]]:
    """Split MyST text into prose, formulas, and the code of executed cells."""
    parser = create_md_parser(MdParserConfig(enable_extensions=_EXTENSIONS), RendererHTML)
    tokens = parser.parse(text)
    for in_row, group in groupby(tokens, key=_row_counter()):
        if in_row:
            row = [token for token in group if token.type == "inline"]
            if row:
                yield line + (row[0].map or [0])[0], "prose", " | ".join(t.content for t in row)
        else:
            yield from (part for token in group for part in _of_token(token, line))


def _row_counter() -> Any:
    """Return a key that is the number of the table's row a token is in, or 0."""
    rows = {"number": 0, "inside": False}

    def key(token: Any) -> int:
        if token.type == "tr_open":
            rows.update(number=rows["number"] + 1, inside=True)
        inside = rows["number"] if rows["inside"] else 0
        if token.type == "tr_close":
            rows["inside"] = False
        return inside

    return key


def _of_token(token: Any, line: int) -> Iterator[tuple[int, str, str]]:
    """Return the parts of one token outside of tables."""
    here = line + (token.map[0] if token.map else 0)
    if token.type in ("fence", "colon_fence") and token.info.strip().startswith("{"):
        yield from _directive(token.info.strip(), token.content, here)
    elif token.type == "inline":
        yield here, "prose", token.content
    elif token.type.startswith(("math_block", "amsmath")):
        yield here, "math", token.content


def _directive(info: str, content: str, line: int) -> Iterator[tuple[int, str, str]]:
    """Split a directive into its title, the captions among its options, and its content."""
    name, _, title = info.removeprefix("{").partition("}")
    match = _OPTIONS.match(content)
    body = content[match.end() :] if match else content
    options = yaml.safe_load(match[1]) if match and match[1] else match[2] if match else ""
    yield from ((line, "prose", caption) for caption in _captions(options))
    if name == "code-cell":
        tags = options.get("tags", []) if isinstance(options, dict) else options
        first = line + content[: len(content) - len(body)].count("\n")
        yield first, "hidden code" if "remove-cell" in tags else "code", body
    elif name == "math":
        yield line, "math", body
    elif not name.startswith(("code", "literalinclude", "raw", "source", "live")):
        number = (
            re.search(r"^:number:(.*)$", options, re.MULTILINE)
            if isinstance(options, str)
            else None
        )
        yield line, "prose", title + (number[1] if number else "")
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
