"""Repairs for a call that stops the event loop: the loop library's own sleep, a thread for anything else, an awaited future.

Measured for each library (`asyncio.sleep` under trio raises, `run_sync` takes no keywords); an import that is needed comes at module level,
since importing one of these in a function takes its time in the loop.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.loops import Library, can_await, lets_nobody_in, library
from flake8_pitfalls.facts.values import Thing
from flake8_pitfalls.fixing.edits import holds_comment, insert, is_in_own_text
from flake8_pitfalls.fixing.imports import Imported, ensure_from_import, ensure_import
from flake8_pitfalls.knowledge.offloading import LIBRARIES
from flake8_pitfalls.model import Edit, Fix, Safety
from flake8_pitfalls.text.source import Span

if TYPE_CHECKING:
    from flake8_pitfalls.facts.calls import Block

ENDLESS = ("sys.stdin", "subprocess.Popen.stdout", "os.popen")


def repaired(block: Block, module: Module) -> Fix | None:
    """The fix of a call in an `async def` that waits; None where no right one is known."""
    node, uses = block.where, library(module)
    if uses is None or is_in_string(node, module) or not can_await(node, module):
        return None
    if block.action.kind == "for":
        return listed(node, module, uses) if block.name not in ENDLESS else None
    if block.action.kind == "with":
        return awaited_submit(block, module, uses)
    if not isinstance(node, ast.Call) or module.calls.view.terms.of(node) is not block.action.terms[0]:
        return None
    way = block.blocking.fix if block.blocking is not None else "thread"
    if way == "sleep" and module.values.of(node.func) == {Thing("time.sleep")}:
        return slept(node, module, uses)
    if way == "future" and uses.name == "asyncio" and isinstance(node.func, ast.Attribute) and node.func.attr == "result":
        return awaited_future(node, module)
    return threaded(node, module, uses) if way else None


def is_in_string(node: ast.AST, module: Module) -> bool:
    """Whether a node stands in an f-string: its place is known from Python 3.12 on only, and the text may print itself."""
    inside = any(isinstance(around, ast.JoinedStr) for around in module.index.ancestors(node))
    return inside and (is_in_own_text(module, node) or not _is_placed(node, module))


def _is_placed(node: ast.AST, module: Module) -> bool:
    """Whether the text where the tree sees a node reads as the node does."""
    try:
        return ast.dump(ast.parse(module.source.segment(node), mode="eval").body) == ast.dump(node)
    except (SyntaxError, ValueError):
        return False


# Sleep


def slept(node: ast.Call, module: Module, uses: Library) -> Fix | None:
    """`await asyncio.sleep(…)`, with the library that runs this module's coroutines."""
    name = named(uses.name, LIBRARIES[uses.name]["sleep"], node, module)
    if name is None or node.keywords:
        return None
    before, after = around(node, module)
    edits = (Edit(module.source.span(node.func), f"{before}{name.name}"), *closing(node, module, after), *name.edits)
    is_safe = uses.is_only and lets_nobody_in(node, module)
    return Fix(f"Sleep with `await {name.name}`", edits, Safety.SAFE if is_safe else Safety.UNSAFE)


def named(origin: str, attribute: str, node: ast.AST, module: Module) -> Imported | None:
    """How the module writes a function of a library: by the import that is there, else by a new one of the library."""
    first = attribute.partition(".")[0]
    there = ensure_from_import(module, origin, first, node)
    if there is not None and not there.edits:
        rest = attribute[len(first) :]
        return Imported(f"{there.name}{rest}", ())
    found = ensure_import(module, origin, node)
    return Imported(f"{found.name}.{attribute}", found.edits) if found is not None else None


# Threads


def threaded(node: ast.Call, module: Module, uses: Library) -> Fix | None:
    """`await asyncio.to_thread(f, …)`: the function itself comes first, then what it was called with."""
    name = named(uses.name, LIBRARIES[uses.name]["thread"], node, module)
    opening = _opening(node, module)
    if name is None or opening is None:
        return None
    imports = list(name.edits)
    call, closers = f"{name.name}(", ""
    if node.keywords and not LIBRARIES[uses.name]["keywords"]:
        partial = named("functools", "partial", node, module)
        if partial is None:
            return None
        imports += [edit for edit in partial.edits if edit not in imports]
        call, closers = f"{call}{partial.name}(", ")"
    before, after = around(node, module)
    start, end = module.source.span(node)
    comma = "," if module.source.text[opening + 1 : opening + 2].isspace() else ", "  # no blank is left at the end of a line
    edits = [insert(start, f"{before}{call}"), Edit(Span(opening, opening + 1), comma if node.args or node.keywords else "")]
    is_bare = len(node.args) == 1 and not node.keywords and isinstance(node.args[0], ast.GeneratorExp)
    if is_bare and module.source.span(node.args[0]).start == opening:  # its brackets are the call's own
        edits[1:] = [insert(opening, ", ")]
        closers += ")"
    if closers or after:
        edits.append(insert(end, f"{closers}{after}"))
    return Fix(f"Wait in a thread, with `{name.name}`", (*edits, *imports), Safety.UNSAFE)


def _opening(node: ast.Call, module: Module) -> int | None:
    """The offset of the bracket that opens a call's arguments."""
    text, at = module.source.text, module.source.span(node.func).end
    while at < len(text):
        if text[at] == "(":
            return at
        if text[at] == "#":
            at = module.source.offset(module.source.position(at)[0] + 1, 0)
        elif text[at] in ") \t\f\r\n\\":
            at += 1
        else:
            return None
    return None


def listed(node: ast.AST, module: Module, uses: Library) -> Fix | None:
    """`for x in await asyncio.to_thread(list, …)`: what is iterated over is waited for as a whole."""
    name = named(uses.name, LIBRARIES[uses.name]["thread"], node, module)
    if name is None or isinstance(module.index.parent(node), ast.Starred):
        return None
    start, end = module.source.span(node)
    return Fix(
        f"Wait in a thread, with `{name.name}`", (insert(start, f"await {name.name}(list, "), insert(end, ")"), *name.edits), Safety.UNSAFE
    )


# Futures


def awaited_future(node: ast.Call, module: Module) -> Fix | None:
    """`await asyncio.wrap_future(future)`; a timeout becomes `asyncio.wait_for`'s."""
    assert isinstance(node.func, ast.Attribute)
    found = ensure_import(module, "asyncio", node)
    future = module.source.span(node.func.value)
    start, end = module.source.span(node)
    timeout = [*node.args, *[keyword.value for keyword in node.keywords]]
    if found is None or len(timeout) > 1 or any(keyword.arg != "timeout" for keyword in node.keywords):
        return None
    if holds_comment(module, Span(future.end, end)) or any(isinstance(item, ast.Starred) for item in node.args):
        return None
    before, after = around(node, module)
    wrapped = f"{found.name}.wrap_future("
    text = module.source.text
    prefix = text[start : future.start]  # brackets around the future
    suffix = text[future.end : end].partition(".")[0].rstrip()
    first, last = (
        (f"{before}{found.name}.wait_for({wrapped}", f"), {module.source.segment(timeout[0])})") if timeout else (f"{before}{wrapped}", ")")
    )
    edits = (Edit(Span(start, future.start), f"{first}{prefix}"), Edit(Span(future.end, end), f"{suffix}{last}{after}"), *found.edits)
    return Fix(f"Await the future, with `{found.name}.wrap_future`", edits, Safety.UNSAFE)


def awaited_submit(block: Block, module: Module, uses: Library) -> Fix | None:
    """Of `with ThreadPoolExecutor() as pool: pool.submit(f)`: the one job is awaited in its block, so that leaving it waits for nothing."""
    node = module.index.parent(block.where)
    statement = module.index.parent(node) if isinstance(node, ast.withitem) else None
    if not isinstance(node, ast.withitem) or not isinstance(statement, ast.With) or not isinstance(node.optional_vars, ast.Name):
        return None
    pool = node.optional_vars.id
    handed = [
        part
        for inner in statement.body
        for part in ast.walk(inner)
        if isinstance(part, ast.Call)
        and isinstance(part.func, ast.Attribute)
        and isinstance(part.func.value, ast.Name)
        and part.func.value.id == pool
    ]
    found = ensure_import(module, "asyncio", block.where) if uses.name == "asyncio" else None
    if found is None or len(handed) != 1:
        return None
    call = handed[0]
    if not isinstance(module.index.parent(call), ast.Expr):
        return None
    if call.func.attr == "map":  # type: ignore[attr-defined]
        return listed(call, module, uses)
    if not call.args or call.keywords or isinstance(call.args[0], ast.Starred) or module.index.parent(call) not in statement.body:
        return None
    run = f"await {found.name}.get_running_loop().run_in_executor({pool}, "
    start = module.source.span(call).start
    opening = _opening(call, module)
    if opening is None or holds_comment(module, Span(start, opening)):
        return None
    return Fix("Await the job in its pool", (Edit(Span(start, opening + 1), run), *found.edits), Safety.UNSAFE)


# What stands around


def around(node: ast.Call, module: Module) -> tuple[str, str]:
    """What comes before and after: `await `, in brackets where something is taken of the result; nothing where it is awaited already."""
    parent = module.index.parent(node)
    if isinstance(parent, ast.Await):
        return "", ""
    takes = isinstance(parent, (ast.Attribute, ast.Subscript)) and parent.value is node
    takes = takes or (isinstance(parent, ast.Call) and parent.func is node)
    return ("(await ", ")") if takes else ("await ", "")


def closing(node: ast.Call, module: Module, after: str) -> tuple[Edit, ...]:
    return (insert(module.source.span(node).end, after),) if after else ()
