"""Programs with greenlets: where fixes put a patch, what the settings and the modules around decide, and what counts as a patch."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_pitfalls import engine, fixer, rules
from flake8_pitfalls.facts import Module
from flake8_pitfalls.fixer import Policy
from flake8_pitfalls.knowledge import gevent
from flake8_pitfalls.model import Settings
from flake8_pitfalls.text.source import Source

CODES = [rules.load()[code] for code in ("PIT303", "PIT304")]
WORK = "\n\ndef work():\n    time.sleep(1)\n\n\n"
SLEEP = "\n\ndef work():\n    sleep(1)\n\n\ngevent.spawn(work).join()\n"


def found(text: str, path: Path | None = None, settings: Settings | None = None) -> list[tuple[int, str]]:
    """The findings of a text as (line, code)."""
    module = Module(Source(text), None, str(path) if path is not None else "", settings or DEFAULTS)
    return [(one.line, one.code) for one in engine.run(module, CODES)]


def fixed(text: str, path: str = "program.py") -> str:
    """A text after all fixes, unsafe ones too."""
    outcome = fixer.repair(text, path, CODES, Settings(), Policy(unsafe=True))
    assert not outcome.errors
    return outcome.after


SPAWN = "gevent.spawn(work).join()\n"
DEFAULTS = Settings()
TRY = "try:\n    from gevent import monkey\n    monkey.patch_all()\nexcept ImportError:\n    pass\n"
ALL_OF_IT = "# all of it\ngevent.monkey.patch_all()  # now\n"
IN_MAIN = "from time import sleep\nimport gevent\n\n\ndef work():\n    sleep(1)\n\n\ndef main():\n"
FIRST = "from gevent import monkey\n\nmonkey.patch_all()\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # after what must come first
        (f'"""Doc."""\nimport time\nimport gevent\n{WORK}{SPAWN}', f'"""Doc."""\n{FIRST}import time\nimport gevent\n{WORK}{SPAWN}'),
        (
            f"from __future__ import annotations\n\nimport time\nimport gevent\n{WORK}{SPAWN}",
            f"from __future__ import annotations\n\n{FIRST}import time\nimport gevent\n{WORK}{SPAWN}",
        ),
        (f"#!/bin/python\n# head\nimport time, gevent\n{WORK}{SPAWN}", f"#!/bin/python\n# head\n{FIRST}import time, gevent\n{WORK}{SPAWN}"),
        # the import that is there comes along, under its name
        (
            f"import time\nimport gevent\nfrom gevent import monkey as m, pool\n{WORK}{SPAWN}",
            f"from gevent import monkey as m, pool\n\nm.patch_all()\nimport time\nimport gevent\n{WORK}{SPAWN}",
        ),
        (f"import gevent, time\n{WORK}gevent.spawn(work).join()\n", f"{FIRST}import gevent, time\n{WORK}gevent.spawn(work).join()\n"),
        (
            f"import time\nimport eventlet as ev\n{WORK}ev.spawn(work).wait()\n",
            f"import eventlet as ev\n\nev.monkey_patch()\nimport time\n{WORK}ev.spawn(work).wait()\n",
        ),
        # a narrower patch is made wider
        (
            f"from gevent import monkey\nmonkey.patch_all(time=False, thread=False)\nimport time, gevent\n{WORK}{SPAWN}",
            f"from gevent import monkey\nmonkey.patch_all()\nimport time, gevent\n{WORK}{SPAWN}",
        ),
        (
            f"from gevent.monkey import patch_socket\npatch_socket(dns=False)\nimport time, gevent\n{WORK}{SPAWN}",
            f"from gevent.monkey import patch_all\npatch_all()\nimport time, gevent\n{WORK}{SPAWN}",
        ),
        (
            f"import eventlet\neventlet.monkey_patch(socket=True)\nimport time\n{WORK}eventlet.spawn(work).wait()\n",
            f"import eventlet\neventlet.monkey_patch()\nimport time\n{WORK}eventlet.spawn(work).wait()\n",
        ),
        # a late one moves, with its comments
        (
            f"import os\nfrom time import sleep\n\nimport gevent\nimport gevent.monkey\n\n{ALL_OF_IT}{SLEEP}",
            f"import gevent.monkey\n\n{ALL_OF_IT}import os\nfrom time import sleep\n\nimport gevent\n{SLEEP}",
        ),
        (
            f"from gevent import monkey\nimport gevent\nfrom time import sleep\n\nmonkey.patch_all()\n{SLEEP}",
            f"from gevent import monkey\nimport gevent\n\nmonkey.patch_all()\nfrom time import sleep\n{SLEEP}",
        ),
        (
            f"from time import sleep\n{TRY}import gevent\n{SLEEP}",
            f"{TRY}from time import sleep\nimport gevent\n{SLEEP}",
        ),
        (
            f"{IN_MAIN}    from gevent import monkey\n    monkey.patch_all()\n    gevent.spawn(work).join()\n\n\nmain()\n",
            f"{FIRST}{IN_MAIN}    gevent.spawn(work).join()\n\n\nmain()\n",
        ),
        ("import requests\nimport grequests\n", "import grequests\nimport requests\n"),
        (
            "import requests, gevent.monkey\n\ngevent.monkey.patch_all()\n",
            "import gevent.monkey\n\ngevent.monkey.patch_all()\nimport requests, gevent.monkey\n",
        ),
    ],
)
def test_fix(before: str, after: str) -> None:
    assert found(before)
    assert fixed(before) == after
    assert fixed(after) == after


@pytest.mark.parametrize(
    "text",
    [
        f'import time\nimport gevent\n\nmonkey = "ape"\n{WORK}{SPAWN}print(monkey)\n',  # the name is taken
        # a comment would go
        f"import eventlet\neventlet.monkey_patch(\n    socket=True,  # why\n)\nimport time\n{WORK}eventlet.spawn(work).wait()\n",
        f"from time import sleep\nfrom gevent import monkey; monkey.patch_all()\nimport gevent\n{SLEEP}",  # it shares its line
        f"import os, gevent\n\n\ndef work():\n    os.system('true')\n\n\n{SPAWN}",  # no patch would help
        f"from time import sleep\nimport gevent\nfrom gevent import monkey\nON = True\nmonkey.patch_all(thread=ON)\n{SLEEP}",  # it needs ON
    ],
)
def test_no_fix(text: str) -> None:
    assert found(text)
    assert fixed(text) == text


def write(folder: Path, **files: str) -> dict[str, Path]:
    paths = {}
    for name, text in files.items():
        paths[name] = folder / f"{name}.py"
        paths[name].write_text(text, encoding="utf-8")
    return paths


JOBS = f"import time\nimport gevent\n{WORK}def start():\n    return gevent.spawn(work)\n"


def test_library_module_sleeps_as_gevent_does(tmp_path: Path) -> None:
    paths = write(tmp_path, jobs=JOBS, main="from jobs import start\nstart().join()\n")
    assert found(JOBS, paths["jobs"]) == [(10, "PIT303")]
    assert "    gevent.sleep(1)\n" in fixed(JOBS, str(paths["jobs"]))
    shared = JOBS + "\n\ndef other():\n    work()\n"
    assert fixed(shared, str(paths["jobs"])) == shared


@pytest.mark.parametrize(
    ("main", "expected"),
    [
        ("from jobs import start\nstart().join()\n", [(10, "PIT303")]),
        ("from gevent import monkey\nmonkey.patch_all()\nfrom jobs import start\nstart().join()\n", []),
        ("from gevent import monkey\nfrom jobs import start\nmonkey.patch_all()\nstart().join()\n", []),
        ("from gevent import monkey\nfrom jobs import start\nmonkey.patch_socket()\nstart().join()\n", [(10, "PIT303")]),
        ("import jobs\n", []),  # nobody starts anything
        ("import sys\n", []),  # nobody imports it
    ],
)
def test_importers_decide(main: str, expected: list[tuple[int, str]], tmp_path: Path) -> None:
    paths = write(tmp_path, jobs=JOBS, main=main)
    assert found(JOBS, paths["jobs"]) == expected


def test_tests_decide_nothing(tmp_path: Path) -> None:
    paths = write(tmp_path, jobs=JOBS, test_jobs="from jobs import start\nstart().join()\n")
    assert found(JOBS, paths["jobs"]) == []


def test_runner_patches_first() -> None:
    text = f"import time\nimport os\nimport gevent\n{WORK}{SPAWN}\n\ndef call():\n    os.system('true')\n\n\ngevent.spawn(call)\n"
    assert found(text) == [(10, "PIT303"), (17, "PIT303")]
    assert found(text, settings=Settings(green_runner="gevent")) == [(17, "PIT303")]
    late = f"from time import sleep\nfrom gevent import monkey\nimport gevent\nmonkey.patch_all()\n{SLEEP}"
    assert found(late) == [(4, "PIT304")]
    assert found(late, settings=Settings(green_runner="gevent")) == []


@pytest.mark.parametrize(
    ("call", "silent"),
    [
        ("monkey.patch_all()", True),
        ("monkey.patch_all(True, True, True)", True),
        ("monkey.patch_all(True, True, False)", False),
        ("monkey.patch_all(time=False)", False),
        ("monkey.patch_all(time=bool(gevent))", True),
        ("monkey.patch_all(**{})", True),
        ("monkey.patch_time()", True),
        ("monkey.patch_thread()", False),
        ("monkey.patch_module(time, gevent)", True),
        ("(monkey.patch_all)()", True),
        ("[monkey.patch_time() for _ in range(1)]", True),
        ("getattr(monkey, 'patch_' + 'all')()", True),
        ("monkey.is_module_patched('time')", True),
    ],
)
def test_what_counts_as_a_patch(call: str, silent: bool) -> None:
    text = f"from gevent import monkey\nimport gevent\nimport time\n{call}\n{WORK}{SPAWN}"
    assert (found(text) == []) is silent


@pytest.mark.parametrize(
    ("options", "silent"),
    [
        ("", True),
        ("time=True", True),
        ("os=True", False),
        ("socket=False", True),
        ("time=False", False),
        ("all=False, time=True", True),
        ("all=True, time=False", False),
        ("all=False", False),
    ],
)
def test_eventlet_options(options: str, silent: bool) -> None:
    text = f"import eventlet\neventlet.monkey_patch({options})\nimport time\n{WORK}eventlet.spawn(work).wait()\n"
    assert (found(text) == []) is silent


def test_a_green_name_is_known_by_one_name() -> None:
    for name in (*gevent.SPAWNERS, *gevent.PATCHERS):
        assert gevent.canonical(name) == name


def test_the_longest_beginning_says_what_covers() -> None:
    assert gevent.covering("socket.getaddrinfo") == ("dns",)
    assert gevent.covering("queue.SimpleQueue.get") == ("queue",)
    assert gevent.covering("os.wait3") == ()
    assert gevent.covering("sqlite3.connect.execute") is None


@pytest.mark.parametrize(
    ("name", "text", "path", "silent"),
    [
        ("conftest", "from gevent import monkey\nmonkey.patch_all()\n", "test_jobs", True),
        ("conftest", "from gevent import monkey\nmonkey.patch_all()\n", "jobs", False),
        ("sitecustomize", "import eventlet\neventlet.monkey_patch()\n", "jobs", True),
        ("gunicorn_conf", 'worker_class = "gevent"\n', "jobs", True),
        ("gunicorn_conf", 'worker_class = "sync"\n', "jobs", False),
    ],
)
def test_files_that_run_before(name: str, text: str, path: str, silent: bool, tmp_path: Path) -> None:
    program = f"import time\nimport gevent\n{WORK}{SPAWN}"
    paths = write(tmp_path, **{name: text, path: program})
    assert (found(program, paths[path]) == []) is silent
