"""The protocol below the server: documents are ours, since pygls ends lines at form feeds too; what cannot be read is a log line."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

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

    def handle_message(self, message: Any) -> None:
        """A message that makes something of ours fail is no reason to end."""
        try:
            self._server.stand_somewhere()
            super().handle_message(message)
        except Exception:
            log.exception("a message could not be dealt with")
