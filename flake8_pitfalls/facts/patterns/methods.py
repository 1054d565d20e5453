"""What a method does with a text, told by its name: of a Series, a frame, a test, a container, a text; and what a keyword tells."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts.patterns.calls import given, verbose
from flake8_pitfalls.facts.patterns.patterns import ANY, KEY, Path, key_of, popped
from flake8_pitfalls.facts.patterns.trace import Trace
from flake8_pitfalls.knowledge import regex as table

# Methods that call a function with the arguments behind it: the function's place, and whether they are given item by item.
RUNNERS = {"submit": 0, "apply_async": 0, "run_in_executor": 1, "call_soon": 0, "to_thread": 0, "run_sync": 0}
MAPPERS = frozenset({"map", "imap", "imap_unordered", "map_async"})
ADDERS = {"append": 0, "add": 0, "appendleft": 0, "insert": 1}


def by_method(trace: Trace, call: ast.Call, function: ast.Attribute, place: int | None, keyword: str | None, path: Path) -> bool:
    """A method of an object that is not of this project; whether its name says enough."""
    name = function.attr
    if isinstance(function.value, ast.Attribute) and function.value.attr == "str" and name in table.STRING_METHODS and not path:
        sink, when = table.STRING_METHODS[name]
        if (place is not None and place == sink.position) or keyword in sink.keywords:
            trace.use("pattern" if _says(call, when) else "text", verbose(trace, call, sink.flags))
        return True
    if name in table.METHODS and not path:
        sink = table.METHODS[name]
        if (place is not None and place == sink.position) or keyword in sink.keywords:
            trace.use("pattern")
        return True
    if name == "replace" and _says(call, "if True") and (place == 0 or keyword == "to_replace"):
        if _is_replaced(call, path):
            trace.use("pattern")
        return True
    if name in ADDERS and place == ADDERS[name]:
        trace.container(function.value, (ANY, *path))
        return True
    if name in RUNNERS and place is not None and place > RUNNERS[name]:
        given(trace, call, call.args[RUNNERS[name]], place - RUNNERS[name] - 1, keyword, path)
        return True
    if name in MAPPERS and place and path:
        given(trace, call, call.args[0], place - 1, None, path[1:])
        return True
    if name == "update" and keyword is not None:
        trace.container(function.value, (("=", keyword), *path))
        return True
    if name == "setdefault" and place == 1 and call.args:
        trace.container(function.value, (key_of(call.args[0]), *path))
        return True
    if name in ("extend", "update") and place == 0 and path:
        trace.container(function.value, (ANY if isinstance(path[0], int) else path[0], *path[1:]))
        return True
    if name == "join" and path:
        trace.expression(call, path[1:])
        return True
    if name in ("format", "replace") and not path and (name == "format" or place == 1):
        trace.expression(call)
        return name == "format"
    if name in table.TEXT_METHODS and keyword is None:
        trace.use("text")
        return True
    return False


def _is_replaced(call: ast.Call, path: Path) -> bool:
    """Of what `replace(…, regex=True)` takes: a pattern, a list of them, a dict's keys; its values where the new one stands apart."""
    if not path or path[-1] == KEY:
        return len(path) <= 2
    has_value = len(call.args) > 1 or any(item.arg == "value" for item in call.keywords)
    return len(path) == 1 and (isinstance(path[0], int) or has_value)


def _says(call: ast.Call, when: str) -> bool:
    """Whether `regex=` (or `literal=`) says that the argument is a pattern."""
    said = {item.arg: item.value.value for item in call.keywords if isinstance(item.value, ast.Constant)}
    if when == "always":
        return True
    if when == "if True":
        return said.get("regex") is True
    return said.get("regex") is not False and said.get("literal") is not True


def by_keyword(trace: Trace, function: ast.expr, place: int | None, keyword: str | None, path: Path) -> None:
    """What a keyword, or the name of what is called, says of an argument of something unknown."""
    if path:
        return
    name = function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    if keyword is not None and (keyword in table.REGEX_KEYWORDS or keyword.endswith(table.LOOKUPS)):
        trace.use("pattern")
    elif keyword is not None and keyword in table.TEXT_KEYWORDS:
        trace.use("text")
    elif place == 0 and table.compiles(name):
        trace.use("pattern", None)
    elif (keyword is not None and keyword in table.HINT_KEYWORDS) or (keyword is None and table.says_pattern(name)):
        trace.use("hint", None)


def method_of(trace: Trace, call: ast.Call, name: str, path: Path) -> None:
    """The text, or a container with it, is what a method is called on."""
    if not path:
        if name in table.TEXT_TO_TEXT:
            trace.expression(call)
        elif name in ("split", "splitlines", "rsplit"):
            trace.expression(call, (ANY,))
    elif name == "items":
        trace.expression(call, (ANY, 0 if path[0] == KEY else 1, *path[1:]))
    elif name == "values":
        if path[0] != KEY:
            trace.expression(call, (ANY, *path[1:]))
    elif name == "keys":
        if path[0] == KEY:
            trace.expression(call, (ANY, *path[1:]))
    elif name in ("get", "pop", "setdefault", "__getitem__", "popleft"):
        rest = popped(path, key_of(call.args[0]) if call.args and isinstance(call.args[0], ast.Constant) else ANY)
        if rest is not None:
            trace.expression(call, rest)
    elif name in ("copy", "union"):
        trace.expression(call, path)
