"""What holds for a file: `[tool.flake8-pitfalls]` of the nearest pyproject.toml, under what the editor says."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from typing import Any

from flake8_pitfalls import rules
from flake8_pitfalls.doors.lsp.buffers import norm
from flake8_pitfalls.doors.lsp.judging import Plan
from flake8_pitfalls.fixing.known import Known
from flake8_pitfalls.running import baseline
from flake8_pitfalls.running.config import ConfigError
from flake8_pitfalls.running.discover import Walk, within
from flake8_pitfalls.running.pyproject import FILE, KEYS, LIST, Config, Configs, check_values
from flake8_pitfalls.text.disk import stamp

SECTION = "pitfalls"
NAMES = (SECTION, "flake8-pitfalls", "flake8_pitfalls", "settings")
CAPITAL = re.compile(r"(?<=[a-z])([A-Z])")


def from_client(said: Any) -> tuple[dict[str, Any], list[str]]:
    """The settings in what an editor sends, and what is wrong with them, a line each.

    They have the names of the settings file, `extendSelect` for `extend-select` too, and may stand in a table called "pitfalls". What is
    wrong is left out; the rest holds.
    """
    while isinstance(said, Mapping) and (inner := next((name for name in NAMES if isinstance(said.get(name), Mapping)), "")):
        said = said[inner]
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for name, value in said.items() if isinstance(said, Mapping) else ():
        key = CAPITAL.sub(lambda found: f"-{found[1].lower()}", str(name))
        if value is None or (key not in KEYS and isinstance(value, Mapping)):
            continue  # not set, or of someone else
        if isinstance(value, str) and KEYS.get(key) == LIST:
            value = [one.strip() for one in value.split(",") if one.strip()]
        try:
            check_values({key: value}, tuple(rules.load()), "in the editor's settings", "")
            values[key] = value
        except ConfigError as error:
            wrong.append(str(error))
    return values, wrong


class Plans:
    """The plan of each file, kept until something that decides it has changed.

    `folders`: the workspace folders, each with what the editor says for it.
    """

    def __init__(self) -> None:
        self.folders: dict[str, dict[str, Any]] = {}
        self.everywhere: dict[str, Any] = {}
        self.complaints: list[str] = []
        self.forget()

    def forget(self) -> None:
        """Something has changed that we cannot name."""
        baseline.read.cache_clear()
        self._baselines: set[str] = set()
        self._configs: dict[str, Configs] = {}
        self._plans: dict[str, Plan | None] = {}
        self._stamps: dict[str, object] = {}
        self._complained: set[str] = set()

    def of(self, path: str) -> Plan | None:
        """The plan of a file; None where it is left out. A settings file or a baseline that was written since is read again."""
        now = stamps(path) | {file: stamp(file) for file in self._baselines}
        if any(self._stamps.get(file, known) != known for file, known in now.items()):
            self.forget()
        self._stamps.update(now)
        if path not in self._plans:
            self._plans[path] = self._made(path)
        return self._plans[path]

    def rest_on(self, path: str) -> bool:
        """Whether a file decides what holds for others: a settings file, or a baseline."""
        return os.path.basename(path) == FILE or path in self._baselines

    def folder_of(self, path: str) -> str:
        """The workspace folder that a file stands in, the innermost; "" for none."""
        key = norm(path) if path else ""
        inside = [folder for folder in self.folders if key.startswith(os.path.join(norm(folder), ""))]
        return max(inside, key=len, default="")

    def _made(self, path: str) -> Plan | None:
        every = list(rules.load().values())
        folder = self.folder_of(path)
        given = self.folders.get(folder) or self.everywhere
        if folder not in self._configs:
            self._configs[folder] = Configs(rooted(given, folder), [rule.code for rule in every])
        try:
            config = self._configs[folder].of(path or folder or ".")
        except ConfigError as error:
            self.complain(str(error))
            config = Configs(rooted(given, folder), [rule.code for rule in every], isolated=True).of(path)
        if path and left_out(path, config.exclude, folder):
            return None
        codes = set(config.codes(path, every))
        settings = config.settings
        if folder and norm(folder) != norm(os.getcwd()) and folder not in settings.src:
            settings = settings._replace(src=(*settings.src, folder))
        policy = config.policy(every)._replace(known=self._known(config, path))
        return Plan(tuple(rule for rule in every if rule.code in codes), settings, policy)

    def _known(self, config: Config, path: str) -> tuple[Known, ...]:
        """What the baseline knows of a file."""
        file = config.baseline_file
        if not file or not path:
            return ()
        self._baselines.add(file)
        self._stamps.setdefault(file, stamp(file))
        try:
            found = config.baseline
        except ConfigError as error:
            self.complain(str(error))
            return ()
        return found.of(path) if found is not None else ()

    def complain(self, text: str) -> None:
        """Keeps a complaint to be shown, once while nothing changes."""
        if text not in self._complained:
            self._complained.add(text)
            self.complaints.append(text)


def rooted(given: Mapping[str, Any], folder: str) -> dict[str, Any]:
    """The editor's settings with its folders as seen from the workspace folder."""
    values = dict(given)
    if folder and "src" in values:
        values["src"] = [os.path.join(folder, one) for one in values["src"]]
    return values


def left_out(path: str, exclude: Any, folder: str) -> bool:
    """Whether a settings file leaves this file, or a folder around it, out. What stands outside the workspace folder does not count."""
    walk = Walk(exclude._replace(gitignore=False))
    base = os.path.realpath(folder or exclude.root)
    relative = within(base, path)
    if relative is None:
        return False
    parts = relative.split("/")
    around: Iterable[str] = (os.path.join(base, *parts[: count + 1]) for count in range(len(parts) - 1))
    return any(walk.excluded(one, folder=True) for one in around) or walk.excluded(path, folder=False)


def stamps(path: str) -> dict[str, object]:
    """The settings files that there are or could be around a file, each with what changes when it does."""
    folder = os.path.dirname(os.path.abspath(path)) if path else os.getcwd()
    found: dict[str, object] = {}
    while True:
        file = os.path.join(folder, FILE)
        found[file] = stamp(file)
        above = os.path.dirname(folder)
        if above == folder:
            return found
        folder = above
