# why: apply runs the function in a greenlet of the pool
import time

from gevent.pool import Pool


def work(n):
    time.sleep(0.15)
    return n


def main():
    pool = Pool(2)
    pool.apply(work, (1,))  # expect: PIT303


if __name__ == "__main__":
    main()
