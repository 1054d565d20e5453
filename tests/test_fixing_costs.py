"""What fixing a file asks for, and what it does not: counted, not timed."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from flake8_pitfalls import proving, rules
from flake8_pitfalls.fixer import Policy, repair
from flake8_pitfalls.model import Settings
from flake8_pitfalls.running.resting import watched
from flake8_pitfalls.text import disk

PLAIN = "\n\n".join(f"def f{number}(a):\n    return [a, {number}]\n" for number in range(40))
FINDING = "\n\ndef is_full(count):\n    return count is 300\n"


def repaired(text: str, path: str) -> str:
    return repair(text, path, list(rules.load().values()), Settings(), Policy()).after


def test_a_judgement_asks_the_disk_each_question_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "near.py").write_text("LIMIT = 300\n\ndef count():\n    return 3\n")
    path = tmp_path / "m.py"
    text = f"import json\nimport os\nfrom near import LIMIT, count\n{PLAIN}{FINDING}\n\nprint(os, json, LIMIT is count())\n"
    asked: Counter[tuple[str, str]] = Counter()

    def counted(question: str) -> None:
        answer = disk.QUESTIONS[question]
        monkeypatch.setitem(disk.QUESTIONS, question, lambda where: asked.update([(question, where)]) or answer(where))

    for question in list(disk.QUESTIONS):
        counted(question)
    after, rests = watched(lambda: repaired(text, str(path)))
    assert "count == 300" in after
    assert rests is not None
    assert {(what, where) for what, where, _ in rests.own} <= set(asked)
    assert asked["exists", str(tmp_path / "near.py")] == 1
    assert max(asked.values()) <= 2, asked  # what several files share is asked again, to see that it still holds


def test_a_fix_is_compiled_with_the_functions_that_it_touches_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[int] = []
    real = proving.compiles

    def compiles(code: str | ast.Module) -> bool:
        assert isinstance(code, ast.Module), "the whole text was compiled"
        compiled.append(len(code.body))
        return real(code)

    monkeypatch.setattr(proving, "compiles", compiles)
    assert "count == 300" in repaired(f"import os\n{PLAIN}{FINDING}", "m.py")
    assert compiled == [2]  # the import, and the function


def test_a_fix_looks_into_the_statements_that_it_touches_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_into: list[int] = []
    real = proving.Part.nodes

    def nodes(part: proving.Part, base: type[ast.AST]) -> list[ast.AST]:
        found = list(real(part, base))
        looked_into.append(len(found))
        return found

    monkeypatch.setattr(proving.Part, "nodes", nodes)
    assert "count == 300" in repaired(PLAIN + FINDING, "m.py")
    assert 0 < max(looked_into) < 6  # of some 200


@pytest.mark.parametrize("imports", ["import os", "import os, sys\nfrom json import dumps", "from __future__ import annotations"])
def test_a_file_that_knows_no_arrays_is_fixed_without_values(imports: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from flake8_pitfalls.facts import arrays

    monkeypatch.setattr(arrays, "_may_know_arrays", lambda module, real=arrays._may_know_arrays: real(module) and pytest.fail("it may"))
    assert "count == 300" in repaired(f"{imports}\n{FINDING}", str(tmp_path / "m.py"))


@pytest.mark.parametrize("how", ["import near", "from near import counts", "from . import near", "import numpy as np"])
def test_a_file_that_may_know_arrays_is_asked(how: str, tmp_path: Path) -> None:
    (tmp_path / "near.py").write_text("import numpy\n\ndef counts():\n    return numpy.zeros(3)\n")
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.arrays import _may_know_arrays
    from flake8_pitfalls.text.source import Source

    assert _may_know_arrays(Module(Source(f"{how}\n"), None, str(tmp_path / "m.py")))
