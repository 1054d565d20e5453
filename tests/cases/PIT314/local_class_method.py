# why: the bound method brings its object, whose class is made inside a function
from multiprocessing import Pool


def main():
    class Job:
        def work(self, n):
            return n

    job = Job()
    with Pool(1) as pool:
        try:
            print(pool.map(job.work, [1]))  # expect: PIT314
        except AttributeError as e:
            print(e)


if __name__ == "__main__":
    main()
