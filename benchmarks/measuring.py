"""What a command takes, beside another one: runs in turns, the table, the plot. `compare.py` says of what."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Prepare = Callable[[], object]
Found = dict[str, Any]


class Spent(NamedTuple):
    """What a run took, in seconds."""

    cpu: float
    wall: float


class Side(NamedTuple):
    """A command; `before` makes the state that it begins in."""

    words: Sequence[str]
    folder: Path
    before: Prepare = lambda: None


class Row(NamedTuple):
    """`asked` is the largest ratio that is right; `by` says of which time: "cpu" or "wall". Without a peer, `asked` is in seconds.

    `most`: how often it is run at most, for rows that take minutes.
    """

    what: str
    ours: Side
    peer: Side | None
    asked: float
    by: str = "wall"
    most: int = 99


def spent(side: Side) -> Spent:
    """What one run takes, with all processes that it waits for. Any exit status will do that is not that of a crash."""
    side.before()
    start = time.perf_counter()
    process = subprocess.Popen(side.words, cwd=side.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if not 0 <= process.returncode < 32:
        raise SystemExit(f"{' '.join(map(str, side.words[:4]))} … ended with {process.returncode}")
    return Spent(usage.ru_utime + usage.ru_stime, wall)


def measured(row: Row, runs: int) -> Found:
    """Both sides of a row, in turns."""
    ours: list[Spent] = []
    peer: list[Spent] = []
    runs = min(runs, row.most)
    for _ in range(runs):
        ours.append(spent(row.ours))
        if row.peer is not None:
            peer.append(spent(row.peer))
    found: Found = {"what": row.what, "asked": row.asked, "by": row.by, "runs": runs}
    for name, side in (("ours", ours), ("peer", peer)):
        for kind in ("cpu", "wall"):
            values = [getattr(one, kind) for one in side]
            if values:
                found[f"{name}_{kind}"] = {"min": round(min(values), 4), "median": round(statistics.median(values), 4)}
    for kind in ("cpu", "wall"):
        least = min(getattr(one, kind) for one in ours)
        found[kind] = round(least / min(getattr(one, kind) for one in peer), 3) if peer else round(least, 3)
    found["is_met"] = found[row.by] <= row.asked
    return found


def figure(what: str, asked: float, value: float, **more: object) -> Found:
    """A row that is no ratio of two commands."""
    return {"what": what, "asked": asked, "by": "ratio", "cpu": round(value, 3), "wall": "", "is_met": value <= asked, **more}


def table(found: list[Found]) -> str:
    """The rows for people."""
    lines = ["| what | asked | CPU | wall | ours, CPU s | the other, CPU s | |", "|---|---|---|---|---|---|---|"]
    for one in found:
        shown = [f"{one[side]['min']:.3f}" if side in one else "" for side in ("ours_cpu", "peer_cpu")]
        met = "" if one["is_met"] else "missed"
        lines.append(f"| {one['what']} | ≤ {one['asked']} ({one['by']}) | {one['cpu']} | {one['wall']} | {shown[0]} | {shown[1]} | {met} |")
    return "\n".join(lines) + "\n"


def plot(points: list[tuple[int, float]]) -> str:
    """Time over size as an SVG."""
    wide, high, edge = 480, 300, 50
    most, longest = max(size for size, _ in points), max(seconds for _, seconds in points)
    places = [(edge + (wide - 2 * edge) * size / most, high - edge - (high - 2 * edge) * seconds / longest) for size, seconds in points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"/><text x="{x:.1f}" y="{y - 8:.1f}" text-anchor="end">{size:,}: {seconds:.1f} s</text>'
        for (x, y), (size, seconds) in zip(places, points, strict=True)
    )
    axes = f'<path d="M{edge},{edge}V{high - edge}H{wide - edge}" fill="none" stroke="gray"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" font-family="sans-serif" font-size="11">'
        f"<title>CPU seconds of a cold run over the number of files</title>{axes}"
        f'<polyline points="{line}" fill="none" stroke="teal"/>{dots}'
        f'<text x="{wide / 2}" y="{high - 15}" text-anchor="middle">files, cold run, CPU seconds</text></svg>\n'
    )
