"""Edits of `pd.concat` calls: parts without rows left out, columns without values given a dtype, or dropped before.

Each way is tried on the frames that are known first, and taken only where no dtype changes any more and no column is lost.
Which of them is right for what was measured on pandas 2.2.3 and 3.1.1.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.frames.concat import combined_labels, concat
from flake8_pitfalls.facts.frames.domain import Column, Frame, alone, column_is_na, same_label
from flake8_pitfalls.facts.frames.dtypes import is_category
from flake8_pitfalls.fixing.edits import free_name, insert
from flake8_pitfalls.model import Edit, Fix, Safety

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.frames.base import Report

Frames = Sequence[Frame]
PRIMARIES = (ast.Name, ast.Attribute, ast.Subscript, ast.Call)


class Way(NamedTuple):
    """A way out: its title, its edits, and what becomes of the frames."""

    title: str
    edits: tuple[Edit, ...]
    after: tuple[Frame, ...]


def fix_concat(reports: Sequence[Report], module: Module) -> Fix | None:
    """The first way that keeps every column and changes no dtype, whichever way the call is come upon; None where there is none."""
    for make in (_typed, _without_empty, _typed_without_empty, _dropped):
        fixes = [_tried(make, report, module) if _is_known(report) else None for report in reports]
        first = fixes[0]
        if first is not None and all(one is not None and one.edits == first.edits for one in fixes):
            return first
    return None


def _tried(make: Callable[[Report, Module], Way | None], report: Report, module: Module) -> Fix | None:
    """A way as a fix, if it is right for these frames."""
    way = make(report, module)
    if way is not None:
        outcome = concat(way.after, 0, keyed=report.keyed, inner=report.inner)
        labels = combined_labels(report.frames, report.inner, False)
        kept = [any(same_label(label, other) for other in outcome.frame.labels) for label in labels]
        if outcome.changes or not _keeps_dtypes(report, outcome.frame):
            return None
        if all(kept) and len(outcome.frame.labels) == len(labels):
            return Fix(way.title, way.edits, Safety.UNSAFE)
        if not report.inner and not report.keyed and (back := reindex(report.call, labels, module)) is not None:
            return Fix(f"{way.title}, and keep every column", (*way.edits, back), Safety.UNSAFE)
    return None


def breaks_assertion(fix: Fix, module: Module) -> bool:
    """Whether the program asserts something that no longer holds after the fix: then it counts on what is to be repaired."""
    from flake8_pitfalls.facts import Module as Other
    from flake8_pitfalls.facts.frames.frames import Frames
    from flake8_pitfalls.fixing.apply import apply
    from flake8_pitfalls.text.source import Source

    if not module.index.of(ast.Assert):
        return False
    after = Other(Source(apply(module.source.text, fix.edits)), None, module.path, module.settings, files=module.files)
    try:
        return Frames(after).failing > module.frames.failing
    except SyntaxError:
        return True


def _is_known(report: Report) -> bool:
    return not any(frame.is_open for frame in report.frames) and objects(report.call) is not None


def objects(call: ast.Call) -> ast.expr | None:
    """What a concat is given."""
    if call.args:
        return call.args[0] if not isinstance(call.args[0], ast.Starred) else None
    return next((keyword.value for keyword in call.keywords if keyword.arg == "objs"), None)


def reindex(call: ast.Call, labels: Sequence[Any], module: Module) -> Edit | None:
    """`.reindex(columns=[…])` after a call."""
    if not all(isinstance(label, (str, int)) for label in labels):
        return None
    return insert(module.source.span(call).end, f".reindex(columns=[{', '.join(quoted(label) for label in labels)}])")


def quoted(label: Any) -> str:
    """A label as code, a text in double quotes where that needs no escape."""
    return f'"{label}"' if isinstance(label, str) and label.isprintable() and not {'"', "\\"} & set(label) else repr(label)


def _keeps_dtypes(report: Report, after: Frame) -> bool:
    """Whether each changed column has the dtype that pandas 2 gave it."""
    for changed in report.changed:
        column = after.column(changed.change.label)
        if column is not None and (column.dtype if not is_category(column.dtype) else "category") != changed.change.before:
            return False
    return True


# Ways


def _elements(report: Report) -> list[ast.expr] | None:
    """The expressions of the frames, where the call lists them one by one."""
    given = objects(report.call)
    if isinstance(given, (ast.List, ast.Tuple)) and len(given.elts) == len(report.frames) == report.objects:
        return None if any(isinstance(part, ast.Starred) for part in given.elts) else given.elts
    return None


def _typed(report: Report, module: Module) -> Way | None:
    """Columns without a value get the dtype that their partners give them."""
    return _cast(report, module, only_all_na=False) if all(part.why == "all NA" for one in report.changed for part in one.parts) else None


def _cast(report: Report, module: Module, only_all_na: bool) -> Way | None:
    elements = _elements(report)
    if elements is None:
        return None
    wanted: dict[int, dict[Any, str]] = {}
    for changed in report.changed:
        for part in changed.parts:
            if only_all_na and part.why != "all NA":
                continue
            if changed.change.before == "category" or not isinstance(elements[part.place], PRIMARIES):
                return None
            if not isinstance(changed.change.label, (str, int)):
                return None
            wanted.setdefault(part.place, {})[changed.change.label] = changed.change.before
    frames = list(report.frames)
    edits = []
    for place, dtypes in wanted.items():
        text = ", ".join(f'{quoted(label)}: "{dtype}"' for label, dtype in dtypes.items())
        edits.append(insert(module.source.span(elements[place]).end, f".astype({{{text}}})"))
        for label, dtype in dtypes.items():
            column = frames[place].column(label) or Column()
            frames[place] = frames[place].with_column(label, column._replace(dtype=dtype, block=alone(label)))
    names = sorted({quoted(label) for dtypes in wanted.values() for label in dtypes})
    return Way(f"Give {', '.join(names)} the dtype of the other parts", tuple(edits), tuple(frames)) if edits else None


def _without_empty(report: Report, module: Module) -> Way | None:
    """Parts without rows are left out."""
    if report.keyed and not report.is_dict:
        return None
    after = tuple(frame for frame in report.frames if frame.rows != 0)
    if len(after) == len(report.frames) or not after:
        return None
    edits = _kept(report, module, lambda name: f"len({name})", None)
    return Way("Leave out the parts without rows", edits, after) if edits is not None else None


def _typed_without_empty(report: Report, module: Module) -> Way | None:
    """Both: a dtype for the columns without a value, and nothing of the parts without rows."""
    typed = _cast(report, module, only_all_na=True)
    without = _without_empty(report, module)
    if typed is None or without is None:
        return None
    return Way(without.title, (*typed.edits, *without.edits), tuple(frame for frame in typed.after if frame.rows != 0))


def _dropped(report: Report, module: Module) -> Way | None:
    """`dropna(axis=1, how="all")` on each part: it takes the columns of an empty one too."""
    if report.inner or (report.keyed and not report.is_dict):
        return None
    after = []
    for frame in report.frames:
        if any(column_is_na(column, frame.rows) is None and column.na != "none" for _, column in frame.columns):
            return None
        after.append(frame._replace(columns=tuple(pair for pair in frame.columns if not column_is_na(pair[1], frame.rows))))
    edits = _kept(report, module, None, '{}.dropna(axis=1, how="all")')
    return Way("Drop the columns without a value from each part", edits, tuple(after)) if edits is not None else None


def _kept(report: Report, module: Module, test: Callable[[str], str] | None, made: str | None) -> tuple[Edit, ...] | None:
    """Edits that put a comprehension around what is concatenated: `[part for part in … if …]`."""
    given = objects(report.call)
    assert given is not None
    text, span = module.source.text, module.source.span(given)
    has_none = report.objects > len(report.frames)
    if report.is_dict:
        return _kept_of_dict(given, span, test, made, module)
    if (
        test is None
        and made is not None
        and not has_none
        and isinstance(given, (ast.ListComp, ast.GeneratorExp))
        and isinstance(given.elt, PRIMARIES)
    ):
        return (insert(module.source.span(given.elt).end, made.format("")),)
    own = _own_comprehension(given)
    name = own.id if own is not None else free_name(module, "part")
    condition = f" if {name} is not None" if has_none else ""
    if test is not None:
        condition += f"{' and' if condition else ' if'} {test(name)}"
    if own is not None and isinstance(given, (ast.ListComp, ast.GeneratorExp)):
        edits = [insert(_end_of_clauses(given, module), condition)] if condition else []
        if made is not None:
            edits.append(insert(module.source.span(given.elt).end, made.format("")))
        return tuple(edits)
    element = made.format(name) if made is not None else name
    before, after = f"[{element} for {name} in ", f"{condition}]"
    if isinstance(given, ast.GeneratorExp) and report.call.args == [given] and not report.call.keywords and text[span.end - 1] == ")":
        inside = text[module.source.span(report.call.func).end : span.start + 1]
        if inside.strip() in ("(", ""):  # the brackets of the call are those of the generator
            return insert(span.start + 1, f"{before}("), insert(span.end - 1, f"){after}")
    if isinstance(given, (ast.IfExp, ast.Lambda, ast.NamedExpr)):
        before, after = f"{before}(", f"){after}"
    return insert(span.start, before), insert(span.end, after)


def _kept_of_dict(
    given: ast.expr, span: Any, test: Callable[[str], str] | None, made: str | None, module: Module
) -> tuple[Edit, ...] | None:
    if not isinstance(given, (*PRIMARIES, ast.Dict, ast.DictComp)):
        return None
    key, part = free_name(module, "key"), free_name(module, "part")
    element = made.format(part) if made is not None else part
    return (
        insert(span.start, f"{{{key}: {element} for {key}, {part} in "),
        insert(span.end, f".items(){f' if {test(part)}' if test is not None else ''}}}"),
    )


def _own_comprehension(given: ast.expr) -> ast.Name | None:
    """The name that a comprehension passes on as it is: `p` of `[p for p in parts]`."""
    if not isinstance(given, (ast.ListComp, ast.GeneratorExp)) or len(given.generators) != 1:
        return None
    target = given.generators[0].target
    same = isinstance(given.elt, ast.Name) and isinstance(target, ast.Name) and given.elt.id == target.id
    return target if same and isinstance(target, ast.Name) and not given.generators[0].is_async else None


def _end_of_clauses(given: ast.ListComp | ast.GeneratorExp, module: Module) -> int:
    """The place after the last clause of a comprehension: before its closing bracket, and before blanks and comments there."""
    last = (given.generators[-1].ifs or [given.generators[-1].iter])[-1]
    end = module.source.span(last).end
    closing = module.source.span(given).end - 1
    text = module.source.text
    bracket = text.rfind(")", end, closing)  # a bracket that the tree does not keep
    return bracket + 1 if bracket >= 0 and not text[end:bracket].strip(" \t\r\n)") else end
