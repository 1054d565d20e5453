"""What the server answers. A request that meets a defect of ours gets an empty answer, and the log a line."""

from __future__ import annotations

import functools
import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.uris import to_fs_path

from flake8_pitfalls.doors.lsp import actions, hover, settings
from flake8_pitfalls.doors.lsp.actions import Asked, Offer
from flake8_pitfalls.doors.lsp.convert import Converter
from flake8_pitfalls.doors.lsp.documents import UTF16, Document
from flake8_pitfalls.doors.lsp.notebooks import Book
from flake8_pitfalls.doors.lsp.server import Dropped, Server, stand_in

log = logging.getLogger(__name__)
T = TypeVar("T")
WATCHED = ("**/pyproject.toml", "**/*.py")
DIAGNOSTICS = types.DiagnosticOptions(identifier="pitfalls", inter_file_dependencies=True, workspace_diagnostics=False)
ACTIONS = types.CodeActionOptions(code_action_kinds=actions.KINDS, resolve_provider=True)


def guarded(handler: Callable[..., Awaitable[T]]) -> Callable[..., Awaitable[T | None]]:
    """Makes a defect a log line and an empty answer."""

    @functools.wraps(handler)
    async def answer(*args: Any) -> T | None:
        try:
            return await handler(*args)
        except JsonRpcException:
            raise
        except Exception:
            log.exception("%s failed", getattr(handler, "__name__", "a request"))
            return None

    return answer


def serve() -> Server:
    """A server that knows what to answer."""
    server = Server()
    feature = server.feature
    feature(types.INITIALIZE)(initialize)
    feature(types.INITIALIZED)(initialized)
    feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(configured)
    feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(watched)
    feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(folders_changed)
    feature(types.TEXT_DOCUMENT_DID_SAVE)(saved)
    feature(types.TEXT_DOCUMENT_HOVER)(hovered)
    feature(types.TEXT_DOCUMENT_CODE_ACTION, ACTIONS)(offered)
    feature(types.CODE_ACTION_RESOLVE)(resolved)
    return server


def initialize(server: Server, params: types.InitializeParams) -> None:
    """What the client can do, what it wants, and where its folders are."""
    wanted = params.capabilities
    text, workspace = wanted.text_document, wanted.workspace
    server.pulls = text is not None and text.diagnostic is not None
    server.refreshes = workspace is not None and workspace.diagnostics is not None and bool(workspace.diagnostics.refresh_support)
    action = text.code_action if text is not None else None
    support = action.resolve_support if action is not None else None
    server.resolves = support is not None and "edit" in support.properties
    server.encoding = server.workspace.position_encoding or UTF16
    server.convert = Converter(wanted, server.encoding, server.rules, server.buffers)
    if server.pulls:
        server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, DIAGNOSTICS)(pulled)
    take(server, params.initialization_options)
    roots = [folder.uri for folder in params.workspace_folders or []] or [params.root_uri or ""]
    for uri in roots:
        path = to_fs_path(uri) if uri else params.root_path
        if path:
            server.plans.folders.setdefault(path, {})
    first = next(iter(server.plans.folders), None)
    if first is not None:
        stand_in(first)


async def initialized(server: Server, params: types.InitializedParams) -> None:
    """Asks for the settings, and to be told of files that change, where the client can."""
    workspace = server.client_capabilities.workspace
    watches = workspace.did_change_watched_files if workspace is not None else None
    if watches is not None and watches.dynamic_registration:
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(pattern) for pattern in WATCHED])
        registration = types.Registration("pitfalls-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        server.protocol.send_request(types.CLIENT_REGISTER_CAPABILITY, types.RegistrationParams([registration]))
    await ask_settings(server)


async def ask_settings(server: Server) -> None:
    """The settings of each folder, from a client that answers that."""
    workspace = server.client_capabilities.workspace
    if workspace is None or not workspace.configuration:
        return
    folders = list(server.plans.folders)
    items = [types.ConfigurationItem(scope_uri=server.convert.uri(folder), section=settings.SECTION) for folder in folders]
    try:
        answers = await server.workspace_configuration_async(
            types.ConfigurationParams(items or [types.ConfigurationItem(section=settings.SECTION)])
        )
    except Exception as error:  # a client that says it can, and cannot
        log.warning("the client gave no settings: %s", error)
        return
    changed = False
    for folder, said in zip(folders or [""], answers or [], strict=False):
        if said:
            values, wrong = settings.from_client(said)
            for line in wrong:
                server.plans.complain(line)
            changed |= values != server.plans.folders.get(folder)
            server.plans.folders[folder] = values
    if changed:
        server.everything_changed()


def take(server: Server, said: Any) -> None:
    """Settings that hold everywhere, from the start or from a change."""
    values, wrong = settings.from_client(said)
    server.plans.everywhere = values
    for line in wrong:
        server.plans.complain(line)


async def configured(server: Server, params: types.DidChangeConfigurationParams) -> None:
    if params.settings:
        take(server, params.settings)
    server.everything_changed()
    await ask_settings(server)


def watched(server: Server, params: types.DidChangeWatchedFilesParams) -> None:
    """Files have changed on the disk: a settings file, or a module that an open text may rest on."""
    paths = [to_fs_path(change.uri) or "" for change in params.changes]
    if any(server.plans.rest_on(path) for path in paths):
        server.everything_changed()
    else:
        server.look_again()


def folders_changed(server: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    for gone in params.event.removed:
        server.plans.folders.pop(to_fs_path(gone.uri) or "", None)
    for new in params.event.added:
        path = to_fs_path(new.uri)
        if path:
            server.plans.folders.setdefault(path, {})
    server.everything_changed()


def saved(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Nothing is judged on saving that was not while typing; but a client that watches no files may have saved a settings file."""
    if server.plans.rest_on(to_fs_path(params.text_document.uri) or ""):
        server.everything_changed()


async def pulled(server: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """The findings of a document; none where something of ours failed."""
    return await report(server, params) or types.RelatedFullDocumentDiagnosticReport(items=[])


@guarded
async def report(server: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """The findings of a document. A client that can be asked to pull again gets at once what is known at once."""
    document = server.documents.get(params.text_document.uri)
    cell = server.cell(params.text_document.uri)
    if cell is not None:
        await server.book(cell[0])
        return types.RelatedFullDocumentDiagnosticReport(items=server.items(cell[1]))
    if document is None:
        return types.RelatedFullDocumentDiagnosticReport(items=[])
    places = document.places
    if not server.refreshes or document.final < 0:
        await server.judgement(document)
    elif document.dirty is not None:
        await server.quick(document.uri)
    if document.places is not places:
        raise Dropped
    name = f"{document.generation}:{document.final}"
    if name == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=name)
    return types.RelatedFullDocumentDiagnosticReport(items=server.items(document), result_id=name)


@guarded
async def hovered(server: Server, params: types.HoverParams) -> types.Hover | None:
    cell = server.cell(params.text_document.uri)
    document = server.documents.get(params.text_document.uri) if cell is None else cell[1]
    return hover.at(document, params.position, server.rules) if document is not None else None


@guarded
async def offered(server: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    """What can be done about the findings in a range."""
    if (cell := server.cell(params.text_document.uri)) is not None:
        return await in_cell(server, *cell, params)
    document = server.documents.get(params.text_document.uri)
    if document is None:
        return None
    judged, plan = await server.judgement(document), server.plan(document)
    if judged is None or plan is None:
        return None
    places, span, context = document.places, document.places.span(params.range), params.context
    found = await server.worker.do_soon(lambda: actions.offers(document, judged, plan, server.buffers, span, context))
    if document.places is not places:
        return None
    made = [action(server, document, one, params.context.diagnostics) for one in found]
    if server.resolves:
        return made
    with_edits = [await with_edit(server, one) for one in made]
    return [one for one in with_edits if one is not None and one.edit is not None]


async def in_cell(server: Server, book: Book, document: Document, params: types.CodeActionParams) -> list[types.CodeAction]:
    """The fixes in a cell, whole: they may edit others too, such as the first, for an import."""
    plan = server.plans.of(book.path)
    if plan is None or not await server.book(book) or not actions.wants(params.context.only, types.CodeActionKind.QuickFix):
        return []
    generation, span = book.generation, document.places.span(params.range)
    offers = await server.worker.do_soon(lambda: book.offers(document, span, plan, server.buffers))
    if book.generation != generation:
        return []
    made = []
    for offer in offers:
        whole = types.WorkspaceEdit(document_changes=[]) if server.convert.has_versions else types.WorkspaceEdit(changes={})
        for cell, edit in offer.edits:
            part = server.convert.workspace_edit(cell, [edit])
            whole.document_changes = [*(whole.document_changes or []), *part.document_changes] if part.document_changes else None
            whole.changes = {**(whole.changes or {}), **part.changes} if part.changes else None
        about = actions.matching(offer.finding, document, params.context.diagnostics)
        kind = types.CodeActionKind.QuickFix
        made.append(types.CodeAction(offer.title, kind=kind, diagnostics=about or None, is_preferred=offer.is_safe or None, edit=whole))
    return made


def action(server: Server, document: Document, offer: Offer, shown: Iterable[types.Diagnostic]) -> types.CodeAction:
    """An offer as the protocol's action, without its edit."""
    about = actions.matching(offer.finding, document, shown) if offer.finding is not None else []
    return types.CodeAction(
        offer.title, kind=offer.kind, diagnostics=about or None, is_preferred=offer.is_preferred or None, data=offer.asked._asdict()
    )


@guarded
async def with_edit(server: Server, chosen: types.CodeAction) -> types.CodeAction:
    """An action with its edit; without one where it cannot be made any more, and the client is told why."""
    asked = Asked.of(chosen.data)
    document = server.documents.get(asked.uri) if asked is not None else None
    if asked is None or document is None or document.version != asked.version:
        return chosen
    judged, plan = await server.judgement(document), server.plan(document)
    if judged is None or plan is None:
        return chosen
    path = document.path
    edits, why = await server.worker.do_soon(lambda: actions.edits(asked, judged, path, plan, server.buffers))
    if document.version != asked.version:
        return chosen
    if edits:
        chosen.edit = server.convert.workspace_edit(document, edits)
    if why:
        log.info("%s: %s", document.uri, why)
        if not edits and server.resolves:
            server.window_show_message(types.ShowMessageParams(types.MessageType.Info, f"pitfalls: {why}"))
    return chosen


async def resolved(server: Server, chosen: types.CodeAction) -> types.CodeAction:
    """The action that was chosen, with its edit."""
    made = await with_edit(server, chosen)
    return made if made is not None else chosen
