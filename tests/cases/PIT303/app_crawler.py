# why: the fetchers wait in urlopen, which nothing patches
"""A small crawler: workers take addresses from a queue and store what they read."""
import argparse
import http.server
import logging
import threading
import time
import urllib.request
from dataclasses import dataclass, field

import gevent
from gevent.queue import Empty, Queue

log = logging.getLogger("crawler")


class Slow(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(0.15)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"page")

    def log_message(self, *args):
        pass


@dataclass
class Crawler:
    base: str
    workers: int = 2
    pages: dict = field(default_factory=dict)

    def __post_init__(self):
        self.queue = Queue()

    def fetch(self, path):
        with urllib.request.urlopen(self.base + path) as answer:
            return answer.read()

    def work(self, number):
        while True:
            try:
                path = self.queue.get(timeout=0.01)
            except Empty:
                return
            self.pages[path] = self.fetch(path)
            log.debug("worker %d has read %s", number, path)

    def run(self, paths):
        for path in paths:
            self.queue.put(path)
        gevent.joinall([gevent.spawn(self.work, n) for n in range(self.workers)])  # expect: PIT303


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=2)
    options = parser.parse_args([])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    crawler = Crawler(f"http://127.0.0.1:{server.server_port}/")
    crawler.run([str(n) for n in range(options.pages)])
    print(sorted(crawler.pages))


if __name__ == "__main__":
    main()
