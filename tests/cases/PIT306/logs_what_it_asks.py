# why: the task only logs, but what it logs is asked of an object, and that may fail
import logging
from concurrent.futures import ThreadPoolExecutor

log = logging.getLogger(__name__)


class Rows:
    def count(self):
        raise OSError("gone")


rows = Rows()


def push():
    log.info("%d rows", rows.count())


with ThreadPoolExecutor() as pool:
    pool.submit(push)  # expect: PIT306
