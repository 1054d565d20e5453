"""Which dtype several dtypes have in common, as pandas 2 finds it (`pandas.core.dtypes.cast.find_common_type`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flake8_pitfalls.knowledge.dtypes import BY_KIND, MASK_OF, MASKED, NUMBERS, UNITS

UNSURE = "?"
OBJECT = "object"


def is_category(dtype: str) -> bool:
    return dtype.startswith("category")


def category(of: str, values: str) -> str:
    """The name of a category dtype: the dtype of its categories and what tells them from others."""
    return f"category[{of}|{values}]"


def plain(dtype: str) -> str:
    """A dtype's name as pandas prints it."""
    return "category" if is_category(dtype) else dtype.replace("[?]", "").replace("[?, ", "[")


def is_datelike(dtype: str) -> bool:
    return dtype.startswith(("datetime64", "timedelta64"))


def has_timezone(dtype: str) -> bool:
    return dtype.startswith("datetime64[") and "," in dtype


def is_extension(dtype: str) -> bool:
    """Whether pandas keeps such a column in an array class of its own, and never two of them in one block."""
    return (
        dtype in MASKED
        or dtype == "string"
        or is_category(dtype)
        or has_timezone(dtype)
        or dtype.startswith(("period", "interval", "Sparse"))
    )


def is_one_dimensional(dtype: str) -> bool:
    return is_extension(dtype) and not has_timezone(dtype)


def holds_na(dtype: str) -> bool:
    """Whether a column of this dtype can have an NA in it."""
    kind = NUMBERS.get(dtype)
    return kind is None or kind[0] not in "biu"


def holding_na(dtype: str) -> str:
    """The dtype that a column gets when it must hold an NA."""
    kind = NUMBERS.get(dtype)
    if kind is None or kind[0] not in "biu":
        return dtype
    return OBJECT if kind[0] == "b" else "float64"


def common(dtypes: Iterable[str]) -> str:
    """The common dtype of these; `UNSURE` where it is not known. Raises ValueError where none is given."""
    given = list(dtypes)
    found = list(dict.fromkeys(given))
    if not found:
        raise ValueError("no dtypes")
    if UNSURE in found or (any(name.startswith("category[?") for name in found) and len(found) > 1):
        return _unsure(found)
    if len(found) == 1:
        return found[0] if len(given) == 1 or (not found[0].endswith("|?]") and "[?" not in found[0]) else UNSURE
    if all(name.startswith("datetime64") for name in found) or all(name.startswith("timedelta64") for name in found):
        return _finest(found)
    if any(is_extension(name) for name in found):
        return _common_extension(found)
    if any(name == OBJECT or name not in NUMBERS for name in found):
        return OBJECT
    if any(name == "bool" for name in found):
        return OBJECT
    return promoted(found)


def _finest(found: Sequence[str]) -> str:
    """The common dtype of dates in several units: the finest one; of dates with several time zones, objects."""
    kinds = {name.partition("[")[0] + name.partition(",")[2] for name in found}
    if len(kinds) != 1:
        return OBJECT
    units = [name.partition("[")[2].rstrip("]").partition(",")[0] for name in found]
    return max(zip(map(UNITS.index, units), found, strict=True))[1] if "?" not in units else UNSURE


def _unsure(found: Sequence[str]) -> str:
    """An object absorbs whatever stands beside it, but for a category that may be the same one."""
    known = [name for name in found if name != UNSURE and not is_category(name)]
    return OBJECT if OBJECT in known else UNSURE


def _common_extension(found: Sequence[str]) -> str:
    for name in found:
        answer = None
        if is_category(name):
            answer = _common_category(found)
        elif name in MASKED:
            plain_found = list(dict.fromkeys(MASKED.get(other, other) for other in found))
            inner = OBJECT if len(plain_found) > 1 and _has_bool_and_more(plain_found) else common(plain_found)
            answer = UNSURE if inner == UNSURE else MASK_OF.get(inner)
        elif name.startswith(("period", "interval", "Sparse")):
            answer = UNSURE
        if answer is not None:
            return answer
    return OBJECT


def _has_bool_and_more(found: Sequence[str]) -> bool:
    return "bool" in found and any(name in NUMBERS and name != "bool" for name in found)


def _common_category(found: Sequence[str]) -> str:
    if all(is_category(name) for name in found) and any(name.endswith("|?]") for name in found):
        return UNSURE
    return common(name[9:].partition("|")[0] if is_category(name) else name for name in found)


def promoted(found: Sequence[str]) -> str:
    """What numpy makes of numbers of several dtypes (`numpy.result_type`)."""
    result = found[0]
    for name in found[1:]:
        result = _promoted(result, name)
    return result


def _promoted(one: str, other: str) -> str:
    (kind, size), (other_kind, other_size) = NUMBERS[one], NUMBERS[other]
    if kind == other_kind:
        return one if size >= other_size else other
    kinds = {kind, other_kind}
    if "b" in kinds:
        return other if kind == "b" else one
    if kinds == {"i", "u"}:
        signed, unsigned = (size, other_size) if kind == "i" else (other_size, size)
        needed = max(signed, 2 * unsigned)
        return BY_KIND["i", needed] if needed <= 8 else "float64"
    if "c" in kinds:
        complex_size, rest, rest_kind = (size, other_size, other_kind) if kind == "c" else (other_size, size, kind)
        return "complex128" if complex_size == 16 or rest > (4 if rest_kind == "f" else 2) else "complex64"
    floating, whole = (size, other_size) if kind == "f" else (other_size, size)
    return BY_KIND["f", max(floating, {1: 2, 2: 4}.get(whole, 8))]


def concatenated(dtypes: Sequence[str], all_empty: bool, category_with_na: bool = False) -> str:
    """The dtype of arrays that are laid end to end (`pandas.core.dtypes.concat.concat_compat`)."""
    found = list(dict.fromkeys(dtypes))
    if len(found) == 1:
        return found[0]
    if any(is_extension(name) or is_datelike(name) for name in found):
        target = common(found)
        whole = NUMBERS.get(target)
        return "float64" if category_with_na and whole is not None and whole[0] in "iu" else target
    if UNSURE in found:
        return _unsure(found)
    kinds = {NUMBERS[name][0] if name in NUMBERS else "O" for name in found}
    if OBJECT in found or any(name not in NUMBERS for name in found):
        return OBJECT
    if all_empty:
        if len(kinds) != 1 and kinds - {"i", "u", "f"} and kinds - {"b", "i", "u"}:
            return OBJECT
        return promoted(found)
    result = promoted(found)
    return OBJECT if "b" in kinds and NUMBERS[result][0] in "iuf" else result
