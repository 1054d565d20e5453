"""The analysis of frames: the dtypes of a concat as pandas decides them, what statements make of frames, and random programs."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.frames.concat import Unit, concat, verdict
from flake8_pitfalls.facts.frames.domain import Column, Env, Frame, Ref, World, block_of, summary
from flake8_pitfalls.facts.frames.dtypes import holds_na, plain
from flake8_pitfalls.facts.frames.run import Machine, Runner
from flake8_pitfalls.model import Settings
from flake8_pitfalls.text.source import Source

CATEGORY = "category[object|'a']"
ZONED = "datetime64[ns, UTC]"
PARTNERS = ["int64", "float64", "bool", "object", "datetime64[ns]", ZONED, "Int64", "boolean", "string", CATEGORY]
# Measured on pandas 2.1.4, 2.2.3, 2.3.3 and 3.1.1: what an empty or all-NA column of one dtype does to a full one of another.
# The partners that warn, each with its dtype from pandas 3 on; all other pairs are silent.
WARNS: dict[str, dict[str, str]] = {
    "object": dict.fromkeys(("float64", "datetime64[ns]", ZONED, "Int64", "boolean", "string", CATEGORY), "object"),
    "float64": {
        "datetime64[ns]": "object",
        ZONED: "object",
        "Int64": "Float64",
        "boolean": "object",
        "string": "object",
        CATEGORY: "object",
    },
    "datetime64[ns]": {CATEGORY: "object"},
    "timedelta64[ns]": {CATEGORY: "object"},
    "Int64": {"float64": "Float64", "string": "object", CATEGORY: "object"},
    "boolean": {"float64": "object", "string": "object", CATEGORY: "object"},
    "string": {"float64": "object", CATEGORY: "string"},
    "category[float64|]": {"datetime64[ns]": "object", ZONED: "object", "string": "object", CATEGORY: "object"},
    "int64": {},
    "bool": {},
}


@pytest.mark.parametrize("rows", [0, 2])
@pytest.mark.parametrize("left", WARNS)
def test_pairs_of_dtypes(left: str, rows: int) -> None:
    if rows and not holds_na(left):
        return
    for right in PARTNERS:
        _, after, before = verdict([Unit(left, holds_na(left), rows == 0, rows > 0), Unit(right, False, False)])
        assert plain(after) == WARNS[left].get(right, ""), (left, right)
        assert before == (right if after else "")


def test_the_number_of_pairs_that_warn() -> None:
    assert 2 * sum(map(len, WARNS.values())) == 54


def a_frame(rows: int, **columns: tuple[str, str]) -> Frame:
    found = []
    for name, (dtype, na) in columns.items():
        mask = tuple(na == "all" or (na == "some" and n > 0) for n in range(rows))
        found.append((name, Column(dtype, summary(mask) if mask else "none", mask, block_of(dtype, name))))
    return Frame(tuple(found), rows, False, ("range", rows))


def changes(*frames: Frame, **how: bool) -> dict[str, tuple[str, str]]:
    return {one.label: (one.before, one.after) for one in concat(frames, 1, **how).changes}


def test_columns_in_one_block_are_judged_together() -> None:
    texts, numbers = ("object", "none"), ("float64", "none")
    assert changes(a_frame(1, p=texts, x=("object", "all")), a_frame(1, p=numbers, x=numbers)) == {}
    assert changes(a_frame(1, p=texts, x=("object", "all")), a_frame(1, p=texts, x=numbers)) == {"x": ("float64", "object")}
    assert changes(a_frame(0, p=texts, x=texts), a_frame(1, p=numbers, x=numbers)) == {
        "p": ("float64", "object"),
        "x": ("float64", "object"),
    }


def test_a_third_frame_without_the_column_makes_ints_floats() -> None:
    none, ints = ("object", "all"), ("int64", "none")
    assert changes(a_frame(1, x=none), a_frame(1, x=ints)) == {}
    assert changes(a_frame(1, a=ints, x=none), a_frame(1, a=ints, x=ints), a_frame(1, a=ints)) == {"x": ("float64", "object")}


def test_an_unknown_part_silences() -> None:
    empty, part = a_frame(0, x=("object", "none")), a_frame(1, x=("float64", "none"))
    assert changes(empty, part)
    assert not changes(empty, part, Frame(is_open=True))
    assert not changes(empty, Frame((("x", Column()),), 1))


def state_of(code: str, name: str = "df") -> dict[str, tuple[str, str]]:
    """The columns of a frame after a program, each with its dtype and which of its items are NA: all, some, none or empty."""
    module = Module(Source(f"import numpy as np\nimport pandas as pd\n{code}\n"), path="")
    machine = Machine(module, 10_000)
    ends = Runner(machine).function(module.tree.body, [World({0: Env(module.names.module_scope, None, {})}, Ref(0), count(1))])
    assert len(ends) == 1
    env = ends[0].heap[0]
    assert isinstance(env, Env)
    frame = ends[0].frame(env.names[name])
    assert frame is not None
    return {label: (plain(column.dtype), "empty" if frame.rows == 0 else column.na) for label, column in frame.columns}


# Each was measured on pandas 2.1.4, 2.2.3 and 2.3.3.
MADE = {
    "pd.DataFrame({'x': [None, None]})": ("object", "all"),
    "pd.DataFrame({'x': [None, np.nan]})": ("float64", "all"),
    "pd.DataFrame({'x': [None, pd.NaT]})": ("datetime64[ns]", "all"),
    "pd.DataFrame({'x': [pd.NA]})": ("object", "all"),
    "pd.DataFrame({'x': [1, None]})": ("float64", "some"),
    "pd.DataFrame({'x': [True, None]})": ("object", "some"),
    "pd.DataFrame({'x': ['s', None]})": ("object", "some"),
    "pd.DataFrame({'x': []})": ("float64", "empty"),
    "pd.DataFrame({'x': range(0)})": ("int64", "empty"),
    "pd.DataFrame(columns=['x'])": ("object", "empty"),
    "pd.DataFrame(columns=['x'], dtype=float)": ("float64", "empty"),
    "pd.DataFrame(index=[0, 1], columns=['x'])": ("object", "all"),
    "pd.DataFrame(np.nan, index=[0], columns=['x'])": ("float64", "all"),
    "pd.DataFrame({'a': [1]}, columns=['x'])": ("object", "empty"),
    "pd.DataFrame({'a': [1]}, columns=['a', 'x'])[['x']]": ("object", "all"),
    "pd.DataFrame([{'a': 1}], columns=['x'])": ("float64", "all"),
    "pd.DataFrame([{'a': 1}]).reindex(columns=['x'])": ("float64", "all"),
    "pd.DataFrame([(1, np.nan)], columns=['a', 'x'])[['x']]": ("float64", "all"),
    "pd.DataFrame({'x': pd.Timestamp('2024-01-01')}, index=[0])": ("datetime64[s]", "none"),
    "pd.DataFrame({'x': [pd.Timestamp('2024-01-01')]})": ("datetime64[ns]", "none"),
    "pd.DataFrame({'x': pd.array([1, None], dtype='Int64')})": ("Int64", "some"),
    "pd.DataFrame({'x': pd.Series(dtype='int64')})": ("int64", "empty"),
    "pd.DataFrame({'x': [None]}).astype(str)": ("object", "none"),
    "pd.DataFrame({'x': [None]}).astype({'x': 'float64'})": ("float64", "all"),
    "pd.DataFrame({'x': [None, 1.5]}).head(1)": ("float64", "all"),
    "pd.DataFrame({'x': [None, 1.5]}).dropna()": ("float64", "none"),
    "pd.DataFrame({'x': ['s']}).iloc[:0]": ("object", "empty"),
    "pd.DataFrame({'x': [None]}).fillna(0.0)": ("float64", "none"),
    "pd.Series({'x': None}).to_frame().T": ("object", "all"),
}


@pytest.mark.parametrize("code", MADE)
def test_what_is_made(code: str) -> None:
    assert state_of(f"df = {code}") == {"x": MADE[code]}


def test_a_list_set_in_an_empty_frame_gives_it_rows() -> None:
    assert state_of("df = pd.DataFrame(columns=['a', 'x'])\ndf['a'] = [1, 2]") == {"a": ("int64", "none"), "x": ("object", "all")}


def test_two_names_for_one_frame() -> None:
    assert state_of("df = pd.DataFrame({'x': [None]})\nother = df\nother['x'] = 0.5") == {"x": ("float64", "none")}
    assert state_of("df = pd.DataFrame({'x': [None]})\nother = df.copy()\nother['x'] = 0.5") == {"x": ("object", "all")}


SEED = "import pandas as pd\nseed = pd.DataFrame(columns=['k', 'x'])\nprint(pd.concat([seed, pd.DataFrame({'k': ['a'], 'x': [0.5]})]))\n"


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("both", "is float64 today and object from pandas 3 on"),
        ("2.2", "is float64 here, with a FutureWarning, and object from pandas 3 on"),
        ("3.0", "is object here, where pandas 2 made it float64"),
    ],
)
def test_the_message_knows_the_version(version: str, words: str) -> None:
    from flake8_pitfalls.rules.pit401_concat_empty_or_all_na import check

    module = Module(Source(SEED), path="", settings=Settings(pandas_version=version))
    [hit] = check(module.tree, module)
    assert f'"x" {words}, since the part made on line 2 has no rows' in hit.message


def test_deep_and_long_programs_end() -> None:
    deep = "(" * 80 + "1" + " + 1)" * 80
    loops = "".join(f"{'    ' * n}for a{n} in source:\n" for n in range(12)) + "    " * 12 + "df = pd.concat([df, df])\n"
    many = "".join(f"if flag{n}: df = df.copy()\n" for n in range(60))
    module = Module(Source(f"import pandas as pd\nx = {deep}\ndf = pd.DataFrame({{'x': [1]}})\n{many}{loops}"), path="")
    assert module.frames.reports == ()


def with_pandas_2() -> str | None:
    """An interpreter that has pandas 2: $PANDAS_PYTHON, or this one."""
    python = os.environ.get("PANDAS_PYTHON") or sys.executable
    asked = "import pandas, sys; sys.exit(not (2, 1) <= tuple(map(int, pandas.__version__.split('.')[:2])) < (3,))"
    done = subprocess.run([python, "-c", asked], capture_output=True, check=False)
    return python if done.returncode == 0 else None


def test_random_programs_against_pandas() -> None:
    python = with_pandas_2()
    if python is None:
        pytest.skip("needs pandas 2.1 to 2.3, which warn: name an interpreter that has it in PANDAS_PYTHON")
    script = Path(__file__).with_name("frames_against_pandas.py")
    done = subprocess.run([python, str(script), "7", "120"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
