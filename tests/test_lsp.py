"""What `pitfalls-lsp` says and does, asked in this process."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls")

from lsp_session import PULLED, PUSHED, SHOWS, Session, applied, play

SLEEPY = "import asyncio\nimport time\n\n\nasync def wait(x):\n    time.sleep(1)\n    return x is 257\n"


def test_findings_come_with_all_that_a_client_can_show(tmp_path: Path) -> None:
    async def scene() -> None:
        async with Session(tmp_path) as session:
            uri = session.open("a.py", "import time\n\n\ndef slow():\n    time.sleep(1)\n\n\nasync def wait():\n    slow()\n")
            (found,) = await session.findings(uri)
            assert (found["code"], found["severity"], found["source"]) == ("PIT302", 1, "pitfalls")
            assert found["range"] == {"start": {"line": 8, "character": 4}, "end": {"line": 8, "character": 10}}
            assert "slow() → time.sleep" in found["message"]
            (step,) = found["relatedInformation"]
            assert step["location"]["uri"] == uri
            assert step["location"]["range"]["start"] == {"line": 4, "character": 4}
            page = Path(found["codeDescription"]["href"].removeprefix("file://"))
            assert page.read_text("utf-8").startswith("# PIT302: ")

    play(scene())


def test_a_path_leads_into_other_files_and_unsaved_text_counts_there(tmp_path: Path) -> None:
    async def scene() -> None:
        (tmp_path / "tools.py").write_text("import time\n\n\ndef slow():\n    time.sleep(1)\n")
        async with Session(tmp_path) as session:
            uri = session.open("a.py", "import tools\n\n\nasync def wait():\n    tools.slow()\n")
            (found,) = await session.findings(uri)
            assert [one["location"]["uri"] for one in found["relatedInformation"]] == [session.uri("tools.py")]
            tools = session.open("tools.py", "import time\n\n\ndef slow():\n    time.sleep(1)\n")
            await session.codes(tools)
            session.change(tools, 2, ((4, 4), (4, 17), "return 1"))
            await session.codes(uri)
            session.change(tools, 3, ((4, 4), (4, 12), "time.sleep(1)"))
            await session.codes(uri, "PIT302")
            session.notify("textDocument/didClose", {"textDocument": {"uri": tools}})
            (tmp_path / "tools.py").write_text("def slow():\n    return 'something else'\n")
            changed = {"changes": [{"uri": tools, "type": 2}]}
            session.notify("workspace/didChangeWatchedFiles", changed)
            await session.codes(uri)

    play(scene())


@pytest.mark.parametrize(
    ("encodings", "column"), [(["utf-8"], 18), (["utf-16"], 12), (["utf-32"], 11), ([], 12), (["none"], 12), (["utf-32", "utf-8"], 11)]
)
def test_places_are_in_the_units_of_the_client(tmp_path: Path, encodings: list[str], column: int) -> None:
    async def scene() -> None:
        capabilities = {**PUSHED, **({"general": {"positionEncodings": encodings}} if encodings else {})}
        async with Session(tmp_path, capabilities) as session:
            text = "def f(x):\n    '한글😀'; x is 257\n"
            uri = session.open("a.py", text)
            (found,) = await session.findings(uri)
            assert found["range"]["start"] == {"line": 1, "character": column}
            assert found["range"]["end"] == {"line": 1, "character": column + 8}
            action = await session.chosen(uri, "PIT201", 1, column)
            (edit,) = action["edit"]["documentChanges"][0]["edits"]
            assert edit == {
                "range": {"start": {"line": 1, "character": column + 2}, "end": {"line": 1, "character": column + 4}},
                "newText": "==",
            }
            session.change(uri, 2, ((1, column + 5), (1, column + 8), "1"))
            assert session.server.documents[uri].text == text
            await session.findings(uri, 2)
            assert session.server.documents[uri].text == text.replace("257", "1")

    play(scene())


def test_a_text_that_does_not_parse_keeps_its_findings_where_they_stand_now(tmp_path: Path) -> None:
    async def scene() -> None:
        async with Session(tmp_path) as session:
            uri = session.open("a.py", SLEEPY)
            await session.codes(uri, "PIT301", "PIT201")
            session.change(uri, 2, ((0, 0), (0, 0), "import re\nP = rf'\\d{,3}'\n"))
            await session.codes(uri, "PIT104", "PIT301", "PIT201")
            assert [one["range"]["start"]["line"] for one in session.published(uri)[0]["diagnostics"]] == [1, 7, 8]
            action = await session.chosen(uri, "PIT104", 1, 9)
            text = session.server.documents[uri].text
            assert applied(text, action) == text.replace("{,3}", "{{,3}}")
            session.change(uri, 3, ((4, 0), (4, 0), "def (\n"))
            await session.settled(uri)
            assert [(one["code"], one["range"]["start"]["line"]) for one in session.published(uri)[0]["diagnostics"]] == [
                ("PIT104", 1),
                ("PIT301", 8),
                ("PIT201", 9),
            ]

    play(scene())


def test_a_key_stroke_is_answered_at_once_and_the_whole_is_judged_when_the_typing_stops(tmp_path: Path) -> None:
    async def scene() -> None:
        async with Session(tmp_path) as session:
            uri = session.open("a.py", SLEEPY)
            await session.codes(uri, "PIT301", "PIT201")
            document = session.server.documents[uri]
            await session.settled(uri)
            session.change(uri, 2, ((6, 11), (6, 19), "x"))
            assert [one["code"] for one in await session.findings(uri, 2)] == ["PIT301"]
            assert document.final != document.generation
            session.change(uri, 3, ((5, 4), (5, 17), "helper()"), ((0, 0), (0, 0), "def helper():\n    time.sleep(1)\n\n"))
            await session.codes(uri, "PIT302")  # of what only the whole tells

    play(scene())


def test_a_burst_costs_one_judgement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from flake8_pitfalls.doors.lsp import judging

    calls: list[str] = []
    at_once, in_full = judging.at_once, judging.in_full
    monkeypatch.setattr(judging, "at_once", lambda *args: (calls.append("quick"), at_once(*args))[1])
    monkeypatch.setattr(judging, "in_full", lambda *args: (calls.append("full"), in_full(*args))[1])

    async def scene() -> None:
        async with Session(tmp_path) as session:
            uri = session.open("a.py", SLEEPY)
            await session.codes(uri, "PIT301", "PIT201")
            calls.clear()
            for version in range(2, 202):
                session.change(uri, version, ((7, 0), (7, 0), "#"))
            await session.findings(uri, 201)
            document = session.server.documents[uri]
            await session.settled(uri)
            assert calls.count("full") == 1
            assert calls.count("quick") <= 3
            assert document.text == SLEEPY + "#" * 200

    play(scene())


def test_a_pulling_client_is_sent_nothing_and_asked_to_pull_again(tmp_path: Path) -> None:
    async def scene() -> None:
        async with Session(tmp_path, PULLED) as session:
            assert session.result["capabilities"]["diagnosticProvider"]["interFileDependencies"] is True
            uri = session.open("a.py", SLEEPY)
            ask: dict[str, Any] = {"textDocument": {"uri": uri}}
            report = await session.request("textDocument/diagnostic", ask)
            assert (report["kind"], [one["code"] for one in report["items"]]) == ("full", ["PIT301", "PIT201"])
            again = await session.request("textDocument/diagnostic", {**ask, "previousResultId": report["resultId"]})
            assert again["kind"] == "unchanged"
            session.change(uri, 2, ((5, 4), (5, 17), "helper()"), ((0, 0), (0, 0), "def helper():\n    time.sleep(1)\n\n"))
            quick = await session.request("textDocument/diagnostic", ask)
            assert [one["code"] for one in quick["items"]] == ["PIT201"]
            await session.until(lambda: session.asked.count("workspace/diagnostic/refresh") >= 2)
            whole = await session.request("textDocument/diagnostic", {**ask, "previousResultId": quick["resultId"]})
            assert [one["code"] for one in whole["items"]] == ["PIT302", "PIT201"]
            assert not session.published(uri)
            missing = await session.request("textDocument/diagnostic", {"textDocument": {"uri": session.uri("nowhere.py")}})
            assert missing["items"] == []

    play(scene())


def test_a_question_that_is_out_of_date_is_dropped(tmp_path: Path) -> None:
    async def scene() -> None:
        async with Session(tmp_path, {"textDocument": {"diagnostic": SHOWS}}) as session:
            uri = session.open("a.py", SLEEPY)
            first = asyncio.ensure_future(session.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}}))
            for _ in range(5):  # until the question is being answered
                await asyncio.sleep(0)
            session.change(uri, 2, ((0, 0), (0, 0), "\n"))
            second = await session.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})
            assert [one["range"]["start"]["line"] for one in second["result"]["items"]] == [6, 7]
            answer = await first
            assert answer["error"]["code"] == -32802
            assert answer["error"]["data"] == {"retriggerRequest": False}

    play(scene())


@pytest.mark.parametrize("turns", [1, 2, 4, 5, 7])
def test_what_a_key_stroke_says_never_wins_over_the_whole(tmp_path: Path, turns: int) -> None:
    async def scene() -> None:
        async with Session(tmp_path, {"textDocument": {"diagnostic": SHOWS}}) as session:
            uri = session.open("a.py", SLEEPY)
            first = asyncio.ensure_future(session.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}}))
            for _ in range(turns):
                await asyncio.sleep(0)
            session.change(uri, 2, ((0, 0), (0, 0), "\n"))
            second = await session.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
            assert [one["range"]["start"]["line"] for one in second["items"]] == [6, 7]
            await first

    play(scene())


def test_a_question_is_not_dropped_because_others_go_first(tmp_path: Path) -> None:
    async def scene() -> None:
        async with Session(tmp_path, {"textDocument": {"diagnostic": SHOWS}}) as session:
            uri = session.open("a.py", SLEEPY)
            other = session.open("b.py", SLEEPY)
            await session.settled(uri)
            session.change(uri, 2, ((6, 13), (6, 15), "=="))
            asked = asyncio.ensure_future(session.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}}))
            for version in range(2, 30):
                session.change(other, version, ((0, 0), (0, 0), "#"))
                await asyncio.sleep(0)
            session.server.everything_changed()
            answer = await asked
            assert [one["code"] for one in answer["result"]["items"]] == ["PIT301"]

    play(scene())


def test_what_can_be_done(tmp_path: Path) -> None:
    chains = "def f(a, b, c):\n    if 'x' in a == False:\n        return b\n    return 'y' in c == False\n"

    async def scene() -> None:
        async with Session(tmp_path) as session:
            uri = session.open("a.py", SLEEPY)
            await session.codes(uri, "PIT301", "PIT201")
            titles = [(one["title"], one.get("isPreferred", False)) for one in await session.actions(uri, 6, 11)]
            assert titles == [("PIT201: Compare by value", True), ("Silence PIT201 here: # noqa: PIT201", False)]
            actions = await session.actions(uri, 6, 11)
            assert actions[0]["diagnostics"][0]["code"] == "PIT201"
            assert "edit" not in actions[0]
            whole = await session.chosen(uri, "Fix all", 0, 0, ["source.fixAll"])
            assert whole["kind"] == "source.fixAll.pitfalls"
            assert whole["edit"]["documentChanges"][0]["textDocument"] == {"uri": uri, "version": 1}
            repaired = SLEEPY.replace("x is 257", "x == 257").replace("time.sleep", "await asyncio.sleep")
            assert applied(SLEEPY, whole).replace("import time\n", "") == repaired.replace("import time\n", "")
            assert await session.actions(uri, 6, 11, ["refactor"]) == []
            told = session.published(uri)[0]["diagnostics"]
            cursor = {"start": {"line": 6, "character": 0}, "end": {"line": 6, "character": 0}}
            params = {"textDocument": {"uri": uri}, "range": cursor, "context": {"diagnostics": told[1:]}}
            assert len(await session.request("textDocument/codeAction", params)) == 2, "what the client names counts wherever the cursor is"
            hide = await session.chosen(uri, "Silence PIT301", 5, 4)
            session.change(uri, 2, applied(SLEEPY, hide))
            await session.codes(uri, "PIT201")
            uri = session.open("b.py", chains)
            await session.codes(uri, "PIT203", "PIT203")
            every = await session.chosen(uri, "Fix all of PIT203 in this file (2, some unsafe)", 1, 8)
            assert applied(chains, every) == chains.replace("'x' in a == False", "'x' not in a").replace(
                "'y' in c == False", "'y' not in c"
            )
            assert [one["title"] for one in await session.actions(uri, 1, 8, ["source.fixAll"])] == []

    play(scene())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = 3\nx is 257\n", "x = 3\nx is 257  # noqa: PIT201\n"),
        ("x = 3\nx is 257  # why\n", "x = 3\nx is 257  # why  # noqa: PIT201\n"),
        ("x = 3\nx is 257  # noqa: E501 \n", "x = 3\nx is 257  # noqa: E501, PIT201 \n"),
        ("x = 3\nx is \\\n    257\n", "x = 3\nx is \\\n    257  # noqa: PIT201\n"),
        ("x = 3\nx is 257, '''\n'''\n", "x = 3\nx is 257, '''\n'''  # noqa: PIT201\n"),
        ("x = 3\nx is 257", "x = 3\nx is 257  # noqa: PIT201"),
    ],
)
def test_a_finding_is_silenced_as_flake8_reads_it(tmp_path: Path, before: str, after: str) -> None:
    async def scene() -> None:
        async with Session(tmp_path) as session:
            uri = session.open("a.py", before)
            await session.codes(uri, "PIT201")
            assert applied(before, await session.chosen(uri, "Silence", 1, 0)) == after

    play(scene())


def test_a_client_that_cannot_resolve_gets_whole_actions_without_versions(tmp_path: Path) -> None:
    async def scene() -> None:
        async with Session(tmp_path, {}) as session:
            uri = session.open("a.py", SLEEPY)
            (found, _) = await session.findings(uri)
            assert "codeDescription" not in found
            assert "relatedInformation" not in found
            titles = {one["title"]: one["edit"]["changes"][uri] for one in await session.actions(uri, 6, 11)}
            assert [one["newText"] for one in titles["PIT201: Compare by value"]] == ["=="]

    play(scene())


def test_an_action_for_another_text_does_nothing(tmp_path: Path) -> None:
    async def scene() -> None:
        async with Session(tmp_path) as session:
            uri = session.open("a.py", SLEEPY)
            await session.codes(uri, "PIT301", "PIT201")
            (action, _) = await session.actions(uri, 6, 11)
            session.change(uri, 2, ((0, 0), (0, 0), "\n"))
            assert "edit" not in await session.request("codeAction/resolve", action)
            for data in (None, {}, {"do": 1}, {**action["data"], "version": "x"}, {**action["data"], "uri": "file:///none.py"}):
                assert "edit" not in await session.request("codeAction/resolve", {**action, "data": data})

    play(scene())


def test_what_is_no_python_module_is_left_alone(tmp_path: Path) -> None:
    async def scene() -> None:
        async with Session(tmp_path) as session:
            for uri, language in (("vscode-notebook-cell:/a.ipynb#W0", "python"), ("file:///a.json", "json")):
                item = {"uri": uri, "languageId": language, "version": 1, "text": SLEEPY}
                session.notify("textDocument/didOpen", {"textDocument": item})
            item = {"uri": "untitled:Untitled-1", "languageId": "python", "version": 1, "text": SLEEPY}
            session.notify("textDocument/didOpen", {"textDocument": item})
            await session.codes("untitled:Untitled-1", "PIT301", "PIT201")
            assert len(session.server.documents) == 1

    play(scene())


def test_cells_of_a_notebook_are_one_module(tmp_path: Path) -> None:
    cells = [
        "import asyncio\nimport time\n%matplotlib inline\n",
        "# Title",
        "async def f(x):\n    '한글😀'; time.sleep(1)\n",
        "y = len('a')\ny is 300",
    ]
    kinds = [2, 1, 2, 2]

    async def scene() -> None:
        async with Session(tmp_path, {**PUSHED, "notebookDocument": {"synchronization": {}}}) as session:
            assert "notebookDocumentSync" in session.result["capabilities"]
            uris = [f"vscode-notebook-cell:/a.ipynb#W{n}" for n in range(4)]
            texts = [{"uri": uri, "languageId": "python", "version": 1, "text": text} for uri, text in zip(uris, cells, strict=True)]
            book = {"uri": session.uri("a.ipynb"), "version": 1, "notebookType": "jupyter-notebook"}
            listed = [{"kind": kind, "document": uri} for kind, uri in zip(kinds, uris, strict=True)]
            session.notify("notebookDocument/didOpen", {"notebookDocument": {**book, "cells": listed}, "cellTextDocuments": texts})
            await session.codes(uris[2], "PIT301")
            await session.codes(uris[3], "PIT201")
            assert session.published(uris[2])[0]["diagnostics"][0]["range"]["start"] == {"line": 1, "character": 12}
            action = (await session.actions(uris[3], 1, 0))[0]
            (change,) = action["edit"]["documentChanges"]
            assert change["textDocument"] == {"uri": uris[3], "version": 1}
            assert [one["newText"] for one in change["edits"]] == ["=="]
            place = {"textDocument": {"uri": uris[3]}, "position": {"line": 1, "character": 0}}
            assert "PIT201" in (await session.request("textDocument/hover", place))["contents"]["value"]
            edit = {"range": change["edits"][0]["range"], "text": "=="}
            content = [{"document": {"uri": uris[3], "version": 2}, "changes": [edit]}]
            session.notify("notebookDocument/didChange", {"notebookDocument": book, "change": {"cells": {"textContent": content}}})
            await session.codes(uris[3])
            array = {"array": {"start": 2, "deleteCount": 1}, "didClose": [{"uri": uris[2]}]}
            assert session.published(uris[2])[0]["diagnostics"]
            session.notify("notebookDocument/didChange", {"notebookDocument": book, "change": {"cells": {"structure": array}}})
            await session.codes(uris[2])
            gone = {"notebookDocument": book, "cellTextDocuments": []}
            session.notify("notebookDocument/didClose", gone)
            await asyncio.sleep(0.1)
            assert session.server.books == {}

    play(scene())


def test_hovering_shows_the_page(tmp_path: Path) -> None:
    async def scene() -> None:
        async with Session(tmp_path) as session:
            uri = session.open("a.py", SLEEPY + "y = 1  # noqa: PIT504\n")
            await session.codes(uri, "PIT301", "PIT201")

            async def at(line: int, column: int) -> str:
                place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
                found = await session.request("textDocument/hover", place)
                return str(found["contents"]["value"]) if found else ""

            assert (await at(6, 12)).startswith("**PIT201** (error): `x is 257` asks")
            assert "# PIT201: is-int-literal" in await at(6, 12)
            assert (await at(7, 17)).startswith("# PIT504: ")
            assert await at(0, 0) == await at(99, 99) == ""

    play(scene())


def test_a_baseline_holds_in_the_editor_too(tmp_path: Path) -> None:
    def known(*codes: str) -> str:
        rows = [{"code": code, "text": {"PIT301": "time.sleep(1)", "PIT201": "return x is 257"}[code], "count": 1} for code in codes]
        return json.dumps({"version": 1, "findings": {"a.py": rows}})

    async def scene() -> None:
        (tmp_path / "pyproject.toml").write_text("[tool.flake8-pitfalls]\nbaseline = 'base.json'\n")
        (tmp_path / "base.json").write_text(known("PIT301", "PIT201"))
        async with Session(tmp_path) as session:
            uri = session.open("a.py", SLEEPY)
            await session.codes(uri)
            session.change(uri, 2, ((6, 16), (6, 19), "258"))
            await session.codes(uri, "PIT201")
            session.change(uri, 3, ((6, 16), (6, 19), "257"))
            await session.codes(uri)
            (tmp_path / "base.json").write_text(known("PIT201"))
            session.notify("textDocument/didSave", {"textDocument": {"uri": session.uri("base.json")}})
            await session.codes(uri, "PIT301")
            (tmp_path / "base.json").write_text("nothing")
            session.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": session.uri("base.json"), "type": 2}]})
            await session.codes(uri, "PIT301", "PIT201")
            assert any("is no baseline" in one["params"].get("message", "") for one in session.told)

    play(scene())


def test_settings_of_file_and_editor(tmp_path: Path) -> None:
    async def scene() -> None:
        settings = tmp_path / "pyproject.toml"
        settings.write_text("[tool.flake8-pitfalls]\nignore = ['PIT201']\n")
        options = {"pitfalls": {"extendSelect": ["PIT505"], "nonsense": 1}}
        capabilities = {
            **PUSHED,
            "workspace": {**PUSHED["workspace"], "configuration": True, "didChangeWatchedFiles": {"dynamicRegistration": True}},
        }
        async with Session(tmp_path, capabilities, initializationOptions=options) as session:
            await session.until(lambda: {"client/registerCapability", "workspace/configuration"} <= set(session.asked))
            uri = session.open("a.py", SLEEPY + "\n\ndef g(a):\n    out = []\n    for b in a:\n        out.append(b * 2)\n    return out\n")
            await session.codes(uri, "PIT301", "PIT505")
            assert any(
                "there is no 'nonsense'" in one["params"]["message"] for one in session.told if one["method"] == "window/showMessage"
            )
            settings.write_text("[tool.flake8-pitfalls]\nignore = ['PIT3']\n")
            session.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": settings.as_uri(), "type": 2}]})
            await session.codes(uri, "PIT201", "PIT505")
            session.config = {"select": "PIT3,PIT201"}
            session.notify("workspace/didChangeConfiguration", {"settings": None})
            await session.codes(uri, "PIT201")
            settings.write_text("[tool.flake8-pitfalls]\nignore = 'PIT3'\n")
            session.notify("textDocument/didSave", {"textDocument": {"uri": settings.as_uri()}})
            await session.until(lambda: any("is to be a list" in one["params"].get("message", "") for one in session.told))
            settings.write_text("[tool.flake8-pitfalls]\nextend-exclude = ['a.py']\n")
            session.notify("textDocument/didSave", {"textDocument": {"uri": settings.as_uri()}})
            await session.codes(uri)

    play(scene())


def test_folders_have_settings_and_modules_of_their_own(tmp_path: Path) -> None:
    async def scene() -> None:
        for name, blocks in (("one", "time.sleep(1)"), ("two", "return 1")):
            (tmp_path / name / "app").mkdir(parents=True)
            (tmp_path / name / "tools.py").write_text(f"import time\n\n\ndef work():\n    {blocks}\n")
        (tmp_path / "two" / "pyproject.toml").write_text("[tool.flake8-pitfalls]\nignore = ['PIT201']\n")
        folders = [{"uri": (tmp_path / name).as_uri(), "name": name} for name in ("one", "two")]
        async with Session(tmp_path, workspaceFolders=folders) as session:
            text = "import tools\n\n\nasync def f(x):\n    tools.work()\n    return x is 257\n"
            one, two = session.open("one/app/a.py", text), session.open("two/app/a.py", text)
            await session.codes(one, "PIT302", "PIT201")
            await session.codes(two)
            gone = {"event": {"added": [], "removed": [folders[1]]}}
            session.notify("workspace/didChangeWorkspaceFolders", gone)
            await session.codes(two)

    play(scene())


def test_other_doors_stay_free_of_pygls() -> None:
    for door in ("flake8", "cli", "api"):
        code = f"import sys, flake8_pitfalls.doors.{door}; print({{'pygls', 'lsprotocol', 'attrs'}} & {{*sys.modules}})"
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert ran.stdout.strip() == "set()", door


def test_the_server_loads_libcst_for_nothing(tmp_path: Path) -> None:
    code = "import sys, flake8_pitfalls.doors.lsp.transport as t; t.prepared(); print('libcst' in sys.modules, 'flake8' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False False"


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError(\"No module named 'pygls'\", name='pygls')\n")
    code = "import sys; sys.path.insert(0, sys.argv.pop()); from flake8_pitfalls.doors.lsp.start import main; sys.exit(main([]))"
    ran = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert ran.returncode == 2
    assert "pip install 'flake8-pitfalls[lsp]'" in ran.stderr
