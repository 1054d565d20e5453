"""The server: open documents, who judges them when, and what the client is told."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Iterable
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcMethodNotFound
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from flake8_pitfalls import __version__, fixer, rules
from flake8_pitfalls.doors.lsp import judging, notebooks
from flake8_pitfalls.doors.lsp.buffers import Buffers, norm
from flake8_pitfalls.doors.lsp.convert import Converter
from flake8_pitfalls.doors.lsp.documents import Document
from flake8_pitfalls.doors.lsp.judging import Outdated, Plan
from flake8_pitfalls.doors.lsp.protocol import Protocol
from flake8_pitfalls.doors.lsp.settings import Plans
from flake8_pitfalls.doors.lsp.worker import Worker
from flake8_pitfalls.facts import linked
from flake8_pitfalls.fixer import Judgement
from flake8_pitfalls.model import Finding
from flake8_pitfalls.text.source import Source, Span

log = logging.getLogger(__name__)
NAME = "pitfalls-lsp"
PAUSE = 0.3  # seconds without a key stroke until a text is judged in full; longer where that takes long
PATIENCE = 0.01  # seconds until a judgement that gave way is tried again
LATER = 0.6  # seconds until the other open texts are judged again


class Dropped(JsonRpcException):
    """The text has changed since it was asked about; the client need not ask again, since it will after the change."""

    CODE = types.LSPErrorCodes.ServerCancelled.value
    MESSAGE = "the text has changed since"

    def __init__(self) -> None:
        super().__init__(data={"retriggerRequest": False})


class Server(LanguageServer):
    """One client's server. Everything but judging happens in the event loop's thread."""

    def __init__(self) -> None:
        super().__init__(NAME, __version__, types.TextDocumentSyncKind.Incremental, notebooks.SYNC, protocol_cls=Protocol)
        self.rules = rules.load()
        self.buffers = Buffers()
        self.plans = Plans()
        self.documents: dict[str, Document] = {}
        self.books: dict[str, notebooks.Book] = {}
        self.judged: dict[str, tuple[int, Judgement]] = {}  # uri -> generation, and what its full judgement gave
        self.paces: dict[str, judging.Pace] = {}
        self.timers: dict[str, asyncio.TimerHandle] = {}
        self.running: dict[str, asyncio.Task[Any]] = {}
        self.waiting: set[str] = set()
        self.took = 0.0  # seconds, of the last full judgement
        self.worker = Worker()
        self.encoding: str = types.PositionEncodingKind.Utf16
        self.convert = Converter(types.ClientCapabilities(), self.encoding, self.rules, self.buffers)
        self.pulls = self.refreshes = self.resolves = False

    # What is open

    def open(self, uri: str, text: str, version: int) -> None:
        """A document that the client has opened; opened again, it is the new text that counts."""
        path = to_fs_path(uri) if uri.startswith("file:") else None
        document = Document(uri, path or "", text, version, self.encoding)
        if uri in self.documents:
            document.generation = self.documents[uri].generation + 1
        self.documents[uri] = document
        document.is_news = bool(path) and self.buffers.text(document.path) != text
        self.buffers.put(document.path, text)
        if document.path:
            self.convert.uris[norm(document.path)] = uri
        self.judge(document)

    def change(self, uri: str, version: int, changes: list[Any]) -> None:
        """Edits of an open document; those of one that is not open are of no use."""
        document = self.documents.get(uri)
        if document is None:
            log.warning("edits of a document that is not open: %s", uri)
            return
        document.change(changes, version)
        self.buffers.put(document.path, document.text)
        self.hurry(document)

    def close(self, uri: str) -> None:
        """A document that the client has closed: its findings go, unless they are of a file that is on the disk in a pulling client."""
        document = self.documents.pop(uri, None)
        if document is None:
            return
        document.generation += 1
        self.buffers.drop(document.path)
        self.convert.uris.pop(norm(document.path), None)
        self.judged.pop(uri, None)
        self.paces.pop(uri, None)
        timer = self.timers.pop(uri, None)
        if timer is not None:
            timer.cancel()
        self.forget([uri])
        self.look_again(uri)

    # Judging

    def hurry(self, document: Document) -> None:
        """Judges what was edited as soon as all messages that have come are read, and the whole when the typing stops."""
        if document.uri not in self.waiting:
            self.waiting.add(document.uri)
            self.spawn(f"quick {document.uri}", self.quick(document.uri))
        self.judge(document, max(PAUSE, min(2.0, 2 * self.took)))

    def judge(self, document: Document, pause: float = 0.0) -> None:
        """Judges a whole document after so many seconds; a later call puts an earlier one off."""
        if self.documents.get(document.uri) is not document:  # opened again meanwhile: the new one is judged by itself
            return
        timer = self.timers.pop(document.uri, None)
        if timer is not None:
            timer.cancel()
        loop = asyncio.get_running_loop()
        self.timers[document.uri] = loop.call_later(pause, lambda: self.spawn(f"full {document.uri}", self.full(document)))

    async def quick(self, uri: str) -> None:
        """The answer to a key stroke: what was said before, with the edited statement judged anew."""
        await asyncio.sleep(0)
        self.waiting.discard(uri)
        document = self.documents.get(uri)
        if document is None:
            return
        places, dirty = document.places, document.dirty
        plan = self.plan(document)
        found: list[Finding] | None = None
        if plan is not None and dirty is not None and document.final >= 0:
            pace = self.paces.setdefault(document.uri, judging.Pace())
            found = await self.worker.do_soon(self.at_once(document, plan, list(document.shown), dirty, pace, places.source))
        if document.places is not places or document.final == document.generation:  # the whole has been judged meanwhile
            return
        if found is not None:
            document.shown, document.dirty = found, None
        if not self.pulls:
            self.publish(document)

    def at_once(
        self, document: Document, plan: Plan, known: list[Finding], dirty: Span, pace: judging.Pace, source: Source
    ) -> Callable[[], list[Finding] | None]:
        return lambda: judging.at_once(source, document.path, plan, self.buffers, known, dirty, pace)

    async def full(self, document: Document) -> bool:
        """Judges a document as every other door would; whether the judgement of the text as it is now is there afterwards."""
        if self.documents.get(document.uri) is not document:
            return False
        timer = self.timers.pop(document.uri, None)
        if timer is not None:
            timer.cancel()
        if document.final == document.generation:
            return True
        generation, text, path = document.generation, document.text, document.path
        plan = self.plan(document)
        if plan is None:
            self.settle(document, generation, None, [])
            return True

        def is_stale() -> bool:
            return is_other() or self.worker.urgent > 0

        def is_other() -> bool:
            return document.generation != generation or self.documents.get(document.uri) is not document

        loop = asyncio.get_running_loop()
        try:
            started = loop.time()
            judged, shown = await self.worker.do(lambda: visible(judging.in_full(text, path, plan, self.buffers, is_stale), path, plan))
            self.took = loop.time() - started
        except Outdated:
            if document.generation == generation:  # another document's key stroke came between
                self.judge(document, PAUSE)
            return False
        if is_other():
            return False
        if judged.error:  # the last good findings stay, and what explains the error joins them
            codes = {one.code for one, _ in judged.found}
            kept = [one for one in document.shown if one.code not in codes]
            shown = sorted([*kept, *shown], key=lambda one: (one.span, one.code, one.message))
        self.settle(document, generation, judged, shown)
        await self.worker.tidy()
        return True

    def settle(self, document: Document, generation: int, judged: Judgement | None, shown: list[Finding]) -> None:
        """Keeps what a full judgement gave, and tells the client where it was not told so already."""
        changed = shown != document.shown
        document.shown, document.final = shown, generation
        if judged is None or not judged.error:
            document.dirty = None
        if judged is not None:
            self.judged[document.uri] = (generation, judged)
        if not self.pulls:
            if changed or document.told != document.version:
                self.publish(document)
        elif changed and self.refreshes:
            self.refresh()
        if document.is_news:
            document.is_news = False
            self.look_again(document.uri)

    async def judgement(self, document: Document) -> Judgement | None:
        """The full judgement of a document as it is now, made if need be; None where it was edited meanwhile, or is left out."""
        places = document.places
        while self.documents.get(document.uri) is document and document.places is places:
            if document.final == document.generation:
                known = self.judged.get(document.uri)
                return known[1] if known is not None and known[0] == document.generation else None
            if not await self.full(document):
                await asyncio.sleep(PATIENCE)  # a key stroke in another text goes first
        return None

    def look_again(self, uri: str = "") -> None:
        """A text has changed: what other open texts say of theirs may rest on it."""
        linked.look_again()
        for other in self.documents.values():
            if other.uri != uri and self.rests(other) and other.uri not in self.timers:
                other.generation += 1
                self.judge(other, LATER)

    def rests(self, document: Document) -> bool:
        """Whether a document has asked for other modules, or said what a changed one may make false."""
        known = self.judged.get(document.uri)
        return known is not None and known[1].module is not None and "project" in known[1].module.__dict__

    def everything_changed(self) -> None:
        """Settings or files have changed: all open documents are judged again."""
        self.plans.forget()
        for document in self.documents.values():
            document.generation += 1
            self.judge(document)
        for book in self.books.values():
            book.generation += 1
            self.read(book)

    def plan(self, document: Document) -> Plan | None:
        """How a document is judged; None where the settings leave it out."""
        self.stand_somewhere()
        plan = self.plans.of(document.path)
        for complaint in self.plans.complaints:
            log.warning("%s", complaint)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"{NAME}: {complaint}"))
        self.plans.complaints.clear()
        return plan

    def stand_somewhere(self) -> None:
        """Without a current folder no path can be made whole: where it was deleted, the nearest one above the workspace takes its place."""
        try:
            os.getcwd()
        except OSError:
            folder = next(iter(self.plans.folders), os.sep)
            while not os.path.isdir(folder) and os.path.dirname(folder) != folder:
                folder = os.path.dirname(folder)
            stand_in(folder)

    # Notebooks

    def read(self, book: notebooks.Book) -> None:
        """Judges a notebook when the typing stops."""
        timer = self.timers.pop(book.uri, None)
        if timer is not None:
            timer.cancel()
        self.books[book.uri] = book
        work = lambda: self.spawn(f"notebook {book.uri}", self.book(book))  # noqa: E731
        self.timers[book.uri] = asyncio.get_running_loop().call_later(PAUSE if book.judged else 0, work)

    async def book(self, book: notebooks.Book) -> bool:
        """Judges a notebook; whether the judgement of its cells as they are now is there afterwards."""
        generation = book.generation
        if book.judged is not None and book.judged[0] == generation:
            return True
        self.stand_somewhere()
        plan = self.plans.of(book.path)
        if plan is None or self.books.get(book.uri) is not book:
            return False
        notebook, path = book.notebook(), book.path
        try:
            judged = await self.worker.do(
                lambda: judging.in_full(notebook.text, path, plan, self.buffers, lambda: book.generation != generation)
            )
        except Outdated:
            return False
        if book.generation != generation:
            return False
        book.settle(notebook, judged, plan)
        if not self.pulls:
            for _, document in book.cells:
                self.publish(document)
        elif self.refreshes:
            self.refresh()
        await self.worker.tidy()
        return True

    def cell(self, uri: str) -> tuple[notebooks.Book, Document] | None:
        """The notebook of a cell, and the cell."""
        for book in self.books.values():
            document = book.cell(uri)
            if document is not None:
                return book, document
        return None

    # Telling

    def publish(self, document: Document) -> None:
        items = self.items(document)
        document.told = document.version
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(document.uri, items, document.version))

    def items(self, document: Document) -> list[types.Diagnostic]:
        return [self.convert.diagnostic(one, document) for one in document.shown]

    def forget(self, uris: Iterable[str]) -> None:
        """Takes away what the client was sent of documents that are closed."""
        for uri in uris if not self.pulls else ():
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def refresh(self) -> None:
        """Asks a pulling client to pull again."""
        self.protocol.send_request(types.WORKSPACE_DIAGNOSTIC_REFRESH)

    def spawn(self, name: str, work: Any) -> None:
        """Runs something beside the messages; what goes wrong in it becomes a line in the log."""
        task = asyncio.get_running_loop().create_task(work)
        key = f"{name} {id(task)}"
        self.running[key] = task

        def done(ended: asyncio.Task[Any]) -> None:
            self.running.pop(key, None)
            if not ended.cancelled() and (error := ended.exception()) is not None:
                log.error("%s: %s", name, error, exc_info=error)

        task.add_done_callback(done)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """A defect of ours is a line in the log; nobody is interrupted by a window."""
        if isinstance(error, (Dropped, JsonRpcMethodNotFound)):
            log.info("%s", error)
            return
        log.error("%s: %s", getattr(source, "__name__", source), error, exc_info=error)

    def shutdown(self) -> None:
        self.worker.close()
        super().shutdown()  # type: ignore[no-untyped-call]


def visible(judged: Judgement, path: str, plan: Plan) -> tuple[Judgement, list[Finding]]:
    """A judgement with the findings that no comment hides and no baseline knows."""
    job = fixer.Job(path, plan.rules, plan.settings, plan.policy)
    return judged, [one for one, _ in job.visible(judged)]


def stand_in(folder: str) -> None:
    """Makes the workspace folder the current one, as it is where people run the command: modules are looked for there too."""
    try:
        os.chdir(folder)
    except OSError as error:
        log.warning("%s: %s", folder, error)
