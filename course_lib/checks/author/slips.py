"""Makes slips: single small changes of right answers, as students make them, with fingerprints.

Like a mutant (`course_lib.checks.author.mutants`), but made to name what a student did, not to
measure the checks. The reference and every accepted alternative is changed in one place, run on
the visible cases, and its fingerprint kept under the name of the kind of slip. What is kept lies
beside the exercises of a chapter; `course_lib.publishing.derived.slips` brings it up to date.
"""

import ast
import copy
import inspect
import resource
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np

from course_lib.checks import registry
from course_lib.checks.author import added
from course_lib.checks.author.mutants import (
    OutOfTime,
    Site,
    alternatives_in,
    changed,
    module_of,
    names_in,
    reachable,
    sites,
    time_limit,
)
from course_lib.checks.compare import as_float, compare_outcomes
from course_lib.checks.fingerprints import fingerprint, own_cases
from course_lib.checks.model import Exercise, Outcome, Sheet
from course_lib.checks.run import run_case

SECONDS = 0.1  # of computing, for one slip on all visible cases, and
PATIENCE = 8  # so many times what the reference needs
MEMORY = 2**27  # bytes more than before
ANSWER = "_the_answer"
# Evidence: so many digits of all different numbers, or so many numbers.
TELLING = 6
WITH_MORE = 2  # in so many right answers, something is added too; that takes time
MANY = 12

Variant = tuple[str, Any]
Function = Callable[..., Any]

# A slip of the first kind that is one of the others too is called by the other name: it says more.
SPECIAL: dict[str, tuple[str, ...]] = {
    # A number that becomes 0 or 1 drops a term or factor; a bound of a loop is a number too.
    "other-constant": (
        "other-sign", "term-left-out", "factor-left-out", "brackets", "other-power", "other-base",
        "one-off", "other-axis", "other-variable", "not-strict", "condition-turned-round",
        "case-left-out", "returned-too-early", "overwritten-not-added", "min-for-max",
    ),
    # A step that does nothing has lost its term or factor.
    "line-left-out": (
        "term-left-out", "factor-left-out", "case-left-out", "overwritten-not-added",
        "returned-too-early", "function-left-out", "other-constant", "one-off",
    ),
    # A sign is a factor of -1, which its own square loses, and its inverse does not.
    # Without brackets, 1 / (1 + x) has lost its divisor, and turned it round.
    "factor-left-out": ("other-sign", "brackets"),
    "other-power": ("other-sign", "factor-left-out"),
    "times-for-divided": ("other-sign", "brackets"),
    # A difference the other way round has the other sign.
    "wrong-way-round": ("other-sign", "brackets"),
    # The sign of an exponent is turned, not the branches that a careful formula has.
    "condition-turned-round": ("other-sign",),
    # A share that is rounded is a yes or no; one that is always 1 is ignored.
    "rounded-inside": ("only-yes-or-no", "argument-ignored"),
    "clipped-inside": ("argument-ignored",),
    "only-yes-or-no": ("argument-ignored",),
    "one-for-all": ("argument-ignored",),
    # Functions that do nothing but divide by a count, or choose a branch.
    "other-function": ("factor-left-out", "function-left-out", "min-for-max", "other-base"),
    "function-left-out": ("other-axis", "case-left-out", "other-power"),
}  # fmt: skip
# Functions that are taken for one another, and the name of that slip.
LIKE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("other-base", ("log", "log10", "log2", "log1p")),
    ("other-base", ("exp", "exp2", "expm1")),
    ("min-for-max", ("max", "min")),
    ("min-for-max", ("maximum", "minimum")),
    ("min-for-max", ("argmax", "argmin")),
    ("other-function", ("sum", "mean", "max", "prod", "median")),
    ("other-function", ("floor", "ceil", "round", "trunc", "rint")),
    ("other-function", ("any", "all")),
    ("other-function", ("zeros", "ones")),
    ("other-function", ("zeros_like", "ones_like")),
    ("other-function", ("sinh", "cosh", "tanh", "tan", "arctan")),
    ("other-power", ("square", "sqrt")),
    ("entrywise-product", ("dot", "matmul", "multiply")),
    ("other-function", ("normal", "standard_normal", "uniform", "random")),
    ("other-function", ("permutation", "shuffle")),
    ("other-function", ("append", "extend")),
)
# What is taken for a function of the course.
INSTEAD: dict[str, tuple[str, ...]] = {
    "sigmoid": (
        "np.tanh(x)", "np.maximum(x, 0)", "(x > 0) * 1.0", "(x >= 0) * 1.0", "np.exp(x)",
        "np.exp(x) / np.sum(np.exp(x))", "np.exp(x) / np.sum(np.exp(x), axis=0)",
        "1 / (1 + np.exp(-x)) * (1 - 1 / (1 + np.exp(-x)))", "np.log1p(np.exp(x))",
        "1 / 1 + np.exp(-x)", "np.exp(x) / (1 + np.exp(-x))",
        *(f"np.clip(1 / (1 + np.exp(-x)), {e}, 1 - {e})" for e in added.SMALL),
    ),
    "softmax": (
        "1 / (1 + np.exp(-x))", "(x == np.max(x, axis=0)) * 1.0", "np.exp(x)",
        "x / np.sum(x, axis=0)",
    ),
    "relu": ("np.abs(x)", "(x > 0) * 1.0", "np.log1p(np.exp(x))", "1 / (1 + np.exp(-x))",
             "np.tanh(x)"),
}  # fmt: skip
BRACKETED: dict[type, tuple[type, ...]] = {
    ast.Mult: (ast.Add, ast.Sub),
    ast.Div: (ast.Add, ast.Sub, ast.Mult, ast.Div),
    ast.Sub: (ast.Add, ast.Sub),
    ast.Pow: (ast.Add, ast.Sub, ast.Mult, ast.Div),
    ast.MatMult: (ast.Add, ast.Sub),
}
TIGHT = (ast.Mult, ast.Div, ast.Pow)


# ------------------------------------------------------------------ what to change


def operation(left: Any, op: ast.operator, right: Any) -> ast.BinOp:
    """Write an operation."""
    return ast.BinOp(left, op, right)


def minus(node: Any) -> ast.UnaryOp:
    """Put a minus before an expression."""
    return ast.UnaryOp(ast.USub(), node)


def of_operation(node: ast.BinOp) -> Iterator[Variant]:
    """Take another operator, leave out an operand, swap the operands, drop brackets."""
    left, op, right = node.left, node.op, node.right
    if isinstance(op, (ast.Add, ast.Sub)):
        other: ast.operator = ast.Sub() if isinstance(op, ast.Add) else ast.Add()
        yield "other-sign", changed(node, op=other)
        if not is_one(left) and not is_one(right):
            yield "times-for-plus", changed(node, op=ast.Mult())
        yield "term-left-out", left
        yield "complement" if is_complement(node) else "term-left-out", right
        if isinstance(op, ast.Sub):
            yield "term-left-out", minus(right)
    if isinstance(op, (ast.Mult, ast.Div)):
        other = ast.Div() if isinstance(op, ast.Mult) else ast.Mult()
        alike = ast.unparse(left) == ast.unparse(right)
        yield "times-for-divided", changed(node, op=other)
        yield "other-power" if alike else "factor-left-out", left
        yield "other-power" if alike else "factor-left-out", right
    if isinstance(op, ast.Mult):
        yield "times-for-plus", changed(node, op=ast.Add())
        yield "entrywise-product", changed(node, op=ast.MatMult())
    if isinstance(op, ast.Div):
        yield "factor-left-out", operation(ast.Constant(1.0), ast.Div(), right)
        yield "other-function", changed(node, op=ast.FloorDiv())
    if isinstance(op, ast.FloorDiv):
        yield "other-function", changed(node, op=ast.Div())
    if isinstance(op, ast.MatMult):
        yield "entrywise-product", changed(node, op=ast.Mult())
        yield "transposed-inside", changed(node, left=ast.Attribute(left, "T", ast.Load()))
        yield "transposed-inside", changed(node, right=ast.Attribute(right, "T", ast.Load()))
        yield "factor-left-out", left
        yield "factor-left-out", right
    if isinstance(op, ast.Pow):
        yield "other-power", left
        yield "other-power", operation(left, ast.Mult(), right)
    if isinstance(op, (ast.Sub, ast.Div, ast.MatMult, ast.Pow)):
        yield "wrong-way-round", changed(node, left=right, right=left)
    yield from without_brackets(node)


def is_complement(node: ast.BinOp) -> bool:
    """Tell whether an operation is 1 minus something."""
    return isinstance(node.op, ast.Sub) and is_one(node.left)


def is_one(node: ast.AST) -> bool:
    """Tell whether an expression is the number 1."""
    return isinstance(node, ast.Constant) and node.value == 1


def without_brackets(node: ast.BinOp) -> Iterator[Variant]:
    """Read an operation as if the brackets of an operand were not there."""
    left, op, right = node.left, node.op, node.right
    inner = BRACKETED.get(type(op), ())
    if isinstance(right, ast.BinOp) and isinstance(right.op, inner):
        closer = operation(left, op, right.left)
        kind = "other-sign" if isinstance(op, ast.Sub) else "brackets"
        yield kind, operation(closer, right.op, right.right)
    if isinstance(left, ast.BinOp) and isinstance(left.op, inner):
        loose = isinstance(op, ast.Pow) or isinstance(left.op, (ast.Add, ast.Sub))
        if loose and not isinstance(op, ast.Sub):
            yield "brackets", operation(left.left, left.op, operation(left.right, op, right))
    # (a - b) * c for a - b * c and so on: brackets where none belong.
    if isinstance(op, (ast.Add, ast.Sub)):
        if isinstance(right, ast.BinOp) and isinstance(right.op, TIGHT):
            closer = operation(left, op, right.left)
            yield "brackets", operation(closer, right.op, right.right)
        if isinstance(left, ast.BinOp) and isinstance(left.op, TIGHT):
            yield "brackets", operation(left.left, left.op, operation(left.right, op, right))


def of_operands(node: ast.BinOp) -> Iterator[Variant]:
    """Square one operand, or change its sign."""
    for side in ("left", "right"):
        part = getattr(node, side)
        is_number = isinstance(part, ast.Constant)
        if isinstance(node.op, (ast.Add, ast.Sub, ast.Mult, ast.Div)) and not is_number:
            squared = operation(part, ast.Pow(), ast.Constant(2))
            yield "other-power", changed(node, **{side: squared})
    if isinstance(node.op, (ast.Add, ast.Sub)):
        yield "other-sign", changed(node, left=minus(node.left))


def of_assignment(node: ast.AugAssign) -> Iterator[Variant]:
    """Overwrite, take another operator, leave it out."""
    if isinstance(node.op, (ast.Add, ast.Sub, ast.Mult)):
        yield "overwritten-not-added", ast.Assign([node.target], node.value)
    if isinstance(node.op, (ast.Add, ast.Sub)):
        other: ast.operator = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
        yield "other-sign", changed(node, op=other)
    if isinstance(node.op, (ast.Mult, ast.Div)):
        other = ast.Div() if isinstance(node.op, ast.Mult) else ast.Mult()
        yield "times-for-divided", changed(node, op=other)
        yield "factor-left-out", ast.Pass()
    else:
        yield "line-left-out", ast.Pass()


def of_line(node: ast.Assign) -> Iterator[Variant]:
    """Leave out a line that changes what is there already."""
    target = node.targets[0]
    again = isinstance(target, ast.Name) and target.id in names_in(node.value)
    if again or isinstance(target, (ast.Attribute, ast.Subscript)):
        yield "line-left-out", ast.Pass()


def of_expression(node: ast.Expr) -> Iterator[Variant]:
    """Leave out a call that is a line."""
    if isinstance(node.value, ast.Call):
        yield "line-left-out", ast.Pass()


def of_sign(node: ast.UnaryOp) -> Iterator[Variant]:
    """Leave out a sign or a negation; let a minus count for the first term only."""
    operand = node.operand
    if isinstance(node.op, ast.USub):
        yield "other-sign", operand
        if isinstance(operand, ast.BinOp) and isinstance(operand.op, (ast.Add, ast.Sub)):
            yield "other-sign", changed(operand, left=minus(operand.left))
    if isinstance(node.op, (ast.Not, ast.Invert)):
        yield "condition-turned-round", operand


TURNED: dict[type, type] = {
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}
MIRRORED: dict[type, type] = {
    ast.Gt: ast.Lt,
    ast.GtE: ast.LtE,
    ast.Lt: ast.Gt,
    ast.LtE: ast.GtE,
}
STRICT: dict[type, type] = {
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
}


def of_comparison(node: ast.Compare) -> Iterator[Variant]:
    """Take another comparison."""
    kinds = ("not-strict", STRICT), ("condition-turned-round", TURNED)
    for kind, table in (*kinds, ("condition-turned-round", MIRRORED)):
        for k, op in enumerate(node.ops):
            if type(op) in table:
                ops = [*node.ops[:k], table[type(op)](), *node.ops[k + 1 :]]
                yield kind, changed(node, ops=ops)
    if len(node.ops) > 1:
        yield "case-left-out", changed(node, ops=node.ops[:1], comparators=node.comparators[:1])
        yield (
            "case-left-out",
            ast.Compare(node.comparators[0], node.ops[1:], node.comparators[1:]),
        )


def of_connection(node: ast.BoolOp) -> Iterator[Variant]:
    """Take ``or`` for ``and``; leave out one of the conditions."""
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield "and-for-or", changed(node, op=other)
    for k in range(len(node.values)):
        rest = [*node.values[:k], *node.values[k + 1 :]]
        yield "case-left-out", rest[0] if len(rest) == 1 else changed(node, values=rest)


def of_bits(node: ast.BinOp) -> Iterator[Variant]:
    """Take ``|`` for ``&``; leave out one of the conditions."""
    if isinstance(node.op, (ast.BitAnd, ast.BitOr)):
        other = ast.BitOr() if isinstance(node.op, ast.BitAnd) else ast.BitAnd()
        yield "and-for-or", changed(node, op=other)
        yield "case-left-out", node.left
        yield "case-left-out", node.right


def of_branch(node: ast.If | ast.IfExp | ast.While) -> Iterator[Variant]:
    """Let a condition hold always or never; turn it round."""
    yield "case-left-out", changed(node, test=ast.Constant(False))
    if not isinstance(node, ast.While):
        yield "case-left-out", changed(node, test=ast.Constant(True))
        yield "condition-turned-round", changed(node, test=ast.UnaryOp(ast.Not(), node.test))


def of_constant(node: ast.Constant) -> Iterator[Variant]:
    """Take a number next to it, its half or double, or its negative."""
    number: Any = node.value
    if type(number) is bool:
        yield "other-constant", ast.Constant(not number)
    if type(number) in (int, float):
        others = number + 1, number - 1, 0.5 * number, 2 * number, 10 * number, 0.1 * number, 0, 1
        for value in dict.fromkeys((*others, -1)):
            if value not in (number, -number):
                whole = type(number) is int and value == int(value)
                yield "other-constant", ast.Constant(int(value) if whole else float(value))
        if number:
            yield "other-sign", ast.Constant(-number)


def of_keyword(node: ast.keyword) -> Iterator[Variant]:
    """Take another axis."""
    if node.arg == "axis":
        for other in (None, 0, 1):
            yield "other-axis", changed(node, value=ast.Constant(other))


def name_of(node: ast.expr) -> str:
    """Give the last part of the name of what is called."""
    return getattr(node, "attr", getattr(node, "id", ""))


def is_library(node: ast.expr) -> bool:
    """Tell whether a function is one of NumPy's or of math."""
    return isinstance(node, ast.Attribute) and ast.unparse(node.value).split(".")[0] in (
        "np",
        "math",
    )


def of_call(node: ast.Call) -> Iterator[Variant]:
    """Call another function, none, or the same with swapped arguments."""
    function, args = node.func, node.args
    name = name_of(function)
    field = "attr" if isinstance(function, ast.Attribute) else "id"
    for kind, group in LIKE:
        if name in group and hasattr(function, field):
            for other in group:
                yield kind, changed(node, func=changed(function, **{field: other}))
    if name in ("exp", "log") and args:
        power = operation(ast.Constant(2.0 if name == "exp" else 1.0), ast.Pow(), args[0])
        yield "other-base", power
        if name == "exp":
            yield "other-base", operation(ast.Constant(10.0), ast.Pow(), args[0])
            yield "other-sign", changed(node, args=[minus(args[0]), *args[1:]])
    for template in INSTEAD.get(name, ()) if args else ():
        yield "other-function", added.put_in(template, args[0])
    if args and name not in ("range", "isinstance", "len", "enumerate", "zip"):
        yield "function-left-out", args[0]
    if isinstance(function, ast.Attribute) and not is_library(function):
        yield "function-left-out", function.value
    if name == "where" and len(args) == 3:
        yield "condition-turned-round", changed(node, args=[args[0], args[2], args[1]])
        yield "case-left-out", args[1]
        yield "case-left-out", args[2]
    for k in range(len(args) - 1):
        swapped = [*args[:k], args[k + 1], args[k], *args[k + 2 :]]
        if name != "where" or k == 0:
            yield "arguments-swapped", changed(node, args=swapped)
    if name in ("maximum", "minimum") and len(args) == 2:
        yield "case-left-out", args[0]
        yield "case-left-out", args[1]
    if name == "range":
        yield from of_range(node)
    if name in ("sum", "mean", "max", "min", "any", "all"):
        yield from of_reduction(node)


def of_range(node: ast.Call) -> Iterator[Variant]:
    """Begin or end a range one too early or too late."""
    args = node.args
    if len(args) == 1:
        yield "one-off", changed(node, args=[ast.Constant(1), args[0]])
    for k, arg in enumerate(args[:2]):
        for op in (ast.Add(), ast.Sub()):
            other = operation(arg, op, ast.Constant(1))
            yield "one-off", changed(node, args=[*args[:k], other, *args[k + 1 :]])


def of_reduction(node: ast.Call) -> Iterator[Variant]:
    """Do to a sum what a slip in a loop does: take part of the rows or columns only."""
    function: Any = node.func
    is_method = isinstance(function, ast.Attribute) and not is_library(function)
    if not is_method and (not node.args or not is_library(function)):
        return
    whole = function.value if is_method else node.args[0]
    parts = (
        ("returned-too-early", "[:1]"),
        ("overwritten-not-added", "[-1:]"),
        ("one-off", "[1:]"),
        ("one-off", "[:-1]"),
    )
    for kind, cut in parts:
        for place in (cut, f"[:, {cut[1:]}"):
            piece = ast.parse(f"a{place}", mode="eval").body
            assert isinstance(piece, ast.Subscript)
            taken = changed(piece, value=whole)
            yield kind, with_argument(node, taken, is_method)
            if name_of(node.func) == "mean":  # divided by the count of all
                share = operation(call_of_len(taken, cut), ast.Div(), call_of_len(whole, cut))
                yield kind, operation(with_argument(node, taken, is_method), ast.Mult(), share)


def call_of_len(node: Any, cut: str) -> ast.Call:
    """Write ``np.size(...)`` of an expression."""
    function = ast.Attribute(ast.Name("np", ast.Load()), "size", ast.Load())
    return ast.Call(function, [node], [])


def with_argument(node: ast.Call, value: Any, is_method: bool) -> ast.AST:
    """Sum something else."""
    if is_method:
        return changed(node, func=changed(node.func, value=value))
    return changed(node, args=[value, *node.args[1:]])


def of_attribute(node: ast.Attribute) -> Iterator[Variant]:
    """Leave out a transpose; take the other maximum."""
    if node.attr == "T":
        yield "transposed-inside", node.value


def of_subscript(node: ast.Subscript) -> Iterator[Variant]:
    """Begin, end or pick one too early or too late."""
    if not isinstance(node.ctx, ast.Load):
        return
    index = node.slice
    if isinstance(index, ast.Slice):
        for side in ("lower", "upper"):
            edge = getattr(index, side)
            if edge is None:
                near = ast.Constant(1 if side == "lower" else -1)
                yield "one-off", changed(node, slice=changed(index, **{side: near}))
                continue
            yield "one-off", changed(node, slice=changed(index, **{side: None}))
            for op in (ast.Add(), ast.Sub()):
                other = operation(edge, op, ast.Constant(1))
                yield "one-off", changed(node, slice=changed(index, **{side: other}))
    elif name_of(node.value) == "shape":
        for axis in (0, 1):
            yield "other-axis", changed(node, slice=ast.Constant(axis))
    elif not isinstance(index, ast.Tuple) and not is_text(index):
        for op in (ast.Add(), ast.Sub()):
            yield "other-variable", changed(node, slice=operation(index, op, ast.Constant(1)))


def is_text(node: ast.AST) -> bool:
    """Tell whether an expression is a text, such as a key."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


OPERATORS: dict[type, tuple[Callable[[Any], Iterator[Variant]], ...]] = {
    ast.BinOp: (of_operation, of_operands, of_bits),
    ast.AugAssign: (of_assignment,),
    ast.Assign: (of_line,),
    ast.Expr: (of_expression,),
    ast.UnaryOp: (of_sign,),
    ast.Compare: (of_comparison,),
    ast.BoolOp: (of_connection,),
    ast.If: (of_branch,),
    ast.IfExp: (of_branch,),
    ast.While: (of_branch,),
    ast.Constant: (of_constant,),
    ast.keyword: (of_keyword,),
    ast.Call: (of_call,),
    ast.Attribute: (of_attribute,),
    ast.Subscript: (of_subscript,),
}


# ------------------------------------------------------------------ what depends on the place


def in_context(site: Site, variables: Iterable[str], keys: Iterable[str]) -> Iterator[Variant]:
    """Make the slips that depend on what stands around a node."""
    node = site.node
    is_variable = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    if is_variable and node.id in variables and site.field != "func":
        for other in variables:
            yield "other-variable", changed(node, id=other)
    if isinstance(node, ast.Constant) and type(node.value) is str and node.value in keys:
        for other in keys:
            yield "other-variable", ast.Constant(other)
    if isinstance(node, (ast.For, ast.While)) and site.index is not None:
        yield from of_loop(site)
    yield from of_order(site)


def of_loop(site: Site) -> Iterator[Variant]:
    """Return inside a loop; set a running result back at every turn."""
    around = getattr(site.parent, site.field)
    assert site.index is not None
    for later in around[site.index + 1 :]:
        if isinstance(later, ast.Return):
            early: Any = changed(site.node, body=[*site.node.body, later])
            yield "returned-too-early", early
            yield "returned-too-early", ast.If(ast.Constant(True), [early, ast.Return(None)], [])
    for earlier in around[: site.index]:
        if isinstance(earlier, ast.Assign):
            body = [earlier, *site.node.body]
            yield "overwritten-not-added", changed(site.node, body=body)


def of_order(site: Site) -> Iterator[Variant]:
    """Swap two lines."""
    if site.index is None or not isinstance(site.node, (ast.Assign, ast.AugAssign)):
        return
    around, k = getattr(site.parent, site.field), site.index
    if k + 1 < len(around) and isinstance(around[k + 1], (ast.Assign, ast.AugAssign)):
        yield "other-order", [*around[:k], around[k + 1], site.node, *around[k + 2 :]]


def variables_of(definition: ast.AST) -> list[str]:
    """List the arguments and variables of a definition."""
    nodes = list(ast.walk(definition))
    found = [node.arg for node in nodes if isinstance(node, ast.arg)]
    found += [n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    return [name for name in dict.fromkeys(found) if name not in ("self", "_", ANSWER)]


def keys_of(definition: ast.AST) -> list[str]:
    """List the texts that serve as keys in a definition."""
    found = []
    for node in ast.walk(definition):
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            found.append(node.slice.value)
    return [key for key in dict.fromkeys(found) if isinstance(key, str)]


# ------------------------------------------------------------------ the slips


Names = dict[str, Any]


def right_answers(exercise: Exercise) -> Iterator[tuple[Names, list[Any], ast.expr]]:
    """Give names, definitions and expression of the reference and of every alternative."""
    name = exercise.reference.__name__
    yield *definitions_of(exercise.reference), ast.Name(name, ast.Load())
    module = module_of(exercise)
    tree = ast.parse(inspect.getsource(module))
    for alternative in alternatives_in(tree, exercise.name):
        expression = alternative.args[1]
        yield dict(vars(module)), list(reachable(tree, names_in(expression))), expression


def definitions_of(function: Any) -> tuple[Names, list[Any]]:
    """Give the names around a function of the course, and all that it calls, in any chapter."""
    found: dict[str, Any] = {}
    names: Names = {}
    waiting = [function]
    while waiting:
        current = waiting.pop(0)
        module = sys.modules[current.__module__]
        names = dict(vars(module)) | names
        for definition in reachable(ast.parse(inspect.getsource(module)), [current.__name__]):
            if definition.name not in found:
                found[definition.name] = definition
                used = (vars(module).get(name) for name in names_in(definition))
                waiting += [value for value in used if is_of_another(value, module.__name__)]
    return names, list(found.values())


def is_of_another(value: Any, module: str) -> bool:
    """Tell whether a value is a function of another module that computes."""
    if not inspect.isfunction(value) or value.__module__ == module:
        return False
    package, _, rest = value.__module__.partition(".")
    return package == "course_lib" and not rest.startswith(("_", "checks"))


def slips(exercise: Exercise) -> Iterator[tuple[str, str, Function]]:
    """
    Make every slip of the reference and of the alternatives that can be defined.

    Parameters
    ----------
    exercise : Exercise
        The exercise.

    Yields
    ------
    tuple of str, str and callable
        The name of the slip, the code before and after, and the changed function.
    """
    for number, (names, definitions, expression) in enumerate(right_answers(exercise)):
        answer = ast.Assign([ast.Name(ANSWER, ast.Store())], copy.deepcopy(expression))
        body = [*definitions, answer]
        tree = ast.fix_missing_locations(ast.Module(body, []))
        for definition in body:
            variables, keys = variables_of(definition), keys_of(definition)
            for site in [*sites(definition), *whole(tree, definition)]:
                if site.checks_arguments or is_docstring(site):
                    continue
                for kind, new in variants(site, variables, keys, number < WITH_MORE):
                    function = define(tree, place_of(site, new), new, names)
                    if function is not None:
                        yield kind, f"{ast.unparse(site.node)} → {written(new)}", function


def place_of(site: Site, new: Any) -> Site:
    """Give the place of a node, or of all the lines around it."""
    if not isinstance(new, list):
        return site
    around = getattr(site.parent, site.field)
    return Site(around, site.parent, site.field, None, site.checks_arguments)


def is_docstring(site: Site) -> bool:
    """Tell whether a node is a text that is computed for nothing."""
    return isinstance(site.node, ast.Expr) and isinstance(site.node.value, ast.Constant)


def variants(
    site: Site, variables: list[str], keys: list[str], more: bool = True
) -> Iterator[Variant]:
    """Make the slips at one place, none that writes the same code."""
    before = ast.unparse(site.node)
    found = [*of_place(site), *in_context(site, variables, keys)]
    if more and isinstance(site.node, ast.FunctionDef):
        found += marked(added.of_arguments(site.node))
    elif more and added.is_value(site.node, site.parent, variables) and site.field != "func":
        found += marked(added.put_around(site.node))
    yield from (v for v in found if written(v[1]) != before)


def marked(variants: Iterable[Variant]) -> Iterator[Variant]:
    """Mark the slips that add something."""
    return ((added.MARK + kind, new) for kind, new in variants)


# What a change is called, whatever it is, in some fields of a node.
IN_FIELD = {"slice": "other-variable", "defaults": added.OTHER_DEFAULT}


def of_place(site: Site) -> Iterator[Variant]:
    """Change what stands at a place, whatever is around it; an index is one of several entries."""
    is_index = isinstance(site.node, ast.Constant) and site.field == "slice"
    for operator in () if is_index else OPERATORS.get(type(site.node), ()):
        for kind, new in operator(site.node):
            yield IN_FIELD.get(site.field, kind), new


def whole(tree: ast.Module, definition: Any) -> Iterator[Site]:
    """Give the place of a function that is defined."""
    if isinstance(definition, ast.FunctionDef):
        yield Site(definition, tree, "body", tree.body.index(definition), False)


def written(node: Any) -> str:
    """Write a node, or several lines, as code."""
    if isinstance(node, list):
        return "\n".join(map(written, node))
    return ast.unparse(ast.fix_missing_locations(node))


def define(tree: ast.Module, site: Site, new: ast.AST, names: Names) -> Function | None:
    """Run the definitions with one place changed, among the other names of their modules."""
    names = dict(names)
    with site.holding(new), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(compile(ast.fix_missing_locations(tree), "<slip>", "exec"), names)
        except Exception:
            return None
    found = names[ANSWER]
    return found if callable(found) else None


# ------------------------------------------------------------------ fingerprints


def fingerprints(exercise: Exercise) -> dict[str, str]:
    """
    Make the fingerprints of an exercise that belong to slips of one kind only.

    Parameters
    ----------
    exercise : Exercise
        The exercise.

    Returns
    -------
    dict of str to str
        Fingerprint to name of the slip.
    """
    named = {key: the_one(set(found)) for key, found in kinds_of(exercise).items()}
    return {key: name for key, name in sorted(named.items()) if name}


def kinds_of(exercise: Exercise) -> dict[str, dict[str, str]]:
    """Give for each fingerprint the kinds of slips that have it, each with one change."""
    sheet = own_sheet(exercise)
    start = process_time()
    outcomes_of(sheet, exercise.reference, PATIENCE)
    seconds = SECONDS + PATIENCE * (process_time() - start)
    kinds: dict[str, dict[str, str]] = {}
    for kind, change, function in slips(exercise):
        outcomes = outcomes_of(sheet, function, seconds)
        if outcomes is not None and is_evidence(sheet, outcomes):
            kinds.setdefault(fingerprint(sheet, outcomes), {}).setdefault(kind, change)
    for key in of_right_answers(exercise, sheet):  # a little wrong, but in the same cells
        kinds.pop(key, None)
    return kinds


def of_right_answers(exercise: Exercise, sheet: Sheet) -> Iterator[str]:
    """Yield the fingerprints of the reference and of every alternative."""
    for function in (exercise.reference, *(each.implementation for each in exercise.alternatives)):
        yield fingerprint(sheet, registry.run_all(function, sheet.cases, sheet.parameters))


def own_sheet(exercise: Exercise) -> Sheet:
    """Make the sheet of the author's cases, without those of the rules."""
    sheet = registry.make_sheet(exercise, exercise.visible)
    count = own_cases(sheet.cases)
    return replace(sheet, cases=sheet.cases[:count], expected=sheet.expected[:count])


def outcomes_of(sheet: Sheet, function: Function, seconds: float) -> list[Outcome] | None:
    """Run the cases, unless that takes too long or too much memory."""
    run = partial(run_case, function=function, parameters=sheet.parameters, quiet=True)
    found = []
    try:
        with time_limit(seconds), memory_limit(MEMORY):
            for case in sheet.cases:
                found.append(run(case))
                if (error := found[-1].error) and "MemoryError" in error.kinds:
                    return None
    except OutOfTime:
        return None
    return found


@contextmanager
def memory_limit(size: int) -> Iterator[None]:
    """Let no more than so many bytes be added: no signal stops NumPy within one call."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def is_evidence(sheet: Sheet, outcomes: list[Outcome]) -> bool:
    """Tell whether outcomes are wrong in value, and hold enough to be told from chance."""
    triples = zip(sheet.cases, sheet.expected, outcomes, strict=True)
    wrong = [
        got
        for case, right, got in triples
        if not got.error and compare_outcomes(right, got, case.tolerance or sheet.tolerance, [])
    ]
    numbers = [number for got in wrong for _, value in got.values for number in numbers_in(value)]
    digits = sum(map(digits_of, set(numbers)))
    return digits >= TELLING or (len(numbers) >= MANY and len(set(numbers)) > 1)


def digits_of(number: float) -> int:
    """Count the digits that a number tells, the first of a whole number not among them."""
    digits = f"{abs(number):.6e}".partition("e")[0].replace(".", "").rstrip("0")
    return len(digits) - (number == int(number) and number != 0)


def numbers_in(value: Any) -> list[float]:
    """Collect the finite numbers in a value."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return [number for item in value for number in numbers_in(item)]
    if isinstance(value, np.ndarray) and value.dtype.kind in "biuf":
        return [float(number) for number in value.ravel().tolist() if np.isfinite(number)]
    is_number = isinstance(value, (bool, int, float)) and np.isfinite(as_float(value))
    return [float(value)] if is_number else []


def the_one(kinds: set[str]) -> str:
    """Choose the one kind that says all, else none; what is changed before what is added."""
    of_change = {kind for kind in kinds if not kind.startswith(added.MARK)}
    kinds = of_change or {kind.removeprefix(added.MARK) for kind in kinds}
    left = {kind for kind in kinds if not kinds & set(SPECIAL.get(kind, ()))}
    return left.pop() if len(left) == 1 else ""
