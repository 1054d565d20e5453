# why: the name holds the old SSLContext
from ssl import SSLContext, PROTOCOL_TLS_CLIENT

from gevent import monkey

monkey.patch_all()  # expect: PIT304


def context():
    return SSLContext(PROTOCOL_TLS_CLIENT)
