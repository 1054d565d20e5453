"""The parts of string literals: what this Python's own parser says of them, and their places, which it does not say before 3.12."""

from __future__ import annotations

import ast
import re
import sys
import time
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_pitfalls import engine, rules
from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.patterns.building import Builder
from flake8_pitfalls.facts.patterns.regex import Reader, quantifier
from flake8_pitfalls.facts.strings import Broken, Chars, Field, Scanner, Strings
from flake8_pitfalls.text.parse import parse
from flake8_pitfalls.text.source import Source

RULES = rules.load()
OURS = [RULES[code] for code in RULES if code.startswith("PIT10")]

LITERALS = [
    r"""rf"\d{6}" """,
    r"""Rf'a{b!r:>{c}}d' """,
    r"""f"\x41\u00e9\N{BULLET}\t\101{a}\{b}" """,
    r"""rf"\N{a}\{b}\x{c}" """,
    r"""f"{{}}{{{a}}}{a}}}" """,
    r'''f"""a
  {a
  } b "quoted" {b:
  }""" ''',
    r"""f"{a=}{a = }{a=!s}{a=:>3}" """,
    r"""f"{a != b}{a == b}{a <= b}{(a := b)}{a:=5}" """,
    r"""f"{d['k']}{d['}']}{'{'}{[x for x in '}{']}" """,
    r"""f"{(lambda x: x)(1)}{ {1: 2}[1] }{a[1:2]}" """,
    r"""f"{f'{a}'}{f'{a:{b}}'}" """,
    "f'a' \"b\" rf'{c}' # {d}\n  u'e' f'{f}'",
    "f'a\\\n{b}' \\\n  'c'",
    "'한글' f'가{나}다'",
    "'a\\\r\nb' 'c'",
    "'''a\r\nb\rc'''",
    r"""b"a" if 0 else "c" """,
]


def each_string(text: str) -> list[ast.AST]:
    """The f-strings and texts of a program that stand for themselves."""
    tree = parse(text)
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    specs = {id(node.format_spec) for node in ast.walk(tree) if isinstance(node, ast.FormattedValue)}
    return [
        node
        for node in ast.walk(tree)
        if (isinstance(node, ast.JoinedStr) and id(node) not in specs)
        or (isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside)
    ]


@pytest.mark.parametrize("text", LITERALS)
def test_literals_agree_with_the_tree(text: str) -> None:
    module = Module(Source(f"({text})"))
    found = each_string(module.source.text)
    assert found
    for node in found:
        pieces = module.strings.pieces(node)
        assert pieces or getattr(node, "value", None) == ""
        for piece, field in pieces:
            written = module.source.text[piece.span.start : piece.span.end]
            if isinstance(piece, Field):
                assert written.startswith("{") and written.endswith("}") and field is not None
                expression = module.source.text[piece.expression.start : piece.expression.end]
                assert ast.unparse(parse(f"({expression})").body[0]) == ast.unparse(field.value)
                assert bool(piece.conversion) == (field.conversion != -1 and not (piece.debug and "!" not in written))
                assert (piece.spec is not None) == (field.format_spec is not None)
            else:
                assert len(piece.offsets) == len(piece.value) + 1 and sorted(piece.offsets) == list(piece.offsets)


def test_places_of_fields() -> None:
    text = '가 = (r"a" rf"(\\d{6})_(\\d{6})"\n  f"나{ 6 }")\n'
    module = Module(Source(text))
    (node,) = module.index.of(ast.JoinedStr)
    places = [piece.span for piece, _ in module.strings.pieces(node) if isinstance(piece, Field)]
    assert [text[start:end] for start, end in places] == ["{6}", "{6}", "{ 6 }"]
    assert [start for start, _ in places] == [found.start() for found in re.finditer(r"\{ ?6", text)]


@pytest.mark.skipif(sys.version_info < (3, 12), reason="the same quotes in a field")
def test_same_quotes_in_a_field() -> None:
    module = Module(Source('f"{d["k"]}{f"{x!r}"}" f"{a["""}"""]}"'))
    (outer, _) = module.index.of(ast.JoinedStr)
    assert [isinstance(piece, Field) for piece, _ in module.strings.pieces(outer)] == [True, True, True]


def test_texts_that_do_not_parse() -> None:
    text = "x = = rf'a{,3}b' # f'{1}'\ny = 'c' f'''{d\n}''' \"\\\"\" f'e{g'\nz = f'h'"
    found = list(Strings(Source(text)).everywhere())
    assert [text[one.span.start : one.span.end] for one in found] == ["rf'a{,3}b'", "'c'", "f'''{d\n}'''", '"\\""', "f'h'"]
    field = found[0].pieces[1]
    assert isinstance(field, Field) and text[field.expression.start : field.expression.end] == ",3"


PARTS = st.sampled_from([*"ab\\{}'\"\n\r#:!=rfx(),N 한", "{{", "}}", "{a}", "\\N{DASH}", "f'", 'rf"', "'''", '"""', "\\x41", "{a!r:>{b}}"])


@settings(max_examples=400, deadline=None)
@given(st.lists(PARTS, max_size=12).map("".join))
def test_whatever_python_reads_is_read_alike(body: str) -> None:
    """Random literals: those that this Python accepts are read as it reads them, or not at all; no text makes the scanner fail."""
    for opening in ("f'", 'rf"', "f'''", "r'", '"'):
        text = opening + body + opening.lstrip("rf")
        list(Strings(Source(text)).everywhere())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                tree = parse(f"({text})")
            except SyntaxError:
                continue
        node = tree.body[0].value  # type: ignore[attr-defined]
        if isinstance(node, (ast.JoinedStr, ast.Constant)) and isinstance(getattr(node, "value", ""), str):
            strings = Strings(Source(f"({text})"))
            literals = strings.literals(node)
            if "#" not in body and "=" not in body:  # what `name=` prints may lose a comment
                assert literals, text


@pytest.mark.parametrize("text", ["f'{" * 5000, "f'" + "{" * 5000, "f'{a" + "[" * 5000, "f'{'" * 3000, "f'''{'''" * 2000, '"' * 9999])
def test_nasty_texts_take_linear_time(text: str) -> None:
    began = time.process_time()
    list(Strings(Source(text)).everywhere())
    assert time.process_time() - began < 5


@pytest.mark.parametrize("code", ["PIT101", "PIT102", "PIT103", "PIT104"])
@pytest.mark.parametrize("unit", ["{ ", "{(", "{1", "{1_", "{1,", "]'", "]' # x\n", "\\d'(", "+ ", "{a,", "{a", "}{", " ", "\t{", "(", "'"])
def test_gates_are_linear(code: str, unit: str) -> None:
    gate = RULES[code].text
    assert gate is not None
    times = []
    for count in (20_000, 80_000):
        began = time.process_time()
        gate.search(unit * count)
        times.append(time.process_time() - began)
    assert times[1] < 0.05 or times[1] < 12 * times[0], times


def test_nothing_fails_on_random_programs() -> None:
    """Pieces of programs, cut and joined anyhow: a rule of ours says something or nothing, it never raises."""
    pieces = [
        "re.compile(",
        "rf'\\d{6}'",
        "f'{,3}'",
        "x = ",
        ")",
        "'{2}'.format(1)",
        "[",
        "]",
        "+",
        "\n",
        "n",
        "f'{n}'",
        "for n in ",
        ":",
        "'''",
    ]
    for seed in range(len(pieces) ** 2):
        first, second = divmod(seed, len(pieces))
        text = f"import re\n{pieces[first]}{pieces[second]}rf'[a-z]{{2}}{{n}}'{pieces[(seed * 7) % len(pieces)]}\n"
        for rule in OURS:
            try:
                found = engine.run(Module(Source(text)), [rule])
            except SyntaxError:
                continue
            assert all(one.code != engine.DEFECT for one in found), text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("6", "6"), (" 6 ", "6"), ("1_0", "10"), ("2,3", "2,3"), (" 2 , 3 ", "2,3"), ("2,", "2,"), ("(2, 3)", "2,3"), ("0", "0")]
    + [(no, "") for no in ("", ",3", "n", "3,2", "6.0", "-1", "(6)", "0x6", "2,3,4", "1" * 10, "6 if x else 7")],
)
def test_quantifier(text: str, wanted: str) -> None:
    assert quantifier(text) == wanted


def spots(code: str, verbose: bool | None = False) -> list[tuple[str, str | None]]:
    """Where each field of an f-string stands, and what kind of thing it follows."""
    module = Module(Source(code))
    (node,) = module.index.of(ast.JoinedStr)
    assert isinstance(node, ast.JoinedStr)
    places = Reader(Builder(module).build(node), verbose).read()
    return [(place.where, place.before.kind if place.before is not None else None) for place in places]


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        (r"rf'\d{x}'", [("plain", "class")]),
        (r"rf'[a]{x}[{x}]'", [("plain", "set"), ("class", None)]),
        (r"rf'[]{x}]{x}[^]]{x}'", [("class", None), ("plain", "set"), ("plain", "set")]),
        (r"rf'(?:a){x}(?P<n{x}>b){x}'", [("plain", "group"), ("name", None), ("plain", "group")]),
        (r"rf'(?#{x})(?=a){x}(?i){x}'", [("comment", None), ("plain", "group"), ("plain", None)]),
        (r"rf'\{x}\x{x}\x4{x}\1{x}'", [("escape", None), ("escape", None), ("escape", None), ("plain", "reference")]),
        (r"rf'a*{x}b+?{x}^{x}${x}|{x}\b{x}'", [("plain", None)] * 6),
        (r"rf'a{{{x}}}b{{2,{x}}}\{{{x}'", [("braces", None), ("braces", None), ("plain", "char")]),
        (r"rf'.{x}{x}'", [("plain", "dot"), ("plain", "value")]),
        (r"rf'(a|{x})\\{x}'", [("plain", None), ("plain", "char")]),
    ],
)
def test_where_a_field_stands(code: str, wanted: list[tuple[str, str | None]]) -> None:
    assert spots(code) == wanted


def test_verbose_comments_and_blanks() -> None:
    assert spots("rf'a {x} # {x}\\n'", True) == [("plain", "char"), ("comment", None)]
    assert spots("rf'a {x} # {x}'", False) == [("plain", "char"), ("plain", "char")]
    assert spots("rf'(?x: a {x}) # {x}'", False) == [("plain", "char"), ("plain", "char")]


def test_scanner_refuses_what_is_no_literal() -> None:
    for text in ("abc", "'abc", "f'{a'", "rbf'a'", "f'''{a}''"):
        with pytest.raises(Broken):
            Scanner(text).literal(0)
    assert isinstance(Scanner("'a'").literal(0).pieces[0], Chars)


def test_a_file_that_cannot_parse_anyway() -> None:
    """PIT104 names what can only be a pattern, and nothing else."""
    text = "x = = 1\nP = re.compile(rf'^\\d{,3}$')\nprint(rf'a{,3}')\n"
    found = engine.run(Module(Source(text)), [RULES["PIT104"]])
    assert [(one.code, one.line, one.column) for one in found] == [("PIT104", 2, 22)]
