"""Random programs are run, and every binding that a name really had where it was read must be among those foretold."""

from __future__ import annotations

import ast
import contextlib
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flake8_pitfalls.facts import Module
from flake8_pitfalls.text.source import Source

NAMES = ("x", "y")


class Writer:
    """Writes a function of random branches, loops, jumps and exceptions, in which each assignment gives another number."""

    def __init__(self, random_: random.Random) -> None:
        self.random = random_
        self.count = 0
        self.lines: list[str] = []

    def program(self) -> str:
        self.lines = ["def run(use, flip, Oops):", "    x = y = 0"]
        self.block(1, 0, False)
        self.lines.append("    use('end', x), use('end', y)")
        return "\n".join(self.lines) + "\n"

    def add(self, depth: int, text: str) -> None:
        self.lines.append("    " * depth + text)

    def block(self, depth: int, level: int, in_loop: bool) -> None:
        for _ in range(self.random.randint(1, 4)):
            self.statement(depth, level, in_loop)

    def statement(self, depth: int, level: int, in_loop: bool) -> None:
        self.count += 1
        name, number = self.random.choice(NAMES), self.count
        simple = [f"{name} = {number}", f"use({number}, {name})", f"flip() and ({name} := {number})", f"[{name} for {name} in (1,)]"]
        simple += ["if flip(): raise Oops", f"del {name}; {name} = {number}", f"{name} = {number} if flip() else {name}"]
        simple += ["if flip(): break", "if flip(): continue"] if in_loop else ["if flip(): return"]
        choices = [*simple * 2, "if", "while", "for", "try", "finally", "with", "match"] if level < 3 else simple
        what = self.random.choice(choices)
        writer = getattr(self, f"write_{what}", None)
        if writer is None:
            self.add(depth, what)
        else:
            writer(depth, level, in_loop, name, number)

    def write_if(self, depth: int, level: int, in_loop: bool, name: str, number: int) -> None:
        self.add(depth, "if flip():")
        self.block(depth + 1, level + 1, in_loop)
        self.add(depth, f"elif flip({name}):")
        self.block(depth + 1, level + 1, in_loop)
        self.add(depth, "else:")
        self.block(depth + 1, level + 1, in_loop)

    def write_while(self, depth: int, level: int, in_loop: bool, name: str, number: int) -> None:
        self.add(depth, f"while flip({name}):")
        self.block(depth + 1, level + 1, True)
        self.add(depth, "else:")
        self.block(depth + 1, level + 1, in_loop)

    def write_for(self, depth: int, level: int, in_loop: bool, name: str, number: int) -> None:
        self.add(depth, f"for {name} in ({number}, {number}):")
        self.block(depth + 1, level + 1, True)

    def write_try(self, depth: int, level: int, in_loop: bool, name: str, number: int) -> None:
        self.add(depth, "try:")
        self.block(depth + 1, level + 1, in_loop)
        self.add(depth, "except Oops:")
        self.block(depth + 1, level + 1, in_loop)
        self.add(depth, "else:")
        self.block(depth + 1, level + 1, in_loop)

    def write_finally(self, depth: int, level: int, in_loop: bool, name: str, number: int) -> None:
        self.add(depth, "try:")
        self.block(depth + 1, level + 1, in_loop)
        self.add(depth, "finally:")
        self.add(depth + 1, f"use({number}, {name})")
        self.add(depth + 1, f"{name} = {number}")

    def write_with(self, depth: int, level: int, in_loop: bool, name: str, number: int) -> None:
        self.add(depth, f"with use.manager({number}) as {name}:")
        self.block(depth + 1, level + 1, in_loop)

    def write_match(self, depth: int, level: int, in_loop: bool, name: str, number: int) -> None:
        self.add(depth, f"match flip() and {number}:")
        self.add(depth + 1, f"case int({name}) if flip():")
        self.block(depth + 2, level + 1, in_loop)
        self.add(depth + 1, "case _:")
        self.block(depth + 2, level + 1, in_loop)


class Oops(Exception):
    pass


class Manager:
    def __init__(self, number: int) -> None:
        self.number = number

    def __enter__(self) -> int:
        return self.number

    def __exit__(self, *problem: object) -> None:
        return None


def observed(text: str, tree: ast.Module, seed: int) -> set[tuple[int, int, int]]:
    """(line, column of the read, the number that the name held), seen in one run of the program."""
    chance = random.Random(seed)
    seen: set[tuple[int, int, int]] = set()
    budget = [300]

    def flip(*values: Any) -> bool:
        budget[0] -= 1
        return budget[0] > 0 and chance.random() < 0.5

    class Reads(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.AST:
            if node.id in NAMES and isinstance(node.ctx, ast.Load):
                place = ast.Tuple([ast.Constant(node.lineno), ast.Constant(node.col_offset)], ast.Load())
                return ast.copy_location(ast.Call(ast.Name("_seen", ast.Load()), [place, node], []), node)
            return node

    def look(place: tuple[int, int], value: int) -> int:
        if not isinstance(value, bool):
            seen.add((*place, value))
        return value

    def use(key: object, value: object) -> None:
        return None

    use.manager = Manager  # type: ignore[attr-defined]
    changed = ast.fix_missing_locations(Reads().visit(ast.parse(text)))
    space: dict[str, Any] = {"_seen": look}
    exec(compile(changed, "<program>", "exec"), space)
    with contextlib.suppress(Oops):
        space["run"](use, flip, Oops)
    return seen


def foretold(module: Module) -> dict[tuple[int, int], set[int]]:
    """The numbers that each read can see, by what the bindings say."""
    found: dict[tuple[int, int], set[int]] = {}
    for node in module.index.of(ast.Name):
        assert isinstance(node, ast.Name)
        if node.id in NAMES and isinstance(node.ctx, ast.Load):
            numbers = found.setdefault((node.lineno, node.col_offset), set())
            for binding in module.names.bindings(node):
                value: ast.AST | None = binding.value
                if binding.kind == "comprehension" or (binding.kind == "match"):
                    numbers.add(-1)
                elif value is not None:
                    numbers.update(part.value for part in ast.walk(value) if isinstance(part, ast.Constant))
                    if isinstance(value, ast.IfExp):
                        numbers.add(-1)
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_every_binding_that_is_seen_was_foretold(seed: int) -> None:
    text = Writer(random.Random(seed)).program()
    tree = ast.parse(text)
    told = foretold(Module(Source(text), tree))
    for turn in range(12):
        for line, column, number in observed(text, tree, seed + turn):
            numbers = told[(line, column)]
            assert number in numbers or -1 in numbers, f"line {line}: {number} was seen, {numbers} foretold in\n{text}"


@pytest.mark.parametrize(
    "text, numbers",
    [
        ("x = 1\nx = 2\nprint(x)", {2}),
        ("x = 1\nif a:\n    x = 2\nprint(x)", {1, 2}),
        ("x = 1\nif a:\n    x = 2\nelse:\n    x = 3\nprint(x)", {2, 3}),
        ("x = 1\nwhile a:\n    x = 2\nprint(x)", {1, 2}),
        ("x = 1\nwhile True:\n    x = 2\n    break\nprint(x)", {2}),
        ("x = 1\ntry:\n    x = 2\nexcept E:\n    x = 3\nprint(x)", {2, 3}),
        ("x = 1\ndef f():\n    print(x)\nx = 2", {2}),
        ("x = 1\ndef f():\n    global x\n    x = 3\nx = 2\nprint(x)", {2, 3}),
        ("x = 1\ndef f():\n    x = 2\n    def g():\n        nonlocal x\n        x = 4\n    print(x)", {2, 4}),
        ("x = 1\nclass A:\n    x = 2\n    y = print(x)", {2}),
        ("x = 1\nclass A:\n    x = 2\n    def f(self):\n        print(x)", {1}),
        ("x = 1\nif a:\n    raise E\n    x = 2\nprint(x)", {1}),
        ("def f(x=1):\n    x = 2\n    print(x)", {2}),
    ],
)
def test_bindings_are_exact(text: str, numbers: set[int]) -> None:
    module = Module(Source(text + "\n"))
    read = next(node for node in module.index.of(ast.Name) if node.id == "x" and isinstance(node.ctx, ast.Load))  # type: ignore[attr-defined]
    assert {binding.value.value for binding in module.names.bindings(read)} == numbers  # type: ignore[arg-type,attr-defined,union-attr]
