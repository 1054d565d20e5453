"""`pitfalls-lsp` under random edits, messages in random order, files that vanish, and defects of our own: it answers on."""

from __future__ import annotations

import asyncio
import gc
import logging
import random
import shutil
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls")

from lsp_session import PULLED, PUSHED, Session, play

from flake8_pitfalls.doors.lsp.convert import between
from flake8_pitfalls.doors.lsp.documents import Document, Places, difference
from flake8_pitfalls.fixing.apply import apply
from flake8_pitfalls.text.source import Span

CASES = sorted((Path(__file__).parent / "cases").glob("PIT*/*.py"))
PIECES = [
    "\n",
    "\r\n",
    "\r",
    "    ",
    "x is 257\n",
    "async def f():\n    time.sleep(1)\n",
    "'''",
    "(",
    ")",
    "😀",
    "한글",
    "\f",
    "\ud83d",
    "\0",
    "#",
    "=",
    "\\\n",
    "# noqa\n",
]
ENCODINGS = ("utf-8", "utf-16", "utf-32")


def some_text(chance: random.Random) -> str:
    return chance.choice(CASES).read_text("utf-8")


@pytest.mark.parametrize("seed", range(6))
def test_places_and_edits_are_those_of_the_protocol(seed: int) -> None:
    chance = random.Random(seed)
    document = Document("file:///a.py", "", some_text(chance), 0, chance.choice(ENCODINGS))
    expected = document.text
    for version in range(150):
        start, end = sorted(chance.randrange(len(expected) + 1) for _ in range(2))
        end = min(end, start + 40)
        place = document.places.range(Span(start, end))
        exact = document.places.span(place)
        new = "".join(chance.choices(PIECES, k=chance.randrange(3)))
        expected = expected[: exact.start] + new + expected[exact.end :]
        from lsprotocol import types

        document.change([types.TextDocumentContentChangePartial(place, new)], version)
        assert document.text == expected
        # A place between "\r" and "\n" is no place of the protocol: it is the end of the line.
        assert exact == (start, end) or "\r\n" in (document.text + expected) or any("\r" in one for one in PIECES)
    other = some_text(chance)
    assert apply(expected, [difference(expected, other)]) == other
    assert apply(expected, between(expected, other)) == other


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_each_place_is_found_again(encoding: str) -> None:
    places = Places("a😀한\r\nb\rc\n\fd\u2028e\n", encoding)
    for offset in range(len(places.source.text) + 1):
        again = places.offset(places.position(offset))
        assert again == offset or places.source.text[again : offset + 1].startswith("\r\n")


class Monkey:
    """Sends what comes into its head."""

    def __init__(self, session: Session, chance: random.Random) -> None:
        self.session = session
        self.chance = chance
        self.version = 1
        self.names = ["a.py", "b.py", "pkg/c.py", "한글.py"]
        self.folder = session.folder

    def place(self) -> dict[str, int]:
        return {"line": self.chance.choice([0, 1, 5, 20, 10**6]), "character": self.chance.choice([0, 1, 4, 17, 10**6])}

    def document(self) -> dict[str, str]:
        return {"uri": self.session.uri(self.chance.choice([*self.names, "never.py"]))}

    async def step(self) -> None:
        chance, session = self.chance, self.session
        self.version += 1
        what = chance.randrange(13)
        span = {"start": self.place(), "end": self.place()}
        if what == 0:
            session.open(chance.choice(self.names), some_text(chance), self.version)
        elif what <= 4:
            changes: list[dict[str, Any]] = [
                {"range": span, "text": "".join(chance.choices(PIECES, k=2))} for _ in range(chance.randrange(3))
            ]
            changes += [{"text": some_text(chance)}] * (chance.random() < 0.1)
            session.notify(
                "textDocument/didChange", {"textDocument": {**self.document(), "version": self.version}, "contentChanges": changes}
            )
        elif what == 5:
            session.notify("textDocument/didClose", {"textDocument": self.document()})
        elif what == 6:
            await session.ask("textDocument/hover", {"textDocument": self.document(), "position": self.place()})
        elif what == 7:
            context = {"diagnostics": [], **({"only": ["source.fixAll"]} if chance.random() < 0.3 else {})}
            answer = await session.ask("textDocument/codeAction", {"textDocument": self.document(), "range": span, "context": context})
            for action in (answer.get("result") or [])[:2]:
                if chance.random() < 0.5:
                    session.change(action["data"]["uri"], self.version, ((0, 0), (0, 0), "\n"))
                await session.ask("codeAction/resolve", action)
        elif what == 8:
            await session.ask("textDocument/diagnostic", {"textDocument": self.document()})
        elif what == 9:
            session.notify(
                "workspace/didChangeConfiguration",
                {"settings": chance.choice([None, {}, {"pitfalls": {"select": 3, "ignore": ["PIT3"]}}, [1], "x"])},
            )
        elif what == 10:
            path = self.folder / chance.choice(["pyproject.toml", *self.names])
            if chance.random() < 0.4:
                path.unlink(missing_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(
                    chance.choice([b"\xff\xfe", b"[tool.flake8-pitfalls]\nignore = ['PIT2']\n", b"[tool.flake8", b"import a, b\n"])
                )
            session.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": path.as_uri(), "type": chance.randrange(1, 4)}]})
        elif what == 11:
            session.notify(chance.choice(["$/cancelRequest", "window/workDoneProgress/cancel"]), {"id": 10**6, "token": "x"})
        else:
            await session.ask("nonsense/request", {"a": 1})


@pytest.mark.parametrize("seed", range(4))
def test_it_answers_whatever_is_sent(tmp_path: Path, seed: int, caplog: pytest.LogCaptureFixture) -> None:
    chance = random.Random(seed)

    async def scene() -> None:
        folder = tmp_path / "project"
        folder.mkdir()
        async with Session(folder, chance.choice([PUSHED, PULLED, {}])) as session:
            monkey = Monkey(session, chance)
            for step in range(120):
                await monkey.step()
                if step == 90:
                    shutil.rmtree(folder)
            (folder / "pyproject.toml").unlink(missing_ok=True)
            uri = session.open("last.py", "def f(x):\n    return x is 257\n", 10**6)
            await session.settled(uri)
            assert [one.code for one in session.server.documents[uri].shown] == ["PIT201"]
            for each in list(session.server.documents):
                await session.settled(each)

    with caplog.at_level(logging.ERROR, "flake8_pitfalls"):
        play(scene())
    assert [one.getMessage() for one in caplog.records if one.levelno >= logging.ERROR and one.name.startswith("flake8_pitfalls")] == []


def test_a_defect_is_a_line_in_the_log_and_an_empty_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from flake8_pitfalls.doors.lsp import hover, judging

    def broken(*args: object) -> None:
        raise RuntimeError("a defect of ours")

    async def scene() -> None:
        async with Session(tmp_path) as session:
            uri = session.open("a.py", "def f(x):\n    return x is 257\n")
            await session.codes(uri, "PIT201")
            with monkeypatch.context() as patched:
                patched.setattr(judging, "in_full", broken)
                patched.setattr(judging, "at_once", broken)
                patched.setattr(hover, "at", broken)
                session.change(uri, 2, ((0, 0), (0, 0), "\n"))
                assert await session.actions(uri, 2, 12) == []
                place = {"textDocument": {"uri": uri}, "position": {"line": 2, "character": 12}}
                assert await session.request("textDocument/hover", place) is None
                await asyncio.sleep(0.5)
            session.change(uri, 3, ((0, 0), (0, 0), "\n"))
            found = await session.findings(uri, 3)
            assert [one["range"]["start"]["line"] for one in found] == [3]

    play(scene())
    assert "a defect of ours" in caplog.text


def test_memory_stays_flat(tmp_path: Path) -> None:
    """A short form of `benchmarks/lsp_memory.py`: what two hundred edits more leave behind is next to nothing."""

    async def scene() -> None:
        async with Session(tmp_path) as session:
            uri = session.open(
                "a.py", "import asyncio, time\n\n\nasync def f(x):\n    time.sleep(1)\n    return x is 257\n" + "y = 1\n" * 50
            )
            version = 1

            async def edit(count: int) -> int:
                nonlocal version
                for _ in range(count):
                    version += 1
                    session.change(uri, version, ((6, 0), (6, 0), "z") if version % 2 == 0 else ((6, 0), (6, 1), ""))
                    if version % 5 == 0:
                        await session.findings(uri, version)
                        session.told.clear()
                await session.settled(uri)
                gc.collect()
                return tracemalloc.get_traced_memory()[0]

            await edit(100)
            tracemalloc.start()
            await edit(50)
            before = await edit(50)
            after = await edit(200)
            tracemalloc.stop()
            assert after - before < 200_000

    play(scene())
