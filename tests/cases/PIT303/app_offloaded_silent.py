# why: all that blocks goes to gevent's thread pool
import subprocess
import time

import gevent

pool = gevent.get_hub().threadpool


def slow(n):
    time.sleep(0.1)
    return n


def listing():
    return subprocess.check_output(["sh", "-c", "sleep 0.1; echo ok"])


def job(n):
    value = pool.apply(slow, (n,))
    text = pool.spawn(listing).get()
    return value, text


def main():
    greenlets = [gevent.spawn(job, n) for n in range(2)]
    gevent.joinall(greenlets)
    print([greenlet.value for greenlet in greenlets])


if __name__ == "__main__":
    main()
