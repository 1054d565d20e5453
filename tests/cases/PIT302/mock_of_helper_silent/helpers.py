import time
from time import sleep


def pause():
    time.sleep(0.15)


def nap():
    sleep(0.15)


class Client:
    def fetch(self):
        time.sleep(0.15)
