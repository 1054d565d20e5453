# why: each function asks whether this is the main process before it starts another
import multiprocessing


def work():
    print("work")


def run():
    if multiprocessing.current_process().name == "MainProcess":
        process = multiprocessing.Process(target=work)
        process.start()
        process.join()


def run_early():
    if multiprocessing.current_process().name != "MainProcess":
        return
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()


def run_as(name):
    if name == "__main__":
        multiprocessing.Process(target=work).start()
