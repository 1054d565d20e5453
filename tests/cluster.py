"""`pitfalls-fix` on a Dask cluster of this machine, in a process of its own: `python tests/cluster.py WHAT FOLDER`; prints JSON.

The folder is a copy of programs; the workers stand in another folder, and whatever looks at a file of the first in a worker is put down.
WHAT: `check` and `fix` run the command; `kill` kills a worker midway and `leave` the whole cluster, and goes on.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

SEEN: list[str] = []


def watch(folder: str) -> None:
    """Puts down each look at a path of that folder, relative ones too."""
    stat = os.stat

    def looked(path: Any, *arguments: Any, **named: Any) -> Any:
        note(path)
        return stat(path, *arguments, **named)

    def note(path: Any) -> None:
        if isinstance(path, (str, bytes, os.PathLike)) and os.path.join(os.getcwd(), os.fsdecode(path)).startswith(folder):
            SEEN.append(os.fsdecode(path))

    os.stat = looked
    sys.addaudithook(lambda event, given: note(given[0]) if event in ("open", "os.listdir", "os.scandir") and given else None)


def blind(folder: str) -> None:
    """Begins a worker that stands elsewhere."""
    os.chdir("/")
    from cluster import watch  # the worker's own

    watch(folder)


def seen() -> tuple[list[str], str]:
    """What a worker has looked at, and where it stands."""
    import cluster

    return cluster.SEEN, os.getcwd()


def command(address: str, *words: str) -> dict[str, Any]:
    """A run of the command."""
    from pathlib import Path

    from commands import fix

    ran = fix("--isolated", "--no-cache", "--executor", "dask", "--scheduler", address, *words, cwd=Path(os.getcwd()))
    return {"status": ran.returncode, "out": ran.stdout.decode(), "err": ran.stderr.decode()}


def midway(local: Any, what: str) -> dict[str, Any]:
    """The results of all files, with a mishap after the first."""
    from flake8_pitfalls import rules
    from flake8_pitfalls.running import file as one_file
    from flake8_pitfalls.running import remote
    from flake8_pitfalls.running.cluster import Cluster

    remote.EACH_FILE = remote.SMALL // 4
    codes = tuple(rule.code for rule in rules.load().values() if rule.default)
    paths = sorted(os.path.join(folder, name) for folder, _, names in os.walk(".") for name in names if name.endswith(".py"))
    cluster = Cluster(local.scheduler_address)
    found = []
    with ThreadPoolExecutor(1) as beside:
        for judged in cluster.over([one_file.Task(path, codes) for path in paths]):
            if not found:
                if what == "kill":
                    pid = next(iter(cluster.client.run(os.getpid).values()))
                    os.kill(pid, signal.SIGKILL)
                else:
                    beside.submit(local.close, timeout=5)
                    time.sleep(0.2)
            found.append([judged.outcome.path, [[one.finding.code, one.finding.line] for one in judged.outcome.verdicts]])
    return {"found": found, "here": cluster.run.count.here if cluster.run else 0, "said": cluster.close()}


def main() -> None:
    what, folder = sys.argv[1], os.path.realpath(sys.argv[2])
    os.chdir(folder)
    from distributed import LocalCluster

    with (
        tempfile.TemporaryDirectory() as scratch,
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, local_directory=scratch, silence_logs=50
        ) as local,
    ):
        if what in ("kill", "leave"):
            print(json.dumps(midway(local, what)))
            return
        from distributed import Client

        with Client(local.scheduler_address) as client:
            client.run(blind, folder)
            words = ["--check", "--output-format", "json", "."] if what == "check" else ["--unsafe-fixes", "."]
            told = command(local.scheduler_address, *words)
            told["workers"] = list(client.run(seen).values())
        print(json.dumps(told))


if __name__ == "__main__":
    main()
