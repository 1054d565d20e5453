# why: the method itself is wanted: a callback, a name, a comparison, a probe, an argument that takes functions
import atexit
import contextlib
import threading


class Plugin:
    callback = None

    def run(self, task):
        print(task)

    def close(self):
        print("closed")

    def setup(self):
        if self.callback:
            self.callback()


p = Plugin()
p.setup()
atexit.register(p.close)
print(p.run.__name__, p.close.__doc__, p.close == p.close)
handlers = {"close": p.close, "run": p.run}
print(handlers["close"] is not None, p.close is None)
try:
    p.close
    p.missing
except AttributeError:
    print("no such method")
with contextlib.suppress(AttributeError):
    p.run

t = threading.Thread(target=p.close)
t.start()
t.join()
print(f"{p.close!r}", "%r" % p.close)
