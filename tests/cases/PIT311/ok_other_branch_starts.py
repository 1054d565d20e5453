# why: another branch, or what comes after a return, starts it
import threading, operator, functools, itertools
import multiprocessing as mp


def work(*a):
    print(a)


def use16(debug):
    t = threading.Thread(target=work)
    if debug:
        t.run()
    else:
        t.start()


def use17(debug):
    t = threading.Thread(target=work)
    if debug:
        t.run()
        return
    t.start()


def use19(debug):
    t = threading.Thread(target=work)
    (t.run if debug else t.start)()


def use20():
    t = threading.Thread(target=work)
    try:
        t.start()
    except RuntimeError:
        t.run()
