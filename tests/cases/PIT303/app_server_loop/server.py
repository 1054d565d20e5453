from gevent.server import StreamServer

from handlers import handle


class Server:
    def __init__(self):
        self._server = StreamServer(("127.0.0.1", 0), self._on_client)  # expect: PIT303

    @property
    def port(self):
        return self._server.server_port

    def start(self):
        self._server.start()

    def stop(self):
        self._server.stop()

    def _on_client(self, client, address):
        handle(client)
