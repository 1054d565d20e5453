"""Random programs are run, and what each name really held must be among the values foretold; and the forms one by one."""

from __future__ import annotations

import ast
import builtins
import contextlib
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
    with contextlib.suppress(TypeError, OverflowError, MemoryError):
        space["main"]()
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


def values_at_end(text: str, path: str = "", name: str = "x", **options: Any) -> frozenset[Any]:
    """What the last read of a name can be: the text ends with that name on a line of its own."""
    module = Module(Source(f"{text}\n{name}\n"), path=path, settings=Settings(**options))
    return module.values.of([node for node in module.index.of(ast.Name) if node.id == name][-1])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("x = 2 ** 10", Const(1024, "int")),
        ("from math import pi as x", Thing("math.pi")),
        ("import concurrent.futures\nx = concurrent.futures.wait", Thing("concurrent.futures.wait")),
        ("from threading import *\nx = Event", Thing("threading.Event")),
        ("def f(n: 'int | None'): pass\nx = 'a' 'b'", Const("ab", "str")),
        ("class A:\n    k = 4\nclass B(A): pass\nx = B().k", Const(4, "int")),
        ("class A:\n    def __init__(self): self.k = 4\nx = A().k", Const(4, "int")),
        ("class A:\n    def __enter__(self): return 7\n    def __exit__(self, *a): pass\nwith A() as x: pass", Const(7, "int")),
        ("from contextlib import contextmanager\n@contextmanager\ndef f():\n    yield 3\nwith f() as x: pass", Const(3, "int")),
        ("from functools import partial\ndef f(a, b): return b\nx = partial(f, 1)(2)", UNKNOWN),
        ("def f():\n    return g()\ndef g():\n    return 5\nx = f()", Const(5, "int")),
        ("try:\n    import json as x\nexcept ImportError:\n    raise", Thing("json")),
        ("x = unknown", UNKNOWN),
    ],
)
def test_one_value(text: str, expected: Any) -> None:
    assert values_at_end(text) == {expected}


def test_a_star_import_of_an_unknown_module_hides_everything() -> None:
    assert values_at_end("from time import sleep as x\nfrom nowhere import *") == {UNKNOWN}


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / f"{name.replace('__in__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_script_sees_the_modules_beside_it(tmp_path: Path) -> None:
    write(tmp_path, settings="LIMIT = 4096\n", time="def sleep(n): return n\n")
    main = str(tmp_path / "main.py")
    assert values_at_end("from settings import LIMIT as x", main) == {Const(4096, "int")}
    assert values_at_end("import time\nx = time.sleep", main) == {Func("time", "sleep")}  # as Python would find it


def test_packages_relative_imports_and_re_exports(tmp_path: Path) -> None:
    write(
        tmp_path,
        app__in____init__="from .util import LIMIT\nfrom . import deep\n",
        app__in__util="LIMIT = 7\nfrom .deep.more import *\n",
        app__in__deep__in____init__="",
        app__in__deep__in__more="from ..util import LIMIT as BACK\nMORE = 8\n_HIDDEN = 9\n",
        app__in__time="def sleep(n): return n\n",
    )
    main, inside = str(tmp_path / "main.py"), str(tmp_path / "app" / "jobs.py")
    assert values_at_end("from app import LIMIT as x", main) == {Const(7, "int")}
    assert values_at_end("import app\nx = app.util.MORE", main) == {Const(8, "int")}
    assert values_at_end("import app.deep.more as m\nx = m.BACK", main) == {Const(7, "int")}
    assert values_at_end("from app.util import *\nx = MORE", main) == {Const(8, "int")}
    assert values_at_end("from app.deep.more import *\nx = _HIDDEN", main) == {UNKNOWN}
    assert values_at_end("from .util import LIMIT as x", inside) == {Const(7, "int")}
    assert values_at_end("from . import util\nx = util.MORE", inside) == {Const(8, "int")}
    assert values_at_end("import time\nx = time.sleep", inside) == {Thing("time.sleep")}  # a package's folder is not on the path
    assert values_at_end("from app.none import x", main) == {UNKNOWN}


def test_namespaces_src_and_the_limit(tmp_path: Path) -> None:
    write(tmp_path, code__in__space__in__one="A = 1\n", code__in__space__in__two="from space.one import A\n")
    main = str(tmp_path / "tests" / "main.py")
    source = str(tmp_path / "code")
    assert values_at_end("from space.two import A as x", main, src=(source,)) == {Const(1, "int")}
    assert values_at_end("from space.two import A as x", main, src=(source,), module_limit=1) == {UNKNOWN}


def test_modules_that_cannot_be_read_are_unknown(tmp_path: Path) -> None:
    write(tmp_path, broken="def (\n", one="from two import A\nB = 1\n", two="from one import B\nA = B\n")
    (tmp_path / "korean.py").write_bytes("A = '한글'\n".encode("cp949"))
    main = str(tmp_path / "main.py")
    assert values_at_end("from broken import x", main) == {UNKNOWN}
    assert values_at_end("from korean import A as x", main) == {UNKNOWN}
    assert values_at_end("from one import A as x", main) == {Const(1, "int")}  # a cycle


def test_installed_modules_are_not_read(tmp_path: Path) -> None:
    write(tmp_path, **{"site-packages__in__lib": "A = 1\n", "site-packages__in__other": ""})
    assert values_at_end("from lib import A as x", str(tmp_path / "site-packages" / "other.py")) == {Thing("lib.A")}


def test_a_summary_is_plain_data_and_says_the_same(tmp_path: Path) -> None:
    write(tmp_path, lib=Writer(random.Random(5)).program() + "BOX = Big()\nA = BOX.put(3)\nB = pick(1)\n")
    main = str(tmp_path / "main.py")
    text = (tmp_path / "lib.py").read_text()
    summary = build(Module(Source(text), path=str(tmp_path / "lib.py"), dotted="lib"))
    assert json.loads(json.dumps(summary))["exports"] == summary["exports"]
    here = Module(Source(text + "A\n"), path=str(tmp_path / "lib.py"))
    read = [node for node in here.index.of(ast.Name) if node.id == "A"][-1]  # type: ignore[attr-defined]
    assert values_at_end("from lib import A as x", main) == here.values.of(read)


class Store(dict[str, Any]):
    """Summaries as text, as a disk or another machine would hold them."""

    def put(self, key: str, summary: dict[str, Any]) -> None:
        self[key] = json.dumps(summary)

    def get(self, key: str, default: Any = None) -> Any:
        return json.loads(self[key]) if key in self else default


def test_summaries_from_a_store_say_the_same_as_trees(tmp_path: Path) -> None:
    text = Writer(random.Random(5)).program() + "BOX = Big()\nA = BOX.put(3)\nB = pick(1)\nimport time\ndef slow():\n    time.sleep(1)\n"
    write(tmp_path, lib=text)
    main, store = str(tmp_path / "main.py"), Store()
    source = "from lib import A, B, BOX, pick, twice, slow\nasync def work():\n    slow()\n"
    told, reached = [], []
    for kept in (None, store, store):
        module = Module(Source(source), path=main, store=kept)
        told.append([type_name(value) or value[:1] for name in ("A", "B", "BOX") for value in module.project.exported("lib", name)])
        block = module.index.of(ast.AsyncFunctionDef)[0]
        reached.append([[step.label for step in found.path] for found in module.calls.blocks(block)])
    assert len(store) == 1
    assert told[0] == told[1] == told[2]
    assert reached[0] == reached[1] == reached[2] != []
