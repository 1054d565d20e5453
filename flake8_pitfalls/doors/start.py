"""Where `pitfalls-fix` begins: what can be answered without loading the rest is answered here, such as a run in which nothing is new."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command and returns its exit status, as `doors.cli.main` does."""
    words = sys.argv[1:] if argv is None else list(argv)
    if words == ["--version"]:
        from flake8_pitfalls.doors.versions import versions

        print(versions())
        return 0
    from flake8_pitfalls.running import replaying

    run = replaying.Run(words) if replaying.may_be_known(words) else None
    known = run.known() if run is not None else None
    if known is not None:
        return known.say()
    from flake8_pitfalls.doors import cli

    return run.made(cli.main, words) if run is not None else cli.main(words)


if __name__ == "__main__":
    sys.exit(main())
