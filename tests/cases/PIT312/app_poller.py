# why: the poller's flag is a module global, set by a signal-like function; the thread sleeps a second in each turn
from __future__ import annotations

import logging
import threading
import time

log = logging.getLogger("poller")
INTERVAL = 1.0
shutdown_requested = False


def poll_once() -> int:
    return 1


def poll_forever(interval: float = INTERVAL) -> None:
    polls = 0
    while not shutdown_requested:  # expect: PIT312
        polls += poll_once()
        log.debug("%d polls", polls)
        time.sleep(interval)


def request_shutdown() -> None:
    global shutdown_requested
    shutdown_requested = True


def main() -> None:
    thread = threading.Thread(target=poll_forever, kwargs={"interval": 1.5})
    thread.start()
    time.sleep(0.1)
    request_shutdown()
    thread.join()


if __name__ == "__main__":
    main()
