"""Where two texts differ."""

from __future__ import annotations

from typing import AnyStr


def shared(one: AnyStr, other: AnyStr) -> int:
    """How many characters, or bytes, two texts begin with in common; found by halving, since comparing long stretches is quick."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def differing(old: AnyStr, new: AnyStr) -> tuple[int, int, AnyStr]:
    """The one stretch in which two texts differ: its start and end in the old one, and what the new one has there."""
    start = shared(old, new)
    end = shared(old[start:][::-1], new[start:][::-1])
    return start, len(old) - end, new[start : len(new) - end]
