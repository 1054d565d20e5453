# why: wraps gives the inner function the name of the module's function, and pickle finds it there
import functools
import multiprocessing as mp


def deco(fn):
    @functools.wraps(fn)
    def inner(*a):
        return fn(*a)
    return inner


@deco
def job(x):
    return x


def main():
    with mp.Pool() as pool:
        return pool.map(job, [1])


if __name__ == "__main__":
    print(main())
