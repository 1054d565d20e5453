"""All places of a module that start a Thread or Process which has surely been started."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.facts.threads.start_counts import StartCounts
from flake8_pitfalls.facts.threads.start_effects import Effects
from flake8_pitfalls.facts.threads.starts import Starts, State
from flake8_pitfalls.facts.threads.threads import OWN_WORDS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module


def second_starts(module: Module) -> Iterator[tuple[ast.Call, str]]:
    """Each with how the object is named there, in the order of the text."""
    if not any(is_plain_call(node, module) for node in module.places.attributes("start")):
        return
    bodies = StartCounts(module).twice()
    if not bodies or (not module.threads.made and not is_annotated(module)):
        return
    effects = Effects(module)
    found: dict[ast.AST, str] = {}
    for scope in bodies:
        flow = Starts(module, effects)
        flow.run(scope.body, State({}, {}, {}))  # type: ignore[attr-defined]
        found.update(flow.second)
    for call, path in sorted(found.items(), key=lambda item: (item[0].lineno, item[0].col_offset)):  # type: ignore[attr-defined]
        assert isinstance(call, ast.Call)
        yield call, path


def is_plain_call(node: ast.Attribute, module: Module) -> bool:
    """Whether an attribute is called without arguments."""
    call = module.index.parent(node)
    return isinstance(call, ast.Call) and call.func is node and not call.args and not call.keywords


def is_annotated(module: Module) -> bool:
    """Whether an annotation of the file names a Thread or Process."""
    notes = [node.annotation for node in module.index.of(ast.arg, ast.AnnAssign)]  # type: ignore[attr-defined]
    return any(last_word(part) in OWN_WORDS for note in notes if note is not None for part in ast.walk(note))
