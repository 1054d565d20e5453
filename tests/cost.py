"""What each rule costs: `python tests/cost.py [FILES [FOLDER]]`. Not a test; run it when flake8 with the plugin has become slow.

Takes FILES files (40) of a folder (the standard library), hands each its tree as flake8 does, and prints, in milliseconds of CPU, the
walk, the words, and for each rule: its gate, how many files pass it, what its check took, and the file that it took longest in.
The first rule that asks for a fact pays for it, and for loading it.
"""

from __future__ import annotations

import ast
import random
import sys
import sysconfig
import time
import tokenize
from pathlib import Path

from flake8_pitfalls import engine, rules
from flake8_pitfalls.facts import Module
from flake8_pitfalls.text.source import Source


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    root = Path(sys.argv[2] if len(sys.argv) > 2 else sysconfig.get_paths()["stdlib"])
    paths = sorted(path for path in root.rglob("*.py") if "site-packages" not in path.parts and "test" not in str(path.relative_to(root)))
    modules = []
    for path in random.Random(7).sample(paths, min(count, len(paths))):
        with tokenize.open(path) as file:
            text = file.read()
        modules.append(Module(Source(text), ast.parse(text), str(path)))
    chosen = [rule for rule in rules.load().values() if rule.default]
    print(f"{sum(module.source.text.count(chr(10)) for module in modules)} lines in {len(modules)} files")
    print(f"walk  {milliseconds(lambda: [module.index for module in modules]):7.1f}")
    print(f"words {milliseconds(lambda: [module.source.words for module in modules]):7.1f}")
    asked: list[dict[object, bool]] = [{} for _ in modules]
    total = 0.0
    for rule in chosen:
        passed: list[Module] = []
        gate = milliseconds(lambda: passed.extend(m for m, a in zip(modules, asked, strict=True) if engine.may_hold(rule, m, a)))  # noqa: B023
        times = [(milliseconds(lambda: list(engine.hits(rule, module))), module.path) for module in passed]  # noqa: B023
        work, (longest, where) = sum(spent for spent, _ in times), max(times, default=(0.0, ""))
        total += gate + work
        print(
            f"{rule.code} gate {gate:6.1f}  passed {len(passed):4}  check {work:8.1f}  {f'{longest:.1f} in {where}' if longest > 5 else ''}"
        )
    print(f"all rules {total:.1f}")


def milliseconds(work: object) -> float:
    """The CPU time of a call."""
    start = time.process_time()
    work()  # type: ignore[operator]
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
