"""What cannot be pickled, where a pool or a spawned process will pickle it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.facts.threads.targets import Task
from flake8_pitfalls.facts.threads.threads import argument, made_of, start_method
from flake8_pitfalls.facts.values import Cls, Const, Func, Inst, Partial
from flake8_pitfalls.knowledge.threads import ARGUMENTS, PROCESS_POOLS, PROCESSES

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

SPAWNS = ("spawn", "forkserver")
OTHER_PICKLES = frozenset(("dill", "cloudpickle", "pathos", "multiprocess"))  # they pickle functions by their code


class Unpicklable(NamedTuple):
    """`where`: the argument; `what` it is, in words; `taker`: what will pickle it, in words."""

    where: ast.expr
    what: str
    taker: str


def unpicklables(tasks: list[Task], module: Module) -> Iterator[Unpicklable]:
    """The arguments of a call, which gives these tasks, that will fail to be pickled."""
    for task in tasks:
        taker = pickled_by(task, module)
        if not taker:
            continue
        for given in (task.given, *(handed_along(task) if task.word != "initializer" else ())):
            what = unpicklable(given, module)
            if what:
                yield Unpicklable(given, what, taker)


def pickled_by(task: Task, module: Module) -> str:
    """Who pickles a task, "" where nobody does: a pool always its tasks, a process its target only where it is spawned."""
    owner, _, method = task.callee.rpartition(".")
    if method == "run_in_executor":
        pool = argument(task.call, 0, "executor")
        is_pool = pool is not None and module.values.certain(pool, lambda value: made_of(value, module) in PROCESS_POOLS)
        return "a process pool" if is_pool else ""
    if owner in PROCESS_POOLS:
        return f"`{owner.rpartition('.')[2]}.{method}`"
    if task.callee in PROCESSES and is_spawned(task.call, module):
        return "a spawned process"
    if task.callee in PROCESS_POOLS and is_spawned(task.call, module):
        return "a spawned worker"
    return ""


def is_spawned(call: ast.Call, module: Module) -> bool:
    """Whether the text says that a Process or pool is started by `spawn` or `forkserver`."""
    context = argument(call, None, "mp_context")
    if context is not None:
        return all(_context(value, module) in SPAWNS for value in module.values.of(context))
    methods = {start_method(value, module) for value in module.values.of(call.func)}
    if methods == {""}:
        return module.threads.chosen_method in SPAWNS
    return bool(methods) and methods <= set(SPAWNS)


def _context(value: Any, module: Module) -> str:
    """The start method of what `get_context(…)` gave."""
    if not isinstance(value, Inst) or getattr(value.of, "name", "") != "multiprocessing.get_context":
        return ""
    given = module.project.evaluator.argument(value.site, 0, "method") or frozenset()
    one = next(iter(given)) if len(given) == 1 else None
    return str(one.value) if isinstance(one, Const) else ""


def handed_along(task: Task) -> list[ast.expr]:
    """The arguments that go with a task, where they are written out."""
    if task.callee in ARGUMENTS:
        names = ARGUMENTS[task.callee]
        given = [
            argument(task.call, 1 if names[1] == "kwds" else None, names[0]),
            argument(task.call, 2 if names[1] == "kwds" else None, names[1]),
        ]
        found: list[ast.expr] = []
        for one in given:
            if isinstance(one, (ast.Tuple, ast.List)):
                found += one.elts
            elif isinstance(one, ast.Dict):
                found += one.values
        return found
    if task.callee.endswith(".submit"):
        return [*task.call.args[1:], *(keyword.value for keyword in task.call.keywords)]
    return []


def unpicklable(node: ast.expr, module: Module) -> str:
    """What an expression is, in words, if it is certain to be something that pickle cannot find by its name; else ""."""
    if isinstance(node, (ast.Constant, ast.Starred)):
        return ""
    found = {_what(value, module) for value in module.values.of(node)}
    return found.pop() if len(found) == 1 else ""


def _what(value: Any, module: Module) -> str:
    if isinstance(value, Partial):
        inner = _what(value.function, module)
        return f"a partial of {inner}" if inner else ""
    if isinstance(value, Inst) and isinstance(value.of, Cls) and "<locals>" in value.of.qualname:
        return (
            f"an object of the class `{_short(value.of.qualname)}`, which is made inside a function"
            if not _reduces(value.of, module)
            else ""
        )
    if isinstance(value, Cls):
        is_here = "<locals>" in value.qualname and value.module == module.values.view.module
        is_lost = is_here and not _is_global(module.values.view.local.class_nodes.get(value.qualname), module)
        return f"`{_short(value.qualname)}`, a class that is made inside a function" if is_lost else ""
    if not isinstance(value, Func):
        return ""
    if isinstance(value.receiver, Inst) and isinstance(value.receiver.of, Cls):
        return _what(value.receiver, module)
    if value.qualname.rpartition(".")[2].startswith("<lambda>") or "<lambda>" in value.qualname:
        return "a lambda"
    if "<locals>" in value.qualname and not _is_global(module.values.node_of(value), module) and not _bears_another_name(value, module):
        return f"`{_short(value.qualname)}`, a function that is made inside another"
    return ""


def _short(qualname: str) -> str:
    return qualname.rpartition(".<locals>.")[2].partition("@")[0]


def _is_global(node: ast.AST | None, module: Module) -> bool:
    """Whether `global name` stands before the `def` or `class`, so that pickle finds it; of another module's nobody knows."""
    binding = module.places.bindings.get(node) if node is not None else None
    return binding is None or binding.scope.is_module


def _bears_another_name(value: Func, module: Module) -> bool:
    """Whether `functools.wraps` and its kin give it the name of what it wraps: then pickle looks for it under that name."""
    node = module.values.node_of(value)
    if not {"update_wrapper", "__qualname__"}.isdisjoint(module.source.words):
        return True
    decorators = getattr(node, "decorator_list", [])
    return any(last_word(one.func if isinstance(one, ast.Call) else one) == "wraps" for one in decorators)


def _reduces(cls: Cls, module: Module) -> bool:
    """Whether a class says itself how it is pickled."""
    classes = module.project.classes
    return any(isinstance(classes.lookup(classes.order(cls), name)[1], Cls) for name in ("__reduce__", "__reduce_ex__"))
