# why: _run waits with gevent
import gevent


class Worker(gevent.Greenlet):
    def _run(self):
        gevent.sleep(0.15)


gevent.joinall([worker for worker in [Worker(), Worker()] if worker.start() is None])
