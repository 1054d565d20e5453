"""What makes us fast is counted, not timed: what a file without pitfalls loads, how often a file is read, what hints rule out."""

from __future__ import annotations

import ast
import gc
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from flake8_pitfalls import engine, fixer, rules
from flake8_pitfalls.facts import Module, importing, kept, linked
from flake8_pitfalls.facts.binding import Binder
from flake8_pitfalls.facts.classes import Classes
from flake8_pitfalls.facts.hints import Hints
from flake8_pitfalls.facts.index import Index
from flake8_pitfalls.fixer import Policy
from flake8_pitfalls.model import Settings
from flake8_pitfalls.running import file as one_file
from flake8_pitfalls.running import remembering, resting
from flake8_pitfalls.text.disk import Disk
from flake8_pitfalls.text.source import Source

PLAIN = '''
import os
import sys
from collections import deque
from threading import Lock

NAMES = {"a", "b"}


class Queue:
    """A queue that dispatches."""

    def __init__(self, name, parent=None):
        self.name = name
        self.items = deque()
        self.parent = parent

    def put(self, item):
        if item in self.items or item is self.parent:
            raise ValueError(f"{self.name} has {item}: {len(self.items)}")
        self.items.append(item)

    def get(self, sentinel):
        while self.items:
            item = self.items.popleft()
            if item is not sentinel and item in NAMES:
                yield item

    def map(self, function):
        for key, value in {"a": 1}.items():
            if key not in os.environ:
                print(f"{key!r:>10}", function(value), file=sys.stderr)
        return "{0}, {1}".format(self.name, key)
'''
LOADS = """
import sys
from flake8_pitfalls import engine, rules
from flake8_pitfalls.facts import Module
from flake8_pitfalls.text.source import Source
found = engine.run(Module(Source(sys.stdin.read()), None, "plain.py"), [rule for rule in rules.load().values() if rule.default])
print(found, *sorted(name for name in sys.modules if name.startswith("flake8_pitfalls.facts.")))
"""
HEAVY = ("project", "evaluate", "patches", "quantifiers", "templates", "calls", "starts", "frames", "clocks")


def test_a_file_without_pitfalls_loads_few_facts(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LOADS], input=PLAIN, cwd=tmp_path, capture_output=True, text=True, check=True)
    found, *loaded = done.stdout.split()
    assert found == "[]"
    assert not [name for name in loaded if name.rpartition(".")[2] in HEAVY]


def nodes_left(text: str, path: str) -> tuple[int, int]:
    """How many nodes a check leaves to the garbage collector, and how many the tree has."""
    every = list(rules.load().values())
    gc.collect()
    gc.disable()
    try:
        before = sum(isinstance(one, ast.AST) for one in gc.get_objects())
        assert fixer.check(text, path, every, Settings(), Policy()).verdicts
        return sum(isinstance(one, ast.AST) for one in gc.get_objects()) - before, sum(1 for _ in ast.walk(ast.parse(text)))
    finally:
        gc.enable()


def test_a_tree_is_freed_when_its_file_is_done(tmp_path: Path) -> None:
    """Not when the collector comes by, which goes over each node of it for that."""
    pitfalls = "import threading\nworker = threading.Thread(target=print)\nworker.start\nworker.run()\nprint(len(NAMES) is 3)\n"
    left, nodes = nodes_left(PLAIN + pitfalls, str(tmp_path / "m.py"))
    assert left * 20 < nodes, left


class Counting(Disk):
    """A disk that counts how often each file is read."""

    def __init__(self) -> None:
        super().__init__()
        self.read: Counter[str] = Counter()

    def text(self, path: str) -> str | None:
        self.read[path] += 1
        return super().text(path)


def test_who_imports_a_module_is_read_once_for_all(tmp_path: Path) -> None:
    text = "import m{}\nimport threading\n\nworker = threading.Thread(target=print, name='x')\n"
    for number in range(20):
        (tmp_path / f"m{number}.py").write_text(text.format((number + 1) % 20))
    importing._MENTIONS.clear()
    disk = Counting()
    every = list(rules.load().values())
    for path in sorted(tmp_path.iterdir()):
        engine.run(Module(Source(path.read_text()), None, str(path), files=disk), every)
    assert len(disk.read) == 20
    assert max(disk.read.values()) <= 8  # each by those that import it, none by all others


def test_importers_follow_the_disk(tmp_path: Path) -> None:
    (tmp_path / "here.py").write_text("x = 1\n")
    found = importing.Mentions(Disk(), str(tmp_path), 100)
    assert found.of("here") == []
    (tmp_path / "new.py").write_text("import here\n")
    found.next_look = 0.0
    assert found.of("here") == [str(tmp_path / "new.py")]
    assert found.of("elsewhere") is None
    assert found.holding("here") == [str(tmp_path / "new.py")]


def test_a_module_beyond_those_that_are_read_costs_no_reading(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"m{number}.py").write_text("import m8\n")
    disk = Counting()
    found = importing.Mentions(disk, str(tmp_path), 3)
    assert found.of("m8") == [str(tmp_path / f"m{number}.py") for number in range(3)]
    assert found.of("m7") == []
    assert found.is_cut
    assert sum(disk.read.values()) == 3


RECURSIVE = """
def changed(data, *, kind, inner=None):
    if inner is None:
        inner = kind
    if kind == dict:
        return {key: changed(value, kind=inner) for key, value in data.items()}
    if kind == list:
        return [changed(one, kind=kind, inner=inner) for one in data]
    if kind == tuple:
        return merged(data, kind)
    for one in kind:
        data = changed(data, kind=kind, inner=one)
    return data


def merged(data, kind):
    result = {}
    for key, value in data.items():
        result[key] = changed(value, kind=kind)
    return result


async def started(data):
    return changed(data, kind=dict)
"""


LEVEL = """
class C{0}:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def pick(self, flag):
        return (C{1}(self.a, self.b) if flag else C{1}(self.b, self.a)).pick(flag)
"""
LAST = LEVEL.rpartition("return")[0] + "return self.a\n\n\nasync def main(flag):\n    C0(time.sleep, print).pick(flag)(1)\n"


def test_objects_that_hand_on_what_they_were_given_cost_one_look_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package of agents that make agents took minutes: what each call hands over was asked along every way that leads to it."""

    def looks(levels: int) -> int:
        asked = []
        monkeypatch.setattr(Classes, "_handed_over", lambda *given: asked.append(given) or real(*given))
        text = "import time\n" + "".join(LEVEL.format(n, n + 1) for n in range(levels)) + LAST.format(levels)
        module = Module(Source(text), None, "m.py")
        assert [found.code for found in engine.run(module, [rules.load()["PIT301"]])] == ["PIT301"]
        return len(asked)

    real = Classes._handed_over
    assert looks(8) < 3 * looks(4)


def test_a_recursive_function_that_builds_containers_has_values_that_end(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, plain = Counter[str](), Binder.plain

    def counted(self: Binder, value: Any, depth: int) -> Any:
        asked["values"] += 1
        return plain(self, value, depth)

    monkeypatch.setattr(Binder, "plain", counted)
    assert not [one for one in engine.run(Module(Source(RECURSIVE)), rules.load().values()) if one.code != "PIT505"]
    assert asked["values"] < 20_000  # 11 million before


def asked(text: str, kind: str) -> bool:
    """What the hints of a text say of the expression in its last line."""
    tree = ast.parse(text)
    last = tree.body[-1]
    assert isinstance(last, ast.Expr)
    return bool(getattr(Hints(Index(tree)), f"could_be_{kind}" if kind != "ints" else "could_hold_ints")(last.value))


@pytest.mark.parametrize(
    "text",
    [
        "flag = 1 > 2\nflag",
        "a = b\nb = a\na = not 3\nb",
        "def f():\n    return g()\ndef g():\n    return f() or True\nf()",
        "class A:\n    ready = True\nA().ready",
        "class A:\n    if 1:\n        ready = True\nA().ready",
        "class A:\n    @property\n    def ready(self):\n        return 1 > 2\nA().ready",
        "def flags():\n    yield True\nfor flag in flags():\n    pass\nflag",
        "name, flag = 'x', True\nflag",
        "for name, flag in [('x', True)]:\n    pass\nflag",
        "from elsewhere import flag\nflag",
        "def f(flag: bool): ...\nflag",
        "Switch = bool\ndef f(flag: Switch): ...\nflag",
        "def f(flag: 'bool'): ...\nflag",
        "def f() -> bool: ...\nf()",
        "f = lambda: 1 > 2\nf()",
        "g = f = lambda: 1 > 2\nh = g\nh()",
        "for f in (len, callable):\n    f(1)\nf(1)",
        "with opened() as flag:\n    pass\ndef opened():\n    yield True\nflag",
        "(lambda: True)()",
    ],
)
def test_what_may_be_a_bool_is_not_ruled_out(text: str) -> None:
    assert asked(text, "bool")


@pytest.mark.parametrize(
    "text",
    [
        "a = b\nb = a\na",
        "x = 'a'\nx = x + 'b'\nx",
        "def f(x: list[bool]): ...\nx",
        "class Own: ...\ndef f(x: Own): ...\nx",
        "def f(x): ...\nx",
        "x = {}\nx.y = [1]\nx.y",
        "def f():\n    return f()\nf()",
        "x = True\nthing().x",
    ],
)
def test_what_cannot_be_a_bool_is(text: str) -> None:
    assert not asked(text, "bool")


@pytest.mark.parametrize(
    ("text", "kind", "is_so"),
    [
        ("x = len('a')\nx", "int", True),
        ("x = 3 if y else 4\nx", "int", True),
        ("x = '%d' % 3\nx", "int", False),
        ("x = not 3\nx", "int", False),
        ("import errno\n(errno.ENOENT, errno.EPERM)", "ints", True),
        ("A = 3\n(A, *others)", "ints", True),
        ("('a', 'b')", "ints", False),
        ("(first, second)", "ints", False),
        ("range(3)", "ints", True),
        ("x = []\nx", "ints", True),
    ],
)
def test_what_may_be_ints(text: str, kind: str, is_so: bool) -> None:
    assert asked(text, kind) is is_so


def test_a_process_that_judges_much_lets_go_of_what_it_keeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LONG", 20_000)
    monkeypatch.setattr(linked, "MOST", 2_000)
    monkeypatch.setattr(linked, "WEIGHED", 0)
    most = Counter[str]()
    codes = tuple(rule.code for rule in rules.load().values() if rule.default)
    for number in range(120):
        package = tmp_path / f"p{number // 12}"
        package.mkdir(exist_ok=True)
        (package / "__init__.py").write_text("")
        near = f"m{number - 1}" if number % 12 else "m0"
        text = f"import time\nfrom .{near} import work as near\n\ndef work():\n    time.sleep(1)\n\nasync def main():\n    near()\n"
        (package / f"m{number}.py").write_text(text + "#" * 900)
        remembering.unwritten(one_file.Task(str(package / f"m{number}.py"), codes))
        sizes = {
            "views": len(kept.KEPT._views),
            "sets": len(linked._LINKED),
            "groups": len(resting._GROUPS),
            "bytes": sum(one.weight for one in linked._LINKED.values()),
        }
        most |= Counter(sizes)
    assert 0 < most["views"] <= 40
    assert 0 < most["sets"] <= linked.KEPT and most["groups"] <= linked.KEPT
    assert 0 < most["bytes"] <= 3 * linked.MOST
