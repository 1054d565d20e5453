"""What modules that import each other cost: `python benchmarks/modules.py [SIZES …]`.

Makes packages of 250, 500, 1,000 and 2,000 modules in a temporary folder. Each module imports five others, near and far, in circles too;
calls of its functions lead through many modules to a blocking one, and its constants come from others. `pitfalls-fix --check` judges each
package in one process; the time is its CPU (user and system), the least of three runs that take turns, without what a run over one empty
file takes. Prints time for size, and the largest ratio between two sizes; exit status 1 if it is above 1.3.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ASKED = 1.3
MODULE = """\
import asyncio
import threading
import time

{imports}

LIMIT = {number} + 1000
NAMES = (LIMIT, {far}.LIMIT)


class Job{number}:
    def __init__(self, count: int) -> None:
        self.count = count
        self.worker = threading.Thread(target=self.work)
        self.worker.start()

    def work(self) -> int:
        return {near}.step{near_number}(self.count)


def step{number}(count: int) -> int:
    if count > LIMIT:
        return {far}.step{far_number}(count - 1)
    return {last}


def is_limit(count: int) -> bool:
    return count == {near}.LIMIT or count in {far}.NAMES


async def run{number}(count: int) -> int:
    await asyncio.sleep(0.1)
    started = time.perf_counter()
    value = await asyncio.to_thread(step{number}, count)
    print(f"{{time.perf_counter() - started:.1f}}")
    return value + {near}.LIMIT
"""


def write(folder: Path, count: int) -> int:
    """Makes a package of so many modules and returns its size in bytes."""
    package = folder / "pkg"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    size = 0
    for number in range(count):
        others = sorted(
            {(number + 1) % count, (number + 17) % count, (number * 7 + 3) % count, (number * 31 + 5) % count, number - 1} - {number, -1}
        )
        near, far = (number + 1) % count, (number * 7 + 3) % count
        far = near if far == number else far
        text = MODULE.format(
            imports="\n".join(f"from pkg import m{other:05}" for other in others),
            number=number,
            near=f"m{near:05}",
            near_number=near,
            far=f"m{far:05}",
            far_number=far,
            last="len(str(count))" if number % 50 else "int(time.monotonic())",
        )
        (package / f"m{number:05}.py").write_text(text)
        size += len(text)
    return size


def cpu(folder: Path) -> float:
    """The CPU time of one run over a folder, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PITFALLS_CACHE_DIR": str(folder.parent / f"cache-{os.urandom(4).hex()}")}
    command = [sys.executable, "-m", "flake8_pitfalls", "--isolated", "--check", "-q", "--jobs", "1", "."]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    sizes = [int(size) for size in sys.argv[1:]] or [250, 500, 1000, 2000]
    with tempfile.TemporaryDirectory() as base:
        bytes_of = {size: write(Path(base, str(size)), size) for size in sizes}
        empty = Path(base, "empty")
        empty.mkdir()
        (empty / "nothing.py").write_text("")
        times: dict[int, list[float]] = {size: [] for size in (0, *sizes)}
        for _ in range(3):
            for size in times:
                times[size].append(cpu(Path(base, str(size)) if size else empty))
    start = min(times[0])
    rates = {size: (min(times[size]) - start) / bytes_of[size] for size in sizes}
    print(f"start {start:.2f} s")
    for size in sizes:
        print(f"{size:6} modules, {bytes_of[size]:8} bytes: {min(times[size]):6.2f} s of CPU, {rates[size] * 1e6:.2f} s a megabyte")
    ratio = max(rates.values()) / min(rates.values())
    print(f"largest ratio of time to size {ratio:.2f} (asked {ASKED})")
    return int(ratio > ASKED)


if __name__ == "__main__":
    sys.exit(main())
