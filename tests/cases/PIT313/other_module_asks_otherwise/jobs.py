# why: the functions ask for other things
import multiprocessing


def work():
    print("work")


def run(count=1):
    if count > 0:
        multiprocessing.Process(target=work).start()


def run_alone():
    if multiprocessing.parent_process() is None:
        multiprocessing.Process(target=work).start()
