# why: the patch comes after imports that keep nothing that blocks
import argparse
import json
import logging
import time

import helpers
from gevent import monkey

monkey.patch_all()

import gevent

log = logging.getLogger(__name__)


def work(n):
    time.sleep(0.05)
    helpers.pause(0.05)
    log.info(json.dumps(n))


def main():
    argparse.ArgumentParser().parse_args([])
    gevent.joinall([gevent.spawn(work, n) for n in range(3)])


main()
