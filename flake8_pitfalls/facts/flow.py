"""One way of running a state through the statements of a scope: branches join, loops reach a fixpoint, jumps are followed.

The names of a file, its frames and its threads all need it; each gives its own state and what a statement does to it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import Generic, TypeVar

State = TypeVar("State")

# Sets that only grow settle in two passes over a structured loop; the third shows that nothing moved.
PASSES = 4


class Flow(Generic[State]):
    """A forward analysis. A state of None means that no run gets here.

    Subclasses say what happens (`simple`, `test`, `iterate`, `enter`, `caught`, `case`), and how states are copied,
    joined, compared and, where they could grow without end, widened. Hooks change the state they are given in place.
    """

    def __init__(self) -> None:
        self.exits: list[State] = []
        self._loops: list[tuple[list[State], list[State]]] = []
        self._raises: list[State | None] = []

    # What a subclass gives

    def copy(self, state: State) -> State:
        raise NotImplementedError

    def join(self, one: State, two: State) -> State:
        """The state that holds after either; may reuse `one`."""
        raise NotImplementedError

    def same(self, one: State, two: State) -> bool:
        return one == two

    def widen(self, before: State, after: State) -> State:
        """Called on a loop's head that has not settled after the last pass."""
        return after

    def simple(self, node: ast.stmt, state: State) -> None:
        """A statement without blocks of its own, or a `def` or `class`, whose name it binds."""

    def test(self, node: ast.expr, state: State) -> None:
        """An expression that is evaluated for what it decides, or yields, or returns."""

    def assume(self, node: ast.expr, truth: bool, state: State) -> State | None:
        """What holds where a test came out so; None if it cannot."""
        return state

    def iterate(self, node: ast.For | ast.AsyncFor, state: State) -> None:
        """Binds the target of a `for` to the next item; its iterable was given to `test`."""

    def exhausted(self, node: ast.For | ast.AsyncFor, state: State) -> State | None:
        """What holds when a `for` runs out of items; None if it never ends so."""
        return state

    def enter(self, node: ast.withitem, state: State) -> None:
        """Evaluates a context manager and binds its target."""

    def caught(self, node: ast.ExceptHandler, state: State) -> None:
        """Binds the name of an exception that was caught."""

    def case(self, node: ast.match_case, state: State) -> None:
        """Binds the names of a pattern."""

    # What it does with them

    def run(self, body: Iterable[ast.stmt], state: State) -> State | None:
        """The state at the end of the body, all its exits joined, but for those by an exception."""
        end = self.block(body, state)
        return self._joined([*self.exits, *([] if end is None else [end])])

    def block(self, body: Iterable[ast.stmt], state: State | None) -> State | None:
        for node in body:
            if state is None:
                return None
            state = self._statement(node, state)
            self._may_raise(state)
        return state

    def _may_raise(self, state: State | None) -> None:
        if self._raises and state is not None:
            so_far = self._raises[-1]
            self._raises[-1] = self.copy(state) if so_far is None else self.join(so_far, state)

    def _joined(self, states: Iterable[State | None]) -> State | None:
        joined: State | None = None
        for state in states:
            if state is not None:
                joined = self.copy(state) if joined is None else self.join(joined, state)
        return joined

    def _statement(self, node: ast.stmt, state: State) -> State | None:
        if isinstance(node, ast.If):
            return self._if(node, state)
        if isinstance(node, (ast.For, ast.AsyncFor, ast.While)):
            return self._loop(node, state)
        if isinstance(node, ast.Try) or node.__class__.__name__ == "TryStar":
            return self._try(node, state)  # type: ignore[arg-type]
        if isinstance(node, (ast.With, ast.AsyncWith)):
            for item in node.items:
                self.enter(item, state)
            return self.block(node.body, state)
        if isinstance(node, ast.Match):
            return self._match(node, state)
        if isinstance(node, (ast.Return, ast.Raise, ast.Break, ast.Continue)):
            self._jump(node, state)
            return None
        if isinstance(node, ast.Assert):
            self.test(node.test, state)
            return self.assume(node.test, True, state)
        self.simple(node, state)
        return state

    def _jump(self, node: ast.Return | ast.Raise | ast.Break | ast.Continue, state: State) -> None:
        if isinstance(node, ast.Return):
            if node.value is not None:
                self.test(node.value, state)
            self.exits.append(state)
        elif isinstance(node, ast.Raise):
            for part in (node.exc, node.cause):
                if part is not None:
                    self.test(part, state)
            self._may_raise(state)
        elif self._loops:
            self._loops[-1][isinstance(node, ast.Continue)].append(state)

    def _if(self, node: ast.If, state: State) -> State | None:
        ends: list[State | None] = []
        rest: State | None = state
        branch = node
        while rest is not None:  # an `elif` is an `if` in an `else`: no recursion over thousands of them
            self.test(branch.test, rest)
            ends.append(self.block(branch.body, self.assume(branch.test, True, self.copy(rest))))
            rest = self.assume(branch.test, False, rest)
            if len(branch.orelse) == 1 and isinstance(branch.orelse[0], ast.If):
                branch = branch.orelse[0]
                continue
            ends.append(self.block(branch.orelse, rest))
            break
        return self._joined(ends)

    def _loop(self, node: ast.For | ast.AsyncFor | ast.While, state: State) -> State | None:
        if not isinstance(node, ast.While):
            self.test(node.iter, state)
        head: State | None = self.copy(state)
        out: State | None = None
        breaks: list[State] = []
        for turn in range(PASSES):
            assert head is not None
            self._loops.append(([], []))
            inside, out = self._turn(node, self.copy(head))
            end = self.block(node.body, inside)
            breaks, continues = self._loops.pop()
            again = self._joined([state, *continues, end])
            if again is None or self.same(again, head):
                break
            head = self.widen(head, again) if turn == PASSES - 2 else again
        return self._joined([self.block(node.orelse, out), *breaks])

    def _turn(self, node: ast.For | ast.AsyncFor | ast.While, head: State) -> tuple[State | None, State | None]:
        """The states in which a loop's body is entered, and in which the loop is left."""
        if isinstance(node, ast.While):
            self.test(node.test, head)
            endless = isinstance(node.test, ast.Constant) and bool(node.test.value)
            out = None if endless else self.assume(node.test, False, self.copy(head))
            return self.assume(node.test, True, head), out
        out = self.exhausted(node, self.copy(head))
        self.iterate(node, head)
        return head, out

    def _try(self, node: ast.Try, state: State) -> State | None:
        if not node.finalbody:
            return self._guarded(node, state)
        jumps = [self.exits, *(self._loops[-1] if self._loops else ())]
        before = [len(states) for states in jumps]
        self._raises.append(self.copy(state))
        end = self._guarded(node, state)
        raised = self._raises.pop()
        for states, length in zip(jumps, before, strict=False):  # a jump runs the `finally` on its way
            left = self._joined(states[length:])
            after = self.block(node.finalbody, left)
            states[length:] = [] if after is None else [after]
        self._may_raise(self.block(node.finalbody, raised))
        return self.block(node.finalbody, end)

    def _guarded(self, node: ast.Try, state: State) -> State | None:
        """A `try` without its `finally`."""
        self._raises.append(self.copy(state))
        end = self.block(node.body, state)
        raised = self._raises.pop()
        ends = [self.block(node.orelse, end)]
        for handler in node.handlers:
            if raised is not None:
                caught = self.copy(raised)
                if handler.type is not None:
                    self.test(handler.type, caught)
                self.caught(handler, caught)
                self._may_raise(caught)
                ends.append(self.block(handler.body, caught))
        self._may_raise(raised)  # what no handler takes
        return self._joined(ends)

    def _match(self, node: ast.Match, state: State) -> State | None:
        self.test(node.subject, state)
        ends: list[State | None] = []
        rest: State | None = state
        for case in node.cases:
            if rest is None:
                break
            matched = self.copy(rest)
            self.case(case, matched)
            taken: State | None = matched
            sure = isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None
            if case.guard is not None:
                self.test(case.guard, matched)
                taken = self.assume(case.guard, True, self.copy(matched))
            if sure and case.guard is None:
                rest = None
            else:  # a pattern that fails, or whose guard does, may have bound its names
                rest = self.join(rest, matched if case.guard is None else self.assume(case.guard, False, matched) or matched)
            ends.append(self.block(case.body, taken))
        return self._joined([*ends, rest])
