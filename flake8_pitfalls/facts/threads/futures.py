"""Work that is handed to executors and pools, and who reads what it came to."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.facts.handled import handles_all
from flake8_pitfalls.facts.threads.threads import argument, callees
from flake8_pitfalls.facts.values import Func, Partial, Thing, Wrapped
from flake8_pitfalls.knowledge.threads import LOOKERS, MAPS, SUBMITS, TARGETS, UNREADING, WAITS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.threads.journeys import Journey

METHODS = frozenset(name.rpartition(".")[2] for name in (*SUBMITS, *MAPS))
# Uses of a future or of a list of them that read nothing.
BLIND = frozenset(("dropped", "key", "stored"))
LOOKING = (
    frozenset(f"builtins.{name}" for name in ["len", "id", "bool", "any", "all", "list", "tuple", "set", "sorted", "reversed", "enumerate"])
    | WAITS
)
# Of the calls that only look, those that iterate.
TAKING_ALL = frozenset(f"builtins.{name}" for name in ["any", "all", "min", "max", "sum"])


class Submission(NamedTuple):
    """One call that hands work over: `read` is the method that would read it, "" where its results come by iteration."""

    call: ast.Call
    task: ast.expr
    read: str


def submissions(module: Module) -> Iterator[Submission]:
    """All of a module, in the order of the text, whose executor or pool is known."""
    for node in module.index.of(ast.Call):
        assert isinstance(node, ast.Call)
        if last_word(node.func) not in METHODS and not is_alias(node.func, module):
            continue
        names = {
            name for name in callees(node, module) or () if not name.startswith("builtins.NoneType.")
        }  # a pool made when first asked for
        if not names:
            continue
        task = argument(node, 0, *{word for name in names for word in TARGETS.get(name, (0, ()))[1]})
        if task is not None and names <= MAPS:
            yield Submission(node, task, "")
        elif task is not None and all(name in SUBMITS for name in names) and not has_callback(node, names):
            yield Submission(node, task, SUBMITS[next(iter(names))])


def is_alias(node: ast.expr, module: Module) -> bool:
    """Whether a name is bound to such a method: `submit = pool.submit`."""
    binding = module.names.only(node) if isinstance(node, ast.Name) else None
    return binding is not None and binding.kind == "assign" and last_word(binding.value) in METHODS


def has_callback(call: ast.Call, names: set[str]) -> bool:
    """Whether a pool is told whom to call with the exception, as its fifth argument or by name; `*` or `**` may hide it."""
    if any(name.endswith(".submit") for name in names):
        return False
    hidden = any(isinstance(given, ast.Starred) for given in call.args) or any(keyword.arg is None for keyword in call.keywords)
    return hidden or len(call.args) > 4 or any(keyword.arg == "error_callback" for keyword in call.keywords)


def is_unread(submission: Submission, journey: Journey) -> bool:
    """Whether nobody reads the result or the exception, as far as the whole way of the future is seen."""
    if journey.escaped is not None:
        return False
    for use in journey.uses:
        if use.kind == "attribute" and use.name in UNREADING and submission.read:
            continue
        if not submission.read and use.kind == "argument" and use.name in LOOKERS - TAKING_ALL:
            continue
        if use.kind in BLIND or (submission.read and (use.kind == "compared" or (use.kind == "argument" and use.name in LOOKING))):
            continue
        return False
    return True


# Tasks that keep nothing for a future


def can_fail(task: ast.expr, module: Module) -> bool:
    """Whether a task may end in an exception, as far as its code is seen: nothing is known of what is not."""
    found = module.values.of(task)
    return bool(found) and all(_can_fail(value, module) for value in found)


def _can_fail(value: Any, module: Module) -> bool:
    while isinstance(value, (Partial, Wrapped)):
        value = value.function
    if isinstance(value, Thing):
        return not value.name.startswith("unittest.mock")
    if not isinstance(value, Func):
        return False
    function = module.values.node_of(value)
    if isinstance(function, ast.Lambda):
        return not isinstance(function.body, (ast.Constant, ast.Name))
    if isinstance(function, ast.FunctionDef):
        return not handles_all(function.body)
    facts = module.project.function(value)
    return facts is not None and facts["kind"] == "sync" and not facts["handles"]


def only_gives(task: ast.expr, module: Module) -> bool:
    """Whether a task does nothing but make what it gives, so that this is lost with the future."""
    functions = [module.values.node_of(value) if isinstance(value, Func) else None for value in module.values.of(task)]
    return bool(functions) and all(isinstance(function, ast.FunctionDef) and _only_gives(function) for function in functions)


def _only_gives(function: ast.FunctionDef) -> bool:
    body = [node for node in function.body if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))]
    if function.decorator_list or not body or not all(isinstance(node, (ast.Assign, ast.AnnAssign, ast.Return)) for node in body):
        return False
    last = body[-1]
    return isinstance(last, ast.Return) and last.value is not None and not isinstance(last.value, (ast.Constant, ast.Name, ast.Attribute))


def task_name(task: ast.expr, module: Module) -> str:
    """How a message names the task."""
    if isinstance(task, (ast.Name, ast.Attribute)):
        return f"`{module.source.segment(task)}`"
    return "the task"


def waited_by(journey: Journey) -> str:
    """`wait` or `as_completed`, if the future is handed to one of them."""
    for use in journey.uses:
        if use.kind == "argument" and use.name in WAITS:
            return use.name.rpartition(".")[2]
        if use.kind == "attribute" and use.name in ("done", "wait", "running"):
            return use.name
    return ""
