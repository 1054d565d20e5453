"""A rule of flake8-pitfalls itself failed on this file.

Nothing is wrong with your program: a defect of ours met it. The rule that the message names says nothing of this file; all other
rules went on, and flake8 with all its plugins too.

Please report it: the message names the rule, the kind of error, and the line of our code; a file that shows it, as short as
you can make it, helps most. `pitfalls-fix --check --verbose FILE` prints the whole traceback.

`pitfalls-fix` ends with exit status 2 where it meets one. It is never fixed, and no comment hides it there.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Hit, Level, rule


@rule("PIT000", "internal-error", level=Level.ERROR, on=())
def check(node: object, module: Module) -> Iterator[Hit]:
    """Never called: the engine makes this finding where a rule fails."""
    yield from ()
