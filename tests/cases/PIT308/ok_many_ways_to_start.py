# why: started through a dict, a tuple, another name, getattr, a queue, a base class's method, a property's caller, a generator
import operator
import queue
import threading


def work():
    print("work")


class Auto(threading.Thread):
    def begin(self):
        self.start()
        return self


class Registry:
    def __init__(self):
        self.all = {}

    def add(self, name, thread):
        self.all[name] = thread

    def start(self):
        for thread in self.all.values():
            thread.start()


def made():
    for _ in range(2):
        yield threading.Thread(target=work)


def run(thread):
    thread.start()
    thread.join()


registry = Registry()
registry.add("a", threading.Thread(target=work))
registry.start()
workers = {"one": threading.Thread(target=work)}
workers["one"].start()
for name, thread in {"two": threading.Thread(target=work)}.items():
    thread.start()
pair = threading.Thread(target=work), threading.Thread(target=work)
pair[0].start()
pair[1].start()
a = b = threading.Thread(target=work)
b.start()
c = threading.Thread(target=work)
getattr(c, "start")()
d = threading.Thread(target=work)
q = queue.Queue()
q.put(d)
q.get().start()
Auto(target=work).begin()
for t in made():
    t.start()
run(threading.Thread(target=work))
e = threading.Thread(target=work)
operator.methodcaller("start")(e)
f = threading.Thread(target=work)
(lambda: f.start())()
g = threading.Thread(target=work)
starters = [g.start]
for s in starters:
    s()
(h := threading.Thread(target=work)).start()
threading.Thread.start(i := threading.Thread(target=work))
