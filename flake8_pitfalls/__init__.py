"""Finds Python that runs but does not do what it says, says why, and repairs it."""

from __future__ import annotations

__version__ = "0.1.0"
