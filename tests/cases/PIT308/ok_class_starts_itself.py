# why: the metaclass, the decorator, __new__ or a base's hook starts each object
import threading


class Meta(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.start()
        return made


class ByMeta(threading.Thread, metaclass=Meta):
    def run(self):
        print("by meta")


def started(cls):
    class Started(cls):
        def __init__(self):
            super().__init__()
            self.start()
    return Started


@started
class ByDecorator(threading.Thread):
    def run(self):
        print("by decorator")


class ByNew(threading.Thread):
    def __new__(cls):
        made = super().__new__(cls)
        threading.Thread.__init__(made)
        made.start()
        return made

    def __init__(self):
        pass

    def run(self):
        print("by new")


a = ByMeta()
b = ByDecorator()
c = ByNew()
for t in (a, b, c):
    t.join()
