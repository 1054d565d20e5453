# why: a bound method of an object made before
import time

import gevent


class Client:
    def poll(self):
        time.sleep(0.15)


client = Client()
gevent.joinall([gevent.spawn(client.poll), gevent.spawn(client.poll)])  # expect: PIT303
