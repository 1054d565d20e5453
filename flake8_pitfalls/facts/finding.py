"""Where the modules around a file stand, found as Python would find them. Nothing is read or imported for it."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.text.disk import INSTALLED

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.model import Files


class Finder:
    """The folders that the module at hand imports from."""

    def __init__(self, module: Module, files: Files) -> None:
        self.files = files
        self.settings = module.settings
        self.path = module.path
        self.places: dict[str, tuple[str, str] | None] = {}  # dotted name -> where it was found
        self._module = module
        self._roots: tuple[str, ...] | None = None

    @property
    def roots(self) -> tuple[str, ...]:
        """The folders that first-party modules are imported from, in order; none twice."""
        if self._roots is None:
            own = self.folder or self.files.absolute("")
            top = own
            while self.files.exists(os.path.join(top, "__init__.py")) and os.path.dirname(top) != top:
                top = os.path.dirname(top)
            usual = (top, own, self.files.absolute(""))
            beside = [folder for root in usual if self.files.is_folder(folder := os.path.join(root, "src"))]  # the layout of many packages
            candidates = [*self.settings.src, *usual, *beside]
            self._roots = tuple(dict.fromkeys(self.files.absolute(folder) for folder in candidates))
        return self._roots

    @cached_property
    def folder(self) -> str:
        """The folder of the file at hand; "" where there is none."""
        return os.path.dirname(self.files.absolute(self.path)) if self.path else ""

    @cached_property
    def _in_package(self) -> bool:
        return self._is_in_package()

    def _is_in_package(self) -> bool:
        return bool(self.folder) and self.files.exists(os.path.join(self.folder, "__init__.py"))

    @property
    def seen_from(self) -> tuple[Any, ...]:
        """What decides which modules are seen: equal for two files that see the same."""
        inside = self._in_package
        return inside, tuple(root for root in self.roots if not (inside and root == self.folder and self.folder not in self.settings.src))

    def find(self, dotted: str) -> tuple[str, str] | None:
        """Where a first-party module stands, kept while this project lives: see `looked_up`."""
        if dotted not in self.places:
            self.places[dotted] = self._search(dotted, self._in_package)
        return self.places[dotted]

    def looked_up(self, dotted: str) -> tuple[str, str] | None:
        """Where a first-party module stands: (path, "module" | "package" | "namespace"); None where there is none. The disk is asked anew.

        A module of the standard library wins, unless the file at hand is a script that has its own beside it: that folder comes
        first on Python's path (`sys.path`, library reference). The standard library itself is known by tables.
        """
        return self._search(dotted, self._is_in_package())

    def _search(self, dotted: str, in_package: bool) -> tuple[str, str] | None:
        own = self.folder
        is_standard = dotted.partition(".")[0] in sys.stdlib_module_names
        for root in self.roots:
            if is_standard and (root != own or in_package or self.files.is_standard(own)):
                continue
            if root == own and in_package and own not in self.settings.src:
                continue
            found = self._below(root, dotted)
            if found is not None:
                return None if any(part in INSTALLED for part in found[0].split(os.sep)) else found
        return None

    def _below(self, root: str, dotted: str) -> tuple[str, str] | None:
        base = os.path.join(root, *dotted.split("."))
        is_folder = self.files.is_folder(base)  # asked first: most names are neither, and then one question is spared
        if is_folder and self.files.exists(os.path.join(base, "__init__.py")):
            return os.path.join(base, "__init__.py"), "package"
        if self.files.exists(f"{base}.py"):
            return f"{base}.py", "module"
        return (base, "namespace") if is_folder and not dotted.startswith(".") and self._holds_code(base) else None

    def _holds_code(self, folder: str) -> bool:
        return any(name.endswith(".py") or self.files.is_folder(os.path.join(folder, name)) for name in self.files.names(folder))


def absolute(qualified: str, module: str, is_package: bool) -> str:
    """A dotted name without leading dots, as `importlib` resolves it in a module; "" where it leads out of the top package."""
    bare = qualified.lstrip(".")
    level = len(qualified) - len(bare)
    if not level:
        return qualified
    package = module.split(".") if module else []
    if not is_package:
        package = package[:-1]
    if level > len(package):
        return bare if level == 1 else ""  # a script beside its modules
    base = package[: len(package) - (level - 1)]
    return ".".join([*base, bare] if bare else base)
