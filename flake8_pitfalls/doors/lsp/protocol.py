"""The protocol below the server: documents are ours, since pygls ends lines at form feeds too; what cannot be read is a log line."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method
from pygls.uris import to_fs_path

from flake8_pitfalls.doors.lsp.notebooks import Book

if TYPE_CHECKING:
    from flake8_pitfalls.doors.lsp.server import Server

log = logging.getLogger(__name__)
CELL = "vscode-notebook-cell:"  # a cell alone is no module: what it uses stands in others


class Protocol(LanguageServerProtocol):
    """As pygls has it, but for the texts of documents."""

    _server: Server

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        if document.uri.startswith(CELL) or not (document.language_id.startswith("python") or document.uri.endswith((".py", ".pyi"))):
            log.info("%s is no Python module", document.uri)
            return
        self._server.open(document.uri, document.text, document.version)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self._server.change(params.text_document.uri, params.text_document.version, list(params.content_changes))

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        self._server.close(params.text_document.uri)

    @lsp_method(types.NOTEBOOK_DOCUMENT_DID_OPEN)
    def lsp_notebook_document__did_open(self, params: types.DidOpenNotebookDocumentParams) -> None:
        uri = params.notebook_document.uri
        book = Book(uri, to_fs_path(uri) or "" if uri.startswith("file:") else "", self._server.encoding)
        book.open(params.notebook_document.cells, params.cell_text_documents)
        self._server.read(book)

    @lsp_method(types.NOTEBOOK_DOCUMENT_DID_CHANGE)
    def lsp_notebook_document__did_change(self, params: types.DidChangeNotebookDocumentParams) -> None:
        book = self._server.books.get(params.notebook_document.uri)
        cells = params.change.cells
        if book is None or cells is None:
            return
        if cells.structure is not None:
            new = cells.structure.array
            book.open(new.cells or [], cells.structure.did_open or [], new.start, new.delete_count)
            self._server.forget([one.uri for one in cells.structure.did_close or []])
        for content in cells.text_content or []:
            book.change(content.document.uri, content.document.version, list(content.changes))
        self._server.read(book)

    @lsp_method(types.NOTEBOOK_DOCUMENT_DID_CLOSE)
    def lsp_notebook_document__did_close(self, params: types.DidCloseNotebookDocumentParams) -> None:
        book = self._server.books.pop(params.notebook_document.uri, None)
        self._server.timers.pop(params.notebook_document.uri, None)
        self._server.forget([document.uri for _, document in book.cells] if book is not None else [])

    def handle_message(self, message: Any) -> None:
        """A message that makes something of ours fail is no reason to end."""
        try:
            self._server.stand_somewhere()
            super().handle_message(message)
        except Exception:
            log.exception("a message could not be dealt with")
