"""Whether what is made of a function is ever started: `Greenlet(f)` and `StreamServer(address, f)` run nothing by themselves."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

# What must be started, and the attributes by which nothing starts.
MADE = ("gevent.Greenlet", "gevent.server.", "gevent.baseserver.", "gevent.pywsgi.")
IDLE = frozenset(
    ["started", "dead", "ready", "successful", "value", "exception", "kill", "link", "unlink", "name", "args", "kwargs", "loop"]
)


def is_never_started(call: ast.AST, callee: str, module: Module) -> bool:
    """Whether a call makes something that the module keeps in sight, and never starts or hands on."""
    if not callee.startswith(MADE) or callee.startswith("gevent.Greenlet.") or not isinstance(call, ast.Call):
        return False
    journey = module.threads.journey(call)
    return journey.escaped is None and all(use.kind == "attribute" and use.name in IDLE for use in journey.uses)
