"""What ten thousand edits leave behind in `pitfalls-lsp`: `python benchmarks/lsp_memory.py [--edits N] [FILE]`, on Linux.

Prints the server's resident memory in MB every so many edits. Each edit is answered before the next is sent; every hundred edits the
typing stops for so long that the whole is judged and the garbage collected.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from lsp_latency import Client, cut, strokes


def resident(process: int) -> float:
    """Resident memory in MB (proc(5), statm)."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=Path(os.__file__).with_name("smtplib.py"))
    parser.add_argument("--edits", type=int, default=10_000)
    parser.add_argument("--rest", type=float, default=1.0, help="seconds of rest every hundred edits")
    options = parser.parse_args()
    text = cut(options.file.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder).resolve() / f"a_{options.file.name}"
        copy.write_text(text, "utf-8")
        client = Client([sys.executable, "-m", "flake8_pitfalls.doors.lsp.start"], copy.parent)
        opened = {"uri": copy.as_uri(), "languageId": "python", "version": 0, "text": text}
        client.notify("textDocument/didOpen", {"textDocument": opened})
        client.findings(0, 20)
        version = 0
        print(f"{text.count(chr(10))} lines; edits, MB")
        while version < options.edits:
            edits = strokes(text, 100)
            for line, column, new in edits:
                version += 1
                place = {"line": line, "character": column}
                params = {
                    "textDocument": {"uri": copy.as_uri(), "version": version},
                    "contentChanges": [{"range": {"start": place, "end": place}, "text": new}],
                }
                client.notify("textDocument/didChange", params)
                client.findings(version, 5)
            version += 1  # and all of it is taken back, so that the text does not grow
            client.notify(
                "textDocument/didChange", {"textDocument": {"uri": copy.as_uri(), "version": version}, "contentChanges": [{"text": text}]}
            )
            client.findings(version, 5)
            time.sleep(options.rest)
            if version // 101 % max(1, options.edits // 2000) == 0 or version < 500:
                print(f"{version:6} {resident(client.process.pid):7.1f}", flush=True)
        client.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
