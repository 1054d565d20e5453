"""Which threads have been started where: a flow over each function that keeps objects, the names they go by, and the lists they are in.

An object is the newest that one call makes, or one of its older ones, or what a name stood for when the function began. A state of an
object is NEW, STARTED, BEFORE (there when the function began, nothing known), MAYBE (started on one way to this place and not on
another), or UNSURE (asked about, or handed to who may start it), which is never reported.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.flow import Flow
from flake8_pitfalls.facts.threads.start_effects import Effects, path_of
from flake8_pitfalls.facts.threads.threads import made_of, own_method
from flake8_pitfalls.facts.turns import in_order, runs_once
from flake8_pitfalls.facts.values import Thing
from flake8_pitfalls.knowledge.threads import SHOWS_OR_WAITS, WORKERS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

NEW, STARTED, BEFORE, MAYBE, UNSURE = "new", "started", "before", "maybe", "unsure"
CHECKS = frozenset(["is_alive", "ident", "native_id", "pid", "exitcode", "_started", "_popen", "started", "is_started"])
LEAVING = (ast.Return, ast.Raise, ast.Break, ast.Continue, ast.NamedExpr, ast.Await, ast.Yield)
Object = tuple[Any, ...]


class State(NamedTuple):
    """`paths`: the objects that a name or attribute can stand for; `status`: of each object; `members`: of each list."""

    paths: dict[str, frozenset[Object]]
    status: dict[Object, str]
    members: dict[Object, frozenset[Object]]


def status_of(key: Object, state: State) -> str | None:
    """An object's state on one way; one that was there before is, where nothing was done to it."""
    return state.status.get(key, BEFORE if key[0] == "before" else None)


def merged(one: str | None, two: str | None) -> str:
    if one is None or two is None:
        return one or two or UNSURE
    if one == two:
        return one
    return UNSURE if UNSURE in (one, two) else MAYBE


class Starts(Flow[State]):
    """The starts of one function or module body. `second` holds the nodes that start something which has surely been started."""

    def __init__(self, module: Module, effects: Effects) -> None:
        super().__init__()
        self.module = module
        self.effects = effects
        self.made = module.threads.made
        self.second: dict[ast.AST, str] = {}
        self.returned: list[bool] = []  # of each `return` with a value: whether what it gives was made here and has been started
        self._first: dict[Object, ast.AST] = {}
        self._entered: dict[ast.AST, frozenset[Object]] = {}

    def _jump(self, node: ast.Return | ast.Raise | ast.Break | ast.Continue, state: State) -> None:
        super()._jump(node, state)
        if isinstance(node, ast.Return) and node.value is not None:
            found = self.value(node.value, state)
            self.returned.append(bool(found) and all(one[0] == "recent" and state.status.get(one) == STARTED for one in found or ()))

    # The state

    def copy(self, state: State) -> State:
        return State(dict(state.paths), dict(state.status), dict(state.members))

    def join(self, one: State, two: State) -> State:
        paths = {path: found | two.paths[path] for path, found in one.paths.items() if path in two.paths}
        status = {key: merged(status_of(key, one), status_of(key, two)) for key in one.status.keys() | two.status.keys()}
        nothing: frozenset[Object] = frozenset()
        members = {key: one.members.get(key, nothing) | two.members.get(key, nothing) for key in one.members.keys() | two.members.keys()}
        return State(paths, status, members)

    def objects(self, path: str, state: State) -> frozenset[Object]:
        """What a path stands for; one that was not bound here stands for an object that was there before."""
        if path not in state.paths:
            known: Object = ("before", path)
            state.paths[path] = frozenset((known,))
            state.status.setdefault(known, BEFORE)
        return state.paths[path]

    def forget(self, path: str, state: State) -> None:
        """A path is bound anew: what it stood for, and what its attributes stood for, were another object's."""

        def is_below(known: str) -> bool:
            return known == path or known.startswith((f"{path}.", f"{path}["))

        for known in [known for known in state.paths if is_below(known)]:
            del state.paths[known]
        for one in [one for one in state.status if one[0] == "before" and is_below(one[1])]:
            del state.status[one]

    def new(self, site: ast.AST, state: State, status: str = NEW) -> frozenset[Object]:
        """The object that a call makes now; the one that it made before is an older one."""
        recent, older = ("recent", site), ("older", site)
        if recent in state.status:
            state.status[older] = merged(state.status.get(older), state.status[recent])
            for table in (state.paths, state.members):
                for key, found in table.items():
                    if recent in found:
                        table[key] = found - {recent} | {older}  # type: ignore[index]
        state.status[recent] = status
        return frozenset((recent,))

    # Loops run twice: the second turn begins where the first one ended.

    def _loop(self, node: ast.For | ast.AsyncFor | ast.While, state: State) -> State | None:
        if not isinstance(node, ast.While):
            self.test(node.iter, state)
            found = self.contained(node.iter, state)
            if found:
                self._entered[node] = found
        known = node in self._entered
        outs: list[State | None] = []
        breaks: list[State] = []
        head: State | None = self.copy(state)
        for turn in range(1 if runs_once(node) else 2):
            assert head is not None
            self._loops.append(([], []))
            inside, out = self._turn(node, self.copy(head))
            outs.append(None if known and not turn else out)
            end = self.block(node.body, inside)
            broken, continued = self._loops.pop()
            breaks += broken
            head = self._joined([*continued, end])
            if head is None:
                break
        if head is not None:
            self._loops.append(([], []))
            outs.append(self._turn(node, head)[1])
            self._loops.pop()
        return self._joined([self.block(node.orelse, self._joined(outs)), *breaks])

    def iterate(self, node: ast.For | ast.AsyncFor, state: State) -> None:
        self.next_item(node, node.target, state)

    def next_item(self, loop: ast.AST, target: ast.expr, state: State) -> None:
        """The loop's variable becomes the next item of a list."""
        for name in ast.walk(target):
            if isinstance(name, ast.Name):
                self.forget(name.id, state)
        found = self._entered.get(loop)
        named = target.elts[-1] if isinstance(target, ast.Tuple) and target.elts else target
        if found and isinstance(named, ast.Name):
            item: Object = ("item", loop)
            statuses = {state.status.get(one, UNSURE) for one in found}
            state.status[item] = statuses.pop() if len(statuses) == 1 else UNSURE
            state.paths[named.id] = frozenset((item,))

    def exhausted(self, node: ast.For | ast.AsyncFor, state: State) -> State | None:
        self.all_items(node, state)
        return state

    def all_items(self, loop: ast.AST, state: State) -> None:
        """What was done to each item has been done to all."""
        status = state.status.get(("item", loop))
        for one in self._entered.get(loop, ()) if status is not None else ():
            state.status[one] = status if status == STARTED else merged(state.status.get(one), status)

    # Statements

    def simple(self, node: ast.stmt, state: State) -> None:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)):
            self.forget(getattr(node, "name", ""), state)
            return
        value = getattr(node, "value", None)
        if isinstance(value, ast.expr):
            self.test(value, state)
        if isinstance(node, ast.Assign):
            for target in node.targets:
                self.assign(target, self.value(node.value, state), state)
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            self.assign(node.target, self.value(node.value, state), state)
        elif isinstance(node, (ast.AugAssign, ast.Delete)):
            for target in getattr(node, "targets", [getattr(node, "target", None)]):
                self.assign(target, None, state)

    def assign(self, target: ast.expr, found: frozenset[Object] | None, state: State) -> None:
        if isinstance(target, (ast.Tuple, ast.List, ast.Starred)):
            for part in ast.walk(target):
                if isinstance(part, (ast.Name, ast.Attribute)):
                    self.assign(part, None, state)
            return
        if isinstance(target, ast.Subscript) and found is not None:
            self.put(target.value, found, state)
            return
        path = path_of(target)
        if path is not None:
            self.forget(path, state)
            if found is not None:
                state.paths[path] = found

    def put(self, container: ast.expr, found: frozenset[Object], state: State) -> None:
        path = path_of(container)
        for holder in state.paths.get(path or "", ()):
            if holder in state.members:
                state.members[holder] = state.members[holder] | found

    def enter(self, node: ast.withitem, state: State) -> None:
        self.test(node.context_expr, state)
        if node.optional_vars is not None:
            self.assign(node.optional_vars, None, state)

    def caught(self, node: ast.ExceptHandler, state: State) -> None:
        if node.name:
            self.forget(node.name, state)

    def case(self, node: ast.match_case, state: State) -> None:
        for part in ast.walk(node.pattern):
            name = getattr(part, "name", None)
            if isinstance(name, str):
                self.forget(name, state)

    # Expressions

    def value(self, node: ast.expr, state: State) -> frozenset[Object] | None:
        """The objects that an expression stands for, None where nobody knows."""
        if isinstance(node, ast.Call):
            return state.paths.get(f"<{id(node)}>")
        if isinstance(node, ast.NamedExpr):
            return self.value(node.value, state)
        path = path_of(node)
        if path is not None:
            return self.objects(path, state) if path in state.paths or self.is_worker(node) else None
        if isinstance(node, (ast.List, ast.Tuple, ast.Set, ast.ListComp, ast.SetComp, ast.Dict, ast.DictComp)):
            items: list[ast.expr] | None = node.values if isinstance(node, ast.Dict) else getattr(node, "elts", None)
            if items is None:
                items = [node.value if isinstance(node, ast.DictComp) else node.elt]  # type: ignore[union-attr]
            holder: Object = ("list", node)
            members: frozenset[Object] = frozenset()
            for item in items:
                members |= self.value(item, state) or frozenset()
            state.members[holder] = members
            return frozenset((holder,))
        return None

    def contained(self, node: ast.expr, state: State) -> frozenset[Object]:
        """The objects in a list that a loop goes over."""
        while isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute) and node.func.attr in ("values", "copy") and not node.args:
                node = node.func.value
            elif isinstance(node.func, ast.Name) and node.func.id in ("list", "tuple", "reversed", "enumerate", "sorted") and node.args:
                node = node.args[0]
            else:
                return frozenset()
        found = self.value(node, state) or frozenset()
        inside = [state.members[holder] for holder in found if holder in state.members]
        return frozenset().union(*inside) if len(inside) == len(found) else frozenset()

    def test(self, node: ast.expr, state: State) -> None:
        for part in in_order(node):
            if isinstance(part, ast.Attribute) and part.attr in CHECKS and self._decides(part):
                for one in state.paths.get(path_of(part.value) or "", ()):
                    state.status[one] = UNSURE
            elif isinstance(part, (ast.ListComp, ast.SetComp, ast.GeneratorExp)):
                self._comprehension(part, state)
            elif isinstance(part, ast.NamedExpr):
                self.assign(part.target, self.value(part.value, state), state)
            elif isinstance(part, ast.Call):
                self._call(part, state)

    def _decides(self, asked: ast.Attribute) -> bool:
        """Whether a question about a thread may decide over a later start: not if it is only shown, waited for, or asserted."""
        statement = self.module.index.statement(asked)
        if not isinstance(statement, (ast.Expr, ast.Assert, ast.If, ast.While)):
            return True
        return any(isinstance(part, LEAVING) or (isinstance(part, ast.Call) and not _is_harmless(part)) for part in ast.walk(statement))

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp, state: State) -> None:
        generator = node.generators[0]
        found = self.contained(generator.iter, state)
        if found and len(node.generators) == 1 and not generator.ifs:
            kept = dict(state.paths)
            self._entered[node] = found
            self.next_item(node, generator.target, state)
            self.test(node.elt, state)
            self.all_items(node, state)
            self._back_to(kept, state)
        else:
            kept = dict(state.paths)
            for part in node.generators:
                for name in ast.walk(part.target):
                    if isinstance(name, ast.Name):
                        self.forget(name.id, state)
            self.test(node.elt, state)
            self._back_to(kept, state)

    @staticmethod
    def _back_to(kept: dict[str, frozenset[Object]], state: State) -> None:
        """A comprehension's names end with it; what was made in it stays."""
        made = {path: found for path, found in state.paths.items() if path.startswith("<")}
        state.paths.clear()
        state.paths.update(kept | made)

    def _call(self, call: ast.Call, state: State) -> None:
        if call in self.made and own_method(self.made[call], "start", self.module):
            status = self.effects.of_making(self.made[call])
            state.paths[f"<{id(call)}>"] = self.new(call, state, status)
            return
        func = call.func
        if isinstance(func, ast.Attribute) and func.attr == "start" and (self.is_followed(func.value, state) or self.is_worker(func.value)):
            self.start(func.value, call, state)
            return
        if isinstance(func, ast.Attribute) and func.attr in ("append", "add", "appendleft") and len(call.args) == 1:
            found = self.value(call.args[0], state)
            if found is not None:
                self.put(func.value, found, state)
                return
        self._other_call(call, state)

    def _other_call(self, call: ast.Call, state: State) -> None:
        """A call of anything else: what it starts is started, what it may rebind is forgotten."""
        if isinstance(call.func, ast.Attribute) and call.func.attr == "__init__":  # made anew in place
            for given in (call.func.value, *call.args[:1]):
                self.forget(path_of(given) or "", state)
        for path, status, is_list in self.effects.of_call(call):
            found = self.contained(ast.parse(path, mode="eval").body, state) if is_list else self.objects(path, state)
            if status == STARTED and found:
                self._started(found, call, path, state)
            else:
                for one in found:
                    state.status[one] = merged(state.status.get(one), status)
        for given in (*call.args, *(keyword.value for keyword in call.keywords)):
            self._handed(given, call, state)
        if not all(isinstance(value, Thing) for value in self.module.values.of(call.func)):
            for path in [path for path in state.paths if self.effects.may_be_rebound(path)]:
                self.forget(path, state)
        if self.effects.gives_started(call):
            state.paths[f"<{id(call)}>"] = self.new(call, state, STARTED)

    def _handed(self, given: ast.expr, call: ast.Call, state: State) -> None:
        """Whoever gets a thread that is not started may start it; no one can start it anew."""
        if self.effects.is_known(call):
            return
        for one in state.paths.get(path_of(given) or "", ()):
            for inner in state.members.get(one, frozenset((one,))):
                if state.status.get(inner) in (NEW, MAYBE):
                    state.status[inner] = UNSURE

    def is_followed(self, node: ast.expr, state: State) -> bool:
        """Whether an expression names objects that were seen to be made."""
        found = state.paths.get(path_of(node) or "", ())
        return bool(found) and all(one[0] in ("recent", "older", "item", "given") for one in found)

    def is_worker(self, node: ast.expr) -> bool:
        return self.module.values.certain(
            node, lambda value: made_of(value, self.module) in WORKERS and own_method(value, "start", self.module)
        )

    def start(self, node: ast.expr, call: ast.Call, state: State) -> None:
        if isinstance(node, ast.Call):
            found = state.paths.get(f"<{id(node)}>")
            path: str | None = self.module.source.segment(node)
        else:
            path = path_of(node)
            found = self.objects(path, state) if path is not None else None
        if found and path is not None:
            self._started(found, call, path, state)

    def _started(self, found: frozenset[Object], call: ast.Call, path: str, state: State) -> None:
        statuses = {state.status.get(one, UNSURE) for one in found}
        if statuses == {STARTED} or (len(found) == 1 and MAYBE in statuses and self._joined_here(next(iter(found)), call)):
            self.second[call] = path
        for one in found:
            state.status[one] = STARTED if len(found) == 1 or statuses == {STARTED} else merged(state.status.get(one), STARTED)
            self._first[one] = call

    def _joined_here(self, one: Object, call: ast.Call) -> bool:
        """Whether the first start stood under an `if` that ended above this one, in the same block: on that way there are two."""
        first = self._first.get(one)
        statement = self.module.index.statement(call)
        block = self.module.index.parent(statement) if statement is not None else None
        if first is None or statement is None or first is call:
            return False
        around = list(self.module.index.ancestors(first))
        if block not in around or statement in around or self.module.index.statement(first) is statement:
            return False
        between = around[: around.index(block)]
        inner = [node for node in between if isinstance(node, ast.stmt)]
        if not any(isinstance(node, ast.If) for node in inner) or not all(isinstance(node, (ast.If, ast.With, ast.Expr)) for node in inner):
            return False
        asked = [node.test for node in inner if isinstance(node, ast.If)]
        return not any(isinstance(part, ast.Attribute) and part.attr in CHECKS for test in asked for part in ast.walk(test))


def _is_harmless(call: ast.Call) -> bool:
    return (getattr(call.func, "id", "") or getattr(call.func, "attr", "")) in SHOWS_OR_WAITS
