"""`pitfalls-lsp`: starts the language server over standard input and output, or TCP."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence

from flake8_pitfalls import __version__

MISSING = "pitfalls-lsp: error: the language server needs one more install: pip install 'flake8-pitfalls[lsp]' ({0} is missing)"
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the server until the client ends it; returns the exit status."""
    options = parser().parse_args(argv)
    if options.version:
        print(f"pitfalls-lsp {__version__}")
        return 0
    level = getattr(logging, options.log_level.upper())
    handler = logging.FileHandler(options.log_file, encoding="utf-8") if options.log_file else logging.StreamHandler()
    logging.basicConfig(level=level, format=FORMAT, handlers=[handler])
    if options.log_level != "debug":  # it reports each request that was dropped as an error; of errors of ours we report ourselves
        logging.getLogger("pygls").setLevel(logging.CRITICAL)
    try:
        from flake8_pitfalls.doors.lsp import transport
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("pygls", "lsprotocol", "attrs", "attr", "cattrs"):
            raise
        print(MISSING.format(error.name), file=sys.stderr)
        return 2
    status = transport.tcp(*options.tcp) if options.tcp else transport.stdio()
    transport.end(status)
    return status


def parser() -> argparse.ArgumentParser:
    """The options of `pitfalls-lsp`."""
    top = argparse.ArgumentParser(
        "pitfalls-lsp",
        description="The findings and fixes of flake8-pitfalls in an editor, while typing: a language server. Editors start it by itself.",
        epilog="Settings stand in [tool.flake8-pitfalls] of pyproject.toml, or in the editor's settings under the same names.",
        allow_abbrev=False,
    )
    top.add_argument("--stdio", action="store_true", help="speak over standard input and output; this is the default")
    top.add_argument("--tcp", metavar="[HOST:]PORT", type=address, help="wait for one client on this port; HOST is 127.0.0.1 if not given")
    top.add_argument("--log-file", metavar="FILE", default="", help="where to write the log; default: standard error")
    top.add_argument("--log-level", choices=("debug", "info", "warning", "error"), default="warning", help="default warning")
    top.add_argument("--version", action="store_true", help="print the version")
    return top


def address(value: str) -> tuple[str, int]:
    """A host and a port as typed."""
    host, _, port = value.rpartition(":")
    if not port.isdigit() or int(port) > 65535:
        raise argparse.ArgumentTypeError(f"a port such as 2087 or 127.0.0.1:2087 is wanted, not {value!r}")
    return host or "127.0.0.1", int(port)


if __name__ == "__main__":
    sys.exit(main())
