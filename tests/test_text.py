"""Text before anyone parses it: lines, offsets, encodings, `# noqa`."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_pitfalls.text.coding import Undecodable, decode
from flake8_pitfalls.text.noqa import Noqa
from flake8_pitfalls.text.parse import Unparsable, parse
from flake8_pitfalls.text.source import Source

KOREAN = "이름 = '한글'  # 설명\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_where_python_ends_them(end: str) -> None:
    text = f"a = 1{end}b = '\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029'{end}\x0cc = 3{end}"
    source = Source(text)
    tree = ast.parse(text)
    assert [source.segment(node) for node in tree.body] == ["a = 1", text.split(end)[1], "c = 3"]
    assert source.line(2) == text.split(end)[1] + end
    assert source.line(9) == ""


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["a", "é", "한", "😀", "\t", "\r\n", "\r", "\n", "\x0c"]), max_size=30))
def test_positions_and_offsets_agree(pieces: list[str]) -> None:
    text = "".join(pieces)
    source = Source(text)
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        head = text[offset - column : offset]
        assert source.offset(line, len(head.encode())) == offset
        assert source.utf16(offset) == (line - 1, len(head.encode("utf-16-le")) // 2)


@settings(max_examples=200, deadline=None)
@given(st.text("ab_1 .\t\n\x0c\x1c\x7f(é\u00a0ﬁ“", max_size=30))
def test_words_are_those_of_the_pattern(text: str) -> None:
    assert Source(text).words == frozenset(re.findall(r"\w+", unicodedata.normalize("NFKC", text)))


def test_columns_behind_korean_text_and_emoji() -> None:
    source = Source('"한글 😀"; x = 1\n')
    node = ast.parse(source.text).body[1]
    assert source.segment(node) == "x = 1"
    assert source.position(source.span(node).start) == (1, 8)
    assert source.utf16(8) == (0, 9)


@pytest.mark.parametrize(
    ("text", "offset", "end"),
    [
        ("a\nb", 0, "\n"),
        ("a\r\nb", 0, "\r\n"),
        ("a\r\nb", 3, "\r\n"),
        ("a\rb\nc", 0, "\r"),
        ("a\rb\nc", 2, "\n"),
        ("a", 0, "\n"),
        ("", 0, "\n"),
    ],
)
def test_inserted_lines_end_as_their_neighbours(text: str, offset: int, end: str) -> None:
    assert Source(text).line_end(offset) == end
    assert Source(text).with_line_ends("x\ny", offset) == f"x{end}y"


@pytest.mark.parametrize(
    ("data", "encoding", "bom"),
    [
        (KOREAN.encode(), "utf-8", False),
        (b"\xef\xbb\xbf" + KOREAN.encode(), "utf-8", True),
        (b"# -*- coding: cp949 -*-\n" + KOREAN.encode("cp949"), "cp949", False),
        (b"#!/usr/bin/python\n# vim: set fileencoding=euc-kr :\n" + KOREAN.encode("euc-kr"), "euc-kr", False),
        (b"# coding: latin-1\r\nx = '\xe9'\r\n", "iso-8859-1", False),
        (b"# coding: cp949\rx = '" + "한".encode("cp949") + b"'\r", "cp949", False),
        (b"# one\rx = 1\r# coding: cp949\r" + "한".encode(), "utf-8", False),
    ],
)
def test_files_are_read_as_python_reads_them(data: bytes, encoding: str, bom: bool) -> None:
    decoded = decode(data)
    assert (decoded.encoding, decoded.bom, decoded.exact) == (encoding, bom, True)
    assert decoded.encode(decoded.text) == data
    assert ast.dump(ast.parse(data)) == ast.dump(parse(decoded.text))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("x = '한글'\n".encode("cp949"), "# -*- coding: cp949 -*-"),
        (b"\n\n\nx = '\xff\xfe\xfd'\n", "line 4 is not UTF-8"),
        (b"# coding: nonsense\n", "nonsense"),
        (b"\xef\xbb\xbf# coding: cp949\n", "byte order mark"),
        (b"# coding: cp949\nx = '\xff\xff'\n", "line 2 is not cp949"),
        (b"# coding: rot13\nk = 1\n", "rot13"),
        (b"# coding: base64\nk = 1\n", "base64"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(Undecodable, match=reason.replace("*", r"\*")):
        decode(data)


@pytest.mark.parametrize("text", ["x = 1\x00", "x = '\udc80'", "(" * 5000 + ")" * 5000, "x = " + "-" * 100_000 + "1", "x = 1" + "0" * 5000])
def test_parsing_fails_in_one_way(text: str) -> None:
    try:
        parse(text)
    except SyntaxError:
        return
    assert text.startswith(("x = -", "x = 1000")), "only newer Pythons parse these"


def test_the_compilers_warnings_are_not_shown() -> None:
    parse("x = 1 is 2\ny = '\\d'\n")  # pytest turns warnings into errors


def test_nul_is_named() -> None:
    with pytest.raises((Unparsable, SyntaxError), match="null"):
        parse("x = 1\x00")


# The table of `# noqa` forms, with E225 in place of ours, since flake8 treats all codes alike.
COMMENTS = [
    "# noqa: E225",
    "# noqa:E225,E501",
    "# noqa: E2",
    "# NOQA: E225: reason",
    "# noqa: E501 E225",
    "# noqa",
    "# noqa : E225",
    "# noqa: E-225",
    "# noqa: e225 reason",
    "# noqa: E501",
    "# ruff: noqa: E225",
    "#noqa: E225",
    "#  noqa",
    "# type: ignore # noqa: E225",
    "# noqa:E501,,E225",
    "# noqa: E501;E225",
    "# noqa:\tE225",
    "# noqa:  E225",
    "# noqa E225",
    "# nofqa",
    "# noqa: W, E225",
    "# noqa: E225abc",
    "# pragma: noqa",
    "# NoQA:E225",
    "# noqa:E22 5",
    "# 한글 noqa",
    "# 한글 # noqa: E225",
]
SHAPES = [
    "x=1  {}\n",
    "x=(\n    1,\n)  {}\n",
    "x=f(  {}\n    1,\n    a=2)\n",
    "x='''  {}\n'''\n",
    "x='''\n  {}'''\n",
    "x='''\n'''  {}\n",
    "x=1 + \\\n    2  {}\n",
    "if x:\n    y=2  {}\n",
    "x=f('''a\n{}\n''',\n  b=1)\n",
    "x=1\n{}\n",
    "def f():\n    x=1\n    {}\ny=2\n",
]


@pytest.mark.parametrize("last", ["\n", "", "\r\n"])
def test_noqa_is_read_as_flake8_reads_it(last: str, tmp_path: Path) -> None:
    """Every comment in every shape: hidden by us where hidden by the real flake8."""
    text = "".join(shape.format(comment) for shape in SHAPES for comment in COMMENTS)
    text = text.replace("\n", "\r\n") if last == "\r\n" else text + ("x=1  # noqa" if not last else "")
    shown, every = (flake8_rows(text, tmp_path, *more) for more in ([], ["--disable-noqa"]))
    assert len(every) > 250
    assert len(every) > len(shown) > 100
    noqa = Noqa(Source(text))
    assert {place for place in every if not noqa.hides(place[1], place[0])} == shown


@pytest.mark.parametrize(
    "line", ["# flake8: noqa", "  # flake8:noqa", "# FLAKE8: NOQA", "# flake8=noqa: E501", "x=1  # flake8: noqa", "# flake8 : noqa"]
)
def test_a_whole_file_is_hidden_as_flake8_hides_it(line: str, tmp_path: Path) -> None:
    text = f"x=1\n{line}\ny=2\n"
    noqa = Noqa(Source(text))
    every = flake8_rows(text, tmp_path, "--disable-noqa")
    assert {place for place in every if not noqa.hides(place[1], place[0])} == flake8_rows(text, tmp_path)


def test_noqa_of_a_text_without_tokens(tmp_path: Path) -> None:
    text = "x = (\ny=1  # noqa: E999\n"
    noqa = Noqa(Source(text))
    assert noqa.hides("E999", 2)
    assert not noqa.hides("E999", 1)


def flake8_rows(text: str, folder: Path, *arguments: str) -> set[tuple[int, str]]:
    path = folder / "sample.py"
    path.write_bytes(text.encode())
    command = [sys.executable, "-m", "flake8", "--isolated", "-j1", "--select=E225", "--format=%(row)d %(code)s", *arguments, str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode in (0, 1)
    return {(int(row), code) for row, code in (line.split() for line in ran.stdout.splitlines())}
