# why: run and then started, on one way: the first is not beside anything
import threading, operator, functools, itertools
import multiprocessing as mp


def work(*a):
    print(a)


def use15():
    t = threading.Thread(target=work)
    t.run()  # expect: PIT311
    t.start()
    t.join()
