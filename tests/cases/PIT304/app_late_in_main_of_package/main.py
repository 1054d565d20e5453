# why: helpers.py binds sleep before main patches
import gevent
from app.helpers import poll
from gevent import monkey

monkey.patch_all()  # expect: PIT304


def work():
    poll()


gevent.joinall([gevent.spawn(work), gevent.spawn(work)])
