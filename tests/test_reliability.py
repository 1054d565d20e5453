"""What the fixer promises whatever it is given: see docs/reliability.md."""

from __future__ import annotations

from pathlib import Path

from flake8_pitfalls.facts import Module
from flake8_pitfalls.text.source import Source


def test_a_module_that_imports_itself_is_known_to_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("import a\n")
    project = Module(Source("import a\n"), None, str(path)).project
    assert project.view("a") is project.own
