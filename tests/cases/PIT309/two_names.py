# why: both names stand for one Process
import multiprocessing as mp


def work():
    print("work")


if __name__ == "__main__":
    first = mp.get_context("fork").Process(target=work)
    second = first
    first.start()
    first.join()
    second.start()  # expect: PIT309
