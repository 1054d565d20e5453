"""Bare module-level flags that are to stop the loop of a thread's function, and assignments that do not reach them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.bodies import body_nodes
from flake8_pitfalls.facts.flag_tests import all_bindings, asked_flag, is_module_flag, left_by_flag, truth_of
from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.facts.threads.targets import tasks
from flake8_pitfalls.facts.threads.threads import argument, called, made_of
from flake8_pitfalls.facts.values import Cls, Const, Func, Inst, Partial
from flake8_pitfalls.knowledge.threads import THREADS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Binding, Scope

NOTICED_LATE = 0.25  # seconds; a stop that comes sooner is nobody's trouble
WAITING = frozenset(f"{place}.{name}.wait" for place in ("threading", "multiprocessing") for name in ("Event", "Condition"))
DEPTH = 3


class FlagLoop(NamedTuple):
    """A `while` of a thread's function that asks a module-level flag; `runs_while`: the flag's value that keeps it going."""

    loop: ast.While
    name: str
    runs_while: bool
    function: ast.AST


def thread_functions(module: Module) -> list[tuple[ast.AST, ast.Call]]:
    """The functions of this module that some call hands to a thread, each with that call; also `run` of a Thread subclass."""
    found: dict[ast.AST, ast.Call] = {}
    for call in module.index.of(ast.Call):
        assert isinstance(call, ast.Call)
        for task in tasks(call, module):
            if task.word in ("target", "function", "fn", "func") and ("Process" not in task.callee):
                for value in module.values.of(task.given):
                    function = value.function if isinstance(value, Partial) else value
                    node = module.values.node_of(function) if isinstance(function, Func) else None
                    if node is not None:
                        found.setdefault(node, call)
    for call, value in module.threads.made.items():
        node = _run_of(value, module)
        if node is not None:
            found.setdefault(node, call)
    return list(found.items())


def _run_of(value: Inst, module: Module) -> ast.AST | None:
    if not isinstance(value.of, Cls) or made_of(value, module) not in THREADS:
        return None
    classes = module.project.classes
    methods, owner = classes.lookup(classes.order(value.of), "run")
    one = next(iter(methods)) if len(methods) == 1 and isinstance(owner, Cls) else None
    return module.values.node_of(one) if isinstance(one, Func) else None


def flag_loops(module: Module) -> list[FlagLoop]:
    """The loops of threads' functions that go on by a bare flag of this module, also in the functions that those call."""
    found: list[FlagLoop] = []
    if not any(asked_flag(node.test) or left_by_flag(node) for node in module.index.of(ast.While)):  # type: ignore
        return found
    seen: set[ast.AST] = set()
    queue = [(function, 0) for function, _ in thread_functions(module)]
    for function, depth in queue:
        if function in seen:
            continue
        seen.add(function)
        for node in body_nodes(function):
            if isinstance(node, ast.While):
                flag = asked_flag(node.test) or left_by_flag(node)
                if flag is not None and is_module_flag(flag[0], module.names):
                    found.append(FlagLoop(node, flag[0].id, flag[1], function))
            elif isinstance(node, ast.Call) and depth < DEPTH:
                value = module.values.one(node.func)
                inner = module.values.node_of(value) if isinstance(value, Func) else None
                if inner is not None:
                    queue.append((inner, depth + 1))
    return found


# The slow stop


def slow_loops(module: Module) -> Iterator[tuple[FlagLoop, str]]:
    """The loops that somebody stops, and that notice it only after a sleep; with how long, in words."""
    for found in flag_loops(module):
        setters = [binding for binding in all_bindings(found.name, module.names) if truth_of(binding) is not found.runs_while]
        if not [binding for binding in setters if not _inside(binding.node, found.loop, module)]:
            continue
        slept = sleep_in(found, module)
        if slept is not None:
            yield found, slept


def _inside(node: ast.AST, loop: ast.AST, module: Module) -> bool:
    return any(around is loop for around in module.index.ancestors(node))


def sleep_in(found: FlagLoop, module: Module) -> str | None:
    """How long one turn of the loop sleeps, in words; None where it does not, or too shortly to be noticed."""
    seconds, unknown = 0.0, False
    for call in sleeping_calls(found.loop.body, module, 0):
        values = _seconds(call, found, module)
        if values is None:
            unknown = True
        else:
            seconds += values
    if unknown:
        return "its sleep"
    return f"up to {seconds:g} s" if seconds > NOTICED_LATE else None


def sleeping_calls(body: list[ast.stmt], module: Module, depth: int) -> Iterator[ast.Call]:
    """The calls of a block that sleep, also in functions of this module that it calls."""
    for statement in body:
        for node in (statement, *body_nodes(statement)) if hasattr(statement, "body") else _parts(statement):
            if not isinstance(node, ast.Call):
                continue
            name = called(node, module)
            if name == "time.sleep" or (name in WAITING and node.args and not _is_woken(node, module)):
                yield node
            elif not name and depth < DEPTH:
                value = module.values.one(node.func)
                inner = module.values.node_of(value) if isinstance(value, Func) else None
                if isinstance(inner, ast.FunctionDef):
                    yield from sleeping_calls(inner.body, module, depth + 1)


def _is_woken(call: ast.Call, module: Module) -> bool:
    """Whether somebody sets or notifies what a call waits for."""
    assert isinstance(call.func, ast.Attribute)
    waited = last_word(call.func.value)
    return any(last_word(node.value) == waited for name in ("set", "notify", "notify_all") for node in module.places.attributes(name))


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    stack = [node]
    while stack:
        part = stack.pop()
        yield part
        if not isinstance(part, (ast.Lambda, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            stack.extend(ast.iter_child_nodes(part))


def _seconds(call: ast.Call, found: FlagLoop, module: Module) -> float | None:
    """How long a call sleeps, as far as it is written: a constant, or a parameter that the thread's own call fills."""
    if not call.args:
        return None
    given = _from_thread(call.args[0], found.function, module) or call.args[0]
    values = module.values.of(given)
    numbers = [value.value for value in values if isinstance(value, Const) and isinstance(value.value, (int, float))]
    return float(max(numbers)) if values and len(numbers) == len(values) else None


def _from_thread(node: ast.expr, function: ast.AST, module: Module) -> ast.expr | None:
    """What the call that makes the thread hands over for a parameter of its function: an item of `args=(…)`."""
    binding = module.names.only(node)
    makers = [call for one, call in thread_functions(module) if one is function]
    if binding is None or binding.kind != "parameter" or len(makers) != 1 or not isinstance(function, ast.FunctionDef):
        return None
    plain = [*function.args.posonlyargs, *function.args.args]
    given = argument(makers[0], 3, "args")
    place = next((number for number, arg in enumerate(plain) if arg is binding.node), None)
    if place is None or not isinstance(given, (ast.Tuple, ast.List)) or place >= len(given.elts):
        return None
    return given.elts[place]


# The assignment that does not reach the flag


class Lost(NamedTuple):
    """`where`: the assignment; `name`: the flag; `why` it is lost: "local", or the module that the name was copied from."""

    where: ast.stmt
    name: str
    why: str
    loop_line: int


def lost_assignments(module: Module) -> Iterator[Lost]:
    """Assignments of True or False to a name that is not the flag which a thread's loop asks, though it is named so."""
    loops = {found.name: found for found in reversed(flag_loops(module))}
    handlers = signal_handlers(module)
    others = {found.name: found for found in reversed(list(all_loops(module))) if found.name not in loops} if handlers else {}
    for name, found in {**loops, **others}.items():
        for scope in module.names.scopes():
            binding = lost_in(scope, name, module) if name in loops or scope.node in handlers else None
            if binding is not None and scope.node is not found.function:
                statement = module.index.statement(binding.node)
                if statement is not None:
                    yield Lost(statement, name, "local", found.loop.lineno)
    yield from copied_flags(module)


def signal_handlers(module: Module) -> set[ast.AST]:
    """The functions of this module that it hands to `signal.signal`."""
    found: set[ast.AST] = set()
    for call in module.index.of(ast.Call):
        assert isinstance(call, ast.Call)
        if last_word(call.func) == "signal" and len(call.args) == 2 and called(call, module) == "signal.signal":
            value = module.values.one(call.args[1])
            handler = module.values.node_of(value) if isinstance(value, Func) else None
            if handler is not None:
                found.add(handler)
    return found


def all_loops(module: Module) -> Iterator[FlagLoop]:
    """The loops of all functions that go on by a bare flag of this module."""
    for node in module.index.of(ast.While):
        assert isinstance(node, ast.While)
        flag = asked_flag(node.test) or left_by_flag(node)
        if flag is not None and is_module_flag(flag[0], module.names):
            yield FlagLoop(node, flag[0].id, flag[1], module.index.function(node))


def lost_in(scope: Scope, name: str, module: Module) -> Binding | None:
    """The only thing that a function does with its local of that name: it sets it and never reads it."""
    if not isinstance(scope.node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
        return None
    found = scope.bindings.get(name, [])
    if not found or any(truth_of(binding) is None for binding in found):
        return None
    if any(module.places.reads(binding) for binding in found):
        return None
    return found[0]


def copied_flags(module: Module) -> Iterator[Lost]:
    """`from flags import stopped` and then `stopped = True`: the module `flags` keeps its own, which its thread's function asks."""
    if not any(truth_of(binding) is not None and _is_import_too(binding) for binding in _bools(module)):
        return
    functions = imported_targets(module)
    for scope in module.names.scopes():
        for name, found in scope.bindings.items():
            origin = next((binding for binding in found if binding.kind == "import"), None)
            if origin is not None:
                yield from _copied(name, origin, [*found, *scope.elsewhere.get(name, ())], functions, module)


def _bools(module: Module) -> Iterator[Binding]:
    for node in module.index.of(ast.Assign):
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, bool):  # type: ignore[attr-defined]
            for target in node.targets:  # type: ignore[attr-defined]
                binding = module.places.bindings.get(target) if isinstance(target, ast.Name) else None
                if binding is not None:
                    yield binding


def _is_import_too(binding: Binding) -> bool:
    """Whether the name that is set is an imported one."""
    return any(
        other.kind == "import" for other in (*binding.scope.bindings.get(binding.name, ()), *binding.scope.elsewhere.get(binding.name, ()))
    )


def _copied(name: str, origin: Binding, found: list[Binding], functions: list[Func], module: Module) -> Iterator[Lost]:
    whole = module.values.view.terms.absolute(origin.qualified)
    for function in functions:
        view = module.project.view(function.module)
        facts = view.function(function.qualname) if view is not None else None
        asked: dict[str, int] = dict((facts or {}).get("flags", ()))
        last = whole.rpartition(".")[2]
        if whole != f"{function.module}.{last}" or last not in asked:
            continue
        for binding in found:
            statement = module.index.statement(binding.node)
            if truth_of(binding) is not None and statement is not None:
                yield Lost(statement, name, function.module, asked[last])


def imported_targets(module: Module) -> list[Func]:
    """The functions of other modules that this one hands to a thread."""
    found: list[Func] = []
    for call in module.index.of(ast.Call):
        assert isinstance(call, ast.Call)
        for task in tasks(call, module):
            if "Process" not in task.callee:
                own = module.values.view.module
                found += [value for value in module.values.of(task.given) if isinstance(value, Func) and value.module != own]
    return found
