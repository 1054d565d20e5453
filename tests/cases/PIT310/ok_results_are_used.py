# why: the call gives something that can be called, or nobody can say
import functools
import threading


def build(n):
    if n:
        return functools.partial(print, n)
    return print


class Task:
    def bound(self):
        return self.work

    def work(self):
        print("work")

    def template(self):
        """Overridden."""


class Other(Task):
    def template(self):
        return self.work


def start(task):
    t = threading.Thread(target=task.template())
    t.start()
    t.join()


start(Other())
for t in (threading.Thread(target=build(1)), threading.Thread(target=Task().bound()), threading.Timer(0.01, build(0), ["x"])):
    t.start()
threading.Thread(name=str(3), target=print).start()
