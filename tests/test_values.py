"""Random programs are run, and what each name really held must be among the values foretold; and the forms one by one."""

from __future__ import annotations

import ast
import builtins
import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.summary import build
from flake8_pitfalls.facts.values import UNKNOWN, Cls, Const, Func, Inst, Many, Mapping, Param, Seq, Thing, type_name
from flake8_pitfalls.model import Settings
from flake8_pitfalls.text.source import Source

HEAD = """
class Box:
    size = 3
    def __init__(self, n=1):
        self.n = n
        self.items = []
    def put(self, v):
        self.items.append(v)
        self.n = self.n + 1
        return self.n
    @property
    def twice(self):
        return self.n * 2
class Big(Box):
    size = 9
    def put(self, v):
        return super().put(v) + 1
def same(v):
    return v
def pick(a, b=2, *rest, c=5):
    return a if flip() else c
def twice(f):
    def inner(v):
        return f(f(v))
    return inner
def gen(n):
    yield n
    yield n + 1
"""


class Writer:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.lines = HEAD.strip().split("\n")
        self.boxes = ["Box()", "Big(2)"]

    def atom(self) -> str:
        return self.chance.choice(["a", "b", "k", str(self.chance.randint(0, 400)), "True", "'t'", "len('ab')", "int('7')"])

    def expression(self, depth: int = 0) -> str:
        if depth > 2:
            return self.atom()
        one, two = self.expression(depth + 1), self.expression(depth + 1)
        return self.chance.choice(
            [
                one,
                f"({one} if flip() else {two})",
                f"add({one}, {two})",
                f"same({one})",
                f"pick({one}, c={two})",
                f"[{one}, {two}][0]",
                f"({one}, {two})[-1]",
                f"{{'k': {one}}}['k']",
                f"max(len('a'), {self.chance.randint(1, 9)})",
                f"twice(same)({one})",
                f"(lambda v: v)({one})",
                f"sorted([3, 1])[0] + {self.chance.randint(1, 9)}",
                f"next(iter(gen({self.chance.randint(1, 9)})))",
                f"({one} and {two})",
                f"(not {one})",
                f"{self.chance.choice(self.boxes)}.put({one})",
                f"{self.chance.choice(self.boxes)}.twice",
                f"{self.chance.choice(self.boxes)}.size",
            ]
        )

    def statement(self, depth: int) -> None:
        pad = "    " * depth
        name, value = self.chance.choice("ab"), self.expression()
        what = self.chance.randint(0, 9)
        if what < 4 or depth > 2:
            self.lines.append(f"{pad}{name} = {value}")
        elif what == 4:
            self.lines.append(f"{pad}k += {self.chance.randint(1, 3)}")
        elif what == 5:
            self.lines.append(f"{pad}for {name} in {self.chance.choice(['range(3)', f'[{value}, 2]', 'gen(3)', 'many[:]'])}:")
            self.statement(depth + 1)
        elif what == 6:
            self.lines.append(f"{pad}if flip():")
            self.statement(depth + 1)
        elif what == 7:
            self.lines.append(f"{pad}many.append({value})")
        elif what == 8:
            self.lines.append(f"{pad}while flip():")
            self.statement(depth + 1)
        else:
            self.lines.append(f"{pad}{name}, k = {value}, k * 2")

    def program(self) -> str:
        self.lines += ["def main():", "    a, b, k = 1, 2, 3", "    many = []"]
        for _ in range(self.chance.randint(2, 7)):
            self.statement(1)
        self.lines.append("    look(a, b, k, many)")
        return "\n".join(self.lines) + "\n"


def covers(value: Any, actual: Any) -> bool:
    """Whether a foretold value stands for what a name really held."""
    if isinstance(value, (type(UNKNOWN), Param)):
        return True
    if isinstance(value, Const):
        return type(actual).__name__ == value.type and actual == value.value
    if isinstance(value, Seq):
        return type(actual).__name__ == value.kind and len(actual) == len(value.items)
    if isinstance(value, Many):
        return type(actual).__name__ == value.kind and all(any(covers(item, one) for item in value.element) for one in actual)
    if isinstance(value, Mapping):
        return isinstance(actual, dict)
    if isinstance(value, Inst) and isinstance(value.of, Cls):
        return type(actual).__name__ == value.of.qualname
    if isinstance(value, Inst):
        name = type_name(value)
        return f"builtins.{type(actual).__name__}" == name or not isinstance(getattr(builtins, name.rpartition(".")[2], None), type)
    if isinstance(value, Func):
        return callable(actual) and actual.__name__ == value.qualname.rpartition(".")[2]
    return isinstance(value, (Cls, Thing)) and callable(actual)


class Reads(ast.NodeTransformer):
    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id in "abkv" and isinstance(node.ctx, ast.Load):
            place = ast.Tuple([ast.Constant(node.lineno), ast.Constant(node.col_offset)], ast.Load())
            return ast.copy_location(ast.Call(ast.Name("_seen", ast.Load()), [place, node], []), node)
        return node


def observed(text: str, seed: int) -> list[tuple[int, int, Any]]:
    chance = random.Random(seed)
    seen: list[tuple[int, int, Any]] = []
    budget = [200]

    def flip() -> bool:
        budget[0] -= 1
        return budget[0] > 0 and chance.random() < 0.5

    def look(place: tuple[int, int], value: Any) -> Any:
        seen.append((*place, list(value) if isinstance(value, list) else value))
        return value

    def add(one: Any, two: Any) -> Any:
        return one

    space: dict[str, Any] = {"_seen": look, "flip": flip, "add": add, "look": lambda *values: None, "__name__": "m"}
    exec(compile(ast.fix_missing_locations(Reads().visit(ast.parse(text))), "<program>", "exec"), space)
    try:
        space["main"]()
    except (TypeError, OverflowError, MemoryError):
        pass
    return seen


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_every_value_that_is_seen_was_foretold(seed: int) -> None:
    text = Writer(random.Random(seed)).program()
    module = Module(Source(text))
    told = {(node.lineno, node.col_offset): node for node in module.index.of(ast.Name)}  # type: ignore[attr-defined]
    for turn in range(6):
        for line, column, actual in observed(text, seed + turn):
            values = module.values.of(told[(line, column)])
            assert any(covers(value, actual) for value in values), f"line {line}: {actual!r} was seen, {values} foretold in\n{text}"
