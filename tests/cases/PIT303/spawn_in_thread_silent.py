# why: threads sleep beside the hub
import threading
import time

import gevent


def work():
    time.sleep(0.15)


thread = threading.Thread(target=work)
thread.start()
gevent.spawn(gevent.sleep, 0.01).join()
