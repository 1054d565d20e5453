"""Each program of docs/known-limits.md holds a pitfall that we do not find; one that is found must leave the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from flake8_pitfalls import check

PAGE = Path(__file__).parents[1] / "docs" / "known-limits.md"
PROGRAMS = re.findall(r"^```python\n(# not found: (PIT\d{3})\n.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_every_program_of_the_page_says_what_is_not_found() -> None:
    assert len(PROGRAMS) == PAGE.read_text(encoding="utf-8").count("```python") > 0


@pytest.mark.parametrize(("program", "code"), PROGRAMS)
def test_it_is_still_not_found(program: str, code: str) -> None:
    assert code not in {finding.code for finding in check(program, select=["ALL"])}, "understood now: take it off the page"
