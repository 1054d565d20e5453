"""Folding against its yardstick: the compiler, which warns of `is` with a constant."""

from __future__ import annotations

import ast
import random
import warnings

import pytest

from flake8_pitfalls.facts.folding import NOT_CONSTANT, folded, is_folded_int

ATOMS = [
    "0",
    "1",
    "2",
    "-1",
    "3",
    "127",
    "128",
    "64",
    "63",
    "10**20",
    "True",
    "False",
    "None",
    "...",
    "__debug__",
    "1.5",
    "2j",
    "'ab'",
    "b'ab'",
    "''",
    "b''",
    "()",
    "(1,)",
    "(1,2)",
    "(1,(2,3))",
    "x",
    "('ab',1)",
    "16",
    "4095",
    "4097",
    "257",
    "0x7fffffffffffffff",
    "1_000",
    "7",
]
OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "|", "^", "&", "@"]


def expression(random_: random.Random, depth: int) -> str:
    kind = random_.random()
    if depth == 0 or kind < 0.2:
        return random_.choice(ATOMS)
    inner = expression(random_, depth - 1)
    if kind < 0.35:
        return f"{random_.choice(['-', '+', '~', 'not '])}({inner})"
    if kind < 0.75:
        return f"({inner}){random_.choice(OPERATORS)}({expression(random_, depth - 1)})"
    if kind < 0.9:
        return f"({inner})[{random_.choice([expression(random_, depth - 1), '0', '1', '-1', 'True', '0:1'])}]"
    return f"({inner},{expression(random_, depth - 1)})"


def warned(text: str) -> str | None:
    """The compiler's warning of identity with a literal, "" where it gives none, None where it refuses the text."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            compile(text, "text", "eval")
        except (SyntaxError, ValueError, OverflowError, MemoryError):
            return None
    return next((str(one.message) for one in seen if '"is" with' in str(one.message)), "")


@pytest.mark.parametrize("seed", range(8))
def test_as_the_compiler(seed: int) -> None:
    random_ = random.Random(seed)
    for _ in range(1500):
        text = f"y is ({expression(random_, random_.randint(1, 4))})"
        said = warned(text)
        if said is None:
            continue
        tree = ast.parse(text, mode="eval").body
        assert isinstance(tree, ast.Compare)
        value = folded(tree.comparators[0])
        singleton = value is None or value is True or value is False or value is ...
        assert bool(said) == (value is not NOT_CONSTANT and not singleton), text
        if said and "with a literal" not in said:  # from 3.12 on it names the type
            assert f"'{type(value).__name__}' literal" in said, text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1", True),
        ("-1", True),
        ("2 ** 10", True),
        ("b'a'[0]", True),
        ("~True", True),
        ("True", False),
        ("1.0", False),
        ("2 ** 200", False),
        ("x", False),
    ],
)
def test_ints(text: str, wanted: bool) -> None:
    assert is_folded_int(ast.parse(text, mode="eval").body) is wanted


def test_a_long_sum() -> None:
    assert folded(ast.parse("+".join(["1"] * 900), mode="eval").body) == 900
    assert folded(ast.parse("1+(" * 150 + "1" + ")" * 150, mode="eval").body) is NOT_CONSTANT
