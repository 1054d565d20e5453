import os

GREEN = os.environ.get("NO_GREEN") is None


def prepare():
    if GREEN:
        from gevent import monkey

        monkey.patch_all()
