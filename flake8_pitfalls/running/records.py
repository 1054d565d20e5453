"""Our records as JSON holds them, and back: plain data, checked when it is read, for someone else may have written it."""

from __future__ import annotations

from typing import Any, get_args, get_origin, get_type_hints

from flake8_pitfalls.fixing.known import Known
from flake8_pitfalls.judgement import Outcome, Verdict
from flake8_pitfalls.model import Edit, Finding, Fix, Level, Related, Safety, Span

KINDS = {one.__name__: one for one in (Outcome, Verdict, Finding, Fix, Edit, Span, Related, Known)}
ENUMS = {one.__name__: one for one in (Level, Safety)}


def plain(value: Any) -> Any:
    """Our records as JSON can hold them: a list that begins with the kind."""
    if type(value).__name__ in KINDS:
        return [type(value).__name__, *map(plain, value)]
    if type(value).__name__ in ENUMS:
        return [type(value).__name__, value.value]
    if isinstance(value, (tuple, list)):
        return ["", *map(plain, value)]
    return value


def fits(value: Any, wanted: Any) -> bool:
    """Whether what was read is of a type, and all in it: someone else may have written into the cache."""
    import types

    origin, inner = get_origin(wanted), get_args(wanted)
    if origin is tuple:
        if not isinstance(value, tuple):
            return False
        if inner[-1] is Ellipsis:
            return all(fits(one, inner[0]) for one in value)
        return len(value) == len(inner) and all(map(fits, value, inner))
    if origin is types.UnionType:
        return any(fits(value, one) for one in inner)
    if not isinstance(value, wanted):
        return False
    return not hasattr(wanted, "_fields") or all(map(fits, value, get_type_hints(wanted).values()))


def data_of(value: Any) -> Any:
    """A record that `plain` has written. Raises ValueError, KeyError or TypeError for anything else."""
    if not isinstance(value, list):
        return value
    kind, *parts = value
    if kind in ENUMS:
        return ENUMS[kind](*parts)
    found = [data_of(part) for part in parts]
    return KINDS[kind](*found) if kind else tuple(found)
