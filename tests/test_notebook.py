"""Notebooks: one module over the cells, and only the source strings that changed are written."""

from __future__ import annotations

import ast
import json

import pytest

from flake8_pitfalls.text.notebook import NotANotebook, Notebook, place

RAW = """{
 "cells": [
  {"cell_type": "markdown", "metadata": {}, "source": ["# x is 257\\n"]},
  {
   "cell_type": "code", "execution_count": 3, "id": "a1",
   "outputs": [{"text": ["x is 257\\n"]}],
   "source": [
    "%matplotlib inline\\n",
    "import re\\n",
    "files = !ls -l\\n",
    "re.compile?\\n",
    "x = 257"
   ]
  },
  {"cell_type": "code", "source": "%%bash\\necho 'x is 257'\\n"},
  {"cell_type": "code", "source": "%%time\\nprint(x is 257)  # 한글\\n"},
  {"cell_type": "code", "source": []},
  {"cell_type": "code", "source": ["if x:\\n", "    !ls\\n", "await f()\\n", "y = 3 % 2 != 1\\n", "'''\\n", "%no magic\\n", "'''"]}
 ],
 "metadata": {"kernelspec": {"language": "python"}},
 "nbformat": 4, "nbformat_minor": 5
}
"""


def test_cells_become_one_module() -> None:
    book = Notebook(RAW)
    ast.parse(book.text.replace("await ", ""))
    assert [cell.number for cell in book.cells] == [2, 4, 5, 6], "the third is bash"
    assert "files = get_ipython()" in book.text and "echo" not in book.text and "%no magic" in book.text
    line = next(n for n, text in enumerate(book.text.split("\n"), 1) if text.startswith("print"))
    assert place(book.text, line) == (4, 2)


def test_an_unchanged_text_gives_the_same_bytes() -> None:
    book = Notebook(RAW)
    assert book.changed(book.text) == RAW


def test_only_changed_strings_are_written() -> None:
    book = Notebook(RAW)
    after = book.changed(book.text.replace("print(x is 257)", "print(x == 257)").replace("x = 257", "x = 258"))
    assert after == RAW.replace("print(x is 257)", "print(x == 257)").replace('"x = 257"', '"x = 258"')


def test_lines_may_be_put_in_before_everything() -> None:
    book = Notebook(RAW)
    after = book.changed("import asyncio\n" + book.text)
    assert after is not None
    assert json.loads(after)["cells"][1]["source"][:2] == ["import asyncio\n", "%matplotlib inline\n"]
    assert after.replace('    "import asyncio\\n",\n', "") == RAW


def test_a_line_that_is_no_python_is_never_touched() -> None:
    book = Notebook(RAW)
    assert book.changed(book.text.replace("files = get_ipython()", "files = 1")) is None
    assert book.changed(book.text.replace("get_ipython(inline)  # pitfalls: line 1\n", "")) is None


def test_ascii_files_stay_ascii() -> None:
    raw = '{"cells": [{"cell_type": "code", "source": ["x = \'\\ud55c\' is 257\\n"]}], "metadata": {}}'
    book = Notebook(raw)
    after = book.changed(book.text.replace("is", "=="))
    assert after is not None and after.isascii() and after == raw.replace("is 257", "== 257")


@pytest.mark.parametrize("text", ["[]", "x = 1", '{"cells": 3}', '{"cells": [{"cell_type": ', "null", '{"cells": [3]}', "{" * 3000])
def test_what_is_no_notebook_says_so(text: str) -> None:
    with pytest.raises(NotANotebook, match="is no notebook"):
        Notebook(text)


def test_other_languages_are_left_alone() -> None:
    assert Notebook('{"cells": [{"cell_type": "code", "source": "x <- 1"}], "metadata": {"kernelspec": {"language": "R"}}}').text == ""
