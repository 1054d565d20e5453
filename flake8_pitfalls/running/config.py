"""What users decide: which rules run, and the Settings, from flake8's options, a pyproject.toml or the command line."""

from __future__ import annotations

import os
import re
from argparse import Namespace
from collections.abc import Callable, Iterable
from typing import NamedTuple

from flake8_pitfalls.model import Rule, Settings

PREFIX = "PIT"
EVERY = "ALL"
PANDAS_VERSION = re.compile(r"both|\d+(\.\d+)*")
GREEN_RUNNERS = ("gevent", "eventlet")


class ConfigError(Exception):
    """A setting that cannot be: one line that names it and says what can be."""


class Choice(NamedTuple):
    """Which codes are wanted, each part a tuple of codes or beginnings of codes.

    `select` empty means every code that is on by default.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()

    def takes(self, rule: Rule) -> bool:
        """Whether a rule is wanted: the longer of what selects and what ignores it wins, and of two as long the second."""
        selected = longest(rule.code, (*self.select, *self.extend_select))
        ignored = longest(rule.code, (*self.ignore, *self.extend_ignore))
        if self.select and not selected:
            return False
        if not (rule.default or named(rule.code, (*self.select, *self.extend_select))):
            return False
        return selected > ignored or not ignored


def longest(code: str, beginnings: Iterable[str]) -> int:
    """The length of the longest of these that a code begins with; ALL counts as one letter."""
    return max((1 if one == EVERY else len(one) for one in beginnings if one == EVERY or code.startswith(one)), default=0)


def named(code: str, beginnings: Iterable[str]) -> bool:
    """Whether a code is asked for by more than the prefix that all codes share, as a code must be that is off by default."""
    return any(one == EVERY or (len(one) > len(PREFIX) and code.startswith(one)) for one in beginnings)


def for_flake8(options: Namespace, rules: Iterable[Rule], shown: Callable[[str], bool]) -> tuple[Settings, list[Rule]]:
    """The settings and the rules that flake8's options ask for; `shown` says which codes flake8 would not throw away."""
    selected = [*(options.select or ()), *(options.extend_select or ())]
    chosen = [rule for rule in rules if (rule.default or options.pitfalls_all or named(rule.code, selected)) and shown(rule.code)]
    settings = Settings(
        src=tuple(os.path.abspath(folder) for folder in options.pitfalls_src or ()),
        blocking_calls=tuple(options.pitfalls_blocking_calls or ()),
        offloading_decorators=tuple(options.pitfalls_offloading_decorators or ()),
        pandas_version=pandas_version(options.pitfalls_pandas_version, "--pitfalls-pandas-version"),
        green_runner=green_runner(options.pitfalls_green_runner, "--pitfalls-green-runner"),
    )
    return settings, chosen


def pandas_version(value: str, name: str) -> str:
    """The version as asked for, or ConfigError."""
    if not PANDAS_VERSION.fullmatch(value):
        raise ConfigError(f'{name}: "both" or a version such as "2.2" is wanted, not {value!r}')
    return value


def green_runner(value: str, name: str) -> str:
    """The runner as asked for, or ConfigError."""
    if value and value not in GREEN_RUNNERS:
        raise ConfigError(f"{name}: one of {', '.join(GREEN_RUNNERS)} is wanted, not {value!r}")
    return value
