# why: a nested function blocks
import time

import gevent


def main():
    delay = 0.15

    def work():
        time.sleep(delay)

    gevent.spawn(work).join()  # expect: PIT303


main()
