"""The parser, with every way in which it can fail made one."""

from __future__ import annotations

import ast
import sys
import warnings


class Unparsable(SyntaxError):
    """The text cannot be parsed for a reason other than its grammar: NUL characters, or more nesting than the parser bears."""


def parse(text: str, target: tuple[int, int] | None = None) -> ast.Module:
    """The tree of a text. Raises SyntaxError and nothing else; what the compiler only warns of is not shown.

    `target`: an older Python whose grammar is to read it too, as far as this one knows it (`ast.parse`, `feature_version`).
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(text, feature_version=target)
        except (RecursionError, MemoryError):
            raise Unparsable(f"nested too deep for the parser of Python {version()}") from None
        except (ValueError, OverflowError, SystemError) as error:  # NUL characters, lone surrogates, numbers too long
            raise Unparsable(str(error)) from None


def parses(text: str) -> bool:
    """Whether a text is Python."""
    try:
        parse(text)
    except SyntaxError:
        return False
    return True


def version() -> str:
    """The interpreter's version, as people write it: "3.11"."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"
