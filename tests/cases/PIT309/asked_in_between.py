# why: a question whose answer is only shown, waited for or asserted changes nothing: the second start raises
import threading
import time


def work():
    time.sleep(0.01)


def shown():
    worker = threading.Thread(target=work)
    worker.start()
    print("alive:", worker.is_alive())
    worker.join()
    print(f"alive: {worker.is_alive()}")
    worker.start()  # expect: PIT309


def waited():
    worker = threading.Thread(target=work)
    worker.start()
    while worker.is_alive():
        time.sleep(0.01)
    if not worker.is_alive():
        print("again")
    worker.start()  # expect: PIT309


for run in (shown, waited):
    try:
        run()
    except RuntimeError as error:
        print(error)
