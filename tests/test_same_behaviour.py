"""Safe fixes that claim to change nothing: programs are run before and after them, with every side effect put down.

The programs are drawn by Hypothesis from parts that are chosen to be awkward. PITFALLS_EXAMPLES=20000 makes it a long run.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import math
import os
import types
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from flake8_pitfalls import fixer, rules
from flake8_pitfalls.fixer import Policy
from flake8_pitfalls.model import Settings

EXAMPLES = int(os.environ.get("PITFALLS_EXAMPLES", "0"))
RULES = rules.load()


def many(count: int) -> Callable[[Any], Any]:
    """How many programs are drawn; always the same ones, unless a long run is asked for."""
    quiet = list(HealthCheck)
    return settings(max_examples=EXAMPLES or count, derandomize=not EXAMPLES, deadline=None, database=None, suppress_health_check=quiet)


def fixed(text: str, *codes: str) -> str:
    """A text after the safe fixes of these codes; none may go wrong."""
    outcome = fixer.repair(text, "page.py", [RULES[code] for code in codes], Settings(), Policy())
    assert not outcome.defects, text
    assert not outcome.errors, (text, outcome.errors)
    return outcome.after


class Failed(Exception):
    """What a traced call raises where it is told to."""


class Trace:
    """The functions that a program may call; each puts down that it was called, and the last one of all fails."""

    def __init__(self, fails_at: int) -> None:
        self.log: list[str] = []
        self.fails_at = fails_at

    def note(self, what: str) -> None:
        self.log.append(what)
        if len(self.log) == self.fails_at:
            raise Failed(what)

    def f(self, *values: Any, **named: Any) -> Any:
        self.note(f"f{plain(values)}{plain(named)}")
        return values[0] if values else 7

    def is_odd(self, value: Any) -> bool:
        self.note(f"is_odd({plain(value)})")
        return isinstance(value, int) and value % 2 == 1

    def rows(self, count: int = 3) -> Iterator[int]:
        for number in range(count):
            self.note(f"next {number}")
            yield number

    def pairs(self, count: int = 3) -> Iterator[tuple[int, int]]:
        for number in range(count):
            self.note(f"pair {number}")
            yield number, number * 10

    async def later(self, count: int = 3) -> Any:
        for number in range(count):
            self.note(f"later {number}")
            yield number

    async def wait(self, value: Any = 1) -> Any:
        self.note(f"wait {plain(value)}")
        return value

    @contextlib.contextmanager
    def opened(self, swallows: bool = False) -> Iterator[int]:
        self.note("open")
        try:
            yield 5
        except Failed:
            self.log.append("failed inside")
            if not swallows:
                raise
        finally:
            self.log.append("close")


def plain(value: Any, depth: int = 0) -> str:
    """A value as text: what functions return in place of their addresses, so that late bound names are seen."""
    if isinstance(value, types.FunctionType) and depth < 3:
        try:
            return f"<{plain(value(), depth + 1)}>"
        except Exception as error:  # of a name that is gone by then
            return f"<{kind_of(error)}>"
    if isinstance(value, (list, tuple, set)):
        parts = [plain(item, depth) for item in value]
        return f"{type(value).__name__}{sorted(parts) if isinstance(value, set) else parts}"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{plain(key, depth)}: {plain(item, depth)}" for key, item in value.items()) + "}"
    if isinstance(value, types.GeneratorType):
        return f"generator{[plain(item, depth) for item in value]}"
    return repr(value) if isinstance(value, (int, float, str, bool, type(None), range)) else type(value).__name__


def kind_of(error: BaseException) -> str:
    """An error's kind; a name that is not there may be a local one in a function and a free one in a comprehension."""
    return "NameError" if isinstance(error, NameError) else type(error).__name__


def outcome_of(text: str, fails_at: int) -> tuple[str, list[str], list[str]]:
    """What a program's `run` gives or raises, what it does on the way, and the names that it leaves in the module."""
    trace = Trace(fails_at)
    names = ("f", "is_odd", "rows", "pairs", "later", "wait", "opened")
    space: dict[str, Any] = {name: getattr(trace, name) for name in names}
    space.update(numbers=[3, 1, 2], table={1: 2, 3: 4}, math=math)
    own = set(space)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(text, "page.py", "exec"), space)
            made = space["run"]()
            said = plain(asyncio.run(made) if asyncio.iscoroutine(made) else made)
    except Exception as error:
        said = f"raises {kind_of(error)}"
    return said, trace.log, sorted(name for name in space if name not in own and not name.startswith("__"))


def same(text: str, *codes: str) -> bool:
    """Checks that the fixed text does what the text does, however early a call in it fails; says whether there was anything to fix."""
    try:
        compile(text, "page.py", "exec")
    except SyntaxError:
        return False
    after = fixed(text, *codes)
    if after == text:
        return False
    for fails_at in (0, 1, 2, 3, 4, 6, 9):
        assert outcome_of(text, fails_at) == outcome_of(after, fails_at), f"\n{text}\nbecame\n{after}\nfails at {fails_at}"
    return True


# Loops that fill a container


def drawing(draw: st.DrawFn, awkward: int) -> Callable[..., str]:
    """How parts are drawn: the first of each kind, but for `awkward` in ten, which may be any: a loop of odd parts only is left alone."""

    def one(choices: tuple[str, ...], plain: int = 4) -> str:
        few = choices if draw(st.integers(0, 9)) < awkward else choices[:plain]
        return draw(st.sampled_from(few))

    return one


EXPRESSIONS = (
    *(
        "f(i)",
        "(f(i), 1)",
        "i if i else f(2)",
        "lambda: i",
        "i",
        "(i, 1)",
        "[i]",
        "f(f(i))",
        "i * 2",
        "f(*[i])",
        "(i)",
        "f'{i}'",
        "len(out)",
        "out",
    ),
    *("[f(j) for j in range(i)]", "{i: f(i)}", "(k := i)", "(yield i)", "await wait(i)", "numbers", "k", "n", "i and f(i)", "not i"),
    *("sum(i for i in [1, 2])", "f(i, key=i)", "i, f(1)", "lambda i=i: i", "locals()", "super", "__class__", "out is None", "x", "f(x)"),
)
ITERABLES = (
    *(
        "rows()",
        "range(3)",
        "numbers",
        "f(numbers)",
        "pairs()",
        "table",
        "table.items()",
        "zip(numbers, rows())",
        "enumerate(numbers)",
        "out",
    ),
    *("[1, 2]", "1, 2", "(i for i in rows())", "numbers if f(1) else ()", "sorted(numbers)", "later()", "lambda: 1", "iter(numbers)", "n"),
    *(
        "(f(k) for k in numbers)",
        "await wait(numbers)",
        "x",
        "[x, x]",
        "{1, 2}",
        "'ab'",
        "reversed(numbers)",
        "map(f, numbers)",
        "*numbers, 4",
    ),
)
TARGETS = ("i", "i", "i", "i", "i, j", "(i, j)", "i, *j", "[i, j]", "box.i", "numbers[0]", "_", "out", "f")
TESTS = ("is_odd(i)", "i", "f(i) if i else 1", "not is_odd(i)", "i in out", "(k := i)", "await wait(i)", "i, 1", "lambda: i", "x")
BEFORE = ("", "", "x = 2", "k = 4", "i = 9", "out = [0]", "x = lambda: out", "n = 3", "global out", "def inner(): return out", "j = [2]")
BETWEEN = ("", "", "# why", "", "f(0)", "pass", "n = 2")
AFTER = (
    *(
        "",
        "",
        "f(9)",
        "x = out",
        "k = i",
        "for i in range(5, 7): pass",
        "i = 8",
        "del i",
        "out.append(3)",
        "inner()",
        "print(j, file=None)",
    ),
    *("n = [g() for g in out if callable(g)]", "out = tuple(out)"),
)
RETURNS = ("out", "tuple(out)", "[g() for g in out if callable(g)]", "f(out)", "out, i", "out, k", "len(out)", "x, out", "locals()")
KINDS = ("[]", "set()", "{}", "list()", "dict()", "[0]", "set([])", "[] or f(1)")
AROUND = ("plain", "loop", "nested", "module", "if", "try", "try else", "with", "class", "async", "generator")


@st.composite
def loops(draw: st.DrawFn) -> str:
    one = drawing(draw, 2)
    kind, value = one(KINDS), one(EXPRESSIONS)
    key = one(("i", "f(i)", "(i, 1)", "1", "j", "k"))
    bare = value.replace("i, f(1)", "(i, f(1))")
    adds = {"[": f"out.append({bare})", "l": f"out.append({bare})", "s": f"out.add({bare})", "{": f"out[{key}] = {value}"}
    add = adds.get(kind[0], f"out[{key}] = {value}")
    if draw(st.integers(0, 9)) == 0:
        add = one(("out += [i]", "out.extend([i])", "out.insert(0, i)", "out.append(i, i)", "out.update({i: i})", "out.append"))
    around = one(AROUND)
    body = [f"    {add}"]
    if draw(st.booleans()):
        body = [f"    if {one(TESTS)}:", f"        {add}", *(["    else:", "        f(3)"] if draw(st.integers(0, 9)) == 0 else [])]
    each = "async for" if around == "async" and draw(st.booleans()) else "for"
    loop = [f"{each} {one(TARGETS)} in {one(ITERABLES)}:", *body, *(["else:", "    f(4)"] if draw(st.integers(0, 14)) == 0 else [])]
    lines = [one(BEFORE), f"out = {kind}{'  # empty' if draw(st.integers(0, 5)) == 0 else ''}", one(BETWEEN), *loop, one(AFTER)]
    return program([line for line in lines if line], around, one(RETURNS))


def program(lines: list[str], around: str, result: str) -> str:
    """The lines in a function `run`, or wherever `around` says."""

    def under(head: str, inner: list[str]) -> list[str]:
        return [head, *(f"    {line}" for line in inner)]

    ends = [f"return {result}"]
    if around == "class":
        return "\n".join(under("def run():", [*under("class Made:", lines), "return plain_class(Made)"])) + PLAIN_CLASS
    if around == "module":
        return "\n".join([*lines, *under("def run():", ends)]) + "\n"
    if around in ("try", "try else"):
        lines = [*under("try:", lines), *under("except Exception:", ["f('caught')", *(["return out"] if around == "try" else ["pass"])])]
    elif around == "with":
        lines = under("with opened(True):", lines)
    elif around == "loop":
        lines = under("for turn in range(2):", lines)
    elif around == "if":
        lines = under("if f(1):", lines)
    elif around == "nested":
        return "\n".join(under("def run():", ["k = 1", *under("def inside():", ["nonlocal k", *lines, *ends]), "return inside()"])) + "\n"
    elif around == "generator":
        ends = [*ends, "yield"]
    head = "async def run():" if around == "async" else "def run():"
    return "\n".join(under(head, [*lines, *ends])) + "\n"


PLAIN_CLASS = """

def plain_class(made):
    return {name: value for name, value in vars(made).items() if not name.startswith("__")}
"""
LOOP_CODES = ("PIT505", "PIT506")


@many(400)
@given(loops())
@example("def run():\n    out = []\n    for i in rows():\n        out.append(lambda: i)\n    for i in range(5, 7): pass\n    return out\n")
@example(program(["k = 4", "out = []", "for i in [1]:", "    out.append(k)"], "class", "out"))
def test_loops_that_become_comprehensions(text: str) -> None:
    same(text, *LOOP_CODES)


# Comprehensions that change nothing


@st.composite
def comprehensions(draw: st.DrawFn) -> str:
    def one(choices: tuple[str, ...]) -> str:
        return draw(st.sampled_from(choices))

    target = one(("i", "i, j", "(i, j)", "[i, j]"))
    item = one((target, target, "i", "(i, j)", "[i, j]", "j"))
    if "," in item and item[0] not in "([":
        item = f"({item})"
    items = one(
        ("rows()", "numbers", "table", "table.items()", "pairs()", "zip(numbers, rows())", "enumerate(rows())", "range(3)", "f(numbers)")
    )
    inner = f"{item} for {target} in {items}"
    both = f"i: j for i, j in {items}"
    whole = one((f"[{inner}]", f"{{{inner}}}", f"{{{both}}}", f"list({inner})", f"sum({inner})", f"sorted({inner})", f"'-'.join({inner})"))
    whole = one(
        (whole, whole, f"tuple({whole})", f"[{whole}, f(2)]", f"f({whole})", f"len({whole}) if f(1) else 0", f"(lambda: {whole})()")
    )
    before = one(("pass", "pass", "list = tuple", "i = 3", "j = f(2)"))
    return program(
        [before, f"out = {whole}"], one(("plain", "class", "module", "async", "try")), one(("out", "out", "type(out), out", "out, i"))
    )


@many(300)
@given(comprehensions())
def test_comprehensions_that_become_constructors(text: str) -> None:
    same(text, "PIT506")


# Roots


@st.composite
def roots(draw: st.DrawFn) -> str:
    number = draw(
        st.sampled_from(("n", "n * n", "len(numbers) + n", "f(n)", "int(n)", "n + 1", "abs(n)", "(f(n) + 1)", "-n", "n // 2", "2 ** n"))
    )
    root = draw(
        st.sampled_from(("math.sqrt({})", "({}) ** 0.5", "({}) ** (1 / 2)", "pow({}, 0.5)", "math.pow({}, 0.5)", "({}) ** .5"))
    ).format(number)
    cut = draw(
        st.sampled_from(("int({})", "math.floor({})", "int(math.floor({}))", "math.trunc({})", "int({}) + 1", "range(2, int({}) + 1)"))
    )
    hint = draw(st.sampled_from(("n: int", "n: int", "n")))
    return f"import math\n\n\ndef root({hint}):\n    return {cut.format(root)}\n"


@many(150)
@given(roots(), st.lists(st.integers(0, 2**26), min_size=4, max_size=8), st.integers(0, 2**200))
def test_roots(text: str, small: list[int], large: int) -> None:
    """The same below 2**52, where a float holds every int; and above it what is asked for, the floor of the root."""
    after = fixed(text, "PIT507")
    if after == text:
        return
    spaces: list[dict[str, Any]] = []
    for one in (text, after):
        trace = Trace(0)
        spaces.append({"f": trace.f, "numbers": [1, 2, 3], "trace": trace})
        exec(one, spaces[-1])
    for number in [0, 1, 2, 3, 4, *small]:
        if "2 ** n" in text and number > 50:
            continue
        assert result(spaces[0], number) == result(spaces[1], number), (text, after, number)
        assert spaces[0]["trace"].log == spaces[1]["trace"].log
    if "isqrt(n)" in after and "+ 1" not in after:
        assert result(spaces[1], large) == repr(math.isqrt(large))


def result(space: dict[str, Any], number: int) -> str:
    try:
        return repr(space["root"](number))
    except (ValueError, TypeError, OverflowError):
        return "raises"


# Names that are bound to be returned


@st.composite
def returns(draw: st.DrawFn) -> str:
    def one(choices: tuple[str, ...]) -> str:
        return draw(st.sampled_from(choices))

    def pair(name: str) -> list[str]:
        joint = one((" = ", "=", " = \\\n        ", " = (  # why\n        "))
        value = one(
            ("f(1)", "f(i)", "f(1), 2", "lambda: out", "(yield 3)", "yield 3", "await wait(2)", "[f(1)]", "x", "f(1) if i else 2", "not i")
        )
        value += "\n    )" if "(" in joint else ""
        between = one(("\n    ", "\n    ", "; ", "  # said\n    ", "\n\n    # why\n    ", "\n    f(0)\n    "))
        return f"{name}{joint}{value}{between}return {one((name, name, name, f'({name})'))}".split("\n")

    name = one(("out", "out", "x", "i"))
    first, second = pair(name), pair(one((name, "y")))
    first = [line[4:] if n and line.startswith("    ") else line for n, line in enumerate(first)]
    second = [line[4:] if n and line.startswith("    ") else line for n, line in enumerate(second)]
    shape = one(("plain", "plain", "if", "try", "finally", "with", "loop", "inner", "global", "match", "except", "default"))
    around = one(("plain", "plain", "async", "generator", "nested"))

    def under(head: str, inner: list[str]) -> list[str]:
        return [head, *(f"    {line}" if line.strip() else line for line in inner)]

    shapes = {
        "plain": first,
        "if": [*under("if f(1):", first), *under("else:", second)],
        "try": [*under("try:", first), *under("except Exception:", second)],
        "finally": [*under("try:", first), *under("finally:", [one(("f(5)", f"f({name})", "pass", f"f('{name}' in dir())"))])],
        "with": under("with opened(True) as i:", first),
        "loop": [*under("for i in rows():", first), *second],
        "inner": [*under("def inner():", [one((f"return {name}", "return 1", f"nonlocal {name}; {name} = 3"))]), *first],
        "global": [f"global {name}", *first],
        "match": [*under("match f(1):", under("case i:", first)), *second],
        "except": [*under("try:", ["f(1)"]), *under(f"except Exception as {name}:", first), *second],
        "default": [f"{name} = 1", *first],
    }
    lines = [one(("pass", "i = 4", "x = f(2)", "i, x = 1, 2")), *shapes[shape]]
    return program(lines, around, one((name, "None")))


@many(300)
@given(returns())
def test_values_that_are_returned_at_once(text: str) -> None:
    same(text, "PIT509")


@pytest.mark.parametrize(("programs", "code"), [(loops(), "PIT505"), (comprehensions(), "PIT506"), (returns(), "PIT509")])
def test_the_programs_hold_what_is_fixed(programs: st.SearchStrategy[str], code: str) -> None:
    """Programs that nothing is done to prove nothing: among those drawn, enough are fixed."""
    seen = Counter[bool]()

    @many(200)
    @given(programs)
    def count(text: str) -> None:
        with contextlib.suppress(SyntaxError):
            ast.parse(text)
            seen[fixed(text, code) != text] += 1

    count()
    assert seen[True] > 15, seen
