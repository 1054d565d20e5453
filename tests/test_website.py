"""Python 3.14 by way of Pyodide, the site, and its playground: each runs where what it needs is there, and says what is missing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
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
    ran = subprocess.run([node(), "website/cases.mjs"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, "\n".join((ran.stdout + ran.stderr).splitlines()[-60:])
    assert "Python 3.14" in ran.stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built with every warning an error: links, anchors and pages that the menu forgets among them."""
    pytest.importorskip("material", reason="MkDocs Material is not here: pip install -e '.[docs]'")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder


def test_the_site_stands_alone(site: Path) -> None:
    """Every page is there, and none loads anything from another host."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > len(list((ROOT / "docs").rglob("*.md")))
    for page in pages:
        loaded = re.findall(r"<(?:script|img|iframe|link)\b[^>]*?(?:src|href)=\"(https?:[^\"]+)\"", page.read_text(encoding="utf-8"))
        assert loaded == [], page


def test_the_playground_in_a_browser(site: Path) -> None:
    """Findings and fixes as one types, Korean among it, share links, dark and narrow, nothing asked of any other host."""
    ran = subprocess.run([node(), "website/page.mjs", str(site)], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if ran.returncode == 2:
        pytest.skip(ran.stderr.strip())
    assert ran.returncode == 0, ran.stdout + ran.stderr
