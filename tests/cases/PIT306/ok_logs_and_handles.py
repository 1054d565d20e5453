# why: the task logs what it has, or handles what may fail and logs beside it
import logging
from concurrent.futures import ThreadPoolExecutor

log = logging.getLogger(__name__)


class Rows:
    def count(self):
        raise OSError("gone")


rows = Rows()


def careful():
    try:
        rows.count()
    except Exception:
        log.exception("gone")
    log.info("counted by %s", __name__.upper())


with ThreadPoolExecutor() as pool:
    pool.submit(careful)
