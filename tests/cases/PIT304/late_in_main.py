# why: main patches after the name was bound at the top
from time import sleep

import gevent
from gevent import monkey


def work():
    sleep(0.15)


def main():
    monkey.patch_all()  # expect: PIT304
    gevent.spawn(work).join()


if __name__ == "__main__":
    main()
