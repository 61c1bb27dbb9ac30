"""
How often the checks are wrong: measured on right answers, mistakes and mutants.

Run ``python benchmarks/grader_accuracy.py [--json FILE] [--seeds N] [--list] [NAME ...]``.

Per exercise it counts right answers refused, named mistakes passed, diagnosed and confused, and
mutants passed: copies of the reference and of the alternatives with one operator, comparison,
constant, axis, call or order of arguments changed. A mutant that gives the reference's outcome
on every input of a large sample drawn apart from the hidden cases is equivalent; it is listed
with the reason and not counted. Changes to checks of bad input are left out unless bad input is
asked about.
"""

import argparse
import ast
import copy
import inspect
import json
import signal
import sys
import types
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import beta

from course_lib.checks import registry
from course_lib.checks.audit import verdict
from course_lib.checks.engine import compare_all
from course_lib.checks.model import Case, Exercise, Sheet, case
from course_lib.checks.run import run_case

SAMPLE = 120  # inputs on which an equivalent mutant must agree with the reference
SECONDS = 5  # for one mutant; one that does not end has failed

ARITHMETIC: dict[type, tuple[type, ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.Mult),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult, ast.Sub),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.Mult,),
}
COMPARISON: dict[type, tuple[type, ...]] = {
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
}


@dataclass(frozen=True)
class Mutant:
    """A changed copy of a reference."""

    change: str
    operator: str
    in_argument_check: bool
    function: Callable[..., Any]


@dataclass
class Row:
    """The counts of one exercise."""

    exercise: str
    alternatives: int = 0
    refused: list[str] = field(default_factory=list)
    mistakes: int = 0
    passed: list[str] = field(default_factory=list)
    diagnosed: int = 0
    confused: list[str] = field(default_factory=list)
    mutants: int = 0
    mutants_passed: list[str] = field(default_factory=list)
    equivalent: list[str] = field(default_factory=list)


# ------------------------------------------------------------------ mutants


def reachable(tree: ast.Module, name: str) -> list[ast.FunctionDef | ast.ClassDef]:
    """Find the definition of `name` and of the module's own helpers that it uses."""
    known = {n.name: n for n in tree.body if isinstance(n, (ast.FunctionDef, ast.ClassDef))}
    found: dict[str, Any] = {}
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in known and current not in found:
            found[current] = known[current]
            waiting += [n.id for n in ast.walk(known[current]) if isinstance(n, ast.Name)]
    return list(found.values())


def is_argument_check(node: ast.AST) -> bool:
    """Tell whether a node only looks after bad input: a check, or a branch that raises."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id.lstrip("_").startswith(("as_", "require_"))
    if isinstance(node, ast.If):
        return all(isinstance(child, ast.Raise) for child in node.body)
    return isinstance(node, (ast.Raise, ast.Assert))


Site = tuple[ast.AST, str, int | None, Any, bool]


def sites(node: ast.AST, checking: bool = False) -> Iterator[Site]:
    """Walk over a function's expressions: parent, field, index, node, only checks arguments."""
    for name, value in ast.iter_fields(node):
        if name in ("returns", "annotation", "decorator_list"):
            continue
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, child in children:
            if isinstance(child, ast.AST):
                inside = checking or is_argument_check(child)
                yield node, name, index, child, inside
                yield from sites(child, inside)


def put(parent: ast.AST, name: str, index: int | None, node: ast.AST) -> None:
    """Put a node into its parent's field."""
    if index is None:
        setattr(parent, name, node)
    else:
        getattr(parent, name)[index] = node


def variants(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """List the changed copies of one node, each with the name of the operator."""

    def changed(**fields: Any) -> ast.AST:
        new = copy.copy(node)
        for name, value in fields.items():
            setattr(new, name, value)
        return new

    if isinstance(node, ast.BinOp):
        for other in ARITHMETIC.get(type(node.op), ()):
            yield "arithmetic", changed(op=other())
        yield "arithmetic", node.left
        yield "arithmetic", node.right
        if isinstance(node.op, (ast.Sub, ast.Div, ast.MatMult, ast.Pow)):
            yield "swapped operands", changed(left=node.right, right=node.left)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.Not, ast.Invert)):
        yield "arithmetic", node.operand
    elif isinstance(node, ast.Compare):
        for other in COMPARISON.get(type(node.ops[0]), ()):
            yield "comparison", changed(ops=[other(), *node.ops[1:]])
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        for value in {node.value + 1, node.value - 1, 0.5 * node.value} - {node.value}:
            kind = type(node.value)
            if kind(value) == value:
                yield "constant", changed(value=kind(value))
    elif isinstance(node, ast.keyword) and node.arg in ("axis", "keepdims"):
        if isinstance(node.value, ast.Constant):
            yield "axis", changed(value=ast.Constant(not node.value.value or None))
            if node.arg == "axis":
                yield "axis", changed(value=ast.Constant(1 - (node.value.value or 0)))
    elif isinstance(node, ast.Call):
        if node.args:
            yield "dropped call", node.args[0]
        if isinstance(node.func, ast.Attribute) and not (
            isinstance(node.func.value, ast.Name) and node.func.value.id in ("np", "math")
        ):
            yield "dropped call", node.func.value
        if len(node.args) > 1:
            yield "swapped arguments", changed(args=[node.args[1], node.args[0], *node.args[2:]])
    elif isinstance(node, ast.Attribute) and node.attr == "T":
        yield "dropped transpose", node.value


def mutants(exercise: Exercise) -> Iterator[Mutant]:
    """Make every mutant of the reference and of the alternatives that still can be defined."""
    name = exercise.reference.__name__
    module = inspect.getmodule(exercise.reference)
    assert module is not None
    tree = ast.parse(inspect.getsource(module))
    yield from mutants_of(module, tree, reachable(tree, name), lambda names: names[name])
    module = home(exercise)
    tree = ast.parse(inspect.getsource(module))
    for k, alternative in enumerate(alternatives_in(tree, exercise.name)):
        definitions = [alternative.args[1]]
        for node in ast.walk(alternative.args[1]):
            if isinstance(node, ast.Name):
                definitions += reachable(tree, node.id)
        yield from mutants_of(module, tree, definitions, partial(nth_alternative, exercise.name, k))


def home(exercise: Exercise) -> types.ModuleType:
    """Return the module that describes an exercise: its own, or its chapter's."""
    chapter = f"{registry.EXERCISES}.{exercise.chapter}"
    own = f"{chapter}.{exercise.name}"
    return import_module(own if find_spec(own) else chapter)


def alternatives_in(tree: ast.Module, name: str) -> list[ast.Call]:
    """Find the ``Alternative(...)`` calls of one exercise in the source of its module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Exercise":
            fields = {keyword.arg: keyword.value for keyword in node.keywords}
            if ast.unparse(fields["name"]) == repr(name):
                return [n for n in fields["alternatives"].elts if isinstance(n, ast.Call)]
    return []


def nth_alternative(name: str, k: int, names: dict[str, Any]) -> Callable[..., Any]:
    """Pick an alternative of the exercise from the names of a mutated module."""
    found = [e for e in names.values() if isinstance(e, Exercise) and e.name == name]
    return found[0].alternatives[k].implementation


def mutants_of(
    module: types.ModuleType,
    tree: ast.Module,
    definitions: list[Any],
    pick: Callable[[dict[str, Any]], Callable[..., Any]],
) -> Iterator[Mutant]:
    """Change the definitions in a module's tree, one place at a time, and run the module."""
    for definition in definitions:
        for parent, part, index, node, checking in list(sites(definition)):
            for operator, new in list(variants(node)):
                change = f"{Path(str(module.__file__)).stem}, "
                change += f"line {getattr(node, 'lineno', definition.lineno)}: "
                change += f"{show(node)} → {show(new)}"
                put(parent, part, index, new)
                function = define(ast.unparse(tree), module, pick)
                put(parent, part, index, node)
                if function is not None:
                    yield Mutant(change, operator, checking, function)


def show(node: ast.AST) -> str:
    """Write a node as code."""
    return ast.unparse(node)[:70]


def define(
    text: str, module: types.ModuleType, pick: Callable[[dict[str, Any]], Callable[..., Any]]
) -> Callable[..., Any] | None:
    """Run the source of a module and pick one of its functions."""
    names = {"__name__": module.__name__, "__file__": module.__file__}
    try:
        exec(compile(text, "<mutant>", "exec"), names)
        return pick(names)
    except Exception:
        return None


# ------------------------------------------------------ independent sample


def matrix(rng: np.random.Generator, *shape: int) -> np.ndarray:
    return rng.normal(0.0, 3.0, shape)


def bits(rng: np.random.Generator, *shape: int) -> np.ndarray:
    return rng.integers(0, 2, shape).astype(float)


def spread(rng: np.random.Generator, *shape: int) -> np.ndarray:
    """Draw probabilities over the whole of (1e-12, 1 - 1e-12)."""
    z = rng.uniform(-27.0, 27.0, shape)
    return np.clip(1.0 / (1.0 + np.exp(-z)), 1e-12, 1.0 - 1e-12)


def shape_of(rng: np.random.Generator) -> tuple[int, int]:
    return int(rng.integers(1, 6)), int(rng.integers(1, 9))


def labels_with(values: Callable[..., np.ndarray]) -> Callable[[np.random.Generator], tuple]:
    def draw(rng: np.random.Generator) -> tuple:
        shape = shape_of(rng)
        return bits(rng, *shape), values(rng, *shape)

    return draw


def linear_arguments(rng: np.random.Generator) -> tuple:
    (n_out, n_in), m = shape_of(rng), int(rng.integers(1, 7))
    return matrix(rng, n_out, n_in), matrix(rng, n_in, m), matrix(rng, n_out, 1)


def neuron_arguments(rng: np.random.Generator) -> tuple:
    n = int(rng.integers(1, 7))
    return rng.normal(size=n), rng.normal(size=n), float(rng.normal())


def predict_arguments(rng: np.random.Generator) -> tuple:
    threshold = float(rng.choice([0.0, 0.125, 0.5, 0.75, 1.0]))
    return rng.choice([0.0, 0.125, 0.3, 0.5, 0.75, 0.9, 1.0], shape_of(rng)), threshold


def line_arguments(rng: np.random.Generator) -> tuple:
    return rng.choice([-2.5, -1.0, 0.0, 0.5, 3.0], 2), float(rng.choice([-1.5, 0.0, 2.0]))


def softmax_arguments(rng: np.random.Generator) -> tuple:
    return (rng.normal(0.0, rng.choice([2.0, 3e3]), shape_of(rng)),)


def one_hot_arguments(rng: np.random.Generator) -> tuple:
    n_classes = int(rng.integers(1, 7))
    return rng.integers(0, n_classes, rng.integers(1, 9)), n_classes


def classes(rng: np.random.Generator, n_classes: int, m: int) -> np.ndarray:
    """Draw one-hot labels (C, m)."""
    return np.eye(n_classes)[:, rng.integers(0, n_classes, m)]


def cross_entropy_arguments(rng: np.random.Generator) -> tuple:
    shape = shape_of(rng)
    P = np.exp(rng.uniform(-27.0, 0.0, shape))
    return classes(rng, *shape), np.clip(P / P.sum(axis=0), 1e-12, 1.0)


def classes_with_logits(rng: np.random.Generator) -> tuple:
    shape = shape_of(rng)
    return classes(rng, *shape), rng.normal(0.0, rng.choice([2.0, 3e3]), shape)


def jacobian_arguments(rng: np.random.Generator) -> tuple:
    P = rng.exponential(1.0, rng.integers(1, 7))
    return (P / P.sum(),)


def network(rng: np.random.Generator) -> list[int]:
    return rng.integers(1, 30, rng.integers(2, 7)).tolist()


def counts(rng: np.random.Generator) -> tuple:
    """Draw examples, features and classes, quotients below and above 1."""
    return tuple(int(2.0 ** rng.uniform(0.0, top)) for top in (14.0, 5.0, 4.0))


def features_first(rng: np.random.Generator) -> tuple:
    M, d, c = counts(rng)
    return d, c, M


def network_and_examples(rng: np.random.Generator) -> tuple:
    layers = network(rng)
    need = 5 * sum((n + 1) * k for n, k in pairwise(layers))
    return layers, max(1, need + int(rng.integers(-12, 13)))


def step_arguments(rng: np.random.Generator) -> tuple:
    return float(rng.uniform(0.0, 9.0)), float(rng.choice([0.0, 0.25, 0.6, 1.0, 1.7]))


def flow_arguments(rng: np.random.Generator) -> tuple:
    k = int(rng.integers(0, 9))
    return rng.uniform(0.0, 4.0, k), rng.uniform(0.0, 1.0, k), float(rng.uniform(0.0, 3.0))


def vanishing_arguments(rng: np.random.Generator) -> tuple:
    return float(rng.uniform(0.001, 0.999)), float(rng.uniform(0.01, 0.99))


def deep_network(rng: np.random.Generator) -> tuple:
    depth, m = int(rng.integers(1, 6)), int(rng.integers(1, 7))
    widths = rng.integers(1, 6, depth + 1)
    params = {}
    for layer in range(1, depth + 1):
        params[f"W{layer}"] = rng.normal(size=(widths[layer], widths[layer - 1]))
        params[f"b{layer}"] = rng.normal(size=(widths[layer], 1))
    activations = [str(name) for name in rng.choice(["sigmoid", "tanh", "relu"], depth - 1)]
    X, Y = rng.normal(size=(widths[0], m)), bits(rng, widths[-1], m)
    return params, X, Y, [*activations, "sigmoid"]


ARGUMENTS: dict[str, Callable[[np.random.Generator], tuple]] = {
    "sigmoid": lambda rng: (rng.normal(0.0, rng.choice([1.0, 30.0, 400.0]), shape_of(rng)),),
    "linear_forward": linear_arguments,
    "neuron": neuron_arguments,
    "bernoulli_pmf": labels_with(spread),
    "predict": predict_arguments,
    "accuracy": lambda rng: (lambda m: (bits(rng, 1, m), bits(rng, 1, m)))(rng.integers(1, 12)),
    "decision_boundary_line": line_arguments,
    "bce_from_logits": labels_with(lambda rng, *s: rng.normal(0.0, rng.choice([2.0, 2e3]), s)),
    "sigmoid_bce_grad": labels_with(matrix),
    "softmax": softmax_arguments,
    "one_hot": one_hot_arguments,
    "cross_entropy": cross_entropy_arguments,
    "softmax_jacobian": jacobian_arguments,
    "softmax_cross_entropy_grad": classes_with_logits,
    "cross_entropy_from_logits": classes_with_logits,
    **{
        name: labels_with(spread)
        for name in ("squared_error", "squared_error_grad", "squared_error_cost")
    },
    **{name: labels_with(spread) for name in ("bce", "bce_grad", "bce_cost")},
    **{name: lambda rng: (network(rng),) for name in ("parameter_terms", "parameter_count")},
    "spectral_norm": lambda rng: (matrix(rng, *shape_of(rng)),),
    "per_layer_factor": step_arguments,
    "gradient_flow": flow_arguments,
    "layers_until": vanishing_arguments,
    "gradient_norms": deep_network,
    "count_layers": lambda rng: (network(rng), bool(rng.integers(2))),
    "depth_bound": counts,
    "parameter_budget": lambda rng: (int(rng.integers(1, 5000)), rng.choice([1.0, 2.5, 5.0])),
    "fits_budget": network_and_examples,
    **dict.fromkeys(("starting_architecture", "shrink_to_budget"), features_first),
}


def sample_sheet(exercise: Exercise) -> Sheet:
    """Draw the independent sample; where none is described, hidden cases of other seeds."""
    rng = np.random.default_rng(20240229)
    cases: list[Case] = []
    if exercise.name in ARGUMENTS:
        cases = [case("sample", *ARGUMENTS[exercise.name](rng)) for _ in range(SAMPLE)]
    for seed in range(10_000, 10_010):
        cases += exercise.hidden(registry.generator(exercise.name, seed))
    return registry.make_sheet(exercise, tuple(cases))


def agrees(sheet: Sheet, function: Callable[..., Any]) -> bool:
    """Tell whether a function gives the reference's outcome on a whole sheet."""
    outcomes = [run_case(c, function, sheet.parameters, quiet=True) for c in sheet.cases]
    return not any(compare_all(sheet, outcomes, []))


# ---------------------------------------------------------------- measuring


def limited(judge: Callable[[Sheet, Any], Any], sheet: Sheet, function: Any, late: Any) -> Any:
    """Judge with a time limit; return `late` if it is over."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        return judge(sheet, function)
    except KeyboardInterrupt:
        return late
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def measure(exercise: Exercise, seeds: range) -> Row:
    """Count for one exercise, on its visible cases and hidden ones of every seed."""
    visible = registry.make_sheet(exercise, exercise.visible)
    hidden = [registry.hidden_sheet(exercise, seed) for seed in seeds]
    row = Row(exercise.name, len(exercise.alternatives), mistakes=len(exercise.mistakes))
    for alternative in exercise.alternatives:
        if any(verdict(sheet, alternative.implementation) for sheet in (visible, *hidden)):
            row.refused.append(alternative.name)
    for mistake in exercise.mistakes:
        verdicts = [verdict(sheet, mistake.implementation) for sheet in hidden]
        named = [failure.diagnosis if failure else "passed" for failure in verdicts]
        row.diagnosed += all(name == mistake.name for name in named)
        if "passed" in named:
            row.passed.append(mistake.name)
        if any(name not in (mistake.name, None, "passed") for name in named):
            row.confused.append(mistake.name)
    measure_mutants(exercise, visible, hidden, row)
    return row


def measure_mutants(exercise: Exercise, visible: Sheet, hidden: list[Sheet], row: Row) -> None:
    """Sort the mutants into failed, passed and equivalent."""
    sample = sample_sheet(exercise)
    errors_asked = any(outcome.error for sheet in hidden for outcome in sheet.expected)
    for mutant in mutants(exercise):
        if mutant.in_argument_check and not errors_asked:
            continue
        row.mutants += 1
        if limited(verdict, visible, mutant.function, True):
            continue
        if all(limited(verdict, sheet, mutant.function, True) for sheet in hidden):
            continue
        if not limited(agrees, sample, mutant.function, False):
            row.mutants_passed.append(mutant.change)
            continue
        row.mutants -= 1
        reason = f"same result on {len(sample.cases)} inputs drawn apart"
        row.equivalent.append(f"{mutant.change} ({mutant.operator}; {reason})")


def upper_bound(events: int, trials: int) -> float:
    """Upper end of the one-sided 95 % interval of Clopper and Pearson (3/n for no event)."""
    if trials == 0 or events == trials:
        return 1.0
    return float(beta.ppf(0.95, events + 1, trials - events))


def lower_bound(events: int, trials: int) -> float:
    """Lower end of the one-sided 95 % interval of Clopper and Pearson."""
    return 1.0 - upper_bound(trials - events, trials)


def totals(rows: list[Row]) -> dict[str, Any]:
    """Sum the rows and add the bounds."""
    refused = sum(len(row.refused) for row in rows)
    alternatives = sum(row.alternatives for row in rows)
    passed = sum(len(row.passed) for row in rows)
    mistakes = sum(row.mistakes for row in rows)
    diagnosed = sum(row.diagnosed for row in rows)
    mutated = sum(row.mutants for row in rows)
    survived = sum(len(row.mutants_passed) for row in rows)
    return {
        "alternatives refused": [refused, alternatives, upper_bound(refused, alternatives)],
        "mistakes passed": [passed, mistakes, upper_bound(passed, mistakes)],
        "mistakes diagnosed": [diagnosed, mistakes, lower_bound(diagnosed, mistakes)],
        "mistakes confused": [sum(len(row.confused) for row in rows), mistakes, None],
        "mutants passed": [survived, mutated, upper_bound(survived, mutated)],
        "mutants equivalent": [sum(len(row.equivalent) for row in rows), None, None],
    }


def print_table(rows: list[Row], with_equivalent: bool) -> None:
    """Print the table, the totals with bounds, and what went wrong."""
    head = ("exercise", "alternatives refused", "mistakes passed", "diagnosed", "confused")
    print("{:24}{:>22}{:>17}{:>11}{:>10}{:>16}{:>12}".format(*head, "mutants passed", "equivalent"))
    for row in rows:
        cells = (
            f"{len(row.refused)}/{row.alternatives}",
            f"{len(row.passed)}/{row.mistakes}",
            f"{row.diagnosed}/{row.mistakes}",
            f"{len(row.confused)}",
            f"{len(row.mutants_passed)}/{row.mutants}",
            f"{len(row.equivalent)}",
        )
        print("{:24}{:>22}{:>17}{:>11}{:>10}{:>16}{:>12}".format(row.exercise, *cells))
    print()
    for name, (events, trials, bound) in totals(rows).items():
        share = f" of {trials} = {events / trials:.2%}" if trials else ""
        side = "at least" if name == "mistakes diagnosed" else "at most"
        limit = f", {side} {bound:.2%} (95 %)" if bound is not None else ""
        print(f"{name}: {events}{share}{limit}")
    kinds = ["refused", "passed", "confused", "mutants_passed"]
    for row in rows:
        for kind in kinds + ["equivalent"] * with_equivalent:
            for item in getattr(row, kind):
                print(f"{row.exercise}: {kind.replace('_', ' ')}: {item}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("names", nargs="*", help="exercises; all, if none is named")
    parser.add_argument("--seeds", type=int, default=5, help="draws of hidden cases (default 5)")
    parser.add_argument("--json", type=Path, help="also write the counts to this file")
    parser.add_argument("--list", action="store_true", help="list the equivalent mutants too")
    options = parser.parse_args()
    rows = []
    for name in options.names or registry.names():
        rows.append(measure(registry.find(name), range(options.seeds)))
        print(f"measured {name}", file=sys.stderr)
    print_table(rows, options.list)
    if options.json:
        data = {"seeds": options.seeds, "rows": list(map(asdict, rows)), "totals": totals(rows)}
        options.json.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
