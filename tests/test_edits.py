"""Edits and imports: the characters that are named and no others."""

from __future__ import annotations

import ast
import sys

import pytest

from flake8_pitfalls.facts import Module
from flake8_pitfalls.fixing import edits
from flake8_pitfalls.fixing.apply import apply
from flake8_pitfalls.text.source import Source


def module(text: str) -> Module:
    return Module(Source(text))


def first(found: Module, kind: type) -> ast.AST:
    return found.index.of(kind)[0]


def mark(found: Module, name: str = "HERE") -> ast.AST:
    """The node that the tests mean by `HERE`."""
    return next(node for node in found.index.of(ast.Name) if node.id == name)


OPERATORS = [
    ("x is 1", "==", "x == 1"),
    ("x is-1", "==", "x ==-1"),
    ("(x)is(1)", "==", "(x)==(1)"),
    ("1is x", "==", "1== x"),
    ("x is not 1", "!=", "x != 1"),
    ("x is not(1)", "!=", "x !=(1)"),
    ("x  is\tnot\t1", "!=", "x  !=\t1"),
    ("(x is # why\n not 1)", "!=", "(x != # why\n 1)"),
    ("(x # a ) is (\n is # not (\n not # c\n (1))", "!=", "(x # a ) is (\n != # not (\n # c\n (1))"),
    ("x is \\\n not 1", "!=", "x != \\\n 1"),
    ("x is \\\r\n not 1", "!=", "x != \\\r\n 1"),
    ("x in y", "not in", "x not in y"),
    ("x not  in y", "in", "x in y"),
    ("((x)) not\\\n in((y))", "in", "((x)) in\\\n ((y))"),
    ("x<=y", ">", "x>y"),
    ("'가' is 1", "==", "'가' == 1"),
    ("f(a)[0] is ''.j", "==", "f(a)[0] == ''.j"),
    ("f'{a is not 1!r}'", "!=", "f'{a != 1!r}'"),
    ('f"""{1}\n 한 {a is 1:>3}"""', "==", 'f"""{1}\n 한 {a == 1:>3}"""'),
    ("f'{f(b)}' f'{1is a}'", "==", "f'{f(b)}' f'{1== a}'"),
]


@pytest.mark.parametrize(("before", "operator", "after"), OPERATORS)
def test_replace_operator(before: str, operator: str, after: str) -> None:
    found = module(before)
    node = first(found, ast.Compare)
    assert isinstance(node, ast.Compare)
    changed = edits.replace_operator(found, node, 0, operator)
    assert changed is not None
    assert apply(before, changed) == after
    ast.parse(after)


def test_operator_of_a_link() -> None:
    found = module("a < (b) is not (c) in d")
    node = first(found, ast.Compare)
    assert isinstance(node, ast.Compare)
    spans = [edits.operator_span(found, node, number) for number in range(3)]
    assert [found.source.text[span.start : span.end] for span in spans if span] == ["<", "is not", "in"]
    gaps = [edits.gap(found, node, number) for number in range(3)]
    assert [(found.source.text[: gap.before], found.source.text[gap.after :]) for gap in gaps if gap] == [
        ("a", "(b) is not (c) in d"),
        ("a < (b)", "(c) in d"),
        ("a < (b) is not (c)", "d"),
    ]


def test_a_place_that_cannot_be_trusted() -> None:
    found = module("a < b")
    node = first(found, ast.Compare)
    assert isinstance(node, ast.Compare)
    node.ops[0] = ast.Is()
    assert edits.operator_span(found, node, 0) is None
    assert edits.replace_operator(found, node, 0, "==") is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("not x in y", True),
        ("not (x in y)", False),
        ("not # c\\\n x in y" if False else "(not # c\n x in y)", True),
        ("x in y", False),
        ("not (  # c\n x in y)", False),
        ("- (x in y)", False),
        ("not (x) in y", True),
    ],
)
def test_parentheses_under_not(text: str, wanted: bool) -> None:
    found = module(text)
    assert edits.needs_parentheses_under_not(found, first(found, ast.Compare)) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("f'{a is 1=}'", True), ("f'{a is 1}'", False), ("f'{(a is 1)  = !r}'", True), ("f'{a is 1:=}'", False), ("a is 1", False)],
)
def test_text_that_prints_itself(text: str, wanted: bool) -> None:
    found = module(text)
    assert edits.is_in_own_text(found, first(found, ast.Compare)) is wanted


CAN_BIND = [
    ("HERE", True),
    ("def f():\n    return HERE", True),
    ("def f(a=HERE): pass", True),
    ("def f(a: HERE): pass", False),
    ("def f() -> HERE: pass", False),
    ("a: HERE = 1", False),
    ("a: int = HERE", True),
    ("class A:\n    a = HERE", False),
    ("class A:\n    def f(self): return HERE", True),
    ("class A:\n    a = lambda: HERE", True),
    ("class A:\n    a = lambda x=HERE: 1", False),
    ("class A:\n    a = [HERE for x in y]", False),
    ("class A:\n    a = lambda: [HERE for x in y]", True),
    ("[HERE for x in y]", True),
    ("[x for x in HERE]", False),
    ("[x for x in f(HERE)]", False),
    ("[x for x in y if HERE]", True),
    ("[x for x in (lambda: HERE)()]", False),
    ("class A(HERE): pass", True),
    ("@HERE\nclass A: pass", True),
    ("class B:\n    @HERE\n    def f(self): pass", False),
    ("f'{HERE}'", True),
]
if sys.version_info >= (3, 12):
    CAN_BIND += [
        ("class A[T](HERE): pass", False),
        ("class A[T](B, key=f(HERE)): pass", False),
        ("@HERE\nclass A[T]: pass", True),
        ("def f[T](a=HERE): pass", True),
        ("def f[T](a: HERE): pass", False),
        ("class A[T]:\n    def f(self): return HERE", True),
    ]


@pytest.mark.parametrize(("text", "wanted"), CAN_BIND)
def test_where_a_name_can_be_bound(text: str, wanted: bool) -> None:
    found = module(text)
    assert edits.can_bind(found, mark(found)) is wanted
    if wanted:
        compile(text.replace("HERE", "(new_name := HERE)"), "text", "exec")


def test_free_name() -> None:
    assert edits.free_name(module("x = 1"), "middle") == "middle"
    assert edits.free_name(module("x = 'middle' # middle_2"), "middle") == "middle_3"
    assert edits.free_name(module(""), "len") == "len_2"
    assert edits.free_name(module(""), "match") == "match_2"


PLACES = [
    ("HERE\n", "import asyncio\n\nHERE\n"),
    ("# -*- coding: utf-8 -*-\n\nimport sys\nHERE\n", "# -*- coding: utf-8 -*-\n\nimport asyncio\nimport sys\nHERE\n"),
    ('"""Doc."""\nHERE\n', '"""Doc."""\n\nimport asyncio\nHERE\n'),
    ('"""Doc."""\n\nimport sys\nHERE\n', '"""Doc."""\n\nimport asyncio\nimport sys\nHERE\n'),
    ('"""Doc."""; HERE\n', '"""Doc."""; import asyncio; HERE\n'),
    ('"""Doc."""  # c\n\n\ndef f(): HERE\n', '"""Doc."""  # c\n\nimport asyncio\n\n\ndef f(): HERE\n'),
    ("from __future__ import annotations\nHERE\n", "from __future__ import annotations\nimport asyncio\nHERE\n"),
    (
        "from __future__ import annotations\n\nimport abc\n\nHERE\n",
        "from __future__ import annotations\n\nimport abc\nimport asyncio\n\nHERE\n",
    ),
    (
        "'''Doc\nline'''\nfrom __future__ import annotations\nfrom os import path\nHERE",
        "'''Doc\nline'''\nfrom __future__ import annotations\nimport asyncio\nfrom os import path\nHERE",
    ),
    ("import abc\nimport sys\nfrom os import path\nHERE\n", "import abc\nimport asyncio\nimport sys\nfrom os import path\nHERE\n"),
    ("import abc; HERE\n", "import asyncio\nimport abc; HERE\n"),
    ("import abc\nHERE", "import abc\nimport asyncio\nHERE"),
    ("@HERE\ndef f(): pass\n", "import asyncio\n\n\n@HERE\ndef f(): pass\n"),
    ("#!/usr/bin/python\n\fHERE\n", "#!/usr/bin/python\nimport asyncio\n\n\fHERE\n"),
    (
        "try:\n    import asyncio\nexcept ImportError:\n    pass\nHERE\n",
        "import asyncio\n\ntry:\n    import asyncio\nexcept ImportError:\n    pass\nHERE\n",
    ),
    ("if TYPE_CHECKING:\n    import asyncio\nHERE\n", "import asyncio\n\nif TYPE_CHECKING:\n    import asyncio\nHERE\n"),
    ("HERE\nimport asyncio\n", "import asyncio\n\nHERE\nimport asyncio\n"),
    ("def f():\n    import asyncio as a\nHERE\n", "import asyncio\n\n\ndef f():\n    import asyncio as a\nHERE\n"),
]


@pytest.mark.parametrize(("before", "after"), PLACES)
def test_new_import(before: str, after: str) -> None:
    found = module(before)
    given = edits.ensure_import(found, "asyncio", mark(found))
    assert given is not None
    assert given.name == "asyncio"
    assert apply(before, given.edits) == after
    ast.parse(after)


SEEN = [
    ("import asyncio\nHERE", "asyncio", "asyncio"),
    ("import asyncio as aio\nHERE", "asyncio", "aio"),
    ("import asyncio.tasks\nHERE", "asyncio", "asyncio"),
    ("import asyncio.tasks as t\nHERE", "asyncio.tasks", "t"),
    ("import concurrent.futures\nHERE", "concurrent.futures", "concurrent.futures"),
    ("from concurrent import futures\nHERE", "concurrent.futures", "futures"),
    ("from concurrent import futures as f\nHERE", "concurrent.futures", "f"),
    ("def f():\n    import asyncio as a\n    return HERE", "asyncio", "a"),
    ("def f():\n    import asyncio as a\n    def g(): return HERE", "asyncio", "a"),
    ("def f(): HERE\nimport asyncio as late", "asyncio", "late"),
    ("class A:\n    def f(self): HERE\nimport asyncio as late", "asyncio", "late"),
]


@pytest.mark.parametrize(("text", "wanted", "name"), SEEN)
def test_import_that_is_there(text: str, wanted: str, name: str) -> None:
    found = module(text)
    assert edits.ensure_import(found, wanted, mark(found)) == (name, ())


NEW = [
    "import concurrent\nHERE",
    "import asyncio as aio\naio = 3\nHERE",
    "def f():\n    if x:\n        import asyncio as a\n    HERE",
    "class A:\n    import asyncio as a\n    def f(self): HERE",
    "def f():\n    HERE\n    import asyncio as a",
    "class A:\n    HERE\nimport asyncio as late",
    "from other import *\nHERE",
]


@pytest.mark.parametrize("text", NEW)
def test_import_that_is_not_there(text: str) -> None:
    found = module(text)
    wanted = "concurrent.futures" if "concurrent" in text else "asyncio"
    given = edits.ensure_import(found, wanted, mark(found))
    assert given is not None
    assert given.edits
    assert given.name == wanted


TAKEN = [
    "asyncio = 1\nHERE",
    "def f(asyncio): HERE",
    "def f():\n    asyncio = 1\n    HERE",
    "def f():\n    import asyncio\n    def g(asyncio): HERE",
    "def g():\n    global asyncio\n    asyncio = 2\nHERE",
    "class A:\n    asyncio = 1\n    HERE",
    "[HERE for asyncio in x]",
    "try:\n    import asyncio\nexcept ImportError:\n    asyncio = None\nHERE",
    "import trio as asyncio\nHERE",
    "def f():\n    if x:\n        import asyncio\n    HERE",
]


@pytest.mark.parametrize("text", TAKEN)
def test_name_that_is_taken(text: str) -> None:
    found = module(text)
    assert edits.ensure_import(found, "asyncio", mark(found)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("from threading import Event\nHERE", "Event"),
        ("from threading import Event as E\nHERE", "E"),
        ("import threading\nHERE", "threading.Event"),
        ("import threading as t\nHERE", "t.Event"),
    ],
)
def test_from_import_that_is_there(text: str, name: str) -> None:
    found = module(text)
    assert edits.ensure_from_import(found, "threading", "Event", mark(found)) == (name, ())


def test_from_import() -> None:
    found = module("import sys\nHERE\n")
    given = edits.ensure_from_import(found, "threading", "Event", mark(found))
    assert given is not None
    assert apply(found.source.text, given.edits) == "import sys\nfrom threading import Event\nHERE\n"
    for text in ("class Event: pass\nHERE", "from other import *\nHERE", "from asyncio import Event\nHERE"):
        found = module(text)
        assert edits.ensure_from_import(found, "threading", "Event", mark(found)) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import gevent\nx = 1\n", "from gevent import monkey\n\nmonkey.patch_all()\nimport gevent\nx = 1\n"),
        ('"""Doc."""\n\nimport gevent\n', '"""Doc."""\n\nfrom gevent import monkey\n\nmonkey.patch_all()\nimport gevent\n'),
        ('"""Doc."""; import gevent\n', '"""Doc."""; from gevent import monkey; monkey.patch_all(); import gevent\n'),
        ("from __future__ import division", "from __future__ import division\nfrom gevent import monkey\n\nmonkey.patch_all()\n"),
    ],
)
def test_first_place(before: str, after: str) -> None:
    found = module(before)
    assert apply(before, [edits.first_place(found, "from gevent import monkey\n\nmonkey.patch_all()")]) == after
