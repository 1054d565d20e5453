# why: eventlet does not mind that ssl was imported
import requests
import eventlet

eventlet.monkey_patch()


def load(url):
    return requests.get(url)
