# why: modules are changed in place
import asyncio
import concurrent.futures
import http.client
import logging
import multiprocessing
import ssl
import threading
import time
import urllib.request

import gevent
from gevent import monkey

monkey.patch_all()


def work():
    time.sleep(0.15)
    threading.Event().wait(0.05)


gevent.spawn(work).join()
