"""Where values go, which threads were started, and the tables that the threads' codes stand on."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.handled import handles_all
from flake8_pitfalls.facts.threads.journeys import Journey
from flake8_pitfalls.facts.threads.second_starts import second_starts
from flake8_pitfalls.knowledge.submodules import LAST_WORDS, MISSING
from flake8_pitfalls.knowledge.threads import MAPS, SUBMITS, TARGETS, canonical
from flake8_pitfalls.rules import pit315_submodule_not_imported as pit315
from flake8_pitfalls.text.source import Source

MADE = "import threading\ndef work(): print()\n"


def journey(text: str) -> Journey:
    """Where the first Thread goes that a program makes."""
    module = Module(Source(MADE + text))
    return module.threads.journey(next(iter(module.threads.made)))


@pytest.mark.parametrize(
    "text",
    [
        "t = threading.Thread(target=work)\nt.start()",
        "t = u = threading.Thread(target=work)\nu.start()",
        "ts = [threading.Thread(target=work)]\nfor t in ts: t.start()",
        "ts = []\nts.append(threading.Thread(target=work))\n[t.start() for t in ts]",
        "ts = {}\nts['a'] = threading.Thread(target=work)\nfor name, t in ts.items(): t.start()",
        "ts = {'a': threading.Thread(target=work)}\nts['a'].start()",
        "for n, t in enumerate([threading.Thread(target=work)]): t.start()",
        "a, b = threading.Thread(target=work), 3\na.start()",
        "def go(t): t.start()\ngo(threading.Thread(target=work))",
        "def go(*ts): ts[0].start()\ngo(threading.Thread(target=work))",
        "def make(): return threading.Thread(target=work)\nmake().start()",
        "def make():\n    yield threading.Thread(target=work)\nfor t in make(): t.start()",
        "class S:\n    def __init__(self): self._t = threading.Thread(target=work)\n    def go(self): self._t.start()\nS().go()",
        "class S:\n    t = threading.Thread(target=work)\nS.t.start()",
        "class W(threading.Thread):\n    def go(self): self.start()\nW().go()",
        "list(map(threading.Thread.start, [threading.Thread(target=work)]))",
        "t = threading.Thread(target=work)\ndef later():\n    t.start()\nlater()",
        "ts = [threading.Thread(target=work)] + []\nts.pop().start()",
        "if t := threading.Thread(target=work): t.start()",
    ],
)
def test_a_start_is_found(text: str) -> None:
    found = journey(text)
    assert found.escaped is None
    assert "start" in found.attributes()


@pytest.mark.parametrize(
    "text",
    [
        "import queue\nqueue.Queue().put(threading.Thread(target=work))",
        "def make(): return threading.Thread(target=work)",
        "import elsewhere\nelsewhere.keep(threading.Thread(target=work))",
        "import elsewhere\nelsewhere.worker = threading.Thread(target=work)",
        "class S(Unknown):\n    def __init__(self): self.t = threading.Thread(target=work)",
        "t = threading.Thread(target=work)\ngetattr(t, input())()",
        "t = threading.Thread(target=work)\nglobals()['t'].start()",
        "@decorated\ndef make(): return threading.Thread(target=work)\nmake()",
    ],
)
def test_what_is_lost_from_sight_is_said_to_be(text: str) -> None:
    assert journey(text).escaped is not None


def test_what_is_never_started_is_known_by_its_uses() -> None:
    found = journey("ts = [threading.Thread(target=work)]\nprint(len(ts))\nfor t in ts: t.join()")
    assert found.escaped is None
    assert found.attributes() == {"join"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("t = threading.Thread(target=work)\nt.start()\nt.start()", [5]),
        ("t = threading.Thread(target=work)\nfor _ in range(2): t.start()", [4]),
        ("t = threading.Thread(target=work)\nfor _ in range(1): t.start()", []),
        ("for _ in range(2):\n    t = threading.Thread(target=work)\n    t.start()", []),
        ("t = threading.Thread(target=work)\nif work(): t.start()\nelse: t.start()", []),
        ("t = threading.Thread(target=work)\nif work(): t.start()\nt.start()", [5]),
        ("t = threading.Thread(target=work)\nt.start()\nif not t.is_alive(): t.start()", []),
        ("t = threading.Thread(target=work)\nt.start()\nt = threading.Thread(target=work)\nt.start()", []),
        ("def f(t: threading.Thread):\n    t.start()\n    t.join()\n    t.start()", [6]),
    ],
)
def test_a_second_start(text: str, lines: list[int]) -> None:
    module = Module(Source(MADE + text))
    assert [call.lineno for call, _ in second_starts(module)] == lines


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("try:\n    work()\nexcept Exception:\n    pass", True),
        ("try:\n    work()\nexcept:\n    log.exception('x')", True),
        ("try:\n    work()\nexcept ValueError:\n    pass", False),
        ("try:\n    work()\nexcept Exception:\n    raise", False),
        ("while True:\n    try:\n        work()\n    except Exception:\n        pass", True),
        ("x = work()\ntry:\n    work()\nexcept Exception:\n    pass", False),
        ("with suppress(Exception):\n    work()", True),
    ],
)
def test_a_task_that_keeps_its_exceptions(text: str, handles: bool) -> None:
    assert handles_all(ast.parse(text).body) is handles


def test_tables_use_one_name_for_each_thing() -> None:
    for name in (*TARGETS, *SUBMITS, *MAPS):
        assert canonical(name) == name


def test_the_words_of_pit315_hold_for_its_table() -> None:
    assert LAST_WORDS <= pit315.PARTS
    assert {name.partition(".")[0] for name in MISSING} <= pit315.PACKAGES


@pytest.mark.parametrize("package", sorted({name.rpartition(".")[0] for name in MISSING}))
def test_submodules_are_missing_in_a_fresh_interpreter(package: str) -> None:
    """As the table says, on this Python; a module that this Python does not have is missing anyway."""
    names = [name.rpartition(".")[2] for name in MISSING if name.rpartition(".")[0] == package]
    code = f"import {package}\nprint([name for name in {names!r} if hasattr({package}, name)])"
    ran = subprocess.run([sys.executable, "-E", "-S", "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode != 0 or ran.stdout.strip() == "[]"
