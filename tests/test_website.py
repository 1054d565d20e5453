"""Python 3.14 by way of Pyodide, the site, and its playground: each runs where what it needs is there, and says what is missing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WEBSITE = ROOT / "website"
pytestmark = pytest.mark.house


def node() -> str:
    """Node.js with the npm packages of the website; skips where they are not."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("there is no node")
    if not (WEBSITE / "node_modules" / "pyodide").is_dir():
        pytest.skip("Pyodide is not here: npm ci --prefix website")
    return found


def test_every_case_on_python_3_14() -> None:
    """All cases, their fixes and the programs of all pages, on the Python of Pyodide."""
    ran = subprocess.run([node(), "website/cases.mjs"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, "\n".join((ran.stdout + ran.stderr).splitlines()[-60:])
    assert "Python 3.14" in ran.stdout
