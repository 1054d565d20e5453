"""Findings on disk, so that flake8 pays once for a file: kept under its text and all that decided what was said of it.

An entry holds what was asked of the disk on the way (which modules are there, and their times and sizes) with the answers; it counts only
while each answer is the same. Entries are Python literals, read as such and checked: a torn or foreign one is a miss, and none can run
anything.
"""

from __future__ import annotations

import ast
import os
import sys
from typing import NamedTuple

from flake8_pitfalls.running.place import fingerprint, put
from flake8_pitfalls.running.place import user_folder as user_folder
from flake8_pitfalls.text.disk import QUESTIONS

MOST_QUESTIONS = 400  # a judgement that rests on more is not kept
IN_A_FOLDER = 200  # entries; there are 256 folders


class Said(NamedTuple):
    """One finding as flake8 shows it: line from 1, column from 0 in characters, code and message."""

    line: int
    column: int
    text: str


class Cache:
    """The entries of one user. `parts`: what decides besides a file's own text: settings, codes."""

    def __init__(self, folder: str, *parts: object) -> None:
        self.folder = folder
        self.parts = "\n".join([fingerprint(), sys.version, os.getcwd(), *map(repr, parts)])

    def entry(self, path: str, text: str) -> tuple[str, str]:
        """Where a file's entry stands, and the digest that it must have."""
        from hashlib import blake2b

        name = blake2b(f"{os.getcwd()}\n{path}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        key = blake2b(f"{self.parts}\n{path}\n{text}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        return os.path.join(self.folder, name[:2], f"{name[2:]}.txt"), key

    def get(self, path: str, text: str) -> list[Said] | None:
        """What was said of this file, if everything is as it was then."""
        place, key = self.entry(path, text)
        try:
            with open(place, encoding="utf-8") as file:
                kept = ast.literal_eval(file.read())
            if kept["key"] != key or not all(QUESTIONS[what](where) == answer for what, where, answer in kept["asked"]):
                return None
            return [Said(int(line), int(column), str(said)) for line, column, said in kept["said"]]
        except (OSError, ValueError, KeyError, TypeError, SyntaxError, RecursionError, MemoryError):
            return None

    def put(self, path: str, text: str, said: list[Said], asked: dict[tuple[str, str], object]) -> None:
        """Keeps what was said, unless it rests on too much, or on a walk through all files."""
        if len(asked) > MOST_QUESTIONS or any(what not in QUESTIONS for what, _ in asked):
            return
        place, key = self.entry(path, text)
        rows = [[what, where, answer] for (what, where), answer in asked.items()]
        try:
            put(place, repr({"key": key, "asked": rows, "said": [tuple(one) for one in said]}).encode(), IN_A_FOLDER)
        except (OSError, ValueError):  # a cache that cannot be written is no reason to fail
            return
