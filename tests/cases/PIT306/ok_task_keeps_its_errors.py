# why: the task takes every exception itself, and tells a tracker; nothing is lost in the future
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait


class Tracker:
    def __init__(self) -> None:
        self.started = 0
        self.error: Exception | None = None

    def start_task(self) -> None:
        self.started += 1


def call_api(index: int, tracker: Tracker, results: list[float]) -> None:
    tracker.start_task()
    try:
        results.append(1 / index)
    except Exception as e:
        tracker.error = e


def process(count: int) -> list[float]:
    tracker, results = Tracker(), []
    with ThreadPoolExecutor() as executor:
        futures = [executor.submit(call_api, n, tracker, results) for n in range(count)]
        wait(futures, return_when=FIRST_EXCEPTION)
    if tracker.error:
        raise tracker.error
    return results
