"""How fast we are beside others: `python benchmarks/compare.py [--rows NAMES] [--runs N] [--out FOLDER]`.

Makes a virtual environment for us and one for each peer, at its newest version, and runs both sides of each row in turns over the same
files: the standard library of the Python that runs this, and files made for it in a temporary folder. A row is the ratio of the least
CPU times (user and system, of the process and those it waited for), and of the least wall times; medians stand in the JSON. On a machine
that others use too, look at CPU. Prints one table; `--out` writes results.json, results.md and time_over_size.svg there.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LIB = Path(sysconfig.get_paths()["stdlib"])
PEERS = {"ours": [str(ROOT)], "flake8": ["flake8"], "ruff": ["ruff"], "pyupgrade": ["pyupgrade"], "fixit": ["fixit"], "pylint": ["pylint"]}
RUFF = ["--isolated", "--select", "F632,PLR0133,ASYNC,RUF006,PERF"]
PYLINT = ["--disable=all", "--enable=R0123,R0124,W0143,E1507", "--score=n"]
FINDING = """\
import os


def full(count, parts):
    if count is 300:
        return None
    return [os.path.join(part, "") for part in parts]
"""
Prepare = Callable[[], None]


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
    """`asked` is the largest ratio that is right; `by` says of which time: "cpu" or "wall". Without a peer, `asked` is in seconds."""

    what: str
    ours: Side
    peer: Side | None
    asked: float
    by: str = "wall"
    note: str = ""


def spent(side: Side) -> Spent:
    """What one run takes. Any exit status will do that is not that of a crash."""
    side.before()
    start = time.perf_counter()
    process = subprocess.Popen(side.words, cwd=side.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode not in (0, 1, *range(2, 32)):
        raise SystemExit(f"{' '.join(map(str, side.words[:4]))} … ended with {process.returncode}")
    return Spent(usage.ru_utime + usage.ru_stime, wall)


class Bench:
    """The environments, the files and the rows."""

    def __init__(self, base: Path, venvs: Path) -> None:
        self.base, self.venvs = base, venvs
        os.environ["PITFALLS_CACHE_DIR"] = str(base / "cache")
        os.environ["RUFF_CACHE_DIR"] = str(base / "ruff")
        self.lib = base / "lib"
        self.sample = base / "sample"

    def bin(self, name: str, program: str) -> str:
        """A program of an environment, which is made if it is not there."""
        folder = self.venvs / name
        if not (folder / ".done").exists():
            subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
            subprocess.run([folder / "bin" / "pip", "-q", "install", *PEERS[name]], check=True, stderr=subprocess.DEVNULL)
            (folder / ".done").touch()
        return str(folder / "bin" / program)

    def ours(self, *words: str, folder: Path, before: Prepare = lambda: None) -> Side:
        return Side([self.bin("ours", "pitfalls-fix"), "--isolated", *words], folder, before)

    def files(self) -> None:
        """Copies of the library's files, with times of long ago."""
        shutil.copytree(LIB, self.lib, ignore=shutil.ignore_patterns("site-packages", "__pycache__", "*.so", "*.pyc", "lib-dynload"))
        (self.lib / ".git").mkdir()  # so that nobody looks further up for an ignore file
        paths = sorted(path for path in self.lib.rglob("*.py") if "test" not in str(path.relative_to(self.lib)))
        for number, path in enumerate(random.Random(7).sample(paths, 100)):
            target = self.sample / f"{number:03}_{path.name}"
            target.parent.mkdir(exist_ok=True)
            shutil.copy(path, target)
        age(self.lib)
        age(self.sample)

    def many(self, count: int) -> Path:
        """A tree of so many files of the library's kind, a hundred a folder."""
        tree = self.base / f"tree{count}"
        if not tree.exists():
            texts = [path.read_bytes() for path in sorted(self.sample.iterdir()) if path.stat().st_size < 6000]
            for number in range(count):
                target = tree / f"d{number // 100:04}" / f"m{number:06}.py"
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(texts[number % len(texts)] + b"# %d\n" % number)
            age(tree)
        return tree

    def to_fix(self, count: int) -> Prepare:
        """Makes files that each have a finding anew."""

        def write() -> None:
            folder = self.base / f"fix{count}"
            folder.mkdir(exist_ok=True)
            for number in range(count):
                (folder / f"m{number:05}.py").write_text(FINDING.replace("300", str(1000 + number)))

        write()
        return write

    def rows(self) -> dict[str, Callable[[], list[Row]]]:
        return {
            "flake8": self.overhead,
            "start": self.start,
            "warm": self.warm,
            "cold": self.cold,
            "changed": self.changed,
            "commit": self.commit,
            "fix": self.fix,
        }

    def overhead(self) -> list[Row]:
        files = [str(path) for path in sorted(self.sample.iterdir())[:40]]
        plain = Side([self.bin("flake8", "python"), "-m", "flake8", "--isolated", "-j1", *files], self.base)
        with_us = [self.bin("ours", "python"), "-m", "flake8", "--isolated", "-j1", *files]
        return [
            Row("flake8 with us / without, 40 files, known", Side(with_us, self.base), plain, 1.03, "cpu"),
            Row("the same, nothing kept", Side([*with_us, "--pitfalls-no-cache"], self.base), plain, 1.03, "cpu"),
        ]

    def start(self) -> list[Row]:
        python = Side([self.bin("ours", "python"), "-I", "-c", "pass"], self.base)
        return [
            Row(
                "`pitfalls-fix --version` / `python -I -c pass`",
                Side([self.bin("ours", "pitfalls-fix"), "--version"], self.base),
                python,
                3.0,
                "cpu",
            )
        ]

    def warm(self) -> list[Row]:
        ours = self.ours("--check", ".", folder=self.lib)
        ruff = Side([self.bin("ruff", "ruff"), "check", *RUFF, "."], self.lib)
        spent(ours), spent(ours), spent(ruff)
        return [Row("whole library, nothing changed / ruff warm", ours, ruff, 0.7)]

    def cold(self) -> list[Row]:
        ours = self.ours("--check", "--no-cache", ".", folder=self.lib)
        ruff = Side([self.bin("ruff", "ruff"), "check", "--no-cache", *RUFF, "."], self.lib)
        flake8 = Side([self.bin("flake8", "python"), "-m", "flake8", "--isolated", "."], self.sample)
        return [
            Row("whole library, cold / ruff cold", ours, ruff, 5.0),
            Row("100 files, cold / flake8 without plugins", self.ours("--check", "--no-cache", ".", folder=self.sample), flake8, 0.05),
        ]

    def changed(self) -> list[Row]:
        tree = self.many(10_000)
        ours = self.ours("--check", ".", folder=tree)
        spent(ours)
        paths = sorted(tree.rglob("*.py"))

        def change() -> None:
            for path in random.sample(paths, 5):
                path.write_bytes(path.read_bytes() + b"# new\n")
                os.utime(path, ns=(path.stat().st_mtime_ns - 10**10,) * 2)

        return [Row("5 changed files in a tree of 10,000, seconds", ours._replace(before=change), None, 0.25)]

    def commit(self) -> list[Row]:
        files = [str(path) for path in sorted(self.sample.iterdir())[10:15]]
        pyupgrade = Side([self.bin("pyupgrade", "pyupgrade"), "--py310-plus", *files], self.base)
        seen = self.ours("--check", *files, folder=self.base)
        spent(seen), spent(seen)
        return [
            Row("5 files that are new to us / pyupgrade", self.ours("--check", "--no-cache", *files, folder=self.base), pyupgrade, 1.5),
            Row("5 files that are known / pyupgrade", seen, pyupgrade, 1.5),
        ]

    def fix(self) -> list[Row]:
        rows = []
        for count, name, program, words, asked in (
            (1000, "pyupgrade", "pyupgrade", ["--py310-plus"], 1.0),
            (100, "fixit", "fixit", ["--quiet", "fix", "--automatic"], 0.05),
            (100, "pylint", "pylint", PYLINT, 0.05),
        ):
            again = self.to_fix(count)
            folder = self.base / f"fix{count}"
            given = ["."] if name == "fixit" else sorted(path.name for path in folder.iterdir())
            peer = Side([self.bin(name, program), *words, *given], folder, again)
            rows.append(Row(f"fixing {count} files / {name}", self.ours("-q", ".", folder=folder, before=again), peer, asked))
        return rows


def age(folder: Path) -> None:
    """Makes all of a folder look as if nobody had touched it for long."""
    for place, folders, files in os.walk(folder, topdown=False):
        for name in (*folders, *files):
            os.utime(os.path.join(place, name), ns=(10**18, 10**18))
    os.utime(folder, ns=(10**18, 10**18))


def measured(row: Row, runs: int) -> dict[str, object]:
    """Both sides of a row, in turns."""
    ours: list[Spent] = []
    peer: list[Spent] = []
    for _ in range(runs):
        ours.append(spent(row.ours))
        if row.peer is not None:
            peer.append(spent(row.peer))
    found: dict[str, object] = {"what": row.what, "asked": row.asked, "by": row.by, "runs": runs}
    for name, side in (("ours", ours), ("peer", peer)):
        for kind in ("cpu", "wall"):
            values = [getattr(one, kind) for one in side]
            if values:
                found[f"{name}_{kind}"] = {"min": round(min(values), 4), "median": round(statistics.median(values), 4)}
    for kind in ("cpu", "wall"):
        least = min(getattr(one, kind) for one in ours)
        found[kind] = round(least / min(getattr(one, kind) for one in peer), 3) if peer else round(least, 3)
    found["is_met"] = found[row.by] <= row.asked  # type: ignore[operator]
    return found


def table(found: list[dict[str, object]]) -> str:
    """The rows for people."""
    lines = ["| what | asked | CPU | wall | ours, CPU s | the other, CPU s | |", "|---|---|---|---|---|---|---|"]
    for one in found:
        sides = [one.get(f"{side}_cpu") for side in ("ours", "peer")]
        shown = [f"{side['min']:.3f}" if isinstance(side, dict) else "" for side in sides]
        lines.append(
            f"| {one['what']} | ≤ {one['asked']} ({one['by']}) | {one['cpu']} | {one['wall']} | {shown[0]} | {shown[1]} |"
            f" {'' if one['is_met'] else 'missed'} |"
        )
    return "\n".join(lines) + "\n"


def over_size(bench: Bench, sizes: Sequence[int]) -> list[tuple[int, float]]:
    """CPU seconds of a cold run over trees of so many files, the least of two."""
    return [(size, min(spent(bench.ours("--check", "--no-cache", ".", folder=bench.many(size))).cpu for _ in range(2))) for size in sizes]


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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", default="", help="some of: flake8 start warm cold changed commit fix size")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--venvs", type=Path, default=Path(tempfile.gettempdir(), "pitfalls-benchmark-venvs"))
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    wanted = options.rows.replace(",", " ").split()
    found: list[dict[str, object]] = []
    points: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory() as base:
        bench = Bench(Path(base), options.venvs)
        bench.files()
        for name, rows in bench.rows().items():
            if not wanted or name in wanted:
                for row in rows():
                    found.append(measured(row, options.runs))
                    print(table(found[-1:]).splitlines()[-1], flush=True)
        if not wanted or "size" in wanted:
            points = over_size(bench, (1000, 2000, 4000, 8000))
            rates = [seconds / size for size, seconds in points]
            print(f"time / size over {[size for size, _ in points]} files: {max(rates) / min(rates):.2f} (asked 1.1)")
    versions = {name: version(options.venvs / name) for name in PEERS if (options.venvs / name / ".done").exists()}
    about = {"python": platform.python_version(), "cores": os.cpu_count(), "load": os.getloadavg(), "versions": versions}
    if options.out:
        options.out.mkdir(exist_ok=True)
        (options.out / "results.json").write_text(json.dumps({"about": about, "rows": found, "size": points}, indent=1) + "\n")
        (options.out / "results.md").write_text(table(found))
        if points:
            (options.out / "time_over_size.svg").write_text(plot(points))
    print(json.dumps(about))
    return int(not all(one["is_met"] for one in found))


def version(venv: Path) -> str:
    """The version of what an environment is for."""
    name = {"ours": "flake8-pitfalls"}.get(venv.name, venv.name)
    done = subprocess.run([venv / "bin" / "pip", "show", name], capture_output=True, text=True, check=False)
    return next((line.partition(": ")[2] for line in done.stdout.splitlines() if line.startswith("Version")), "")


if __name__ == "__main__":
    sys.exit(main())
