# why: the package's __init__ binds sleep; the patch of main comes after its import
import gevent
import toolkit
from gevent import monkey

monkey.patch_all()  # expect: PIT304


def job():
    toolkit.pause()


gevent.joinall([gevent.spawn(job), gevent.spawn(job)])
