# why: subprocess.run waits in the greenlet
import subprocess

import gevent


def work():
    subprocess.run(["sleep", "0.15"])


gevent.spawn(work).join()  # expect: PIT303
