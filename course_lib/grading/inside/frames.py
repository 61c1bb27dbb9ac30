"""
Tables of pandas as plain data: columns, index, names and dtypes, compared by pandas itself.

Nothing is known of them where pandas is not imported: student code that makes one has imported it,
and so has a test cell that compares one.
"""

import re
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from .kinds import Coder, Unfit, decoded_list, text, whole

INDEXES = ("Index", "RangeIndex", "DatetimeIndex", "TimedeltaIndex", "CategoricalIndex",
           "MultiIndex")  # fmt: skip
KNOWN = ("DataFrame", "Series", *INDEXES, "Timestamp", "Timedelta", "NaTType", "NAType")
MAX_COLUMNS = 2_000
# Dtypes of pandas' own that are rebuilt from a list of values; NumPy's are those of the values.
EXTENSION = re.compile(
    r"U?Int(8|16|32|64)|Float(32|64)|boolean|string(\[\w{1,20}\])?|str"
    r"|datetime64\[(s|ms|us|ns), [\w/+:-]{1,40}\]"
)


def known(kind: type) -> str:
    """Name a type if it is one of pandas' tables, or of what stands in them."""
    module = str(type.__getattribute__(kind, "__module__"))
    name = type.__getattribute__(kind, "__name__")
    if module.partition(".")[0] != "pandas" or name not in KNOWN:
        return ""
    return name if kind is getattr(sys.modules.get("pandas"), name, kind) else ""


def pandas() -> Any:
    """Give pandas; only what is installed beside the grader can be rebuilt."""
    try:
        import pandas as found
    except ImportError:
        raise Unfit("a table of pandas, which is not installed here") from None
    return found


def encode_values(value: Any, code: Coder) -> list[Any]:
    """Take a column or the values of an index apart."""
    name = str(value.dtype)
    if name == "category":
        categories = value.cat if hasattr(value, "cat") else value
        ordered, codes = bool(categories.ordered), np.asarray(categories.codes)
        return ["category", ordered, code(codes), encode_index(categories.categories, code)]
    if isinstance(value.dtype, np.dtype):
        return ["numpy", name, code(value.to_numpy())]
    if not EXTENSION.fullmatch(name):
        raise Unfit(f"a column of dtype {name}; turn it into numbers or texts")
    missing = value.isna()
    plain = ["" if lacks else each for each, lacks in zip(value, missing, strict=True)]
    if name.startswith("datetime64"):
        plain = [str(each) for each in plain]
    return ["extension", name, [code(each) for each in plain], code(np.asarray(missing))]


def decode_values(coded: Any, decode: Coder) -> Any:
    """Rebuild what goes into a column or an index."""
    kind, *parts = coded
    pd = pandas()
    if kind == "category":
        ordered, codes, categories = parts
        names = decode_index(categories, decode)
        return pd.Categorical.from_codes(decode(codes), names, ordered=ordered is True)
    if kind == "numpy":
        array = decode(parts[1])
        if type(array) is not np.ndarray or array.ndim != 1:
            raise Unfit("a column that is not an array of one dimension")
        return array
    name, items, missing = text(parts[0]), decoded_list(parts[1], decode), decode(parts[2])
    if kind != "extension" or not EXTENSION.fullmatch(name):
        raise Unfit("a column of an unknown dtype")
    values = [None if lacks else each for each, lacks in zip(items, missing, strict=True)]
    if name.startswith("datetime64"):
        zone = name[:-1].split(", ")[1]
        return pd.to_datetime(values, utc=True).tz_convert(zone).astype(name)
    return pd.array(values, dtype=name)


def encode_index(value: Any, code: Coder) -> list[Any]:
    """Take an index apart."""
    kind, names = type(value).__name__, [code(name) for name in value.names]
    if kind == "RangeIndex":
        return ["range", names, value.start, value.stop, value.step]
    if kind == "MultiIndex":
        levels = [encode_index(value.get_level_values(k), code) for k in range(value.nlevels)]
        return ["multi", names, levels]
    if kind not in INDEXES:
        raise Unfit(f"a {kind} of pandas; use a plain index")
    frequency = getattr(value, "freqstr", None)
    return ["plain", names, encode_values(value, code), frequency]


def decode_index(coded: Any, decode: Coder) -> Any:
    """Rebuild an index."""
    pd = pandas()
    kind, names, *parts = coded
    named = decoded_list(names, decode)
    if kind == "range":
        return pd.RangeIndex(*(whole(part, -(2**53), 2**53) for part in parts), name=named[0])
    if kind == "multi":
        levels = [decode_index(level, decode) for level in checked(parts[0])]
        return pd.MultiIndex.from_arrays(levels, names=named)
    if kind != "plain":
        raise Unfit("an index of an unknown kind")
    index = pd.Index(decode_values(parts[0], decode), name=named[0])
    if parts[1] is not None:
        index.freq = text(parts[1])
    return index


def encode_frame(value: Any, code: Coder) -> list[Any]:
    """Take a table apart."""
    if len(value.columns) > MAX_COLUMNS:
        raise Unfit(f"a table of more than {MAX_COLUMNS} columns")
    columns = [encode_values(value.iloc[:, k], code) for k in range(len(value.columns))]
    return ["frame", encode_index(value.columns, code), encode_index(value.index, code), columns]


def decode_frame(parts: list[Any], decode: Coder) -> Any:
    """Rebuild a table."""
    pd = pandas()
    columns, index = decode_index(parts[0], decode), decode_index(parts[1], decode)
    values = {k: decode_values(v, decode) for k, v in enumerate(checked(parts[2]))}
    frame = pd.DataFrame(values, index=index)
    frame.columns = columns
    return frame


def checked(coded: Any) -> list[Any]:
    """Take a list of limited length."""
    if type(coded) is not list or len(coded) > MAX_COLUMNS:
        raise Unfit("a list of columns or levels expected")
    return coded


def decode_series(parts: list[Any], decode: Coder) -> Any:
    """Rebuild a column."""
    index = decode_index(parts[1], decode)
    return pandas().Series(decode_values(parts[2], decode), index=index, name=decode(parts[0]))


def decode_moment(parts: list[Any], decode: Coder) -> Any:
    """Rebuild a point in time, a span of time, or what stands for a missing one."""
    pd = pandas()
    kind, number = text(parts[0]), text(parts[1])
    if kind in ("NaTType", "NAType"):
        return pd.NaT if kind == "NaTType" else pd.NA
    return {"Timestamp": pd.Timestamp, "Timedelta": pd.Timedelta}[kind](number)


def encode_any_index(value: Any, code: Coder) -> list[Any]:
    """Take an index that stands by itself apart."""
    return ["index", encode_index(value, code)]


def encode_series(value: Any, code: Coder) -> list[Any]:
    """Take a column that stands by itself apart."""
    return ["series", code(value.name), encode_index(value.index, code), encode_values(value, code)]


def encode_moment(value: Any, code: Coder) -> list[Any]:
    """Take a point in time, or what stands for a missing one, apart."""
    return ["moment", type(value).__name__, str(value)]


TAKE_APART: dict[str, Callable[[Any, Coder], list[Any]]] = {
    "DataFrame": encode_frame,
    "Series": encode_series,
    **dict.fromkeys(INDEXES, encode_any_index),
    **dict.fromkeys(("Timestamp", "Timedelta", "NaTType", "NAType"), encode_moment),
}
TAGS = frozenset({"frame", "series", "index", "moment"})


def put_together(tag: str, parts: list[Any], decode: Coder, keys: Coder) -> Any:
    """Rebuild one of these; see `kinds.put_together`."""
    build = {"frame": decode_frame, "series": decode_series, "moment": decode_moment}
    try:
        return decode_index(parts[0], decode) if tag == "index" else build[tag](parts, decode)
    except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, AssertionError):
        raise Unfit("a table that cannot be put together") from None
