"""What a built pattern matches, in words, and the piece of it that shows."""

from __future__ import annotations

from flake8_pitfalls.facts.patterns.regex import Atom, Hole, PatternText, Place

BEFORE, AFTER = 26, 14  # characters of the pattern that are shown around a field
NAMES = {
    "\\d": "digit",
    "\\w": "word character",
    "\\s": "whitespace character",
    "\\D": "non-digit",
    "\\S": "non-space character",
    ".": "character",
}
NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def excerpt(pattern: PatternText, place: Place, built: str = "") -> str:
    """The pattern around a field as Python builds it, in quotes; `built` is the field's own text where it is known."""
    before = "".join(shown(unit) for unit in pattern.units[: place.at])
    after = "".join(shown(unit) for unit in pattern.units[place.at + 1 :])
    start = before.rpartition("\n")[2].lstrip()
    end = after.partition("\n")[0].rstrip()
    cut_before = len(start) < len(before.lstrip()) or len(start) > BEFORE
    cut_after = len(end) < len(after.rstrip()) or len(end) > AFTER
    own = built or shown(place.hole)
    return f'"{"…" if cut_before else ""}{printable(start[-BEFORE:])}{own}{printable(end[:AFTER])}{"…" if cut_after else ""}"'


def shown(unit: str | Hole) -> str:
    return unit.built if isinstance(unit, Hole) else unit


def printable(text: str) -> str:
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in text)


def atom_text(pattern: PatternText, atom: Atom) -> str:
    """What would be repeated, as it stands in the pattern."""
    text = printable("".join(shown(unit) for unit in pattern.units[atom.start : atom.end]))
    if len(text) > 24:
        text = f"{text[:20]}…{text[-1]}"
    return f"`{text}`" if text.strip() else "a blank"


def one_and(pattern: PatternText, atom: Atom, text: str) -> str:
    """What the pattern matches: `one digit and a 6`."""
    name = NAMES.get(pattern.flat[atom.start : atom.end])
    article = "an" if text.startswith("8") or text in ("11", "18") else "a"
    return f"{f'one {name}' if name else atom_text(pattern, atom)} and {article} {text}"


def meant(pattern: PatternText, atom: Atom, numbers: str) -> str:
    """What the quantifier would have matched: `six digits`, "`x` two to three times"."""
    low, comma, high = numbers.partition(",")
    if not comma:
        count = word(low)
    elif not high:
        count = f"{word(low)} or more"
    else:
        count = f"{word(low or '0')} to {word(high)}"
    name = NAMES.get(pattern.flat[atom.start : atom.end])
    if name:
        return f"{count} {name}{'' if numbers == '1' else 's'}"
    return f"{atom_text(pattern, atom)} {count} time{'' if numbers == '1' else 's'}"


def word(number: str) -> str:
    return NUMBERS[int(number)] if number.isdigit() and int(number) < len(NUMBERS) else number
