"""Small exact edits: replace, wrap, change an operator. They touch the characters they name and no others.

Texts are written with "\\n"; the fixer ends their lines as the file does. Edits that bring an import stand in `fixing/imports.py`.
"""

from __future__ import annotations

import ast
import keyword
import re

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.index import FUNCTIONS
from flake8_pitfalls.facts.links import BLANKS, gap
from flake8_pitfalls.facts.names import BUILTINS
from flake8_pitfalls.fixing.imports import Imported, ensure_from_import, ensure_import, first_place
from flake8_pitfalls.model import Edit
from flake8_pitfalls.text.source import Span

__all__ = ["Imported", "ensure_from_import", "ensure_import", "first_place"]  # imports have a file of their own

SKIPPED = re.compile(rf"(?:{BLANKS}+|#[^\r\n]*)*")
SELF_DOCUMENTING = re.compile(r"[\s)]*=\s*[!:}]")


def replace(module: Module, node: ast.AST, text: str) -> Edit:
    """The node's text becomes `text`; brackets around it, which the tree does not keep, stay."""
    return Edit(module.source.span(node), text)


def insert(offset: int, text: str) -> Edit:
    """`text` comes before the character at an offset."""
    return Edit(Span(offset, offset), text)


def delete(start: int, end: int) -> Edit:
    """The characters from `start` to `end` go."""
    return Edit(Span(start, end), "")


def wrap(span: Span, before: str, after: str) -> tuple[Edit, Edit]:
    """`before` and `after` around a stretch of text."""
    return insert(span.start, before), insert(span.end, after)


def newline(module: Module) -> str:
    """The line end that the file uses: the first one in it. Edits need not ask: the fixer writes their "\\n" so."""
    return module.source.line_end(0)


def operator_span(module: Module, node: ast.Compare, number: int) -> Span | None:
    """Where the operator before the comparator of that number stands, from its first character to its last; None as for `gap`.

    `is not` and `not in` may hold a comment or a line break: `replace_operator` keeps those.
    """
    between = gap(module, node, number)
    return Span(between.words[0].start, between.words[-1].end) if between else None


def replace_operator(module: Module, node: ast.Compare, number: int, text: str) -> tuple[Edit, ...] | None:
    """The operator before the comparator of that number becomes `text`; comments and breaks within `is not` stay. None as for `gap`."""
    between = gap(module, node, number)
    if between is None:
        return None
    first, last = between.words[0], between.words[-1]
    if first == last or not module.source.text[first.end : last.start].strip(" \t\f"):
        return (Edit(Span(first.start, last.end), text),)
    end = last.end
    while module.source.text[end] in " \t\f":
        end += 1
    return (Edit(first, text), delete(last.start, end))


def holds_comment(module: Module, span: Span) -> bool:
    """Whether a comment may stand in a stretch of code; a `#` in a string counts as one, which is the careful answer."""
    return "#" in module.source.text[span.start : span.end]


def is_in_own_text(module: Module, node: ast.AST) -> bool:
    """Whether an f-string prints the text of this node (`f"{a is b=}"`), so that another text is another output."""
    around = next(
        (item for item in (node, *module.index.ancestors(node)) if isinstance(module.index.parent(item), ast.FormattedValue)), None
    )
    if around is None:
        return False
    return SELF_DOCUMENTING.match(module.source.text, module.source.span(around).end) is not None


def needs_parentheses_under_not(module: Module, node: ast.AST) -> bool:
    """Whether a node is the bare operand of `not`, so that an `and` or `or` in its place needs brackets."""
    parent = module.index.parent(node)
    if not (isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)):
        return False
    start, end = module.source.span(parent).start + len("not"), module.source.span(node).start
    blank = SKIPPED.match(module.source.text, start, end)
    return blank is not None and blank.end() == end


def free_name(module: Module, wanted: str) -> str:
    """A name like `wanted` that the whole file does not know, so that binding it changes nothing."""
    words = module.source.words
    name, number = wanted, 2
    while name in words or keyword.iskeyword(name) or keyword.issoftkeyword(name) or name in BUILTINS:
        name, number = f"{wanted}_{number}", number + 1
    return name


def can_bind(module: Module, node: ast.AST) -> bool:
    """Whether `(name := …)` may take the place of an expression here and does no more than keep a value in the scope around.

    Not in a comprehension's iterable, not in a comprehension of a class body, not in an annotation, a type parameter's bound or a base
    class beside type parameters (language reference, 6.12, 8.10.2 and PEP 649), where Python refuses it; not in a class body, where the
    name would be an attribute of the class.
    """
    child: ast.AST = node
    in_lambda = False
    for around in module.index.ancestors(node):
        if isinstance(around, ast.comprehension) and child is around.iter:
            return False
        if isinstance(around, (ast.arg, ast.AnnAssign)) and child is getattr(around, "annotation", None):
            return False
        in_lambda = in_lambda or (isinstance(around, ast.Lambda) and child is around.body)
        if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef)) and child is around.returns:
            return False
        if around.__class__.__name__ in ("TypeVar", "ParamSpec", "TypeVarTuple", "TypeAlias"):
            return False
        if isinstance(around, ast.ClassDef) and getattr(around, "type_params", None) and child in (*around.bases, *around.keywords):
            return False
        if isinstance(around, (*FUNCTIONS, ast.ClassDef)) and isinstance(child, ast.stmt):
            return in_lambda or not isinstance(around, ast.ClassDef)
        child = around
    return True
