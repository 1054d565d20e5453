"""Replacement fields that stand where a pattern wants a quantifier, or that bring in text whose content is not known.

One classification serves the rules about them: each takes its own kind of `Lost`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_pitfalls.facts.patterns.building import Builder
from flake8_pitfalls.facts.patterns.counting import is_count
from flake8_pitfalls.facts.patterns.losable import PATTERN_LIKE, ends_in_class
from flake8_pitfalls.facts.patterns.regex import BRACES, HOLE, Atom, Hole, PatternText, Place, Reader
from flake8_pitfalls.facts.strings import Field
from flake8_pitfalls.facts.values import Const
from flake8_pitfalls.knowledge.regex import is_part_name

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.patterns.patterns import Use

RANGE_IN_SET = re.compile(r"\[(?!\^).*(?:\w-\w|\\[dw]|\[:\w+:\])")
ALPHABET = re.compile(r"\[([^\W_]{2,})\]")
SEPARATORS = re.compile(r"\[(?:\^.*|(?:[^\w\\]|\\[stWD]|\\[^\w])+)\]")
# What stands before an atom that begins a pattern, a group, an alternative or a line.
OPENER = re.compile(r"(?:^|[\n|^]|\((?:\?(?:[:=!>|]|<[=!]|P?<\w+>|[a-zA-Z-]+:))?)\Z")
PATH_OR_COMMAND = re.compile(r"\\[A-Za-z]{2,}|[A-Za-z]:\\|^\\\\\w")
CLASSES = ("\\d", "\\w", "\\s", "\\S", "\\D", "\\W")
# A name's last word: one that counts, or one that is itself a number to be found (`row`, `year`).
COUNTING = frozenset(
    [
        "n",
        "k",
        "m",
        "count",
        "counts",
        "digit",
        "digits",
        "width",
        "len",
        "length",
        "size",
        "times",
        "repeat",
        "repeats",
        "min",
        "max",
        "low",
        "high",
        "lower",
        "upper",
        "minimum",
        "maximum",
        "places",
    ]
)
NUMBERING = frozenset(
    [
        "i",
        "j",
        "row",
        "rows",
        "col",
        "column",
        "year",
        "month",
        "day",
        "hour",
        "minute",
        "second",
        "number",
        "num",
        "no",
        "nr",
        "index",
        "idx",
        "id",
        "page",
        "port",
        "major",
        "minor",
        "patch",
        "season",
        "episode",
        "chapter",
        "section",
        "line",
        "lineno",
        "pid",
        "code",
        "version",
        "rank",
        "step",
        "epoch",
    ]
)


SEPARATING = frozenset("-_:/=,#@")
LOST = frozenset({"literal", "count", "bounds"})
VALUES = frozenset({"value"})


BEFORE_SETS = " \t\r\n([=,{:|^"  # what stands before a set display in code; a pair of bounds stands right behind what it repeats


class Lost(NamedTuple):
    """A field that took a quantifier's place, or a value of unknown content.

    `kind`: "literal" (its text is a number or a pair of them), "count" (an int value), "bounds" (a tuple with names in it),
    "value" (a text of unknown content). `field` is where it stands and `node` the expression in it; `place` says where in `pattern`.
    """

    kind: str
    field: Field
    node: ast.expr
    pattern: PatternText
    place: Place


class Quantifiers:
    """The lost quantifiers of one module's f-strings."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self._lost: dict[ast.AST, list[Lost]] = {}
        self._values: dict[ast.AST, list[Lost]] = {}

    def lost(self, node: ast.JoinedStr) -> Iterator[Lost]:
        """The fields of an f-string that took a quantifier's place, in the order of the text; one that `may_lose`."""
        root = self.root(node)
        if root not in self._lost:
            self._lost[root] = list(self._judged(root, LOST))
        yield from _of(node, self._lost[root])

    def values(self, node: ast.JoinedStr) -> Iterator[Lost]:
        """The other fields of an f-string that is certainly used as a pattern and may hold text of unknown content."""
        if not any(isinstance(part, ast.FormattedValue) and self.module.contents.may_be_unknown(part.value) for part in node.values):
            return
        root = self.root(node)
        if root not in self._values:
            certain = any(use.kind == "pattern" for use in self.module.patterns.uses(root, outward=False))
            self._values[root] = list(self._judged(root, VALUES)) if certain else []
        yield from _of(node, self._values[root])

    def root(self, node: ast.expr) -> ast.expr:
        """The whole concatenation that an f-string is part of."""
        index = self.module.index
        while True:
            parent = index.parent(node)
            if isinstance(parent, ast.BinOp) and (
                isinstance(parent.op, ast.Add) or (isinstance(parent.op, ast.Mod) and node is parent.left)
            ):
                node = parent
            elif isinstance(parent, ast.FormattedValue) and node is parent.value and parent.conversion == -1 and parent.format_spec is None:
                around = index.parents[parent]
                if not isinstance(around, ast.JoinedStr):
                    return node
                node = around
            else:
                return node

    def doubled(self, lost: Lost) -> tuple[str, str]:
        """The braces that give one brace in the pattern: doubled, and once more where the text goes through `.format`."""
        index = self.module.index
        root = next((around for around in index.ancestors(lost.node) if isinstance(around, ast.JoinedStr)), None)
        parent = index.parent(self.root(root)) if root is not None else None
        is_template = isinstance(parent, ast.Attribute) and parent.attr in ("format", "format_map")
        return ("{{{{", "}}}}") if is_template else ("{{", "}}")

    def number(self, node: ast.expr) -> int | None:
        """The one int that an expression can stand for; None where it may be another, or is below zero."""
        known = self.module.values.one(node)
        return known.value if isinstance(known, Const) and known.type == "int" and known.value >= 0 else None

    def _judged(self, root: ast.expr, wanted: frozenset[str]) -> Iterator[Lost]:
        if wanted is LOST and not self._may_be_lost(root):
            return
        pattern = Builder(self.module).build(root)
        reader = Reader(pattern, None, self._counts)
        plain = Reader(pattern, False, self._counts).read() if "#" in pattern.flat else []  # `#{HEX}{6}`: a comment, or a color
        if not any(self._kind(place, pattern) in wanted for place in (*reader.read(), *plain)):
            return
        uses = self.module.patterns.uses(root, outward=wanted is LOST)
        certain = any(use.kind == "pattern" for use in uses)
        verbosity = {use.verbose for use in uses if use.kind == "pattern"}
        if len(verbosity) == 1 and None not in verbosity:
            reader = Reader(pattern, verbosity.pop(), self._counts)
            reader.read()
        for place in reader.places:
            kind = self._kind(place, pattern)
            hole = place.hole
            if kind not in wanted or hole.field is None or hole.node is None or (kind == "literal" and is_number(pattern, place)):
                continue
            if certain or can_only_be(pattern, place, reader.features, uses, self._is_raw(hole)):
                yield Lost(kind, hole.field, hole.node, pattern, place)

    def _may_be_lost(self, root: ast.expr) -> bool:
        """Whether the text alone, without asking what any name stands for, has a field where a quantifier could stand."""
        found: list[Place] = []

        def counts(place: Place, flat: str) -> bool:
            node = place.hole.node
            if isinstance(node, ast.expr) and place.before is not None:
                atom = place.before
                after = pattern.units[atom.start]
                behind_class = isinstance(after, Hole) and ends_in_class(after.node, not PATTERN_LIKE.isdisjoint(flat), self.module)
                if behind_class or is_bounds(node) or is_class_like(flat, atom, node):
                    found.append(place)
            return False

        pattern = Builder(self.module, look_up=False).build(root)
        places = Reader(pattern, None, counts).read()
        places += Reader(pattern, False, counts).read() if "#" in pattern.flat else []
        return bool(found) or any(place.hole.numbers and place.before is not None and place.where == "plain" for place in places)

    def _is_raw(self, hole: Hole) -> bool:
        """Whether the literal that a field stands in is raw."""
        around = self.module.index.parent(hole.origin) if hole.origin is not None else None
        if around is None or hole.field is None:
            return False
        start = hole.field.span.start
        return any(one.is_raw and one.span.start < start < one.span.end for one in self.module.strings.literals(around))

    def _kind(self, place: Place, pattern: PatternText) -> str:
        hole = place.hole
        if place.where != "plain" or hole.field is None or hole.node is None:
            return ""
        if hole.numbers:
            return "literal" if place.before is not None and not repeated(pattern, place) else ""
        if self._counts(place, pattern.flat):
            return "bounds" if is_bounds(hole.node) else "count" if not repeated(pattern, place) else ""
        return "value"

    def _counts(self, place: Place, flat: str) -> bool:
        """Whether a field's value is an int, or a tuple of bounds, that was meant as a quantifier."""
        hole, atom = place.hole, place.before
        if (
            hole.node is None
            or atom is None
            or hole.field is None
            or hole.field.conversion
            or hole.field.spec is not None
            or hole.field.debug
        ):
            return False
        if is_bounds(hole.node):
            return self.module.source.text[hole.field.span.start - 1] not in BEFORE_SETS
        return not isinstance(hole.node, ast.Constant) and is_class_like(flat, atom, hole.node) and is_count(hole.node, self.module)


def _of(node: ast.JoinedStr, found: list[Lost]) -> Iterator[Lost]:
    """Those that stand in this very f-string, which may be one part of what is built."""
    mine = set(map(id, node.values))
    return (one for one in found if id(one.place.hole.origin) in mine)


def repeated(pattern: PatternText, place: Place) -> bool:
    """`{6}*` cannot be compiled once its braces are doubled, so nobody can have meant it."""
    flat = pattern.flat
    return flat[place.at + 1 : place.at + 2] in ("*", "+") or BRACES.match(flat, place.at + 1) is not None


def is_number(pattern: PatternText, place: Place) -> bool:
    """Whether a number may be meant to be read as one: `No axis {2}`, `chapter{3}`, `{name}_{2}`, as `.format` calls are rewritten.

    Two numbers, or one after a class, a group or a single character, never are.
    """
    atom, flat = place.before, pattern.flat
    if atom is None or "," in place.hole.numbers or atom.kind not in ("char", "value"):
        return False
    before, text = flat[: atom.start], flat[atom.start : atom.end]
    if atom.kind == "value":
        value = pattern.units[atom.start]
        name = value.node if isinstance(value, Hole) else None
        return not (isinstance(name, (ast.Name, ast.Attribute)) and is_part_name(name.id if isinstance(name, ast.Name) else name.attr))
    if text.isalpha():
        own = [offset < 0 for offset in pattern.offsets[max(0, atom.start - 2) : atom.start + 1]]
        return before[-2:].isalpha() and len(before) > 1 and len(set(own)) == 1  # a word of one literal, or of one value
    if text.isdigit():
        return before[-1:].isalnum() or before[-1:] == HOLE
    if text == " ":
        return OPENER.search(before) is None
    return text in SEPARATING and (before[-1:].isalnum() or before[-1:] == HOLE)


def is_bounds(node: ast.AST | None) -> bool:
    """Whether a field holds a bare tuple of one or two bounds, not all of them numbers: `{low,high}`, `{2,n}`, `{n,}`."""
    if not isinstance(node, ast.Tuple) or not 1 <= len(node.elts) <= 2:
        return False
    if any(isinstance(item, ast.Constant) and type(item.value) is not int for item in node.elts):
        return False
    if any(isinstance(item, ast.Call) and (len(item.args) != 1 or item.keywords) for item in node.elts):
        return False
    kinds = (ast.Constant, ast.Name, ast.Attribute, ast.BinOp, ast.Call)
    return all(isinstance(item, kinds) for item in node.elts) and not all(isinstance(item, ast.Constant) for item in node.elts)


def is_class_like(flat: str, atom: Atom, node: ast.expr) -> bool:
    r"""Whether an int right after this atom can hardly be a number to be found: `\d`, `[0-9a-f]`; `.` and `\s` where a pattern begins.

    After anything else the number itself is what programs look for: `chapter{n}`, `[Ss]{season}`, `\s{year}`, `{major}.{minor}`.
    """
    text = flat[atom.start : atom.end]
    if text == "\\d":
        return True
    if text in ("\\w", "\\S") or (atom.kind == "set" and RANGE_IN_SET.match(text)):
        return not is_numbering(node)
    if atom.kind == "set" and is_alphabet(text):
        return is_counting(node)
    before = flat[: atom.start]
    if atom.kind == "dot":
        return OPENER.search(before) is not None and not is_numbering(node)
    if atom.kind == "class" or (atom.kind == "set" and SEPARATORS.fullmatch(text)):
        return before[-1:] in ("^", "\n") and not is_numbering(node)
    return False


def is_alphabet(text: str) -> bool:
    """Whether a set is of single letters or digits, `[01]`, `[ACGT]`: not the two cases of one letter, behind which a number may stand."""
    letters = ALPHABET.fullmatch(text)
    return letters is not None and len(set(letters[1].lower())) > 1


def is_counting(node: ast.expr) -> bool:
    """Whether an expression is a length, or a name says that its value is a count: `n`, `width`, `digit_count`."""
    if isinstance(node, ast.BinOp):
        return is_counting(node.left) or is_counting(node.right)
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "len"
    return not COUNTING.isdisjoint(words_of(node))


def words_of(node: ast.expr) -> list[str]:
    """The words of a name, or of the attribute at the end of a dotted one."""
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return re.findall(r"[a-z]+", name.lower())


def is_numbering(node: ast.expr) -> bool:
    """Whether a name says that its value is a number to be found, not a count."""
    words = words_of(node)
    return bool(words) and COUNTING.isdisjoint(words) and words[-1] in NUMBERING


def follows_class(pattern: PatternText, place: Place, uses: frozenset[Use]) -> bool:
    r"""Whether a field stands behind `\d`, `\w` or the like in a text that is no path, and that nobody uses as a mere text."""
    if any(use.kind == "text" for use in uses) or place.before is None:
        return False
    flat = pattern.flat
    return flat[place.before.start : place.before.end] in CLASSES and PATH_OR_COMMAND.search(flat) is None


def can_only_be(pattern: PatternText, place: Place, features: set[str], uses: frozenset[Use], is_raw: bool = False) -> bool:
    r"""Whether a text that nothing is seen to use can be nothing but a pattern.

    The field must follow a class (`\d`, `[0-9]`), and something else must be there that only patterns have; paths, LaTeX
    (`\data`, `\frac`), globs and texts that are printed, logged or executed are none. An f-string without a name in it needs
    no more than the class; if that is a set, `is_raw` must say that the literal is raw.
    """
    if any(use.kind == "text" for use in uses) or place.before is None:
        return False
    flat, atom = pattern.flat, place.before
    text = flat[atom.start : atom.end]
    if PATH_OR_COMMAND.search(flat):
        return False
    hinted = any(use.kind == "hint" for use in uses)
    nameless = all(not isinstance(unit, Hole) or unit.numbers for unit in pattern.units)
    anchored = flat.startswith("^") or flat.endswith("$")
    if text in CLASSES:
        others = len(re.findall(r"\\[dwsDWS]", flat)) > 1
        evidence = len(features & {"class", "place", "escaped", "group", "braces"}) + hinted
        return nameless or anchored or others or evidence > 1 or ("operator" in features and "(" in flat)
    if atom.kind == "set" and RANGE_IN_SET.match(text):
        return anchored or hinted or "class" in features or (nameless and is_raw)
    return False
