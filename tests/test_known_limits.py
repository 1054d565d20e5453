"""Each program of docs/known-limits.md holds a pitfall that we do not find; one that is found must leave the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from flake8_pitfalls import check

PAGE = Path(__file__).parents[1] / "docs" / "known-limits.md"
TEXT = PAGE.read_text(encoding="utf-8")
BESIDE = re.findall(r'^```python title="(\w+\.py)"\n(.*?)^```$', TEXT, re.MULTILINE | re.DOTALL)
PROGRAMS = re.findall(r"^```python\n(# not found: (PIT\d{3})\n.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def test_every_program_of_the_page_says_what_is_not_found() -> None:
    assert len(PROGRAMS) + len(BESIDE) == TEXT.count("```python") > len(BESIDE) > 0


@pytest.mark.parametrize(("program", "code"), PROGRAMS)
def test_it_is_still_not_found(program: str, code: str, tmp_path: Path) -> None:
    for name, text in BESIDE:
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = check(program, path=str(tmp_path / "program.py"), select=["ALL"])
    assert code not in {finding.code for finding in found}, "understood now: take it off the page"
