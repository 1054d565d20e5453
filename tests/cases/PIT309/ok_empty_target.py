# why: a loop may have an empty target, which takes rows without items
import threading

workers = [threading.Thread(target=print)]
for () in [(), ()]:
    print("row")
for worker in workers:
    worker.start()
for [] in zip():
    worker.join()
