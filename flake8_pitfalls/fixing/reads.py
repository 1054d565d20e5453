"""Where the result of a future is read: behind the wait for it, in the loop over it, else at the end of the block that submits it."""

from __future__ import annotations

import ast

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.index import FUNCTIONS
from flake8_pitfalls.facts.threads.futures import Submission
from flake8_pitfalls.fixing.edits import free_name, wrap
from flake8_pitfalls.fixing.lines import after, before, block_of, merged, unit
from flake8_pitfalls.knowledge.threads import WAITS
from flake8_pitfalls.model import Edit, Fix, Safety
from flake8_pitfalls.text.source import Span

LEAVES = (ast.Return, ast.Raise, ast.Break, ast.Continue)


def read_result(submission: Submission, module: Module) -> Fix | None:
    """The fix that reads what a submission came to; None where it has no plain place."""
    edits = _edits(submission, module)
    if edits is None or any(edit is None for edit in edits):
        return None
    title = f"Read it with `.{submission.read}()`" if submission.read else "Read what it gives"
    return Fix(title, merged(edit for edit in edits if edit is not None), Safety.UNSAFE)


def _edits(submission: Submission, module: Module) -> list[Edit | None] | None:
    call = submission.call
    if not submission.read:
        return list(wrap(module.source.span(call), "list(", ")")) if "list" not in _own_names(module) else None
    waited = _at_wait(submission, module)
    if waited is not None:
        return waited
    parent = module.index.parent(call)
    if isinstance(parent, ast.Expr):
        return _dropped(submission, parent, module)
    if isinstance(parent, ast.Assign) and len(parent.targets) == 1 and isinstance(parent.targets[0], ast.Name):
        return _named(submission, parent, parent.targets[0].id, module)
    if isinstance(parent, (ast.ListComp, ast.SetComp)) and parent.elt is call:
        return _made_together(submission, parent, module)
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute) and isinstance(parent.func.value, ast.Name):
        return _appended(submission, parent, module)
    return None


def _own_names(module: Module) -> set[str]:
    return {name for scope in module.names.scopes() for name in scope.bindings}


# At the wait


def _at_wait(submission: Submission, module: Module) -> list[Edit | None] | None:
    for use in module.threads.journey(submission.call).uses:
        if use.kind == "argument" and use.name in WAITS and isinstance(use.node, ast.Call) and use.node.args:
            if use.name.endswith("as_completed"):
                return _in_loop(use.node, submission, module)
            return _behind_wait(use.node, submission, module)
        if use.kind == "attribute" and use.name == "wait" and isinstance(use.node, ast.Attribute) and isinstance(use.node.value, ast.Name):
            statement = module.index.statement(use.node)
            return [after(module, statement, [f"{use.node.value.id}.{submission.read}()"])] if statement is not None else None
    return None


def _in_loop(call: ast.Call, submission: Submission, module: Module) -> list[Edit | None] | None:
    """`for done in as_completed(futures):` reads each as it comes."""
    node: ast.AST = call
    while isinstance(module.index.parent(node), ast.Call):  # `tqdm(as_completed(futures))`
        node = module.index.parent(node) or node
    loop = module.index.parent(node)
    if not isinstance(loop, ast.For) or not isinstance(loop.target, ast.Name) or loop.iter is not node:
        return None
    if loop.body[0].lineno == loop.lineno:
        return None
    return [before(module, loop.body[0], [f"{loop.target.id}.{submission.read}()"])]


def _behind_wait(call: ast.Call, submission: Submission, module: Module) -> list[Edit | None] | None:
    statement = module.index.statement(call)
    given = call.args[0]
    if statement is None or isinstance(statement, LEAVES) or hasattr(statement, "body"):
        return None
    name = _own_name(submission, module)
    if isinstance(given, (ast.List, ast.Tuple, ast.Set)) and name is not None:
        return [after(module, statement, [f"{name}.{submission.read}()"])]
    if isinstance(given, ast.Name):
        return [after(module, statement, _loop(given.id, submission, module))]
    return None


def _free(module: Module, wanted: str) -> str:
    """A name like `wanted` that stands for nothing in the file; an attribute or a module of that name does no harm."""
    used = {node.id for node in module.index.of(ast.Name) if isinstance(node, ast.Name)}
    is_bound = any(wanted in scope.bindings or wanted in scope.elsewhere for scope in module.names.scopes())
    return free_name(module, wanted) if wanted in used or is_bound else wanted


def _own_name(submission: Submission, module: Module) -> str | None:
    parent = module.index.parent(submission.call)
    if isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Name):
        return parent.targets[0].id
    return None


def _loop(name: str, submission: Submission, module: Module) -> list[str]:
    item = _free(module, "future" if submission.read == "result" else "result")
    return [f"for {item} in {name}:", f"{unit(module)}{item}.{submission.read}()"]


# Where nothing waits


def _loop_around(node: ast.AST, module: Module) -> ast.stmt | None:
    """The outermost `for` or `while` around a node in its function."""
    found: ast.stmt | None = None
    for around in module.index.ancestors(node):
        if isinstance(around, (*FUNCTIONS, ast.ClassDef)):
            break
        if isinstance(around, (ast.For, ast.AsyncFor, ast.While)):
            found = around
    return found


def _dropped(submission: Submission, statement: ast.Expr, module: Module) -> list[Edit | None] | None:
    start = module.source.span(submission.call).start
    loop = _loop_around(statement, module)
    if loop is not None:
        return _collected(submission, loop, submission.call, module)
    name = _free(module, "future" if submission.read == "result" else "task")
    return [Edit(Span(start, start), f"{name} = "), _at_end(statement, [f"{name}.{submission.read}()"], module)]


def _named(submission: Submission, statement: ast.Assign, name: str, module: Module) -> list[Edit | None] | None:
    loop = _loop_around(statement, module)
    if loop is not None:
        return _collected(submission, loop, submission.call, module)
    if not _is_bound_once(name, statement, module):
        return None  # at the end of the block the name may be another's
    return [_at_end(statement, [f"{name}.{submission.read}()"], module)]


def _is_bound_once(name: str, statement: ast.stmt, module: Module) -> bool:
    scope = module.names.deciding(name, module.names.scope(statement))
    return scope is not None and len(scope.bindings.get(name, ())) == 1


def _collected(submission: Submission, loop: ast.stmt, call: ast.Call, module: Module) -> list[Edit | None] | None:
    """Submitted in a loop and never kept: a list keeps them, and is read behind the loop."""
    statement = module.index.statement(call)
    if not isinstance(loop, ast.For) or statement is None or loop.orelse:
        return None
    name = _free(module, "futures" if submission.read == "result" else "tasks")
    lines = _loop(name, submission, module)
    made = before(module, loop, [f"{name} = []"])
    if isinstance(statement, ast.Expr):
        kept: list[Edit | None] = list(wrap(module.source.span(call), f"{name}.append(", ")"))
    else:
        assert isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)
        kept = [after(module, statement, [f"{name}.append({statement.targets[0].id})"])]
    return [made, *kept, after(module, _closed_by(submission, loop, module), lines)]


def _closed_by(submission: Submission, loop: ast.stmt, module: Module) -> ast.stmt:
    """The last of the calls right behind a loop that close its pool and wait for it: an exception must not leave it open."""
    last, function = loop, submission.call.func
    pool = ast.dump(function.value) if isinstance(function, ast.Attribute) else ""
    block = block_of(module, loop)
    for node in block[block.index(loop) + 1 :]:
        call = node.value if isinstance(node, ast.Expr) else None
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or ast.dump(call.func.value) != pool:
            break
        if call.func.attr not in ("close", "join", "shutdown") or any(word.arg == "cancel_futures" for word in call.keywords):
            break
        last = node
    return last


def _made_together(submission: Submission, node: ast.ListComp | ast.SetComp, module: Module) -> list[Edit | None] | None:
    parent = module.index.parent(node)
    if not isinstance(parent, (ast.Expr, ast.Assign)) or _loop_around(parent, module) is not None:
        return None
    if isinstance(parent, ast.Assign) and (len(parent.targets) != 1 or not isinstance(parent.targets[0], ast.Name)):
        return None
    if isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Name):
        name = parent.targets[0].id
        lines = _loop(name, submission, module)
        return [_at_end(parent, lines, module) if _is_bound_once(name, parent, module) else after(module, parent, lines)]
    name, start = _free(module, "futures"), module.source.span(node).start
    return [Edit(Span(start, start), f"{name} = "), _at_end(parent, _loop(name, submission, module), module)]


def _appended(submission: Submission, append: ast.Call, module: Module) -> list[Edit | None] | None:
    """`futures.append(executor.submit(…))` in a loop, and nobody looks into the list."""
    assert isinstance(append.func, ast.Attribute) and isinstance(append.func.value, ast.Name)
    statement = module.index.statement(append)
    if append.func.attr not in ("append", "add") or statement is None:
        return None
    lines = _loop(append.func.value.id, submission, module)
    loop = _loop_around(statement, module)
    if loop is None:
        return [_at_end(statement, lines, module)] if _is_bound_once(append.func.value.id, statement, module) else None
    if not isinstance(loop, ast.For) or loop.orelse:
        return None
    return [after(module, _closed_by(submission, loop, module), lines)]


def _at_end(statement: ast.stmt, lines: list[str], module: Module) -> Edit | None:
    """Lines at the end of the block that a statement stands in, before a jump that ends it."""
    block = block_of(module, statement)
    last = block[-1]
    if isinstance(last, LEAVES):
        return before(module, last, lines)
    return after(module, last, lines)
