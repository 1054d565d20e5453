"""A bare flag made a `threading.Event`, wherever it is bound, set, asked or declared; and the sleeps of its loops made waits."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.flag_tests import all_bindings, asked_flag, truth_of
from flake8_pitfalls.facts.names import Binding
from flake8_pitfalls.facts.threads.flags import flag_loops, lost_in, sleeping_calls
from flake8_pitfalls.facts.threads.threads import called
from flake8_pitfalls.fixing.edits import ensure_from_import, ensure_import, free_name, holds_comment, replace
from flake8_pitfalls.fixing.lines import block_of, line_end, stands_alone
from flake8_pitfalls.model import Edit
from flake8_pitfalls.text.source import Span


def as_event(name: str, module: Module) -> tuple[Edit, ...] | None:
    """The edits that do it everywhere in the module; None where one use cannot be rewritten, or other modules know the flag."""
    first = _first(name, module)
    if first is None or module.places.is_seen_outside(name) or "__all__" in module.names.module_scope.bindings:
        return None
    loops = [found for found in flag_loops(module) if found.name == name]
    if not loops or len({found.runs_while for found in loops}) != 1:
        return None
    stops = not loops[0].runs_while  # the value that stops the loops is what the event's being set means
    if truth_of(first) is stops:
        return None
    event = name if stops else _stopping_name(name, module)
    made = _made(module, first.node)
    if made is None:
        return None
    edits = [*made[1], *_bindings(name, event, stops, first, made[0], module)]
    edits += _reads(name, event, stops, module) + _globals(name, module)
    if None in edits:
        return None
    sleeps = [_waits(call, event, module) for found in loops for call in sleeping_calls(found.loop.body, module, 99)]
    found_edits = [edit for edit in (*edits, *sleeps) if edit is not None]
    return tuple(dict.fromkeys(found_edits))


def _first(name: str, module: Module) -> Binding | None:
    """The flag's definition: the first of its bindings in the module's own body."""
    found = module.names.module_scope.bindings.get(name, [])
    if not found or any(truth_of(binding) is None for binding in all_bindings(name, module.names)):
        return None
    return found[0] if isinstance(module.index.parent(found[0].node), ast.Assign) else None


def _stopping_name(name: str, module: Module) -> str:
    return free_name(module, "STOPPED" if name.isupper() else "stopped")


def _made(module: Module, at: ast.AST) -> tuple[str, tuple[Edit, ...]] | None:
    """How `Event()` is written here, and the edits that import it."""
    for scope_name in ("threading", "Event"):
        found = module.names.module_scope.bindings.get(scope_name, [])
        if scope_name == "Event" and any(binding.qualified != "threading.Event" for binding in found):
            break
    known = ensure_from_import(module, "threading", "Event", at)
    if known is not None and not known.edits:
        return f"{known.name}()", ()
    whole = ensure_import(module, "threading", at)
    if whole is not None:
        return f"{whole.name}.Event()", whole.edits
    return (f"{known.name}()", known.edits) if known is not None else None


def _bindings(name: str, event: str, stops: bool, first: Binding, made: str, module: Module) -> list[Edit | None]:
    """Every assignment to the flag, and those that missed it."""
    edits: list[Edit | None] = []
    missed = [binding for scope in module.names.scopes() for binding in _all_lost(scope, name, module)]
    for binding in (*all_bindings(name, module.names), *missed):
        statement = module.index.statement(binding.node)
        if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
            return [None]
        if binding is first:
            edits.append(replace(module, statement, f"{event} = {made}"))
        else:
            edits.append(replace(module, statement, f"{event}.{'set' if truth_of(binding) is stops else 'clear'}()"))
    return edits


def _all_lost(scope: object, name: str, module: Module) -> list[Binding]:
    if lost_in(scope, name, module) is None:  # type: ignore[arg-type]
        return []
    return list(scope.bindings[name])  # type: ignore[attr-defined]


def _reads(name: str, event: str, stops: bool, module: Module) -> list[Edit | None]:
    edits: list[Edit | None] = []
    top = module.names.module_scope
    for node in module.index.of(ast.Name):
        assert isinstance(node, ast.Name)
        if node.id != name or not isinstance(node.ctx, ast.Load) or module.names.deciding(name, module.names.scope(node)) is not top:
            continue
        if any(isinstance(around, (ast.JoinedStr, ast.FormattedValue)) for around in module.index.ancestors(node)):
            return [None]
        edits.append(_read(node, event, stops, module))
    return edits


def _read(node: ast.Name, event: str, stops: bool, module: Module) -> Edit | None:
    """`not stopped` → `not stopped.is_set()`; of a flag that says the opposite, `running` → `not stopped.is_set()`."""
    whole: ast.expr = node
    answer = stops
    parent = module.index.parent(node)
    if isinstance(parent, ast.Compare):
        asked = asked_flag(parent)
        if asked is None or asked[0] is not node or holds_comment(module, module.source.span(parent)):
            return None
        whole, answer = parent, stops is asked[1]
        parent = module.index.parent(parent)
    if answer:
        return replace(module, whole, f"{event}.is_set()")
    if isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not):
        outer = module.source.span(parent)
        return Edit(outer, f"{event}.is_set()") if not holds_comment(module, outer) else None
    if isinstance(parent, (ast.While, ast.If, ast.BoolOp, ast.Assert, ast.Assign, ast.Return, ast.keyword, ast.Call)):
        return replace(module, whole, f"not {event}.is_set()")
    return replace(module, whole, f"(not {event}.is_set())")


def _globals(name: str, module: Module) -> list[Edit | None]:
    """The declarations, which nothing needs any more."""
    edits: list[Edit | None] = []
    for node in module.index.of(ast.Global):
        assert isinstance(node, ast.Global)
        if name not in node.names:
            continue
        if len(node.names) > 1:
            edits.append(replace(module, node, f"global {', '.join(other for other in node.names if other != name)}"))
        elif not stands_alone(module, node) or len(block_of(module, node)) == 1:
            return [None]
        else:
            start = module.source.line_starts[node.lineno - 1]
            edits.append(Edit(Span(start, line_end(module, node)), ""))
    return edits


def _waits(call: ast.Call, event: str, module: Module) -> Edit | None:
    """`sleep(3)` → `stopped.wait(3)`: it ends as soon as the event is set."""
    if called(call, module) != "time.sleep" or not isinstance(module.index.parent(call), ast.Expr):
        return None
    return replace(module, call.func, f"{event}.wait")
