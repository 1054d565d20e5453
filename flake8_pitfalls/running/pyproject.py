"""The settings of `pitfalls-fix`: `[tool.flake8-pitfalls]` of the nearest pyproject.toml, under what the command line says."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.fixer import Policy
from flake8_pitfalls.model import Rule, Safety, Settings
from flake8_pitfalls.running import baseline
from flake8_pitfalls.running.config import EVERY, PREFIX, Choice, ConfigError, green_runner, pandas_version
from flake8_pitfalls.running.discover import SKIPPED, Exclude, compiled, within
from flake8_pitfalls.running.replaying import note

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILE = "pyproject.toml"
TABLE = "flake8-pitfalls"
LIST, FLAG, TEXT, NUMBER, LISTS = "a list of strings", "true or false", "a string", "a number", "a table of lists of strings"
KEYS = {
    "select": LIST,
    "ignore": LIST,
    "extend-select": LIST,
    "extend-ignore": LIST,
    "fixable": LIST,
    "unfixable": LIST,
    "extend-safe-fixes": LIST,
    "extend-unsafe-fixes": LIST,
    "unsafe-fixes": FLAG,
    "baseline": TEXT,
    "per-file-ignores": LISTS,
    "exclude": LIST,
    "extend-exclude": LIST,
    "force-exclude": FLAG,
    "respect-gitignore": FLAG,
    "target-version": TEXT,
    "src": LIST,
    "blocking-calls": LIST,
    "offloading-decorators": LIST,
    "pandas-version": TEXT,
    "green-runner": TEXT,
    "module-limit": NUMBER,
    "cache": FLAG,
}
CODES = {"select", "ignore", "extend-select", "extend-ignore", "fixable", "unfixable", "extend-safe-fixes", "extend-unsafe-fixes"}
TARGET = re.compile(r"py3(\d{1,2})|3\.(\d{1,2})")


class Config(NamedTuple):
    """What holds for the files of one folder. `file` is where it was read, "" where there is none; `root` the folder of that file."""

    values: Mapping[str, Any]
    file: str = ""
    root: str = "."

    def strings(self, key: str) -> tuple[str, ...]:
        return tuple(self.values.get(key, ()))

    @property
    def choice(self) -> Choice:
        return Choice(self.strings("select"), self.strings("ignore"), self.strings("extend-select"), self.strings("extend-ignore"))

    @property
    def exclude(self) -> Exclude:
        return Exclude(
            (*self.values.get("exclude", SKIPPED), *self.strings("extend-exclude")),
            self.root,
            self.values.get("force-exclude", False),
            self.values.get("respect-gitignore", True),
        )

    @property
    def settings(self) -> Settings:
        return Settings(
            src=tuple(os.path.abspath(os.path.join(self.root, folder)) for folder in self.strings("src")),
            blocking_calls=self.strings("blocking-calls"),
            offloading_decorators=self.strings("offloading-decorators"),
            pandas_version=self.values.get("pandas-version", "both"),
            green_runner=self.values.get("green-runner", ""),
            module_limit=self.values.get("module-limit", Settings().module_limit),
            target_version=target(self.values.get("target-version", "")),
        )

    def policy(self, rules: Iterable[Rule], noqa: bool = True) -> Policy:
        """Which fixes may be made."""
        fixable, unfixable = self.strings("fixable"), self.strings("unfixable")
        kept = [rule.code for rule in rules if begins(rule.code, unfixable) or (fixable and not begins(rule.code, fixable))]
        safe, unsafe = self.strings("extend-safe-fixes"), self.strings("extend-unsafe-fixes")
        moved = [(rule.code, Safety.SAFE) for rule in rules if begins(rule.code, safe)]
        moved += [(rule.code, Safety.UNSAFE) for rule in rules if begins(rule.code, unsafe)]
        return Policy(self.values.get("unsafe-fixes", False), noqa, frozenset(kept), tuple(moved))

    @property
    def baseline_file(self) -> str:
        """The file of the baseline that holds here, "" for none."""
        file = self.values.get("baseline", "")
        return os.path.normpath(os.path.join(self.root, file)) if file else ""

    @property
    def baseline(self) -> baseline.Baseline | None:
        """The baseline that holds here. Raises ConfigError."""
        if not self.baseline_file:
            return None
        note("stamp", self.baseline_file)
        return baseline.read(self.baseline_file)

    def codes(self, path: str, rules: Iterable[Rule]) -> tuple[str, ...]:
        """The codes that are judged in a file."""
        return self.codes_without(self.ignored(path), rules)

    def codes_without(self, ignored: Iterable[str], rules: Iterable[Rule]) -> tuple[str, ...]:
        """The codes that are judged, but for those that begin with one of these."""
        choice = self.choice
        return tuple(rule.code for rule in rules if choice.takes(rule) and not begins(rule.code, ignored))

    def ignored(self, path: str) -> tuple[str, ...]:
        """Beginnings of the codes that are not judged in a file, by its path."""
        patterns = self.values.get("per-file-ignores")
        if not patterns:
            return ()
        relative = within(os.path.realpath(self.root), path)
        seen = relative if relative is not None else path
        return tuple(code for pattern, codes in patterns.items() if spec(pattern).match_file(seen) for code in codes)


@cache
def spec(pattern: str) -> GitIgnoreSpec:
    """A pattern, read once."""
    return compiled([pattern])


def begins(code: str, beginnings: Iterable[str]) -> bool:
    """Whether a code begins with one of these."""
    return any(one == EVERY or code.startswith(one) for one in beginnings)


def target(value: str) -> tuple[int, int]:
    """A Python version such as "py311" or "3.11"; (0, 0) for none."""
    found = TARGET.fullmatch(value)
    return (3, int(found[1] or found[2])) if found else (0, 0)


class Configs:
    """The settings of each folder, with what the command line says on top of all of them."""

    def __init__(self, given: Mapping[str, Any], codes: Iterable[str], isolated: bool = False, only: str = "") -> None:
        self.given = given
        self.known = tuple(codes)
        self.isolated = isolated
        self.only = only
        check_values(given, self.known, "on the command line", "--")
        self.of_folder = cache(self._of_folder)
        self.for_all: Config | None = Config(given) if isolated else None

    def of(self, path: str) -> Config:
        """The settings that hold for a file or a folder. Raises ConfigError."""
        full = "" if self.isolated or self.only else os.path.realpath(path)
        return self.of_place(full if os.path.isdir(full) else os.path.dirname(full))

    def of_place(self, folder: str) -> Config:
        """The settings that hold in a folder, whose path has no links. Raises ConfigError."""
        if self.for_all is None and self.only:
            note("stamp", self.only)
            self.for_all = self.merged(self.only, table_of(self.only, required=True) or {})
        return self.for_all if self.for_all is not None else self.of_folder(folder)

    def _of_folder(self, folder: str) -> Config:
        file = os.path.join(folder, FILE)
        note("stamp", file)
        table = table_of(file)
        if table is not None:
            return self.merged(file, table)
        above = os.path.dirname(folder)
        return Config(self.given) if above == folder else self.of_folder(above)

    def merged(self, file: str, table: dict[str, Any]) -> Config:
        """A file's table under what the command line says; its lists that extend are joined."""
        check_values(table, self.known, f"in [tool.{TABLE}] of {file}", "")
        values = {**table, **self.given}
        for key in KEYS:
            if key.startswith("extend-") and key in table and key in self.given:
                values[key] = [*table[key], *self.given[key]]
        return Config(values, file, os.path.dirname(file) or ".")


def table_of(file: str, required: bool = False) -> dict[str, Any] | None:
    """Our table of a pyproject.toml; None where the file or the table is not there. Raises ConfigError."""
    if not required and not os.path.isfile(file):  # a pipe of that name would be waited for
        return None
    try:
        with open(file, "rb") as stream:
            data = stream.read()
    except OSError as error:
        if required:
            raise ConfigError(f"{file}: {(error.strerror or str(error)).lower()}") from None
        return None
    if TABLE.encode() not in data and not required:
        return None
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        read = tomllib.loads(data.decode("utf-8-sig"))  # some editors put a mark before it
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: is no TOML: {error}") from None
    except RecursionError:
        raise ConfigError(f"{file}: its values are nested too deep to be read") from None
    table = read.get("tool", {}).get(TABLE) if isinstance(read.get("tool", {}), dict) else None
    if table is None and required:
        raise ConfigError(f"{file}: has no table [tool.{TABLE}]")
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{file}: tool.{TABLE} is no table")
    return table


def check_values(values: Mapping[str, Any], known: tuple[str, ...], place: str, lead: str) -> None:
    """Raises ConfigError for a key that there is not, or a value that it cannot have."""
    for key, value in values.items():
        if key not in KEYS:
            raise ConfigError(f"{place}: there is no {key!r}{near(key, KEYS)}")
        if not is_kind(value, KEYS[key]):
            raise ConfigError(f"{place}: {lead}{key} is to be {KEYS[key]}, not {value!r}")
        if key in CODES:
            check_codes(value, known, f"{place}: {lead}{key}")
        if key == "per-file-ignores":
            for pattern, codes in value.items():
                check_codes(codes, known, f"{place}: {key} of {pattern!r}")
    pandas_version(values.get("pandas-version", "both"), f"{place}: {lead}pandas-version")
    green_runner(values.get("green-runner", ""), f"{place}: {lead}green-runner")
    wanted = values.get("target-version", "")
    if wanted and target(wanted) < (3, 0):
        raise ConfigError(f'{place}: {lead}target-version is to be a version such as "py311", not {wanted!r}')


def check_codes(codes: Iterable[str], known: tuple[str, ...], place: str) -> None:
    """Raises ConfigError for what no code begins with."""
    for code in codes:
        if code != EVERY and not (code and any(one.startswith(code) for one in known)):
            raise ConfigError(f"{place}: no code begins with {code!r}{near_code(code, known)}")


def near(word: str, words: Iterable[str]) -> str:
    """The known word that a wrong one is nearest to, as the end of a sentence."""
    import difflib

    found = difflib.get_close_matches(word, list(words), 1)
    return f"; did you mean {found[0]!r}?" if found else ""


def near_code(code: str, known: Iterable[str]) -> str:
    """The same for a code: in capitals, and where only our three letters are forgotten; else where all of them are listed."""
    known = tuple(known)
    for one in (code.upper(), f"{PREFIX}{code}"):
        if any(each.startswith(one) for each in known) or one == EVERY:
            return f"; did you mean {one!r}?"
    return near(code.upper(), known) if code.upper().startswith(PREFIX) else "; `pitfalls-fix --list-rules` prints all codes"


def is_kind(value: Any, kind: str) -> bool:
    """Whether a value is what its key wants."""
    if kind == LIST:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if kind == LISTS:
        return isinstance(value, dict) and all(is_kind(one, LIST) for one in value.values())
    if kind == NUMBER:
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return isinstance(value, bool if kind == FLAG else str)
