"""What is asked before anything is followed, and what is not asked for: counted, not timed."""

from __future__ import annotations

import ast
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_pitfalls import engine, rules
from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.dependence import may_be_instance
from flake8_pitfalls.facts.import_calls import LAST_WORDS
from flake8_pitfalls.facts.places import is_imported, word_in
from flake8_pitfalls.facts.threads.process_starts import MAKING, STARTING, WORKING
from flake8_pitfalls.facts.threads.start_counts import StartCounts
from flake8_pitfalls.facts.threads.starts import Starts
from flake8_pitfalls.text.source import Source

HEAD = "import threading\nfrom threading import Thread\n\ndef work(): ...\n\n"


def module_of(text: str) -> Module:
    return Module(Source(text), None, "m.py")


def judge(module: Module, *codes: str) -> list[str]:
    every = rules.load()
    return [found.code for found in engine.run(module, [every[code] for code in codes])]


# Starts


@pytest.mark.parametrize(
    "text",
    [
        "def one():\n    t = Thread(target=work)\n    t.start()\n    t.join()\n",
        "def fresh():\n    for _ in range(3):\n        Thread(target=work).start()\n",
        "def renewed():\n    for _ in range(3):\n        t = Thread(target=work)\n        with open('x'):\n            t.start()\n",
        "def items(ts):\n    for t in ts:\n        t.start()\n",
        "def one():\n    t = Thread(target=work)\n    t.start()\n\ndef many():\n    one()\n    one()\n",
        "class Box:\n    def start(self):\n        self.t.start()\n\ndef use():\n    box = Box()\n    box.start()\n",
        "def work2():\n    t = Thread(target=work)\n    t.start()\n\ndef run():\n    Thread(target=work2).start()\n",
    ],
)
def test_a_body_that_starts_once_is_not_followed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Starts, "run", lambda *_: pytest.fail("followed"))
    module = module_of(HEAD + text)
    assert StartCounts(module).twice() == []
    assert judge(module, "PIT309") == []


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("def two(t: Thread):\n    t.start()\n    t.start()\n", ["two"]),
        ("def loop(t: Thread):\n    while True:\n        t.start()\n", ["loop"]),
        ("def twice(ts):\n    for _ in range(2):\n        for t in ts:\n            t.start()\n", ["twice"]),
        ("def kept():\n    t = Thread(target=work)\n    for _ in range(2):\n        t.start()\n", ["kept"]),
        ("def maybe(x):\n    for _ in x:\n        if _:\n            t = Thread(target=work)\n        t.start()\n", ["maybe"]),
        ("def begin(t):\n    t.start()\n\ndef use(t: Thread):\n    begin(t)\n    t.start()\n", ["use"]),
        ("def begin(t):\n    t.start()\n\ngo = begin\n\ndef use(t: Thread):\n    go(t)\n    go(t)\n", ["use"]),
        ("def begin(t):\n    t.start()\n\nKINDS = {'a': begin}\n\ndef use(t: Thread):\n    KINDS['a'](t)\n    t.start()\n", ["use"]),
        ("def new():\n    t = Thread(target=work)\n    t.start()\n    return t\n\ndef use():\n    new().start()\n", ["use"]),
        ("class T(Thread):\n    def __init__(self):\n        super().__init__()\n        self.start()\n\nT().start()\n", ["", "__init__"]),
    ],
)
def test_a_body_that_may_start_twice_is_followed(text: str, bodies: list[str]) -> None:
    assert [getattr(body, "name", "") for body in StartCounts(module_of(HEAD + text)).twice()] == bodies


def test_a_thread_that_is_started_by_its_name_needs_no_journey() -> None:
    local = "def go():\n    t = Thread(target=work, daemon=True)\n    t.start()\n\n"
    held = "class A:\n    def __init__(self):\n        self.t = Thread(target=work)\n\n    def go(self):\n        self.t.start()\n"
    module = module_of(HEAD + local + held)
    assert judge(module, "PIT308") == []
    assert module.threads.made
    assert not module.threads._journeys


# Names


def test_hints_ask_for_no_parents() -> None:
    text = "def length(x):\n    return len(x)\n\nA = length('abc')\nB = object()\nprint(A is B, A in (1, 2), A is None)\n"
    module = module_of(text)
    assert judge(module, "PIT202", "PIT204") == []
    assert "hints" in module.__dict__
    assert "parents" not in module.index.__dict__
    assert "names" not in module.__dict__


def test_by_lines_names_the_function_around() -> None:
    functions = "@f\ndef a():\n    def b(x=1):\n        return 1\n    return 2\n\n"
    methods = "class C:\n    def c(self): return 3\n    async def d(self):\n        return 4\nyield 5\n"
    module = module_of(functions + methods)
    told = {node.value.value: name for node, name in module.index.by_lines(ast.Return, ast.Yield)}  # type: ignore[attr-defined]
    assert told == {1: "b", 2: "a", 3: "c", 4: "d", 5: ""}


def test_what_a_class_stores_is_made_when_it_is_asked_for() -> None:
    stores = "        self.q, self.r = make(1), 2\n        self.q = other()\n"
    text = f"class A:\n    x: int\n\n    def __init__(self):\n{stores}\ndef f():\n    return make(2)\n"
    local = module_of(text).project.own.local
    facts = local.klass("A")
    assert facts is not None
    assert facts["attributes"].keys() == set()
    assert "q" in facts["attributes"]
    assert "s" not in facts["attributes"]
    assert facts["attributes"].get("s", ()) == ()
    assert not local.terms._calls
    assert len(facts["attributes"]["q"]) == 2
    function = local.function("f")
    assert function
    assert len(local.terms._calls) == 2
    assert function["returns"][0][0] == "call"
    whole = facts.whole()
    assert set(whole) == {"line", "decorated", "bases", "declared", "body", "attributes"}
    assert set(whole["attributes"]) == {"x", "q", "r"}


@pytest.mark.parametrize(
    ("term", "answer"),
    [
        (["use", [0]], False),
        (["use", [1]], True),
        (["any", [["const", 1], ["use", [0]]]], False),
        (["any", [["const", 1], ["call", None, [], [], 1]]], True),
        (["op", "+", ["param", "f", "x"], ["const", 1]], False),
        (None, False),
    ],
)
def test_counters_are_no_objects(term: object, answer: bool) -> None:
    bindings = [["any", [["op", "+", ["use", [0]], ["const", 1]], ["use", [0]]]], ["param", "f", "x"]]
    assert may_be_instance(term, bindings.__getitem__) is answer


# Who imports whom


def slowly(name: str, text: str) -> bool:
    """The same question as one pattern, which is tried at each character."""
    word = re.escape(name)
    return re.search(rf"^[ \t]*(?:from|import)\b[^\n#]*\b{word}\b|\bimport\s*\([^)]*\b{word}\b", text, re.MULTILINE) is not None


def test_imports_are_read_from_the_places_of_a_name() -> None:
    parts = [
        "from a",
        "import ",
        "import(",
        "(",
        ")",
        "x",
        "y",
        " ",
        "\n",
        "#",
        "\r",
        "from x import (",
        "import x",
        "\t",
        "f.import x",
        "é",
    ]
    chance = random.Random(7)
    for _ in range(4000):
        text = "".join(chance.choice(parts) for _ in range(chance.randint(1, 9)))
        assert is_imported("x", text) == slowly("x", text), text
        assert list(word_in(text, "x")) == [found.start() for found in re.finditer(r"\bx\b", text)], text


# What is loaded

LOADS = """
import sys
from flake8_pitfalls import engine, rules
from flake8_pitfalls.facts import Module
from flake8_pitfalls.text.source import Source
found = engine.run(Module(Source(sys.stdin.read()), None, "plain.py"), [rules.load()[code] for code in sys.argv[1:]])
print(found, *sorted(name.rpartition(".")[2] for name in sys.modules if name.startswith("flake8_pitfalls.facts.")))
"""


@pytest.mark.parametrize(
    ("code", "text", "loaded"),
    [
        ("PIT313", "import codecs\n\ntable = {}\ntable.update(a=1)\ncodecs.register(None)\n", {"index", "import_calls", "finding"}),
        ("PIT312", "import threading\n\nwhile threading:\n    done = True\n", {"index", "flag_tests"}),
        ("PIT202", "NONE = object()\n\ndef f(x=NONE):\n    return x is None or x is True, x is 'a'\n", {"index"}),
        ("PIT204", "def f(x):\n    return 'a' in x, x in 'abc', (1, 2) in x\n", {"index"}),
        (
            "PIT307",
            "import logging\n\ndef f(x):\n    logging.info(x.name)\n    print(x.size)\n",
            {"index", "bare_attributes", "guards", "finding"},
        ),
    ],
)
def test_a_rule_that_has_nothing_to_follow_loads_little(code: str, text: str, loaded: set[str], tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LOADS, code], input=text, cwd=tmp_path, capture_output=True, text=True, check=True)
    found, *names = done.stdout.split()
    assert found == "[]"
    assert set(names) <= loaded


def test_the_words_of_what_starts_processes_are_those_of_the_table() -> None:
    assert {name.rpartition(".")[2] for name in (*STARTING, *MAKING, *WORKING)} == LAST_WORDS
