# why: the thread is kept by the walrus, the result of start() by nobody
import threading


def work():
    print("work")


(t := threading.Thread(target=work)).start()
t.join()
