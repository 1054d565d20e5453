"""A rule's docstring -> its page, what `--explain` prints, and its row in the README.

`python -m flake8_pitfalls.doors.docs` in a checkout writes docs/rules/*.md and the table of README.md; with `--check` it only says
whether they are those that it would write.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from flake8_pitfalls import rules
from flake8_pitfalls.model import Rule
from flake8_pitfalls.running.config import ConfigError

FENCE = re.compile(r"^```python (bad|good|ok)$", re.MULTILINE)
CAPTIONS = {"bad": "Found:", "good": "Right:", "ok": "Not found, since it is right:"}
START, END = "<!-- rules: made by python -m flake8_pitfalls.doors.docs -->", "<!-- /rules -->"

OVERVIEW = """Each page shows a program that has the pitfall, the same one repaired, and one that looks alike and is right. The linter is
tested on every one of them. An *error* is wrong whenever it runs, a *warning* under the conditions that its message names, a *note*
costs time or clearness. What is off by default is reported where you [name it](../configuration.md#which-codes)."""
THEMES = (
    (
        r"PIT1\d\d",
        "Patterns made from text",
        "An f-string or `.format` eats braces before `re` sees them: the pattern compiles, and matches something else.",
    ),
    (r"PIT2\d\d", "Comparisons", "`is`, `in` and chains that read one way and run another."),
    (r"PIT30[1-4]", "Event loops and greenlets", "One call that waits stops every task of its loop, or every greenlet of its hub."),
    (
        r"PIT3(0[5-9]|1\d)",
        "Threads, processes and futures",
        "Work that never starts, starts twice, runs in the wrong place, or fails where nobody looks.",
    ),
    (r"PIT4\d\d", "pandas", "`concat` with parts that are empty or hold nothing but NA."),
    (r"PIT5\d\d", "Timing and small things", "Durations, units, roots and texts that are not what they are called."),
    (r"PIT0\d\d", "The linter itself", "What it says of its own comments and of its own failures."),
)


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
        fix = "–" if rule.fixes is None else rule.fixes.name.lower()
        link = f"[{rule.code}](docs/rules/{rule.code}.md)"
        rows.append(f"| {link} | {rule.name} | {sentence(rule)} | {rule.level.value} | {'yes' if rule.default else 'no'} | {fix} |")
    return "\n".join(rows)


def themes(every: dict[str, Rule]) -> Iterator[tuple[str, str, list[Rule]]]:
    """The rules by what they are about: a title, a sentence, and the rules."""
    for pattern, title, about in THEMES:
        yield title, about, [rule for code, rule in every.items() if re.fullmatch(pattern, code)]


def overview(every: dict[str, Rule]) -> str:
    """The page of all rules by theme, as Markdown."""
    parts = ["# The rules", OVERVIEW]
    for title, about, under in themes(every):
        rows = [f"| [{rule.code}]({rule.code}.md) | {rule.name} | {sentence(rule)} | {traits(rule)} |" for rule in under]
        head = [f"## {title}", "", about, "", "| code | name | pitfall | level, default, fix |", "|---|---|---|---|"]
        parts.append("\n".join([*head, *rows]))
    return "\n\n".join(parts) + "\n"


def sentence(rule: Rule) -> str:
    """The first sentence of a rule's page, as a cell of a table."""
    return docstring(rule).split("\n\n")[0].replace("\n", " ").replace("|", "\\|")


def pages(root: Path) -> Iterator[tuple[Path, str]]:
    """The files that are made, with what they are to hold."""
    every = list(rules.load().values())
    for rule in every:
        yield root / "docs" / "rules" / f"{rule.code}.md", page(rule)
    yield root / "docs" / "rules" / "index.md", overview(rules.load())
    readme = root / "README.md"
    text = readme.read_text(encoding="utf-8")
    if START in text and END in text:
        before, _, rest = text.partition(START)
        yield readme, f"{before}{START}\n{table(every)}\n{END}{rest.partition(END)[2]}"


def show(options: argparse.Namespace) -> int:
    """What `--explain`, `--list-rules` and `--version` print."""
    every = rules.load()
    if options.version:
        from flake8_pitfalls.doors.versions import versions

        print(versions())
    elif options.list_rules:
        for rule in every.values():
            print(f"{rule.code}  {rule.name:34} {traits(rule)}")
    else:
        asked = options.explain.upper(), options.explain.lower()
        found = [rule for rule in every.values() if rule.code == asked[0] or rule.name == asked[1]]
        if not found:
            from flake8_pitfalls.running.pyproject import near

            said = near(asked[1], [rule.name for rule in every.values()]) or near(f"PIT{asked[0].removeprefix('PIT')}", every)
            raise ConfigError(f"there is no code {options.explain!r}{said or '; `pitfalls-fix --list-rules` prints all codes'}")
        print(page(found[0]), end="")
    return 0


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
