# why: the subclass's run blocks
import time

import gevent


class Base:
    def run(self):
        raise NotImplementedError

    def start(self):
        return gevent.spawn(self.run)  # expect: PIT303


class Sleeper(Base):
    def run(self):
        time.sleep(0.15)


Sleeper().start().join()
