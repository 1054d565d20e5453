# why: the program starts its processes by fork, which imports nothing again
import multiprocessing

multiprocessing.set_start_method("fork")


def work():
    print("work")


p = multiprocessing.Process(target=work)
p.start()
p.join()
