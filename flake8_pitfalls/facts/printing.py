"""What `print`, an f-string, `%`, `.format` and a log call show: pieces of text, and the values that stand between them."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.strings import Chars
from flake8_pitfalls.knowledge.lazy import LOGS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.text.source import Span

PERCENT = re.compile(
    r"%(?:\((?P<key>[^()]*)\))?(?P<flags>[#0\- +]*)(?P<width>\*|\d+)?(?:\.(?P<precision>\*|\d*))?[hlL]?(?P<kind>[diouxXeEfFgGcrsa%])"
)
A_LOGGER = re.compile(r"(?i)(?:^|_)log(?:ger|ging)?$")
WRITES = frozenset(("sys.stdout.write", "sys.stderr.write", "click.echo", "click.secho", "typer.echo", "rich.print", "pprint.pprint"))
DEPTH = 12


class Text(NamedTuple):
    """Text that is shown as it stands. `node` is the literal that holds it from its character `start` on, None for one of `print`'s own."""

    value: str
    node: ast.expr | None = None
    start: int = 0


class Shown(NamedTuple):
    """A value between the texts.

    `conversion`: "s" (also where none is written), "r", "a", or the letter of a `%d`; `spec`: the format specification, "" where there is
    none; `where`: the smallest node around it that shows it.
    """

    node: ast.expr
    conversion: str
    spec: str
    where: ast.AST


Piece = Text | Shown


def report(call: ast.Call, module: Module) -> list[Piece] | None:
    """What a call of `print`, of a logger or of a stream's `write` shows; None for any other call, or where that is not plain."""
    name = module.names.qualified(call.func)
    if name == "builtins.print":
        return _printed(call, module)
    if name in WRITES and call.args:
        return pieces(call.args[0], module)
    if isinstance(call.func, ast.Attribute) and call.func.attr in LOGS and is_logger(call.func.value, module):
        place = 1 if call.func.attr == "log" else 0
        given = call.args[place:]
        if not given or any(isinstance(item, ast.Starred) for item in given):
            return None
        if len(given) == 1:
            return pieces(given[0], module)
        template = template_of(given[0], module)
        return _percent(template, list(given[1:]), call, module) if template is not None else None
    return None


def is_logger(node: ast.expr, module: Module) -> bool:
    """Whether an expression is `logging` or a logger, by its value or by its name."""
    if module.names.qualified(node) == "logging":
        return True
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return A_LOGGER.search(name) is not None


def _printed(call: ast.Call, module: Module) -> list[Piece] | None:
    if any(isinstance(item, ast.Starred) for item in call.args):
        return None
    between, end = " ", list[Piece]()
    for keyword in call.keywords:
        if keyword.arg == "sep":
            if not isinstance(keyword.value, ast.Constant) or not isinstance(keyword.value.value, str):
                return None
            between = keyword.value.value
        elif keyword.arg == "end":
            end = pieces(keyword.value, module)
        elif keyword.arg is None:
            return None
    found: list[Piece] = []
    for place, item in enumerate(call.args):
        if place:
            found.append(Text(between))
        found += pieces(item, module)
    return found + end


def pieces(node: ast.expr, module: Module, depth: int = 0) -> list[Piece]:
    """The pieces that a text is put together of; one value, if it is not seen how."""
    if depth < DEPTH:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return [Text(node.value, node)]
        if isinstance(node, ast.JoinedStr):
            return list(_joined(node))
        if isinstance(node, ast.BinOp):
            found = _operation(node, module, depth)
            if found is not None:
                return found
        if isinstance(node, ast.Call):
            found = _call(node, module, depth)
            if found is not None:
                return found
        if isinstance(node, ast.Name):
            made = module.origins.one(node)
            if made is not None and is_text(made, module):
                return pieces(made, module, depth + 1)
    return [Shown(node, "s", "", node)]


def is_text(node: ast.expr, module: Module) -> bool:
    """Whether an expression is a text that is put together here."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, (ast.Mod, ast.Add)) and _operation(node, module, 0) is not None
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Call) and _is_format(node))


def _is_format(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and node.func.attr == "format"


def _joined(node: ast.JoinedStr) -> Iterator[Piece]:
    at = 0
    for value in node.values:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield Text(value.value, node, at)
            at += len(value.value)
        elif isinstance(value, ast.FormattedValue):
            spec = value.format_spec
            constant = isinstance(spec, ast.JoinedStr) and all(isinstance(part, ast.Constant) for part in spec.values)
            text = (
                "".join(str(part.value) for part in spec.values if isinstance(part, ast.Constant))
                if isinstance(spec, ast.JoinedStr)
                else ""
            )
            yield Shown(value.value, chr(value.conversion) if value.conversion > 0 else "s", text if constant or not spec else "?", value)


def _operation(node: ast.BinOp, module: Module, depth: int) -> list[Piece] | None:
    if isinstance(node.op, ast.Mod):
        template = template_of(node.left, module)
        if template is None:
            return None
        right = node.right
        if isinstance(right, ast.Dict):
            return _percent_by_name(template, right, node)
        return _percent(template, list(right.elts) if isinstance(right, ast.Tuple) else [right], node, module)
    if not isinstance(node.op, ast.Add):
        return None
    terms: list[ast.expr] = []
    rest: ast.expr = node
    while isinstance(rest, ast.BinOp) and isinstance(rest.op, ast.Add):
        terms.append(rest.right)
        rest = rest.left
    terms.append(rest)
    if not any(is_text(term, module) for term in terms if not (isinstance(term, ast.BinOp) and isinstance(term.op, ast.Add))):
        return None
    return [piece for term in reversed(terms) for piece in pieces(term, module, depth + 1)]


def _call(node: ast.Call, module: Module, depth: int) -> list[Piece] | None:
    if _is_format(node):
        assert isinstance(node.func, ast.Attribute)
        template = template_of(node.func.value, module)
        return _format(template, node) if template is not None else None
    name = module.names.qualified(node.func)
    if name in ("builtins.str", "builtins.repr", "builtins.ascii") and len(node.args) == 1 and not node.keywords:
        inner = pieces(node.args[0], module, depth + 1)
        if name == "builtins.str" or not (len(inner) == 1 and isinstance(inner[0], Shown)):
            return inner if name == "builtins.str" else None
        return [inner[0]._replace(conversion=name[9])]
    if name == "builtins.format" and 1 <= len(node.args) <= 2:
        spec = node.args[1].value if len(node.args) == 2 and isinstance(node.args[1], ast.Constant) else ""
        return [Shown(node.args[0], "s", str(spec), node)]
    return None


class Template(NamedTuple):
    """A text with places in it, and the literal that it stands in."""

    text: str
    node: ast.expr


def template_of(node: ast.expr, module: Module) -> Template | None:
    """The constant text that an expression is, also by a name that is bound once."""
    if isinstance(node, ast.Name):
        made = module.origins.one(node)
        node = made if made is not None else node
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return Template(node.value, node)
    return None


def _percent(template: Template, values: list[ast.expr], where: ast.AST, module: Module) -> list[Piece] | None:
    """The pieces of a `%` template and its values in order; None where they do not fit each other."""
    found: list[Piece] = []
    rest = iter(values)
    at = 0
    for place in PERCENT.finditer(template.text):
        if place["key"] is not None or "*" in (place["width"], place["precision"]):
            return None
        if place.start() > at:
            found.append(Text(template.text[at : place.start()], template.node, at))
        at = place.end()
        if place["kind"] == "%":
            found.append(Text("%"))
            continue
        value = next(rest, None)
        if value is None or isinstance(value, ast.Starred):
            return None
        found.append(Shown(value, place["kind"], place[0][1:-1], value))
    if next(rest, None) is not None:
        return None
    return [*found, Text(template.text[at:], template.node, at)]


def _percent_by_name(template: Template, values: ast.Dict, where: ast.AST) -> list[Piece] | None:
    named = {key.value: value for key, value in zip(values.keys, values.values, strict=True) if isinstance(key, ast.Constant)}
    found: list[Piece] = []
    at = 0
    for place in PERCENT.finditer(template.text):
        if place.start() > at:
            found.append(Text(template.text[at : place.start()], template.node, at))
        at = place.end()
        if place["kind"] == "%":
            found.append(Text("%"))
        elif place["key"] in named:
            value = named[place["key"]]
            found.append(Shown(value, place["kind"], "", value))
        else:
            return None
    return [*found, Text(template.text[at:], template.node, at)]


FIELD = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}!:]*)(?:!(?P<conversion>[rsa]))?(?::(?P<spec>[^{}]*))?\}|[{}]")


def _format(template: Template, call: ast.Call) -> list[Piece] | None:
    """The pieces of a `.format` call; None where a field is of a kind that is not followed here."""
    if any(isinstance(item, ast.Starred) for item in call.args):
        return None
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    found: list[Piece] = []
    at, place = 0, 0
    for field in FIELD.finditer(template.text):
        if field.start() > at:
            found.append(Text(template.text[at : field.start()], template.node, at))
        at = field.end()
        if field[0] in ("{{", "}}"):
            found.append(Text(field[0][0], template.node, field.start()))
            continue
        name = field["name"]
        if name is None:
            return None
        if not name:
            name, place = str(place), place + 1
        value = call.args[int(name)] if name.isdecimal() and int(name) < len(call.args) else named.get(name)
        if value is None:
            if name.isidentifier() or name.isdecimal():
                return None
            continue  # `{0.start}`, `{x[1]}`: another value than the argument
        found.append(Shown(value, field["conversion"] or "s", field["spec"] or "", value))
    return [*found, Text(template.text[at:], template.node, at)]


def place_of(text: Text, start: int, end: int, module: Module) -> Span | None:
    """Where characters of a text stand in the source; None where they come from nowhere in it, or that is unsure."""
    from flake8_pitfalls.text.source import Span

    if text.node is None:
        return None
    value: list[str] = []
    offsets: list[int] = []
    for piece, _ in module.strings.pieces(text.node):
        if isinstance(piece, Chars):
            value.append(piece.value)
            offsets += piece.offsets[:-1]
        elif piece.debug:
            return None  # `{x=}`: the tree has its text among the others
    start, end = text.start + start, text.start + end
    if "".join(value)[start:end] == "" or end > len(offsets):
        return None
    stretch = offsets[start:end]
    if any(two - one != 1 for one, two in itertools.pairwise(stretch)):
        return None  # not written as it is shown
    return Span(stretch[0], stretch[-1] + 1)
