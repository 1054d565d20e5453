# why: the new thread's run() is called in the main thread
from threading import Thread


class Job(Thread):
    def run(self):
        print("job")


Job().run()  # expect: PIT308, PIT311
Thread(target=print, args=("x",)).run()  # expect: PIT308, PIT311
