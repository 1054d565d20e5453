# why: asked before, made anew, caught, broken out, left by return, another object each time
import threading


def work():
    print("work")


class Service:
    def __init__(self):
        self.worker = threading.Thread(target=work)

    def ensure(self):
        if not self.worker.is_alive() and self.worker.ident is None:
            self.worker.start()

    def restart(self):
        self.worker.join()
        self.worker = threading.Thread(target=work)
        self.worker.start()

    def renew(self):
        self.worker = threading.Thread(target=work)

    def cycle(self):
        self.renew()
        self.worker.start()
        self.worker.join()
        self.renew()
        self.worker.start()


s = Service()
s.ensure()
s.ensure()
s.restart()
s.cycle()

t = threading.Thread(target=work)
while True:
    t.start()
    break
try:
    t.start()
except RuntimeError as e:
    print(e)

started = False
u = threading.Thread(target=work)
for n in range(3):
    if not started:
        u.start()
        started = True
threads = []
for n in range(3):
    v = threading.Thread(target=work)
    v.start()
    threads.append(v)
for v in threads:
    v.join()
w = None
for n in range(2):
    if w is not None:
        w.join()
    w = threading.Thread(target=work)
    w.start()
x, y = threading.Thread(target=work), threading.Thread(target=work)
x.start()
y.start()
