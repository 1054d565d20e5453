"""What another module imports, from a tree that is not kept: asked of whole projects, of which little else is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_pitfalls.facts.kept import PerFile
from flake8_pitfalls.facts.startup import at_run_time
from flake8_pitfalls.text.source import Source

if TYPE_CHECKING:
    from flake8_pitfalls.facts.project import Project

Imported = tuple[tuple[str, str], ...]  # dotted name, and the name that is taken from it or ""
IMPORTED = PerFile()  # by path and dotted name


def imported(project: Project, dotted: str) -> Imported:
    """What a module of the project imports, in any function of it too; nothing where it cannot be read or parsed."""
    view = project.views.get(dotted)
    if view is not None:
        return tuple((origin, name) for _, _, origin, name, _ in view.startup["imports"])
    found = project.find(dotted)
    if found is None or found[1] == "namespace":
        return ()
    path, kind = found
    stamp = project.stamps[path] = project.files.stamp(path)
    return IMPORTED.of((path, dotted), stamp, lambda: read(project, dotted, path, kind == "package"))


def read(project: Project, dotted: str, path: str, is_package: bool) -> Imported:
    """The same from the file."""
    from flake8_pitfalls.facts import Module

    text = project.files.text(path)
    if text is None or "import" not in text:
        return ()
    module = Module(Source(text), None, path, project.settings, dotted=dotted, is_package=is_package, files=project.files)
    try:
        return tuple(dict.fromkeys((origin, name) for _, origin, name in at_run_time(module)))
    except (SyntaxError, RecursionError, MemoryError):
        return ()
    finally:
        module.release()
