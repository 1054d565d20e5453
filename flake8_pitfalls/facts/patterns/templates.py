"""`.format` templates that are patterns: their fields, with exact places, and those among them that took a quantifier's place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.patterns.fillings import Filling, fillings, written
from flake8_pitfalls.facts.patterns.quantifiers import RANGE_IN_SET, can_only_be, follows_class, repeated
from flake8_pitfalls.facts.patterns.regex import Hole, PatternText, Place, Reader, quantifier
from flake8_pitfalls.facts.strings import Chars, Field
from flake8_pitfalls.text.source import Span

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module

OPEN_LOW = re.compile(r"[ \t]*,[ \t]*(\d+)?[ \t]*")
NO_ATOM = " \t\r\n\"'([{|^*+?"  # a template's quantifier stands right behind what it repeats


class Taken(NamedTuple):
    """A quantifier that `.format` takes for a field: where it stands, what was meant, what it follows in which pattern, and what happens.

    `why`: index (no such argument), key (looked up as a keyword), mixed (numbers beside `{}`), argument (one is put there).
    `given`: the arguments by place.
    `fixable`: whether the template is used with `.format` alone.
    """

    span: Span
    meant: str
    pattern: PatternText
    place: Place
    why: str
    given: tuple[ast.expr, ...]
    fixable: bool


class Template(NamedTuple):
    """A template's units and source offsets, and the name of each of its fields."""

    pattern: PatternText
    names: dict[Hole, str]


def taken(module: Module) -> Iterator[Taken]:
    """The lost quantifiers of all templates of a module, each once."""
    seen: set[Span] = set()
    for filling in fillings(module):
        for parts, alone in written(filling.template, module):
            if not any("{" in str(part.value) for part in parts):
                continue
            for found in _judged(filling, read(parts, module), alone, module):
                if found.span not in seen:
                    seen.add(found.span)
                    yield found


def read(parts: list[ast.Constant], module: Module) -> Template:
    """The template that these texts give together, its fields as holes."""
    value: list[str] = []
    offsets: list[int] = []
    for part in parts:
        literals = module.strings.literals(part)
        if not literals:
            return Template(PatternText((), ()), {})
        for literal in literals:
            for piece in literal.pieces:
                if isinstance(piece, Chars):
                    value += piece.value
                    offsets += piece.offsets[:-1]
    return _fields("".join(value), [*offsets, offsets[-1] + 1 if offsets else 0])


def _fields(text: str, offsets: list[int]) -> Template:
    """Splits a template as `str.format` does (library reference, "Format String Syntax")."""
    units: list[str | Hole] = []
    places: list[int] = []
    names: dict[Hole, str] = {}
    at = 0
    while at < len(text):
        here = text[at]
        step = 1
        if text.startswith(here * 2, at) and here in "{}":
            step = 2
        elif here == "{":
            end, depth = at + 1, 1
            while end < len(text) and depth:
                depth += {"{": 1, "}": -1}.get(text[end], 0)
                end += 1
            if depth:
                return Template(PatternText((), ()), {})
            inside = text[at + 1 : end - 1]
            name = re.split(r"[!:]", inside, maxsplit=1)[0]
            span = Span(offsets[at], offsets[end - 1] + 1)
            field = Field(span, Span(span.start + 1, span.end - 1), "", inside[len(name) :] or None, "")
            hole = Hole(None, field, text[at:end])
            if name == inside:
                names[hole] = name
            units.append(hole)
            places.append(offsets[at])
            at = end
            continue
        units.append(here)
        places.append(offsets[at])
        at += step
    return Template(PatternText(tuple(units), tuple(places)), names)


def _judged(filling: Filling, template: Template, fixable: bool, module: Module) -> Iterator[Taken]:
    reasons: dict[Hole, str] = {}

    def counts(place: Place, flat: str) -> bool:
        why = reason(place, template, flat, filling)
        if why:
            reasons[place.hole] = why
        return bool(why)

    reader = Reader(template.pattern, None, counts)
    reader.read()
    if not reasons:
        return
    uses = module.patterns.uses(filling.call)
    certain = any(use.kind == "pattern" for use in uses)
    verbosity = {use.verbose for use in uses if use.kind == "pattern"}
    if len(verbosity) == 1 and None not in verbosity:
        reasons.clear()
        reader = Reader(template.pattern, verbosity.pop(), counts)
        reader.read()
    for place in reader.places:
        field = place.hole.field
        if place.hole in reasons and place.where == "plain" and field is not None and not repeated(template.pattern, place):
            before = module.source.text[field.span.start - 2 : field.span.start]
            if before[1] in NO_ATOM and before[0] != "\\":
                continue
            always_raises = reasons[place.hole] != "argument" and follows_class(template.pattern, place, uses)
            if certain or always_raises or can_only_be(template.pattern, place, reader.features, uses):
                meant = meaning(template.names[place.hole])
                yield Taken(field.span, meant, template.pattern, place, reasons[place.hole], filling.given, fixable)


def meaning(name: str) -> str:
    """The quantifier that a field's name would be, without blanks; "" if it is none."""
    open_low = OPEN_LOW.fullmatch(name)
    return f",{open_low[1] or ''}" if open_low is not None else "" if "(" in name else quantifier(name)


def reason(place: Place, template: Template, flat: str, filling: Filling) -> str:
    """Why a field is a quantifier and no field of the template's author; "" if it may be one."""
    name = template.names.get(place.hole, "")
    meant = meaning(name)
    if not meant or place.before is None:
        return ""
    if "," in meant:
        return "key"
    if filling.by_map:
        return "index"
    if "" in template.names.values():
        return "mixed"
    if any(isinstance(item, ast.Starred) for item in filling.given):
        return ""
    if int(meant) >= len(filling.given):
        return "index"
    atom = flat[place.before.start : place.before.end]
    like_digits = atom == "\\d" or (place.before.kind == "set" and RANGE_IN_SET.match(atom) is not None)
    if int(meant) and like_digits and _has_another(place, template, flat):
        return "argument"
    return ""


def _has_another(place: Place, template: Template, flat: str) -> bool:
    """Whether the same argument is put somewhere else in the template, where no quantifier could stand for it."""
    name = template.names[place.hole]
    for at, unit in enumerate(template.pattern.units):
        if (
            isinstance(unit, Hole)
            and unit is not place.hole
            and template.names.get(unit) == name
            and not re.search(r"(?:\\[dwsDWS]|\]|\)|\.)\Z", flat[:at])
        ):
            return True
    return False
