"""Whether what is made of a function is ever started: `Greenlet(f)` and `StreamServer(address, f)` run nothing by themselves, and what is
spawned runs when something waits in the library."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.knowledge.gevent import YIELDS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

# What must be started, and the attributes by which nothing starts.
MADE = ("gevent.Greenlet", "gevent.server.", "gevent.baseserver.", "gevent.pywsgi.")
IDLE = frozenset(
    ["started", "dead", "ready", "successful", "value", "exception", "kill", "link", "unlink", "name", "args", "kwargs", "loop"]
)
PLAIN = (ast.List, ast.Tuple, ast.Set, ast.Constant)
# Names of calls that can wait for greenlets, whatever they are called on: the rest of a program does not.
WAITS = YIELDS | frozenset(
    [
        *("switch", "result", "start", "main", "acquire", "put", "recv", "accept", "run_forever", "select", "poll", "exec"),
        *("list", "tuple", "set", "dict", "sorted", "next", "sum", "any", "all", "min", "max"),
    ]
)


def is_never_started(call: ast.AST, callee: str, module: Module) -> bool:
    """Whether a call makes something that the module keeps in sight, and never starts or hands on."""
    if not callee.startswith(MADE) or callee.startswith("gevent.Greenlet.") or not isinstance(call, ast.Call):
        return False
    journey = module.threads.journey(call)
    return journey.escaped is None and all(use.kind == "attribute" and use.name in IDLE for use in journey.uses)


def is_never_run(callee: str, module: Module) -> bool:
    """Whether a program of one module spawns a greenlet and ends before anything lets it run: no call of it can wait for greenlets."""
    if not callee.rpartition(".")[2].startswith("spawn"):
        return False
    calls = [call.func for call in module.index.of(ast.Call) if isinstance(call, ast.Call)]
    names = [last_word(func) for func in calls if module.names.qualified(func) != "time.sleep"]
    loops = [node.iter for node in module.index.of(ast.For, ast.comprehension)]  # type: ignore[attr-defined]
    return not any(name in WAITS or not name for name in names) and all(isinstance(one, PLAIN) or _is_range(one) for one in loops)


def _is_range(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and last_word(node.func) == "range"
