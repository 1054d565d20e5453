"""Which modules a program can start with so that the module at hand is part of it: those that import it, directly or through others."""

from __future__ import annotations

import logging
import os
import re
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flake8_pitfalls.facts.project import Project

log = logging.getLogger(__name__)
IMPORTS = re.compile(r"\b(?:from|import)\b[^\r\n(]*(?:\([^)]*\)|(?:\\(?:\r\n|\r|\n)[^\r\n]*)*)")  # and prose that sounds like one
WORD = re.compile(r"\w+")
TESTS = re.compile(r"(?:^|[\\/])(?:tests?|testing|docs?)[\\/]|(?:^|[\\/])(?:test_[^\\/]*|[^\\/]*_tests?|conftest|setup)\.py$")
# Files that run before the program does, and what they say if they patch: for tests, for any program, and for what gunicorn serves.
EARLIER = {
    "conftest.py": re.compile(r"patch_all|monkey_patch|patch_(?:time|socket|thread)"),
    "sitecustomize.py": re.compile(r"patch_all|monkey_patch"),
    "usercustomize.py": re.compile(r"patch_all|monkey_patch"),
    **dict.fromkeys(
        ("gunicorn.conf.py", "gunicorn_conf.py", "gunicorn_config.py"),
        re.compile(r"patch_all|monkey_patch|worker_class\s*=\s*[\"'][\w.:]*(?:gevent|eventlet)"),
    ),
}
MOST = 200  # importers looked at
_BELOW: dict[Any, tuple[float, dict[str, str]]] = {}
_WORDS: dict[str, tuple[Any, frozenset[str]]] = {}  # by path: the words of its import statements, for the life of this process


def entries(project: Project, dotted: str) -> list[str]:
    """The dotted names of the modules that import a module and that no other module imports; of a circle, all of it. Tests are left out."""
    importers = closure(project, dotted)
    tops = [name for name, by in importers.items() if name != dotted and not by - {name}]
    return tops or [name for name in importers if name != dotted]


def is_patched_earlier(project: Project) -> bool:
    """Whether a file that runs before the program patches: a `conftest.py` above a test, a `sitecustomize.py`, gunicorn's own."""
    root = project.roots[len(project.settings.src)]
    folder = os.path.dirname(os.path.abspath(project.path)) if project.path else root
    is_test = bool(project.path) and TESTS.search(os.path.relpath(os.path.abspath(project.path), root)) is not None
    while True:
        for name, says in EARLIER.items():
            path = os.path.join(folder, name)
            if (name != "conftest.py" or is_test) and project.files.exists(path) and says.search(project.files.text(path) or ""):
                return True
        if folder == root or os.path.dirname(folder) == folder or not folder.startswith(root):
            return False
        folder = os.path.dirname(folder)


def closure(project: Project, dotted: str) -> dict[str, set[str]]:
    """A module and all that import it, however far, each with the modules that import it."""
    files = candidates(project)
    found: dict[str, set[str]] = {dotted: set()}
    queue = [dotted]
    for name in queue:
        last = name.rpartition(".")[2]
        for other, path in files.items():
            if other != name and last in words_of(project, path) and imports(project, other, name):
                found[name].add(other)
                if other not in found:
                    if len(found) > MOST:
                        log.debug("%s: more than %d modules import it; the rest stays unknown", project.path, MOST)
                        return found
                    found[other] = set()
                    queue.append(other)
    return found


def candidates(project: Project) -> dict[str, str]:
    """The project's modules by dotted name, tests aside; if the module at hand is a test, all of them."""
    root = project.roots[len(project.settings.src)]
    own = os.path.abspath(project.path or ".")
    keeps_tests = TESTS.search(os.path.relpath(own, root)) is not None
    return {name: path for name, path in modules_below(project, root).items() if path != own and (keeps_tests or not is_test(path, root))}


def is_test(path: str, root: str) -> bool:
    """Whether a file is there to test or to document."""
    return TESTS.search(os.path.relpath(path, root)) is not None


def modules_below(project: Project, root: str) -> dict[str, str]:
    """The modules below a folder by dotted name, as far as Python would find them there; kept for a moment, since each file asks."""
    key = (id(project.files), root, project.seen_from)
    known = _BELOW.get(key)
    now = time.monotonic()
    if known is not None and now < known[0]:
        return known[1]
    shared = project.linked.project
    found: dict[str, str] = {}
    for count, path in enumerate(project.files.below(root)):
        if count >= 4 * project.settings.module_limit:
            log.debug("%s: more than %d files around it; who imports it stays unknown", project.path, count)
            break
        parts = os.path.relpath(path, root).removesuffix(".py").split(os.sep)
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        place = shared.find(name) if name else None
        if place is not None and os.path.abspath(place[0]) == os.path.abspath(path):
            found[name] = os.path.abspath(path)
    done = time.monotonic()
    while len(_BELOW) >= 8:
        del _BELOW[next(iter(_BELOW))]
    _BELOW[key] = (done + 50 * (done - now), found)
    return found


def is_named_elsewhere(project: Project, name: str) -> bool:
    """Whether another module imports something of this name, or imports modules whose attributes it may reach."""
    return bool(project.path) and any(name in words_of(project, path) for path in candidates(project).values())


def words_of(project: Project, path: str) -> frozenset[str]:
    """The words of a file's import statements."""
    stamp = getattr(project.files, "stamp", lambda name: None)(path)
    known = _WORDS.get(path)
    if known is not None and stamp is not None and known[0] == stamp:
        return known[1]
    text = project.files.text(path) or ""
    words = frozenset(word for statement in IMPORTS.findall(text) for word in WORD.findall(statement))
    _WORDS[path] = (stamp, words)
    return words


def imports(project: Project, module: str, wanted: str) -> bool:
    """Whether a module imports another one, anywhere in its text, or something of it; a package stands for its `__init__`."""
    view = project.view(module)
    if view is None:
        return False
    for _, _, dotted, name, _ in view.startup["imports"]:
        if dotted == wanted or (name and f"{dotted}.{name}" == wanted) or dotted.startswith(f"{wanted}."):
            return True
    return False
