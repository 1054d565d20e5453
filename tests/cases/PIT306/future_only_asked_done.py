# why: done() says that the task is over, not how it ended
import time
from concurrent.futures import ThreadPoolExecutor


def load(n):
    return 10 // n


executor = ThreadPoolExecutor()
f = executor.submit(load, 0)  # expect: PIT306
while not f.done():
    time.sleep(0.01)
executor.shutdown(wait=True)
