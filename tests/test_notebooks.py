"""Notebooks through the doors: which cell a finding names, and that a fix changes sources of cells and no other byte."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_pitfalls import check, fix
from flake8_pitfalls.doors import cli
from flake8_pitfalls.text.ipython import split
from flake8_pitfalls.text.json_text import WRITTEN
from flake8_pitfalls.text.notebook import Notebook, place

PITFALL = "print(x is 257)"
REPAIRED = "print(x == 257)"
KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}
COLAB = {"colab": {"provenance": []}, "kernelspec": {"name": "python3", "display_name": "Python 3"}, "language_info": {"name": "python"}}
JUPYTEXT = {"jupytext": {"formats": "ipynb,py:percent", "main_language": "python"}}


def code(source: str | list[str], **more: Any) -> dict[str, Any]:
    return {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": source, **more}


def text(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": [source]}


def book(*cells: dict[str, Any], metadata: dict[str, Any] | None = None, minor: int = 4) -> dict[str, Any]:
    return {"cells": list(cells), "metadata": KERNEL if metadata is None else metadata, "nbformat": 4, "nbformat_minor": minor}


def jupyter(notebook: dict[str, Any], **form: Any) -> str:
    """As Jupyter writes it."""
    return json.dumps(notebook, **{"indent": 1, "ensure_ascii": False, **form}) + "\n"


def run(*arguments: str, capsys: pytest.CaptureFixture[str], status: int) -> tuple[str, str]:
    """What the command prints, to both streams."""
    assert cli.main(["--isolated", *arguments]) == status
    captured = capsys.readouterr()
    return captured.out, captured.err


OUTPUT = {"output_type": "stream", "name": "stdout", "text": ["x is 257\n"]}
SHAPES = {
    "4.0 with sources as text": jupyter(book(text("# x is 257"), code("x = 257\n" + PITFALL), minor=0), indent=2),
    "4.5 with ids": jupyter(
        book(code(["x = 257"], id="a1"), {**text("x is 257"), "id": "b"}, code([PITFALL], id="c", outputs=[OUTPUT]), minor=5)
    ),
    "colab": jupyter(book(code(["#@title 제목\n", PITFALL], metadata={"id": "q", "cellView": "form"}), metadata=COLAB, minor=0), indent=2),
    "jupytext": jupyter(book(code([PITFALL], metadata={"lines_to_next_cell": 2}), metadata=JUPYTEXT)),
    "Korean": jupyter(book(code(["이름 = '값'  # 한글\n", f"{PITFALL}; print('한글 😀')\n"]))),
    "Korean, escaped": jupyter(book(code(["이름 = '값'\n", f"{PITFALL}; print('한글 😀')\n"])), ensure_ascii=True),
    "one line": json.dumps(book(code([f"{PITFALL}\n", "y = 1"])), separators=(",", ":")),
    "tabs, and the lines end as on Windows": jupyter(book(code([PITFALL, "\n"])), indent="\t").replace("\n", "\r\n"),
    "lines of the cells end as on Windows": jupyter(book(code(["x = 1\r\n", f"{PITFALL}\r\n"]))),
    "byte order mark": "\ufeff" + jupyter(book(code(PITFALL))),
    "cut anywhere": jupyter(book(code(["x = 1\nprint(", "x ", "is 257)\ny", " = 2"]))),
    "slashes escaped": jupyter(book(code(f"'</b>'; {PITFALL}"))).replace("/", "\\/"),
    "magics": jupyter(book(code(["%matplotlib inline\n", "!ls x is 257\n", f"{PITFALL}\n", "x?\n", "files = !ls\n"]))),
    "cell magic": jupyter(book(code(f"%%time\n{PITFALL}"))),
    "indented": jupyter(book(code(f"  y = 1\n  {PITFALL}\n"))),
    "modulo below": jupyter(book(code(["print('%s'\n", f"      % ({PITFALL}))\n"]))),
    "no metadata": '{"cells": [{"cell_type": "code", "source": "' + PITFALL + '"}]}',
}


@pytest.mark.parametrize("raw", SHAPES.values(), ids=SHAPES)
def test_a_fix_changes_the_source_and_no_other_byte(raw: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.ipynb"
    file.write_bytes(raw.encode())
    run(str(file), capsys=capsys, status=1)
    before, _, after = raw.rpartition("is 257)")
    assert file.read_bytes().decode() == f"{before}== 257){after}"
    run(str(file), capsys=capsys, status=0)


def test_reports_name_the_cell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    first = code(["import time\n", "\n", "start = time.time()\n"])
    cells = [text("a"), first, code(["한 = 1\n", f"'글'; {PITFALL}\n", "print(time.time() - start)"])]
    raw = jupyter(book(*cells))
    Path("a.ipynb").write_text(raw, encoding="utf-8")
    out, _ = run("--check", ".", capsys=capsys, status=1)
    assert "a.ipynb:cell 3:2:12: PIT201 `x is 257`" in out
    assert "a.ipynb:cell 3:3:7: PIT501" in out and "(line 3 of cell 2 and line 3 of this cell)" in out
    assert f"    '글'; {PITFALL}\n                ^^^^^^^^\n" in out
    out, _ = run("--check", "--output-format=json", ".", capsys=capsys, status=1)
    first, second = json.loads(out)
    assert (first["path"], first["cell"], first["line"], first["column"], first["end_line"]) == ("a.ipynb", 3, 2, 12, 2)
    assert [(edit["cell"], edit["line"]) for edit in second["fixes"][0]["edits"]] == [(2, 3), (3, 3)]
    out, _ = run("--diff", ".", capsys=capsys, status=1)
    assert [line for line in out.splitlines() if line.startswith(("--- ", "@@"))] == [
        "--- a.ipynb:cell 2",
        "@@ -1,3 +1,3 @@",
        "--- a.ipynb:cell 3",
        "@@ -1,3 +1,3 @@",
    ]
    assert f"-'글'; {PITFALL}\n" in out and "No newline at end of file" not in out
    line = next(number for number, line in enumerate(raw.split("\n"), 1) if PITFALL in line)
    column = raw.split("\n")[line - 1].index("x is") + 1
    out, _ = run("--check", "--output-format=github", ".", capsys=capsys, status=1)
    assert f"file=a.ipynb,line={line},col={column},endLine={line},endColumn={column + 8}::a.ipynb:cell 3:2:12: PIT201" in out
    out, _ = run("--check", "--output-format=gitlab", ".", capsys=capsys, status=1)
    assert json.loads(out)[0]["location"]["positions"]["begin"] == {"line": line, "column": column}
    out, _ = run("--check", "--output-format=sarif", ".", capsys=capsys, status=1)
    results = json.loads(out)["runs"][0]["results"]
    assert results[0]["locations"][0]["physicalLocation"]["region"]["startLine"] == line
    assert results[0]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "a.ipynb:cell 3, line 2"
    assert patched(raw, results) == fix(raw, path="a.ipynb").text, "what a service would make of the file"


def patched(raw: str, results: list[dict[str, Any]]) -> str:
    """The file with the fixes of a SARIF log made."""
    starts = [0, *(n + 1 for n, character in enumerate(raw) if character == "\n")]

    def offset(region: dict[str, int], end: str) -> int:
        return starts[region[f"{end}Line"] - 1] + region[f"{end}Column"] - 1

    changes = [one for result in results for one in result["fixes"][0]["artifactChanges"][0]["replacements"]]
    for change in sorted(changes, key=lambda one: -offset(one["deletedRegion"], "start")):
        region = change["deletedRegion"]
        raw = raw[: offset(region, "start")] + change["insertedContent"]["text"] + raw[offset(region, "end") :]
    return raw


def test_a_new_import_comes_into_the_first_cell_of_python_below_its_magic(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    cells = [code("%%bash\nls\n"), code(["%%capture out\n", "import time\n", "await f()\n", "time.sleep(1)"]), code("%cd ..")]
    after = json.loads(fix(jupyter(book(*cells)), path="a.ipynb", unsafe=True).text)
    assert after["cells"][0] == cells[0] and after["cells"][2] == cells[2]
    assert [line.strip() for line in after["cells"][1]["source"]] in (
        ["%%capture out", "import asyncio", "import time", "await f()", "await asyncio.sleep(1)"],
        ["%%capture out", "import asyncio", "", "import time", "await f()", "await asyncio.sleep(1)"],
        cells[1]["source"],
    )


def test_standard_input_and_the_api(tmp_path: Path) -> None:
    raw = jupyter(book(text("a"), code(["x = 1\n", PITFALL])))
    command = [sys.executable, "-m", "flake8_pitfalls", "--isolated", "--stdin-filename", "b.ipynb", "-"]
    ran = subprocess.run(command, input=raw.encode(), capture_output=True, check=False, cwd=tmp_path)
    assert ran.stdout.decode() == raw.replace(PITFALL, REPAIRED)
    assert b"b.ipynb:cell 2:2:7: PIT201 fixed" in ran.stderr
    [found] = check(raw, path="b.ipynb")
    assert (found.code, found.cell, found.line, found.column) == ("PIT201", 2, 2, 7)
    assert fix(raw, path="b.ipynb").text == raw.replace(PITFALL, REPAIRED)
    with pytest.raises(ValueError, match=r"b\.ipynb: is no notebook"):
        check(PITFALL, path="b.ipynb")


@pytest.mark.parametrize(
    ("raw", "status", "says"),
    [
        ("{", 2, "is no notebook: Expecting property name enclosed in double quotes (line 1, column 2)"),
        ("x is 257", 2, "is no notebook: Expecting value (line 1, column 1)"),
        ("[]", 2, "is no notebook: it has no list of cells"),
        ("[" * 100_000, 2, "is no notebook: its JSON is nested too deep"),
        ('{"metadata": {}, "nbformat": 3, "nbformat_minor": 0, "worksheets": []}', 2, "is a notebook of format 3; `jupyter nbconvert"),
        ('{"cells": [{"cell_type": "code", "source": 3}]}', 2, "the source of cell 1 is neither a text nor a list of texts"),
        (jupyter(book(code("x = 1"), code("print 1"))), 2, "cell 2 does not parse with Python"),
        (jupyter(book(code("x = ("), code(f"{PITFALL})"))), 2, "cell 1 does not parse with Python"),
        (jupyter(book(code("'''"), code(f"'''\n{PITFALL}"))), 2, "cell 1 does not parse with Python"),
        (jupyter(book(code(f"# pitfalls: cell 3\n{PITFALL}"))), 2, "cell 1 holds `# pitfalls:`"),
        (jupyter(book(code("x = '\ud800'")), ensure_ascii=True), 2, "does not parse"),
        ("\udcff", 2, "is no notebook: it is no UTF-8 (byte 0)"),
        ("", 0, ""),
        ('{"cells": []}', 0, ""),
        (jupyter(book()), 0, ""),
        (jupyter(book(text(PITFALL))), 0, ""),
        (jupyter(book(code("x <- 1"), metadata={"kernelspec": {"language": "R", "name": "ir", "display_name": "R"}})), 0, ""),
        (jupyter(book(code("x <- 1"), metadata={"jupytext": {"main_language": "R"}})), 0, ""),
        (jupyter(book(code(f"%%bash\n{PITFALL} (")), indent=None), 0, ""),
        (jupyter(book(code("let x = 1", metadata={"vscode": {"languageId": "javascript"}}))), 0, ""),
        (jupyter(book({"cell_type": "raw", "metadata": {}, "source": PITFALL})), 0, ""),
        (jupyter(book(code(f"{PITFALL}  # noqa: PIT201"))), 0, ""),
        (jupyter(book(code("# flake8: noqa"), code(PITFALL))), 0, ""),
    ],
)
def test_what_cannot_be_done_is_one_line(raw: str, status: int, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.ipynb").write_bytes(raw.encode("utf-8", "surrogateescape"))
    out, err = run("--check", "-q", str(tmp_path), capsys=capsys, status=status)
    assert out == "" and len(err.splitlines()) == bool(says)
    assert not says or (err.startswith(f"{tmp_path / 'a.ipynb'}: error: ") and says in err)


# What IPython reads


def found(*cells: str, codes: tuple[str, ...] = ("ALL",)) -> list[str]:
    return [f"{one.code} {one.cell}:{one.line}" for one in check(jupyter(book(*map(code, cells))), path="a.ipynb", select=codes)]


@pytest.mark.parametrize(
    "cell",
    [
        "%time f()",
        "%timeit -n 10 f(\\\n x)",
        "!ls {x} && \\\n  echo 'it''s",
        "!!ls",
        "?f",
        "??f",
        "f?",
        "f.g??",
        "a = f?",
        "np.*load*?",
        "%magic?",
        "files = !ls",
        "a, b = !ls",
        "d['k'] = %time f()",
        "if x:\n    !ls\nelse:\n    %cd ..",
        "/f x",
        ",f a b",
        ";f a b",
        "%%bash\nif [ -f x ]; then echo 'y; fi",
        "%%javascript\nlet x = 1;",
        "%%time\nf()",
        "%%capture out\n%%time\nf()",
        "%%timeit x = 1\nf(x)",
        "\n\n%%html\n<b>",
        "  x = 1\n  f()",
        "await f()\nasync with g() as h:\n    pass\nasync for i in j:\n    pass",
        "x = [await f() for i in j]",
        "s = '''\n%time\n!ls\n'''",
        'print("%d"\n  % 3, "a?"  # why?\n  )',
        "x = (1 != 2) ; y = 5 % 3",
        "# only a comment",
        "",
        "   ",
        "%time import numpy as np",
        "%load_ext autoreload\n%autoreload 2\n%run a.py\n%pylab inline\n%store -r x",
    ],
)
def test_cells_that_ipython_reads(cell: str) -> None:
    """The cell is understood, the pitfall after it is found on its line, and nothing but it is repaired."""
    raw = jupyter(book(code(cell), code([f"{line}\n" for line in cell.split("\n")]), code(f"y = 1\n{PITFALL}")))
    [one] = check(raw, path="a.ipynb")
    assert (one.code, one.cell, one.line) == ("PIT201", 3, 2)
    assert fix(raw, path="a.ipynb").text == raw.replace(PITFALL, REPAIRED)


def test_what_magics_bind_and_use_is_known() -> None:
    assert found("import threading\nt = threading.Thread(target=print)") == ["PIT308 1:2"]
    assert found("import threading\nt = threading.Thread(target=print)", "%time t.start()") == []
    assert found("import threading\nt = threading.Thread(target=print)", "!echo {t}") == []
    assert found("import time\nstart = time.time()", "print(time.time() - start)") == ["PIT501 2:1"]
    assert found("import time\nstart = time.time()", "%time start = 3", "print(time.time() - start)") == []
    assert found("import time\nstart = time.time()", "%run other.py", "print(time.time() - start)") == []
    assert found("import time\nstart = time.time()", "%%sql result <<\nselect 1", "print(time.time() - start)") == ["PIT501 3:1"]
    assert found("import time\nstart = time.time()", "%%sql start <<\nselect 1", "print(time.time() - start)") == []
    script = "%%writefile time.py\nstart = 3\nimport time"
    assert found("import time\nstart = time.time()", script, "print(time.time() - start)") == ["PIT501 3:1"]
    tagged = code("start = time.time()", metadata={"tags": ["parameters"]})
    assert check(jupyter(book(code("import time"), tagged, code("print(time.time() - start)"))), path="a.ipynb") == []
    assert found("import time\nstart = time.time()", "%%memit\nstart = 3", "print(time.time() - start)") == []


def test_a_cell_that_awaits_runs_in_a_loop() -> None:
    assert found("import time\ntime.sleep(1)", "await f()\ntime.sleep(2)", "time.sleep(3)") == ["PIT301 2:2"]
    assert found("import time", "[i async for i in j]\ntime.sleep(2)", "(i async for i in j)\ntime.sleep(3)") == ["PIT301 2:2"]
    assert found("import time", "async def g():\n    time.sleep(2)") == ["PIT301 2:2"]
    assert found("import time", "def g():\n    time.sleep(2)", "g()", "await f()\ng()") == ["PIT302 4:2"]


def test_what_a_cell_ends_with_is_shown() -> None:
    def said(source: str) -> str:
        cells = ["import threading\nt = threading.Thread(target=print)\nt.start()", source, "print()"]
        return " ".join(one.message for one in check(jupyter(book(*map(code, cells))), path="a.ipynb"))

    assert "shows `<bound method …>`" in said("t.join")
    assert "does nothing" in said("t.join;")
    assert "does nothing" in said("t.join\nprint()")


def test_a_kernel_is_not_imported_by_its_processes() -> None:
    source = "import multiprocessing\ndef f(): ...\nmultiprocessing.Process(target=f).start()"
    assert found(source) == []
    assert [one.code for one in check(source)] == ["PIT313"]


# Whatever a notebook holds

PIECES = [
    "x = 257\n",
    f"{PITFALL}\n",
    "한 = '글 \\u003c </b>'\n",
    "import time\n",
    "await f()\ntime.sleep(1)\n",
    "start = time.time()\n",
    "print(time.time() - start)\n",
    "%time f()\n",
    "!ls {x}\n",
    "x?\n",
    "%%time\n",
    "%%bash\nx is 257\n",
    "%matplotlib inline\n",
    "files = !ls\n",
    "def g(a):\n    b = a\n    return b\n",
    "found = []\nfor i in y:\n    found.append(i)\n",
    "# 설명\n",
    "\n",
    "print('a' '%s'\n  % x)\n",
]


def dressed(source: str, chance: random.Random) -> Any:
    """A source as text, as lines, or cut anywhere; as Jupyter writes it, the last line does not end."""
    source = source.removesuffix("\n") if chance.random() < 0.7 else source
    if chance.random() < 0.3:
        return source
    if chance.random() < 0.8:
        return source.splitlines(keepends=True)
    cut = chance.randrange(len(source) + 1)
    return [source[:cut], source[cut:]]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(PIECES), max_size=5), max_size=5),
    st.randoms(use_true_random=False),
    st.sampled_from([None, 1, 2, "\t"]),
    st.booleans(),
)
def test_whatever_it_holds_only_sources_change(pieces: list[list[str]], chance: random.Random, indent: Any, ascii_only: bool) -> None:
    cells = [code(dressed("".join(parts), chance), id=f"c{n}", outputs=[OUTPUT]) for n, parts in enumerate(pieces)]
    notebook = book({**text("# x is 257"), "id": "text"}, *cells, minor=5)
    raw = json.dumps(notebook, indent=indent, ensure_ascii=ascii_only) + "\n" * chance.randrange(2)
    assert Notebook(raw).changed(Notebook(raw).text) == raw
    after = fix(raw, path="a.ipynb", select=["ALL"], unsafe=True).text
    assert without_sources(json.loads(after)) == without_sources(notebook)
    assert fix(after, path="a.ipynb", select=["ALL"], unsafe=True).text == after
    assert after.endswith("\n") == raw.endswith("\n") and after.isascii() >= ascii_only
    nbformat.validate(nbformat.reads(after, as_version=4))
    old, new = (["".join(cell["source"]) for cell in one["cells"]] for one in (notebook, json.loads(after)))
    for before, now in zip(old, new, strict=True):
        assert magics(before) == magics(now)
    assert new[0] == "# x is 257"


def without_sources(notebook: dict[str, Any]) -> dict[str, Any]:
    plain = copy.deepcopy(notebook)
    for cell in plain["cells"]:
        if cell["cell_type"] == "code":
            del cell["source"]
    return plain


def magics(source: str) -> list[str]:
    return [line for line in source.splitlines() if line.startswith(("%", "!", "files")) or line.endswith("?")]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8), st.integers(0, 400), st.booleans())
def test_each_character_is_found_in_the_file(parts: list[str], at: int, ascii_only: bool) -> None:
    source = '# 글 😀 \\ "\n' + "".join(parts)
    notebook = Notebook(jupyter(book(code(source), code(source.splitlines(keepends=True))), ensure_ascii=ascii_only))
    at %= len(notebook.text)
    number, line = place(notebook.text, notebook.source.position(at)[0])
    own = split(notebook.cells[number - 1].source)[line - 1 :][:1]
    if own == [notebook.source.line(notebook.source.position(at)[0])]:  # a line of the cell, not one that stands in or parts cells
        written = WRITTEN.match(notebook.raw, notebook.raw_offset(at))
        assert written and json.loads(f'"{written[0]}"') == notebook.text[at]
