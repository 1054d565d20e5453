"""How the memory of one worker grows with the files that it judges: `python benchmarks/memory.py [FILES]`.

Judges FILES files (10,000) in this process, as a worker of `pitfalls-fix --check` does: copies of the standard library, tests too, each
copy in a folder of its own. Prints, every tenth part, the resident memory in MB, the CPU seconds so far, and how many sets of modules
(with the MB of their files), kept views and groups of questions there are. Linux only.
"""

from __future__ import annotations

import shutil
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from flake8_pitfalls import rules
from flake8_pitfalls.facts import linked
from flake8_pitfalls.facts.kept import KEPT
from flake8_pitfalls.running import file as one_file
from flake8_pitfalls.running import remembering, resting


def copies(root: Path, count: int) -> list[str]:
    """Copies of the standard library until there are so many files; their paths."""
    library = Path(sysconfig.get_paths()["stdlib"])
    originals = sorted(path for path in library.rglob("*.py") if not {"site-packages", "__pycache__"} & set(path.parts))
    made: list[str] = []
    while len(made) < count:
        base = root / f"copy{len(made) // len(originals)}"
        for path in originals[: count - len(made)]:
            target = base / path.relative_to(library)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            made.append(str(target))
    return made


def resident(which: str = "VmRSS") -> float:
    """The memory of this process in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(which)) / 1000


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    codes = tuple(rule.code for rule in rules.load().values() if rule.default)
    with tempfile.TemporaryDirectory() as base:
        paths = copies(Path(base), count)
        print(f"{'files':>6} {'MB':>6} {'CPU s':>7}  sets    MB views groups")
        for done, path in enumerate(paths, 1):
            remembering.work(one_file.Task(path, codes))
            if done % max(1, count // 10) == 0 or done == len(paths):
                sets = linked._LINKED.values()
                size = sum(one.weight for one in sets) / 1e6
                kept = f"{len(sets):5} {size:5.1f} {len(KEPT._views):5} {len(resting._GROUPS):6}"
                print(f"{done:6} {resident():6.0f} {time.process_time():7.1f} {kept}", flush=True)
    print(f"at most {resident('VmHWM'):.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
