"""Random programs of frames, run by pandas and by the analysis: what the analysis says must be what pandas does.

    python tests/frames_against_pandas.py [FIRST_SEED] [PROGRAMS]

The interpreter must have pandas 2.1 to 2.3, which warn. Checked of each program: every concat that is reported really warns;
where all frames are known, every concat that warns is reported; each dtype, label, length and NA that the analysis claims is true.
"""

from __future__ import annotations

import pathlib
import random
import sys
import warnings
from itertools import count
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

HEAD = "import datetime\nimport numpy as np\nimport pandas as pd\n"
FIRST_LINE = HEAD.count("\n") + 1
LABELS = ["a", "b", "x", "y"]
SCALARS = [
    *("1", "2.5", "None", "np.nan", "'s'", "True", "pd.NaT", "float('nan')", "pd.NA", "''", "0", "len('abc') / 2", "3 * 1.5"),
    *("pd.Timestamp('2024-01-01')", "datetime.datetime(2024, 1, 1)", "datetime.date(2024, 1, 1)", "pd.Timedelta('1s')"),
]
DTYPES = ["float", "'float64'", "'Int64'", "object", "'string'", "'datetime64[ns]'", "'category'", "str", "int", "'boolean'", "bool"]


def items(rng: random.Random, length: int) -> str:
    """A list or an array of that length, as code."""
    kind = rng.random()
    if kind < 0.8:
        chosen = [rng.choice(SCALARS), rng.choice(["None", "np.nan", rng.choice(SCALARS)])] if kind > 0.5 else [rng.choice(SCALARS)]
        return f"[{', '.join(rng.choice(chosen) for _ in range(length))}]"
    of = lambda item: "[" + ", ".join([item] * length) + "]"  # noqa: E731
    return rng.choice(
        [
            "pd.to_datetime(" + of("'2024-01-01'") + ")",
            f"pd.array({of('1')}, dtype='Int64')",
            f"np.zeros({length})",
            f"np.full({length}, np.nan)",
            f"pd.Series({of('1.5')})",
            f"pd.Series({of('None')}, dtype=object)",
            f"range({length})",
            "pd.Categorical(" + of("'a'") + ")",
            "pd.array(" + of("'a'") + ", dtype='string')",
            f"pd.array({of('True')}, dtype='boolean')",
            f"pd.date_range('2024', periods={length})",
            f"[None] * {length}",
        ]
    )


def frame(rng: random.Random) -> str:
    """A frame, as code."""
    labels, length, kind = rng.sample(LABELS, rng.choice([1, 2, 2, 3])), rng.choice([0, 1, 1, 2, 2, 3]), rng.random()
    scalar = lambda: rng.choice(SCALARS)  # noqa: E731
    if kind < 0.35:
        return "pd.DataFrame({" + ", ".join(f"{one!r}: {items(rng, length) if length else '[]'}" for one in labels) + "})"
    if kind < 0.5:
        rows = ["{" + ", ".join(f"{one!r}: {scalar()}" for one in labels if rng.random() < 0.9) + "}" for _ in range(max(length, 1))]
        columns = f", columns={rng.sample(LABELS, 2)!r}" if rng.random() < 0.3 else ""
        return f"pd.DataFrame([{', '.join(rows)}]{columns})"
    if kind < 0.62:
        rows = ["[" + ", ".join(scalar() for _ in labels) + "]" for _ in range(max(length, 1))]
        return f"pd.DataFrame([{', '.join(rows)}], columns={labels!r})"
    if kind < 0.8:
        more = rng.choice(["", "", ", dtype=float", ", index=[0, 1]", ", index=range(2)", ", dtype=object", ", dtype=str"])
        return f"pd.DataFrame(columns={labels!r}{more})"
    if kind < 0.85:
        return rng.choice(["pd.DataFrame()", "pd.DataFrame([])", "pd.DataFrame({})", "pd.DataFrame(index=[0, 1])"])
    if kind < 0.9:
        return f"pd.DataFrame({scalar()}, index=[0, 1], columns={labels!r})"
    return "pd.DataFrame({" + ", ".join(f"{one!r}: {scalar()}" for one in labels) + "}, index=[0])"


def change(rng: random.Random, name: str) -> str:
    """A statement that changes a frame or binds it anew."""
    one, other, scalar, dtype = rng.choice(LABELS), rng.choice(LABELS), rng.choice(SCALARS), rng.choice(DTYPES)
    filler = rng.choice(["0", "0.0", "''"])
    two = rng.sample(LABELS, 2)
    forms = f"""
{name}[{one!r}] = {scalar}|{name}[{one!r}] = {items(rng, rng.choice([1, 2]))}|{name} = {name}.assign({one}={scalar})
{name} = {name}.astype({{{one!r}: {dtype}}})|{name}[{one!r}] = {name}[{one!r}].astype({dtype})|{name} = {name}.astype({dtype})
{name} = {name}.head({rng.choice([0, 1, 5])})|{name} = {name}.iloc[:{rng.choice([0, 1])}]|{name} = {name}.iloc[1:]|{name} = {name}[:0]
{name} = {name}.dropna()|{name} = {name}.dropna(axis=1, how='all')|{name} = {name}.dropna(axis=1)|{name} = {name}.dropna(subset=[{one!r}])
{name} = {name}.reindex(columns={two!r})|{name} = {name}.rename(columns={{{one!r}: {other!r}}})|{name} = {name}.drop(columns=[{one!r}])
{name} = {name}.reset_index(drop=True)|{name} = {name}.copy()|{name} = {name}.fillna({filler})|{name} = {name}.infer_objects()
{name} = {name}.convert_dtypes()|{name} = {name}[[{one!r}]]|{name}[{one!r}] = {name}[{other!r}]|{name}[{one!r}] = {name}[{other!r}] / 2
{name} = {name}.sort_values({one!r})|{name} = {name}[{name}[{one!r}].notna()]|{name}.insert(0, {one!r}, {scalar})
{name} = {name}.reset_index()|{name} = {name}.set_index({one!r})|del {name}[{one!r}]|{name} = {name}[{name}[{one!r}] == 1]
{name}.columns = {two!r}|{name}[{one!r}] = {name}[{one!r}].fillna({filler})|{name} = pd.DataFrame([{name}.iloc[0]])
{name} = {name}.iloc[0].to_frame().T|{name}[{one!r}] = pd.to_datetime({name}[{one!r}])|{name} = {name}.reindex([0, 1, 2])
{name} = {name}.query('{one} == 1')|{name} = {name}.drop_duplicates()|{name} = {name}.where({name}.notna(), None)|{name} = {name}.isna()
{name} = pd.DataFrame({name}, columns={two!r})|{name} = pd.DataFrame({name}.to_dict('records'))|{name}.dropna(axis=1, inplace=True)
{name}.fillna(0, inplace=True)|{name} = {name}.T|{name} = {name}.apply(lambda c: c)|{name}[[{one!r}, {other!r}]] = {scalar}
{name}[{one!r}] = pd.to_numeric({name}[{one!r}])|{name}.loc[len({name})] = [{scalar}, {rng.choice(SCALARS)}]
"""
    return rng.choice(forms.strip().replace("\n", "|").split("|"))


def program(rng: random.Random) -> list[str]:
    """Statements: frames, what is done to them, a concat, another one."""
    names = [f"f{n}" for n in range(rng.choice([2, 2, 3]))]
    lines = [f"{name} = {frame(rng)}" for name in names]
    lines += [change(rng, rng.choice(names)) for _ in range(rng.choice([0, 1, 2, 3, 4]))]
    more = rng.choice(
        ["", "", "", ", ignore_index=True", ", sort=True", ", join='inner'", f", keys={list(range(len(names)))!r}", ", axis=1"]
    )
    given, kind = f"[{', '.join(names)}]", rng.random()
    if kind < 0.15:
        given = f"[part for part in {given}{rng.choice([' if not part.empty', ' if len(part)', ''])}]"
    elif kind < 0.22:
        given = f"[part.dropna(axis=1, how='all') for part in {given}]"
    lines.append(f"out = pd.concat({given}{more})")
    lines += [change(rng, "out") for _ in range(rng.choice([0, 0, 1, 2]))]
    return [*lines, f"again = pd.concat([out, {rng.choice(names)}])"]


def run(lines: list[str]) -> tuple[dict[str, Any], set[int]]:
    """The names after the program, and the lines that warned. Raises what the program raises."""
    names: dict[str, Any] = {}
    warned = set()
    exec(HEAD, names)
    for number, line in enumerate(lines, FIRST_LINE):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            exec(line, names)
        if any("DataFrame concatenation with empty" in str(one.message) for one in caught):
            warned.add(number)
    return names, warned


def runnable(lines: list[str]) -> list[str]:
    """The program without the statements that raise."""
    kept: list[str] = []
    for line in lines:
        try:
            run([*kept, line])
        except Exception:
            continue
        kept.append(line)
    return kept


def wrong(lines: list[str]) -> tuple[list[str], int, int]:
    """What the analysis says of a program and is not so; how many concats warned, and how many of those it found."""
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.frames.domain import Env, Ref, World
    from flake8_pitfalls.facts.frames.run import Machine, Runner
    from flake8_pitfalls.text.source import Source

    names, warned = run(lines)
    module = Module(Source(HEAD + "\n".join(lines) + "\n"), path="")
    machine = Machine(module, 100_000)
    start = World({0: Env(module.names.module_scope, None, {})}, Ref(0), count(1))
    ends = Runner(machine).function(module.tree.body, [start])
    says = {call.lineno for call in machine.reports}
    found = [f"line {line} does not warn" for line in sorted(says - warned)]
    if len(ends) == 1:
        env = ends[0].heap[0]
        assert isinstance(env, Env)
        known = True
        for name, value in env.names.items():
            one = ends[0].frame(value)
            if one is not None and hasattr(names.get(name), "columns"):
                known = compared(name, one, names[name], found) and known
        if known:
            found += [f"line {line} warns" for line in sorted(warned - says)]
    return found, len(warned), len(warned & says)


def compared(name: str, claimed: Any, real: Any, found: list[str]) -> bool:
    """Notes each claim about a frame that is not so; answers whether everything about it was claimed."""
    from flake8_pitfalls.facts.frames.dtypes import UNSURE, plain

    if claimed.rows is not None and (claimed.rows != len(real) if claimed.rows >= 0 else not len(real)):
        found.append(f"{name} has {len(real)} rows, not {claimed.rows}")
    if not claimed.is_open and list(claimed.labels) != list(real.columns):
        found.append(f"{name} has the columns {list(real.columns)}, not {list(claimed.labels)}")
        return False
    if not real.columns.is_unique:
        return False
    known = not claimed.is_open and claimed.rows is not None
    for label, column in claimed.columns:
        series = real[label]
        nas = list(series.isna())
        na = "all" if nas and all(nas) else "some" if any(nas) else "none"
        known = known and column.dtype != UNSURE and (column.na != UNSURE or not nas)
        if column.dtype != UNSURE and plain(column.dtype) not in (str(series.dtype), str(series.dtype).partition("[")[0]):
            found.append(f"{name}[{label!r}] is {series.dtype}, not {column.dtype}")
        if column.mask is not None and list(column.mask) != nas:
            found.append(f"{name}[{label!r}] has its NAs {nas}, not {column.mask}")
        if nas and column.na not in (UNSURE, na):
            found.append(f"{name}[{label!r}] has {na} NA, not {column.na}")
    return known


def shares_its_values(lines: list[str]) -> bool:
    """A concat of one frame is a view of it in pandas 2: setting in the one sets in the other, which the analysis does not follow."""
    return any(line.startswith(("out.loc", "out.fillna")) for line in lines)


def main(seed: int, programs: int) -> int:
    """Prints what is wrong; the number of programs with something wrong is the answer."""
    bad = warned = seen = 0
    for number in range(programs):
        rng = random.Random(f"{seed} {number}")
        lines = runnable(program(rng))
        if shares_its_values(lines):
            continue
        found, concats, reported = wrong(lines)
        warned += concats
        seen += reported
        if found:
            bad += 1
            print(f"--- seed {seed}, program {number}: {'; '.join(found)}\n{HEAD}{chr(10).join(lines)}\n")
    print(f"{programs} programs: {warned} concats warned, {seen} of them were reported; {bad} programs with something wrong")
    return bad


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1, int(sys.argv[2]) if len(sys.argv) > 2 else 300)))
