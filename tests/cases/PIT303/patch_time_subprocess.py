# why: patch_time does not cover subprocess
from gevent import monkey

monkey.patch_time()

import subprocess

import gevent


def work():
    subprocess.run(["sleep", "0.15"])


gevent.spawn(work).join()  # expect: PIT303
