"""A part of a summary whose answers are made when they are asked for: of most functions and classes one or two are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


class Answers(dict[str, Any]):
    """A dict that knows how each of its values is made, and makes it once, when first asked."""

    __slots__ = ("_makers",)

    def __init__(self, makers: Mapping[str, Callable[[], Any]]) -> None:
        super().__init__()
        self._makers = makers

    def __missing__(self, name: str) -> Any:
        found = self[name] = self._makers[name]()
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._makers

    def __bool__(self) -> bool:
        return bool(self._makers)

    def get(self, name: str, default: Any = None) -> Any:
        """The answer, made now if it has to be."""
        return self[name] if name in self._makers else default

    def whole(self) -> dict[str, Any]:
        """All answers, as plain data."""
        made = {name: self[name] for name in self._makers}
        return {name: value.whole() if isinstance(value, Answers) else value for name, value in made.items()}
