# why: an instance of a Thread subclass: made, set up, joined if alive, never started
import threading


class Poller(threading.Thread):
    def __init__(self, every):
        super().__init__(daemon=True)
        self.every = every
        self.seen = []

    def run(self):
        self.seen.append(self.every)


def main():
    poller = Poller(0.5)  # expect: PIT308
    if poller.is_alive():
        poller.join()
    print(poller.seen)


main()
