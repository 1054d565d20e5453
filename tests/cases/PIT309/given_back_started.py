# why: a helper gives back a thread that it has started
import threading


def spawn(fn):
    t = threading.Thread(target=fn)
    t.start()
    return t


def main():
    w = spawn(print)
    w.start()  # expect: PIT309


class A:
    def spawn(self, fn):
        t = threading.Thread(target=fn)
        t.start()
        return t

    def go(self):
        t = self.spawn(print)
        t.join()
        for _ in range(2):
            t = self.spawn(print)
            t.join()
        self.spawn(print).start()  # expect: PIT309


main()
