"""
What to do about an exception that beginners meet often.

`TABLE` is read from above; the first entry that fits speaks. An entry looks at the names of the
exception's classes, at its text and, where it has to, at the student's line. A new one is one
more line here, and one more walk in ``tests/checks/test_advice.py``: a hint that is followed must
lead on.
"""

import builtins
import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from course_lib.checks.grader import sentence
from course_lib.checks.model import Error

Words = str | Callable[[re.Match[str], tuple[str, ...]], str]

NUMBER = r"(?:float|int|bool|complex|numpy\.\w+\d+|numpy\.bool)"
FUNCTION = r"(?:function|method|builtin_function_or_method|numpy\.ufunc|type)"
ONCE = r"(?:generator|zip|map|filter|dict_keys|dict_values|dict_items)"
STACKING = "Put the arrays into one list: `np.vstack([a, b])`, `np.concatenate([a, b], axis=0)`."
SHAPE_ONCE = "The shape is one argument, a tuple: `np.zeros((rows, columns))`."
IS_NONE = (
    "Something here is None: a function called before it has no `return` on this way, or it "
    "changes its argument and returns nothing, as `append` and `shuffle` do."
)
WHOLE = "A whole number is needed here: divide with `//`, or convert with `int(...)`."
ONE_ARRAY = "Make an array of it first: `np.array(...)`."
OF_PYTHON = ("abs", "len", "max", "min", "round", "sorted", "sum")  # no methods of a list

# What is asked of NumPy under a name that it does not have.
NUMPY = {
    "ln": "`np.log` is the natural logarithm.",
    "div": "Write `a / b`.",
    "mul": "Write `a * b`.",
    "mult": "Write `a * b`.",
    "multiple": "Write `a * b`.",
    "sub": "Write `a - b`.",
    "sigmoid": "NumPy has no sigmoid: write it with `np.exp`.",
    "softmax": "NumPy has no softmax: write it with `np.exp` and `np.sum`.",
    "relu": "NumPy has no ReLU: write it with `np.maximum`.",
    "norm": "It is `np.linalg.norm`.",
    "svd": "It is `np.linalg.svd`.",
    "inv": "It is `np.linalg.inv`.",
    "eig": "It is `np.linalg.eig`.",
    "cumproduct": "It is `np.cumprod`.",
    "product": "It is `np.prod`.",
    "avg": "It is `np.mean`.",
    "float": "Write `float`.",
    "int": "Write `int`.",
    "bool": "Write `bool`.",
}
GENERATOR = {
    "randn": "Write `rng.normal(size=(rows, columns))`.",
    "rand": "Write `rng.random(size=(rows, columns))`.",
    "permutate": "Write `rng.permutation(n)`.",
    "randint": "Write `rng.integers(low, high, size=...)`.",
    "random_sample": "Write `rng.random(size=...)`.",
}
SPELLED = {"true": "True", "false": "False", "none": "None", "null": "None"}
MODULES = ("math", "cmath", "random", "copy", "itertools", "functools", "collections", "time")
KEYWORDS = {"keepdim": "keepdims", "keep_dims": "keepdims", "dim": "axis", "dims": "axis"}


@dataclass(frozen=True)
class Advice:
    """What to do about one kind of exception.

    Parameters
    ----------
    kind : str
        Regular expression for the name of the exception's class, or of one of its bases.
    text : str
        Regular expression that is searched in its text.
    words : str or callable
        The sentence; groups of `text` stand in braces. A function gets the match and the names of
        the exercise's parameters.
    line : str
        Regular expression that is searched in the student's line.
    """

    kind: str
    text: str
    words: Words
    line: str = ""

    def on(self, error: Error, parameters: tuple[str, ...]) -> str:
        """Give the sentence if this is about an error, else an empty text."""
        found = re.search(self.text, error.text)
        fits = any(re.fullmatch(self.kind, kind) for kind in error.kinds)
        if not found or not fits or not re.search(self.line, error.where):
            return ""
        if callable(self.words):
            return self.words(found, parameters)
        groups = {key: value or "" for key, value in found.groupdict().items()}
        return re.sub(r"\{(\w+)\}", lambda part: groups[part[1]], self.words)


def advice_on(error: Error, parameters: tuple[str, ...] = ()) -> str:
    """
    Say what to do about an exception of student code.

    Parameters
    ----------
    error : Error
        The exception.
    parameters : tuple of str
        Names of the exercise's parameters; ``self`` for a class.

    Returns
    -------
    str
        One or two sentences; empty if the table has none.
    """
    return next((words for entry in TABLE if (words := entry.on(error, parameters))), "")


def not_in_numpy(found: re.Match[str], parameters: tuple[str, ...]) -> str:
    """Name the function of NumPy that was meant."""
    return known_as(found["name"], NUMPY, dir(np), "np.") or (
        f"NumPy has no `{found['name']}`: is it a function of your own, or part of `np.linalg`?"
    )


def not_in_generator(found: re.Match[str], parameters: tuple[str, ...]) -> str:
    """Name the method of a generator that was meant."""
    return known_as(found["name"], GENERATOR, dir(np.random.Generator), "rng.") or (
        f"A generator has no `{found['name']}`; it has `normal`, `random`, `permutation` and more."
    )


def known_as(name: str, table: dict[str, str], names: list[str], prefix: str) -> str:
    """Give what a table says of a name, else the closest of the names that there are."""
    close = difflib.get_close_matches(name, [n for n in names if n[0] != "_"], n=1, cutoff=0.75)
    return table.get(name, f"Did you mean `{prefix}{close[0]}`?" if close else "")


def undefined(found: re.Match[str], parameters: tuple[str, ...]) -> str:
    """Say what a name was probably meant to be."""
    name = found["name"]
    if name.lower() in SPELLED:
        return f"Write `{SPELLED[name.lower()]}`, with a capital letter and without quotes."
    if alike := [one for one in parameters if one.lower() == name.lower()]:
        return f"Did you mean your parameter `{alike[0]}`? Capital and small letters differ."
    if found["meant"]:
        return f"Write `{found['meant']}`, if that is what you mean."
    if name in ("np", "numpy", "plt", "plotting", "datasets"):
        return "Run the first code cell of the notebook: it imports this."
    if name in ("linalg", "pi", "inf", "nan") or (len(name) > 1 and callable_of_numpy(name)):
        return f"It is NumPy's: write `np.{name}`."
    if close := difflib.get_close_matches(name, dir(builtins), n=1, cutoff=0.85):
        return f"Did you mean `{close[0]}`?"
    if name in MODULES:
        return f"Add `import {name}` as the first line of your cell; for arrays NumPy is better."
    asked = f" It is none of the parameters ({', '.join(parameters)})." if parameters else ""
    kept = f" What another method kept is `self.{name}`."
    return (
        f"Nothing gives `{name}` a value here.{kept if 'self' in parameters else asked} If a cell "
        "above defines it, run that cell; what another notebook defines must be written here "
        "again. A text needs quotes."
    )


def callable_of_numpy(name: str) -> bool:
    """Tell whether NumPy has a function of this name."""
    return name.islower() and callable(getattr(np, name, None))


def method_of_array(found: re.Match[str], parameters: tuple[str, ...]) -> str:
    """Say how a function of NumPy is called that is no method of an array."""
    name = found["name"]
    if callable_of_numpy(name):
        return f"Write `np.{name}(x)`: an array `x` has no method `x.{name}()`."
    close = difflib.get_close_matches(name, dir(np.ndarray), n=1, cutoff=0.7)
    return f"Did you mean `.{close[0]}`?" if close else f"An array has no `.{name}`."


def method_of_list(found: re.Match[str], parameters: tuple[str, ...]) -> str:
    """Say how a function of Python is called that is no method of a list."""
    name = found["name"]
    return f"A list has no `.{name}`. " + (
        f"Write `{name}(x)`." if name in OF_PYTHON else ONE_ARRAY
    )


def out_of_bounds(found: re.Match[str], parameters: tuple[str, ...]) -> str:
    """Say which indices an axis has."""
    axis, size = found["axis"] or "0", int(found["size"])
    if not size:
        return f"Axis {axis} is empty here: the function must also take an array without entries."
    last = f"index 0 alone fits: it has {size} entry" if size == 1 else f"indices go to {size - 1}"
    return (
        f"Along axis {axis} {last}. Rows are axis 0, columns are axis 1, and counting begins at 0."
    )


def axes_of(found: re.Match[str], parameters: tuple[str, ...]) -> str:
    """Say which axes an array has."""
    count = int(found["count"])
    if not count:
        return "This is a single number, which has no axis: leave `axis` out where one may come."
    axes = "axis 0 alone, which is also axis -1" if count == 1 else f"the axes 0 to {count - 1}"
    return f"An array of dimension {count} has {axes}. Print its shape just before this line."


def matrices(found: re.Match[str], parameters: tuple[str, ...]) -> str:
    """Say why two matrices cannot be multiplied."""
    return (
        f"In A @ B, A needs as many columns as B has rows: here A has {found['columns']} "
        f"and B has {found['rows']}. Are entries to be multiplied one by one? Then write `A * B`."
    )


def broadcast(found: re.Match[str], parameters: tuple[str, ...]) -> str:
    """Say in words why two shapes do not fit."""
    shapes = [spelled_shape(shape) for shape in re.findall(r"\([\d,]*\)", found[0])]
    if len(shapes) < 2:
        return "Print both shapes just before this line: they do not fit."
    return (
        f"Print both shapes just before this line: {' and '.join(shapes[:2])} do not fit. From the "
        "right, two lengths must be equal, or one of them 1."
    )


def spelled_shape(shape: str) -> str:
    """Write ``(2,3)`` as Python does: ``(2, 3)``."""
    return re.sub(r",(?=\d)", ", ", shape)


def counted(found: re.Match[str], parameters: tuple[str, ...]) -> str:
    """Say what does not fit in an unpacking."""
    got = f", but {found['got']} on the right" if found["got"] else ""
    return (
        f"There are {found['wanted']} names on the left of `=`{got}. `.shape` has one entry for "
        "each axis; a loop over a dict gives its keys, and `.items()` key and value."
    )


def keyword(found: re.Match[str], parameters: tuple[str, ...]) -> str:
    """Name the argument that was meant."""
    name = found["name"]
    meant = KEYWORDS.get(name)
    return f"The argument `{name}` is not known: " + (
        f"NumPy calls it `{meant}`." if meant else "look at its parameters, one by one."
    )


def too_many(found: re.Match[str], parameters: tuple[str, ...]) -> str:
    """Say why a call has too many or too few arguments."""
    name = found["name"]
    if "." in name and not name.startswith("Generator."):
        return (
            "The first parameter of a method is `self`, before those of the stub: "
            f"`def {name.split('.')[-1]}(self, ...)`."
        )
    if name in ("vstack", "hstack", "concatenate", "stack", "column_stack"):
        return STACKING
    return f"`{name}` is called here with another number of arguments than it takes: compare."


def no_key(found: re.Match[str], parameters: tuple[str, ...]) -> str:
    """Say that a dict lacks a key."""
    if "{" in found["key"]:
        return f"The `f` before the quotes is missing: `f{found['key']}`."
    return (
        f"The dict has no key {found['key']}. The statement lists its keys; "
        "`print(list(...))` of the dict shows them."
    )


TYPE, ATTRIBUTE, VALUE, INDEX = "TypeError", "AttributeError", "ValueError", "IndexError"
entry = Advice
unsupported = partial("unsupported operand type.* for {}".format)

TABLE = (
    # A name that is not there
    entry(ATTRIBUTE, r"module 'numpy' has no attribute '(?P<name>\w+)'", not_in_numpy),
    entry(ATTRIBUTE, r"Generator' object has no attribute '(?P<name>\w+)'", not_in_generator),
    entry(
        ATTRIBUTE, r"module '(?P<name>[\w.]+)' has no attribute '(?P<what>\w+)'",
        "The module `{name}` has no `{what}`. For numbers and arrays use NumPy's functions: `np.`",
    ),
    entry(
        "UnboundLocalError", r"variable '(?P<name>\w+)'",
        "`{name}` gets its value inside this function, but not on this way through it: further "
        "down, in a branch not taken, or in a loop that never runs. Set it before, and give no "
        "variable the name of a function.",
    ),
    entry(
        "NameError",
        r"name '(?P<name>\w+)' is not defined(?:. Did you mean: '(?P<meant>\w+)')?", undefined,
    ),
    entry(
        "ImportError", r"No module named '(?P<name>[\w.]+)'",
        f"`{{name}}` is not there. {sentence()}",
    ),
    # None
    entry(
        "TypeError|AttributeError|ValueError",
        r"'NoneType'|NoneType object|None and|must be .*, not None", IS_NONE,
    ),
    # Wrong function of NumPy
    entry(
        "TypeError|IndexError|ValueError", "",
        "`np.max` takes one array and an axis. For the larger or smaller of two, entry by entry: "
        "`np.maximum(0, z)`, `np.minimum(1, z)`.",
        line=r"\bnp\.(?:max|amax|min|amin)\(\s*-?[\d.]+\s*,",
    ),
    entry(
        TYPE, "only integer scalar arrays can be converted to a scalar index",
        "An array stands where one whole number is needed: `np.maximum(0, z)` and not "
        "`np.max(0, z)`, `range(len(z))` and not `range(z)`, `np.concatenate([a, b])` with a list.",
    ),
    entry(TYPE, "__array_function__ did not return an iterable", STACKING),
    entry(TYPE, r"Cannot interpret '.*' as a data type|data type '.*' not understood", SHAPE_ONCE),
    entry(
        VALUE, "diff requires input|too small to calculate a numerical gradient",
        "`np.diff` and `np.gradient` subtract neighboring entries of an array. The derivative "
        "asked for is a formula: write it down.",
    ),
    entry(VALUE, "Expecting at least two arrays", "It needs two matrices or more: use a loop."),
    entry(
        VALUE, "output array has wrong dimensions",
        "The last argument is where NumPy puts the result, no summand: write `np.dot(W, A) + b`.",
    ),
    entry(
        TYPE, "return arrays must be of ArrayType",
        "The last argument is where NumPy puts the result. To the base b it is "
        "`np.log(x) / np.log(b)`.",
    ),
    entry(
        VALUE, "diag requires an array of at least two dimensions",
        "`np.diag(p)` makes a matrix with the vector p on its diagonal; "
        "`np.diagonal` takes the diagonal out of a matrix.",
    ),
    # Shapes
    entry(VALUE, r"could not be broadcast.*|non-broadcastable.*", broadcast),
    entry(
        VALUE, r"could not broadcast input array from shape (?P<right>\(.*?\)) into shape "
        r"(?P<left>\(.*?\))",
        "On the left of `=` there is room for shape {left}, on the right stands shape {right}: "
        "make the array on the left in the shape of what goes into it.",
    ),
    entry(
        VALUE, "Invalid norm order|Improper number of dimensions to norm",
        "`np.linalg.norm` takes a vector or a matrix, and which norm is a number, no text: "
        "`np.linalg.norm(W, 2)`. The size of a single number is `abs(x)`.",
    ),
    entry(
        VALUE, "either both or neither of x and y",
        "`np.where` takes three things: the condition, what stands where it holds, and what stands "
        "elsewhere.",
    ),
    entry(
        VALUE, "zero-dimensional arrays cannot be concatenated",
        "A single number is joined to an array within brackets: `np.concatenate([[x], a])`.",
    ),
    entry(
        VALUE, r"mismatch in its core dimension .*size (?P<rows>\d+) is different from "
        r"(?P<columns>\d+)", matrices,
    ),
    entry(
        VALUE, r"shapes (?P<a>\(.*?\)) and (?P<b>\(.*?\)) not aligned: (?P<columns>\d+) \(dim \d+\)"
        r" != (?P<rows>\d+)", matrices,
    ),
    entry(
        VALUE, "matmul: Input operand .* does not have enough dimensions",
        "`@` multiplies matrices, but one side is a single number: multiply with `*`, or take the "
        "whole array. If that side comes from a function: does it end with `return`?",
    ),
    entry(
        VALUE, "all the input array",
        "Arrays are stacked only if their other axes agree: print the shapes. `x[0:1]` keeps a row "
        "a matrix of shape (1, m), `x[0]` does not.",
    ),
    entry(
        VALUE, r"cannot reshape array of size (?P<size>\d+) into shape (?P<shape>\(.*?\))",
        "The shape {shape} does not hold {size} entries: print the shape just before this line.",
    ),
    entry(
        "ValueError|TypeError", "setting an array element with a sequence|inhomogeneous shape",
        "Each entry of an array is one number: here several stand in the place of one, or rows "
        "differ in length.",
    ),
    entry(
        "LinAlgError", "dimensional array given",
        "This function takes a matrix, with two axes: print the shape just before this line.",
    ),
    # Indices
    entry(
        "AxisError", r"axis (?P<axis>-?\d+) is out of bounds for array of dimension (?P<count>\d+)",
        axes_of,
    ),
    entry(
        INDEX, r"out of bounds for (?:axis (?P<axis>\d+) with )?size (?P<size>\d+)", out_of_bounds
    ),
    entry(
        INDEX, r"too many indices for array: array is (?P<count>\d)-dimensional, but (?P<got>\d)",
        "The array has dimension {count} here, and `[...]` names {got}. A vector `x` has entries "
        "`x[i]`; a single number has none.",
    ),
    entry(INDEX, "arrays used as indices must be of|only integers, slices", WHOLE[:-1] +
          ", `.astype(int)`. A condition such as `Y == 1` picks entries too."),
    entry(
        INDEX, "tuple index out of range",
        "`.shape` has one entry for each axis, so a vector has no `.shape[1]`, and a number no "
        "`.shape[0]`.",
    ),
    entry(
        INDEX, "list assignment index out of range",
        "A list does not grow by itself: use `append`.",
    ),
    entry(
        INDEX, "list index out of range|pop from empty list",
        "The list has fewer entries than that, maybe none: the last one is `x[len(x) - 1]`.",
    ),
    entry(
        INDEX, "shape mismatch: indexing arrays",
        "The lists of indices in one pair of brackets belong together, first with first: they "
        "need equal lengths, such as one row and one column for each example.",
    ),
    entry(
        INDEX, "invalid index to scalar variable",
        "This is a single number, which has no entries: leave the brackets out.",
    ),
    entry(
        TYPE, r"(?:list|tuple) indices must be integers or slices, not tuple",
        f"A list of lists has no `x[i, j]`. {ONE_ARRAY}",
    ),
    entry(
        TYPE, r"(?:list|tuple) indices must be integers or slices, not str",
        "A list or a tuple has positions 0, 1, 2, …; only a dict has names. Which one is this?",
    ),
    entry(TYPE, r"indices must be integers or slices, not \S*float", WHOLE),
    entry(
        TYPE, r"(?:list|tuple) indices must be integers",
        "A loop over a list or an array gives its entries: take those, or loop over "
        "`range(len(x))`.",
    ),
    entry(
        TYPE, "string indices must be integers",
        "This is a text: a loop over a dict gives its keys. Write `d[key]`, or loop over "
        "`d.items()`.",
    ),
    entry(
        "KeyError", r"(?P<key>^['\"].*['\"]$)", no_key,
    ),
    # Calling what is no function
    entry(
        TYPE, rf"'{NUMBER}' object is not callable",
        "A product needs its `*`: `0.5 * (y - p)`, not `0.5(y - p)`. Or does a variable have the "
        "name of a function?",
    ),
    entry(
        TYPE, "'tuple' object is not callable",
        "`.shape` is no function: `x.shape[1]`, with brackets. Between tuples there is a comma.",
    ),
    entry(
        TYPE, r"'(?:numpy\.ndarray|list|dict)' object is not callable",
        "Entries are taken with brackets, `w[0]`, and a product needs its `*`. Or does a variable "
        "have the name of a function?",
    ),
    entry(
        TYPE, "Generator' object is not callable",
        "`rng` is a generator: call one of its methods, such as `rng.normal(size=(2, 3))`.",
    ),
    entry(
        TYPE, "'module' object is not callable",
        "This is a module: call one of its functions, such as `np.exp(z)`.",
    ),
    entry(
        TYPE, "object is not callable",
        "This is no function. Does a variable have the name of a function?",
    ),
    # A function where a value is meant
    entry(
        TYPE, rf"'{FUNCTION}' object is not (?:subscriptable|iterable)",
        "A function is called with parentheses: `f(x)`, not `f[x]` and not `f` alone.",
    ),
    entry(
        "TypeError|AttributeError",
        rf"(?:operand|instances of).*'{FUNCTION}'|'{FUNCTION}' object has no attribute",
        "A function was not called: its parentheses are missing, as in `sigmoid(z)`.",
    ),
    # Operations that a type does not have
    entry(
        TYPE, unsupported(r"\^|\*\*=?\^") + "|bitwise_xor",
        "`^` is no power: write `x ** 2`, and `np.exp(x)` for a power of e.",
    ),
    entry(
        TYPE, unsupported("@"),
        "`@` multiplies matrices. A single number is multiplied with `*`.",
    ),
    entry(
        "TypeError|AttributeError", rf"'{ONCE}'",
        "This can be run over once, and has neither length nor entries: make a list of it, "
        "`list(...)`.",
    ),
    entry(
        TYPE, "operand type.*'dict'",
        "A dict cannot be computed with as a whole: go through its keys, "
        "`{key: 2 * d[key] for key in d}`.",
    ),
    entry(
        TYPE, "can only concatenate str|must be str, not|(?:operand type|instances of).*'str'|"
        "ufunc .*dtype\\('<U",
        "A text cannot be computed with. Are there quotes too many, or does a loop over a dict "
        "give its keys? A number is put into a text by `str(x)`.",
    ),
    entry(
        TYPE, "(?:operand type|instances of).*'tuple'|can only concatenate tuple",
        "A tuple is not computed with. `.shape` is one: a size is an entry of it, `X.shape[1]`.",
    ),
    entry(
        TYPE, "can only concatenate list",
        f"A list is joined with a list: `x + [n]`. To add numbers: {ONE_ARRAY.lower()}",
    ),
    entry(
        TYPE, "(?:operand type|instances of).*'list'|multiply sequence by non-int|"
        "can only concatenate",
        f"A list or a tuple is not computed with entry by entry. {ONE_ARRAY}",
    ),
    entry(
        TYPE, "numpy boolean (?:negative|subtract)",
        "These are True and False: `~mask` turns them around, `mask.astype(float)` makes numbers.",
    ),
    entry(
        TYPE, "ufunc 'invert' not supported|bad operand type for unary ~",
        "`~` turns True and False around, not numbers: compare first, `~(z > 0)`.",
    ),
    entry(
        TYPE, "doesn't define __round__",
        "`round` takes one number, `np.round` arrays. But is anything to be rounded here?",
    ),
    entry(
        TYPE, "expected a sequence of integers or a single integer",
        "This is not the place of the shape: give it by name, `rng.normal(0.0, spread, "
        "size=(rows, columns))`.",
    ),
    entry(
        "ValueError", "objects cannot be broadcast to a single shape",
        "`np.select`, `np.choose` and `np.broadcast` put arrays of one shape together: between "
        "lists of other lengths choose with `if`.",
    ),
    entry(
        "UFuncTypeError", "Cannot cast ufunc .* output from .*float",
        "An array of integers cannot take these: write `x = x / m` instead of `x /= m`.",
    ),
    # Single numbers, lists and arrays
    entry(
        ATTRIBUTE, rf"'{NUMBER}' object has no attribute 'copy'",
        "This is a single number, and your function takes numbers too: `np.array(x)` makes a copy "
        "of a number and of an array.",
    ),
    entry(
        ATTRIBUTE, rf"'{NUMBER}' object has no attribute '(?P<name>\w+)'",
        "This is a single number, without `.{name}`. Where numbers and arrays may come, begin with "
        "`x = np.asarray(x)`, or use functions of NumPy, which take both.",
    ),
    entry(
        ATTRIBUTE, r"'(?:list|tuple)' object has no attribute '(?P<name>\w+)'",
        method_of_list,
    ),
    entry(
        ATTRIBUTE, r"'numpy.ndarray' object has no attribute '(?:append|extend|push|insert)'",
        "An array does not grow: collect in a list with `append`, then `np.array(list)`. Arrays "
        "are put together by `np.vstack([a, b])`.",
    ),
    entry(
        ATTRIBUTE, r"'numpy.ndarray' object has no attribute '(?P<name>\w+)'", method_of_array
    ),
    entry(
        ATTRIBUTE, r"'dict' object has no attribute '(?P<name>\w+)'",
        'The entries of a dict are taken with brackets: `d["{name}"]`.',
    ),
    entry(ATTRIBUTE, r"'str' object has no attribute", "This is a text: a loop over a dict gives "
          "its keys. Write `d[key]`, or loop over `d.items()`."),
    entry(
        ATTRIBUTE, r"^'(?P<kind>[A-Z]\w*)' object has no attribute '(?P<name>\w+)'",
        "Nothing has set `self.{name}` yet. What one method needs of another is kept with "
        "`self.{name} = ...`, in `__init__` or in the method that runs first.",
    ),
    entry(
        TYPE, r"has no len\(\)|len\(\) of unsized object",
        "A single number has no length, and your function takes numbers too. For both kinds there "
        "is `np.size(x)`; most formulas need no length.",
    ),
    entry(
        TYPE, rf"'{NUMBER}' object is not iterable|iteration over a 0-d array",
        "A single number cannot be looped over or summed: `range(n)` counts. If numbers and arrays "
        "may come, write the formula without a loop.",
    ),
    entry(
        TYPE, rf"'{NUMBER}' object (?:is not subscriptable|does not support item)",
        "This is a single number, which has no entries `[...]`.",
    ),
    entry(
        TYPE, "'(?:tuple|str)' object does not support item assignment",
        "A tuple or a text cannot be changed: make a list or a dict, or build a new one.",
    ),
    entry(
        TYPE, "'tuple' object cannot be interpreted as an integer",
        "One number is needed: `x.shape[1]`, not `x.shape`.",
    ),
    entry(TYPE, "cannot be interpreted as an integer", WHOLE),
    entry(
        VALUE, "read-only",
        "This array must not be changed: compute a new one, `a = a - b` instead of `a -= b`, or "
        "start from `np.array(a)`.",
    ),
    entry(
        TYPE, r"unhashable type: '(?P<kind>[\w.]+)'",
        "A list, a dict or an array cannot be the key of a dict or lie in a set, and a function "
        "with a cache (`lru_cache`) does not take one.",
    ),
    # One True or False, one number
    entry(
        VALUE, "truth value of an array",
        "`if`, `and`, `or` and `max` need one True or False. For an array use `np.where(condition, "
        "a, b)`, `np.maximum`, or `&` and `|` with parentheses.",
    ),
    entry(
        TYPE, "can be converted to Python scalar|must be real number, not",
        "A function of `math`, or `float`, takes one number. "
        "For an array use NumPy's, `np.exp`, `np.log`, and leave `float` out.",
    ),
    entry(
        "TypeError|DeprecationWarning", "Conversion of an array with ndim > 0",
        "The grader's NumPy refuses this: `float` and `math` take one number. Write `x[0, 0]` or "
        "`x.item()`, or NumPy's function for arrays.",
    ),
    entry(
        VALUE, "math domain error|expected a (?:positive|nonnegative) (?:input|number)",
        "`math.log` and `math.sqrt` refuse such a number, zero or negative. Print what goes in.",
    ),
    entry(
        "OverflowError|ValueError", "cannot convert float (?:infinity|NaN) to integer",
        "There is no whole number for this. Print what goes into `int` or `round`: a logarithm of "
        "0 or a division by 0 comes before it.",
    ),
    entry(
        "OverflowError", "",
        "The number is too large. `np.exp` gives inf where `math.exp` stops; better is a form in "
        "which only exponents below 0 appear.",
    ),
    entry(
        "ZeroDivisionError", "",
        "Something is divided by 0. Print what stands below the fraction bar: is it meant to be 0 "
        "for this input?",
    ),
    # Calls
    entry(
        TYPE, r"append\(\) takes exactly one argument",
        "`append` adds one entry. Several are added by `x + [a, b]`.",
    ),
    entry(
        VALUE, r"values to unpack \(expected (?P<wanted>\d+)(?:, got (?P<got>\d+))?", counted
    ),
    entry(
        TYPE, "cannot unpack non-iterable",
        "There is one value on the right of `=`, but several names on the left.",
    ),
    entry(TYPE, r"unexpected keyword argument '(?P<name>\w+)'", keyword),
    entry(
        TYPE, r"multiple values for argument '(?P<name>\w+)'",
        "`{name}` is given twice, once by its place and once by its name. In a method: is `self` "
        "the first parameter?",
    ),
    entry(
        TYPE, r"(?P<name>[\w.]+)\(\) takes (?:from )?[\w ]+ positional arguments?", too_many
    ),
    entry(
        TYPE, r"__init__\(\) missing \d+ required positional arguments?: (?P<names>.*)",
        "The statement makes an object with fewer arguments: give {names} a default, or leave it "
        "out.",
    ),
    entry(
        TYPE, r"(?P<name>[\w.]+)\(\) missing \d+ required positional arguments?: (?P<names>.*)",
        "`{name}` needs {names} too: it is called with too few arguments.",
    ),
    entry(
        TYPE, "exceptions must derive from BaseException",
        "Raise an exception, not a text: `raise ValueError(\"...\")`.",
    ),
    # The rest
    entry(
        "RecursionError", "",
        "A function calls itself without end. Does it have the name of another one that you meant, "
        "and a case in which it stops?",
    ),
    entry(
        "SystemExit", "", "Leave a function with `return`, never with `exit()` or `quit()`."
    ),
    entry(
        "StdinNotImplementedError|EOFError", "",
        "Ask for nothing with `input`: the values come in as the parameters.",
    ),
    entry(
        "Exception", "",
        "This `raise` is your own, but the statement allows this input: compare its condition with "
        "the statement.", line=r"^line \d+: (?:if .*: )?raise \w+Error",
    ),
    entry(
        "ValueError|TypeError", r"\b(?:must|needs?) (?:be|have|lie|hold|contain|fit|match)",
        "The function that you call on this line refuses what it is given: compare the order, the "
        "shapes and the values of its arguments with its own statement.",
    ),
    entry("AssertionError", "", "This is an `assert` of your own: what it demands is not so."),
    entry(
        "FileNotFoundError|PermissionError", "",
        "Where it is graded there are no files of yours: use the parameters alone.",
    ),
    entry(
        "MemoryError", "", "An array is far too large: print the shapes just before this line."
    ),
    entry(
        "TabError|IndentationError", "",
        "All lines of a block begin in one column: four spaces after each `:`, and no tabs.",
    ),
    entry(
        "SyntaxError", "never closed|unmatched|does not match",
        "Each opening parenthesis, bracket and brace needs its closing one.",
    ),
    entry(
        "SyntaxError", "cannot assign|Maybe you meant '=='",
        "`=` gives a name a value, and the name stands on the left; `==` compares.",
    ),
    entry("SyntaxError", "expected ':'", "`def`, `if`, `else` and `for` end with a `:`."),
    entry("SyntaxError", "invalid decimal literal", "A product needs its `*`: `2 * x`."),
    entry("SyntaxError", "unterminated", "A text ends with the quotes that it begins with."),
    entry(
        "SyntaxError", "",
        "Python cannot read the line, or the one above it: look for a comma, a parenthesis or a "
        "`*` that is missing.",
    ),
)  # fmt: skip
