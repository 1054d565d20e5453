# why: the tests ask for something else, or let the child in as well
import multiprocessing
import sys


def work():
    print("work")


if __name__ in ("__main__", "__mp_main__"):
    one = multiprocessing.Process(target=work)
    one.start()  # expect: PIT313
if "work" in sys.modules or len(sys.argv) < 9:
    two = multiprocessing.Process(target=work)
    two.start()  # expect: PIT313
