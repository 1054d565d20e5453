"""What we say of real packages, judged by eye: fetches them, lists what nobody has judged yet, and writes the table for the docs.

    python benchmarks/real_packages.py fetch FOLDER     the .py files of the pinned wheels; nothing is installed or run
    python benchmarks/real_packages.py list FOLDER      findings that stand in no line of judged.tsv, as lines to be judged
    python benchmarks/real_packages.py table FOLDER     docs/real-packages.md

`cpython` in packages.txt is the standard library, with its tests, of the Python that runs this; it must be that version.
`judged.tsv` has a line a finding: package, version, path, line, code, verdict (right or wrong), and why. `pitfalls-fix` must be on PATH.
"""

from __future__ import annotations

import csv
import json
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
PACKAGES = HERE / "packages.txt"
JUDGED = HERE / "judged.tsv"
PAGE = HERE.parent / "docs" / "real-packages.md"
Key = tuple[str, str, str, int, str]


def packages() -> Iterator[tuple[str, str]]:
    """Name and version of each pinned package."""
    for line in PACKAGES.read_text(encoding="utf-8").split("\n"):
        if line.strip() and not line.startswith("#"):
            name, _, version = line.strip().partition("==")
            yield name, version


def fetch(folder: Path) -> None:
    """Unzips the .py files of each wheel below FOLDER/NAME-VERSION."""
    for name, version in packages():
        target = folder / f"{name}-{version}"
        if target.exists():
            continue
        if name == "cpython":
            copy_standard_library(version, target)
            continue
        with tempfile.TemporaryDirectory() as scratch:
            command = [
                sys.executable,
                "-m",
                "pip",
                "-q",
                "download",
                "--no-deps",
                "--only-binary",
                ":all:",
                "-d",
                scratch,
                f"{name}=={version}",
            ]
            if subprocess.run(command, check=False).returncode:
                print(f"{name}=={version}: no wheel to be had", file=sys.stderr)
                continue
            for wheel in Path(scratch).glob("*.whl"):
                with zipfile.ZipFile(wheel) as archive:
                    archive.extractall(target, [item for item in archive.namelist() if item.endswith(".py")])


def copy_standard_library(version: str, target: Path) -> None:
    """The .py files of the running Python's own library, without what was installed into it."""
    if platform.python_version() != version:
        print(f"cpython=={version}: run this with Python {version}", file=sys.stderr)
        return
    root = Path(sysconfig.get_path("stdlib"))
    for path in root.rglob("*.py"):
        if "site-packages" not in path.parts:
            copy = target / path.relative_to(root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)


def findings(folder: Path) -> Iterator[tuple[Key, str]]:
    """Each finding of a default-on code, with its message."""
    for name, version in packages():
        root = folder / f"{name}-{version}"
        command = ["pitfalls-fix", "--check", "--isolated", "--exit-zero", "--output-format", "jsonl", "."]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        for line in done.stdout.split("\n"):
            if line.startswith("{"):
                found = json.loads(line)
                yield (name, version, found["path"], found["line"], found["code"]), found["message"]


def judged() -> dict[Key, str]:
    """The verdicts so far."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t")
        return {(row[0], row[1], row[2], int(row[3]), row[4]): row[5] for row in rows if row and not row[0].startswith("#")}


def unjudged(folder: Path) -> None:
    known = judged()
    for key, message in findings(folder):
        if key not in known:
            print(*key, message, sep="\t")


def table(folder: Path) -> None:
    known = judged()
    counts: Counter[tuple[str, str, str, str]] = Counter()
    for (name, version, path, line, code), _ in findings(folder):
        counts[(name, version, code, known.get((name, version, path, line, code), "not judged"))] += 1
    files = {(name, version): sum(1 for _ in (folder / f"{name}-{version}").rglob("*.py")) for name, version in packages()}
    PAGE.write_text(page(counts, files), encoding="utf-8")


def page(counts: Counter[tuple[str, str, str, str]], files: dict[tuple[str, str], int]) -> str:
    """The page: a table by code, then one by package."""
    verdicts = ("right", "wrong", "not judged")
    by_code: Counter[tuple[str, str]] = Counter()
    for (_, _, code, verdict), number in counts.items():
        by_code[(code, verdict)] += number
    lines = [
        "# What it says of real packages",
        "",
        f"All findings of the codes that are on by default in {sum(files.values()):,} files of {len(files)} packages, each judged by eye",
        "against the package's own code. `benchmarks/real_packages.py` fetches the same files and makes this page again.",
        "",
        "| code | right | wrong | not judged |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {code} | {' | '.join(str(by_code[(code, verdict)]) for verdict in verdicts)} |"
        for code in sorted({code for code, _ in by_code})
    ]
    lines += ["", "| package | files | code | right | wrong | not judged |", "|---|---|---|---|---|---|"]
    for (name, version), number in files.items():
        codes = sorted({key[2] for key in counts if key[:2] == (name, version)})
        for code in codes or ["–"]:
            row = [str(counts[(name, version, code, verdict)]) for verdict in verdicts]
            lines.append(f"| {name} {version} | {number} | {code} | {' | '.join(row)} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    what = {"fetch": fetch, "list": unjudged, "table": table}.get(sys.argv[1] if len(sys.argv) == 3 else "")
    if what is None:
        print(__doc__, file=sys.stderr)
        return 2
    what(Path(sys.argv[2]).resolve())
    return 0


if __name__ == "__main__":
    sys.exit(main())
