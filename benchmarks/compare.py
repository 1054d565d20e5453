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
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from measuring import Found, Prepare, Row, Side, figure, measured, plot, spent, table

ROOT = Path(__file__).resolve().parent.parent
LIB = Path(sysconfig.get_paths()["stdlib"])
NAMES = ("flake8", "ruff", "pyupgrade", "fixit", "pylint", "libcst")
PEERS = {"ours": ["--force-reinstall", str(ROOT)], **{name: [name] for name in NAMES}}
RUFF = ["--isolated", "--select", "F632,PLR0133,ASYNC,RUF006,PERF"]
FIXIT = ["--rules", "fixit.rules.compare_primitives_by_equal"]
CODEMOD = ["-m", "libcst.tool", "codemod", "--no-format", "convert_format_to_fstring.ConvertFormatStringCommand"]
PYLINT = ["--disable=all", "--enable=R0123,R0124,W0143,E1507", "--score=n"]
FINDING = """

def is_full(count, parts):
    if count is 300:
        return None
    return [parts.index(part) for part in parts]
"""


class Bench:
    """The environments, the files and the rows."""

    def __init__(self, base: Path, venvs: Path) -> None:
        self.base, self.venvs = base, venvs
        self.made: set[str] = set()
        os.environ["PITFALLS_CACHE_DIR"] = str(base / "cache")
        os.environ["RUFF_CACHE_DIR"] = str(base / "ruff")
        for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH"):  # each of them slows us or a peer down
            os.environ.pop(name, None)
        self.lib = base / "lib"
        self.sample = base / "sample"

    def bin(self, name: str, program: str) -> str:
        """A program of an environment, which is made if it is not there."""
        folder = self.venvs / name
        if not (folder / ".done").exists():
            subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        if name not in self.made and (name == "ours" or not (folder / ".done").exists()):  # ours may be of another day
            subprocess.run([folder / "bin" / "pip", "-q", "install", *PEERS[name]], check=True, stderr=subprocess.DEVNULL)
            (folder / ".done").touch()
        self.made.add(name)
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
        """Makes files of the library's kind that each have a finding, anew."""
        kept = [path.read_text("latin-1") for path in sorted(self.sample.iterdir()) if path.stat().st_size < 20_000]
        texts = [text for text in kept if text.isascii()]

        def write() -> None:
            folder = self.base / f"fix{count}"
            folder.mkdir(exist_ok=True)
            for number in range(count):
                (folder / f"m{number:05}.py").write_text(texts[number % len(texts)] + FINDING.replace("300", str(1000 + number)))

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
            "fixit": self.fixit,
            "pylint": self.pylint,
            "codemod": self.codemod,
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
        ours = self.ours("--check", "-q", ".", folder=tree)
        spent(ours)
        paths = sorted(tree.rglob("*.py"))
        chance = random.Random(5)

        def change() -> None:
            for path in chance.sample(paths, 5):
                path.write_bytes(path.read_bytes() + b"# new\n")
                os.utime(path, ns=(path.stat().st_mtime_ns - 10**10,) * 2)  # as if it had been written ten seconds ago

        return [
            Row("5 changed files in a tree of 10,000, warm, seconds", ours._replace(before=change), None, 0.25),
            Row("none changed in a tree of 10,000, seconds", ours, None, 0.25),
        ]

    def commit(self) -> list[Row]:
        files = [str(path) for path in sorted(self.sample.iterdir())[10:15]]
        pyupgrade = Side([self.bin("pyupgrade", "pyupgrade"), "--py310-plus", *files], self.base)
        seen = self.ours("--check", *files, folder=self.base)
        spent(pyupgrade)  # what it has to change is changed once
        age(self.sample)
        spent(seen), spent(seen)
        return [
            Row("5 files that are new to us / pyupgrade", self.ours("--check", "--no-cache", *files, folder=self.base), pyupgrade, 1.5),
            Row("5 files that are known / pyupgrade", seen, pyupgrade, 1.5),
        ]

    def fix(self) -> list[Row]:
        return [self.fixing("pyupgrade", 1.0, "pyupgrade", "--py310-plus")]

    def fixit(self) -> list[Row]:
        return [self.fixing("Fixit with one rule", 0.05, "fixit", *FIXIT, "--quiet", "fix", "--automatic", most=1)]

    def pylint(self) -> list[Row]:
        return [self.fixing("pylint, its nearest checks", 0.05, "pylint", *PYLINT, most=1)]

    def codemod(self) -> list[Row]:
        return [self.fixing("a codemod of LibCST", 0.05, "libcst", *CODEMOD, most=1)]

    def fixing(self, name: str, asked: float, venv: str, *words: str, most: int = 99) -> Row:
        """1,000 files that each have a finding: fixed by us, beside what another does to them."""
        again = self.to_fix(1000)
        folder = self.base / "fix1000"
        given = sorted(path.name for path in folder.iterdir())
        peer = Side([self.bin(venv, "python" if venv == "libcst" else venv), *words, *given], folder, again)
        return Row(f"fixing 1,000 files / {name}", self.ours("-q", ".", folder=folder, before=again), peer, asked, most=most)


def age(folder: Path) -> None:
    """Makes all of a folder look as if nobody had touched it for long."""
    for place, folders, files in os.walk(folder, topdown=False):
        for name in (*folders, *files):
            os.utime(os.path.join(place, name), ns=(10**18, 10**18))
    os.utime(folder, ns=(10**18, 10**18))


def over_size(bench: Bench, sizes: Sequence[int]) -> tuple[Found, list[tuple[int, float]]]:
    """CPU seconds of a cold run over trees of so many files, and how much more one file takes in the largest than in the smallest."""
    points = []
    for size in sizes:
        ours = bench.ours("--check", "-q", "--no-cache", ".", folder=bench.many(size))
        points.append((size, min(spent(ours).cpu for _ in range(2 if size < 20_000 else 1))))
    (least, few), (most, many) = points[0], points[-1]
    return figure(f"time / size, {most:,} files / {least:,}", 1.1, many / most / (few / least), points=points), points


def memory(bench: Bench, count: int) -> Found:
    """How much more memory a worker has at the end than when half is done."""
    words = [bench.bin("ours", "python"), str(ROOT / "benchmarks" / "memory.py"), str(count)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=bench.base)
    rows = [line.split() for line in done.stdout.splitlines() if line.split()[0].isdigit()]
    megabytes = [float(row[1]) for row in rows]
    growth = megabytes[-1] / megabytes[len(megabytes) // 2 - 1]
    return figure(f"memory of a worker, {count:,} files / half of them", 1.1, growth, mb=megabytes)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", default="", help="some of: flake8 start warm cold changed commit fix fixit pylint codemod memory size")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sizes", default="1000,10000,100000", help="files of the trees of the row `size`")
    parser.add_argument("--files", type=int, default=10_000, help="files of the row `memory`")
    parser.add_argument("--venvs", type=Path, default=Path(tempfile.gettempdir(), "pitfalls-benchmark-venvs"))
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    wanted = options.rows.replace(",", " ").split()
    found: list[Found] = []
    points: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory() as base:
        bench = Bench(Path(base), options.venvs)
        bench.files()
        for name, rows in bench.rows().items():
            if not wanted or name in wanted:
                for row in rows():
                    show(found, measured(row, options.runs))
        if not wanted or "memory" in wanted:
            show(found, memory(bench, options.files))
        if not wanted or "size" in wanted:
            one, points = over_size(bench, [int(size) for size in options.sizes.split(",")])
            show(found, one)
        versions = {name: version(options.venvs / name) for name in PEERS if (options.venvs / name / ".done").exists()}
        about = {"python": platform.python_version(), "cores": os.cpu_count(), "load": os.getloadavg(), "versions": versions}
        if options.out:
            options.out.mkdir(parents=True, exist_ok=True)
            (options.out / "results.json").write_text(json.dumps({"about": about, "rows": found, "size": points}, indent=1) + "\n")
            (options.out / "results.md").write_text(table(found))
            if points:
                (options.out / "time_over_size.svg").write_text(plot(points))
    print(json.dumps(about))
    return int(not all(one["is_met"] for one in found))


def show(found: list[Found], one: Found) -> None:
    """Puts a row to the others, and prints it."""
    found.append(one)
    print(table([one]).splitlines()[-1], flush=True)


def version(venv: Path) -> str:
    """The version of what an environment is for."""
    name = {"ours": "flake8-pitfalls"}.get(venv.name, venv.name)
    done = subprocess.run([venv / "bin" / "pip", "show", name], capture_output=True, text=True, check=False)
    return next((line.partition(": ")[2] for line in done.stdout.splitlines() if line.startswith("Version")), "")


if __name__ == "__main__":
    sys.exit(main())
