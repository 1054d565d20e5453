"""Functions that only compute, in bytecode, so that threads which run them take turns; and who hands one of them to several threads."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.bodies import body_nodes
from flake8_pitfalls.facts.index import COMPREHENSIONS
from flake8_pitfalls.facts.threads.targets import Task, tasks
from flake8_pitfalls.facts.threads.threads import argument, called, made_of
from flake8_pitfalls.facts.values import Cls, Const, Func, Inst, Partial, Thing, type_name
from flake8_pitfalls.knowledge.threads import THREAD_POOLS, THREADS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

PURE = frozenset(
    f"builtins.{name}"
    for name in [
        "range",
        "len",
        "int",
        "float",
        "abs",
        "min",
        "max",
        "sum",
        "sorted",
        "reversed",
        "enumerate",
        "zip",
        "divmod",
        "pow",
        "round",
        "str",
        "list",
        "dict",
        "set",
        "tuple",
        "frozenset",
        "bool",
        "ord",
        "chr",
        "all",
        "any",
        "complex",
        "isinstance",
        "bin",
        "hex",
        "oct",
        "repr",
        "map",
        "filter",
    ]
) | frozenset(f"random.{name}" for name in ["random", "randint", "randrange", "uniform", "gauss", "choice", "getrandbits"])
PURE_MODULES = (
    "math.",
    "cmath.",
    "operator.",
    "itertools.",
    "builtins.list.",
    "builtins.dict.",
    "builtins.set.",
    "builtins.str.",
    "builtins.int.",
)
QUIET = frozenset(
    [
        "append",
        "extend",
        "add",
        "update",
        "items",
        "keys",
        "values",
        "get",
        "pop",
        "join",
        "split",
        "strip",
        "count",
        "index",
        "sort",
        "insert",
        "copy",
        "lower",
        "upper",
    ]
)
MANY_TURNS = 20_000  # a loop of fewer turns, all written out, is no work
MAPS = ("map", "imap", "imap_unordered", "map_async", "starmap", "starmap_async")
DEPTH = 6


class Handing(NamedTuple):
    """The first call that hands a computing function to one of several threads; `name` is the function's."""

    task: Task
    name: str
    function: ast.FunctionDef


def handings(module: Module) -> Iterator[Handing]:
    """Each computing function that goes to two or more threads, once."""
    found: dict[ast.FunctionDef, list[Task]] = {}
    for call in module.index.of(ast.Call):
        assert isinstance(call, ast.Call)
        for task in tasks(call, module):
            function = _function(task, module) if task.word in ("target", "function", "fn", "func") and _is_threaded(task, module) else None
            if function is not None:
                found.setdefault(function, []).append(task)
    names = {function: function.name for function in found}
    for call, value in module.threads.made.items():
        run = _own_run(value, module)
        if run is not None and isinstance(value.of, Cls):
            names[run] = f"{value.of.qualname}.run"
            found.setdefault(run, []).append(Task(call, "threading.Thread", call.func, "target"))
    for function, given in found.items():
        if (len(given) > 1 or _is_repeated(given[0], module)) and computes(function, module):
            yield Handing(given[0], names[function], function)


def _own_run(value: Inst, module: Module) -> ast.FunctionDef | None:
    """What a thread of a class of this project runs, where that class says so in this module."""
    if not isinstance(value.of, Cls) or made_of(value, module) not in THREADS:
        return None
    classes = module.project.classes
    run, _ = classes.lookup(classes.order(value.of), "run")
    one = next(iter(run)) if len(run) == 1 else None
    node = module.values.node_of(one) if isinstance(one, Func) else None
    return node if isinstance(node, ast.FunctionDef) and not node.decorator_list else None


def _is_threaded(task: Task, module: Module) -> bool:
    owner = task.callee.rpartition(".")[0]
    if task.callee in THREADS or task.callee in ("asyncio.to_thread", "_thread.start_new_thread"):
        return task.callee != "threading.Timer"
    return owner in THREAD_POOLS and not _is_single(task.call, module)


def _is_single(call: ast.Call, module: Module) -> bool:
    """Whether the pool has one worker."""
    values = module.values.of(call.func.value) if isinstance(call.func, ast.Attribute) else frozenset()
    for value in values:
        given = module.project.evaluator.argument(value.site, 0, "max_workers") if isinstance(value, Inst) else None
        if given and all(isinstance(one, Const) and one.value == 1 for one in given):
            return True
    return False


def _function(task: Task, module: Module) -> ast.FunctionDef | None:
    value = module.values.one(task.given)
    value = value.function if isinstance(value, Partial) else value
    node = module.values.node_of(value) if isinstance(value, Func) else None
    return node if isinstance(node, ast.FunctionDef) and not node.decorator_list else None


def _is_repeated(task: Task, module: Module) -> bool:
    """Whether one call hands it over several times: a map, or in a loop or comprehension."""
    if task.callee.rpartition(".")[2] in MAPS:
        return True
    child: ast.AST = task.call
    for around in module.index.ancestors(task.call):
        if isinstance(around, (ast.For, ast.While)) and isinstance(child, ast.stmt):
            return not any(isinstance(part, ast.Break) for part in around.body)
        if isinstance(around, COMPREHENSIONS):
            return True
        if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            return False
        child = around
    return False


# What only computes


def computes(function: ast.FunctionDef, module: Module, seen: frozenset[ast.AST] = frozenset()) -> bool:
    """Whether a function's body is loops over arithmetic (or calls itself), with nothing in it that waits or leaves bytecode."""
    works = False
    for node in body_nodes(function):
        if isinstance(node, (ast.With, ast.AsyncWith, ast.Await, ast.Yield, ast.YieldFrom, ast.Import, ast.ImportFrom)):
            return False
        if isinstance(node, ast.Call):
            answer = _call(node, function, module, seen)
            if answer is None:
                return False
            works = works or answer
        works = works or _is_long(node, module)
    return works


def _call(call: ast.Call, function: ast.FunctionDef, module: Module, seen: frozenset[ast.AST]) -> bool | None:
    """Whether a call is work by itself; None where it may do anything but compute."""
    name = called(call, module)
    if name:
        return False if name in PURE or name.startswith(PURE_MODULES) else None
    values = module.values.of(call.func)
    value = next(iter(values)) if len(values) == 1 else None
    node = module.values.node_of(value) if isinstance(value, Func) else None
    if isinstance(node, ast.FunctionDef):
        if node is function or node in seen:
            return True  # it calls itself
        if len(seen) >= DEPTH or node.decorator_list:
            return None
        return _only_computes(node, module, seen | {function})
    if isinstance(call.func, ast.Attribute) and call.func.attr in QUIET:
        receivers = module.values.of(call.func.value)
        strange = [
            one for one in receivers if isinstance(one, Inst) and isinstance(one.of, Thing) and not type_name(one).startswith("builtins.")
        ]
        known = bool(receivers) and not strange and all(type_name(one).startswith("builtins.") for one in receivers)
        return None if strange or (not known and _may_wait(call, call.func.attr)) else False
    return None


def _may_wait(call: ast.Call, method: str) -> bool:
    """Whether a method of an object that is not known may be a queue's `get`, a thread's `join`, a hash's `update`."""
    if method in ("get", "join"):
        plain = call.args and not (isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, (bool, int, float)))
        return bool(call.keywords) or not plain
    return method == "update"


def _only_computes(node: ast.FunctionDef, module: Module, seen: frozenset[ast.AST]) -> bool | None:
    """Of a helper: True where it is work, False where it is a little arithmetic, None where it is anything else."""
    if computes(node, module, seen):
        return True
    inner = [part for part in body_nodes(node) if isinstance(part, ast.Call)]
    waits = any(isinstance(part, (ast.With, ast.Await, ast.Yield, ast.YieldFrom, ast.Import, ast.ImportFrom)) for part in body_nodes(node))
    return None if waits or any(_call(part, node, module, seen) is None for part in inner) else False


def _is_long(node: ast.AST, module: Module) -> bool:
    """Whether a loop may take many turns."""
    if isinstance(node, ast.While):
        return True
    iterable = node.iter if isinstance(node, (ast.For, ast.comprehension)) else None
    if iterable is None:
        return False
    if isinstance(iterable, ast.Call) and called(iterable, module) == "builtins.range":
        bounds = [module.values.one(given) for given in iterable.args]
        numbers = [bound.value for bound in bounds if isinstance(bound, Const) and isinstance(bound.value, int)]
        return len(numbers) < len(bounds) or max(numbers, default=0) >= MANY_TURNS
    return not isinstance(iterable, (ast.List, ast.Tuple, ast.Constant))


def keeps_to_itself(function: ast.FunctionDef, module: Module) -> bool:
    """Whether a function changes nothing but its locals, so that another process can run it as well."""
    local = module.names.scope_of_body(function)
    made = {name for name, found in local.bindings.items() if all(binding.kind != "parameter" for binding in found)}
    for node in body_nodes(function):
        if isinstance(node, (ast.Global, ast.Nonlocal)):
            return False
        target = node if isinstance(node, (ast.Attribute, ast.Subscript)) and not isinstance(node.ctx, ast.Load) else None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            target = node.func
        if target is not None:
            root: ast.AST = target
            while isinstance(root, (ast.Attribute, ast.Subscript)):
                root = root.value
            if not (isinstance(root, ast.Name) and (root.id in made or module.names.qualified(root) is not None)):
                return False
    return True


def pool_of(task: Task, module: Module) -> ast.Call | None:
    """The call that makes the executor which gets the task, if it is one of `ThreadPoolExecutor()` in this file."""
    if not isinstance(task.call.func, ast.Attribute):
        return None
    value = module.values.one(task.call.func.value)
    if not isinstance(value, Inst) or value.site is None:
        return None
    terms = module.values.view.terms
    return next((node for node in module.index.of(ast.Call) if isinstance(node, ast.Call) and terms.of(node) is value.site.term), None)


def target_keyword(call: ast.Call) -> ast.expr | None:
    return argument(call, None, "target")
