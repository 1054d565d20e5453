"""Edits of the `dropna(axis=1)` that goes before a concat: it takes less, or goes away."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.frames.concat import combined_labels, concat
from flake8_pitfalls.facts.frames.domain import Frame, same_label
from flake8_pitfalls.fixing.concat import quoted, reindex
from flake8_pitfalls.fixing.edits import delete, insert, replace
from flake8_pitfalls.model import Edit, Fix, Safety

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.frames.base import Loss, Report


def fix_values(call: ast.Call, module: Module) -> Fix | None:
    """`how="all"`: only columns without any value are dropped."""
    for keyword in call.keywords:
        if keyword.arg == "how":
            return Fix('Drop only columns without any value: `how="all"`', (replace(module, keyword.value, '"all"'),), Safety.UNSAFE)
        if keyword.arg == "thresh":
            return Fix('Drop only columns without any value: `how="all"`', (replace(module, keyword, 'how="all"'),), Safety.UNSAFE)
        if keyword.arg is None:
            return None
    last = max((module.source.span(part).end for part in (*call.args, *(keyword.value for keyword in call.keywords))), default=None)
    if last is None:
        return None
    return Fix('Drop only columns without any value: `how="all"`', (insert(last, ', how="all"'),), Safety.UNSAFE)


def fix_columns(losses: Sequence[Loss], module: Module) -> Fix | None:
    """The `dropna` goes where it does nothing but lose columns; else the columns are put back, or get a dtype in its place."""
    report = losses[0].concat
    if report is None or any(frame.is_open for frame in report.frames):
        return None
    return _removed(losses, report, module) or _put_back(losses, report, module) or _cast_instead(losses, report, module)


def _undropped(report: Report) -> tuple[Frame, ...]:
    """The frames as they were before `dropna` took columns from them."""
    found = []
    for frame in report.frames:
        back = tuple((gone.label, gone.column) for gone in frame.dropped if frame.column(gone.label) is None)
        found.append(frame._replace(columns=(*frame.columns, *back)))
    return tuple(found)


def _removed(losses: Sequence[Loss], report: Report, module: Module) -> Fix | None:
    if concat(_undropped(report), 0, keyed=report.keyed, inner=report.inner).changes:
        return None
    edits: list[Edit] = []
    for call in dict.fromkeys(gone.call for frame in report.frames for gone in frame.dropped):
        edit = _without_call(call, module)
        if edit is None:
            return None
        edits.append(edit)
    return Fix("Leave the `dropna` out: it only loses columns", tuple(edits), Safety.UNSAFE)


def _without_call(call: ast.Call, module: Module) -> Edit | None:
    """`frame.dropna(…)` becomes `frame`; a statement that does it in place goes."""
    if not isinstance(call.func, ast.Attribute):
        return None
    span = module.source.span(call)
    start = module.source.span(call.func.value).end
    text = module.source.text
    if "#" in text[start : span.end]:
        return None
    if not any(keyword.arg == "inplace" for keyword in call.keywords):
        while start < span.end and text[start] in " \t\r\n)":  # a bracket around the frame, which the tree does not keep
            start += 1
        return delete(start, span.end) if text[start] == "." else None
    parent = module.index.parent(call)
    if not isinstance(parent, ast.Expr) or parent.end_lineno is None:
        return None
    body = getattr(module.index.parent(parent), "body", [])
    if len(body) < 2 or parent not in body:
        return None
    first, last = module.source.offset(parent.lineno, 0), module.source.span(parent).end
    has_next = parent.end_lineno < len(module.source.line_starts)
    after = module.source.offset(parent.end_lineno + 1, 0) if has_next else len(text)
    if text[first : span.start].strip() or text[last:after].strip():
        return None
    return delete(first, after)


def _put_back(losses: Sequence[Loss], report: Report, module: Module) -> Fix | None:
    if report.inner or report.keyed:
        return None
    labels = combined_labels(_undropped(report), False, False)
    edit = reindex(report.call, _first_order(report, labels), module)
    return Fix("Put the lost columns back with `reindex`", (edit,), Safety.UNSAFE) if edit is not None else None


def _first_order(report: Report, labels: list[object]) -> list[object]:
    """Dropped columns come back where the frame that had them had them, as far as that is known: after those that it kept."""
    kept = [label for label in labels if any(frame.column(label) is not None for frame in report.frames)]
    return [*kept, *(label for label in labels if not any(same_label(label, one) for one in kept))]


def _cast_instead(losses: Sequence[Loss], report: Report, module: Module) -> Fix | None:
    """With `join="inner"`: the column stays, in the dtype of its partners."""
    edits: list[Edit] = []
    changes = {repr(change.label): change for change in concat(_undropped(report), 0, keyed=report.keyed, inner=report.inner).changes}
    calls: dict[ast.Call, list[object]] = {}
    for frame in report.frames:
        for gone in frame.dropped:
            calls.setdefault(gone.call, []).append(gone.label)
    for call, labels in calls.items():
        wanted = {label: changes[repr(label)].before for label in labels if repr(label) in changes}
        if not isinstance(call.func, ast.Attribute) or any(keyword.arg == "inplace" for keyword in call.keywords) or not wanted:
            return None
        if "category" in wanted.values() or not all(isinstance(label, (str, int)) for label in wanted):
            return None
        text = ", ".join(f'{quoted(label)}: "{dtype}"' for label, dtype in wanted.items())
        name_end = module.source.span(call.func).end
        start = name_end - len("dropna")
        end = module.source.span(call).end
        if module.source.text[start:name_end] != "dropna" or "#" in module.source.text[start:end]:
            return None
        edits.append(Edit(module.source.span(call)._replace(start=start), f"astype({{{text}}})"))
    return Fix("Give the column a dtype in place of the `dropna`", tuple(edits), Safety.UNSAFE) if edits else None
