"""What messages say of columns, parts and dtypes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flake8_pitfalls.facts.frames.base import Changed, Part


def shown(label: Any) -> str:
    """A column's label in a message."""
    return f'"{label}"' if isinstance(label, str) else repr(label)


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def parts(changed: Changed) -> str:
    """Why the column's parts are left out: "the part made on line 4 has no rows"."""
    empty = sorted({part.line for part in changed.parts if part.why == "empty"})
    without = sorted({part.line for part in changed.parts if part.why == "all NA"})
    told = [_made(empty, "has no rows", "have no rows"), _made(without, "holds only NA", "hold only NA")]
    return listed([one for one in told if one])


def _made(lines: Sequence[int], one: str, many: str) -> str:
    if not lines:
        return ""
    if len(lines) == 1:
        return f"the part made on {line(lines[0])} {one}"
    if any(path(number) for number in lines):
        return f"the parts made on {listed(list(map(line, lines)))} {many}"
    return f"the parts made on lines {listed(list(map(str, lines)))} {many}"


def line(number: int) -> str:
    """A line in words, with its file where that is another one."""
    return f"line {number} of {path(number).rpartition('/')[2]}" if path(number) else f"line {number}"


def path(number: int) -> str:
    """The file of a line; "" where it is the one at hand."""
    return str(getattr(number, "path", "")).replace("\\", "/")


def places(found: Sequence[Changed]) -> list[Part]:
    """The parts, each line once."""
    kept: dict[int, Part] = {}
    for changed in found:
        for part in changed.parts:
            kept.setdefault(part.line, part)
    return list(kept.values())
