"""What MkDocs builds besides docs/*.md: the changelog, the Korean page, the rules' menu, and the playground with its Python.

MkDocs calls these functions (its `hooks` setting). The playground needs Pyodide, from `npm ci --prefix website`; where it is not
there, the page is built and says so.
"""

from __future__ import annotations

import base64
import io
import re
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # the pages are of this checkout, whatever is installed

from flake8_pitfalls import rules  # noqa: E402
from flake8_pitfalls.doors.docs import themes  # noqa: E402

PLAYGROUND = "playground-files"
PYODIDE = ROOT / "website" / "node_modules" / "pyodide"
PARTS = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip")
LINK = re.compile(r"\[([^\]\n]+)\]\((?!https?:|mailto:)([^)#]+)(#[^)]*|)\)")
PAPERS = {"README.ko.md": "ko.md", "CHANGELOG.md": "changelog.md", "CONTRIBUTING.md": "contributing.md", "SECURITY.md": "security.md"}
# HTML, since MkDocs would take what stands behind the # for a heading of that page.
LINE = '<p class="try"><a href="../playground.html#{}">Try it in the playground</a></p>'
TRAITS = re.compile(r"^\*((?:error|warning|note), [^*\n]+)\*$", re.MULTILINE)
FOUND = re.compile(r"^Found:\n\n```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def on_config(config: Any) -> Any:
    """Puts every rule into the menu, under its theme, and pages that the menu does not name yet at the end of "Inside"."""
    named = set(re.findall(r"[\w-]+\.md", str(config.nav)))
    new = sorted(path.name for path in (ROOT / "docs").glob("*.md") if path.name not in named)
    for entry in config.nav:
        if "Rules" in entry:
            entry["Rules"] += [
                {title: [{f"{one.code} {one.name}": f"rules/{one.code}.md"} for one in under]} for title, _, under in themes(rules.load())
            ]
        if "Inside" in entry:
            entry["Inside"] += new
    return config


def on_files(files: Files, config: Any) -> Files:
    """Adds the pages and files that are not in docs/."""
    for name, page in PAPERS.items():
        text = LINK.sub(from_the_root, (ROOT / name).read_text(encoding="utf-8"))
        files.append(File.generated(config, page, content=text))
    for path in sorted((ROOT / "website" / "playground").iterdir()):
        files.append(File.generated(config, f"{PLAYGROUND}/{path.name}", abs_src_path=str(path)))
    files.append(File.generated(config, f"{PLAYGROUND}/flake8_pitfalls.zip", content=package()))
    for name in PARTS:
        if (PYODIDE / name).exists():
            files.append(File.generated(config, f"{PLAYGROUND}/pyodide/{name}", abs_src_path=str(PYODIDE / name)))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """A rule's page has its traits as badges, and under each pitfall the way to try it."""
    if re.fullmatch(r"rules/PIT\d{3}\.md", page.file.src_uri):
        markdown = TRAITS.sub(badges, markdown, 1)
        return FOUND.sub(lambda found: f"{found[0]}\n\n{LINE.format(fragment(found[1]))}", markdown)
    return markdown


def badges(found: re.Match[str]) -> str:
    """The line of a rule's traits, each in a box; the first of them is its level."""
    level, *rest = found[1].split(", ")
    boxes = [f'<span class="trait {level}">{level}</span>', *(f'<span class="trait">{one}</span>' for one in rest)]
    return f"<p>{' '.join(boxes)}</p>"


def from_the_root(found: re.Match[str]) -> str:
    """A link of a paper in the root, as one of a page in docs/; what is no page stays as its text."""
    text, target, anchor = found.groups()
    page = {**PAPERS, "README.md": "index.md"}.get(target) or target.removeprefix("docs/")
    return f"[{text}]({page}{anchor})" if page != target and page.endswith(".md") else text


def package() -> bytes:
    """Our package's files as one archive, the same bytes for the same files."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted((ROOT / "flake8_pitfalls").rglob("*.py")):
            archive.writestr(zipfile.ZipInfo(str(path.relative_to(ROOT))), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def fragment(text: str) -> str:
    """A program as the playground's share links hold it: UTF-8, raw deflate, base64 for addresses, after `code=`."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    return "code=" + base64.urlsafe_b64encode(packed.compress(text.encode()) + packed.flush()).decode().rstrip("=")
