# why: input() blocks even when all is patched
from gevent import monkey

monkey.patch_all()

import gevent


def ask():
    return input()


gevent.spawn(ask).join()  # expect: PIT303
