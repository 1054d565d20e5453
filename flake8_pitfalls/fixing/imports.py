"""An import that a fix needs: the one that is there, under the name that it has there, or a new one in its place.

A new one stands after the docstring and `from __future__`, in order among the imports that come first. There is none where the name is
taken: by another binding that is seen from the place that needs it, or by one that the new import would overwrite.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import NamedTuple

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.names import BUILTINS, Binding, Scope
from flake8_pitfalls.model import Edit
from flake8_pitfalls.text.source import Span


class Imported(NamedTuple):
    """How code can write what it needs: `name` (`asyncio`, `aio`, `concurrent.futures`), and the edits that import it, if any."""

    name: str
    edits: tuple[Edit, ...]


def ensure_import(module: Module, wanted: str, at: ast.AST) -> Imported | None:
    """`import wanted` for the code at a node; `wanted` is a module's full dotted name. None where its name is taken."""
    first = wanted.partition(".")[0]
    for binding in _imports_seen(module, at):
        if isinstance(module.index.parent(binding.node), ast.Import):
            whole = binding.node.name  # type: ignore[attr-defined]
            if binding.qualified == wanted and binding.name != first:
                return Imported(binding.name, ())
            if binding.name == first and (whole == wanted or whole.startswith(f"{wanted}.")):
                return Imported(wanted, ())
        elif binding.qualified == wanted:
            return Imported(binding.name, ())
    if _is_taken(module, first, at, {first}, star_counts=False):
        return None
    return Imported(wanted, (new_import(module, f"import {wanted}"),))


def ensure_from_import(module: Module, origin: str, wanted: str, at: ast.AST) -> Imported | None:
    """`from origin import wanted` for the code at a node, or what is there already: `sleep`, `aio.sleep`. None where the name is taken."""
    for binding in _imports_seen(module, at):
        if binding.qualified == f"{origin}.{wanted}":
            return Imported(binding.name, ())
        if binding.qualified == origin and binding.name != origin.partition(".")[0]:
            return Imported(f"{binding.name}.{wanted}", ())
        if binding.qualified == origin and "." not in origin:
            return Imported(f"{origin}.{wanted}", ())
    if _is_taken(module, wanted, at, {f"{origin}.{wanted}"}, star_counts=True):
        return None
    return Imported(wanted, (new_import(module, f"from {origin} import {wanted}"),))


def _imports_seen(module: Module, at: ast.AST) -> Iterable[Binding]:
    """The imports of names that mean one thing only, which have surely run before a node and are seen from it; nearest scopes first."""
    names = module.names
    here: Scope | None = names.scope(at)
    start = here
    while here is not None:
        for name, found in here.bindings.items():
            first = found[0]
            if first.kind != "import" or here.elsewhere.get(name) or names.deciding(name, start) is not here:
                continue
            if {binding.qualified for binding in found} == {first.qualified}:
                yield from (binding for binding in found if _has_run(module, binding, at))
        here = here.parent


def _has_run(module: Module, binding: Binding, at: ast.AST) -> bool:
    """Whether an import stands straight in the body of its function or module, before what needs it has run."""
    statement = module.index.parent(binding.node)
    if statement is None or module.index.parent(statement) is not binding.scope.node:
        return False
    if binding.scope.is_module and module.names.scope(at) is not binding.scope and _runs_later(module, at):
        return True
    return module.source.span(statement).end <= module.source.span(at).start


def _runs_later(module: Module, at: ast.AST) -> bool:
    """Whether a node runs in a function, which is called when the module's own imports have run."""
    function = module.index.function(at)
    while isinstance(function, ast.ClassDef):
        function = module.index.function(function)
    return not isinstance(function, ast.Module)


def _is_taken(module: Module, name: str, at: ast.AST, same: set[str], star_counts: bool) -> bool:
    """Whether a module-level import of this name would not be what the node sees, or would change what the name means elsewhere."""
    names = module.names
    top = names.module_scope
    deciding = names.deciding(name, names.scope(at))
    if deciding is not None and deciding is not top:
        return True
    if any(binding.qualified not in same for binding in (*top.bindings.get(name, ()), *top.elsewhere.get(name, ()))):
        return True
    for star in top.stars:
        exports = names.star(star)
        if star_counts if exports is None else name in exports:
            return True
    return name in BUILTINS


# Where a new import stands


def new_import(module: Module, line: str) -> Edit:
    """The edit that adds one import statement, in order among the imports that the file begins with."""
    body = _body(module)
    prelude = prelude_length(body)
    run = _leading_run(module, body[prelude:])
    if not run:
        return first_place(module, line)
    for statement in run:
        if _order(line) < _order(module.source.segment(statement)) and _stands_alone(module, statement):
            return Edit(Span(_line_start(module, statement), _line_start(module, statement)), f"{line}\n")
    if _ends_its_line(module, body, run[-1]):
        return _after(module, run[-1], line, "")
    return first_place(module, line)


def first_place(module: Module, text: str) -> Edit:
    """The edit that puts statements before all others but the docstring and `from __future__`; `text` has no line end at its end."""
    body = _body(module)
    prelude = prelude_length(body)
    if prelude:
        last = body[prelude - 1]
        if not _ends_its_line(module, body, last):
            end = module.source.span(last).end
            return Edit(Span(end, end), "; " + text.replace("\n\n", "\n").replace("\n", "; "))
        follows = body[prelude] if prelude < len(body) else None
        if follows is not None and isinstance(follows, (ast.Import, ast.ImportFrom)) and _stands_alone(module, follows):
            return Edit(Span(_line_start(module, follows), _line_start(module, follows)), _with_gap(text, follows))
        return _after(module, last, text, "" if isinstance(last, ast.ImportFrom) else "\n")
    if not body:
        return Edit(Span(0, 0), f"{text}\n")
    start = _line_start(module, body[0])
    return Edit(Span(start, start), _with_gap(text, body[0]))


def prelude_length(body: list[ast.stmt]) -> int:
    """How many statements at the beginning must stay there: the docstring and the `from __future__` imports."""
    length = 0
    for number, node in enumerate(body):
        docstring = (
            number == 0 and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        )
        if not docstring and not (isinstance(node, ast.ImportFrom) and node.module == "__future__" and not node.level):
            break
        length = number + 1
    return length


def _body(module: Module) -> list[ast.stmt]:
    return module.tree.body


def _with_gap(text: str, follows: ast.stmt) -> str:
    """The text with the empty lines that part it from what follows."""
    if isinstance(follows, (ast.Import, ast.ImportFrom)):
        return f"{text}\n"
    if isinstance(follows, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return f"{text}\n\n\n"
    return f"{text}\n\n"


def _leading_run(module: Module, body: list[ast.stmt]) -> list[ast.stmt]:
    """The imports that stand first, one below the other, up to the first empty line or other statement."""
    run: list[ast.stmt] = []
    for node in body:
        if not isinstance(node, (ast.Import, ast.ImportFrom)):
            break
        if run and node.lineno != (run[-1].end_lineno or run[-1].lineno) + 1:
            break
        run.append(node)
    return run


def _order(line: str) -> tuple[bool, str]:
    """Plain imports before `from` imports, each by the module's name."""
    words = line.replace(",", " ").split()
    return words[0] == "from", words[1].lower()


def _line_start(module: Module, node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(item.lineno for item in decorators)])
    return module.source.line_starts[first - 1]


def _stands_alone(module: Module, node: ast.stmt) -> bool:
    """Whether nothing stands before a statement on its line."""
    start = _line_start(module, node)
    return not module.source.text[start : module.source.span(node).start].strip()


def _ends_its_line(module: Module, body: list[ast.stmt], node: ast.stmt) -> bool:
    """Whether no other statement follows on the line on which this one ends."""
    place = body.index(node)
    return place + 1 == len(body) or body[place + 1].lineno > (node.end_lineno or node.lineno)


def _after(module: Module, node: ast.stmt, text: str, gap: str) -> Edit:
    """Lines below a statement that ends its line."""
    line = node.end_lineno or node.lineno
    starts = module.source.line_starts
    if line < len(starts):
        return Edit(Span(starts[line], starts[line]), f"{gap}{text}\n")
    end = len(module.source.text)
    return Edit(Span(end, end), f"\n{gap}{text}\n")
