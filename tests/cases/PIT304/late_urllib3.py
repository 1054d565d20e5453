# why: urllib3 holds the old SSLContext
import urllib3
import gevent.monkey

gevent.monkey.patch_all()  # expect: PIT304
http = urllib3.PoolManager()
