import time


class Client:
    def fetch(self):
        time.sleep(0.15)


def make_client():
    return Client()
