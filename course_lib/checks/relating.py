"""The relations themselves: tests of right values, a student's values and what was given.

Each function takes what was `Seen` of one quantity in all cases and gives the names that fit. A
name fits if it explains every value, right ones too, and if the values are varied enough.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

import numpy as np

from course_lib.checks.compare import close, compare_values
from course_lib.checks.model import Plain, Tolerance

Names = list[str]
Form = Callable[[np.ndarray], np.ndarray | None]

HUGE = 1e300  # what stands for infinity
BITS = (8, 16, 32)  # of short integers
ENOUGH = 3  # entries that a relation must explain, beyond those that fix it


@dataclass(frozen=True, eq=False)
class Pair:
    """The right and the student's value of one quantity in one case, and what was given."""

    given: tuple[Plain, ...]  # in order; a dict gives its item of the same key
    right: Plain
    got: Plain
    tolerance: Tolerance
    data: np.ndarray | None = None  # the last matrix given that is no parameter of a network

    @cached_property
    def wrong(self) -> bool:
        """Whether the check refuses the student's value."""
        return compare_values(self.right, self.got, self.tolerance, []) is not None

    @cached_property
    def numeric(self) -> bool:
        """Whether both are numbers or arrays, in the container that is asked for."""
        if isinstance(self.right, np.ndarray) and isinstance(self.got, (list, tuple)):
            return False
        return as_array(self.right) is not None and as_array(self.got) is not None

    @cached_property
    def numeric_right(self) -> bool:
        """Whether the right value is a number or an array."""
        return isinstance(self.right, (int, float, np.ndarray))

    @cached_property
    def R(self) -> np.ndarray:
        """The right value as an array of floats."""
        return as_floats(self.right)

    @cached_property
    def G(self) -> np.ndarray:
        """The student's value as an array of floats."""
        return as_floats(self.got)

    def alike(self, wanted: np.ndarray | None, got: np.ndarray | None) -> bool:
        """Tell whether two arrays agree in shape and in every entry."""
        if wanted is None or got is None or wanted.shape != got.shape:
            return False
        return bool(close(wanted, got, self.tolerance).all())

    @cached_property
    def m(self) -> int | None:
        """How many examples there are: columns of the data, one for numbers."""
        if self.data is not None:
            return int(self.data.shape[1])
        return 1 if all(isinstance(value, (int, float)) for value in self.given) else None

    @cached_property
    def n(self) -> int | None:
        """How many rows the first matrix has that holds as many examples."""
        matrices = [a for a in self.given if isinstance(a, np.ndarray) and a.ndim == 2]
        return next((len(a) for a in matrices if a.shape[1] == self.m), None)


Seen = Sequence[Pair]


def as_array(value: Plain) -> np.ndarray | None:
    """Give a number, an array, or nested lists of numbers as an array of floats, else None."""
    if isinstance(value, (bool, int, float, np.ndarray)):
        return np.asarray(value, dtype=np.float64) if not is_huge(value) else None
    if not isinstance(value, (list, tuple)) or not value:
        return None
    parts = [as_array(item) for item in value]
    if any(part is None or part.shape != getattr(parts[0], "shape", None) for part in parts):
        return None
    return np.stack([part for part in parts if part is not None])


def as_floats(value: Plain) -> np.ndarray:
    """Give a value as an array of floats, an empty one if it is none."""
    found = as_array(value)
    return np.zeros((0, 0, 0)) if found is None else found


def is_huge(value: Plain) -> bool:
    """Tell whether an int is beyond the range of floats."""
    return isinstance(value, int) and abs(value) > 10**300


def flat(seen: Seen) -> tuple[np.ndarray, np.ndarray]:
    """Put all right and all of the student's entries into two vectors."""
    rights, values = zip(*((pair.R.ravel(), pair.G.ravel()) for pair in seen), strict=True)
    return np.concatenate(rights), np.concatenate(values)


def same_shapes(seen: Seen) -> bool:
    """Tell whether every value has the right shape."""
    return all(p.R.shape == p.G.shape for p in seen)


def different(values: np.ndarray) -> np.ndarray:
    """Give the different finite entries other than 0, up to rounding."""
    values = values[np.isfinite(values) & (values != 0)]
    return np.unique([float(f"{value:.6g}") for value in values.ravel()])


def telling(values: np.ndarray) -> bool:
    """Tell whether entries are too varied for a coincidence: whole numbers often agree."""
    found = different(values)
    return len(found) >= ENOUGH or (len(found) == 2 and bool(np.any(found % 1 != 0)))


def holds(seen: Seen, form: Form) -> bool:
    """Tell whether the student's value is a form of the right one in every case."""
    if not all(p.alike(form(p.R), p.G) for p in seen):
        return False
    wrong = [p for p in seen if p.wrong]
    rights = np.concatenate([p.R.ravel() for p in wrong])
    return telling(rights) or (len(np.unique(rights)) >= 2 and stands_out(wrong, rights))


def stands_out(wrong: Seen, rights: np.ndarray) -> bool:
    """Tell whether marks of 0 and 1 differ enough: in shape everywhere, or in many entries."""
    if not any(p.R.shape == p.G.shape for p in wrong):
        return rights.size > ENOUGH
    return same_shapes(wrong) and wrong_entries(wrong).sum() >= ENOUGH and rights.size >= 9


def fitting(seen: Seen, forms: Mapping[str, Form]) -> Names:
    """List the forms that hold."""
    return [name for name, form in forms.items() if holds(seen, form)]


# Containers: the values may be right, but what holds them is not.


def containers(seen: Seen) -> Names:
    """A list for an array, a tuple for a dict, keys lost or renamed, more than was asked."""
    wrong = [pair for pair in seen if pair.wrong]
    found = [name for name, test in CONTAINERS.items() if all(map(test, wrong))]
    found = found or [name for name, test in LATER.items() if all(map(test, wrong))][:1]
    if found == ["all-steps-returned"] and all(len(pair.got) < ENOUGH for pair in wrong):
        return []
    if found in (["array-instead-of-number"], ["cut-by-its-array"], ["cut-to-whole-numbers"]):
        return found
    return found if all(untouched(pair) for pair in seen if not pair.wrong) else []


def untouched(pair: Pair) -> bool:
    """Tell whether a right value says nothing about containers: a number, or an empty list."""
    return as_array(pair.right) is None or pair.R.ndim == 0 or pair.R.size == 0


def right_inside(pair: Pair, value: Plain) -> bool:
    """Tell whether a value is right by itself."""
    return compare_values(pair.right, value, pair.tolerance, []) is None


def is_sequence_for_array(kind: type) -> Callable[[Pair], bool]:
    """Make the test that a list or tuple holds what should be an array."""

    def test(pair: Pair) -> bool:
        if not isinstance(pair.right, np.ndarray) or type(pair.got) is not kind:
            return False
        return pair.alike(pair.R, as_array(pair.got))

    return test


def is_array_of_one(pair: Pair) -> bool:
    """Tell whether the right number lies in an array."""
    if not pair.numeric or pair.R.ndim or not pair.G.ndim:
        return False
    return pair.G.size == 1 and pair.alike(pair.R, pair.G.reshape(()))


def is_sequence_for_dict(pair: Pair) -> bool:
    """Tell whether the values of a dict come without their keys."""
    if not isinstance(pair.right, Mapping) or not isinstance(pair.got, (list, tuple)):
        return False
    return len(pair.got) == len(pair.right) and right_inside(
        pair, dict(zip(pair.right, pair.got, strict=True))
    )


def lacks_keys(pair: Pair) -> bool:
    """Tell whether keys are missing, and all that are there are right."""
    if not isinstance(pair.right, Mapping) or not isinstance(pair.got, Mapping):
        return False
    there = {key: value for key, value in pair.right.items() if key in pair.got}
    return 0 < len(there) < len(pair.right) and (
        compare_values(there, pair.got, pair.tolerance, []) is None
    )


def renames_keys(pair: Pair) -> bool:
    """Tell whether the values of a dict are right, but under other keys."""
    if not isinstance(pair.right, Mapping) or not isinstance(pair.got, Mapping):
        return False
    if set(pair.right) <= set(pair.got) or len(pair.got) != len(pair.right):
        return False
    return right_inside(pair, dict(zip(pair.right, pair.got.values(), strict=True)))


def swaps_keys(pair: Pair) -> bool:
    """Tell whether each value of a dict lies under the key of another one."""
    if not isinstance(pair.right, Mapping) or not isinstance(pair.got, Mapping):
        return False
    if set(pair.right) != set(pair.got):
        return False
    keys = list(pair.right)
    homes = [
        [
            k
            for k in keys
            if compare_values(pair.right[k], pair.got[key], pair.tolerance, []) is None
        ]
        for key in keys
    ]
    return sorted(home[0] for home in homes if len(home) == 1) == sorted(keys)


def has_more_values(pair: Pair) -> bool:
    """Tell whether several values were returned, the right one among them."""
    if not isinstance(pair.got, (list, tuple)) or not 2 <= len(pair.got) <= 4:
        return False
    if isinstance(pair.right, (list, tuple)) and len(pair.right) == len(pair.got):
        return False
    if isinstance(pair.right, np.ndarray) and pair.right.ndim == 2 and pair.right.shape[0] == 1:
        # The one row of a nested list is not meant.
        return not isinstance(pair.got, list) and any(right_inside(pair, v) for v in pair.got)
    return any(right_inside(pair, value) for value in pair.got)


def is_text(pair: Pair) -> bool:
    """Tell whether a text came where numbers were asked."""
    return not isinstance(pair.right, str) and isinstance(pair.got, str)


def is_positions(pair: Pair) -> bool:
    """Tell whether positions of the marks came where marks were asked."""
    if not pair.R.size or not set(np.unique(pair.R)) <= {0.0, 1.0}:
        return False
    if isinstance(pair.got, tuple):  # as np.where gives them
        return len(pair.got) == max(1, pair.R.ndim) and all(map(is_vector_of_integers, pair.got))
    places, got = np.argwhere(pair.R), as_array(pair.got)
    if not pair.R.ndim or got is None or got.shape == pair.R.shape:
        return False
    return any(np.array_equal(form, got) for form in (places, places.T, places.ravel()))


def is_vector_of_integers(value: Plain) -> bool:
    """Tell whether a value is a vector of integers."""
    return isinstance(value, np.ndarray) and value.ndim == 1 and value.dtype.kind == "i"


def is_nested(pair: Pair) -> bool:
    """Tell whether the right items lie in lists within the list."""
    if not isinstance(pair.right, (list, tuple)) or not isinstance(pair.got, (list, tuple)):
        return False
    return right_inside(pair, list(leaves(pair.got)))


def leaves(value: Plain) -> Iterator[Plain]:
    """Yield the items of nested lists."""
    for item in value:
        if isinstance(item, (list, tuple)):
            yield from leaves(item)
        else:
            yield item


def is_cut_array(pair: Pair) -> bool:
    """Tell whether the array of integers that cut decimals was made like one that was given."""
    given = any(isinstance(v, np.ndarray) and v.dtype.kind in "iu" for v in pair.given)
    return given and is_cut(pair)


CONTAINERS: dict[str, Callable[[Pair], bool]] = {
    "cut-by-its-array": is_cut_array,
    "list-instead-of-array": is_sequence_for_array(list),
    "tuple-instead-of-array": is_sequence_for_array(tuple),
    "array-instead-of-number": is_array_of_one,
    "no-dict": is_sequence_for_dict,
    "keys-missing": lacks_keys,
    "other-keys": renames_keys,
    "keys-swapped": swaps_keys,
    "more-than-asked": has_more_values,
    "text-instead-of-number": is_text,
    "nested": is_nested,
    "positions-instead-of-marks": is_positions,
}


def items_of(value: Plain) -> list[Plain]:
    """List the items of a sequence or of an array, none of anything else."""
    if isinstance(value, np.ndarray) and value.ndim:
        return value.tolist() if value.ndim == 1 else list(value)
    return list(value) if isinstance(value, (list, tuple)) else []


def is_all_steps(pair: Pair) -> bool:
    """Tell whether every step was returned, where the last one is asked for."""
    items = items_of(pair.got)
    if not items or isinstance(pair.right, (list, tuple, Mapping)):
        return False
    return np.ndim(items[-1]) == pair.R.ndim and right_inside(pair, items[-1])


def is_counted(pair: Pair) -> bool:
    """Tell whether what should be counted was returned."""
    is_list = isinstance(pair.got, (list, tuple)) or np.ndim(pair.got) == 1
    return type(pair.right) is int and is_list and len(pair.got) == pair.right


def is_empty(pair: Pair) -> bool:
    """Tell whether nothing lies in what was returned."""
    is_list = isinstance(pair.got, (list, tuple)) or np.ndim(pair.got) == 1
    return is_list and not len(pair.got) and pair.R.size > 0


def is_in_parts(pair: Pair) -> bool:
    """Tell whether a few terms were returned that are to be added up."""
    if not isinstance(pair.got, (list, tuple)) or not 2 <= len(pair.got) <= 4:
        return False
    terms = [as_array(item) for item in pair.got]
    if not pair.numeric_right or any(t is None or t.shape != pair.R.shape for t in terms):
        return False
    return pair.alike(pair.R, np.sum([t for t in terms if t is not None], axis=0))


def is_flat_list(pair: Pair) -> bool:
    """Tell whether the right entries lie in one list, without rows and columns."""
    got = as_array(pair.got) if isinstance(pair.got, (list, tuple)) else None
    return pair.numeric_right and pair.alike(pair.R.ravel(), got)


def is_condition(pair: Pair) -> bool:
    """Tell whether True and False came where other numbers are asked for."""
    is_bool = isinstance(pair.got, bool) or getattr(pair.got, "dtype", None) == np.bool_
    return is_bool and bool(np.any((pair.R != 0) & (pair.R != 1)))


def is_by_shape(pair: Pair) -> bool:
    """Tell whether a tuple of rows and columns divides, where the number of columns should."""
    if pair.data is None or not pair.numeric:
        return False
    by_both = pair.R[..., np.newaxis] if not pair.R.ndim else pair.R
    try:
        return pair.alike(by_both * pair.data.shape[1] / np.array(pair.data.shape), pair.G)
    except ValueError:
        return False


def is_cut(pair: Pair) -> bool:
    """Tell whether decimals were cut off by an array of integers."""
    got = pair.got
    if not isinstance(got, np.ndarray) or got.dtype.kind != "i" or got.shape != pair.R.shape:
        return False
    return bool(np.isfinite(pair.R).all()) and np.array_equal(np.trunc(pair.R), got)


# Looked for if none above fits.
LATER: dict[str, Callable[[Pair], bool]] = {
    "cut-to-whole-numbers": is_cut,
    "condition-returned": is_condition,
    "listed-not-counted": is_counted,
    "nothing-collected": is_empty,
    "divided-by-the-shape": is_by_shape,
    "terms-not-added": is_in_parts,
    "flattened": is_flat_list,
    "all-steps-returned": is_all_steps,
}


# The same for every case, or kept from the case before.


def constants(seen: Seen) -> Names:
    """The same result, the same number in every entry, or the result of the call before."""
    rights, values = flat(seen)
    several = sum(not seen[0].alike(pair.R, seen[0].R) for pair in seen) >= 1 and len(seen) >= 3
    enough = telling(rights) or len(seen) >= 4
    if not values.size or not several or not enough or not np.isfinite(values).all():
        return []
    if np.all(values == values[0]) and any(pair.wrong for pair in seen[1:]):
        if isinstance(seen[0].got, bool):
            return ["always-true" if values[0] else "always-false"]
        return ["always-zero" if values[0] == 0 else "always-the-same"]
    if all(seen[0].alike(seen[0].G, pair.G) for pair in seen):
        return ["always-the-same"]
    return []


# Shapes: entries left out, moved, added up.


def squeezed(right: np.ndarray) -> np.ndarray:
    """Drop the axes of length one."""
    return np.squeeze(right)


def without(axis: int, first: bool) -> Form:
    """Make the form that lacks the first or last slice along an axis."""

    def form(right: np.ndarray) -> np.ndarray | None:
        if right.ndim <= axis or right.shape[axis] < 1:
            return None
        kept = np.arange(right.shape[axis])[1:] if first else np.arange(right.shape[axis])[:-1]
        return np.take(right, kept, axis)

    return form


def slice_zero(axis: int, first: bool) -> Form:
    """Make the form whose first or last slice along an axis is 0."""

    def form(right: np.ndarray) -> np.ndarray | None:
        if right.ndim <= axis or right.shape[axis] < 1:
            return None
        changed = np.array(right)
        np.moveaxis(changed, axis, 0)[0 if first else -1] = 0
        return changed

    return form


def only(position: int, zeros: bool) -> Form:
    """Make the form that holds one entry of a vector, or has 0 in all others."""

    def form(right: np.ndarray) -> np.ndarray | None:
        if not right.size or (right.ndim != 1 and not zeros):
            return None
        if not zeros:
            return right[[position]]
        if set(np.unique(right)) <= {0.0, 1.0}:
            return None
        changed = np.zeros_like(right)
        changed.flat[position] = right.flat[position]
        return changed

    return form


def one_for_all(axis: int, position: int) -> Form:
    """Make the form that repeats one slice along an axis."""

    def form(right: np.ndarray) -> np.ndarray | None:
        if right.ndim <= axis or not right.size:
            return None
        return np.broadcast_to(np.take(right, [position], axis), right.shape)

    return form


def reversed_along(axis: int) -> Form:
    """Make the form in the opposite order along an axis."""
    return lambda right: np.flip(right, axis) if right.ndim > axis else None


def matrix_only(form: Form) -> Form:
    """Restrict a form to matrices."""
    return lambda right: form(right) if right.ndim == 2 else None


def vector_only(form: Form) -> Form:
    """Restrict a form to vectors."""
    return lambda right: form(right) if right.ndim == 1 else None


TRANSPOSED: dict[str, Form] = {"transposed": matrix_only(np.transpose)}
LAYOUTS: dict[str, Form] = {
    **TRANSPOSED,
    "flattened": np.ravel,
    "axis-lost": squeezed,
    "reversed": vector_only(reversed_along(0)),
    "rows-reversed": matrix_only(reversed_along(0)),
    "columns-reversed": matrix_only(reversed_along(1)),
    "cumulative": vector_only(np.cumsum),
    "differences": vector_only(lambda right: np.diff(right, prepend=0)),
    "shifted": vector_only(lambda right: np.concatenate([[0.0], right[:-1]])),
    "sorted": vector_only(np.sort),
    "duplicates-lost": vector_only(lambda right: np.unique(right)),
}
SLICES: dict[str, Form] = {
    "first-missing": vector_only(without(0, True)),
    "last-missing": vector_only(without(0, False)),
    "first-row-missing": matrix_only(without(0, True)),
    "last-row-missing": matrix_only(without(0, False)),
    "first-column-missing": matrix_only(without(1, True)),
    "last-column-missing": matrix_only(without(1, False)),
    "only-the-first": only(0, False),
    "only-the-last": only(-1, False),
    "only-the-first-row": matrix_only(lambda right: right[:1]),
    "only-the-first-column": matrix_only(lambda right: right[:, :1]),
    "zeros-left-out": lambda right: right[right != 0],
}
ZEROS: dict[str, Form] = {
    "first-not-filled": vector_only(slice_zero(0, True)),
    "last-not-filled": vector_only(slice_zero(0, False)),
    "first-row-not-filled": matrix_only(slice_zero(0, True)),
    "last-row-not-filled": matrix_only(slice_zero(0, False)),
    "first-column-not-filled": matrix_only(slice_zero(1, True)),
    "last-column-not-filled": matrix_only(slice_zero(1, False)),
    "only-the-first-filled": only(0, True),
    "upper-half-not-filled": matrix_only(np.tril),
    "lower-half-not-filled": matrix_only(np.triu),
}
ALIKE: dict[str, Form] = {
    "first-column-for-all": matrix_only(one_for_all(1, 0)),
    "last-column-for-all": matrix_only(one_for_all(1, -1)),
    "first-row-for-all": matrix_only(one_for_all(0, 0)),
    "last-row-for-all": matrix_only(one_for_all(0, -1)),
}


def layouts(seen: Seen) -> Names:
    """The right entries in another layout or order; an axis lost by either way is lost."""
    found = fitting(seen, LAYOUTS)
    if "flattened" in found and "axis-lost" in found:
        found.remove("flattened")
    if "sorted" in found and "duplicates-lost" in found:
        found.remove("duplicates-lost")
    return found or axis_kept(seen) or fitting(seen, {"one-row": lambda R: R.reshape(1, -1)})


def axis_kept(seen: Seen) -> Names:
    """Axes of length one too many, wherever the value is wrong."""
    for pair in seen:
        if pair.wrong and (pair.G.ndim <= pair.R.ndim or np.squeeze(pair.G).ndim > pair.R.ndim):
            return []
        if not pair.alike(pair.R.ravel(), pair.G.ravel()):
            return []
    return ["axis-too-many"] if any(pair.R.ndim for pair in seen if pair.wrong) else []


def slices(seen: Seen) -> Names:
    """A slice missing, left at 0, standing for all, or one too many."""
    if found := fitting(seen, SLICES):
        return found
    if found := one_of_many(seen):
        return found
    if found := fitting(seen, ZEROS):
        return found[:1] if same_filling(found) else found
    return fitting(seen, ALIKE) or extra(seen)


def one_of_many(seen: Seen) -> Names:
    """The first or the last entry alone, as a number."""
    if not all(p.R.ndim and p.R.size and p.G.size == 1 for p in seen):
        return []
    rights = np.concatenate([p.R.ravel() for p in seen])
    if not telling(rights) and len(seen) < ENOUGH:
        return []
    ends = {"only-the-first": 0, "only-the-last": -1}
    return [
        name
        for name, k in ends.items()
        if all(p.alike(p.R.ravel()[k].reshape(()), p.G.reshape(())) for p in seen)
    ]


def same_filling(found: Names) -> bool:
    """Tell whether the vectors have two entries only, where two names mean the same."""
    return "only-the-first-filled" in found and found[0].startswith("last-")


def extra(seen: Seen) -> Names:
    """One entry too many at the front or at the back."""
    if not all(p.G.ndim == 1 and p.G.size for p in seen):
        return []
    ends = {"one-too-many-in-front": slice(1, None), "one-too-many-at-the-end": slice(None, -1)}
    return [name for name, kept in ends.items() if all(p.alike(p.R, p.G[kept]) for p in seen)]


def reductions(seen: Seen) -> Names:
    """Entries added up or averaged that stay apart, or apart though one sum is asked."""
    found = []
    for word, add in (("summed", np.sum), ("averaged", np.mean)):
        for axis in (0, 1, None):
            name = f"{word}-{'over-all' if axis is None else f'over-axis-{axis}'}"
            if all(reduced(p, add, axis) for p in seen) and any(shrinks(p, axis) for p in seen):
                found.append(name)
    return found or not_reduced(seen)


def shrinks(pair: Pair, axis: int | None) -> bool:
    """Tell whether adding up along an axis adds at least two different entries."""
    R = pair.R
    if R.ndim <= (axis or 0):
        return False
    return pair.wrong and (R.size if axis is None else R.shape[axis]) >= 2


def reduced(pair: Pair, add: Callable[..., np.ndarray], axis: int | None) -> bool:
    """Tell whether the student's value is the right one added up along an axis."""
    R, G = pair.R, pair.G
    if not R.size or not G.size or (axis is not None and R.ndim <= axis):
        return not R.size and not G.size
    if R.ndim == 0:
        return pair.alike(R.ravel(), G.ravel())
    kept = np.asarray(add(R, axis=axis, keepdims=True))
    if G.shape == R.shape and R.size > 1:
        return pair.alike(np.broadcast_to(kept, R.shape), G)
    return G.ndim <= R.ndim and pair.alike(kept.ravel(), G.ravel())


def not_reduced(seen: Seen) -> Names:
    """Entries that should have been added up or averaged, in at least two cases."""
    found = []
    for word, add in (("not-summed", np.sum), ("not-averaged", np.mean)):
        tested = [apart(pair, add) for pair in seen]
        larger = [p for p in seen if p.wrong and is_larger(p)]
        fractions = any(np.any(p.R % 1 != 0) for p in larger)
        if all(tested) and len(larger) >= (1 if fractions else 2):
            found.append(word)
    return found


def is_larger(pair: Pair) -> bool:
    """Tell whether the student's value has more entries than the right one."""
    return pair.G.size > pair.R.size


def apart(pair: Pair, add: Callable[..., np.ndarray]) -> bool:
    """Tell whether the right value is the student's, added up along an axis."""
    R, G = pair.R, pair.G
    if G.size < R.size or not G.size:
        return False
    axes = [axis for axis in (None, 0, 1) if axis is None or axis < G.ndim]
    return any(pair.alike(R.ravel(), np.ravel(add(G, axis=axis))) for axis in axes)


def all_pairs(seen: Seen) -> Names:
    """Broadcast to all pairs of entries, or to more copies of the same."""
    if all(map(on_diagonal, seen)):
        return ["all-pairs"] if any(is_larger(p) for p in seen) else []
    if all(map(on_trace, seen)):
        return ["products-of-all-pairs"] if any(is_larger(p) for p in seen) else []
    if all(map(repeated, seen)):
        return ["repeated"] if any(is_larger(p) for p in seen) else []
    return []


def on_diagonal(pair: Pair) -> bool:
    """Tell whether the right entries lie on the diagonal of a matrix of all pairs."""
    R, G = pair.R, pair.G
    if pair.alike(R, G):
        return True
    return G.shape == (R.size, R.size) and pair.alike(R.ravel(), np.diag(G))


def on_trace(pair: Pair) -> bool:
    """Tell whether the right number is the sum of the diagonal of a matrix of all pairs."""
    R, G = pair.R, pair.G
    if R.ndim or G.ndim != 2 or G.shape[0] != G.shape[1]:
        return False
    return pair.alike(R, np.asarray(np.trace(G)))


def repeated(pair: Pair) -> bool:
    """Tell whether the right value was broadcast to a larger shape."""
    R, G = pair.R, pair.G
    if G.ndim < R.ndim:
        return False
    try:
        return pair.alike(np.broadcast_to(R, G.shape), G)
    except ValueError:
        return False


# Values: every entry the same function of the right one.

Factor = Callable[[Pair], float | None]


def fixed(value: float) -> Factor:
    """Make a factor that is the same in every case."""
    return lambda pair: value


def columns(power: float) -> Factor:
    """Make a power of the number of columns given, the examples."""
    return lambda pair: None if not pair.m else float(pair.m) ** power


def rows(power: float) -> Factor:
    """Make a power of the number of rows given."""
    return lambda pair: None if not pair.n else float(pair.n) ** power


def size(power: float) -> Factor:
    """Make a power of the number of entries of the right value."""
    return lambda pair: float(max(1, pair.R.size)) ** power


def less_one(power: float) -> Factor:
    """Make the factor of m - 1 in place of m."""

    def factor(pair: Pair) -> float | None:
        m = pair.m or 0
        return (m / (m - 1)) ** power if m > 1 else None

    return factor


SIGN: dict[str, Factor] = {"sign-flipped": fixed(-1)}
PLAIN_FACTORS: dict[str, Factor] = {
    **SIGN,
    "factor-2": fixed(2),
    "factor-half": fixed(0.5),
    "factor-minus-2": fixed(-2),
    "factor-minus-half": fixed(-0.5),
    "factor-4": fixed(4),
    "factor-quarter": fixed(0.25),
    "factor-10": fixed(10),
    "factor-tenth": fixed(0.1),
    "factor-100": fixed(100),
    "factor-hundredth": fixed(0.01),
    "log-base-2": fixed(1 / np.log(2)),
    "log-base-10": fixed(1 / np.log(10)),
}
# These say something only where there are several examples.
M_FACTORS: dict[str, Factor] = {
    "factor-m": columns(1),
    "factor-one-over-m": columns(-1),
    "factor-m-squared": columns(2),
    "factor-one-over-m-squared": columns(-2),
    "minus-factor-m": lambda pair: negative(columns(1)(pair)),
    "minus-factor-one-over-m": lambda pair: negative(columns(-1)(pair)),
    "factor-two-m": lambda pair: scaled(2, columns(1)(pair)),
    "factor-one-over-two-m": lambda pair: scaled(0.5, columns(-1)(pair)),
    "factor-two-over-m": lambda pair: scaled(2, columns(-1)(pair)),
    "m-minus-one": less_one(1),
}
# These are looked for only if none above fits.
OTHER_FACTORS: dict[str, Factor] = {
    "factor-rows": rows(1),
    "factor-one-over-rows": rows(-1),
    "rows-instead-of-columns": lambda pair: product(rows(-1)(pair), columns(1)(pair)),
    "factor-size": size(1),
    "factor-one-over-size": size(-1),
}


def scaled(by: float, value: float | None) -> float | None:
    """Multiply a factor, if there is one."""
    return None if value is None else by * value


def negative(value: float | None) -> float | None:
    """Turn a factor's sign, if there is one."""
    return scaled(-1, value)


def product(one: float | None, other: float | None) -> float | None:
    """Multiply two factors, if both are there."""
    return None if one is None or other is None else one * other


def has_factor(seen: Seen, factor: Factor) -> bool:
    """Tell whether every value is the right one times a factor."""
    for pair in seen:
        by = factor(pair)
        if by is None or not pair.alike(by * pair.R, pair.G):
            return False
    return telling(np.concatenate([p.R.ravel() for p in seen if p.wrong]))


def factors(seen: Seen) -> Names:
    """One factor that has a name."""
    if not same_shapes(seen):
        return []
    several = any(pair.m and pair.m > 1 for pair in seen if pair.wrong)
    known = PLAIN_FACTORS | (M_FACTORS if several else {})
    found = [name for name, factor in known.items() if has_factor(seen, factor)]
    found += fixed_m(seen)
    return found or [name for name, factor in OTHER_FACTORS.items() if has_factor(seen, factor)]


def fixed_m(seen: Seen) -> Names:
    """A whole number in place of m, the same for several m."""
    ms = {pair.m for pair in seen}
    if None in ms or len(ms) < 2:
        return []
    R, G = flat(seen)
    most = np.argmax(np.abs(R))
    counts = np.concatenate([np.full(pair.R.size, float(pair.m or 0)) for pair in seen])
    by = R[most] * counts[most] / G[most] if G[most] else 0.0
    if not np.isfinite(by) or round(by) < 2 or abs(by - round(by)) > 1e-6:
        return []
    fits = has_factor(seen, lambda pair: float(pair.m or 0) / round(by))
    return ["fixed-number-for-m"] if fits else []


def functions(seen: Seen) -> Names:
    """One function of the right value in every entry."""
    if not same_shapes(seen):
        return []
    R, G = flat(seen)
    with np.errstate(all="ignore"):
        found = [name for name, form in FUNCTIONS.items() if holds(seen, partial(apply, form))]
        found += ["sigmoid-too-many"] if holds_back(seen, logit) else []
        found += ["tanh-too-many"] if holds_back(seen, np.arctanh) else []
    return found + offsets(seen, R, G) + clippings(seen, R, G)


def is_share(values: np.ndarray) -> bool:
    """Tell whether all entries lie between 0 and 1, and not all at the ends."""
    return bool(np.all((values >= 0) & (values <= 1)) and np.any(values % 1 != 0))


def apply(form: Form, right: np.ndarray) -> np.ndarray | None:
    """Apply a function of one entry; None where it changes nothing finite."""
    values = form(right)
    return None if values is None or not np.isfinite(values).all() else values


def logit(values: np.ndarray) -> np.ndarray:
    """Undo the sigmoid."""
    return np.asarray(np.log(values) - np.log1p(-values))


def holds_back(seen: Seen, undo: Form) -> bool:
    """Tell whether a function of the student's value gives the right one."""
    turned = [replace(pair, right=pair.got, got=pair.right) for pair in seen]
    return holds(turned, partial(apply, undo))


FUNCTIONS: dict[str, Form] = {
    "squared": np.square,
    "root": np.sqrt,
    "reciprocal": lambda x: 1 / x,
    "one-minus": lambda x: 1 - x if is_share(x) else None,
    "logarithm": np.log,
    "exponential": np.exp,
    "absolute-value": lambda x: np.abs(x) if np.any(x < 0) or x.ndim == 0 else x,
    "sigmoid-missing": logit,
    "tanh-missing": np.arctanh,
}


def offsets(seen: Seen, R: np.ndarray, G: np.ndarray) -> Names:
    """The same number added everywhere."""
    shift = G - R
    wrong = shift[0] if shift.size else 0.0
    if not np.isfinite(wrong) or wrong == 0 or not np.allclose(shift, wrong, rtol=1e-6, atol=1e-12):
        return []
    if len(different(R)) < ENOUGH or set(np.unique(R)) <= {0.0, 1.0}:
        return []
    return ["one-more" if wrong == 1 else "one-less" if wrong == -1 else "offset"]


def clippings(seen: Seen, R: np.ndarray, G: np.ndarray) -> Names:
    """Values cut off at a limit, with right values on the inner side."""
    wrong = wrong_entries(seen)
    right = ~wrong
    if (
        not np.isfinite(G).all()
        or len(different(R[wrong])) < 2
        or len(different(R[right])) < ENOUGH
    ):
        return []
    limits = np.unique(G[wrong])
    low, high = G.min(), G.max()
    cut = all(value in (low, high) for value in limits)
    outside = np.where(G[wrong] == high, R[wrong] > high, R[wrong] < low)
    if not cut or not outside.all():
        return []
    if np.all(limits == 0):
        return ["negatives-are-zero" if low == 0 else "positives-are-zero"]
    return ["clipped"]


def wrong_entries(seen: Seen) -> np.ndarray:
    """Tell entry by entry what is wrong."""
    return np.concatenate([~close(p.R.ravel(), p.G.ravel(), p.tolerance) for p in seen])


def roundings(seen: Seen) -> Names:
    """Rounded to whole numbers or decimals, cut off, or kept in single precision."""
    if not same_shapes(seen):
        return []
    R, G = flat(seen)
    fractions = R[np.isfinite(R) & (R % 1 != 0)]
    if not np.isfinite(G).all() or len(different(fractions)) < 2:
        return []
    if np.all(G % 1 == 0):
        ways: dict[str, Callable[[np.ndarray], np.ndarray]] = {
            "rounded-down": np.floor,
            "cut-to-whole-numbers": np.trunc,
            "rounded-to-whole-numbers": np.rint,
            "rounded-up": np.ceil,
        }
        found = [name for name, way in ways.items() if np.array_equal(way(R), G)]
        integers = all(are_integers(pair) for pair in seen if pair.wrong)
        if not found and integers and not set(np.unique(G)) <= {0.0, 1.0}:
            return ["cut-to-whole-numbers"]
        if not np.any(G[R % 1 != 0]) and not integers:
            return []
        return ["cut-to-whole-numbers"] if found[:2] == list(ways)[:2] else found
    for digits in range(1, 7):
        if np.allclose(np.round(R, digits), G, rtol=0, atol=1e-12):
            return ["rounded"]
    single = G.astype(np.float32).astype(np.float64)
    if np.array_equal(single, G) and np.allclose(G, R, rtol=1e-5, atol=1e-12):
        return ["single-precision"]
    return []


def are_integers(pair: Pair) -> bool:
    """Tell whether the student's value holds integers by its type."""
    return isinstance(pair.got, int) or getattr(pair.got, "dtype", np.dtype(float)).kind in "iu"


# What was given shows in the result.


def inputs(seen: Seen) -> Names:
    """An input returned, added, or multiplied once more."""
    found = []
    many = min(len(pair.given) for pair in seen)
    for k in range(many):
        if all(is_input(pair, pair.given[k]) for pair in seen) and any(p.G.size > 1 for p in seen):
            found.append("input-returned")
    if found or not same_shapes(seen):
        return found[:1]
    for k in range(many):
        found += with_input(seen, k)
    return found


def is_input(pair: Pair, given: Plain) -> bool:
    """Tell whether the student's value is what was given."""
    return pair.alike(as_array(given), pair.G)


def with_input(seen: Seen, position: int) -> Names:
    """The right value plus, minus, times or over an input of a fitting shape."""
    given = [as_array(pair.given[position]) for pair in seen]
    found = [
        (pair, pair.R, x)
        for pair, x in zip(seen, given, strict=True)
        if x is not None and fits_into(x, pair.R)
    ]
    known = found if len(found) == len(seen) else []
    if not known:
        return []
    entries = [np.broadcast_to(x, p.R.shape).ravel() for p, _, x in known if p.wrong]
    if len(different(np.concatenate(entries))) < 2 or wrong_entries(seen).sum() < ENOUGH:
        return []
    ways: dict[str, Callable[[np.ndarray, np.ndarray], np.ndarray]] = {
        "input-added": np.add,
        "input-subtracted": np.subtract,
        "times-an-input": np.multiply,
        "divided-by-an-input": np.divide,
    }
    with np.errstate(all="ignore"):
        return [
            name
            for name, way in ways.items()
            if all(pair.alike(np.asarray(way(right, x)), pair.G) for pair, right, x in known)
        ]


def fits_into(given: np.ndarray, right: np.ndarray) -> bool:
    """Tell whether an input broadcasts to the shape of the right value."""
    ends = zip(given.shape[::-1], right.shape[::-1], strict=False)
    return given.ndim <= right.ndim and all(a in (1, b) for a, b in ends)


def steps(seen: Seen) -> Names:
    """The change from an input has a factor: an update in the wrong direction, or too long."""
    if not same_shapes(seen):
        return []
    found: Names = []
    for k in range(min(len(pair.given) for pair in seen)):
        given = [as_array(pair.given[k]) for pair in seen]
        if any(x is None or x.shape != p.R.shape for x, p in zip(given, seen, strict=True)):
            continue
        changes = [replace(p, right=p.R - x, got=p.G - x) for p, x in zip(seen, given, strict=True)]
        if not any(np.any(x) for x in given if x is not None):
            continue
        found += [f"step-{name}" for name in factors(changes) if name in STEPS]
    return found


STEPS = ("sign-flipped", "factor-m", "factor-one-over-m", "factor-2", "factor-half")


# Factors and offsets without a name, the same in a group of entries.


def groups(seen: Seen) -> Names:
    """One factor or one offset for all entries of a case, a row or a column."""
    if not same_shapes(seen):
        return []
    R, G = flat(seen)
    if not np.isfinite(G).all() or not np.isfinite(R).all():
        return []
    if same_factor([(R, G)], seen[0].tolerance) and len(different(R)) > ENOUGH:
        return ["constant-factor"]
    splits = {"case": whole, "column": by_column, "row": by_row, "slice": by_either}
    for name, parts in splits.items():
        pieces = [piece for pair in seen for piece in parts(pair)]
        found = []
        if same_factor(pieces, seen[0].tolerance):
            found.append(f"one-factor-a-{name}")
        if same_offset(pieces, seen[0].tolerance):
            found.append(f"one-offset-a-{name}")
        if found:
            return found
    return []


Piece = tuple[np.ndarray, np.ndarray]


def whole(pair: Pair) -> list[Piece]:
    """Take a value as one piece."""
    return [(pair.R.ravel(), pair.G.ravel())]


def by_row(pair: Pair) -> list[Piece]:
    """Take a matrix row by row, anything else as one piece."""
    if pair.R.ndim != 2:
        return whole(pair)
    return list(zip(pair.R, pair.G, strict=True))


def by_column(pair: Pair) -> list[Piece]:
    """Take a matrix column by column, anything else as one piece."""
    if pair.R.ndim != 2:
        return whole(pair)
    return list(zip(pair.R.T, pair.G.T, strict=True))


def by_either(pair: Pair) -> list[Piece]:
    """Take a matrix by columns if each has one factor, else by rows."""
    columns = by_column(pair)
    return columns if same_factor(columns, pair.tolerance, 0) else by_row(pair)


def same_factor(pieces: Sequence[Piece], tolerance: Tolerance, enough: int = ENOUGH) -> bool:
    """Tell whether each piece has one factor, and enough entries agree with it."""
    agreeing = 0
    for right, got in pieces:
        if not right.size:
            continue
        by = got[np.argmax(np.abs(right))] / (np.max(np.abs(right)) or 1)
        by = by * np.sign(right[np.argmax(np.abs(right))] or 1)
        if by == 0 or not close(by * right, got, tolerance).all():
            return False
        if not close(right, got, tolerance).all():
            agreeing += max(0, len(different(right)) - 1)
    return agreeing >= enough


def same_offset(pieces: Sequence[Piece], tolerance: Tolerance) -> bool:
    """Tell whether each piece has one offset, and enough entries agree with it."""
    agreeing = 0
    for right, got in pieces:
        shift = got - right
        if shift.size and not np.allclose(shift, shift[0], rtol=1e-7, atol=1e-11):
            return False
        if not close(right, got, tolerance).all():
            agreeing += max(0, len(different(right)) - 1)
    return agreeing >= ENOUGH


# Right in part.


def where(seen: Seen) -> Names:
    """Wrong exactly where an input is negative, 0, a label, or far out."""
    if not same_shapes(seen):
        return []
    wrong = wrong_entries(seen)
    if not wrong.any() or (~wrong).sum() < 2:
        return []
    found: Names = []
    for k in range(min(len(pair.given) for pair in seen)):
        given = [as_floats(pair.given[k]) for pair in seen]
        known = [reached(x, pair.R) for x, pair in zip(given, seen, strict=True)]
        x = [entries for entries in known if entries is not None]
        alike = all(a.shape == pair.R.shape for a, pair in zip(given, seen, strict=True))
        if len(x) == len(seen):
            found += conditions(np.concatenate(x), wrong, seen, alike)
    return list(dict.fromkeys(found))


def reached(x: np.ndarray, R: np.ndarray) -> np.ndarray | None:
    """Give the entry of an input that belongs to each right entry: the most extreme of several."""
    if not x.size or not np.isfinite(x).all():
        return None
    if x.shape == R.shape:
        return x.ravel()
    if x.ndim and not R.ndim:
        return x.ravel()[[np.argmax(np.abs(x.ravel()))]]
    if x.ndim == 2 and R.shape == x.shape[1:]:
        return x[np.argmax(np.abs(x), axis=0), np.arange(x.shape[1])]
    return None


def conditions(x: np.ndarray, wrong: np.ndarray, seen: Seen, alike: bool) -> Names:
    """List the conditions on an input that hold exactly at the wrong entries."""
    mixed = any(0 < m.sum() < m.size for m in (wrong_entries([pair]) for pair in seen))
    if alike and mixed and set(np.unique(x)) == {0.0, 1.0}:
        return [f"wrong-for-label-{label}" for label in (0, 1) if np.array_equal(wrong, x == label)]
    _, G = flat(seen)
    if alike and mixed and (wrong.sum() >= 2 or not np.isfinite(G[wrong]).all()):
        tested = {
            "wrong-for-negatives": x < 0,
            "wrong-for-positives": x > 0,
            "wrong-for-zeros": x == 0,
            "right-for-zeros-only": x != 0,
        }
        found = [name for name, mask in tested.items() if np.array_equal(mask, wrong)]
        if found:
            return found
    return extremes(x, wrong, 1 if mixed else 5)


def extremes(x: np.ndarray, wrong: np.ndarray, gap: float) -> Names:
    """Wrong for what lies farther out than all that is right."""
    near = np.abs(x - 0.5) if x.min() >= 0 and x.max() <= 1 else np.abs(x)
    inner = near[~wrong]
    if wrong.sum() < 2 or len(different(inner)) < ENOUGH:
        return []
    return ["wrong-for-extremes"] if near[wrong].min() > gap * inner.max() else []


def diagonals(seen: Seen) -> Names:
    """Wrong exactly on, or off, the diagonal of square matrices."""
    if not same_shapes(seen) or not all(
        p.R.ndim == 2 and p.R.shape[0] == p.R.shape[1] for p in seen
    ):
        return []
    wrong = wrong_entries(seen)
    on = np.concatenate([np.eye(len(p.R), dtype=bool).ravel() for p in seen])
    if on.sum() < 5:
        return []
    found = {"only-the-diagonal-is-wrong": on, "only-the-diagonal-is-right": ~on}
    return [name for name, mask in found.items() if np.array_equal(mask, wrong)]


ENDS = {"first": 0, "last": -1}


def ends(seen: Seen) -> Names:
    """Wrong, or right, in the first or last entry, row or column alone."""
    if not same_shapes(seen) or sum(pair.wrong for pair in seen) < 2:
        return []
    dims = {pair.R.ndim for pair in seen}
    axes = {"entry": 0} if dims == {1} else {"row": 0, "column": 1} if dims == {2} else {}
    found = []
    for what, axis in axes.items():
        longest = min(pair.R.shape[axis] for pair in seen if pair.wrong)
        for end, k in ENDS.items():
            if longest >= ENOUGH and all(only_there(p, axis, k, True) for p in seen if p.wrong):
                found.append(f"only-the-{end}-{what}-is-wrong")
            if longest >= ENOUGH and all(only_there(p, axis, k, False) for p in seen if p.wrong):
                found.append(f"only-the-{end}-{what}-is-right")
    return found


def only_there(pair: Pair, axis: int, position: int, wrong: bool) -> bool:
    """Tell whether one slice along an axis is the only one with wrong entries, or with none."""
    bad = np.moveaxis(wrong_entries([pair]).reshape(pair.R.shape), axis, 0)
    each = np.asarray(bad.reshape(len(bad), -1).any(axis=1))
    expected = np.full(each.size, not wrong)
    expected[position] = wrong
    return bool(np.array_equal(each, expected))


def parts(seen: Seen) -> Names:
    """Right but for some entries that are 0, not 0, not finite, or of the other sign."""
    if not same_shapes(seen):
        return []
    R, G = flat(seen)
    wrong, most = wrong_entries(seen), max(pair.R.size for pair in seen)
    if set(np.unique(R)) <= {0.0, 1.0}:
        return masks(R, G, wrong)
    if wrong.sum() < 2 or (~wrong).sum() < ENOUGH or most < ENOUGH or not telling(R[~wrong]):
        return []
    if not np.isfinite(G[wrong]).any():
        return ["some-are-not-finite"]
    if np.all(G[wrong] == 0) and len(different(R[wrong])) >= 2:
        return ["some-are-zero"]
    if np.all(R[wrong] == 0):
        return ["some-are-not-zero"]
    signs = np.allclose(np.abs(R), np.abs(G), rtol=1e-7) and len(different(R[wrong])) >= 2
    return ["some-signs"] if signs else []


def masks(R: np.ndarray, G: np.ndarray, wrong: np.ndarray) -> Names:
    """Marks of 0 and 1 that are opposite, other numbers, too many, or too few."""
    if R.size < 2 * ENOUGH or len(np.unique(R)) < 2 or not np.isfinite(G).all():
        return []
    zero, one = np.unique(G[R == 0]), np.unique(G[R == 1])
    if len(zero) == len(one) == 1 and zero[0] != one[0]:
        return ["opposite" if (zero[0], one[0]) == (1, 0) else "other-marks"]
    if wrong.sum() < ENOUGH or not set(np.unique(G)) <= {0.0, 1.0}:
        return []
    if np.all(G[wrong] == 1):
        return ["marks-too-many"]
    return ["marks-too-few"] if np.all(G[wrong] == 0) else []


def nearly(seen: Seen) -> Names:
    """Right to a few digits in every entry."""
    if not same_shapes(seen):
        return []
    R, G = flat(seen)
    wrong = wrong_entries(seen)
    if len(different(R)) < ENOUGH or wrong.sum() < 2 or not np.any(R % 1 != 0):
        return []
    with np.errstate(all="ignore"):
        off = np.abs(G - R) / np.abs(R)
    return ["nearly-right"] if np.all((off < 5e-3) | ~wrong) else []


def permutations(seen: Seen) -> Names:
    """The right entries in another order."""
    if not same_shapes(seen):
        return []
    alike = all(p.alike(np.sort(p.R, None), np.sort(p.G, None)) for p in seen)
    most = max(len(different(p.R)) for p in seen)
    return ["permuted"] if alike and most >= 4 else []


def far_out(seen: Seen) -> Names:
    """NaN, infinite or as large as floats can be, always or where it is wrong."""
    if not same_shapes(seen):
        return []
    R, G = flat(seen)
    wrong = wrong_entries(seen)
    strange = ~np.isfinite(G) | (np.abs(G) > HUGE)
    if not wrong.any() or not np.array_equal(wrong, strange) or np.any(np.abs(R) > HUGE):
        return []
    if np.isfinite(G[wrong]).any():
        return ["infinity-replaced"]
    if wrong.all():
        return ["never-finite"] if len(seen) >= ENOUGH else []
    return ["some-are-not-finite"] if telling(R[~wrong]) else []


def overflows(seen: Seen) -> Names:
    """Whole numbers that are off by a multiple of what an integer of few bits holds."""
    if not same_shapes(seen):
        return []
    R, G = flat(seen)
    if not np.isfinite(R).all() or np.any(R % 1) or not np.isfinite(G).all() or np.any(G % 1):
        return []
    wrong = wrong_entries(seen)
    for bits in BITS:
        is_low = np.abs(R) < 2 ** (bits - 1)
        if wrong.any() and not wrong[is_low].any() and not np.any((R - G) % 2**bits):
            return ["integers-too-short"]
    return []


# The student's value by itself is something simple of what was given.


def from_inputs(seen: Seen) -> Names:
    """Two inputs combined, or one number taken from one of them."""
    if not all(np.isfinite(pair.G).all() for pair in seen):
        return []
    if not telling(flat(seen)[1]):
        return []
    many = min(len(pair.given) for pair in seen)
    given = [[as_array(pair.given[k]) for pair in seen] for k in range(many)]
    found = []
    for k, first in enumerate(given):
        found += [name for name, way in TAKEN.items() if gives(seen, way, first)]
        for second in given[k + 1 :]:
            found += [name for name, way in COMBINED.items() if gives(seen, way, first, second)]
            found += [name for name, way in COMBINED.items() if gives(seen, way, second, first)]
    return list(dict.fromkeys(found))


def gives(seen: Seen, way: Callable[..., Plain], *inputs: Sequence[np.ndarray | None]) -> bool:
    """Tell whether a combination of inputs gives the student's value in every case."""
    for pair, *parts in zip(seen, *inputs, strict=True):
        if any(x is None or not x.size for x in parts) or len({x.shape for x in parts}) > 1:
            return False
        with np.errstate(all="ignore"):
            if not pair.alike(np.asarray(way(*parts)), pair.G):
                return False
    return True


TAKEN: dict[str, Callable[[np.ndarray], Plain]] = {
    "sum-of-an-argument": np.sum,
    "mean-of-an-argument": np.mean,
    "largest-of-an-argument": np.max,
    "smallest-of-an-argument": np.min,
}
COMBINED: dict[str, Callable[[np.ndarray, np.ndarray], Plain]] = {
    "sum-of-arguments": np.add,
    "difference-of-arguments": np.subtract,
    "product-of-arguments": np.multiply,
    "quotient-of-arguments": np.divide,
    "larger-of-arguments": np.maximum,
    "smaller-of-arguments": np.minimum,
}


def values(seen: Seen) -> Names:
    """One function of the right value, or of it and an input, in every entry; two at once too."""
    found = [*factors(seen), *functions(seen), *inputs(seen), *roundings(seen)]
    return found or laid_out(seen)


def laid_out(seen: Seen) -> Names:
    """Another layout, and a factor too."""
    if same_shapes(seen) and not all(pair.R.ndim == 2 for pair in seen):
        return []
    for name in LAID_OUT:
        turned = [turn(pair, LAYOUTS[name]) for pair in seen]
        if any(pair is None for pair in turned):
            continue
        found = factors([pair for pair in turned if pair is not None])
        if found:
            return [f"{name}-and-{factor}" for factor in found if factor in SECOND]
    return []


def turn(pair: Pair, form: Form) -> Pair | None:
    """Lay the right value out in another way."""
    right = form(pair.R)
    return None if right is None else replace(pair, right=right)


# Two at once: a layout, and then a factor.
LAID_OUT = ("transposed", "axis-lost", "flattened", "reversed")
SECOND = ("sign-flipped", "factor-2", "factor-half", "factor-m", "factor-one-over-m")
