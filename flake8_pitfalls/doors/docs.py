"""A rule's docstring -> its page, what `--explain` prints, and its row in the README.

`python -m flake8_pitfalls.doors.docs` in a checkout writes docs/rules/*.md and the table of README.md; with `--check` it only says
whether they are those that it would write.
"""

from __future__ import annotations

import argparse
import platform
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from flake8_pitfalls import __version__, rules
from flake8_pitfalls.model import Rule
from flake8_pitfalls.running.config import ConfigError

FENCE = re.compile(r"^```python (bad|good|ok)$", re.MULTILINE)
CAPTIONS = {"bad": "Found:", "good": "Right:", "ok": "Not found, since it is right:"}
START, END = "<!-- rules: made by python -m flake8_pitfalls.doors.docs -->", "<!-- /rules -->"


def docstring(rule: Rule) -> str:
    """What a rule's file says of it."""
    return (sys.modules[rule.check.__module__].__doc__ or "").strip()


def page(rule: Rule) -> str:
    """A rule's page, as Markdown."""
    body = FENCE.sub(lambda found: f"{CAPTIONS[found[1]]}\n\n```python", docstring(rule))
    return f"# {rule.code}: {rule.name}\n\n*{traits(rule)}*\n\n{body}\n"


def traits(rule: Rule) -> str:
    """A rule's level, default and fix, in words."""
    fix = "no fix" if rule.fixes is None else f"fix: {rule.fixes.name.lower()}"
    return f"{rule.level.value}, {'on' if rule.default else 'off'} by default, {fix}"


def table(every: Sequence[Rule]) -> str:
    """The table of all rules, as Markdown."""
    rows = ["| code | name | pitfall | level | on | fix |", "|---|---|---|---|---|---|"]
    for rule in every:
        first = docstring(rule).split("\n\n")[0].replace("\n", " ").replace("|", "\\|")
        fix = "–" if rule.fixes is None else rule.fixes.name.lower()
        link = f"[{rule.code}](docs/rules/{rule.code}.md)"
        rows.append(f"| {link} | {rule.name} | {first} | {rule.level.value} | {'yes' if rule.default else 'no'} | {fix} |")
    return "\n".join(rows)


def pages(root: Path) -> Iterator[tuple[Path, str]]:
    """The files that are made, with what they are to hold."""
    every = list(rules.load().values())
    for rule in every:
        yield root / "docs" / "rules" / f"{rule.code}.md", page(rule)
    readme = root / "README.md"
    text = readme.read_text(encoding="utf-8")
    if START in text and END in text:
        before, _, rest = text.partition(START)
        yield readme, f"{before}{START}\n{table(every)}\n{END}{rest.partition(END)[2]}"


def show(options: argparse.Namespace) -> int:
    """What `--explain`, `--list-rules` and `--version` print."""
    every = rules.load()
    if options.version:
        print(versions())
    elif options.list_rules:
        for rule in every.values():
            print(f"{rule.code}  {rule.name:34} {traits(rule)}")
    else:
        asked = options.explain.upper(), options.explain.lower()
        found = [rule for rule in every.values() if rule.code == asked[0] or rule.name == asked[1]]
        if not found:
            from flake8_pitfalls.running.pyproject import near

            raise ConfigError(f"there is no code {options.explain!r}{near(options.explain, every)}")
        print(page(found[0]), end="")
    return 0


def versions() -> str:
    """Our version, and those that a report should name."""
    from importlib.metadata import PackageNotFoundError, version

    parts = [f"{platform.python_implementation()} {platform.python_version()} on {platform.system()}"]
    for name in ("flake8", "libcst", "pathspec"):
        try:
            parts.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            parts.append(f"no {name}")
    return f"flake8-pitfalls {__version__} ({', '.join(parts)})"


def main(argv: Sequence[str] | None = None) -> int:
    """Writes the pages of the checkout in the current folder, or checks them."""
    parser = argparse.ArgumentParser("python -m flake8_pitfalls.doors.docs", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 where something is not as it would be made")
    check = parser.parse_args(argv).check
    stale = 0
    made = set()
    for path, text in pages(Path()):
        made.add(path)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale += 1
            print(f"{'stale' if check else 'written'}: {path}")
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
    for path in sorted(set(Path("docs", "rules").glob("PIT*.md")) - made):
        stale += 1
        print(f"no rule has this page: {path}")
    return int(check and stale > 0)


if __name__ == "__main__":
    sys.exit(main())
