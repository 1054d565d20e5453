# why: requests holds the old SSLContext: gevent gives a MonkeyPatchWarning
from requests import get

from gevent import monkey

monkey.patch_all()  # expect: PIT304


def load(url):
    return get(url).text
