"""The function itself in place of its call, with the call's arguments handed over beside it."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.threads.targets import Task
from flake8_pitfalls.fixing.edits import holds_comment, replace
from flake8_pitfalls.knowledge.threads import ARGUMENTS
from flake8_pitfalls.model import Edit

# These take the task's arguments behind it; those without keywords here take none by name.
FOLLOWED = ("submit", "to_thread")
FOLLOWED_BY_PLACE = ("run_in_executor", "call_soon", "call_soon_threadsafe", "call_later", "call_at")


def uncalled(task: Task, inner: ast.Call, module: Module) -> tuple[Edit, ...] | None:
    """The edits that hand over `f` and its arguments instead of `f(…)`; None where they have no place."""
    if holds_comment(module, module.source.span(inner)):
        return None
    function = module.source.segment(inner.func)
    if not inner.args and not inner.keywords:
        return (replace(module, inner, function),)
    word = task.callee.rpartition(".")[2]
    if task.word == "initializer":
        return None
    if task.callee in ARGUMENTS:
        return _beside(task, inner, function, module)
    last = task.call.args and task.call.args[-1] is task.given and not task.call.keywords
    if not last or not (word in FOLLOWED or (word in FOLLOWED_BY_PLACE and not inner.keywords)):
        return None
    given = [module.source.segment(item) for item in inner.args]
    given += [
        f"{item.arg}={module.source.segment(item.value)}" if item.arg else f"**{module.source.segment(item.value)}"
        for item in inner.keywords
    ]
    return (replace(module, inner, ", ".join([function, *given])),)


def _beside(task: Task, inner: ast.Call, function: str, module: Module) -> tuple[Edit, ...] | None:
    """As `args=` and `kwargs=`, if nothing is handed over so far."""
    by_place, by_name = ARGUMENTS[task.callee]
    call = task.call
    if any(keyword.arg in (by_place, by_name, None) for keyword in call.keywords) or any(
        isinstance(item, ast.Starred) for item in call.args
    ):
        return None
    is_last_of_args = bool(call.args) and call.args[-1] is task.given
    if call.args and not is_last_of_args and _after_target(task):
        return None  # what follows by place would stand behind a keyword
    parts = [function]
    if inner.args:
        given = ", ".join(module.source.segment(item) for item in inner.args)
        parts.append(f"{by_place}=({given},)" if len(inner.args) == 1 else f"{by_place}=({given})")
    if inner.keywords:
        named = ", ".join(
            f'"{item.arg}": {module.source.segment(item.value)}' if item.arg else f"**{module.source.segment(item.value)}"
            for item in inner.keywords
        )
        parts.append(f"{by_name}={{{named}}}")
    return (replace(module, inner, ", ".join(parts)),)


def _after_target(task: Task) -> bool:
    """Whether arguments by place follow the target."""
    place = next((number for number, item in enumerate(task.call.args) if item is task.given), None)
    return place is not None and place + 1 < len(task.call.args)
