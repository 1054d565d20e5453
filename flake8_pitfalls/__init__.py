"""Finds Python that runs but does not do what it says, says why, and repairs it."""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` is not loaded where nothing else is
if TYPE_CHECKING:
    from typing import Any

    from flake8_pitfalls.doors.api import check as check
    from flake8_pitfalls.doors.api import fix as fix

__version__ = "0.1.0"
__all__ = ["__version__", "check", "fix"]


def __getattr__(name: str) -> Any:
    """`check` and `fix`, loaded when first asked for, so that the flake8 plugin does not pay for them."""
    if name in ("check", "fix"):
        from flake8_pitfalls.doors import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
