# why: the target is named, or stands second behind None
import threading
from multiprocessing import Process


def work(n=0):
    print("work", n)


if __name__ == "__main__":
    for t in (threading.Thread(target=work), threading.Thread(None, work), threading.Thread(None, work, "name", (1,)), Process(target=work)):
        t.start()
        t.join()
