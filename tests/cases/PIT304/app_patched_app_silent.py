# why: patched first; all of it gives the hub back
"""Workers over queues and locks of the standard library, patched."""
from __future__ import annotations

from gevent import monkey

monkey.patch_all()

import queue
import threading
from concurrent.futures import ThreadPoolExecutor
from subprocess import Popen, run
from time import sleep

import gevent

jobs: queue.Queue = queue.Queue()
lock = threading.Lock()
done = []


def work():
    while True:
        try:
            job = jobs.get(timeout=0.15)
        except queue.Empty:
            return
        with lock:
            sleep(0.02)
            done.append(job)


def child():
    run(["sleep", "0.1"])
    Popen(["sleep", "0.1"]).wait()


def main():
    for n in range(3):
        jobs.put(n)
    with ThreadPoolExecutor(2) as pool:
        future = pool.submit(sleep, 0.1)
        gevent.joinall([gevent.spawn(work), gevent.spawn(work), gevent.spawn(child)])
        future.result()
    print(done)


if __name__ == "__main__":
    main()
