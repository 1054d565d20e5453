# why: the thread that runs the outer attack hands its work to the inner one: it is meant to work here
import threading


class Inner(threading.Thread):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.label = name

    def run(self) -> None:
        print("inner", self.label)


class Outer(threading.Thread):
    def __init__(self) -> None:
        super().__init__()
        self.inner = Inner("rpc")

    def run(self) -> None:
        print("outer")
        self.inner.run()


outer = Outer()
outer.start()
outer.join()
