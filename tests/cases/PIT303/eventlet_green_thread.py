# why: a Thread of eventlet.green is a green thread
import time

from eventlet.green import threading


def work():
    time.sleep(0.15)


thread = threading.Thread(target=work)  # expect: PIT303
thread.start()
thread.join()
