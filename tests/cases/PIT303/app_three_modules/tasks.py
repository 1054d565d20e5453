from clock import tick
from pool import Workers


def task():
    tick()


def run_all():
    workers = Workers()
    workers.add(task)
    workers.wait()
