"""Whether a module has to do with greenlets at all, by its imports alone: asked of every file that the words of two rules let through."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.import_words import words_of
from flake8_pitfalls.facts.startup import every_import

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

LIBRARIES = frozenset(("gevent", "eventlet"))
PATCHING = LIBRARIES | {"locust", "grequests"}  # with the libraries that patch as they are imported
SAYS_SO = re.compile(r"patch|gevent|eventlet|monkey|[Gg]reen|grequests|locust")  # so that reading who imports this one can be spared


def may_spawn(module: Module) -> bool:
    """Whether a module can hand anything to a greenlet: it imports gevent or eventlet, or a module of the project that does."""
    return imports_any(module, LIBRARIES)


def may_patch(module: Module) -> bool:
    """Whether a module can patch: its text says something of the kind, and it imports who does."""
    return SAYS_SO.search(module.source.text) is not None and imports_any(module, PATCHING)


def imports_any(module: Module, wanted: frozenset[str]) -> bool:
    """Whether a module imports one of these libraries, or a module of the project whose imports name one."""
    for _, origin, name in every_import(module):
        for dotted in (origin, f"{origin}.{name}") if name else (origin,):
            if dotted.partition(".")[0] in wanted or _names_any(dotted, module, wanted):
                return True
    return False


def _names_any(dotted: str, module: Module, wanted: frozenset[str]) -> bool:
    first, finder = dotted.partition(".")[0], module.finder
    if not first or finder.find(first) is None:
        return False
    found = finder.find(dotted)
    return found is not None and found[1] != "namespace" and not wanted.isdisjoint(words_of(finder, found[0]))
