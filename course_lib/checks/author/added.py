"""Slips that do more than is asked: a value is rounded, cut off or summed before it is used.

`course_lib.checks.author.slips` changes what stands in a right answer. Here something is put
around a value that stands there, or around a whole argument before anything is computed.
"""

import ast
import copy
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from course_lib.checks.author.mutants import changed, is_argument_check

Variant = tuple[str, Any]

SMALL = tuple(f"1e-{k}" for k in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15))
BOUNDS = (1, 5, 6, 10, 20, 30, 50, 100, 500, 700)
# Kind: what is put around a value x.
AROUND: dict[str, tuple[str, ...]] = {
    "rounded-inside": (
        "np.round(x)", "np.floor(x)", "np.ceil(x)", "np.trunc(x)",
        *(f"np.round(x, {k})" for k in (1, 2, 3, 4)),
    ),
    "clipped-inside": (
        "np.clip(x, 0, 1)", "np.maximum(x, 0)", "np.minimum(x, 0)", "np.minimum(x, 1)",
        "np.maximum(x, 1)",
        *(f"np.clip(x, {e}, 1 - {e})" for e in SMALL), *(f"np.maximum(x, {e})" for e in SMALL),
        *(f"np.clip(x, -{b}, {b})" for b in BOUNDS),
    ),
    "small-number-added": tuple(f"(x + {e})" for e in SMALL),
    "absolute-inside": ("np.abs(x)",),
    "function-added": (
        "np.exp(x)", "np.log(x)", "1 / (1 + np.exp(-x))", "np.tanh(x)",
        "np.exp(x) / np.sum(np.exp(x), axis=0)", "1 / x",
    ),
    "complement": ("(1 - x)",),
    "only-yes-or-no": ("(x > 0) * 1.0", "(x >= 0) * 1.0", "(x > 0.5) * 1.0", "(x >= 0.5) * 1.0"),
    "part-left-out": (
        "x[:1]", "x[:2]", "x[:3]", "x[:-1]", "x[1:]", "x[..., :1]", "x[..., :-1]", "x[..., 1:]",
        "x[0]", "x[-1]",
    ),
    "one-for-all": (
        "np.sum(x)", "np.mean(x)", "np.max(x)", "np.min(x)",
        *(f"np.{f}(x, axis={k}, keepdims=True)" for f in ("sum", "mean", "max") for k in (0, 1)),
    ),
    "transposed-inside": ("np.transpose(x)",),
    "other-power": ("np.sqrt(x)", "x ** 2"),
    "other-sign": ("(-x)",),
    "one-added": ("(x + 1)", "(x - 1)"),
    "factor-added": ("2 * x", "0.5 * x", "10 * x"),
}  # fmt: skip
IGNORED = "argument-ignored"
OTHER_DEFAULT = "other-default"
KINDS = {*AROUND, IGNORED, OTHER_DEFAULT}
MARK = "+"  # before the name of a slip that adds something


@cache
def parsed(template: str) -> ast.expr:
    """Read a template."""
    return ast.parse(template, mode="eval").body


class Put(ast.NodeTransformer):
    """Puts a value in the place of x."""

    def __init__(self, value: ast.expr) -> None:
        self.value = value

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Put it there."""
        return self.value if node.id == "x" else node


def put_around(value: ast.expr) -> Iterator[Variant]:
    """Put something around a value."""
    for kind, templates in AROUND.items():
        for template in templates:
            yield kind, put_in(template, value)


def put_in(template: str, value: ast.expr) -> ast.expr:
    """Put a value in the place of x."""
    found: ast.expr = Put(value).visit(copy.deepcopy(parsed(template)))
    return found


def is_value(node: ast.AST, parent: ast.AST, variables: Sequence[str]) -> bool:
    """Tell whether a node is a value that is used: a variable, an entry, an argument of a call."""
    if isinstance(node, ast.Name):
        return isinstance(node.ctx, ast.Load) and node.id in variables
    if isinstance(node, ast.Subscript):
        return isinstance(node.ctx, ast.Load) and not isinstance(node.slice, ast.Slice)
    return isinstance(node, (ast.BinOp, ast.Call)) and isinstance(parent, (ast.Call, ast.BinOp))


def of_arguments(definition: ast.AST) -> Iterator[Variant]:
    """Do something to a whole argument before it is used, or put another value in its place."""
    if not isinstance(definition, ast.FunctionDef):
        return
    arguments = definition.args
    names = [each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    place = first_of(definition.body)
    for name in names:
        values = [*put_around(ast.Name(name, ast.Load()))]
        values += [(IGNORED, default) for default in defaults_of(arguments, name)]
        for kind, value in values:
            line = ast.Assign([ast.Name(name, ast.Store())], value)
            body = [*definition.body[:place], line, *definition.body[place:]]
            yield kind, changed(definition, body=body)
    yield from with_other_defaults(definition)


def first_of(body: Sequence[ast.stmt]) -> int:
    """Count the lines at the beginning that are texts or look at the arguments."""
    for k, line in enumerate(body):
        is_text = isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)
        if not is_text and not is_argument_check(line):
            return k
    return len(body)


def defaults_of(arguments: ast.arguments, name: str) -> Iterator[ast.expr]:
    """Give what might stand for an argument that is not looked at: its default, 0 and 1."""
    both = (*arguments.posonlyargs, *arguments.args)
    with_default = dict(
        zip([each.arg for each in both][::-1], arguments.defaults[::-1], strict=False)
    )
    if name in with_default:
        yield with_default[name]
    yield from (ast.Constant(0), ast.Constant(1))


def with_other_defaults(definition: ast.FunctionDef) -> Iterator[Variant]:
    """Give an argument another default value: the opposite, or another text that is compared."""
    defaults = definition.args.defaults
    compared = [
        node.value
        for line in ast.walk(definition)
        if isinstance(line, (ast.Compare, ast.Dict))
        for node in ast.walk(line)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    for k, default in enumerate(defaults):
        value = getattr(default, "value", None)
        others: list[Any] = []
        if isinstance(value, bool):
            others = [not value]
        elif isinstance(value, str):
            others = [text for text in dict.fromkeys(compared) if text != value]
        elif isinstance(value, (int, float)):
            others = [0, 1, -value, 2 * value, value / 2, 10 * value, value / 10, 1 - value]
        for other in others:
            changed_ones = [*defaults[:k], ast.Constant(other), *defaults[k + 1 :]]
            arguments = changed(definition.args, defaults=changed_ones)
            yield OTHER_DEFAULT, changed(definition, args=arguments)
