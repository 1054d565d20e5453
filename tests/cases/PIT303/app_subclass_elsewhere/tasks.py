import time

from base import Task


class Copy(Task):
    def execute(self):
        time.sleep(0.15)
