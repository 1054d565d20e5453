# why: a placeholder without a target, replaced later; a thread that is found by its name in globals()
import threading


def work():
    print("work")


current = threading.Thread()
for _ in range(2):
    if not current.is_alive():
        current = threading.Thread(target=work)
        current.start()
    current.join()
print(isinstance(current, type(threading.Thread(target=work))))
job = threading.Thread(target=work)
globals()["job"].start()
