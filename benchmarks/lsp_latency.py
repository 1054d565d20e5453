"""How long an editor waits after a key stroke: `pitfalls-lsp` beside `ruff server`, through one client, in files of a thousand lines.

`python benchmarks/lsp_latency.py [FILE …]`; without files, modules of the standard library are taken, cut to about a thousand lines.
Each stroke is one character, typed every so many milliseconds at places all over the file, so that most states of the text parse and some
do not. Times are milliseconds from sending the edit to the findings of that version ("wire"), what of it is our own work in one process
("work"), and `ast.parse` of the same buffer in that process ("parse"). "whole" is the time until the judgement that has seen the whole
program is there, without the pause that the server waits for before it.
"""

from __future__ import annotations

import argparse
import ast
import gc
import json
import os
import queue
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from lsprotocol import types

from flake8_pitfalls import rules
from flake8_pitfalls.doors.lsp import judging
from flake8_pitfalls.doors.lsp.buffers import Buffers
from flake8_pitfalls.doors.lsp.convert import Converter
from flake8_pitfalls.doors.lsp.documents import Document
from flake8_pitfalls.doors.lsp.judging import Pace, Plan

MODULES = ("asyncio/base_events.py", "asyncio/sslproto.py", "smtplib.py", "threading.py", "tempfile.py", "statistics.py", "argparse.py")
WORDS = ("total = count(1)", "if total is 3: pass", "run(total)", "x: int = 5", "print(f'{total}')", "self.total += 1")
LINES = 1000


class Client:
    """A client that speaks the protocol with nothing but the standard library; it cannot pull, so findings are sent to it."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder)
        self.messages: queue.Queue[tuple[float, dict[str, Any]]] = queue.Queue()
        self.number = 0
        threading.Thread(target=self.read, daemon=True).start()
        self.request("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self.notify("initialized", {})

    def read(self) -> None:
        out = self.process.stdout
        assert out is not None
        length = 0
        while line := out.readline():
            if line.lower().startswith(b"content-length"):
                length = int(line.split(b":")[1])
            elif line == b"\r\n":
                body = out.read(length)
                self.messages.put((time.perf_counter(), json.loads(body)))

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        into = self.process.stdin
        assert into is not None
        into.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        into.flush()

    def notify(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def request(self, method: str, params: Any) -> Any:
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while True:
            _, message = self.messages.get(timeout=30)
            if message.get("id") == self.number and "method" not in message:
                return message.get("result")

    def findings(self, version: int, timeout: float) -> float | None:
        """When the findings of a version came."""
        end = time.perf_counter() + timeout
        while (left := end - time.perf_counter()) > 0:
            try:
                when, message = self.messages.get(timeout=left)
            except queue.Empty:
                return None
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"].get("version") == version:
                return when
        return None

    def close(self) -> None:
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.wait(10)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


def strokes(text: str, count: int) -> list[tuple[int, int, str]]:
    """The edits: line and column from 0, and the character; whole lines are typed inside functions, one character after the other."""
    chance = random.Random(7)
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    places = [(node.body[-1].end_lineno or 0, node.body[0].col_offset) for node in functions if node.body[0].lineno > node.lineno]
    done: list[tuple[int, int, str]] = []
    typed_at: list[int] = []
    while len(done) < count:
        at, indent = chance.choice(places)
        line = at + sum(one <= at for one in typed_at)
        typed_at.append(at)
        done.append((line, 0, " " * indent + "\n"))
        done += [(line, indent + n, character) for n, character in enumerate(chance.choice(WORDS))]
    return done[:count]


def change(line: int, column: int, new: str) -> types.TextDocumentContentChangePartial:
    place = types.Position(line, column)
    return types.TextDocumentContentChangePartial(types.Range(place, place), new)


def over_the_wire(command: list[str], file: Path, edits: list[tuple[int, int, str]], every: float) -> list[float]:
    """Milliseconds from each edit to its findings."""
    client = Client(command, file.parent)
    uri = file.as_uri()
    text = file.read_text("utf-8")
    client.notify("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "python", "version": 0, "text": text}})
    client.findings(0, 20)
    time.sleep(1)
    took = []
    for version, (line, column, new) in enumerate(edits, 1):
        begun = time.perf_counter()
        at = {"line": line, "character": column}
        params = {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"range": {"start": at, "end": at}, "text": new}]}
        client.notify("textDocument/didChange", params)
        came = client.findings(version, 5)
        took.append(((came or float("inf")) - begun) * 1000)
        time.sleep(max(0.0, every - (time.perf_counter() - begun)))
    client.close()
    return took


def in_process(file: Path, edits: list[tuple[int, int, str]]) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds of our own work for each edit, of `ast.parse` of the buffer after it, and of judging the whole now and then."""
    files = Buffers()
    document = Document(file.as_uri(), str(file), file.read_text("utf-8"), 0, types.PositionEncodingKind.Utf16)
    files.put(document.path, document.text)
    loaded = rules.load()
    plan = Plan(tuple(rule for rule in loaded.values() if rule.default))
    convert = Converter(types.ClientCapabilities(), document.places.encoding, loaded, files)
    pace = Pace()
    work, parse, whole = [], [], []
    judging.in_full(document.text, document.path, plan, files, lambda: False)
    for version, (line, column, new) in enumerate(edits, 1):
        if version % 10 == 0:
            gc.collect()
            begun = time.perf_counter()
            judging.in_full(document.text, document.path, plan, files, lambda: False)
            whole.append((time.perf_counter() - begun) * 1000)
            gc.collect()
        begun = time.perf_counter()
        document.change([change(line, column, new)], version)
        files.put(document.path, document.text)
        assert document.dirty is not None
        found = judging.at_once(document.places.source, document.path, plan, files, list(document.shown), document.dirty, pace)
        if found is not None:
            document.shown, document.dirty = found, None
        for one in document.shown:
            convert.diagnostic(one, document)
        work.append((time.perf_counter() - begun) * 1000)
        begun = time.perf_counter()
        try:
            ast.parse(document.text)
        except SyntaxError:
            continue
        parse.append((time.perf_counter() - begun) * 1000)
    return work, parse, whole


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def cut(text: str) -> str:
    """A text's beginning, about a thousand lines of it, up to the end of a statement at its top."""
    tree = ast.parse(text)
    ends = [one.end_lineno or 0 for one in tree.body if (one.end_lineno or 0) <= LINES * 1.1]
    return "".join(text.splitlines(keepends=True)[: ends[-1] if ends and ends[-1] >= LINES * 0.6 else None])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--strokes", type=int, default=150)
    parser.add_argument("--every", type=float, default=100.0, help="milliseconds between two strokes")
    options = parser.parse_args()
    standard = Path(os.path.dirname(os.__file__))
    files = options.files or [standard / name for name in MODULES]
    print(
        f"Python {sys.version.split()[0]}, {options.strokes} strokes a file, one every {options.every:g} ms; ms, median / 95th percentile\n"
    )
    print("| file | lines | parse | work | work p95 / parse | whole | wire | ruff server, wire |")
    print("|---|---|---|---|---|---|---|---|")
    ruff = shutil.which("ruff") or os.path.join(os.path.dirname(sys.executable), "ruff")
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            text = cut(file.read_text("utf-8"))
            copy = Path(folder).resolve() / file.stem / f"a_{file.name}"  # its own name would hide the module from the server
            copy.parent.mkdir(exist_ok=True)
            copy.write_text(text, "utf-8")
            edits = strokes(text, options.strokes)
            work, parse, whole = in_process(copy, edits)
            wire = over_the_wire([sys.executable, "-m", "flake8_pitfalls.doors.lsp.start"], copy, edits, options.every / 1000)
            theirs = over_the_wire([ruff, "server"], copy, edits, options.every / 1000) if os.path.exists(ruff) else [float("nan")] * 2
            ratio = p95(work) / statistics.median(parse)
            cells = [f"{statistics.median(one):.1f} / {p95(one):.1f}" for one in (parse, work, whole, wire, theirs)]
            lines = text.count(chr(10))
            print(f"| {file.name} | {lines} | {cells[0]} | {cells[1]} | {ratio:.1f} | {' | '.join(cells[2:])} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
