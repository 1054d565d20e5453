from gevent import monkey


def install():
    monkey.patch_all()
