# why: nobody keeps the result
import threading


def work():
    print("work")


threading.Thread(target=work).start()
[threading.Thread(target=work).start() for _ in range(2)]
for _ in range(2):
    threading.Thread(target=work, daemon=True).start()
_ = threading.Thread(target=work).start()
