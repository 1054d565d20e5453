# why: the pool's queue was made before the patch: what it is given never runs
from concurrent.futures import ThreadPoolExecutor

import gevent
from gevent import monkey

pool = ThreadPoolExecutor(1)
monkey.patch_all()  # expect: PIT304


def job():
    return 1


def work():
    return pool.submit(job).result(0.15)


gevent.spawn(work).join()
