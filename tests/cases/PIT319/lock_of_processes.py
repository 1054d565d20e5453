# why: each process makes a lock that no other knows
import multiprocessing


def write(n):
    with multiprocessing.Lock():  # expect: PIT319
        print(n)


if __name__ == "__main__":
    for n in range(2):
        p = multiprocessing.get_context("fork").Process(target=write, args=(n,))
        p.start()
        p.join()
