"""The real flake8 over one file, in this process: options, lines and tree as the command has them, our plugin alone."""

from __future__ import annotations

import functools
from pathlib import Path

from flake8 import checker
from flake8.main.application import Application
from flake8.style_guide import Decision

from flake8_pitfalls.doors.flake8 import Plugin


@functools.lru_cache(maxsize=64)
def application(arguments: tuple[str, ...]) -> Application:
    """flake8, ready to run with these arguments."""
    app = Application()
    app.initialize(["--isolated", "-j1", *arguments])
    ours = [one for one in app.file_checker_manager.plugins.tree if one.entry_name == "PIT"]
    app.ours = app.file_checker_manager.plugins._replace(tree=ours, logical_line=[], physical_line=[])
    return app


def findings(path: Path, *arguments: str) -> list[tuple[int, int, str, str]]:
    """What flake8 shows of our codes in a file: line, column from 1, code and message; `# noqa` is not looked at."""
    app = application(arguments)
    if Plugin.options is not app.options:
        Plugin.parse_options(app.options)
    _, results, _ = checker.FileChecker(filename=str(path), plugins=app.ours, options=app.options).run_checks()
    decider = app.guide.default_style_guide.decider
    return [
        (line, column + 1, code, text)
        for code, line, column, text, _ in sorted(results, key=lambda item: (item[1], item[2], item[0]))
        if decider.decision_for(code) is Decision.Selected
    ]
