"""What more files cost: `python benchmarks/scale.py grow [SIZES …]` measures it, `… simulate [COSTS.json]` calculates.

`grow` makes 1,000, then 10,000 files (or SIZES, each a multiple of 1,000): copies of the same 1,000 files of the standard library, each
in a folder of its own. `pitfalls-fix --check` judges them in one process; the time is its CPU (user and system), less what a run over one
file takes, for a first run and for one in which nothing is new. Exit status 1 if the largest ratio of time to size is above 1.1.

`simulate` plays ten million files on clusters of 8, 64 and 512 workers, batch by batch. One driver reads and sends batches one after
another; one link carries them and what comes back; a free worker takes the next one. COSTS.json holds any of the numbers in COSTS.
"""

from __future__ import annotations

import heapq
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ASKED = 1.1
UNIT = 1_000
COSTS = {
    "files": 10_000_000,
    "bytes_of_a_file": 10_300,  # of 34,779 files of real packages
    "seconds_a_megabyte": 0.57,  # CPU of judging, the standard library
    "driver_seconds_a_file": 0.00012,  # CPU of the driver: reading, packing, taking results
    "sent_for_a_byte": 5.9,  # bytes sent for each byte judged, the projects around the files too
    "back_for_a_byte": 0.15,
    "batch_bytes": 470_000,
    "link_bytes_a_second": 1_250_000_000,  # 10 Gb/s at the driver
    "lost": 0.001,  # batches that die with their worker and are judged again
    "spread": 0.8,  # batches differ: sigma of the logarithm of their time
}


def grow(sizes: list[int]) -> int:
    """Prints time for size."""
    cold: dict[int, float] = {}
    warm: dict[int, float] = {}
    for size in (0, *sizes):
        with tempfile.TemporaryDirectory() as base:
            folder = Path(base, "files")
            made = copies(folder, size)
            cold[size], warm[size] = cpu(folder, base), cpu(folder, base)
            if size:
                first, again = cold[size] - cold[0], warm[size] - warm[0]
                one, two = f"{first:8.2f} s, {first / size * 1e3:.2f} ms a file", f"{again:6.2f} s, {again / size * 1e6:.0f} us a file"
                print(f"{size:7} files, {made / 1e6:7.1f} MB: first run {one}; again {two}", flush=True)
    ratios = []
    for name, times in (("first run", cold), ("again", warm)):
        rates = [(times[size] - times[0]) / size for size in sizes]
        ratios.append(max(rates) / rates[0])
        print(f"{name}: time for size against the smallest {ratios[-1]:.2f} (asked {ASKED})")
    return int(max(ratios) > ASKED)


def copies(folder: Path, size: int) -> int:
    """Makes so many files and returns their bytes; one empty file for 0."""
    library = Path(sysconfig.get_paths()["stdlib"])
    originals = sorted(path for path in library.rglob("*.py") if not {"site-packages", "__pycache__"} & set(path.parts))[:UNIT]
    folder.mkdir()
    if not size:
        (folder / "nothing.py").write_text("")
    for number in range(size // UNIT):
        for path in originals:
            target = folder / f"copy{number:03}" / path.relative_to(library)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return size // UNIT * sum(path.stat().st_size for path in originals)


def cpu(folder: Path, base: str) -> float:
    """The CPU time of one run over a folder, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PITFALLS_CACHE_DIR": str(Path(base, "cache"))}
    command = [sys.executable, "-m", "flake8_pitfalls", "--isolated", "--check", "-q", "--jobs", "1", "."]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 2):
        sys.exit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def simulate(costs: dict[str, float]) -> int:
    """Prints what a run comes to on clusters of some sizes."""
    total = costs["files"] * costs["bytes_of_a_file"]
    print(f"{costs['files']:,.0f} files, {total / 1e9:.0f} GB, {total / 1e6 * costs['seconds_a_megabyte'] / 3600:.1f} hours of CPU")
    print(f"{'workers':>7} {'wall':>9} {'workers busy':>12} {'driver busy':>11} {'link busy':>9} {'sent':>8}")
    for workers in (8, 64, 512):
        wall, busy, driver, link, sent = played(costs, workers)
        print(f"{workers:7} {minutes(wall):>9} {busy:12.0%} {driver:11.0%} {link:9.0%} {sent / 1e12:5.2f} TB")
    return 0


def played(costs: dict[str, float], workers: int) -> tuple[float, float, float, float, float]:
    """The wall time in seconds, the shares of it that workers, driver and link were busy, and the bytes sent."""
    chance = random.Random(7)
    size, sigma = costs["batch_bytes"], costs["spread"]
    left = round(costs["files"] * costs["bytes_of_a_file"] / size)
    driving = size / costs["bytes_of_a_file"] * costs["driver_seconds_a_file"]
    carrying = size * (costs["sent_for_a_byte"] + costs["back_for_a_byte"]) / costs["link_bytes_a_second"]
    judging = size / 1e6 * costs["seconds_a_megabyte"]
    free = [0.0] * workers
    driver = link = spent = 0.0
    batches = 0
    while left:
        left -= 1
        batches += 1
        driver += driving
        link = max(link, driver) + carrying
        begin = max(link, heapq.heappop(free))
        took = judging * chance.lognormvariate(-sigma * sigma / 2, sigma)
        if chance.random() < costs["lost"]:
            left += 1  # half of it was done, and counts for nothing
            took /= 2
        spent += took
        heapq.heappush(free, begin + took)
        driver = max(driver, min(free) - 3 * judging)  # three batches a worker are under way, no more
    wall = max(free)
    sent = batches * size * costs["sent_for_a_byte"]
    return wall, spent / wall / workers, batches * driving / wall, batches * carrying / wall, sent


def minutes(seconds: float) -> str:
    """A time for people."""
    return f"{seconds / 3600:.1f} h" if seconds > 7200 else f"{seconds / 60:.0f} min"


def main() -> int:
    what, *words = sys.argv[1:] or ["simulate"]
    if what == "grow":
        return grow([int(word) for word in words] or [1_000, 10_000])
    given = json.loads(Path(words[0]).read_text()) if words else {}
    return simulate({**COSTS, **given})


if __name__ == "__main__":
    sys.exit(main())
