# why: a function answers whether this is the main program
import multiprocessing as mp


def is_main():
    return __name__ == "__main__"


if is_main():
    mp.Process(target=print).start()
