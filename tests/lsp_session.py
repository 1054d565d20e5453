"""A client of `pitfalls-lsp` in this process: messages go to the protocol as JSON and come back as JSON, with no pipe in between."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from flake8_pitfalls.doors.lsp import features

SHOWS = {"relatedInformation": True, "codeDescriptionSupport": True, "tagSupport": {"valueSet": [1, 2]}}
RESOLVES = {"codeAction": {"resolveSupport": {"properties": ["edit"]}}}
PUSHED: dict[str, Any] = {
    "textDocument": {"publishDiagnostics": SHOWS, **RESOLVES},
    "workspace": {"workspaceEdit": {"documentChanges": True}},
}
PULLED: dict[str, Any] = {
    "textDocument": {"diagnostic": SHOWS, **RESOLVES},
    "workspace": {"workspaceEdit": {"documentChanges": True}, "diagnostics": {"refreshSupport": True}},
}
PATIENCE = 20.0  # seconds


class Session:
    """One client and its server. `config` is what it answers to a question for settings; `told` all that came without being asked."""

    def __init__(self, folder: Path, capabilities: dict[str, Any] | None = None, **initialize: Any) -> None:
        self.folder = folder
        self.capabilities = PUSHED if capabilities is None else capabilities
        self.initialize = initialize
        self.config: Any = None
        self.told: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.answers: dict[Any, asyncio.Future[Any]] = {}
        self.news = asyncio.Event()
        self.number = 0
        self.result: dict[str, Any] = {}

    async def __aenter__(self) -> Session:
        self.before = os.getcwd()
        self.server = features.serve()
        self.server.protocol.set_writer(self, include_headers=False)  # type: ignore[arg-type]
        params = {"processId": None, "rootUri": self.folder.as_uri(), "capabilities": self.capabilities, **self.initialize}
        self.result = await self.request("initialize", params)
        self.notify("initialized", {})
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *error: object) -> None:
        os.chdir(self.before)
        self.server.shutdown()

    def close(self) -> None:
        """What a writer has to have."""

    def write(self, data: bytes) -> None:
        """A message from the server."""
        message = json.loads(data)
        if "method" not in message:
            future = self.answers.pop(message["id"], None)
            if future is not None and not future.done():
                future.set_result(message)
        elif "id" in message:
            self.asked.append(message["method"])
            answer = [self.config] * len(message["params"]["items"]) if message["method"] == "workspace/configuration" else None
            self.send({"id": message["id"], "result": answer})
        else:
            self.told.append(message)
        self.news.set()

    def send(self, message: dict[str, Any]) -> None:
        protocol = self.server.protocol
        structured = json.loads(json.dumps({"jsonrpc": "2.0", **message}), object_hook=protocol.structure_message)
        asyncio.get_running_loop().call_soon(protocol.handle_message, structured)

    def notify(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    async def ask(self, method: str, params: Any) -> dict[str, Any]:
        """The whole answer to a request, errors too."""
        self.number += 1
        future = self.answers[self.number] = asyncio.get_running_loop().create_future()
        self.send({"id": self.number, "method": method, "params": params})
        answer: dict[str, Any] = await asyncio.wait_for(future, PATIENCE)
        return answer

    async def request(self, method: str, params: Any) -> Any:
        answer = await self.ask(method, params)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    async def until(self, holds: Callable[[], bool]) -> None:
        """Waits for messages until something holds."""

        async def wait() -> None:
            while not holds():
                self.news.clear()
                await self.news.wait()

        await asyncio.wait_for(wait(), PATIENCE)

    # Documents

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, version: int = 1) -> str:
        item = {"uri": self.uri(name), "languageId": "python", "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return self.uri(name)

    def change(self, uri: str, version: int, *edits: tuple[tuple[int, int], tuple[int, int], str] | str) -> None:
        changes: list[dict[str, Any]] = []
        for edit in edits:
            if isinstance(edit, str):
                changes.append({"text": edit})
            else:
                (line, column), (end_line, end_column), text = edit
                place = {"start": {"line": line, "character": column}, "end": {"line": end_line, "character": end_column}}
                changes.append({"range": place, "text": text})
        self.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": changes})

    def published(self, uri: str) -> list[dict[str, Any]]:
        """What was published of a document, the last first."""
        sent = [one["params"] for one in self.told if one["method"] == "textDocument/publishDiagnostics"]
        return [one for one in reversed(sent) if one["uri"] == uri]

    async def findings(self, uri: str, version: int = 1) -> list[dict[str, Any]]:
        """The findings of a version as they were first sent."""
        await self.until(lambda: any(one.get("version") == version for one in self.published(uri)))
        found: list[dict[str, Any]] = [one for one in self.published(uri) if one.get("version") == version][-1]["diagnostics"]
        return found

    async def codes(self, uri: str, *wanted: str) -> None:
        """Waits until the findings of a document are of these codes."""

        def now() -> list[str]:
            sent = self.published(uri)
            return [one["code"] for one in sent[0]["diagnostics"]] if sent else ["nothing"]

        try:
            await self.until(lambda: now() == list(wanted))
        except asyncio.TimeoutError:
            raise AssertionError(f"{now()} is not {list(wanted)}") from None

    async def settled(self, uri: str) -> None:
        """Waits until a document is judged in full, which the client is told only where it changes something."""

        async def wait() -> None:
            while (document := self.server.documents[uri]).final != document.generation:
                await asyncio.sleep(0.02)

        await asyncio.sleep(0.02)  # until what was sent has been read
        await asyncio.wait_for(wait(), PATIENCE)

    async def actions(self, uri: str, line: int, column: int = 0, only: list[str] | None = None) -> list[dict[str, Any]]:
        place = {"line": line, "character": column}
        shown = self.published(uri)[0]["diagnostics"] if self.published(uri) else []
        context: dict[str, Any] = {"diagnostics": [one for one in shown if one["range"]["start"]["line"] == line]}
        if only is not None:
            context["only"] = only
        params = {"textDocument": {"uri": uri}, "range": {"start": place, "end": place}, "context": context}
        found: list[dict[str, Any]] = await self.request("textDocument/codeAction", params) or []
        return found

    async def chosen(self, uri: str, title: str, line: int, column: int = 0, only: list[str] | None = None) -> dict[str, Any]:
        """The edit of the action whose title begins so."""
        found = [one for one in await self.actions(uri, line, column, only) if one["title"].startswith(title)]
        assert len(found) == 1, [one["title"] for one in await self.actions(uri, line, column, only)]
        resolved: dict[str, Any] = await self.request("codeAction/resolve", found[0])
        return resolved


def applied(text: str, action: dict[str, Any]) -> str:
    """An ASCII text with an action's edits."""
    edits = action["edit"]["documentChanges"][0]["edits"]
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for edit in sorted(edits, key=lambda one: (one["range"]["start"]["line"], one["range"]["start"]["character"]), reverse=True):
        start, end = (starts[edit["range"][side]["line"]] + edit["range"][side]["character"] for side in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    return text


def play(scene: Awaitable[None]) -> None:
    """Runs a scene."""

    async def run() -> None:
        await scene

    asyncio.run(run())
