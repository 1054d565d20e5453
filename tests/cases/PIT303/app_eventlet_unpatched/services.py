import time

import eventlet


def loop():
    time.sleep(0.15)


def serve():
    pool = eventlet.GreenPool()
    pool.spawn(loop)  # expect: PIT303
    pool.waitall()
