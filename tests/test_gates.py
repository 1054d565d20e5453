"""No gate hides a finding: random layouts of programs that hold one, judged with the gates and without; comparisons: `test_comparisons`."""

from __future__ import annotations

import random

import pytest

from flake8_pitfalls import engine, rules
from flake8_pitfalls.facts import Module, lazies
from flake8_pitfalls.text.pattern import Holds, may_follow
from flake8_pitfalls.text.source import Source

RULES = rules.load()
# What may stand between two tokens inside brackets.
BLANKS = ("", "", " ", "\t", " \\\n ", "\n", "\r\n  ", " # it's . time\n", "\r", "\f", "  # pow\r\n\t")
# `·` is where anything of that may stand; a line begins in no bracket.
PROGRAMS = {
    "PIT501": (
        "import time\nstart = (time·.·time·(·)·)\nwork()\nprint(·time·.·time(·)·-·start·)\n",
        "from time import time as now\nstart = (now·(·)·)\nwork()\nprint(·now(·)·-·start·)\n",
        "from \\\n time \\\n import time\nstart = time()\nwork()\nprint(·time(·)·-·start·)\n",
        "import time as t\ndef f():\n    start = (t·.·time(·)·)\n    work()\n    return (·t·.·time(·)·-·start·)\n",
    ),
    "PIT507": (
        "import math\ndef f(n: int):\n    return int(·math·.·sqrt·(·n·)·)\n",
        "from math import sqrt as root\ndef f(n: int):\n    return int(·root(·n·)·)\n",
        "import math\ndef f(n: int):\n    return math.floor(·n·**·0.5·)\n",
        "def f(n: int):\n    return int(·n·**·(·1/2·)·)\n",
        "def f(n: int):\n    return int(·n·**·.5·)\n",
        "def f(n: int):\n    return int(·pow(·n·,·0.5·)·)\n",
    ),
}
FILLERS = ("", "", "# the time of it\n", "'''time'''\n", "s = 'x.time'\n", "def other(): return 'sqrt ** 2'\n", "q = f'{s}'\n")


def laid_out(program: str, chance: random.Random) -> str:
    pieces = program.split("·")
    text = pieces[0] + "".join(chance.choice(BLANKS) + piece for piece in pieces[1:])
    return chance.choice(FILLERS) + text + chance.choice(FILLERS)


def found(text: str, code: str) -> int:
    """How many findings a rule has without its gates."""
    findings = engine.run(Module(Source(text)), [RULES[code]._replace(words=(), text=None)])
    assert not [one for one in findings if one.code == engine.DEFECT], text
    return len(findings)


@pytest.mark.parametrize("code", sorted(PROGRAMS))
def test_gates_lose_nothing(code: str) -> None:
    chance = random.Random(code)
    seen = 0
    for _ in range(250):
        text = laid_out(chance.choice(PROGRAMS[code]), chance)
        try:
            there = found(text, code)
        except SyntaxError:
            continue
        seen += there > 0
        assert not there or engine.may_hold(RULES[code], Module(Source(text)), {}), text
    assert seen > 100


def test_an_attribute_is_seen_however_it_is_written() -> None:
    gate = RULES["PIT303"].text
    assert isinstance(gate, Holds)
    for before in BLANKS:
        for after in BLANKS:
            for name in ("map", "imap", "apply_async", "starmap", "link_value"):
                assert gate.search(f"x = (pool{before}.{after}{name}(f, y))\n"), (before, after, name)
    assert not gate.search("x = list(map(f, remapped)); y = 'app.y'\n")
    assert gate.search("ｇevent = 1\n")  # an identifier is what NFKC makes of it


def test_what_is_far_away_is_let_through() -> None:
    assert may_follow(".", "x." + " " * 500 + "time", 502)
    assert may_follow(".", "x.  # y\n time", 9)
    assert not may_follow(".", "x.y = time", 6)
    assert not may_follow(".", "x.y\ntime", 4)


def test_words_are_listed_whole() -> None:
    assert Holds("\npow\n").search("a = pow(2, 3)")
    assert not Holds("\npow\n").search("a = power(2, 3)")
    assert Holds("\npow").search("a = power(2, 3)")


MAKERS = (
    "map(f, x)",
    "(i for i in x)",
    "zip(x, y)",
    "g(x)",
    "chain(x)",
    "self.p.glob(x)",
    "range(3)",
    "later(x)",
    "lazy(x)",
    "name",
    "other",
    "x",
)
SHOWN = (
    "str({})",
    "f'{{{}}}'",
    "'%s' % {}",
    "'%s %s' % ({}, 1)",
    "'%(a)s' % {{'a': {}}}",
    "'{{}}'.format({})",
    "'{{a}}'.format(a={})",
    "log.info('%s', {})",
    "print({})",
    "str(q := {})",
    "format({})",
    "len({})",
    "'%s' % ({} if a else b)",
    "str(*{})",
)
BOUND = (
    "name = {}\n",
    "name: object = {}\n",
    "name, other = {}, 1\n",
    "(name := {})\n",
    "name = {} if a else b\n",
    "name = a or {}\n",
    "for name in {}: pass\n",
    "name = [{}]\n",
)
HEAD = (
    "import logging\nfrom itertools import chain\nfrom itertools import starmap as later\nlog = logging.getLogger()\n"
    "def g(x):\n    yield from x\ndef lazy(x):\n    return map(f, x)\n"
)


def test_the_first_look_for_lazy_texts_loses_none(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random("PIT504")
    asked = [(chance.choice(BOUND).format(chance.choice(MAKERS)), chance.choice(SHOWN).format(chance.choice(MAKERS))) for _ in range(600)]
    texts = [HEAD + bound + shown + "\n" for bound, shown in asked]
    quick = [found(text, "PIT504") for text in texts]
    monkeypatch.setattr(lazies, "_may_show", lambda module: True)
    assert quick == [found(text, "PIT504") for text in texts]
    assert sum(map(bool, quick)) > 40


def test_names_of_lazy_things_alone_ask_for_no_parents() -> None:
    """Each node's parent is made for the whole file, so a rule that rules itself out without them leaves them be."""
    module = Module(Source("pairs = map(f, zip(a, b))\nlast = max(i for i in pairs)\nprint(f'{last}', '%s' % a, str(b))\n"))
    assert engine.run(module, [RULES["PIT504"]]) == []
    assert "parents" not in module.index.__dict__


@pytest.mark.parametrize("code", ["PIT101", "PIT102", "PIT201", "PIT202", "PIT203", "PIT204", "PIT205"])
def test_a_light_rule_asks_no_pattern_of_a_text_that_is_parsed(code: str) -> None:
    class Asked:
        def search(self, text: str, /) -> object | None:
            raise AssertionError(text)

    rule = RULES[code]._replace(words=(), text=Asked())
    module = Module(Source("x = 1\n"))
    with pytest.raises(AssertionError):
        engine.may_hold(rule, module, {})
    assert module.tree and engine.may_hold(rule, module, {})
