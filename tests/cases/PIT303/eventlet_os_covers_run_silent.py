# why: eventlet's os is enough for a child that is only waited for
import eventlet

eventlet.monkey_patch(os=True)

import subprocess


def work():
    subprocess.run(["sleep", "0.15"])


eventlet.spawn(work).wait()
