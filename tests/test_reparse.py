"""The tree of an edited text is the one that a whole parse gives, or none."""

from __future__ import annotations

import ast
import random
from pathlib import Path

import pytest

from flake8_pitfalls.text.parse import parse
from flake8_pitfalls.text.reparse import reparsed
from flake8_pitfalls.text.source import Source, Span

TEXT = '''"""é."""
import os; import re

@dec(
    1)
def one(a):
    if a is 3:
        return "x"  # one
    return (a,
            2)


class Two:
    x = 1

    def m(self): return self.x is 300
y = [one(1), """
  two lines"""]
z = 1
'''
PIECES = [
    "",
    "(",
    ")",
    "[",
    '"',
    '"""',
    "\\",
    "#",
    "\n",
    "\n\n",
    " ",
    "    ",
    "é",
    "x",
    "is",
    "==",
    "1",
    ";",
    ":",
    "if x:",
    "@d",
    "async ",
    "else:",
    "\r",
    "\t",
]


def tree_of(text: str, start: int, end: int, new: str) -> tuple[ast.Module | None, str]:
    after = text[:start] + new + text[end:]
    return reparsed(parse(text), Source(text), Source(after), [Span(start, end)]), after


@pytest.mark.parametrize(
    ("old", "new", "is_partial"),
    [
        ("a is 3", "a == 3", True),
        ("x is 300", "x == 300", True),
        ("2)", "2, é)", True),
        ("two lines", "2 lines", True),
        ("z = 1", "z = 2", True),
        ("z = 1", "z = '''", False),  # reaches on
        ("import os", "import io", False),  # shares its line
        ("    x = 1", "    x = 1\n    y = 2", False),  # another number of lines
        ('"""é."""', '"""e."""', True),
        ("# one", "# two", True),
    ],
)
def test_one_statement_is_parsed_where_that_is_enough(old: str, new: str, is_partial: bool) -> None:
    start = TEXT.index(old)
    tree, after = tree_of(TEXT, start, start + len(old), new)
    assert (tree is not None) == is_partial
    if tree is not None:
        assert ast.dump(tree, include_attributes=True) == ast.dump(parse(after), include_attributes=True)


def test_what_was_not_edited_is_shared() -> None:
    old, start = parse(TEXT), TEXT.index("a is 3")
    new = reparsed(old, Source(TEXT), Source(TEXT.replace("a is 3", "a == 3")), [Span(start, start + 6)])
    assert new is not None
    assert [one is two for one, two in zip(old.body, new.body, strict=True)].count(False) == 1


def test_whatever_is_edited_the_tree_is_that_of_a_whole_parse() -> None:
    chance, partial = random.Random(3), 0
    texts = [TEXT, TEXT.replace("\n", "\r\n"), Path(ast.__file__).read_text(encoding="utf-8")[:6000].rpartition("\n\n\n")[0]]
    for _ in range(1500):
        text = chance.choice(texts)
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice([0, 0, 1, 2, 5]))
        tree, after = tree_of(text, start, end, chance.choice(PIECES))
        if tree is not None:
            partial += 1
            assert ast.dump(tree, include_attributes=True) == ast.dump(parse(after), include_attributes=True), (start, after)
    assert partial > 100
