"""Repairs for greenlets that block: everything patched first, a patch moved first or made wider, `gevent.sleep` for `time.sleep`.

A patch comes after the docstring, `from __future__` and imports of gevent or eventlet themselves, before all else.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.startup import asks_for_main
from flake8_pitfalls.fixing.edits import holds_comment
from flake8_pitfalls.fixing.imports import ensure_import, first_place, prelude_length
from flake8_pitfalls.knowledge.gevent import LIBRARIES, PATCHERS, canonical, covering
from flake8_pitfalls.model import Edit, Fix, Safety
from flake8_pitfalls.text.source import Span

if TYPE_CHECKING:
    from flake8_pitfalls.facts.greenlets.patches import GreenBlock, LatePatch
    from flake8_pitfalls.facts.greenlets.timeline import Patch

Import = ast.Import | ast.ImportFrom


class Way(NamedTuple):
    """How a module can write the patch: the line that imports it, the call, and the import that is there for it already, if any."""

    line: str
    call: str
    there: Import | None


# PIT303


def patch_first(block: GreenBlock, module: Module) -> Fix | None:
    """Everything patched first, in a module that is run; elsewhere the library's own sleep, where only greenlets sleep."""
    if covering(block.reached.name) == ():
        return None
    library = block.library
    if not module.patches.is_run:
        return own_sleep(block, library, module)
    narrow = next((patch for patch in module.patches.own.patches if patch.is_sure and patch.frames[-1:]), None)
    if narrow is not None:
        return wider(narrow, module)
    way = way_of(library, module)
    if way is None:
        return None
    edits = put_first(module, [way.there] if way.there is not None else [], [] if way.there is not None else [way.line], way.call, [])
    return Fix(f"Patch everything first: `{way.call}`", edits, Safety.UNSAFE) if edits else None


def way_of(library: str, module: Module) -> Way | None:
    """How a module writes the library's whole patch; None where its names are taken."""
    origin, name, call = ("gevent", "monkey", "patch_all()") if library == "gevent" else ("", "eventlet", "monkey_patch()")
    dotted = f"{origin}.{name}" if origin else name
    bindings = module.names.module_scope.bindings
    for bound, found in bindings.items():
        if (
            len(found) == 1
            and found[0].kind == "import"
            and found[0].qualified == dotted
            and bound not in module.names.module_scope.elsewhere
        ):
            statement = module.index.parent(found[0].node)
            if not isinstance(statement, (ast.Import, ast.ImportFrom)) or statement not in module.tree.body:
                continue
            if is_green_import(statement) and stands_alone(statement, module):
                return Way("", f"{bound}.{call}", statement)
    same = {binding.qualified for binding in bindings.get(name, ())} <= {dotted}
    if not same or name in module.names.module_scope.elsewhere or is_used_otherwise(name, module):
        return None
    line = f"from {origin} import {name}" if origin else f"import {name}"
    return Way(line, f"{name}.{call}", None)


def is_used_otherwise(name: str, module: Module) -> bool:
    """Whether some scope of its own gives a name a meaning, or it is used without any."""
    for node in module.index.of(ast.Name):
        assert isinstance(node, ast.Name)
        if node.id == name and isinstance(node.ctx, ast.Load) and not module.names.bindings(node):
            return True
    return False


def wider(narrow: Patch, module: Module) -> Fix | None:
    """The patch that is there, made to patch everything."""
    frame = narrow.frames[-1]
    if frame.module != module.dotted or frame.number < 0:
        return None
    call = module.project.own.local.body(frame.qualname)[frame.number][1]
    if not isinstance(call, ast.Call) or holds_comment(module, module.source.span(call)):
        return None
    names = {canonical(name) for name in module.values.things(call.func)}
    name = names.pop() if len(names) == 1 else ""
    if name not in PATCHERS:
        return None
    end = module.source.span(call).end
    after = module.source.span(call.func).end
    arguments = Edit(Span(after, end), "()")
    whole = "monkey_patch" if name.startswith("eventlet") else "patch_all"
    edits: tuple[Edit, ...] = (arguments,) if end - after > 2 else ()
    if name.rpartition(".")[2] != whole:
        if isinstance(call.func, ast.Attribute):
            edits = (Edit(Span(after - len(call.func.attr), after), whole), *edits)
        else:
            renamed = renamed_import(call.func, whole, module)
            if renamed is None:
                return None
            edits = (*renamed, *edits)
    return Fix(f"Patch everything: `{whole}()`", edits, Safety.UNSAFE) if edits else None


def renamed_import(node: ast.expr, whole: str, module: Module) -> tuple[Edit, ...] | None:
    """`from gevent.monkey import patch_socket` and its one use, under another name."""
    binding = module.names.only(node)
    if binding is None or binding.kind != "import" or not isinstance(binding.node, ast.alias) or binding.node.asname is not None:
        return None
    uses = [one for one in module.index.of(ast.Name) if one.id == binding.name]  # type: ignore[attr-defined]
    if len(uses) != 1 or whole in module.source.words:
        return None
    start = module.source.span(binding.node).start
    return Edit(Span(start, start + len(binding.name)), whole), Edit(module.source.span(node), whole)


def own_sleep(block: GreenBlock, library: str, module: Module) -> Fix | None:
    """`gevent.sleep` for the `time.sleep` of a function of this module that only greenlets call."""
    path = block.reached.path
    if block.reached.name != "time.sleep" or len(path) > 1 or block.handover is None:
        return None
    node: ast.expr | None
    if not path:
        node = next(
            (
                one
                for one in ast.walk(block.where)
                if isinstance(one, (ast.Name, ast.Attribute)) and "time.sleep" in module.values.things(one)
            ),
            None,
        )
    else:
        node = sleeping(block, module)
    given = ensure_import(module, library, node) if node is not None else None
    if given is None or node is None:
        return None
    return Fix(f"Sleep with `{library}.sleep`", (Edit(module.source.span(node), f"{given.name}.sleep"), *given.edits), Safety.UNSAFE)


def sleeping(block: GreenBlock, module: Module) -> ast.expr | None:
    """What is called as `time.sleep` in the function that is handed over, if nothing but greenlets calls that."""
    step = block.reached.path[0]
    if step.path != module.path or any(block.function in (module.project.files.text(path) or "") for path in module.project.importers()):
        return None
    handed = {id(part) for one in module.patches.blocks() if one.handover is not None for part in ast.walk(one.where)}
    for node in module.index.of(ast.Name, ast.Attribute):
        name = node.id if isinstance(node, ast.Name) else node.attr  # type: ignore[attr-defined]
        if name == block.function and id(node) not in handed:
            return None
    for node in module.index.of(ast.Call):
        assert isinstance(node, ast.Call)
        line, column = module.source.position(module.source.span(node).start)
        if (line, column + 1) == (step.line, step.column) and "time.sleep" in module.values.things(node.func):
            return node.func
    return None


# PIT304


def move_first(late: LatePatch, module: Module) -> Fix | None:
    """The late patch, or the late import that brings it, moved before all else."""
    statement = moved_statement(late, module)
    if statement is None:
        return None
    needs = needed(statement, module)
    if needs is None:
        return None
    imports, lines, unused = needs
    edits = put_first(module, imports, lines, text_of(statement, module), [statement, *unused])
    return Fix("Patch first", edits, Safety.UNSAFE) if edits else None


def moved_statement(late: LatePatch, module: Module) -> ast.stmt | None:
    """The statement that patches, if it can be moved: alone on its lines; on top, in a block with others, or in a `try` of its own."""
    statement = module.index.statement(late.where)
    if statement is None:
        return None
    top = next((one for one in (statement, *module.index.ancestors(statement)) if one in module.tree.body), None)
    if isinstance(top, ast.Try) and is_about_patch(top, module) and stands_alone(top, module):
        return top
    if not stands_alone(statement, module):
        return None
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return statement if statement is top and (isinstance(statement, ast.ImportFrom) or len(statement.names) == 1) else None
    if not (isinstance(statement, ast.Expr) and statement.value is late.where):
        return None
    around = module.index.parent(statement)
    if statement is top:
        return statement
    block = around.body if isinstance(around, (ast.If, ast.FunctionDef)) else []
    kept = [one for one in block if one is not statement and not is_green_import(one)]
    return statement if kept and (not isinstance(around, ast.If) or asks_for_main(around.test)) else None


def is_about_patch(node: ast.Try, module: Module) -> bool:
    """Whether a `try` does nothing but import gevent or eventlet and patch, and its handlers nothing."""
    for one in node.body:
        if not is_green_import(one) and not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Call)):
            return False
    return not node.orelse and not node.finalbody and all(isinstance(one, ast.Pass) for handler in node.handlers for one in handler.body)


def needed(statement: ast.stmt, module: Module) -> tuple[list[Import], list[str], list[ast.stmt]] | None:
    """What a statement needs: imports that move with it, import lines written anew, and imports that nothing needs any longer."""
    imports: list[Import] = []
    lines: list[str] = []
    unused: list[ast.stmt] = []
    inside = set(ast.walk(statement))
    for node in inside:
        if not isinstance(node, ast.Name) or not isinstance(node.ctx, ast.Load):
            continue
        binding = module.names.only(node)
        if binding is not None and (binding.node in inside or binding.kind == "builtin"):
            continue
        if binding is None or binding.kind != "import" or not isinstance(binding.node, ast.alias):
            return None
        origin = module.index.parent(binding.node)
        assert isinstance(origin, (ast.Import, ast.ImportFrom))
        if origin in module.tree.body and stands_alone(origin, module) and (is_green_import(origin) or len(origin.names) == 1):
            imports += [origin] if origin not in imports else []
            continue
        lines.append(import_line(origin, binding.node))
        uses = [one for one in module.index.of(ast.Name) if one.id == binding.name]  # type: ignore[attr-defined]
        if origin not in module.tree.body and len(uses) == len(origin.names) == 1 and stands_alone(origin, module):
            unused.append(origin)
    return imports, lines, unused


def import_line(origin: Import, alias: ast.alias) -> str:
    name = f"{alias.name} as {alias.asname}" if alias.asname else alias.name
    if isinstance(origin, ast.Import):
        return f"import {name}"
    return f"from {'.' * origin.level}{origin.module or ''} import {name}"


def is_green_import(node: ast.stmt) -> bool:
    """Whether a statement imports nothing but gevent and eventlet."""
    if isinstance(node, ast.Import):
        return all(alias.name.startswith(LIBRARIES) for alias in node.names)
    return isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").startswith(LIBRARIES)


# Both


def put_first(module: Module, imports: list[Import], lines: list[str], call: str, moved: list[ast.stmt]) -> tuple[Edit, ...]:
    """The edits that bring imports, new lines and the patch to the beginning, and cut what moved; () where the text does not allow it."""
    body = module.tree.body
    first = prelude_length(body)
    head = first
    while head < len(body) and is_green_import(body[head]) and stands_alone(body[head], module):
        head += 1
    leading = body[first:head]
    if not lines and imports and all(one in leading for one in imports):
        end = line_end(leading[-1], module)
        edits = [Edit(Span(end, end), f"\n{call}\n")]
    else:
        gone: list[ast.stmt] = [one for one in imports if stands_alone(one, module)]
        if gone != imports:
            return ()
        text = "\n".join([*[text_of(one, module) for one in imports], *lines])
        edits = [first_place(module, f"{text}\n\n{call}" if text else call)]
        edits += [cut(one, module) for one in gone]
    edits += [cut(one, module) for one in moved]
    return joined(edits)


def joined(edits: list[Edit]) -> tuple[Edit, ...]:
    """The edits in order, what is put in where something is cut out made one with it; () where two cannot stand together."""
    found: list[Edit] = []
    for edit in sorted(edits):
        if found and found[-1].span.start == found[-1].span.end == edit.span.start:
            found[-1] = Edit(edit.span, found[-1].text + edit.text)
        elif found and edit.span.start < found[-1].span.end:
            return ()
        else:
            found.append(edit)
    return tuple(found)


def stands_alone(node: ast.stmt, module: Module) -> bool:
    """Whether a statement has its lines to itself, a comment at their end aside."""
    source = module.source
    start, end = source.span(node)
    before = source.text[source.line_starts[node.lineno - 1] : start]
    rest = source.text[end : line_end(node, module)].strip(" \t\f\r\n")
    return not before.strip() and (not rest or rest.startswith("#"))


def line_end(node: ast.stmt, module: Module) -> int:
    """Where the line after a statement begins."""
    starts = module.source.line_starts
    line = node.end_lineno or node.lineno
    return starts[line] if line < len(starts) else len(module.source.text)


def text_of(node: ast.stmt, module: Module) -> str:
    """A statement with the comments at its end and right above it, without its indentation."""
    source = module.source
    start = source.span(node).start
    last = source.text[start : line_end(node, module)].rstrip("\r\n")
    return "\n".join([*comments_above(node, module), last])


def comments_above(node: ast.stmt, module: Module) -> list[str]:
    """The comments right above a patch; those above an import head its group, and those at the top the file."""
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return []
    found: list[str] = []
    line = node.lineno - 1
    while line > 0 and module.source.line(line).strip().startswith("#"):
        found.insert(0, module.source.line(line).strip())
        line -= 1
    return found if line > 0 else []


def cut(node: ast.stmt, module: Module) -> Edit:
    """A statement's lines go, and with them the empty lines before it, if empty ones follow."""
    source = module.source
    line = node.lineno - len(comments_above(node, module))
    end = line_end(node, module)
    after = source.line((node.end_lineno or node.lineno) + 1)
    if not after.strip():
        while line > 2 and not source.line(line - 1).strip():
            line -= 1
    return Edit(Span(source.line_starts[line - 1], end), "")
