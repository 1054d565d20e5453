"""`pitfalls-fix --show-settings`: what holds for a path, and where each setting was made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from flake8_pitfalls.model import Rule
from flake8_pitfalls.report.text import shown
from flake8_pitfalls.running.discover import SKIPPED
from flake8_pitfalls.running.pyproject import KEYS, Config, Configs

DEFAULTS: dict[str, Any] = {
    "exclude": list(SKIPPED),
    "pandas-version": "both",
    "module-limit": 400,
    "respect-gitignore": True,
    "cache": True,
}
EMPTY: dict[str, Any] = {"a list of strings": [], "true or false": False, "a string": "", "a number": 0, "a table of lists of strings": {}}


def show(paths: Iterable[str], configs: Configs, rules: Sequence[Rule]) -> int:
    """Prints the settings of each path as they would be written, each with where it comes from."""
    for path in paths:
        config = configs.of(path)
        print(f"{shown(path)}: {shown(config.file) or 'no settings file'}")
        for key in sorted(KEYS):
            value = config.values.get(key, DEFAULTS.get(key, EMPTY[KEYS[key]]))
            print(f"  {key} = {shown(written(value))}  # {origin(key, config, configs)}")
        print(f"  codes: {' '.join(config.codes(path, rules))}")
    return 0


def written(value: Any) -> str:
    """A value as a settings file holds it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key, ensure_ascii=False)} = {written(one)}" for key, one in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def origin(key: str, config: Config, configs: Configs) -> str:
    """Where a setting was made."""
    if key in configs.given:
        joined = key.startswith("extend-") and config.values[key] != configs.given[key]
        return "settings file and command line" if joined else "command line"
    return "settings file" if key in config.values else "default"
