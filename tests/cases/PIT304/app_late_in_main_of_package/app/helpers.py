from time import sleep


def poll():
    sleep(0.15)
