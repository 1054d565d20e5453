"""Whether what a call would wait for has happened already, or whether it is certain to wait: from the text before it in its function.

`if future.done(): future.result()`, `queue.put(1)` then `queue.get()`, `while thread.is_alive(): …` then `thread.join()`,
`await asyncio.wrap_future(future)` then `future.result()` do not wait; a second `lock.acquire()` does.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.conditions import called, jumps
from flake8_pitfalls.facts.guards import last_word
from flake8_pitfalls.facts.index import FUNCTIONS

if TYPE_CHECKING:
    from flake8_pitfalls.facts.actions import Body
    from flake8_pitfalls.facts.index import Index
    from flake8_pitfalls.facts.names import Names

OWN_URL = re.compile(r"data_?ur[il]", re.IGNORECASE)
# Methods that wait, and what is said of the same object that ends the waiting: calls before, and answers of questions.
WAITERS: dict[str, frozenset[str]] = {
    "get": frozenset(("wait",)),
    "wait": frozenset(("set", "kill", "communicate")),
    "communicate": frozenset(("communicate",)),
    "join": frozenset(("join",)),
    "result": frozenset(("result", "exception", "set_result", "set_exception", "cancel")),
    "exception": frozenset(("result", "exception", "set_result", "set_exception", "cancel")),
    "acquire": frozenset(),
    "put": frozenset(),
    "shutdown": frozenset(),
    **dict.fromkeys(("recv", "recv_into", "recvfrom", "recvmsg", "accept", "connect", "sendall"), frozenset()),
}
READERS = frozenset(("read", "readline", "readlines"))
WAITERS |= dict.fromkeys(READERS, frozenset())
READY_IF = {
    "done": True,
    "is_set": True,
    "ready": True,
    "empty": False,
    "is_alive": False,
    "locked": False,
    "full": False,
    "qsize": True,
    "poll": True,
    "running": False,
    "cancelled": True,
}
# Of each method that waits, the questions whose answer says whether it will.
QUESTIONS = {
    "get": ("empty", "qsize"),
    "put": ("full", "qsize"),
    "result": ("done",),
    "exception": ("done",),
    "join": ("is_alive",),
    "wait": ("is_set", "poll"),
    "recv": ("poll",),
}
SETTLED_BY_AWAIT = frozenset(["join", "wait", "communicate", "result", "exception", "get", "put", "set", "poll", "acquire", "shutdown"])


class Settling:
    """What a function's text says about the objects that it waits for, by the text of the object (`self.queue`)."""

    def __init__(self, function: ast.AST) -> None:
        self.name: str = getattr(function, "name", "")
        self.calls: dict[str, list[tuple[tuple[int, int], str, ast.Call]]] = {}  # object -> (place, method, call) of each call on it
        self.pauses: list[tuple[int, int]] = []  # where other tasks may run
        self.bound: dict[str, list[tuple[int, int]]] = {}  # name or object -> where it is given another value
        self.awaited: dict[str, list[tuple[int, int]]] = {}  # object -> places of awaits that mention it
        body = getattr(function, "body", [])
        stack: list[tuple[ast.AST, bool]] = [(node, False) for node in (body if isinstance(body, list) else [body])]
        while stack:
            node, awaits = stack.pop()
            if isinstance(node, FUNCTIONS):
                continue
            awaits = awaits or isinstance(node, ast.Await)
            if isinstance(node, (ast.Await, ast.AsyncFor, ast.AsyncWith)) and not _is_moment(node):
                self.pauses.append(place(node))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                self.calls.setdefault(dotted(node.func.value), []).append((place(node), node.func.attr, node))
            if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Store):
                self.bound.setdefault(dotted(node), []).append(place(node))
            if awaits and isinstance(node, (ast.Name, ast.Attribute)):
                key = dotted(node.value) if isinstance(node, ast.Attribute) and node.attr in SETTLED_BY_AWAIT else dotted(node)
                self.awaited.setdefault(key, []).append(place(node))
            stack.extend((part, awaits) for part in ast.iter_child_nodes(node))

    def since(self, key: str, at: tuple[int, int]) -> tuple[int, int]:
        """Where an object last got its name before a place."""
        return max((where for name in (key, key.partition(".")[0]) for where in self.bound.get(name, ()) if where < at), default=(0, 0))

    def before(self, key: str, at: tuple[int, int], index: Index) -> list[str]:
        """The methods called on an object before a place, but for those of which a test said that they do not wait."""
        since = self.since(key, at)
        found = sorted((one for one in self.calls.get(key, ()) if since < one[0] < at), key=lambda one: one[0])
        return [method for _, method, call in found if not any(_says_ready(test, truth, key) for test, truth in holding(call, index))]

    def paused(self, key: str, at: tuple[int, int]) -> str:
        """`later` if other tasks may have run since an object was made in this function, `much later` if it was made elsewhere."""
        since = self.since(key, at)
        if not any(since < where < at for where in self.pauses):
            return ""
        return "later" if since > (0, 0) else "much later"

    def was_awaited(self, key: str, at: tuple[int, int]) -> bool:
        since = self.since(key, at)
        return any(since < where < at for where in self.awaited.get(key, ()))


def readiness(node: ast.Call, body: Body) -> list[str]:
    """The flags of a call that may wait.

    `ready`; `asked`, a loop around it waits as long as some test says so; `waited`, it was waited for before; `after:N`, the number of
    things taken or put before that nothing gave back; `works`, of a pool that work was handed to before; `own url`, of an address that
    names no server.
    """
    func = node.func
    if last_word(func) == "urlopen":
        return ["own url"] if _has_own_url(node, body) else []
    if not isinstance(func, ast.Attribute) or func.attr not in WAITERS:
        return []
    method = func.attr
    key = dotted(func.value)
    if method in READERS and isinstance(func.value, ast.Attribute) and func.value.attr in ("stdout", "stderr"):
        method, key = "wait", dotted(func.value.value)
    if not key or method in READERS:
        return []
    if any(_says_ready(test, truth, key) for test, truth in holding(node, body.index)):
        return ["ready"]
    settling = body.settling
    at = place(node)
    before = settling.before(key, at, body.index)
    if func.attr in ("acquire", "put"):
        back = "release" if func.attr == "acquire" else "get"
        taken = before.count(func.attr) - before.count(back) + _with_blocks(node, key, body.index)
        if taken == 0 and func.attr == "acquire":
            taken = _taken_by_module(func.value, body)
        return [f"after:{taken}"] if taken > 0 else []
    if func.attr == "get" and before.count("put") + before.count("put_nowait") > before.count("get") + before.count("get_nowait"):
        return ["ready"]
    if func.attr == "shutdown":
        return ["works"] if before.count("submit") > 0 and not settling.was_awaited(key, at) else []
    if "clear" in before:
        before = before[len(before) - before[::-1].index("clear") :]
    if not WAITERS[method].isdisjoint(before) or settling.was_awaited(key, at):
        return ["ready"]
    flags = ["waited"] if method == "wait" and "wait" in before else []
    if method == "wait" and _in_asking_loop(node, body.index):
        flags.append("asked")
    paused = settling.paused(key, at)
    return [*flags, paused] if paused else flags


def _has_own_url(node: ast.Call, body: Body) -> bool:
    """Whether what is opened is a `data:` URL, as far as names and tests say: such a one holds its data, and no server is asked."""
    given = [*node.args[:1], *(keyword.value for keyword in node.keywords if keyword.arg == "url")]
    key = dotted(given[0]) if given else ""
    if OWN_URL.search(key) or OWN_URL.search(body.settling.name):
        return True
    tests = [call for _, method, call in body.settling.calls.get(key, ()) if method == "startswith" and call.args] if key else []
    return any(isinstance(part, ast.Constant) and part.value == "data:" for call in tests for part in ast.walk(call.args[0]))


def _in_asking_loop(node: ast.AST, index: Index) -> bool:
    """Whether a loop of the same function goes on only while a test says so: `while not done:`, or `while True:` with an `if … break`."""
    for around in index.ancestors(node):
        if isinstance(around, FUNCTIONS):
            return False
        if isinstance(around, ast.While):
            if not isinstance(around.test, ast.Constant):
                return True
            return any(isinstance(one, ast.If) and jumps(one.body) and place(one) < place(node) for one in around.body)
    return False


def _taken_by_module(node: ast.expr, body: Body) -> int:
    """How often the module's own body has taken a lock that a function takes again, and that no text of the module gives back."""
    if not isinstance(node, ast.Name):
        return 0
    calls = [call for call in body.index.of(ast.Call) if isinstance(call, ast.Call) and called(call) == "acquire"]
    bare = [call for call in calls if isinstance(body.index.parents[call], ast.Expr) and dotted(call.func) == f"{node.id}.acquire"]
    taken = sum(isinstance(body.index.function(call), ast.Module) for call in bare)
    if not taken or isinstance(body.index.function(node), ast.Module):
        return 0
    binding = body.names.only(node)
    given_back = any(dotted(part) == f"{node.id}.release" for part in body.index.of(ast.Attribute))
    return 0 if given_back or binding is None or not binding.scope.is_module else taken


def _with_blocks(node: ast.AST, key: str, index: Index) -> int:
    count = 0
    for around in index.ancestors(node):
        if isinstance(around, FUNCTIONS):
            break
        if isinstance(around, ast.With):
            count += sum(dotted(item.context_expr) == key for item in around.items)
    return count


def holding(node: ast.AST, index: Index) -> Iterator[tuple[ast.expr, bool]]:
    """Tests that came out so wherever a node runs: of the `if` and `while` around it, and of jumps, loops and asserts before it."""
    child = node
    for around in index.ancestors(node):
        if isinstance(around, FUNCTIONS):
            break
        if isinstance(around, (ast.If, ast.While)):
            if child in around.body:
                yield around.test, True
            elif isinstance(around, ast.If) and child in around.orelse:
                yield around.test, False
        elif isinstance(around, ast.IfExp) and child is not around.test:
            yield around.test, child is around.body
        elif isinstance(around, ast.BoolOp):
            for value in around.values[: around.values.index(child)] if child in around.values else ():
                yield value, isinstance(around.op, ast.And)
        if isinstance(child, ast.stmt):
            yield from _earlier(child, around)
        child = around
    if isinstance(child, ast.stmt):
        yield from _earlier(child, index.parents.get(child))


def _earlier(node: ast.stmt, around: ast.AST | None) -> Iterator[tuple[ast.expr, bool]]:
    for field in ("body", "orelse", "finalbody"):
        block = getattr(around, field, None)
        if isinstance(block, list) and node in block:
            for before in block[: block.index(node)]:
                if (isinstance(before, ast.If) and jumps(before.body)) or isinstance(before, ast.While):
                    yield before.test, False
                elif isinstance(before, ast.Assert):
                    yield before.test, True


def _says_ready(test: ast.expr, truth: bool, key: str) -> bool:
    while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test, truth = test.operand, not truth
    if isinstance(test, ast.BoolOp):
        return isinstance(test.op, ast.And) is truth and any(_says_ready(value, truth, key) for value in test.values)
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        right = test.comparators[0]
        if isinstance(right, ast.Constant) and right.value is None and isinstance(test.ops[0], (ast.Is, ast.IsNot)):
            truth = truth is isinstance(test.ops[0], ast.IsNot)
        elif not isinstance(test.ops[0], (ast.Gt, ast.GtE, ast.NotEq)):
            return False
        test = test.left
    if isinstance(test, ast.Attribute) and test.attr in ("exitcode", "returncode"):
        return truth and dotted(test.value) == key
    if not isinstance(test, ast.Call) or not isinstance(test.func, ast.Attribute) or dotted(test.func.value) != key:
        return False
    return test.func.attr in READY_IF and READY_IF[test.func.attr] is truth


def works(item: ast.withitem, node: ast.With, names: Names) -> list[str]:
    """Of a `with` over a pool: whether its block hands work over that nothing in the block waits for."""
    name = item.optional_vars.id if isinstance(item.optional_vars, ast.Name) else dotted(item.context_expr)
    if not name:
        return []
    submitted: list[tuple[int, int]] = []
    waited: list[tuple[int, int]] = []
    for part in (inner for statement in node.body for inner in ast.walk(statement)):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute):
            method = part.func.attr
            if method in ("submit", "map") and dotted(part.func.value) == name:
                submitted.append(place(part))
            elif method in ("result", "exception", "as_completed", "wait", "communicate", "poll"):
                waited.append(place(part))
        elif (
            isinstance(part, ast.Call)
            and isinstance(part.func, ast.Name)
            and called(part) in ("as_completed", "wait", "list", "tuple", "sum")
        ) or isinstance(part, (ast.Await, ast.AsyncFor, ast.AsyncWith, ast.For, ast.comprehension)):
            waited.append(place(part))
    flags = ["works"] if submitted else []
    return [*flags, "waits"] if waited else flags


def _is_moment(node: ast.AST) -> bool:
    """`await asyncio.sleep(0)`: it lets others run once, which settles nothing."""
    call = node.value if isinstance(node, ast.Await) else None
    return (
        isinstance(call, ast.Call)
        and called(call) in ("sleep", "checkpoint")
        and all(isinstance(item, ast.Constant) and not item.value for item in call.args)
    )


def dotted(node: ast.AST) -> str:
    """`self.queue` for a chain of names, "" for anything else."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) else ""


def place(node: ast.AST) -> tuple[int, int]:
    return getattr(node, "lineno", 0), getattr(node, "col_offset", 0)
