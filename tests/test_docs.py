"""Everything that the papers show is tried: commands are run, programs too, files are read as what they are.

The law for fenced blocks, page by page, from top to bottom, in a folder of the page's own:

- a block with `title="NAME"` is the file NAME of that folder; JSON, TOML, INI and YAML must be read as such, and our settings must hold;
- `python` is run and must end well; with a title it is only written and parsed, for the commands below it to run;
- `sh`: each line is run, and ends with 0 or 1 (1 is what a linter says where it found something) and without a traceback;
- `console`: each line behind `$ ` is run, and the lines under it are what it prints; `…` stands for anything;
- what installs (`pip install`, `npm ci`, making a venv) is left out: the test stands where that has been done;
- what tests a checkout (`pytest …`, `python tests/…`, `node website/…`) is left out too, but the files that it names must be there;
- a block under `<!-- from: FILE -->` stands in that file, to the letter;
- a block under `<!-- shown: why -->` is only shown. Other languages are drawings, or belong to programs that are not ours.
"""

from __future__ import annotations

import ast
import configparser
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from flake8_pitfalls import rules
from flake8_pitfalls.running.pyproject import KEYS

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^(?:<!-- shown: ([^>]+) -->\n+)?^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"^<!-- from: (\S+) -->\n(`{3,})\w+\n(.*?)^\2$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r'title="([^"]+)"')
INSTALLS = re.compile(r"(?:\S*/)?(?:pip install|python3? -m venv|npm ci)\b")
CHECKOUT = re.compile(r"(?:[A-Z_]+=\S+ +)*(?:python (?:-m )?)?(?:pytest|flake8_pitfalls\.doors|(?:node )?(?:tests|benchmarks|website)/)")
SHOWN_AT_MOST = 12
pytestmark = pytest.mark.house


class Block(NamedTuple):
    """A fenced block: why it is only shown, its language, the file that it is, its text."""

    shown: str
    language: str
    title: str
    text: str


def blocks(page: Path) -> list[Block]:
    found = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [Block(why, language, (TITLE.findall(info) or [""])[0], text) for why, language, info, text in found]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_shows_is_so(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    (tmp_path / "src").mkdir()
    shutil.copy(ROOT / "docs" / "examples" / "primes.py", tmp_path / "src")
    for block in blocks(page):
        if block.shown:
            continue
        if block.title:
            path = tmp_path / block.title
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        judge(block, tmp_path)


def judge(block: Block, folder: Path) -> None:
    """One block, by the law above."""
    if block.language == "python":
        ast.parse(block.text)
        if not block.title:
            ends_well(run([sys.executable, "-c", block.text], folder), [0])
    elif block.language == "sh":
        for line in block.text.splitlines():
            command = tried(line)
            if command:
                ends_well(run(command, folder), [0, 1])
    elif block.language == "console":
        for command, wanted in conversation(block.text):
            if tried(command):
                printed = run(tried(command), folder).stdout
                assert re.fullmatch(pattern(wanted), printed), f"$ {command}\n{printed}"
    else:
        read(block)


def read(block: Block) -> None:
    """A settings file, as what it is."""
    if block.language == "toml":
        table = tomllib.loads(block.text).get("tool", {}).get("flake8-pitfalls", {})
        assert set(table) <= set(KEYS)
    elif block.language == "ini":
        configparser.ConfigParser().read_string(block.text)
    elif block.language in ("yaml", "yml"):
        yaml.safe_load(block.text)
    elif block.language == "json":
        json.loads(block.text)


def run(command: str | list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """A command with our programs first on its path; what it prints, on both streams, in the order in which it does."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "PYTHONUNBUFFERED": "1", "COLUMNS": "100"}
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        shell=isinstance(command, str),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def ends_well(ran: subprocess.CompletedProcess[str], allowed: list[int]) -> None:
    assert ran.returncode in allowed, f"{ran.args} ends with {ran.returncode}:\n{ran.stdout}"
    assert "Traceback (most recent call last)" not in ran.stdout, ran.stdout


def tried(line: str) -> str:
    """A command line without what installs; its programs are those of the Python that runs this."""
    parts = [re.sub(r"\.venv\S*?/bin/", "", part.strip()) for part in line.partition("  #")[0].split("&&")]
    for part in filter(CHECKOUT.match, parts):
        gone = [path for path in re.findall(r"\b(?:tests|benchmarks|website)/[\w./-]+", part) if not (ROOT / path).exists()]
        assert not gone, f"{part}: there is no {gone}"
    return " && ".join(part for part in parts if part and not INSTALLS.match(part) and not CHECKOUT.match(part))


def conversation(text: str) -> list[tuple[str, list[str]]]:
    """The commands of a console block, each with the lines under it."""
    said: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            said.append((line[2:], []))
        else:
            said[-1][1].append(line)
    return said


def pattern(lines: list[str]) -> str:
    """What printed text these lines stand for."""
    return "".join(r"(?:.*\n)*" if line == "…" else re.escape(line).replace("…", ".*") + r"\n" for line in lines)


def test_what_is_quoted_stands_there() -> None:
    for page in PAGES:
        for file, _, text in QUOTED.findall(page.read_text(encoding="utf-8")):
            assert text in (ROOT / file).read_text(encoding="utf-8"), f"{page.name}: {file} no longer says\n{text}"


def test_the_korean_readme_keeps_step() -> None:
    """The same headings, commands, files and links as the English one, and a row for each code that says the same of it."""
    english, korean = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.ko.md"))
    outside = [re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL) for text in (english, korean)]
    titles = [re.findall(r"^#+ ", text, re.MULTILINE) for text in outside]
    assert titles[0] == titles[1]
    assert uncommented(ROOT / "README.md") == uncommented(ROOT / "README.ko.md")
    links = [{link for link in re.findall(r"\]\(([^)#]+)\)", text) if not link.startswith("README")} for text in outside]
    assert links[0] == links[1]
    for code, rule in rules.load().items():
        fix = "–" if rule.fixes is None else rule.fixes.name.lower()
        row = rf"^\| \[{code}\]\(docs/rules/{code}\.md\) \| .+ \| {'켬' if rule.default else '끔'} \| {fix} \|$"
        assert re.search(row, korean, re.MULTILINE), f"README.ko.md has no row like {row}"


def uncommented(page: Path) -> list[Block]:
    """The blocks of a page, their comments aside."""
    return [block._replace(text=re.sub(r"\s+# .*", "", block.text)) for block in blocks(page)]


@pytest.mark.parametrize("page", sorted(ROOT.glob("*.md")), ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    """Of the papers in the root; MkDocs checks the others."""
    text = page.read_text(encoding="utf-8")
    for link, anchor in re.findall(r"\]\((?!https?:|mailto:)([^)#]*)(#[^)]*)?\)", text):
        assert (ROOT / link).exists(), link
        titles = [
            re.sub(r"[^\w\s-]", "", title).strip().replace(" ", "-").lower() for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        ]
        assert link or anchor[1:] in titles, anchor


def test_every_setting_is_explained() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert [key for key in KEYS if f"`{key}`" not in page] == []
    options = re.findall(r'"--(pitfalls-[a-z-]+)"', (ROOT / "flake8_pitfalls" / "doors" / "flake8.py").read_text(encoding="utf-8"))
    assert [name for name in options if f"`{name}`" not in page] == []


def test_the_design_is_drawn_as_it_stands() -> None:
    """The floors of the drawing are those that import-linter holds, and what it names is there."""
    page = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    drawing = next(block.text for block in blocks(ROOT / "docs" / "design.md") if block.language == "text")
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(one["layers"] for one in settings["tool"]["importlinter"]["contracts"] if one["name"] == "floors")
    floors = [line.split()[0] for line in drawing.splitlines()]
    assert floors == [layer.split(" | ")[0].rpartition(".")[2] for layer in layers]
    for layer, line in zip(layers, drawing.splitlines(), strict=True):
        assert all(name.rpartition(".")[2] in line.split() for name in layer.split(" | "))
    for name in re.findall(r"[a-z_]+\.py\b", drawing) + re.findall(r"`([a-z_]+/[a-z_/]+\.\w+)`", page):
        assert list((ROOT / "flake8_pitfalls").rglob(name)) or (ROOT / name).exists(), name


def test_little_is_only_shown() -> None:
    shown = [f"{page.name}: {block.shown}" for page in PAGES for block in blocks(page) if block.shown]
    assert len(shown) <= SHOWN_AT_MOST, "\n".join(shown)
