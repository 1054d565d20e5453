# why: ssl is not patched, so nothing is warned of
import requests

from gevent import monkey

monkey.patch_all(ssl=False)


def load(url):
    return requests.get(url)
