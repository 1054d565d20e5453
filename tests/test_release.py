"""What is given away: the source archive and the wheel, built, checked, and installed where nothing of the checkout is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from flake8_pitfalls import __version__, rules

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.house


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run([str(one) for one in command], cwd=cwd, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the archive and the wheel; the wheel is made of the archive, so that the archive is whole."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    ran = run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=ROOT)
    assert ran.returncode == 0, ran.stderr
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        if hasattr(tarfile, "data_filter"):
            archive.extractall(folder / "unpacked", filter="data")
        else:
            archive.extractall(folder / "unpacked")
    source = next((folder / "unpacked").iterdir())
    ran = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=source)
    assert ran.returncode == 0, ran.stderr
    return folder


def test_what_is_in_them(built: Path) -> None:
    stem = f"flake8_pitfalls-{__version__}"
    with tarfile.open(built / f"{stem}.tar.gz") as archive:
        names = {name.removeprefix(f"{stem}/") for name in archive.getnames()}
    assert {"PKG-INFO", "LICENSE", "README.md", "CHANGELOG.md", "pyproject.toml", "tests/test_rules.py", ".pre-commit-hooks.yaml"} <= names
    assert not [name for name in names if "__pycache__" in name or name.startswith((".git/", ".venv", "website/node_modules", "build/"))]
    with zipfile.ZipFile(built / f"{stem}-py3-none-any.whl") as wheel:
        inside = set(wheel.namelist())
        entry_points = wheel.read(f"{stem}.dist-info/entry_points.txt").decode()
        metadata = Parser().parsestr(wheel.read(f"{stem}.dist-info/METADATA").decode())
    assert {name.partition("/")[0] for name in inside} == {"flake8_pitfalls", f"{stem}.dist-info"}
    ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / "flake8_pitfalls").rglob("*.py")}
    assert ours <= inside and "flake8_pitfalls/py.typed" in inside
    assert any(name.endswith("LICENSE") for name in inside)
    assert "PIT = flake8_pitfalls.doors.flake8:Plugin" in entry_points
    assert "pitfalls-fix = flake8_pitfalls.doors.start:main" in entry_points
    assert metadata["Requires-Python"] == ">=3.10"
    needed = [name for name in metadata.get_all("Requires-Dist", []) if "extra ==" not in name]
    assert sorted(name.split(">")[0] for name in needed) == ["flake8", "libcst", "pathspec", "tomli"]


def test_the_registry_would_take_them(built: Path) -> None:
    pytest.importorskip("twine")
    ran = run(sys.executable, "-m", "twine", "--no-color", "check", "--strict", *built.glob("*.tar.gz"), *built.glob("*.whl"), cwd=built)
    assert ran.returncode == 0 and ran.stdout.count("PASSED") == 2, ran.stdout


def test_the_wheel_works_where_it_is_installed(built: Path, tmp_path: Path) -> None:
    """A fresh environment with the wheel unpacked by pip; what we depend on is seen there, and nothing of the checkout."""
    pytest.importorskip("pip")
    home = tmp_path / "venv"
    venv.create(home, symlinks=os.name == "posix")
    binaries = home / ("bin" if os.name == "posix" else "Scripts")
    python = binaries / ("python" if os.name == "posix" else "python.exe")
    wheel = next(built.glob("*.whl"))
    ran = run(
        sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", "--no-compile", wheel, cwd=tmp_path
    )
    assert ran.returncode == 0, ran.stderr
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])", cwd=tmp_path).stdout.strip())
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"])
    (tmp_path / "a.py").write_text("def f(x):\n    return x is 257\n")
    where = run(python, "-c", "import flake8_pitfalls; print(flake8_pitfalls.__file__)", cwd=tmp_path).stdout
    assert where.startswith(str(site))
    assert run(binaries / "pitfalls-fix", "--version", cwd=tmp_path).stdout.startswith(f"flake8-pitfalls {__version__} (")
    linted = run(python, "-m", "flake8", "--isolated", "-j1", "--select=PIT", "a.py", cwd=tmp_path)
    assert linted.stdout.startswith("a.py:2:12: PIT201 "), linted.stderr
    assert run(binaries / "pitfalls-fix", "a.py", cwd=tmp_path).returncode == 1
    assert (tmp_path / "a.py").read_text() == "def f(x):\n    return x == 257\n"
    assert run(python, "-m", "flake8_pitfalls", "--check", "a.py", cwd=tmp_path).returncode == 0


def test_the_changelog_names_every_code() -> None:
    """Each code stands in the changelog, in brackets where it is off by default; `PIT101 to PIT104` stands for all between."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    named: dict[str, bool] = {}
    for bracket, first, last in re.findall(r"(\[)?(PIT\d{3})(?: to (PIT\d{3}))?", text.partition("\nCodes")[2]):
        between = [code for code in rules.load() if first <= code <= (last or first)]
        named.update(dict.fromkeys(between, not bracket))
    assert named == {code: rule.default for code, rule in rules.load().items()}


def test_the_issue_forms_can_be_read() -> None:
    yaml = pytest.importorskip("yaml")
    forms = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
    assert len(forms) == 3
    for path in forms:
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert {"name", "description", "body"} <= set(form)
        names = [part["id"] for part in form["body"] if part["type"] != "markdown"]
        assert len(names) == len(set(names)) and "versions" in names
        assert all(part["attributes"]["label"] for part in form["body"] if part["type"] != "markdown")
