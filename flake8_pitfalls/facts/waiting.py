"""Whether a call that can wait does: its timeout, its flags, the kind of its socket, and what the text around it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.values import Const, Given, Inst, Site, Thing

if TYPE_CHECKING:
    from flake8_pitfalls.facts.actions import Action
    from flake8_pitfalls.facts.project import Project
    from flake8_pitfalls.facts.view import View
    from flake8_pitfalls.knowledge.blocking import Blocking

Found = frozenset[Any]
# What code that keeps one on an object asks only when it knows, by other means, that it is done.
SETTLED_MEANWHILE = frozenset(
    f"{name}.{method}"
    for name, methods in {"concurrent.futures.Future": "result exception", "subprocess.Popen": "wait communicate"}.items()
    for method in methods.split()
)
OF_OBJECTS = ("threading.", "queue.", "multiprocessing.", "concurrent.", "subprocess.", "socket.")
LOCAL = ("localhost", "127.0.0.1", "::1", "0.0.0.0", "")
NUMERIC = re.compile(r"[\d.]+|[\da-fA-F:]*:[\da-fA-F:]*")
WAITED_FOR = frozenset(Thing(f"os.{name}") for name in ("WEXITED", "WSTOPPED", "WCONTINUED", "WUNTRACED"))
STREAM, DATAGRAM = "socket.SOCK_STREAM", "socket.SOCK_DGRAM"


class Waiting:
    def __init__(self, project: Project) -> None:
        self.project = project
        self.patterns = [(name, _compiled(name)) for name in project.settings.blocking_calls]
        self._told: dict[str, frozenset[Any]] = {}
        self._named: dict[str, str] = {}

    def named(self, name: str) -> str:
        """The entry of the user's `blocking-calls` that a dotted name fits, or ""."""
        found = self._named.get(name)
        if found is None:
            found = self._named[name] = next((entry for entry, pattern in self.patterns if pattern.fullmatch(name)), "")
        return found

    def waits(self, blocking: Blocking, name: str, function: Thing, site: Any, action: Action | None) -> bool:
        """Whether a call of something in the table is certain enough to wait."""
        flags = action.flags if action is not None else []
        if function.receiver is not None and ("awaited" in flags or "ready" in flags):
            return False
        if action is None and function.receiver is not None and name.startswith(OF_OBJECTS):
            return False  # handed on: whoever calls it may know
        if "later" in flags or ("much later" in flags and name in SETTLED_MEANWHILE):
            return False  # what was waited for in between may have been the very thing
        if ("waited" in flags and name.startswith("subprocess.")) or "own url" in flags:
            return False
        if any(self._is_met(condition, site) for condition in blocking.unless):
            return False
        return not blocking.needs or self._has(blocking.needs, name, function, site, flags)

    def with_waits(self, blocking: Blocking, action: Action) -> bool:
        if blocking.needs == "works":
            return "works" in action.flags and "waits" not in action.flags
        return blocking.needs != "no wait" or "waits" not in action.flags

    # Arguments

    def _is_met(self, condition: tuple[str, int, str], site: Any) -> bool:
        kind, place, keyword = condition
        given = self._argument(site, place, keyword)
        if not given:
            return False
        if kind in ("zero", "false"):
            return all(isinstance(value, Const) and value.type in ("int", "float", "bool") and not value.value for value in given)
        if kind == "has":  # any option but 0, and those that name what is waited for, is one that lets it return
            return not all((isinstance(value, Const) and value.value == 0) or value in WAITED_FOR for value in given)
        if kind == "own url":
            return all(isinstance(value, Const) and str(value.value).startswith(("data:", "file:")) for value in given)
        if kind == "local":
            return all(
                isinstance(value, Const) and (value.value is None or value.value in LOCAL or _is_number(value.value)) for value in given
            )
        return True

    def _argument(self, site: Any, place: int, keyword: str) -> Found | None:
        if site is None:
            return None
        return self.project.evaluator.argument(site, place, keyword or None)

    # Conditions on what it is called on

    def _has(self, needs: str, name: str, function: Thing, site: Any, flags: list[str]) -> bool:
        if needs == "never":
            return False
        if needs == "works":
            return "works" in flags
        if needs == "argument":
            return bool(self._argument(site, 0, "name"))
        if needs == "waits":  # os.spawn*: the mode is 0, P_WAIT, and nothing else waits
            mode = self._argument(site, 0, "mode") or frozenset()
            return bool(mode) and all(value == Thing("os.P_WAIT") or (isinstance(value, Const) and value.value == 0) for value in mode)
        taken = next((int(flag[6:]) for flag in flags if flag.startswith("after:")), 0)
        if needs == "held":
            return taken >= self._first_number(function.receiver, "value", 1)
        if needs == "full":
            size = self._first_number(function.receiver, "maxsize", 0)
            return 0 < size <= taken
        if needs == "on disk":
            return not self._is_in_memory(function.receiver)
        return self._is_blocking_socket(function.receiver, site, is_stream=needs == "stream socket")

    def _first_number(self, receiver: Any, keyword: str, default: int) -> int:
        """The number that an object was made with; where it is not known, one so large that nothing reaches it."""
        site = getattr(receiver, "site", None)
        given = self._argument(site, 0, keyword) if site is not None else None
        if not given:
            return default
        numbers = {value.value for value in given if isinstance(value, Const) and value.type == "int"}
        return max(numbers) if len(numbers) == len(given) else 1 << 30

    def _is_in_memory(self, receiver: Any) -> bool:
        """Whether a database connection, or what was got from one, is known to be one to memory."""
        while isinstance(receiver, Inst) and isinstance(receiver.of, Thing) and receiver.of.receiver is not None:
            receiver = receiver.of.receiver
        made = getattr(receiver, "site", None)
        given = self._argument(made, 0, "database")
        if given and all(isinstance(value, Const) and value.type == "str" for value in given):
            return any(":memory:" in value.value or "mode=memory" in value.value for value in given)
        return isinstance(made, Site) and not isinstance(made, Given) and made.view.in_memory

    def _is_blocking_socket(self, receiver: Any, call: Any, *, is_stream: bool) -> bool:
        """Whether a socket is made by a call that is known, and nothing in the modules of both calls makes it one that does not block."""
        made = getattr(receiver, "site", None)
        if made is None or isinstance(made, Given):
            return False
        for kind in self._argument(made, 1, "type") or ():  # of `create_connection`, a timeout
            if not isinstance(kind, (Const, Thing)) or (
                isinstance(kind, Thing) and kind.name != STREAM and (is_stream or kind.name != DATAGRAM)
            ):
                return False
        views = {made.view.module: made.view} | (
            {call.view.module: call.view} if isinstance(call, Site) and not isinstance(call, Given) else {}
        )
        return not any(made in self._unblocked(view) for view in views.values())

    def _unblocked(self, view: View) -> frozenset[Any]:
        found = self._told.get(view.module)
        if found is None:
            of = self.project.evaluator.of
            values = [value for term in view.unblocked for value in of(term, view, {})]
            found = self._told[view.module] = frozenset(site for value in values if (site := getattr(value, "site", None)) is not None)
        return found


def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(part) for part in name.split("*")))


def _is_number(value: Any) -> bool:
    return isinstance(value, str) and NUMERIC.fullmatch(value) is not None
