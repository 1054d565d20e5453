"""Which texts can hold a comparison chain whose neighbouring operators are of two kinds, or both `!=` (PIT203, PIT205).

An operator, an operand by Python's grammar, another operator. Brackets nested deeper than `DEPTH` and f-strings that may nest quotes are
let through. Empty groups behind the first operator's characters say what it was, and the second must be another: one regular expression
with one copy of the operand, which is compiled in 25 ms and searches in 10 ns a character.
"""

from __future__ import annotations

import sys

from flake8_pitfalls.text.gate import ANY_STRING, COMMENT, InCode

DEPTH = 3
# A hit in a comment may look over all comments that follow, and each of them is a hit as well: so both are bounded, more is let through.
BLANKS = rf"(?:[\s\\]++|{COMMENT}){{0,16}}+"
PIECES = 400  # in one pair of brackets
# Python's identifiers hold characters that `\w` does not know, all of them beyond ASCII.
LETTER = r"[\w\u0080-\U0010ffff]"
KEYWORDS = (
    "and or not in is if else for lambda return assert while elif def class from import as with yield raise del pass break continue try"
    " except finally global nonlocal async await"
)


def brackets(depth: int) -> str:
    """A pair of brackets with all that stands in it."""
    inner = ""
    for _ in range(depth):
        inner = rf"[(\[{{](?:[^()\[\]{{}}\"'\#]++|{ANY_STRING}|{COMMENT}{'|' + inner if inner else ''}){{0,{PIECES}}}+[)\]}}]"
    return inner


def chain_pattern(depth: int) -> str:
    """The pattern; from a true operator on it is exact but for what it lets through."""
    pair = brackets(depth)
    string = rf"(?:[bBrRuUfFtT]{{1,2}}(?=[\"']))?+{ANY_STRING}"
    name = rf"(?!(?:{KEYWORDS.replace(' ', '|')})\b)(?!\d){LETTER}[\w\u0080-\U0010ffff.]*+"
    # A number ends where a keyword may begin: `1in x`, `0xFFis x`.
    number = r"(?:0[xXoObB][\da-fA-F_]++|(?:\d[\d_]*+(?:\.[\d_]*+)?+|\.\d[\d_]*+)(?:[eE][+-]?\d[\d_]*+)?+[jJ]?)"
    atom = rf"(?:{string}(?:{BLANKS}{string})*+|{number}|{name}(?![\"'])|\.\.\.|{pair})"
    trailers = rf"(?:{BLANKS}(?:\.{BLANKS}{LETTER}++|{pair}))*+"
    unary = rf"(?:(?:[+~-]|await\b){BLANKS})*+"
    binary = r"(?:\*\*?+|//?+|<<|>>|[%@&|^+-])"
    word_before = r"(?:(?<![^\W\d]{0})|(?<=[xX_\da-fA-F][\da-fA-F]{0}))"  # a blank, a sign, or a number
    first = (
        r"(?:==()|!=|<()(?<!<<)(?!<)=?+|>()(?<![>-]>)(?!>)=?+"
        rf"|i(?:s()\b{word_before.format('is')}(?:{BLANKS}not\b)?+|n()\b{word_before.format('in')}))"
    )
    second = r"(?:!=|(?(1)(?!)|==)|(?(2)(?!)|<(?!<))|(?(3)(?!)|>(?!>))|(?(4)(?!)|is\b)|(?(5)(?!)|(?:in\b|not\b)))"
    unreadable = r"[(\[{\#]|[rR]?[fFtT][rR]?[\"']"
    operands = rf"{unary}(?:{atom}{trailers}{BLANKS}{binary}{BLANKS}{unary})*+({atom}{trailers}{BLANKS})?+"
    return rf"{first}{BLANKS}{operands}(?:(?(6){second}|(?!))|{unreadable})"


# It rests on possessive quantifiers, which Python 3.10 does not know: there every file is parsed.
MIXED_CHAIN = InCode(chain_pattern(DEPTH)) if sys.version_info >= (3, 11) else None
