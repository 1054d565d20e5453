# why: a lexer class with tokens collected by decorators and a metaclass-like registry; one token lost its quantifier
import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str


class Lexer:
    tokens: list[tuple[str, str]] = []

    def __init__(self):
        joined = "|".join(f"(?P<{name}>{text})" for name, text in self.tokens)
        self.pattern = re.compile(joined)

    def lex(self, text):
        position = 0
        while position < len(text):
            found = self.pattern.match(text, position)
            if not found:
                raise SyntaxError(f"at {position}: {text[position:]!r}")
            yield Token(found.lastgroup, found.group())
            position = found.end()


HEX = "[0-9a-fA-F]"


class ColorLexer(Lexer):
    tokens = [
        ("color", rf"#{HEX}{6}"),  # expect: PIT101
        ("short", rf"#{HEX}{{3}}"),
        ("name", r"[a-z]{2,20}"),
        ("space", r"\s+"),
    ]


class NumberLexer(Lexer):
    tokens = [
        ("float", rf"\d+\.\d{{1,{6}}}"),
        ("int", r"\d+"),
    ]


def accepts(text):
    try:
        return [token.kind for token in ColorLexer().lex(text)] == ["color", "space", "name"] and next(NumberLexer().lex("1.5")).kind == "float"
    except SyntaxError:
        return False


SHOULD_MATCH = ["#00ffaa red"]
SHOULD_NOT_MATCH = ["#a6 red"]
