# why: start() gives None, join() of None raises
import threading


def work():
    print("work")


t = threading.Thread(target=work).start()  # expect: PIT318
try:
    t.join()
except AttributeError as e:
    print(e)
