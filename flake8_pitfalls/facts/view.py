"""A module as others see it, whether its answers come from plain data or from a tree."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.actions import Action

if TYPE_CHECKING:
    from flake8_pitfalls.facts.project import Project
    from flake8_pitfalls.facts.summary import LocalSummary
    from flake8_pitfalls.facts.terms import Terms


class View:
    """A module as others see it: questions answered from a summary, or from the tree of a module that was parsed here.

    `is_local`: whether this is the module at hand, whose nodes may be asked for.
    """

    def __init__(
        self, module: str, path: str, summary: dict[str, Any] | None = None, local: LocalSummary | None = None, *, is_local: bool = False
    ) -> None:
        self.module = module
        self.path = path
        self.is_local = is_local
        self.is_package = bool(summary["package"]) if summary is not None else bool(local is not None and local.is_package)
        self._summary = summary
        self._local = local

    @property
    def local(self) -> LocalSummary:
        """The answers that a tree gives, each when asked."""
        assert self._local is not None
        return self._local

    @property
    def terms(self) -> Terms:
        return self.local.terms

    @property
    def project(self) -> Project | None:
        """What this module asked of others when it was read, if it did."""
        return self._local.source.__dict__.get("project") if self._local is not None else None

    def binding(self, number: int) -> Any:
        return self._summary["bindings"][number] if self._summary is not None else self.local.binding(number)

    def export(self, name: str) -> list[int]:
        return self._summary["exports"].get(name, []) if self._summary is not None else self.local.export(name)

    def function(self, qualname: str) -> dict[str, Any] | None:
        return self._summary["functions"].get(qualname) if self._summary is not None else self.local.function(qualname)

    def functions_of(self, qualname: str, name: str) -> list[str]:
        """The qualified names of the functions that a class's body defines under a name: more than one of a property with a setter."""
        known = self._summary["functions"] if self._summary is not None else self.local.function_nodes
        wanted = f"{qualname}.{name}"
        return [one for one in known if one == wanted or one.startswith(f"{wanted}@")]

    def klass(self, qualname: str) -> dict[str, Any] | None:
        return self._summary["classes"].get(qualname) if self._summary is not None else self.local.klass(qualname)

    @property
    def in_memory(self) -> bool:
        """Whether the module's text has a database in memory."""
        return bool(self._summary["in_memory"]) if self._summary is not None else self.local.in_memory

    @property
    def unblocked(self) -> list[Any]:
        """Terms of the sockets that are told not to block."""
        return list(self._summary["unblocked"]) if self._summary is not None else self.local.unblocked

    def handing(self, qualname: str) -> dict[str, Any]:
        """What a function does with what it is handed (see `handing.py`)."""
        return self._summary["handing"].get(qualname, {}) if self._summary is not None else self.local.handing(qualname)

    def actions(self, qualname: str) -> list[Any]:
        """What runs when a function's body does (see `actions.py`); of "" the module's own body."""
        if self._summary is None:
            return self.local.actions(qualname)
        return [Action(*row) for row in self._summary["actions"].get(qualname, [])]

    @property
    def stars(self) -> list[str]:
        return list(self._summary["stars"]) if self._summary is not None else self.local.stars

    @property
    def imports(self) -> list[list[Any]]:
        return list(self._summary["imports"]) if self._summary is not None else self.local.imports

    @property
    def exported_names(self) -> list[str]:
        """The names that the module's body binds."""
        if self._summary is not None:
            return list(self._summary["exports"])
        scope = self.local.names.module_scope
        return list(scope.bindings.keys() | scope.elsewhere.keys())

    def line_of(self, number: int) -> int | None:
        """The line of a binding of the module at hand, from 1; None of another."""
        return getattr(self.local.terms.numbered[number].node, "lineno", None) if self.is_local else None

    @property
    def startup(self) -> dict[str, list[list[Any]]]:
        """What is imported when, and what runs only in the main program (see `startup.py`)."""
        return self._summary["startup"] if self._summary is not None else self.local.startup

    @property
    def function_names(self) -> list[str]:
        """The qualified names of all functions, methods and lambdas."""
        return list(self._summary["functions"] if self._summary is not None else self.local.function_nodes)

    @property
    def class_names(self) -> list[str]:
        """The qualified names of all classes."""
        return list(self._summary["classes"] if self._summary is not None else self.local.class_nodes)

    @property
    def patched(self) -> frozenset[str]:
        """Dotted names that a module puts something else in the place of: `time.sleep = …`, `patch("time.sleep")`."""
        return self._local.patched if self._local is not None else frozenset(self._summary["patched"] if self._summary else ())

    @cached_property
    def names(self) -> frozenset[str] | None:
        """What a star import of this module brings; None where its own star imports are not known."""
        listed = self._summary["all"] if self._summary is not None else self.local.all_names
        if listed is not None:
            return frozenset(listed)
        exports = self._summary["exports"] if self._summary is not None else self.local.names.module_scope.bindings
        return frozenset(name for name in exports if not name.startswith("_"))


EMPTY: dict[str, Any] = {
    "module": "",
    "package": True,
    "bindings": [],
    "exports": {},
    "stars": [],
    "all": [],
    "functions": {},
    "classes": {},
    "imports": [],
    "patched": [],
    "unblocked": [],
    "handing": {},
    "in_memory": False,
    "actions": {},
    "startup": {"imports": [], "main": []},
}
