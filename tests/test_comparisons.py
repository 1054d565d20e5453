"""Random comparisons: what a fix claims to keep it keeps, what it writes parses, and no gate loses a finding."""

from __future__ import annotations

import ast
import random
from typing import Any

import pytest

from flake8_pitfalls import engine, fixer, rules
from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.chains import chain
from flake8_pitfalls.fixer import Policy
from flake8_pitfalls.fixing.apply import apply
from flake8_pitfalls.fixing.chains import written_out
from flake8_pitfalls.model import Settings
from flake8_pitfalls.text.source import Source

RULES = rules.load()
OPERATORS = ("==", "!=", "<", "<=", ">", ">=", "is", "is not", "in", "not in")


def found(text: str, code: str, *, gated: bool = True) -> list[tuple[int, int]]:
    rule = RULES[code] if gated else RULES[code]._replace(text=None, words=())
    findings = engine.run(Module(Source(text)), [rule])
    assert not [one for one in findings if one.code == engine.DEFECT], text
    return [(one.line, one.column) for one in findings]


# A chain and the same with its `and` written out give the same value, and evaluate the same operands, each as often.


class Thing:
    """An operand that says what was asked of it, and answers as it was told."""

    def __init__(self, name: str, log: list[str], answers: random.Random) -> None:
        self.name, self.log, self.answers = name, log, answers

    def answer(self, what: str, other: object) -> bool:
        self.log.append(f"{self.name} {what} {getattr(other, 'name', other)}")
        return self.answers.random() < 0.6

    def __eq__(self, other: object) -> bool:
        return self.answer("==", other)

    def __ne__(self, other: object) -> bool:
        return self.answer("!=", other)

    def __lt__(self, other: object) -> bool:
        return self.answer("<", other)

    def __le__(self, other: object) -> bool:
        return self.answer("<=", other)

    def __gt__(self, other: object) -> bool:
        return self.answer(">", other)

    def __ge__(self, other: object) -> bool:
        return self.answer(">=", other)

    def __contains__(self, other: object) -> bool:
        return self.answer("holds", other)

    __hash__ = None  # type: ignore[assignment]


def operand(chance: random.Random, name: str) -> str:
    return chance.choice(
        [
            name,
            f"({name})",
            f"get('{name}')",
            f"box['{name}']",
            f"holder.{name}",
            f"(w{name} := get('{name}'))",
            f"( # {name}\n get('{name}') )",
        ]
    )


def evaluated(text: str, seed: int) -> tuple[Any, list[str]]:
    log: list[str] = []
    answers = random.Random(seed)
    things = {name: Thing(name, log, answers) for name in "abcd"}

    def get(name: str) -> Thing:
        log.append(f"get {name}")
        return things[name]

    class Box:
        def __getitem__(self, name: str) -> Thing:
            log.append(f"item {name}")
            return things[name]

        def __getattr__(self, name: str) -> Thing:
            log.append(f"attribute {name}")
            return things[name]

    return eval(text, {**things, "get": get, "box": Box(), "holder": Box()}), log


@pytest.mark.parametrize("seed", range(6))
def test_and_written_out_is_the_same(seed: int) -> None:
    chance = random.Random(seed)
    seen = 0
    for _ in range(250):
        names = "abcd"[: chance.choice([3, 3, 4])]
        text = operand(chance, names[0])
        for name in names[1:]:
            text += f" {chance.choice(OPERATORS)} {operand(chance, name)}"
        text = chance.choice(["({})", "not {}", "[1 if {} else 2]", "(0 or {})", "f'''{{{}}}'''", "(lambda: {})()"]).format(text)
        if text.startswith("f") and "#" in text:
            continue
        if text.startswith(("not", "[", "(l")):
            text = f"({text})"
        module = Module(Source(text))
        for node in module.index.of(ast.Compare):
            assert isinstance(node, ast.Compare)
            wrong = chain(node, module)
            if wrong is None or wrong.kind != "mixed":
                continue
            edits = written_out(module, node, wrong)
            assert edits is not None, text
            after = apply(text, edits)
            assert not found(after, "PIT203"), after
            for turn in range(4):
                assert evaluated(text, turn) == evaluated(after, turn), f"{text}\n{after}"
            seen += 1
    assert seen > 50


# Fixes of random comparisons: they parse, stay fixed, and take nothing along.

WORDS = (
    "a",
    "(b)",
    "f(c)",
    "d[0]",
    "1",
    "-300",
    "None",
    "True",
    "False",
    "'x'",
    "[1, 2]",
    "(1, 2)",
    "x.y",
    "LIMIT",
    "(yield)",
    "(z := g())",
    "1 + n",
    "2 ** 10",
    "len(q)",
)
CONTEXTS = (
    "def f(a, b, c):\n    return {}\n",
    "def f(a, b, c):\n    if not {}: pass\n",
    "def f(a, b, c):\n    return [({}), 1]  # why\n",
    "def f(a, b, c):\n    return ({}\n        )\n",
    "def f(a, b, c):\n    x = yield ({})\n",
    "def f(a, b, c):\n    assert {}, 'm'\n",
    "def f(a, b, c):\n    return '한글', ({})\n",
)


def comparison(chance: random.Random) -> str:
    pieces = [chance.choice(WORDS)]
    for _ in range(chance.choice([1, 2, 2, 3])):
        operator = chance.choice([*OPERATORS, "is", "is not", "in", "!="])
        pieces += [operator.replace(" ", chance.choice([" ", "  ", " \\\n "])), chance.choice(WORDS)]
    return chance.choice([" ", "  ", " \\\n   "]).join(pieces)


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize("seed", range(4))
def test_fixes_hold(seed: int) -> None:
    chance = random.Random(seed)
    chosen = [RULES[code] for code in ("PIT201", "PIT202", "PIT203", "PIT204", "PIT205")]
    fixed = 0
    for _ in range(120):
        text = chance.choice(CONTEXTS).format(comparison(chance))
        outcome = fixer.repair(text, "page.py", chosen, Settings(), Policy(unsafe=True))
        assert not outcome.defects
        assert not outcome.errors, (text, outcome.errors)
        compile(outcome.after, "page.py", "exec")
        again = fixer.repair(outcome.after, "page.py", chosen, Settings(), Policy(unsafe=True))
        assert again.after == outcome.after
        fixed += outcome.after != text
    assert fixed > 30


# Gates against their rules, over comparisons in all sorts of layout.

PIECES = [
    "1",
    "-1",
    "+1",
    "~0",
    "257",
    "0xFF",
    "0xab",
    "1_000",
    "2**10",
    "1<<10",
    "(1)",
    "((2))",
    "-(1)",
    "b'a'[0]",
    'b"is"[1]',
    "(1,2)[0]",
    "(None,1)[1]",
    "('a_b',1)[1]",
    "(...,1)[1]",
    "(True,3)[1]",
    "-True",
    "True+True",
    "True<<3",
    "(True+1)",
    "-__debug__",
    "rb'q'[0]",
    "9//2",
    "b'ab'[True]",
    "(1,(2,3))[1][0]",
    "True",
    "1.5",
    "'a'",
    "None",
    "x",
    "f(1)",
    "x[0]",
    "d['k']",
    "x1",
    "a.b1",
    "(x)",
    "f(x)(0)",
    "[1][0]",
    "f(1,(2))",
    "x[(0)]",
    "f()",
    "()",
]
# For the codes that ask for values, more that have one.
KNOWN = [
    "len(x)",
    "id(y)",
    "hash(z)",
    "n",
    "m",
    "n+m",
    "[1,2]",
    "(0,1)",
    "{1}",
    "range(3)",
    "CODES",
    "(x==y)",
    "(x<y)",
    "(not",
    "x)",
    "isinstance(x,y)",
    "flag",
]
LAYOUTS = (
    "x = ({})\n",
    "f(a, {})\n",
    "if ({}): pass\n",
    "[{} for a in b]\n",
    "# is 1\ny = '''is 1''' ; z = ({})\n",
    "s='is'; CODES = (1, 2)\ndef f(n: int, m: int, flag: bool): return ({})\n",
    "w=f'''{{({})}}'''\n",
    "t = rb'\\'' ; z = [{}]\n",
    "q = '한글' and ({})\n",
    "n = len(q); CODES = (1, 2)\nnot ({})\n",
)


def blank(chance: random.Random) -> str:
    choices = [" ", " ", " ", "", "  \t", " \\\n ", " \\\r\n", "\n", " # is it 'x\n", "\r", "\r\n  # none\r\n", "# 1\r", "\f"]
    return chance.choice(choices)


def layout(chance: random.Random, pieces: list[str]) -> str:
    text = chance.choice(pieces)
    for _ in range(chance.choice([1, 1, 1, 2])):
        operator = (blank(chance) or " ").join(chance.choice([*OPERATORS, "is", "is not", "in"]).split())
        text += blank(chance) + operator + blank(chance) + chance.choice(pieces)
    before = "".join(chance.choice(["", "# it's\n", '"""doc \'it\' is 1 """\n', 'v = """\nis 1\n"""\n', "u=f'{x}'\n"]) for _ in range(2))
    return before + chance.choice(LAYOUTS).format(text)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("code", ["PIT201", "PIT202", "PIT203", "PIT204", "PIT205"])
def test_gates_lose_nothing(code: str) -> None:
    chance = random.Random(code)
    seen = 0
    for _ in range(3000):
        text = layout(chance, PIECES + KNOWN if code in ("PIT201", "PIT203", "PIT205") else KNOWN)
        try:
            ungated = found(text, code, gated=False)
        except SyntaxError:
            continue
        seen += bool(ungated)
        gate = RULES[code].text
        assert not ungated or gate is None or gate.search(text) is not None, text
    assert seen > 5


UNITS = (
    *("\n", " ", "1", "is ", "is\n", "a is b ", "x is (", "x[0] is None\n", "'", '"', "#", "# is 1\n", "# == [\n", "(", ")", "-", "is -"),
    *("is not ", "\\\n", "'''", "f'{", "[0] is ", "is (((", "a < b ", "a in b ", "not in ", "a < (", "x.y", "'a' 'b' ", "in [", "a<b>"),
    *("a == \\\n", 'f"{a<', "for a, ", "a+b*", "a == (b, # is x\n"),
)


@pytest.mark.parametrize("code", ["PIT201", "PIT202", "PIT203", "PIT204"])
def test_gates_are_linear(code: str) -> None:
    """Twenty times the text may not take four hundred times as long."""
    import time

    gate = RULES[code].text
    if gate is None:
        return
    for unit in UNITS:
        took = []
        for length in (4_000, 80_000):
            start = time.process_time()
            gate.search("x = " + unit * (length // len(unit)))
            took.append(time.process_time() - start)
        assert took[1] < 0.2 or took[1] < 80 * took[0], (code, unit, took)
