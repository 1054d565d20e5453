"""Hostile files, each with one pitfall in it or a reason why it cannot be judged, and what the fixer must make of each, byte for byte.

    python tests/nasty.py FOLDER [NAME …]     writes them, fixes them in one run of `pitfalls-fix`, and says which are not right

Nearly every file holds `x is 257`, which PIT201 makes `x == 257`; so the right bytes are the same bytes with that one change. A file that
cannot be judged must stay as it is and be named, with the reason, in one line of standard error; the others must be done all the same.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tokenize
import unicodedata
import warnings
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

KOREAN = "# 한글 주석\n"
PITFALL = "def f(x):\n    return x is 257\n"
SLOW = ("findings_100k", "dict_50k", "deep_add_50k", "huge_string_literal", "long_line_1mb", "concat_strings_20k")


class Nasty(NamedTuple):
    """One file: its name, its bytes, what they must become, and whether it must be named as one that could not be dealt with."""

    name: str
    data: bytes
    want: bytes
    refused: bool


def nasty() -> list[Nasty]:
    """All files, judged by what this Python says of them."""
    return [of(name, data) for name, data in {**texts(), **shapes(), **depths(), **versions(), **notebooks()}.items()]


def of(name: str, data: str | bytes) -> Nasty:
    name = name if "." in name else f"{name}.py"
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    refused = not name.endswith(".pyi") and not (reads(raw) if name.endswith(".py") else is_python_notebook(raw))
    skipped = name.endswith(".pyi") or (name.endswith(".ipynb") and not refused and b'"R"' in raw)
    return Nasty(name, raw, raw if refused or skipped else raw.replace(b" is 257", b" == 257"), refused)


def reads(data: bytes) -> bool:
    """Whether Python reads a file: decodes it as its first lines say, and parses it."""
    try:
        if data:
            head = BytesIO(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
            text = data.decode(tokenize.detect_encoding(head.readline)[0])
            if "\x00" in text:
                return False
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(data)
    except (SyntaxError, ValueError, LookupError, RecursionError, MemoryError):
        return False
    return True


def is_python_notebook(data: bytes) -> bool:
    """Whether a notebook can be read; one of another language is passed over, and so is an empty file."""
    try:
        return not data or "cells" in json.loads(data)
    except ValueError:
        return False


def texts() -> dict[str, str | bytes]:
    """Encodings, byte order marks, line ends, and characters that split lines for some and not for others."""
    plain, raw = KOREAN + PITFALL, PITFALL.encode()
    utf8_as = "# -*- coding: {} -*-\nS = '한글'\n" + PITFALL
    return {
        "plain": plain,
        "bom": b"\xef\xbb\xbf" + plain.encode(),
        "crlf": plain.replace("\n", "\r\n"),
        "cr_only": plain.replace("\n", "\r"),
        "mixed_newlines": "a = 1\r\nb = 2\n" + PITFALL.replace("\n", "\r\n", 1) + "c = 3\rd = 4\n",
        "crlf_in_string": 'S = """a\r\nb\nc\rd"""\n' + PITFALL,
        "formfeed": "a = 1\n\x0c\n" + PITFALL + "\x0cb = 2\n",
        "vt_fs_nel_ls": "S = 'a\x0b\x1c\x1d\x1e\x85\u2028\u2029b'\n" + PITFALL,
        "linesep_comment": "# a\u2028b\x85c\x0bd\x1ce\n" + PITFALL,
        "nul_comment": "# a\x00b\n" + PITFALL,
        "nul_string": "S = 'a\x00b'\n" + PITFALL,
        "ctrl_z": PITFALL + "\x1a",
        "latin1_cookie": ("# -*- coding: latin-1 -*-\nS = 'caf\xe9'\n" + PITFALL).encode("latin-1"),
        "cp949_cookie": ("# -*- coding: cp949 -*-\nS = '한글 똠방각하'\n" + PITFALL).encode("cp949"),
        "euckr_cookie": ("# -*- coding: euc-kr -*-\nS = '한글'  # 주석\n" + PITFALL).encode("euc-kr"),
        "euckr_same_line": "# -*- coding: euc-kr -*-\ndef f(x):\n    return '한글' if x is 257 else 0\n".encode("euc-kr"),
        "johab_cookie": ("# coding: johab\nS = '한글'\n" + PITFALL).encode("johab"),
        "cookie_line2": ("#!/usr/bin/env python\n# vim: set fileencoding=cp949 :\nS = '한글'\n" + PITFALL).encode("cp949"),
        "cookie_line3": b"a = 1\n\n# coding: latin-1\nS = '\xed\x95\x9c'\n" + raw,
        "cp949_nocookie": ("S = '한글'\n" + PITFALL).encode("cp949"),
        "utf8_cookie_lies_euckr": utf8_as.format("euc-kr"),
        "utf8_cookie_lies_latin1": utf8_as.format("latin-1"),
        "cookie_unknown": "# -*- coding: klingon -*-\n" + PITFALL,
        "cookie_rot13": "# -*- coding: rot13 -*-\n" + PITFALL,
        "cookie_utf7": "# -*- coding: utf-7 -*-\n" + PITFALL,
        "cookie_utf8sig": "# -*- coding: utf-8-sig -*-\n" + PITFALL,
        "bom_wrong_cookie": b"\xef\xbb\xbf# -*- coding: latin-1 -*-\n" + raw,
        "utf16le_bom": PITFALL.encode("utf-16"),
        "utf16be_nobom": PITFALL.encode("utf-16-be"),
        "utf8_truncated": raw + b"# \xed\x95",
        "utf8_surrogate": b"S = '\xed\xa0\x80'\n" + raw,
        "escaped_surrogate": "S = '\\ud800\\N{BULLET}'\n" + PITFALL,
        "double_bom": b"\xef\xbb\xbf\xef\xbb\xbf" + raw,
        "bom_middle": "a = 1\n\ufeffb = 2\n" + PITFALL,
    }


def shapes() -> dict[str, str | bytes]:
    """Nearly empty files, odd layout, names and literals."""
    decomposed = unicodedata.normalize("NFD", "def f(x):\n    return '한글' if x is 257 else 0\n")
    return {
        "empty": "",
        "only_bom": b"\xef\xbb\xbf",
        "only_comment": "# 한글\n",
        "only_newlines": "\n" * 1000,
        "only_space_nonl": "   ",
        "no_final_newline": PITFALL[:-1],
        "no_final_newline_crlf": PITFALL.replace("\n", "\r\n")[:-2],
        "no_final_newline_comment": PITFALL + "# end",
        "backslash_eof": PITFALL + "a = 1 \\\n",
        "backslash_crlf": "def f(x):\r\n    return x \\\r\n        is 257\r\n",
        "tabs": "def f(x):\n\treturn x is 257\n",
        "tabs_mixed": "if 1:\n        a = 1\n\tb = 2\n" + PITFALL,
        "unexpected_indent": "a = 1\n  b = 2\n" + PITFALL,
        "semicolons": "x = 1; y = x is 257; z = 3\n",
        "one_liner": "if 1: x = 1 is 257\n",
        "parens_multiline": "def f(x):\n    return (x\n            # 한글\n             is 257\n            )\n",
        "emoji_columns": "def f(x): return '😀한글' if x is 257 else '𝒳'\n",
        "nfkc_identifier": "def f(ﬁ, 𝐱):\n    return 𝐱 is 257\n",
        "korean_identifier": "def 함수(값):\n    return 값 is 257\n",
        "combining_nfd": decomposed,
        "bidi": "def f(x):\n    # \u202e\u2066 user\u2069\n    return x is 257\n",
        "type_comments": "def f(x):\n    # type: (int) -> bool\n    y = []  # type: ignore\n    return x is 257\n",
        "bad_type_comment": "x = 1\ny = 2  # type: (\nz = x is 257\n",
        "invalid_escape": "P = '\\d \\w'\n" + PITFALL,
        "noqa_many": "def f(x):\n    return x is 257  # noqa: E501,W291 : 한글\n",
        "stub.pyi": "def f(x): ...\nY = 1 is 257\n",
        "docstring_only": '"""한글"""\n',
        "long_line_1mb": "S = '" + "가" * 350_000 + "'; T = 1 is 257\n",
        "huge_int": "N = " + "9" * 5000 + "\n" + PITFALL,
        "huge_hex": "N = 0x" + "f" * 5000 + "\n" + PITFALL,
        "huge_string_literal": "D = '''" + "한글\n" * 100_000 + "'''\n" + PITFALL,
        "merge_conflict": "<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> b\n" + PITFALL,
        "jinja": "x = {{ cookiecutter.name }}\n{% if a %}\n" + PITFALL,
        "ipython_magic": "%matplotlib inline\n!ls\n" + PITFALL,
        "await_toplevel": "await x\n" + PITFALL,
        "return_toplevel": "return 1\n" + PITFALL,
        "nonlocal_toplevel": "nonlocal a\n" + PITFALL,
        "star_assign": "*a = 1\n" + PITFALL,
        "debug_assign": PITFALL + "print(__debug__)\n",
        "dup_args": "def g(a, a): pass\n" + PITFALL,
    }


def depths() -> dict[str, str | bytes]:
    """What breaks parsers, stacks and recursion limits, and what is merely long."""

    def nested(head: str, count: int, last: str) -> str:
        return "".join(" " * step + head.format(step) + "\n" for step in range(count)) + " " * count + last

    return {
        "deep_parens_90": "x = " + "(" * 90 + "1" + ")" * 90 + "\n" + PITFALL,
        "deep_parens_250": "x = " + "(" * 250 + "1" + ")" * 250 + "\n" + PITFALL,
        "deep_parens_10k": "x = " + "(" * 10_000 + "1" + ")" * 10_000 + "\n" + PITFALL,
        "deep_list_90": "x = " + "[" * 90 + "1" + "]" * 90 + "\n" + PITFALL,
        "deep_unary_5k": "x = " + "-" * 5000 + "1\n" + PITFALL,
        "deep_not_5k": "x = " + "not " * 5000 + "1\n" + PITFALL,
        "deep_add_3k": "x = " + "+".join(["1"] * 3000) + "\n" + PITFALL,
        "deep_add_50k": "x = " + "+".join(["1"] * 50_000) + "\n" + PITFALL,
        "deep_attr_3k": "x = a" + ".b" * 3000 + "\n" + PITFALL,
        "deep_call_3k": "x = a" + "()" * 3000 + "\n" + PITFALL,
        "deep_if_95": nested("if 1:", 95, "x = 1 is 257\n"),
        "deep_if_150": nested("if 1:", 150, "x = 1 is 257\n"),
        "deep_elif_2k": "if a == 0: pass\n" + "".join(f"elif a == {number}: pass\n" for number in range(1, 2000)) + PITFALL,
        "deep_func_90": nested("def f{}(x):", 90, "return x is 257\n"),
        "deep_fstring": "x = f'{1 if f\"{f'''{f\"\"\"{1}\"\"\"}'''}\" else 2}'\n" + PITFALL,
        "concat_strings_20k": "x = (" + "\n'a'" * 20_000 + ")\n" + PITFALL,
        "dict_50k": "D = {\n" + "".join(f"    {number}: 'v{number}',\n" for number in range(50_000)) + "}\n" + PITFALL,
        "findings_100k": "".join(f"a{number} = x is 257\n" for number in range(100_000)),
        "chain_one_line_2k": "y = [" + ", ".join(["x is 257"] * 2000) + "]\n",
    }


def versions() -> dict[str, str | bytes]:
    """Older and newer syntax than this Python's."""
    return {
        "py2_print": "print 'x'\n" + PITFALL,
        "py2_misc": "exec 'x'\nx = `1`\ny = 0777\nraise E, 'm'\n" + PITFALL,
        "py2_backtick_ur": "x = ur'x'\nif x <> 1: pass\n" + PITFALL,
        "py38_walrus": "def f(x):\n    if (y := x) is 257: return y\n",
        "py310_match": "match 1:\n    case 1 | 2: pass\n" + PITFALL,
        "py311_except_star": "try: pass\nexcept* E: pass\n" + PITFALL,
        "py312_fstring_quotes": "d = {}\nS = f'{d['a']}'\n" + PITFALL,
        "py312_fstring_nl": "S = f'{\n1 # c\n}'\n" + PITFALL,
        "py312_generics": "type A[T] = list[T]\ndef g[T: int](a: T) -> T: return a\nclass C[*Ts, **P]: pass\n" + PITFALL,
        "py313_defaults": "type A[T = int] = list[T]\n" + PITFALL,
        "py314_tstring": "n = 1\nS = t'{n} 한글'\n" + PITFALL,
        "py314_except_noparen": "try: pass\nexcept A, B: pass\n" + PITFALL,
        "py314_finally_return": "def g():\n    try: pass\n    finally: return 1\n" + PITFALL,
        "pit104_fstring": 'import re\nx = 1\nP = re.compile(rf"\\d{,3}")\n' + PITFALL,
    }


def notebooks() -> dict[str, str | bytes]:
    source = ["%time 1\n", "x = 1\n", "y = x is 257  # 한글"]
    cell = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": source}
    right = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    other = {**right, "metadata": {"language_info": {"name": "R"}}}
    return {
        "nb_ok.ipynb": json.dumps(right, ensure_ascii=False, indent=1) + "\n",
        "nb_broken.ipynb": '{"cells": [',
        "nb_not_python.ipynb": json.dumps(other),
        "nb_v3.ipynb": '{"worksheets": [{"cells": []}], "nbformat": 3, "nbformat_minor": 0, "metadata": {}}\n',
        "nb_empty.ipynb": "",
    }


def write(files: list[Nasty], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for one in files:
        (folder / one.name).write_bytes(one.data)


def wrong(files: list[Nasty], folder: Path, errors: str) -> list[str]:
    """What is not right after a run over the folder. `errors`: what it said on standard error."""
    found = ["there is a traceback"] if "Traceback" in errors else []
    for one in files:
        now = (folder / one.name).read_bytes()
        said = sum(line.startswith(f"{folder / one.name}: error: ") for line in errors.split("\n"))
        if now != one.want:
            found.append(f"{one.name}: {'untouched' if now == one.data else 'other bytes'}")
        if said != one.refused:
            found.append(f"{one.name}: named in {said} lines, not in {int(one.refused)}")
    return found


def main() -> None:
    folder = Path(sys.argv[1])
    files = [one for one in nasty() if not sys.argv[2:] or one.name.partition(".")[0] in sys.argv[2:]]
    write(files, folder)
    command = [sys.executable, "-m", "flake8_pitfalls", "--isolated", "--select", "PIT201", "-q", str(folder)]
    ran = subprocess.run(command, capture_output=True, check=False)
    found = wrong(files, folder, ran.stderr.decode("utf-8", "replace"))
    refused, fixed = sum(one.refused for one in files), sum(one.want != one.data for one in files)
    print(f"Python {sys.version.split()[0]}: {len(files)} files, {fixed} to be fixed, {refused} to be refused, {len(found)} not right")
    print("\n".join(found))
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
