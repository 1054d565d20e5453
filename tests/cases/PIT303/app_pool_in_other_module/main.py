# why: the pool comes from another module
import time

from workers import pool


def work(n):
    time.sleep(0.15)


pool.map(work, [1, 2])  # expect: PIT303
