"""The house itself: types, style, layers, pages, and what its papers promise. Once for all Pythons is enough."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_pitfalls import __version__, rules
from flake8_pitfalls.doors import docs

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "flake8_pitfalls"
SOURCES = sorted(PACKAGE.rglob("*.py"))
pytestmark = pytest.mark.house


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("module", "command"),
    [
        ("mypy", ["-m", "mypy"]),
        ("ruff", ["-m", "ruff", "check", "."]),
        ("ruff", ["-m", "ruff", "format", "--check", "."]),
        ("importlinter", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]),
        ("flake8", ["-m", "flake8", "--isolated", "--select=PIT", "--pitfalls-all", "flake8_pitfalls", "noxfile.py"]),
        ("flake8_pitfalls", ["-m", "flake8_pitfalls", "--check", "--select=ALL", "flake8_pitfalls", "noxfile.py"]),
        ("flake8_pitfalls", ["-m", "flake8_pitfalls.doors.docs", "--check"]),
    ],
    ids=["types", "ruff", "format", "layers", "our rules in flake8", "our rules", "pages"],
)
def test_the_house_is_clean(module: str, command: list[str]) -> None:
    pytest.importorskip(module)
    ran = run(*command)
    assert ran.returncode == 0, "\n".join((ran.stdout + ran.stderr).splitlines()[-40:])


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_says_what_it_is_for_and_is_no_longer_than_it_need_be(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(('"""', "'''", "r'''", 'r"""')), "a file opens with what it is for"
    assert "from __future__ import annotations" in text or text.count("\n") == 1
    assert text.count("\n") <= 450, "look for two things in it"


def test_a_rule_is_one_file() -> None:
    for path in (PACKAGE / "rules").glob("*.py"):
        assert path.name == "__init__.py" or re.fullmatch(r"pit\d{3}_[a-z_]+\.py", path.name), path.name


def test_every_rule_has_a_page_and_a_row() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for code in rules.load():
        assert (ROOT / "docs" / "rules" / f"{code}.md").exists()
        assert f"| [{code}](docs/rules/{code}.md) |" in readme
    assert docs.START in readme


def test_the_papers_agree() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert re.findall(r"- id: (\S+)", hooks) == ["pitfalls-fix", "flake8-pitfalls"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for title in ("Try it", "Test it"):
        block = re.search(rf"^## {title}$.*?^```sh\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
        assert block is not None
        assert block[1].count("\n") == 1, "one command line"


def test_no_machine_is_named() -> None:
    """Neither this machine's folders nor its services belong into what we give away."""
    for path in [*SOURCES, *ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("tests/*.py"), ROOT / "pyproject.toml"]:
        assert not re.search(r"/(?:work|root|opt)/", path.read_text(encoding="utf-8")), path
