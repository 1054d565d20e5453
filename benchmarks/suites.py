"""Whether packages still pass their own tests after the safe fixes: the same tests pass before and after.

    python benchmarks/suites.py FOLDER [NAME …]     fetches each source archive into FOLDER, tests it, fixes all of it, tests it again

Every safe fix of every code is made, in the packages' tests too. This Python needs `flake8-pitfalls`, `pytest` and what the packages'
tests import: `pip install hypothesis markupsafe trio gmpy2 numpy matplotlib`. Each archive is unpacked anew; nothing of it is installed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NamedTuple


class Suite(NamedTuple):
    """A package: what is fetched, the folder that its modules are imported from, and what pytest is given."""

    archive: str
    src: str
    arguments: tuple[str, ...]


SUITES = {
    "boltons": Suite("boltons==26.2.0", ".", ("tests",)),
    "toolz": Suite("toolz==1.2.0", ".", ("toolz", "tlz")),
    "more-itertools": Suite("more-itertools==11.2.1", ".", ("tests",)),
    "jinja2": Suite("jinja2==3.1.6", "src", ("tests",)),
    "pyparsing": Suite("pyparsing==3.3.3", ".", ("tests", "--ignore=tests/test_diagram.py")),
    "networkx": Suite("networkx==3.6.1", ".", ("networkx",)),
    "mpmath": Suite("mpmath==1.4.1", ".", ("mpmath",)),
}


def unpacked(suite: Suite, folder: Path) -> Path:
    """A fresh copy of a package's source archive."""
    name, version = suite.archive.split("==")
    stem = f"{name.replace('-', '_')}-{version}"
    archive = folder / f"{stem}.tar.gz"
    if not archive.exists():
        command = [sys.executable, "-m", "pip", "-q", "download", "--no-deps", "--no-binary", ":all:", "-d", str(folder), suite.archive]
        subprocess.run(command, check=True)
    shutil.rmtree(folder / stem, ignore_errors=True)
    with tarfile.open(archive) as packed:
        packed.extractall(folder, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    return folder / stem


def tested(suite: Suite, root: Path) -> dict[str, str]:
    """Each test with its result."""
    said = root / "said.xml"
    variables = {**os.environ, "PYTHONPATH": str(root / suite.src), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={said}", *suite.arguments]
    subprocess.run(command, cwd=root, env=variables, capture_output=True, check=False)
    found = {}
    for case in ET.parse(said).iter("testcase"):
        results = [part.tag for part in case if part.tag in ("failure", "error", "skipped")]
        found[f"{case.get('classname')}.{case.get('name')}"] = results[0] if results else "passed"
    return found


def fixed(root: Path) -> str:
    """Makes every safe fix of every code; says how many."""
    command = [sys.executable, "-m", "flake8_pitfalls", "--isolated", "--select", "ALL", "."]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if "Traceback" in ran.stderr:
        raise SystemExit(ran.stderr)
    summary = re.search(r"fixed \d+ findings? in \d+ files?", ran.stderr)
    return summary[0] if summary else "nothing fixed"


def main() -> None:
    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    differences = 0
    for name in sys.argv[2:] or SUITES:
        suite, start = SUITES[name], time.time()
        root = unpacked(suite, folder)
        before = tested(suite, root)
        done = fixed(root)
        after = tested(suite, root)
        changed = {test for test in before.keys() | after.keys() if before.get(test) != after.get(test)}
        differences += len(changed)
        passed = sum(result == "passed" for result in before.values())
        print(f"{suite.archive}: {done}; {passed} tests passed of {len(before)}, {len(changed)} differ after ({time.time() - start:.0f} s)")
        for test in sorted(changed)[:20]:
            print(f"    {test}: {before.get(test)} -> {after.get(test)}")
        sys.stdout.flush()
    sys.exit(bool(differences))


if __name__ == "__main__":
    main()
