"""Processes in place of threads: another executor, or another class for the worker, under the main guard where it is needed."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.main_guard import runs_at_import
from flake8_pitfalls.facts.threads.computing import Handing, keeps_to_itself, pool_of
from flake8_pitfalls.fixing.edits import ensure_from_import, ensure_import, replace
from flake8_pitfalls.fixing.main_guard import under_main_guard
from flake8_pitfalls.model import Edit

THREADS, PROCESSES = "concurrent.futures.ThreadPoolExecutor", "concurrent.futures.ProcessPoolExecutor"


def as_processes(found: Handing, module: Module) -> tuple[Edit, ...] | None:
    """The edits; None where the function changes what others see, or is not one that a process can find by its name."""
    if not keeps_to_itself(found.function, module) or not isinstance(module.index.parent(found.function), ast.Module):
        return None
    making = pool_of(found.task, module)
    call = making if making is not None else found.task.call
    renamed = _executor(call, module) if making is not None else _worker(found, module)
    if renamed is None:
        return None
    if not runs_at_import(call, module):
        return renamed
    guarded = under_main_guard(call, module)
    return (*renamed, *guarded) if guarded is not None else None


def _executor(making: ast.Call, module: Module) -> tuple[Edit, ...] | None:
    if module.names.qualified(making.func) != THREADS or any(keyword.arg == "thread_name_prefix" for keyword in making.keywords):
        return None
    if isinstance(making.func, ast.Attribute):
        return (replace(module, making.func, f"{module.source.segment(making.func.value)}.ProcessPoolExecutor"),)
    known = ensure_from_import(module, "concurrent.futures", "ProcessPoolExecutor", making)
    return (*known.edits, replace(module, making.func, known.name)) if known is not None else None


def _worker(found: Handing, module: Module) -> tuple[Edit, ...] | None:
    call = found.task.call
    if module.names.qualified(call.func) != "threading.Thread" or any(keyword.arg == "daemon" for keyword in call.keywords):
        return None
    known = ensure_from_import(module, "multiprocessing", "Process", call)
    if known is not None and not known.edits:
        return (replace(module, call.func, known.name),)
    whole = ensure_import(module, "multiprocessing", call)
    return (*whole.edits, replace(module, call.func, f"{whole.name}.Process")) if whole is not None else None
