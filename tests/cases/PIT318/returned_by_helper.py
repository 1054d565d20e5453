# why: the helper gives back None, its caller joins it
import threading


def work():
    print("work")


def launch():
    return threading.Thread(target=work).start()  # expect: PIT318


t = launch()
try:
    t.join()
except AttributeError as e:
    print(e)
