# why: whoever is not the main program leaves before
import multiprocessing
import sys


def work():
    print("work")


if __name__ != "__main__":
    raise ImportError("a script")

p = multiprocessing.Process(target=work)
p.start()
p.join()
