"""Which files a command line names: files as they are, folders walked as black and ruff walk them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.running.replaying import note

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SUFFIXES = (".py", ".ipynb")
SKIPPED = (
    ".bzr",
    ".direnv",
    ".eggs",
    ".git",
    ".git-rewrite",
    ".hg",
    ".ipynb_checkpoints",
    ".mypy_cache",
    ".nox",
    ".pants.d",
    ".pyenv",
    ".pytest_cache",
    ".pytype",
    ".ruff_cache",
    ".svn",
    ".tox",
    ".venv",
    ".vscode",
    "__pycache__",
    "__pypackages__",
    "_build",
    "buck-out",
    "build",
    "dist",
    "node_modules",
    "site-packages",
    "venv",
)


class Missing(NamedTuple):
    """A path that names nothing that can be judged, and why."""

    path: str
    why: str


class Found(NamedTuple):
    """A file that is to be judged: its path as it is named to the user; the one without links, which tells it from others; its folder."""

    path: str
    real: str
    folder: str


class Exclude(NamedTuple):
    """What a walk leaves out: patterns as in a .gitignore, read from a folder down.

    `force`: whether they hold for files that are named themselves too; `gitignore`: whether .gitignore files count.
    """

    patterns: tuple[str, ...] = SKIPPED
    root: str = "."
    force: bool = False
    gitignore: bool = True


def files(paths: Iterable[str], exclude: Exclude) -> Iterator[Found | Missing]:
    """The Python files and notebooks that some paths stand for, each once, and the paths that stand for none."""
    walk = Walk(exclude)
    given: set[str] = set()
    for path in paths:
        try:
            mode = os.stat(path).st_mode
        except (OSError, ValueError) as error:
            yield Missing(path, reason(error))
            continue
        if stat.S_ISDIR(mode):
            found: Iterable[Found | Missing] = walk.below(path)
        elif not stat.S_ISREG(mode):
            found = [Missing(path, "is no regular file")]
        else:
            found = [named(path)] if not (exclude.force and walk.excluded(path, folder=False)) else []
        for file in found:
            if isinstance(file, Missing):
                yield file
            elif file.real not in given:
                given.add(file.real)
                yield file


def named(path: str) -> Found:
    """A file that is named by a path."""
    real = os.path.realpath(path)
    return Found(path, real, os.path.dirname(real))


class Walk:
    """A walk below folders, which remembers the ignore files that it has read."""

    def __init__(self, exclude: Exclude) -> None:
        self.exclude = exclude
        self.root = os.path.realpath(exclude.root)
        self.names = frozenset(one for one in exclude.patterns if not set(one) & set("/*?[!"))
        self.patterns = tuple(one for one in exclude.patterns if one not in self.names)
        self.specs: dict[str, tuple[tuple[str, GitIgnoreSpec], ...]] = {}
        self.own: GitIgnoreSpec | None = compiled(self.patterns) if self.patterns else None
        self.places: dict[tuple[str, str], str | None] = {}

    def below(self, top: str) -> Iterator[Found | Missing]:
        """The Python files and notebooks below a folder in the order of their names. Links to folders are not followed, so no loop can
        catch us, nor links to files outside: what a folder holds is below it."""
        inside = os.path.join(os.path.realpath(top), "")
        stack = [(top, os.path.realpath(top))]
        while stack:
            folder, real_folder = stack.pop()
            note("stamp", folder)
            try:
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError as error:
                yield Missing(folder, reason(error))
                continue
            folders = []
            before, real_before = "" if folder == "." else os.path.join(folder, ""), os.path.join(real_folder, "")
            specs = self.ignore_files(real_folder) if self.exclude.gitignore else ()
            by_path = self.own is not None or self.exclude.force
            for entry in entries:
                name = entry.name
                is_folder = entry.is_dir(follow_symlinks=False)
                if (not is_folder and not name.endswith(SUFFIXES)) or name in self.names:
                    continue
                path, real = before + name, real_before + name
                if (by_path and self.excluded(path, is_folder)) or (specs and self.ignored(path, is_folder, specs)):
                    continue
                if is_folder:
                    if not os.path.exists(os.path.join(path, "pyvenv.cfg")):
                        folders.append((path, real))
                    else:
                        note("stamp", path)
                elif is_regular(entry):
                    found = Found(path, real, real_folder)
                    if entry.is_symlink() or os.name == "nt":  # where there are junctions, too
                        found = named(path)
                    if found.real.startswith(inside):
                        yield found
            stack += reversed(folders)

    def excluded(self, path: str, folder: bool) -> bool:
        """Whether the patterns of the settings leave a path out: by a name on it, or by its place below their root."""
        if os.path.basename(path) in self.names:
            return True
        if self.own is None and not self.exclude.force:
            return False
        relative = self.within(self.root, path)
        if relative is None:
            return False
        if self.exclude.force and not self.names.isdisjoint(relative.split("/")):
            return True
        return self.own is not None and self.own.match_file(relative + "/" * folder)

    def ignored(self, path: str, folder: bool, specs: Iterable[tuple[str, GitIgnoreSpec]]) -> bool:
        """Whether a .gitignore says so: of these, which hold in its folder, the nearest that speaks of the path wins."""
        for base, spec in specs:
            relative = self.within(base, path)
            if relative is not None:
                said = spec.check_file(relative + "/" * folder).include
                if said is not None:
                    return said
        return False

    def ignore_files(self, folder: str) -> tuple[tuple[str, GitIgnoreSpec], ...]:
        """The .gitignore files that hold in a folder, the nearest first, up to the top of its repository."""
        known = self.specs.get(folder)
        if known is None:
            above = os.path.dirname(folder)
            top = above == folder or os.path.exists(os.path.join(folder, ".git"))
            known = () if top else self.ignore_files(above)
            path = os.path.join(folder, ".gitignore")
            note("stamp", path)
            note("stamp", os.path.join(folder, ".git"))
            try:
                if os.path.isfile(path):  # a pipe of that name would be waited for
                    with open(path, encoding="utf-8", errors="replace") as file:
                        known = ((folder, compiled(file.read().split("\n"))), *known)
            except OSError:
                pass
            self.specs[folder] = known
        return known

    def within(self, base: str, path: str) -> str | None:
        """As `within`; asked once for all that stands in a folder."""
        folder, name = os.path.split(path)
        if (base, folder) not in self.places:
            self.places[base, folder] = within(base, os.path.join(folder, "x"))
        beside = self.places[base, folder]
        return None if beside is None else beside[:-1] + name


def compiled(lines: Iterable[str]) -> GitIgnoreSpec:
    """Patterns of an ignore file; one that cannot be read is left out, as git does."""
    from pathspec import GitIgnoreSpec

    lines = list(lines)
    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines([line for line in lines if readable(line)])


def readable(line: str) -> bool:
    """Whether a line of an ignore file is a pattern."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def within(base: str, path: str) -> str | None:
    """A path as seen from a folder, with "/" between its parts; None where it does not stand below it."""
    full = os.path.join(os.path.realpath(os.path.dirname(path) or "."), os.path.basename(path))
    try:
        relative = os.path.relpath(full, base)
    except ValueError:  # another drive
        return None
    return None if relative == ".." or relative.startswith(".." + os.sep) else relative.replace(os.sep, "/")


def is_regular(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a file that reading cannot wait on, such as a pipe."""
    try:
        return entry.is_file()  # no question to the disk, but for a link
    except OSError:
        return False


def reason(error: Exception) -> str:
    """An error of the operating system as people say it."""
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
